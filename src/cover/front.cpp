#include "cover/front.h"

#include <algorithm>
#include <array>

#include "base/utf8.h"
#include "cover/panel.h"
#include "document/front_matter_pages.h"
#include "document/plain_text.h"

namespace huozi::cover {
namespace {

constexpr style::Color rgb(uint16_t red, uint16_t green, uint16_t blue) {
  return {style::Color::Space::rgb, {red, green, blue, 0}};
}
constexpr style::Color kPaper = rgb(965, 945, 906);
constexpr style::Color kRed = rgb(561, 165, 129);
constexpr style::Color kInk = rgb(137, 122, 110);

constexpr size_t kMostCreators = 24;  // of one role; more are 等

// What the title page says, by its paragraphs' classes.
struct Words {
  std::string title, subtitle, series, publisher;
  std::vector<std::string> creators;  // one a role
};

// 张三　李四　王五 等 for lists too long for a cover.
document::BookMetadata within_bounds(document::BookMetadata metadata) {
  const bool chinese = metadata.language.starts_with("zh");
  std::vector<document::Creator> kept;
  for (const document::Creator& creator : metadata.creators) {
    const auto same = [&](const document::Creator& other) { return other.role == creator.role; };
    const auto all = std::count_if(metadata.creators.begin(), metadata.creators.end(), same);
    const auto before = std::count_if(kept.begin(), kept.end(), same);
    constexpr int kNamed = 3;
    if (all > static_cast<std::ptrdiff_t>(kMostCreators) && before >= kNamed) {
      if (before == kNamed) kept.push_back({chinese ? "等" : "et al.", creator.role});
      continue;
    }
    kept.push_back(creator);
  }
  metadata.creators = std::move(kept);
  return metadata;
}

Words words_of(const document::BookMetadata& metadata) {
  Words words;
  words.title = metadata.title;
  words.series = metadata.series_title;
  if (!words.series.empty() && !metadata.series_position.empty()) words.series += "　" + metadata.series_position;
  for (const document::Block& block : document::title_page(within_bounds(metadata), 0).blocks) {
    const auto* paragraph = std::get_if<document::Paragraph>(&block.content);
    if (!paragraph) continue;
    const std::string text = document::plain_text(paragraph->children);
    const std::string& kind = block.info.attributes.classes.front();
    if (kind == "subtitle") words.subtitle = text;
    if (kind == "publisher") words.publisher = text;
    if (kind == "creators") words.creators.push_back(text);
  }
  // Beside others those who wrote the book are named as such.
  if (words.creators.size() > 1 && metadata.language.starts_with("zh")) {
    size_t line = 0;
    for (size_t i = 0; i < metadata.creators.size(); ++i) {
      const std::string& role = metadata.creators[i].role;
      if (i > 0 && role == metadata.creators[i - 1].role) continue;
      if (role == "aut" && line < words.creators.size()) words.creators[line] += "　著";
      ++line;
    }
  }
  return words;
}

// Lengths in 1600ths of the panel's width.
class Designer {
 public:
  Designer(const document::BookMetadata& metadata, Length width, Length height, const style::Cascade& cascade,
           text::FontLibrary& fonts)
      : words_(words_of(metadata)),
        width_(width),
        height_(height),
        panel_(width, height, metadata.language, cascade, fonts) {
    const style::BorderSide& border = panel_.whole().border.left;
    accent_ = border.is_drawn() && border.color != style::Color() ? border.color : kRed;
  }

  Front design() {
    panel_.rule({{}, {}, width_, height_}, kPaper);
    if (panel_.whole().writing_mode == "vertical-rl") {
      downwards();
    } else {
      across();
    }
    Front front;
    front.cut = panel_.cut();
    front.missing = panel_.missing();
    front.page = panel_.take();
    return front;
  }

 private:
  Length unit(int64_t n) const { return width_.scaled(n, 1600); }

  style::ComputedStyle style(std::string_view element) const {
    style::ComputedStyle style = panel_.style(element);
    if (style.color == style::Color()) style.color = kInk;
    return style;
  }

  // Few characters are set large; from the sixth on the title takes more lines at one size.
  Fit title_fit(size_t characters, Length measure, size_t most_lines) const {
    constexpr std::array<int64_t, 6> kSizes = {480, 480, 430, 340, 270, 230};
    Fit fit;
    fit.measure = measure;
    fit.largest = unit(kSizes[std::min(characters, kSizes.size() - 1)]);
    fit.least = unit(40);
    fit.most_lines = characters <= 5 ? 1 : characters <= 30 ? std::min<size_t>(3, most_lines) : most_lines;
    fit.leading = 128;
    return fit;
  }

  // The widths of Han characters that the title has.
  static size_t wide_characters(std::string_view text) {
    size_t halves = 0;
    for (const auto c : base::CodePoints(text)) halves += c.code_point >= 0x2E80 ? 2 : 1;
    return (halves + 1) / 2;
  }

  // A band at one side with the series in it, character below character, and a thin line beside it.
  void band(bool at_right) {
    const bool named = !words_.series.empty();
    const Length breadth = unit(named ? 236 : 120);
    const Length left = at_right ? width_ - breadth : Length();
    panel_.rule({left, {}, breadth, height_}, accent_);
    const Length beside = at_right ? left - unit(24) : breadth + unit(18);
    panel_.rule({beside, {}, unit(6), height_}, accent_);
    if (!named) return;
    style::ComputedStyle series = panel_.style("series");
    if (series.color == style::Color()) series.color = kPaper;
    const Length top = unit(300), room = height_ - top - unit(300);
    const auto cells = static_cast<int64_t>(column_cells(words_.series).size());
    const Length pitch = std::max(std::min(unit(116), room / std::max<int64_t>(cells, 1)), unit(56));
    panel_.put_column(words_.series, series, std::min(unit(88), pitch.scaled(76, 100)), pitch, left + breadth / 2, top,
                      static_cast<size_t>(room / pitch));
  }

  // Creators and publisher at the foot, up from `bottom`; a rule above them. Returns the rule's top.
  Length foot(Length left, Length measure, Length bottom) {
    std::vector<Lines> rows;
    Length height;
    const auto add = [&](std::string_view text, std::string_view element, int64_t size, size_t lines) {
      if (text.empty()) return;
      rows.push_back(panel_.fit_names(text, style(element), {measure, unit(size), unit(34), lines, 150}));
      height += rows.back().height();
    };
    const size_t roles = words_.creators.size();
    for (const std::string& line : words_.creators) add(line, "creators", roles > 4 ? 44 : 66, roles > 2 ? 3 : 5);
    const bool published = !words_.publisher.empty();
    add(words_.publisher, "publisher", 58, 2);
    if (rows.empty()) return bottom;
    // The publisher stands a little apart.
    const Length gap = unit(34), apart = published && rows.size() > 1 ? unit(40) : Length();
    height += gap * static_cast<int64_t>(rows.size() - 1) + apart;
    Length y = bottom - height;
    const Length top = y - unit(58);
    panel_.rule({left, top, measure, unit(4)}, accent_);
    for (size_t i = 0; i < rows.size(); ++i) {
      if (published && i + 1 == rows.size()) y += apart;
      y = panel_.put(rows[i], left, y) + gap;
    }
    return top;
  }

  void across() {
    band(false);
    const Length left = unit(words_.series.empty() ? 250 : 370);
    const Length measure = width_ - left - unit(110);
    const Length foot_top = foot(left, measure, height_ - unit(230));
    Length y = unit(420);
    const size_t wide = wide_characters(words_.title);
    Fit fit = title_fit(wide, measure, 9);
    fit.most_height = (foot_top - y).scaled(words_.subtitle.empty() ? 85 : 68, 100);
    const Lines title = panel_.fit_title(words_.title, style("h1"), fit);
    y = panel_.put(title, left, y) + std::max(title.size / 3, unit(60));
    panel_.rule({left, y, unit(180), unit(10)}, accent_);
    if (words_.subtitle.empty()) return;
    y += unit(90);
    const auto room = static_cast<size_t>(std::max<int64_t>((foot_top - y) / unit(110), 1));
    panel_.put(
        panel_.fit(words_.subtitle, style("subtitle"), {measure, unit(82), unit(44), std::min<size_t>(room, 4), 140}),
        left, y);
  }

  // The lines as columns from `right` leftwards. Returns the left edge of the last.
  Length columns(const Lines& lines, std::string_view element, Length right, Length top, Length room) {
    const std::vector<std::string> texts = panel_.texts(lines);
    size_t most = 1;
    for (const std::string& text : texts) most = std::max(most, column_cells(text).size());
    // Figures are a cell each here, and were half a one in the lines.
    const Length pitch = std::min(lines.size.scaled(106, 100), room / static_cast<int64_t>(most));
    const Length size = pitch.scaled(100, 106);
    Length x = right - size / 2;
    for (const std::string& text : texts) {
      panel_.put_column(text, style(element), size, pitch, x, top);
      x -= size.scaled(138, 100);
    }
    return x + size.scaled(138, 100) - size / 2;
  }

  // Columns from right to left: title, subtitle; at the foot those who made the book, across.
  void downwards() {
    band(true);
    const Length right = width_ - unit(words_.series.empty() ? 250 : 370);
    const Length top = unit(300);
    const Length foot_top = foot(unit(120), right - unit(120), height_ - unit(230));
    const Length room = foot_top - top - unit(160);
    Fit fit = title_fit(wide_characters(words_.title), room, 4);
    fit.largest = std::min(fit.largest, unit(300));
    fit.leading = 138;
    fit.most_height = right - unit(words_.subtitle.empty() ? 120 : 440);
    const Lines title = panel_.fit_title(words_.title, style("h1"), fit);
    const Length left = columns(title, "h1", right, top, room);
    if (words_.subtitle.empty()) return;
    const Length lower = title.size / 4;
    Fit small{room - lower, unit(84), unit(44), 3, 138};
    small.most_height = left - unit(190);
    columns(panel_.fit(words_.subtitle, style("subtitle"), small), "subtitle", left - unit(70), top + lower,
            room - lower);
  }

  Words words_;
  Length width_, height_;
  Panel panel_;
  style::Color accent_;
};

}  // namespace

Front typeset_front(const document::BookMetadata& metadata, Length width, Length height, const style::Cascade& cascade,
                    text::FontLibrary& fonts) {
  return Designer(metadata, width, height, cascade, fonts).design();
}

}  // namespace huozi::cover
