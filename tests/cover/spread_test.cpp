#include "cover/spread.h"

#include <algorithm>

#include "cover/palette.h"
#include "layout/text_style.h"
#include "support/catch.h"
#include "support/test_library.h"

using namespace huozi;
using base::Length;

namespace {

constexpr Length mm(int64_t n) {
  return Length::ratio(n * 720, 254);
}

document::BookMetadata metadata() {
  document::BookMetadata out;
  out.title = "桥梁志";
  out.creators = {{"顾园", "aut"}};
  out.publisher = "松风书屋";
  out.series_title = "丛刊";
  return out;
}

cover::SpreadFacts facts() {
  cover::SpreadFacts out;
  out.width = mm(140);
  out.height = mm(203);
  out.bleed = mm(3);
  out.spine = mm(12);
  return out;
}

cover::Spread spread(const cover::SpreadFacts& facts, const char* css = "",
                     const document::BookMetadata& metadata = ::metadata()) {
  source::SourceSet sources;
  source::Diagnostics diagnostics;
  const style::Cascade cascade(style::read_stylesheet(sources.add("cover.css", css), diagnostics),
                               style::Medium::print);
  return cover::typeset_spread(metadata, facts, cascade, test::test_library());
}

constexpr const char* kVertical = "html { writing-mode: vertical-rl }";

// The words that begin in [from, to) across, without what parts them.
std::string words(const cover::Spread& spread, Length from, Length to) {
  std::string out;
  for (const layout::Item& item : spread.page.items) {
    const auto* run = std::get_if<layout::GlyphRun>(&item.content);
    if (run && run->origin.x >= from && run->origin.x < to) out += run->text;
  }
  return out;
}

// Whether every word stands on the sheet and at least `away` from its edges.
bool words_inside(const cover::Spread& spread, Length away) {
  return std::all_of(spread.page.items.begin(), spread.page.items.end(), [&](const layout::Item& item) {
    const auto* run = std::get_if<layout::GlyphRun>(&item.content);
    return !run ||
           (run->origin.x >= away && run->origin.x + run->glyphs.back().x + run->size / 2 <= spread.page.width &&
            run->origin.y - run->size >= away && run->origin.y <= spread.page.height - away);
  });
}

bool has_ground(const cover::Spread& spread, Length from, Length to, const style::Color& color) {
  return std::any_of(spread.page.items.begin(), spread.page.items.end(), [&](const layout::Item& item) {
    const auto* rule = std::get_if<layout::RuleItem>(&item.content);
    return rule && rule->color == color && rule->rect.x <= from && rule->rect.x + rule->rect.width >= to &&
           rule->rect.y == -spread.page.bleed && rule->rect.height == spread.page.height + spread.page.bleed * 2;
  });
}

}  // namespace

TEST_CASE("a spread is two pages, the spine and two flaps wide, and marked where it folds") {
  cover::SpreadFacts wanted = facts();
  const layout::Page plain = spread(wanted).page;
  CHECK(plain.width == wanted.width * 2 + wanted.spine);
  CHECK(plain.height == wanted.height);
  CHECK(plain.bleed == wanted.bleed);
  CHECK(plain.crop_marks);
  CHECK(plain.cross_marks);
  CHECK(plain.folds == std::vector<Length>{wanted.width, wanted.width + wanted.spine});
  wanted.flap = mm(80);
  const layout::Page flapped = spread(wanted).page;
  CHECK(flapped.width == wanted.width * 2 + wanted.spine + wanted.flap * 2);
  CHECK(flapped.folds == std::vector<Length>{wanted.flap, wanted.flap + wanted.width,
                                             wanted.flap + wanted.width + wanted.spine,
                                             wanted.flap + wanted.width * 2 + wanted.spine});
  wanted.flap = wanted.spine = Length();
  CHECK(spread(wanted).page.folds == std::vector<Length>{wanted.width});
}

TEST_CASE("flap, back, spine, front, flap; mirrored for books bound at the right") {
  cover::SpreadFacts wanted = facts();
  wanted.flap = mm(70);
  wanted.back = "封底";
  wanted.front_flap = "前勒口";
  wanted.back_flap = "后勒口";
  const Length a = wanted.flap, b = a + wanted.width, c = b + wanted.spine, d = c + wanted.width, e = d + wanted.flap;
  const cover::Spread left = spread(wanted), right = spread(wanted, kVertical);
  CHECK(words(left, {}, a) == "后勒口");
  CHECK(words(left, a, b) == "丛刊封底");
  CHECK(words(left, b, c) == "丛刊桥梁志松风书屋顾园");
  CHECK(words(left, c, d).find("桥梁志") != std::string::npos);
  CHECK(words(left, d, e) == "前勒口");
  CHECK(words(right, {}, a) == "前勒口");
  CHECK(words(right, a, b).find("桥梁志") != std::string::npos);
  CHECK(words(right, b, c) == "丛刊桥梁志松风书屋顾园");
  CHECK(words(right, c, d) == "丛刊封底");
  CHECK(words(right, d, e) == "后勒口");
}

TEST_CASE("a flap's text that has no flap is told of") {
  cover::SpreadFacts wanted = facts();
  CHECK_FALSE(spread(wanted).no_flap);
  wanted.back_flap = "后勒口";
  CHECK(spread(wanted).no_flap);
  wanted.flap = mm(30);
  CHECK(spread(wanted).no_flap);
  wanted.flap = mm(60);
  CHECK_FALSE(spread(wanted).no_flap);
}

TEST_CASE("ground and band go through to the bleed; the spine is of the band") {
  for (const char* css : {"", kVertical}) {
    const cover::Spread made = spread(facts(), css);
    CHECK(has_ground(made, -mm(3), made.page.width + mm(3), cover::kPaper));
    CHECK(has_ground(made, mm(140), mm(152), cover::accent_of({})));
    CHECK(words_inside(made, mm(5)));
  }
}

TEST_CASE("letters on a spine lie with their heads to the right, inside it; the front's stand") {
  document::BookMetadata latin = metadata();
  latin.title = "Bridges of the River";
  const cover::Spread made = spread(facts(), "", latin);
  std::string title;
  Length last;
  for (const layout::Item& item : made.page.items) {
    const auto* run = std::get_if<layout::GlyphRun>(&item.content);
    if (!run) continue;
    const bool on_spine = run->origin.x >= mm(140) && run->origin.x < mm(152);
    CHECK(run->clockwise == (on_spine && run->text[0] < 0x7F && run->text[0] > 0));
    if (!run->clockwise) continue;
    title += run->text;
    CHECK(run->origin.y > last);
    last = run->origin.y + run->glyphs.back().x;
    CHECK(run->origin.x + layout::ascent_of(run->size) < mm(152));
    CHECK(run->origin.x - (run->size - layout::ascent_of(run->size)) > mm(140));
    CHECK(run->origin.y + run->glyphs.back().x < made.page.height - mm(6));
  }
  CHECK(title == "Bridges of the River");
}

TEST_CASE("words too long for a spine end in an ellipsis there") {
  document::BookMetadata latin = metadata();
  for (int i = 0; i < 60; ++i) latin.title += " Rivers";
  latin.title.erase(0, latin.title.find('R'));
  const cover::Spread made = spread(facts(), "", latin);
  CHECK(made.cut);
  Length end;
  for (const layout::Item& item : made.page.items) {
    const auto* run = std::get_if<layout::GlyphRun>(&item.content);
    if (run && run->clockwise) end = std::max(end, run->origin.y + run->glyphs.back().x);
  }
  CHECK(end > mm(100));
  CHECK(end < made.page.height - mm(6));
  CHECK(words(made, mm(140), mm(152)).find("︙") != std::string::npos);
}

TEST_CASE("a thin spine has no words, a fold is no spine") {
  cover::SpreadFacts wanted = facts();
  wanted.spine = mm(5);
  CHECK_FALSE(spread(wanted).bare_spine);
  wanted.spine = mm(5) - Length::ratio(1, 100);
  const cover::Spread thin = spread(wanted);
  CHECK(thin.bare_spine);
  CHECK(words(thin, mm(140), mm(140) + wanted.spine) == "");
  wanted.spine = Length();
  CHECK_FALSE(spread(wanted).bare_spine);
}

TEST_CASE("texts of any length stay on their panels") {
  for (const size_t count : {1, 40, 400, 8000}) {
    std::string text;
    for (size_t i = 0; i < count; ++i) text += i % 9 == 8 ? "，" : "茶";
    document::BookMetadata long_words = metadata();
    long_words.title = long_words.publisher = long_words.series_title = text;
    long_words.creators = {{text, "aut"}};
    cover::SpreadFacts wanted = facts();
    wanted.flap = mm(60);
    wanted.back = wanted.front_flap = wanted.back_flap = text + "\n" + text;
    wanted.price = "定价：" + text;
    for (const Length spine : {mm(5), mm(30)}) {
      wanted.spine = spine;
      const cover::Spread made = spread(wanted, "", long_words);
      INFO(count);
      CHECK(words_inside(made, mm(4)));
      CHECK(made.cut == (count >= 40));
    }
  }
}

TEST_CASE("a bar code stands beside the spine, smaller where there is less room, and not where there is none") {
  cover::SpreadFacts wanted = facts();
  wanted.isbn = "978-7-5086-4735-7";
  wanted.ean = "9787508647357";
  const auto white = [](const cover::Spread& made) -> layout::Rect {
    for (const layout::Item& item : made.page.items) {
      const auto* rule = std::get_if<layout::RuleItem>(&item.content);
      if (rule && rule->color == cover::kWhite) return rule->rect;
    }
    return {};
  };
  const layout::Rect usual = white(spread(wanted)), mirrored = white(spread(wanted, kVertical));
  CHECK(usual.x > mm(70));
  CHECK(usual.x + usual.width < mm(140));
  CHECK(mirrored.x > mm(152));
  CHECK(mirrored.x + mirrored.width < mm(152 + 70));
  CHECK(usual.width > mm(37));
  wanted.width = mm(50);
  wanted.height = mm(120);
  const cover::Spread small = spread(wanted);
  CHECK(white(small).width > mm(29));
  CHECK(white(small).width < mm(37));
  CHECK_FALSE(small.no_barcode);
  wanted.width = mm(40);
  CHECK(spread(wanted).no_barcode);
  wanted.ean = "9787508647356";  // a wrong digit is never printed
  wanted.width = mm(140);
  CHECK(white(spread(wanted)).width == Length());
}

TEST_CASE("on a wide back the bar code stands beside the words, at the spine") {
  cover::SpreadFacts wanted = facts();
  wanted.isbn = "978-7-5086-4735-7";
  wanted.ean = "9787508647357";
  wanted.width = mm(200);
  wanted.height = mm(90);
  for (int i = 0; i < 600; ++i) wanted.back += "茶";
  for (const char* css : {"", kVertical}) {
    const cover::Spread made = spread(wanted, css);
    CHECK_FALSE(made.no_barcode);
    layout::Rect code;
    for (const layout::Item& item : made.page.items) {
      const auto* rule = std::get_if<layout::RuleItem>(&item.content);
      if (rule && rule->color == cover::kWhite) code = rule->rect;
    }
    CHECK(code.x >= (*css ? mm(212) : mm(150)));
    CHECK(code.x + code.width <= (*css ? mm(262) : mm(200)));
    for (const layout::Item& item : made.page.items) {
      const auto* run = std::get_if<layout::GlyphRun>(&item.content);
      if (!run || run->text.find("茶茶茶") == std::string::npos) continue;
      CHECK((run->origin.x >= code.x + code.width || run->origin.x + run->glyphs.back().x + run->size <= code.x));
    }
  }
}

TEST_CASE("a picture covers the front and its bleed, whatever its proportions") {
  for (const auto& [across, down] : {std::pair<uint32_t, uint32_t>{1000, 1000}, {1000, 3000}, {3000, 1000}}) {
    for (const char* css : {"", kVertical}) {
      cover::SpreadFacts wanted = facts();
      wanted.picture = {"c.jpg", across, down};
      const cover::Spread made = spread(wanted, css);
      const auto found = std::find_if(made.page.items.begin(), made.page.items.end(), [](const layout::Item& item) {
        return std::holds_alternative<layout::ImageItem>(item.content);
      });
      REQUIRE(found != made.page.items.end());
      const auto& image = std::get<layout::ImageItem>(found->content);
      const layout::Rect window = image.window, whole = image.rect;
      CHECK(window.x == (*css ? -mm(3) : mm(152)));
      CHECK(window.width == mm(140) + mm(3));
      CHECK(window.height == mm(203) + mm(3) * 2);
      CHECK(whole.x <= window.x);
      CHECK(whole.y <= window.y);
      CHECK(whole.x + whole.width >= window.x + window.width - Length::from_raw(2));
      CHECK(whole.y + whole.height >= window.y + window.height - Length::from_raw(2));
      const Length off = whole.width.scaled(down, across) - whole.height;
      CHECK(std::max(off, -off) < Length::ratio(1, 100));
      CHECK(words(made, *css ? Length() : mm(152), *css ? mm(140) : mm(292)) == "");
    }
  }
}
