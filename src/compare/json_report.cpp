#include <algorithm>
#include <string_view>

#include <nlohmann/json.hpp>

#include "compare/reports.h"

namespace huozi::compare {
namespace {

using Json = nlohmann::ordered_json;

size_t characters(std::string_view text) {
  return static_cast<size_t>(
      std::count_if(text.begin(), text.end(), [](char c) { return (static_cast<unsigned char>(c) & 0xC0) != 0x80; }));
}

Json side(const Edition& edition, const Place& place, const std::vector<Range>& marks) {
  const Paragraph& paragraph = edition.paragraphs[place.paragraph];
  Json out;
  if (const Line* line = line_at(paragraph, first_byte(place, marks))) {
    out["page"] = edition.pages[line->page].label;
    if (line->line > 0) out["line"] = line->line;
  }
  out["paragraph"] = paragraph.id;
  out["element"] = paragraph.element;
  if (paragraph.note) out["note"] = true;
  if (!paragraph.digest.empty() && place.text.end > place.text.begin) out["digest"] = paragraph.digest;
  if (place.text.end == place.text.begin) return out;
  const std::string_view text = paragraph.text;
  out["text"] = text.substr(place.text.begin, place.text.end - place.text.begin);
  size_t at = place.text.begin, count = 0;
  for (const Range& mark : marks) {
    count += characters(text.substr(at, mark.begin - at));
    const size_t begin = count;
    count += characters(text.substr(mark.begin, mark.end - mark.begin));
    at = mark.end;
    out["changed"].push_back({begin, count});
  }
  return out;
}

Json labels(const Edition& edition, const std::vector<uint32_t>& pages) {
  Json out = Json::array();
  for (const uint32_t page : pages) out.push_back(edition.pages[page].label);
  return out;
}

}  // namespace

std::string json_report(const Edition& before, const Edition& after, const Comparison& comparison) {
  const Counts counts = counts_of(comparison);
  Json report;
  report["old"] = before.name;
  report["new"] = after.name;
  report["summary"] = {{"added", counts.added}, {"removed", counts.removed}, {"changed", counts.changed},
                       {"moved", counts.moved}, {"cut", counts.cut},         {"recast", counts.recast}};
  report["changes"] = Json::array();
  for (const Change& change : comparison.changes) {
    Json entry;
    entry["kind"] = kind_name(change.kind);
    entry["unit"] = is_picture(before, after, change) ? "picture" : change.whole ? "paragraph" : "sentence";
    if (change.paragraphs > 1) entry["paragraphs"] = change.paragraphs;
    if (change.before.paragraph != kNowhere) entry["old"] = side(before, change.before, change.marks.in_old);
    if (change.after.paragraph != kNowhere) entry["new"] = side(after, change.after, change.marks.in_new);
    report["changes"].push_back(std::move(entry));
  }
  report["generated"] = Json::array();
  for (const PartChange& part : comparison.parts) {
    report["generated"].push_back({{"part", part.part}, {"removed", part.removed}, {"added", part.added}});
  }
  report["pages_changed"] = labels(after, comparison.pages_changed);
  report["pages_removed"] = labels(before, comparison.pages_removed);
  return report.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

}  // namespace huozi::compare
