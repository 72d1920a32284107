#include <string_view>

#include <fmt/format.h>

#include "base/utf8.h"
#include "compare/reports.h"

namespace huozi::compare {
namespace {

constexpr size_t kContext = 24;  // characters beside what changed
constexpr std::string_view kLeftOut = " ... ";

// The unchanged stretch without its middle, or without the end that no change is near.
std::string shortened(std::string_view text, bool keeps_head, bool keeps_tail) {
  const std::u32string all = base::to_utf32(text);
  const size_t kept = (keeps_head ? kContext : 0) + (keeps_tail ? kContext : 0);
  if (all.size() <= kept + kContext) return std::string(text);
  std::string out;
  if (keeps_head) out += base::to_utf8(all.substr(0, kContext));
  out += kLeftOut;
  if (keeps_tail) out += base::to_utf8(all.substr(all.size() - kContext));
  return out;
}

// A line of output is a line: verse has line feeds.
std::string on_one_line(std::string text) {
  for (size_t at = 0; (at = text.find('\n', at)) != std::string::npos; at += 3) text.replace(at, 1, " / ");
  return text;
}

std::string shown(const Edition& edition, const Place& place, const std::vector<Range>& marks, std::string_view open,
                  std::string_view close) {
  const std::string_view text = edition.paragraphs[place.paragraph].text;
  std::string out;
  uint32_t at = place.text.begin;
  for (const Range& mark : marks) {
    out += shortened(text.substr(at, mark.begin - at), at > place.text.begin, true);
    if (mark.end > mark.begin) out.append(open).append(text.substr(mark.begin, mark.end - mark.begin)).append(close);
    at = mark.end;
  }
  const std::string_view rest = text.substr(at, place.text.end - at);
  out += marks.empty() ? std::string(rest) : shortened(rest, true, false);
  return on_one_line(std::move(out));
}

struct Where {
  std::string page, line;  // the line as ", line 7"
};

Where where(const Edition& edition, const Place& place, uint32_t byte) {
  if (place.paragraph == kNowhere) return {"-", ""};
  const Line* line = line_at(edition.paragraphs[place.paragraph], byte);
  if (line == nullptr) return {"-", ""};
  return {edition.pages[line->page].label, line->line == 0 ? "" : fmt::format(", line {}", line->line)};
}

std::string head(const Edition& before, const Edition& after, const Change& change) {
  const auto old_at = where(before, change.before, first_byte(change.before, change.marks.in_old));
  const auto new_at = where(after, change.after, first_byte(change.after, change.marks.in_new));
  const auto id = [](const Edition& edition, const Place& place) {
    if (place.paragraph == kNowhere) return std::string("-");
    const Paragraph& paragraph = edition.paragraphs[place.paragraph];
    return (paragraph.element == kPicture ? "picture " : "paragraph ") + paragraph.id;
  };
  const std::string old_id = id(before, change.before), new_id = id(after, change.after);
  std::string what(kind_name(change.kind));
  if (change.paragraphs > 1) {
    what += fmt::format(" {} {}", change.paragraphs, is_picture(before, after, change) ? "pictures" : "paragraphs");
  }
  if (change.whole && change.kind != Kind::moved) {
    what += is_picture(before, after, change) ? " picture" : " paragraph";
  }
  std::string now_cast;
  if (change.kind == Kind::changed && change.whole) now_cast = ", another picture in the file";
  if (is_recast(before, after, change)) {
    now_cast = is_heading(after.paragraphs[change.after.paragraph]) ? ", now a heading" : ", no heading any more";
  }
  if (change.kind == Kind::removed) {
    const std::string now = old_at.page == new_at.page ? "" : fmt::format(" (now {})", new_at.page);
    return fmt::format("{}  page {}{}{}, {}\n", what, old_at.page, now, old_at.line, old_id);
  }
  const bool has_old = change.kind != Kind::added;
  const std::string was = has_old && old_at.page != new_at.page ? fmt::format(" (was {})", old_at.page) : "";
  const std::string was_id = change.kind == Kind::moved ? fmt::format(" (was {})", old_id) : "";
  return fmt::format("{}  page {}{}{}, {}{}{}\n", what, new_at.page, was, new_at.line, new_id, was_id, now_cast);
}

std::string entry(const Edition& before, const Edition& after, const Change& change) {
  std::string out = head(before, after, change);
  const bool one_text = change.kind == Kind::moved || change.kind == Kind::split || change.kind == Kind::joined ||
                        change.kind == Kind::recast || (change.kind == Kind::changed && change.whole);
  if (one_text) {
    const std::string text = shown(after, change.after, {}, "", "");
    return out + "  " + shortened(text, true, false) + "\n\n";
  }
  if (change.kind != Kind::added) out += "- " + shown(before, change.before, change.marks.in_old, "[-", "-]") + "\n";
  if (change.kind != Kind::removed) out += "+ " + shown(after, change.after, change.marks.in_new, "{+", "+}") + "\n";
  return out + "\n";
}

// "3, 5-7"
std::string page_list(const Edition& edition, const std::vector<uint32_t>& pages) {
  std::string out;
  for (size_t i = 0; i < pages.size();) {
    size_t last = i;
    while (last + 1 < pages.size() && pages[last + 1] == pages[last] + 1) ++last;
    out += (out.empty() ? "" : ", ") + edition.pages[pages[i]].label;
    if (last > i) out += "-" + edition.pages[pages[last]].label;
    i = last + 1;
  }
  return out;
}

}  // namespace

std::string text_report(const Edition& before, const Edition& after, const Comparison& comparison) {
  std::string out;
  for (const Change& change : comparison.changes) out += entry(before, after, change);
  for (const PartChange& part : comparison.parts) {
    const size_t rows = std::max(part.removed, part.added);
    out += fmt::format("{} {} of the {} changed\n", rows, rows == 1 ? "row" : "rows", part.part);
  }
  const Counts counts = counts_of(comparison);
  out += fmt::format("{} -> {}: {} added, {} removed, {} changed, {} moved", before.name, after.name, counts.added,
                     counts.removed, counts.changed, counts.moved);
  if (counts.cut > 0) out += fmt::format(", {} paragraphs cut otherwise", counts.cut);
  if (counts.recast > 0)
    out += fmt::format(", {} {} made or unmade", counts.recast, counts.recast == 1 ? "heading" : "headings");
  out += "\n";
  if (before.pages.empty() || after.pages.empty()) return out;
  const std::string changed = page_list(after, comparison.pages_changed);
  const bool same_text = comparison.changes.empty() && comparison.parts.empty();
  if (same_text && !changed.empty()) out += "no words differ, but how they are set\n";
  out += "pages that differ: " + (changed.empty() ? "none" : changed) + "\n";
  const std::string removed = page_list(before, comparison.pages_removed);
  if (!removed.empty()) out += "pages there are no more: " + removed + "\n";
  return out;
}

}  // namespace huozi::compare
