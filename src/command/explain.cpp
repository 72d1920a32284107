#include "command/explain.h"

#include <algorithm>
#include <string_view>
#include <vector>

#include <fmt/format.h>

#include "base/utf8.h"

namespace huozi::command {
namespace {

constexpr size_t kShown = 36;  // characters of a piece
constexpr int kDoubtful = 50;  // percent: below it nothing is changed

struct Line {
  source::Span span;
  std::string text;
  bool decision;
};

// On one line, the first characters only.
std::string excerpt(std::string_view text) {
  std::string out;
  size_t count = 0;
  bool blank = true;  // blanks at the beginning are left out
  for (const auto item : base::CodePoints(text)) {
    const bool is_blank = item.code_point <= U' ' || item.code_point == 0x7F;
    if (is_blank && blank) continue;
    if (count++ == kShown) return out + "…";
    base::append_utf8(out, is_blank ? U' ' : item.code_point);
    blank = is_blank;
  }
  return out;
}

std::string change_of(const document::AuditEntry& entry) {
  if (entry.replaced_by.empty()) return fmt::format("{}: removed “{}”", entry.rule, excerpt(entry.removed));
  if (entry.removed.empty()) return fmt::format("{}: put in “{}”", entry.rule, excerpt(entry.replaced_by));
  return fmt::format("{}: “{}” became “{}”", entry.rule, excerpt(entry.removed), excerpt(entry.replaced_by));
}

std::string decision_of(const document::Decision& decision) {
  return fmt::format("{} ({} %{}): {}", decision.rule, decision.confidence,
                     decision.confidence < kDoubtful ? ", left as it is" : "", decision.reason);
}

}  // namespace

std::string explain(const document::Audit& audit, const source::SourceSet& sources) {
  std::vector<Line> lines;
  for (const document::Decision& decision : audit.decisions)
    lines.push_back({decision.span, decision_of(decision), true});
  for (const document::AuditEntry& entry : audit.entries) {
    const bool changes_text = !entry.removed.empty() || !entry.replaced_by.empty();
    if (changes_text) lines.push_back({entry.span, change_of(entry), false});
  }
  std::stable_sort(lines.begin(), lines.end(), [](const Line& a, const Line& b) {
    return std::pair(a.span.file, a.span.begin) < std::pair(b.span.file, b.span.begin);
  });
  std::string out;
  for (const Line& line : lines) {
    const source::SourceFile* file = sources.find(line.span.file);
    if (!file) {
      out += fmt::format("{}\n", line.text);
      continue;
    }
    const source::Position at = file->position(line.span.begin);
    out += fmt::format("{}:{}:{}: {}\n", file->path(), at.line, at.column, line.text);
    const std::string words = line.decision ? excerpt(file->slice(line.span)) : std::string();
    if (!words.empty()) out += fmt::format("    | {}\n", words);
  }
  return out;
}

}  // namespace huozi::command
