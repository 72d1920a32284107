#include "layout/proof_sheet.h"

#include <algorithm>
#include <array>
#include <optional>

#include <fmt/format.h>

#include "document/front_matter_pages.h"
#include "layout/fit_line.h"
#include "layout/galley.h"
#include "layout/turn.h"

namespace huozi::layout {
namespace {

using style::Color;

constexpr Length millimetres(int64_t tenths) {
  return Length::ratio(tenths * 72, 254);
}
constexpr Length kOuter = millimetres(350), kOther = millimetres(200), kEdge = millimetres(100);
constexpr std::array<Point, 2> kPapers = {Point{millimetres(2100), millimetres(2970)},   // A4
                                          Point{millimetres(2970), millimetres(4200)}};  // A3
constexpr Length kGap = Length::points(5);  // from the text, and between what stands in a margin
constexpr Length kHairline = Length::ratio(1, 4);

constexpr Color kGray{Color::Space::gray, {550, 0, 0, 0}};
constexpr Color kDark{Color::Space::gray, {850, 0, 0, 0}};
constexpr Color kRed{Color::Space::rgb, {780, 80, 80, 0}};

Point paper_for(const Page& page) {
  const Point least{page.width + kOuter + kOther, page.height + kOther * 2};
  for (const Point& paper : kPapers) {
    if (least.x <= paper.x && least.y <= paper.y) return paper;
  }
  return least;
}

void add_rule(Page& sheet, const Rect& rect, const Color& color) {
  sheet.items.push_back({Region::margin, RuleItem{rect, color, {}}});
}

void draw_trim(Page& sheet, Point at, const Page& page) {
  const Length right = at.x + page.width, foot = at.y + page.height;
  add_rule(sheet, {at.x, at.y, page.width, kHairline}, kGray);
  add_rule(sheet, {at.x, foot - kHairline, page.width, kHairline}, kGray);
  add_rule(sheet, {at.x, at.y, kHairline, page.height}, kGray);
  add_rule(sheet, {right - kHairline, at.y, kHairline, page.height}, kGray);
}

}  // namespace

// The page as its lines see it: turned, its lines run up from its foot.
struct ProofSheets::Frame {
  bool turned = false;
  Point by;            // of the page on the sheet
  Length left, right;  // of the page
  Length sheet_left, sheet_right;
  Length text_left, text_right;
  std::vector<Rect> taken;  // by running heads and the like

  Frame(const Page& page, bool is_turned, Point at, Point paper = {}) : turned(is_turned), by(at) {
    sheet_left = turned ? at.y - paper.y : -at.x;
    sheet_right = turned ? at.y : paper.x - at.x;
    left = turned ? -page.height : Length();
    right = turned ? Length() : page.width;
    text_left = right;
    text_right = left;
    for (const Item& item : page.items) {
      const auto* run = std::get_if<GlyphRun>(&item.content);
      if (!run || run->glyphs.empty()) continue;
      if (item.region != Region::margin && run->turned != turned) continue;
      const Point origin = turned ? turned_back(run->origin) : run->origin;
      if (item.region != Region::margin) {
        text_left = std::min(text_left, origin.x + run->glyphs.front().x);
        text_right = std::max(text_right, origin.x + run->glyphs.back().x + run->size);
      } else if (run->turned == turned) {
        const Length width = run->glyphs.back().x + run->size;
        taken.push_back({origin.x, origin.y - run->size, width, run->size * 2});
      } else {
        const Length width = run->glyphs.back().x + run->size;
        taken.push_back({origin.x - run->size, origin.y - width, run->size * 2, width * 2});
      }
    }
  }

  // To the sheet's edge, less a little.
  Length room_from(Length x, int side) const {
    const Length edge = side < 0 ? sheet_left : sheet_right;
    return (edge - x) * side - millimetres(50);
  }

  bool is_free(Length from, Length to, const std::vector<PageLine>& lines) const {
    return std::none_of(taken.begin(), taken.end(), [&](const Rect& rect) {
      if (rect.x >= to || rect.x + rect.width <= from) return false;
      return std::any_of(lines.begin(), lines.end(), [&](const PageLine& line) {
        return line.turned == turned && line.baseline >= rect.y && line.baseline - line.size <= rect.y + rect.height;
      });
    });
  }
};

// A margin, from the text to the sheet's edge. `side`: -1 left, 1 right.
struct ProofSheets::Beside {
  int side;
  Length at;  // the next free place
  bool outside = false;

  // Where something of `width` begins (its edge at the text's side): within the page, or beyond its trim.
  Length take(Length width, const Frame& frame, const std::vector<PageLine>& lines) {
    const Length trim = side < 0 ? frame.left : frame.right;
    const Length end = at + width * side;
    const bool fits = side < 0 ? end >= trim + Length::points(2) : end <= trim - Length::points(2);
    if (!outside && !(fits && frame.is_free(std::min(at, end), std::max(at, end), lines))) leave(frame);
    const Length begin = at;
    at += (width + kGap) * side;
    return begin;
  }
  void leave(const Frame& frame) {
    if (outside) return;
    outside = true;
    at = (side < 0 ? frame.left : frame.right) + Length::points(4) * side;
  }
};

ProofSheets::ProofSheets(const document::Book& book, const std::vector<Page>& pages,
                         const std::vector<PrintedParagraph>& paragraphs, const ProofFacts& facts,
                         text::FontLibrary& fonts)
    : pages_(pages), paragraphs_(paragraphs), facts_(facts), blocks_(printed_blocks(book)), shaper_(fonts) {
  for (uint32_t i = 0; i < paragraphs.size(); ++i) {
    if (paragraphs[i].lines.empty()) continue;
    begins_[{paragraphs[i].lines.front().page, paragraphs[i].lines.front().line}].push_back(i);
  }
  for (const Page& page : pages) {
    const Frame frame(page, false, {});
    auto& [left, right] = edges_.try_emplace({page.recto, page.width}, frame.text_left, frame.text_right).first->second;
    left = std::min(left, frame.text_left);
    right = std::max(right, frame.text_right);
  }
}

Page ProofSheets::sheet(size_t index, const std::vector<ProofMark>& marks) {
  const Page& page = pages_[index];
  const Point paper = paper_for(page);
  Page sheet;
  sheet.width = paper.x;
  sheet.height = paper.y;
  sheet.recto = page.recto;
  sheet.label = page.label;
  const Point at{page.recto ? kOther : paper.x - kOther - page.width, (paper.y - page.height) / 2};
  copy(page, sheet, at);
  draw_trim(sheet, at, page);
  const std::vector<PageLine> lines = page_lines(page, blocks_);
  for (const bool turned : {false, true}) beside_lines(page, lines, index, turned, marks, sheet, at);
  for (const ProofMark& mark : marks) {
    if (mark.page == index) underline(page, mark, sheet, at);
  }
  head(sheet, index);
  if (index == 0 && facts_.to_sign) places_to_sign(sheet, at.y + page.height);
  return sheet;
}

void ProofSheets::copy(const Page& page, Page& sheet, Point by) const {
  for (Item item : page.items) {
    std::visit([&](auto& content) { shift(content, by); }, item.content);
    sheet.items.push_back(std::move(item));
  }
  for (Anchor anchor : page.anchors) {
    anchor.y += by.y;
    sheet.anchors.push_back(anchor);
  }
}

const PlainText& ProofSheets::set(const std::string& text, const Style& style) {
  const Color& c = style.color;
  const std::string key = fmt::format("{} {} {} {}", style.bold, style.tenths, c.components[0], text);
  const auto [found, fresh] = set_.try_emplace(key);
  if (fresh) {
    style::ComputedStyle computed;
    computed.font_family = {"sans-serif"};
    computed.font_size = Length::ratio(style.tenths, 10);
    computed.font_weight = style.bold ? 700 : 400;
    computed.color = c;
    const TextStyle look = make_text_style(computed, facts_.language, shaper_.library());
    found->second = set_plain(text, look, shaper_, {});
  }
  return found->second;
}

// Text whose edge is at `at` on its baseline, in the frame: `side` 1: it begins there; -1: it ends there; 0: its
// middle. Returns its width.
Length ProofSheets::put(Page& sheet, const Frame& frame, const std::string& text, const Style& style, Point at,
                        int side) {
  const PlainText& words = set(text, style);
  if (side < 0) at.x -= words.width;
  if (side == 0) at.x -= words.width / 2;
  for (GlyphRun run : words.runs) {
    shift(run, at);
    if (frame.turned) turn(run);
    shift(run, frame.by);
    sheet.items.push_back({Region::margin, std::move(run)});
  }
  return words.width;
}

// "3-14", "3-14–16" of several that begin on the line.
std::string ProofSheets::ids_on(size_t index, uint32_t line) const {
  const auto found = begins_.find({index, line});
  if (found == begins_.end()) return {};
  const std::string& first = paragraphs_[found->second.front()].id;
  const std::string& last = paragraphs_[found->second.back()].id;
  return first == last ? first : first + "–" + last.substr(last.find('-') + 1);
}

// Each rule once, as many as there is room for.
std::string ProofSheets::findings_on(std::pair<size_t, uint32_t> line, const std::vector<ProofMark>& marks,
                                     const Style& style, Length room) {
  std::string out;
  std::vector<std::string_view> told;
  for (const ProofMark& mark : marks) {
    if (mark.page != line.first || mark.line != line.second) continue;
    if (std::find(told.begin(), told.end(), mark.words) != told.end()) continue;
    told.push_back(mark.words);
    const std::string longer = out + (out.empty() ? "" : " ") + mark.words;
    if (!out.empty() && set(longer + "…", style).width > room) return out + "…";
    out = longer;
  }
  return out;
}

void ProofSheets::beside_lines(const Page& page, const std::vector<PageLine>& lines, size_t index, bool turned,
                               const std::vector<ProofMark>& marks, Page& sheet, Point by) {
  const Style number{false, 60, kGray}, fifth{true, 60, kDark}, id{false, 55, kGray}, found{true, 60, kRed};
  const Frame frame(page, turned, by, {sheet.width, sheet.height});
  uint32_t last_column = 0;
  Length ids_width = set("88-888", id).width;
  for (uint32_t i = 0; i < lines.size(); ++i) {
    if (lines[i].turned != turned) continue;
    last_column = std::max(last_column, lines[i].column);
    const std::string ids = ids_on(index, i + 1);
    if (!ids.empty()) ids_width = std::max(ids_width, set(ids, id).width);
  }
  const Length number_width = set("888", number).width;
  // At one place on all pages of a side; turned ones have their own.
  const auto edges = turned ? edges_.end() : edges_.find({page.recto, page.width});
  const bool known = edges != edges_.end();
  Beside left{-1, (known ? edges->second.first : frame.text_left) - kGap};
  Beside right{1, (known ? edges->second.second : frame.text_right) + kGap};
  const bool inner_left = page.recto || turned;
  // By column, the first and the last: where its numbers, ids and findings stand.
  struct Places {
    int side = 0, far_side = 0;
    Length numbers, ids, findings;
  };
  std::array<Places, 2> places;
  if (last_column == 0) {
    Beside& inner = inner_left ? left : right;
    Beside& outer = inner_left ? right : left;
    Places& only = places[0];
    only.side = inner.side;
    only.far_side = outer.side;
    only.numbers = inner.take(number_width, frame, lines);
    only.ids = outer.take(ids_width, frame, lines);
    outer.leave(frame);
    only.findings = outer.at;
  } else {
    for (size_t i = 0; i < 2; ++i) {
      Beside& beside = i == 0 ? left : right;
      places[i].side = places[i].far_side = beside.side;
      places[i].numbers = beside.take(number_width, frame, lines);
      places[i].ids = beside.take(ids_width, frame, lines);
      beside.leave(frame);
      places[i].findings = beside.at;
    }
  }
  for (uint32_t i = 0; i < lines.size(); ++i) {
    const PageLine& line = lines[i];
    if (line.turned != turned) continue;
    const std::string shown = std::to_string(i + 1);
    const Style& look = (i + 1) % 5 == 0 ? fifth : number;
    if (line.column > 0 && line.column < last_column) {
      put(sheet, frame, shown, look, {line.left - Length::points(3), line.baseline}, -1);
      continue;
    }
    const Places& here = places[line.column == 0 ? 0 : 1];
    put(sheet, frame, shown, look, {here.numbers, line.baseline}, here.side);
    const std::string ids = ids_on(index, i + 1);
    if (!ids.empty()) put(sheet, frame, ids, id, {here.ids, line.baseline}, here.far_side);
    const std::string findings =
        findings_on({index, i + 1}, marks, found, frame.room_from(here.findings, here.far_side));
    if (!findings.empty()) put(sheet, frame, findings, found, {here.findings, line.baseline}, here.far_side);
  }
}

void ProofSheets::underline(const Page& page, const ProofMark& mark, Page& sheet, Point by) const {
  for (const Item& item : page.items) {
    const auto* run = std::get_if<GlyphRun>(&item.content);
    if (!run || item.region == Region::margin || run->label || run->node != mark.node) continue;
    std::optional<Length> from;
    Length to;
    for (size_t i = 0; i < run->glyphs.size(); ++i) {
      const Glyph& glyph = run->glyphs[i];
      if (run->text_offset + glyph.text_end <= mark.begin || run->text_offset + glyph.text_begin >= mark.end) continue;
      if (!from) from = glyph.x;
      to = i + 1 < run->glyphs.size() ? run->glyphs[i + 1].x : glyph.x + run->size;
    }
    if (!from || to <= *from) continue;
    const Point origin = run->turned ? turned_back(run->origin) : run->origin;
    const Length below = run->size / 5;
    RuleItem rule{{origin.x + *from, origin.y + below, to - *from, Length::ratio(1, 2)}, kRed, {}};
    if (run->turned) turn(rule);
    shift(rule, by);
    sheet.items.push_back({Region::margin, std::move(rule)});
  }
}

// 校样, the title, the revision and the page on a line at the head of the sheet.
void ProofSheets::head(Page& sheet, size_t index) {
  const bool traditional = document::is_traditional_chinese(facts_.language);
  const Style plain{false, 75, kDark}, strong{true, 90, kDark};
  const Frame frame(Page(), false, {});
  const Length y = kEdge;
  Length x = kEdge + put(sheet, frame, traditional ? "校樣" : "校样", strong, {kEdge, y}, 1) + Length::points(8);
  const Length right = sheet.width - kEdge;
  const std::string label =
      fmt::format("第 {} {}　{}/{}", pages_[index].label, traditional ? "頁" : "页", index + 1, pages_.size());
  const Length label_width = put(sheet, frame, label, plain, {right, y}, -1);
  const std::string revision = "文本 " + facts_.revision;
  const Length revision_width = put(sheet, frame, revision, plain, {right - label_width - Length::points(16), y}, -1);
  style::ComputedStyle computed;
  computed.font_family = {"sans-serif"};
  computed.font_size = Length::ratio(plain.tenths, 10);
  computed.color = plain.color;
  const TextStyle look = make_text_style(computed, facts_.language, shaper_.library());
  const Length room = right - label_width - revision_width - Length::points(32) - x;
  for (GlyphRun run : fit_line(facts_.title, look, shaper_, room).text.runs) {
    shift(run, {x, y});
    sheet.items.push_back({Region::margin, std::move(run)});
  }
  add_rule(sheet, {kEdge, y + Length::points(5), right - kEdge, kHairline}, kGray);
}

// 一校, 二校, 三校: each a line for the name and one for the date.
void ProofSheets::places_to_sign(Page& sheet, Length top) {
  const Style look{false, 85, kDark};
  const Frame frame(Page(), false, {});
  const Length y = top + kOther / 2 + Length::points(8);
  const Length cell = (sheet.width - kEdge * 2) / 3;
  constexpr std::array<const char*, 3> kReadings = {"一校", "二校", "三校"};
  for (size_t i = 0; i < kReadings.size(); ++i) {
    Length x = kEdge + cell * static_cast<int64_t>(i);
    const Length end = x + cell - Length::points(10);
    const auto blank = [&](const char* words, Length to) {
      x += put(sheet, frame, words, look, {x, y}, 1) + Length::points(3);
      add_rule(sheet, {x, y + Length::points(2), to - x, kHairline}, kDark);
      x = to + Length::points(4);
    };
    blank(kReadings[i], x + cell * 55 / 100);
    blank("日期", end);
  }
}

}  // namespace huozi::layout
