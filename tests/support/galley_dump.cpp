#include "support/galley_dump.h"

#include <algorithm>

namespace huozi::test {
namespace {

using namespace layout;

std::string point(const Point& at) {
  return points(at.x) + " " + points(at.y);
}

std::string line_of(const GlyphRun& run) {
  return "run " + describe(run);
}
std::string line_of(const RuleItem& rule) {
  return "rule " + describe(rule.rect);
}
std::string line_of(const PathItem& path) {
  return "path " + describe(path);
}
std::string line_of(const ImageItem& image) {
  return "image " + describe(image.rect) + " " + image.file + (image.turned ? " turned" : "");
}
std::string line_of(const LinkItem& link) {
  return "link " + describe(link.rect) + " " + link.uri;
}
std::string line_of(const MarkItem& mark) {
  return (mark.kind == MarkItem::Kind::marker ? "marker " : "mark ") + std::to_string(mark.note) + " " +
         point(mark.origin);
}
std::string line_of(const ReferenceItem& reference) {
  return "folio " + point(reference.origin) + " in " + points(reference.width);
}
std::string line_of(const LeaderItem& leader) {
  return "leader " + point(leader.origin) + " over " + points(leader.width);
}

std::string cost_of(int64_t cost) {
  std::string out;
  if (cost >= kCostKeep) out += " keep";
  if (cost % kCostKeep >= kCostWidow) out += " widow";
  if (cost % kCostWidow != 0) out += " cost " + std::to_string(cost % kCostWidow);
  return out;
}

void add_rows(std::string& out, const std::vector<Row>& rows, const std::string& indent) {
  for (const Row& row : rows) {
    out += indent + "row " + points(row.height) + cost_of(row.break_cost);
    if (row.forced_break) out += " break";
    if (row.discardable) out += " blank";
    if (row.at_foot) out += " foot";
    if (!row.calls.empty()) out += " calls";
    for (const uint32_t note : row.calls) out += " " + std::to_string(note);
    for (const layout::RunningString& string : row.strings) out += " " + string.name + "=" + string.value;
    out += "\n";
    for (const RowItem& item : row.items) {
      out += indent + "  " + std::visit([](const auto& content) { return line_of(content); }, item) + "\n";
    }
  }
}

}  // namespace

std::string points(base::Length length) {
  const int64_t hundredths = length.scaled(100, base::Length::kUnitsPerPoint).raw();
  const int64_t whole = hundredths < 0 ? -hundredths : hundredths;
  std::string out = (hundredths < 0 ? "-" : "") + std::to_string(whole / 100);
  if (whole % 100 == 0) return out;
  out += "." + std::to_string(whole % 100 / 10);
  if (whole % 10 != 0) out += std::to_string(whole % 10);
  return out;
}

std::string describe(const GlyphRun& run) {
  // A turned run from its foot up.
  const auto at = [&](const layout::Glyph& glyph) {
    return points(run.turned ? run.origin.y - glyph.x : run.origin.x + glyph.x);
  };
  std::string along = run.glyphs.empty() ? points(run.turned ? run.origin.y : run.origin.x) : at(run.glyphs.front());
  if (run.glyphs.size() > 1) along += ".." + at(run.glyphs.back());
  const std::string words = " " + run.text + (run.hyphen ? "‐" : "");
  return run.turned ? "turned " + points(run.origin.x) + " " + along + words
                    : along + " " + points(run.origin.y) + words;
}

std::string describe(const Rect& rect) {
  return points(rect.x) + " " + points(rect.y) + " " + points(rect.width) + "x" + points(rect.height);
}

std::string describe(const PathItem& path) {
  Point least, most;
  for (const PathStep& step : path.steps) {
    for (const Point& at : step.points) {
      least = {std::min(least.x, at.x), std::min(least.y, at.y)};
      most = {std::max(most.x, at.x), std::max(most.y, at.y)};
    }
  }
  const base::Length place = path.places.empty() ? base::Length() : path.places.front();
  std::string out = points(path.origin.x + place) + " " + points(path.origin.y) + " ";
  out += points(most.x - least.x) + "x" + points(most.y - least.y);
  for (size_t i = 1; i < path.places.size(); ++i) out += " +" + points(path.origin.x + path.places[i]);
  if (path.turned) out += " turned";
  return out + (path.pen > base::Length() ? " pen " + points(path.pen) : " filled");
}

std::string dump(const Galley& galley) {
  std::string out;
  add_rows(out, galley.rows, "");
  for (size_t n = 0; n < galley.notes.size(); ++n) {
    out += "note " + std::to_string(n) + "\n";
    add_rows(out, galley.notes[n].rows, "  ");
  }
  return out;
}

}  // namespace huozi::test
