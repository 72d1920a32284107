#include "text/font_library.h"

#include <thread>

#include "support/catch.h"
#include "support/test_font.h"

using namespace huozi;

namespace {

struct Library {
  source::SourceSet sources;
  source::Diagnostics diagnostics;
  text::FontLibrary fonts{test::test_fonts_folder(), sources, diagnostics};

  std::string families(const text::FontRequest& request) {
    std::string out;
    for (const text::FontId id : fonts.resolve(request)) out += (out.empty() ? "" : ", ") + fonts.font(id).family();
    return out;
  }
};

}  // namespace

TEST_CASE("a role resolves to its families, then serif, then the last resort") {
  Library library;
  CHECK(library.diagnostics.items().empty());
  CHECK(library.families({{"serif"}, 400, false, "zh-Hans"}) == "Huozi Test, Huozi Test Rare");
  CHECK(library.families({{"kai"}, 400, false, "zh-Hans"}) == "Huozi Test Kai, Huozi Test, Huozi Test Rare");
}

TEST_CASE("a drop-in file is found by its family's name") {
  Library library;
  CHECK(library.families({{"Huozi Test Rare"}, 400, false, "zh"}) == "Huozi Test Rare, Huozi Test");
  CHECK(library.families({{"No Such Family", "kai"}, 400, false, "zh"}) ==
        "Huozi Test Kai, Huozi Test, Huozi Test Rare");
}

TEST_CASE("a family without the weight or slant gives its nearest face") {
  Library library;
  const auto regular = library.fonts.resolve({{"serif"}, 400, false, "zh"});
  CHECK(library.fonts.resolve({{"serif"}, 700, false, "zh"}) == regular);
  CHECK(library.fonts.resolve({{"serif"}, 400, true, "zh"}) == regular);
}

TEST_CASE("one face has one id, whoever asks") {
  Library library;
  const auto serif = library.fonts.resolve({{"serif"}, 400, false, "zh"});
  const auto kai = library.fonts.resolve({{"kai"}, 400, false, "zh"});
  CHECK(kai[1] == serif[0]);
  CHECK(kai[2] == serif[1]);
  CHECK(library.fonts.size() == 3);
}

TEST_CASE("lists of faces stay where they are while threads ask for more") {
  Library library;
  const auto& first = library.fonts.resolve({{"serif"}, 400, false, "zh"});
  const std::vector<text::FontId> copy = first;
  std::vector<std::thread> threads;
  for (int i = 0; i < 4; ++i) {
    threads.emplace_back([&, i] {
      for (int weight = 100; weight < 140; ++weight)
        library.fonts.resolve({{i % 2 ? "kai" : "serif"}, weight, false, "zh"});
    });
  }
  for (std::thread& thread : threads) thread.join();
  CHECK(&library.fonts.resolve({{"serif"}, 400, false, "zh"}) == &first);
  CHECK(first == copy);
}

TEST_CASE("a folder without fonts.yaml is reported") {
  source::SourceSet sources;
  source::Diagnostics diagnostics;
  text::FontLibrary fonts("/nowhere/at/all", sources, diagnostics);
  REQUIRE(diagnostics.items().size() == 1);
  CHECK(diagnostics.items()[0].rule == "file.unreadable");
  CHECK(fonts.resolve({{"No Such Family"}, 400, false, "zh"}).empty());
}

TEST_CASE("a face for Latin text stands first and has an id of its own") {
  Library library;
  CHECK(library.families({{"mixed"}, 400, false, "zh"}) == "Huozi Test Kai, Huozi Test, Huozi Test Rare");
  const auto mixed = library.fonts.resolve({{"mixed"}, 400, false, "zh"});
  const auto kai = library.fonts.resolve({{"kai"}, 400, false, "zh"});
  CHECK(library.fonts.latin_only(mixed[0]));
  CHECK_FALSE(library.fonts.latin_only(mixed[1]));
  CHECK(mixed[0] != kai[0]);
  CHECK(library.fonts.size_of(mixed[0], base::Length::points(10)) == base::Length::points(12));
  CHECK(library.fonts.size_of(kai[0], base::Length::points(10)) == base::Length::points(10));
}
