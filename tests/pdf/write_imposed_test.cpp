#include "pdf/write_imposed.h"

#include "pages.h"
#include "support/catch.h"

using namespace huozi;
using base::Length;

namespace {

Length pt(int64_t whole) {
  return Length::points(whole);
}

// A book's file, two pages a sheet, on sheets of its own size.
std::optional<std::string> imposed(const std::string& bytes, source::Diagnostics& diagnostics,
                                   const text::Font* font = nullptr) {
  const auto pages = pdf::PlacedPages::read(bytes, "book.pdf", diagnostics);
  if (!pages) return std::nullopt;
  impose::Job job;
  job.signature = 4;
  job.pages = pages->pages().size();
  job.width = pages->pages().front().width();
  job.height = pages->pages().front().height();
  job.trim = pt(8);
  const impose::Plan plan = impose::make_plan(job);
  pdf::ImposedOptions options;
  options.producer = "huozi test";
  options.title = "book";
  options.width = plan.width + pt(80);
  options.height = plan.height + pt(80);
  options.font = font;
  return pdf::write_imposed(*pages, plan, options, diagnostics);
}

size_t count(const std::string& bytes, std::string_view part) {
  size_t found = 0;
  for (size_t at = bytes.find(part); at != std::string::npos; at = bytes.find(part, at + 1)) ++found;
  return found;
}

}  // namespace

TEST_CASE("a page's trimmed corner comes where the cell has it, however the page is turned", "[pdf]") {
  pdf::PageBoxes page;
  page.trim = {pt(10), pt(20), pt(110), pt(220)};
  for (int turns = 0; turns < 4; ++turns) {
    page.quarter_turns = turns;
    for (const bool turned : {false, true}) {
      const pdf::Placement at = pdf::place(page, turned, pt(300), pt(400));
      const pdf::Box shown = at.on_sheet(page.trim);
      INFO("turns " << turns << ", turned " << turned);
      CHECK(shown.left == pt(300));
      CHECK(shown.bottom == pt(400));
      CHECK(shown.right == pt(300) + page.width());
      CHECK(shown.top == pt(400) + page.height());
      const pdf::Box back = at.on_page(shown);
      CHECK((back.left == pt(10) && back.bottom == pt(20) && back.right == pt(110) && back.top == pt(220)));
      // The page's lower left corner as it is shown after the turns clockwise: 0 it stays, 1 it is the upper left ...
      const int all = (turns + (turned ? 2 : 0)) % 4;
      const pdf::Box corner = at.on_sheet({pt(10), pt(20), pt(10), pt(20)});
      CHECK((corner.left == shown.left) == (all == 0 || all == 1));
      CHECK((corner.bottom == shown.bottom) == (all == 0 || all == 3));
    }
  }
}

TEST_CASE("a file says what it is, and what is imposed of it says the same", "[pdf]") {
  const std::string bytes = test::write({test::page(test::line({{test::kSong, "茶园"}})), test::page({}, "2")});
  source::Diagnostics diagnostics;
  const auto pages = pdf::PlacedPages::read(bytes, "book.pdf", diagnostics);
  REQUIRE(pages);
  REQUIRE(pages->pages().size() == 2);
  CHECK(pages->pages()[0].width() == pt(360));
  CHECK(pages->pages()[0].height() == pt(500));
  CHECK(pages->facts().metadata.title == "活字<&>");
  CHECK(pages->facts().date == 1'700'000'000);
  CHECK(pages->facts().standard == pdf::Standard::none);
  CHECK_FALSE(pages->facts().opens_right);
  CHECK(diagnostics.items().empty());

  const auto made = imposed(bytes, diagnostics, test::fonts()[test::kSong]);
  REQUIRE(made);
  CHECK(diagnostics.items().empty());
  CHECK(*made == imposed(bytes, diagnostics, test::fonts()[test::kSong]));
  const auto again = pdf::PlacedPages::read(*made, "sheets.pdf", diagnostics);
  REQUIRE(again);
  CHECK(again->pages().size() == 2);
  CHECK(again->pages()[0].width() == pt(720));
  CHECK(again->facts().metadata.title == "活字<&>");
  if (const auto said = test::run_on("qpdf --check {}", *made)) {
    CHECK(said->find("No syntax or stream encoding errors") != std::string::npos);
  }
  // The page's words, and the line that says which sheet this is.
  if (const auto said = test::run_on("pdftotext {} -", *made)) {
    CHECK(said->find("茶园") != std::string::npos);
    CHECK(said->find("正面") != std::string::npos);
    CHECK(said->find("反面") != std::string::npos);
  }
}

TEST_CASE("what pages share is copied once, and nothing that leads back to them", "[pdf]") {
  std::vector<layout::Page> pages;
  for (int i = 0; i < 8; ++i) pages.push_back(test::page(test::line({{test::kSong, "石桥"}})));
  pdf::Options options = test::options();
  options.profile = pdf::Profile::plain;
  source::Diagnostics diagnostics;
  const auto made = imposed(test::write(pages, options), diagnostics);
  REQUIRE(made);
  CHECK(count(*made, "/FontFile3 ") == 1);
  CHECK(count(*made, "/Type/Page/") == 4);
  CHECK(count(*made, "/Subtype /Form") == 8);
}

TEST_CASE("what is no PDF, or half of one, is told", "[pdf]") {
  const std::string bytes = test::write({test::page({})});
  const auto told = [](const std::string& part) {
    source::Diagnostics diagnostics;
    CHECK_FALSE(pdf::PlacedPages::read(part, "book.pdf", diagnostics));
    return diagnostics.items().size() == 1 ? diagnostics.items().front().rule : "";
  };
  CHECK(told("") == "impose.not-pdf");
  CHECK(told("words") == "impose.not-pdf");
  for (size_t size = 16; size + 64 < bytes.size(); size += 97) CHECK(told(bytes.substr(0, size)) == "impose.damaged");
}
