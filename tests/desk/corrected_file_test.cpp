#include "desk/corrected_file.h"

#include <unistd.h>

#include <fstream>

#include "base/file.h"
#include "support/catch.h"

namespace huozi {
namespace {
namespace fs = std::filesystem;

struct Folder {
  fs::path place = fs::temp_directory_path() / ("huozi-corrected-" + std::to_string(::getpid()));
  Folder() {
    fs::remove_all(place);
    fs::create_directories(place / "book");
  }
  ~Folder() { fs::remove_all(place); }
  fs::path book() const { return place / "book"; }
  void put(const std::string& path, std::string_view bytes) const {
    std::ofstream(place / path, std::ios::binary) << bytes;
  }
  std::string get(const std::string& path) const { return base::read_file(place / path).value_or("?"); }
};

source::SourceFile source_of(std::string text) {
  return {0, "book/a.md", std::move(text)};
}

const std::vector<proof::Fix> kComma = {{{0, 3, 4}, "，"}};

TEST_CASE("a file is corrected and nothing else in it changes", "[desk]") {
  const Folder folder;
  folder.put("book/a.md", "茶,花\r\n\xFF尾");
  const auto file = desk::corrected_file(folder.book(), "a.md", source_of("茶,花\r\n\xFF尾"), kComma);
  REQUIRE(file.refused == desk::Refusal::none);
  CHECK(folder.get("book/a.md") == "茶,花\r\n\xFF尾");
  CHECK(desk::replace(file) == desk::Refusal::none);
  CHECK(folder.get("book/a.md") == "茶，花\r\n\xFF尾");
}

TEST_CASE("a byte order mark stays", "[desk]") {
  const Folder folder;
  folder.put("book/a.md", "\xEF\xBB\xBF茶,花\n");
  const auto file = desk::corrected_file(folder.book(), "a.md", source_of("茶,花\n"), kComma);
  REQUIRE(file.made.size() == 1);
  CHECK(file.made.front().span.begin == 6);
  CHECK(desk::unified_diff("a.md", file.before, file.made) ==
        "--- a.md\n+++ a.md\n@@ -1 +1 @@\n-\xEF\xBB\xBF茶,花\n+\xEF\xBB\xBF茶，花\n");
  CHECK(desk::replace(file) == desk::Refusal::none);
  CHECK(folder.get("book/a.md") == "\xEF\xBB\xBF茶，花\n");
}

TEST_CASE("permissions stay, and a file that may not be written is left alone", "[desk]") {
  const Folder folder;
  folder.put("book/a.md", "茶,花");
  const fs::path place = folder.book() / "a.md";
  fs::permissions(place, fs::perms::owner_read | fs::perms::owner_write);
  auto file = desk::corrected_file(folder.book(), "a.md", source_of("茶,花"), kComma);
  CHECK(desk::replace(file) == desk::Refusal::none);
  CHECK(fs::status(place).permissions() == (fs::perms::owner_read | fs::perms::owner_write));

  folder.put("book/a.md", "茶,花");
  fs::permissions(place, fs::perms::owner_read);
  CHECK(desk::replace(file) == desk::Refusal::read_only);
  CHECK(folder.get("book/a.md") == "茶,花");
}

TEST_CASE("a file that changed meanwhile is left alone", "[desk]") {
  const Folder folder;
  folder.put("book/a.md", "茶;花");
  CHECK(desk::corrected_file(folder.book(), "a.md", source_of("茶,花"), kComma).refused == desk::Refusal::changed);
  CHECK(desk::corrected_file(folder.book(), "b.md", source_of("茶,花"), kComma).refused == desk::Refusal::changed);
  folder.put("book/a.md", "茶,花");
  const auto file = desk::corrected_file(folder.book(), "a.md", source_of("茶,花"), kComma);
  folder.put("book/a.md", "茶,树");
  CHECK(desk::replace(file) == desk::Refusal::changed);
  CHECK(folder.get("book/a.md") == "茶,树");
}

TEST_CASE("links are followed within the book's folder only", "[desk]") {
  const Folder folder;
  folder.put("outside.md", "茶,花");
  fs::create_symlink("../outside.md", folder.book() / "a.md");
  CHECK(desk::corrected_file(folder.book(), "a.md", source_of("茶,花"), kComma).refused == desk::Refusal::outside);

  // It may be put there between looking and writing.
  folder.put("book/b.md", "茶,花");
  const auto file = desk::corrected_file(folder.book(), "b.md", source_of("茶,花"), kComma);
  fs::remove(folder.book() / "b.md");
  fs::create_symlink("../outside.md", folder.book() / "b.md");
  CHECK(desk::replace(file) == desk::Refusal::outside);
  CHECK(folder.get("outside.md") == "茶,花");

  folder.put("book/real.md", "茶,花");
  fs::create_symlink("real.md", folder.book() / "c.md");
  CHECK(desk::replace(desk::corrected_file(folder.book(), "c.md", source_of("茶,花"), kComma)) == desk::Refusal::none);
  CHECK(fs::is_symlink(folder.book() / "c.md"));
  CHECK(folder.get("book/real.md") == "茶，花");
}

}  // namespace
}  // namespace huozi
