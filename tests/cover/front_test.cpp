#include "cover/front.h"

#include <algorithm>
#include <optional>

#include "cover/line_sense.h"
#include "cover/panel.h"
#include "support/catch.h"
#include "support/test_library.h"

using namespace huozi;
using base::Length;

namespace {

constexpr Length kWidth = Length::points(400), kHeight = Length::points(640);

document::BookMetadata facts(std::string title) {
  document::BookMetadata out;
  out.title = std::move(title);
  return out;
}

style::Cascade cascade(const char* css = "") {
  source::SourceSet sources;
  source::Diagnostics diagnostics;
  return {style::read_stylesheet(sources.add("cover.css", css), diagnostics), style::Medium::print};
}

cover::Front front(const document::BookMetadata& metadata, const char* css = "") {
  return cover::typeset_front(metadata, kWidth, kHeight, cascade(css), test::test_library());
}

// The texts from top to bottom, parted by |; what stands on one line together.
std::string words(const cover::Front& front) {
  std::string out;
  std::optional<Length> baseline;
  for (const layout::Item& item : front.page.items) {
    const auto* run = std::get_if<layout::GlyphRun>(&item.content);
    if (!run) continue;
    if (baseline && *baseline != run->origin.y) out += "|";
    baseline = run->origin.y;
    out += run->text;
  }
  return out;
}

// Nothing is drawn beyond the panel's edges.
bool inside(const layout::Page& page) {
  return std::all_of(page.items.begin(), page.items.end(), [&](const layout::Item& item) {
    if (const auto* rule = std::get_if<layout::RuleItem>(&item.content)) {
      return rule->rect.x >= Length() && rule->rect.x + rule->rect.width <= page.width &&
             rule->rect.y + rule->rect.height <= page.height;
    }
    const auto* run = std::get_if<layout::GlyphRun>(&item.content);
    return run && run->origin.x >= -run->size && run->origin.x + run->glyphs.back().x <= page.width &&
           run->origin.y <= page.height && run->origin.y >= run->size / 2;
  });
}

}  // namespace

TEST_CASE("a cover has title, subtitle, creators by role and publisher, the series in its band") {
  document::BookMetadata metadata = facts("桥梁志");
  metadata.subtitle = "江南卷";
  metadata.creators = {{"顾园", "aut"}, {"林舟", "aut"}, {"许南", "trl"}};
  metadata.publisher = "松风书屋";
  metadata.series_title = "丛刊";
  metadata.series_position = "12";
  const cover::Front made = front(metadata);
  CHECK(words(made) == "丛|刊|12|顾园　林舟　著|许南　译|松风书屋|桥梁志|江南卷");
  CHECK_FALSE(made.cut);
  CHECK(made.missing.empty());
  CHECK(inside(made.page));
}

TEST_CASE("letters in the band lie with their heads to the right") {
  document::BookMetadata metadata = facts("桥梁志");
  metadata.series_title = "小书 Minis";
  const cover::Front made = front(metadata);
  size_t turned = 0;
  for (const layout::Item& item : made.page.items) {
    const auto* run = std::get_if<layout::GlyphRun>(&item.content);
    if (!run) continue;
    CHECK(run->clockwise == (run->text == "Minis"));
    turned += run->clockwise ? 1 : 0;
  }
  CHECK(turned == 1);
  metadata.series_title = std::string(300, 'M');
  CHECK(front(metadata).cut);
}

TEST_CASE("titles of any length stay on the cover") {
  for (const char* css : {"", "html { writing-mode: vertical-rl }"}) {
    for (const size_t count : {1, 2, 5, 8, 17, 40, 90, 200, 5000}) {
      std::string title;
      for (size_t i = 0; i < count; ++i) title += i % 9 == 8 ? "，" : "茶";
      document::BookMetadata metadata = facts(title);
      metadata.subtitle = title;
      metadata.series_title = title;
      metadata.publisher = title;
      metadata.creators = {{title, "aut"}, {title, "trl"}};
      const cover::Front made = front(metadata, css);
      INFO(count << css);
      CHECK(inside(made.page));
      CHECK(made.cut == (count >= 40));
    }
  }
  CHECK(inside(front(facts("")).page));
  CHECK(inside(front(facts(std::string(300, 'x'))).page));
}

TEST_CASE("names are not divided between lines, and a long list of them is") {
  document::BookMetadata metadata = facts("茶");
  for (int i = 0; i < 20; ++i) metadata.creators.push_back({"王一二", "aut"});
  std::string text = words(front(metadata));
  CHECK(text.find("王|") == std::string::npos);
  CHECK(text.find("一|") == std::string::npos);
  CHECK(text.find("|王一二") != std::string::npos);
  for (int i = 0; i < 20; ++i) metadata.creators.push_back({"王一二", "aut"});
  CHECK(words(front(metadata)).find("王一二　王一二　王一二　等") != std::string::npos);
}

TEST_CASE("characters no font has are told, each once") {
  const cover::Front made = front(facts("茶\U0010FFFD与\U0010FFFD"));
  REQUIRE(made.missing.size() == 1);
  CHECK(made.missing[0].starts_with("U+10FFFD"));
}

TEST_CASE("families, inks and the band's colour come from the sheet") {
  const auto color_of = [](const cover::Front& made, size_t rule) {
    size_t seen = 0;
    for (const layout::Item& item : made.page.items) {
      const auto* found = std::get_if<layout::RuleItem>(&item.content);
      if (found && seen++ == rule) return found->color;
    }
    return style::Color();
  };
  const char* css = "section.cover { border-left: 1pt solid #004080 } section.cover h1 { color: #102030 }";
  const cover::Front own = front(facts("茶"), css), usual = front(facts("茶"));
  CHECK(color_of(own, 0) == color_of(usual, 0));  // the paper
  CHECK(color_of(own, 1) == style::Color{style::Color::Space::rgb, {0, 251, 502, 0}});
  CHECK_FALSE(color_of(own, 1) == color_of(usual, 1));
  for (const layout::Item& item : own.page.items) {
    const auto* run = std::get_if<layout::GlyphRun>(&item.content);
    if (run) CHECK(run->color == style::Color{style::Color::Space::rgb, {63, 125, 188, 0}});
  }
}

TEST_CASE("vertical titles go down, figures two by two, marks in their vertical forms") {
  CHECK(cover::column_cells("《茶》12 3") == std::vector<std::string>{"︽", "茶", "︾", "12", "", "3"});
  CHECK(cover::column_cells("2022年") == std::vector<std::string>{"2", "0", "2", "2", "年"});
  CHECK(cover::column_cells("“é”") == std::vector<std::string>{"﹁", "é", "﹂"});
  CHECK(cover::column_cells("").empty());
  const cover::Front made = front(facts("山水之间"), "html { writing-mode: vertical-rl }");
  CHECK(words(made) == "山|水|之|间");
}

TEST_CASE("lines that end behind marks cost least, divided words most") {
  const auto cost = [](std::vector<std::string> lines) { return cover::division_cost(lines, "zh-Hans"); };
  CHECK(cost({"论语译注：", "附论语词典"}) == 0);
  CHECK(cost({"论语译注：附", "论语词典"}) > cost({"论语译注：", "附论语词典"}));
  CHECK(cost({"人工智", "能导论"}) > cost({"人工智能", "导论"}));
  CHECK(cost({"图书馆与", "园林"}) > cost({"图书馆", "与园林"}));
  CHECK(cost({"Gar", "den"}) > cost({"人工智", "能导论"}));
  CHECK(cost({"2019—2022", "年大事记"}) > cost({"2019—2022年", "大事记"}));
  CHECK(cost({"Gardens ", "and ", "Bridges"}) > cost({"Gardens ", "and Bridges"}));
  CHECK(cost({"一行"}) == 0);
}
