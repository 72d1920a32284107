#include "source/diagnostic.h"

#include <algorithm>
#include <stdexcept>

#include <fmt/args.h>
#include <fmt/format.h>
#include <unicode/uchar.h>

#include "base/utf8.h"

namespace huozi::source {
namespace {

// What a terminal would obey or misread: control characters, and those that reorder what is shown.
bool is_unprintable(char32_t cp) {
  return u_charType(static_cast<UChar32>(cp)) == U_CONTROL_CHAR ||
         u_hasBinaryProperty(static_cast<UChar32>(cp), UCHAR_BIDI_CONTROL);
}

// Articles and file names are strangers' texts: whatever is printed is well-formed UTF-8 on one line.
std::string printable(std::string_view text) {
  std::string out;
  for (const auto item : base::CodePoints(text)) {
    const bool blank = item.code_point == '\t' || item.code_point == '\n' || item.code_point == '\r';
    base::append_utf8(out, blank ? U' ' : is_unprintable(item.code_point) ? base::kReplacement : item.code_point);
  }
  return out;
}

constexpr size_t kMostArguments = 10;

std::string fill(std::string_view format, const std::vector<std::string>& arguments) {
  fmt::dynamic_format_arg_store<fmt::format_context> store;
  for (const std::string& argument : arguments) store.push_back(printable(argument));
  // An argument the caller forgot shows as its placeholder; a message is no place to fail.
  for (size_t i = arguments.size(); i < kMostArguments; ++i) store.push_back(fmt::format("{{{}}}", i));
  return fmt::vformat(format, store);
}

// UAX #11: wide and full-width characters take two columns on a terminal, combining and format marks none (but U+00AD
// one).
int display_width(char32_t cp) {
  const int width = u_getIntPropertyValue(static_cast<UChar32>(cp), UCHAR_EAST_ASIAN_WIDTH);
  if (width == U_EA_WIDE || width == U_EA_FULLWIDTH) return 2;
  const int8_t type = u_charType(static_cast<UChar32>(cp));
  const bool invisible = type == U_NON_SPACING_MARK || type == U_ENCLOSING_MARK || type == U_FORMAT_CHAR;
  return invisible && cp != 0xAD ? 0 : 1;
}

constexpr int kExcerptColumns = 100;
// More bytes than ever fill the columns before the caret; what lies farther away is not even decoded.
constexpr size_t kBytesBefore = 1000;

struct Excerpt {
  std::string text;
  int caret_column = 0;
  int caret_width = 1;
};

// A window of the line round the bytes [begin, end): scraped paragraphs are lines of thousands of characters.
Excerpt excerpt(std::string_view line, size_t begin, size_t end) {
  struct Cell {
    char32_t shown;
    int width;
    size_t offset;
  };
  begin = std::min(begin, line.size());
  size_t start = begin > kBytesBefore ? begin - kBytesBefore : 0;
  while (start < begin && start > 0 && (static_cast<unsigned char>(line[start]) & 0xC0) == 0x80) ++start;
  std::vector<Cell> cells;
  size_t caret = 0;  // the number of cells before the caret
  int after = 0;
  bool cut = false;
  for (const auto item : base::CodePoints(line.substr(start))) {
    const size_t offset = start + item.offset;
    if (offset >= begin && after > kExcerptColumns) {
      cut = true;
      break;
    }
    const char32_t cp = item.code_point == '\t'           ? U' '
                        : is_unprintable(item.code_point) ? base::kReplacement
                                                          : item.code_point;
    cells.push_back({cp, display_width(cp), offset});
    if (offset + item.length <= begin) ++caret;
    if (offset >= begin) after += cells.back().width;
  }

  size_t first = caret;
  int before = 0;
  while (first > 0 && before + cells[first - 1].width <= kExcerptColumns / 2) before += cells[--first].width;
  const bool cut_before = first > 0 || start > 0;
  Excerpt result;
  if (cut_before) result.text = "…";
  result.caret_column = before + (cut_before ? 1 : 0);
  int width = 0;
  int caret_width = 0;
  size_t i = first;
  for (; i < cells.size() && width + cells[i].width <= kExcerptColumns; ++i) {
    base::append_utf8(result.text, cells[i].shown);
    width += cells[i].width;
    if (i >= caret && cells[i].offset < end) caret_width += cells[i].width;
  }
  if (cut || i < cells.size()) result.text += "…";
  result.caret_width = std::max(caret_width, 1);
  return result;
}

// Insertions, deletions, substitutions and swaps of neighbours (optimal string alignment).
size_t edit_distance(std::u32string_view a, std::u32string_view b) {
  std::vector<size_t> older(b.size() + 1);
  std::vector<size_t> old(b.size() + 1);
  std::vector<size_t> row(b.size() + 1);
  for (size_t j = 0; j <= b.size(); ++j) row[j] = j;
  for (size_t i = 1; i <= a.size(); ++i) {
    older.swap(old);
    old.swap(row);
    row[0] = i;
    for (size_t j = 1; j <= b.size(); ++j) {
      row[j] = std::min({old[j] + 1, row[j - 1] + 1, old[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1)});
      const bool swapped = i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1];
      if (swapped) row[j] = std::min(row[j], older[j - 2] + 1);
    }
  }
  return row[b.size()];
}

}  // namespace

void Diagnostics::report(std::string_view rule, Span span, std::vector<std::string> arguments) {
  if (!find_rule(rule)) throw std::logic_error(fmt::format("no diagnostic rule '{}'", rule));
  items_.push_back({std::string(rule), span, std::move(arguments)});
}

void Diagnostics::append(Diagnostics other) {
  items_.insert(items_.end(), std::make_move_iterator(other.items_.begin()),
                std::make_move_iterator(other.items_.end()));
}

bool Diagnostics::has_errors() const {
  return std::any_of(items_.begin(), items_.end(),
                     [](const Diagnostic& d) { return find_rule(d.rule)->severity == Severity::error; });
}

bool Diagnostics::has_warnings() const {
  return std::any_of(items_.begin(), items_.end(),
                     [](const Diagnostic& d) { return find_rule(d.rule)->severity == Severity::warning; });
}

std::string message_of(const Diagnostic& diagnostic) {
  return fill(find_rule(diagnostic.rule)->message, diagnostic.arguments);
}

std::string hint_of(const Diagnostic& diagnostic) {
  return fill(find_rule(diagnostic.rule)->hint, diagnostic.arguments);
}

std::string_view severity_name(Severity severity) {
  switch (severity) {
    case Severity::note:
      return "note";
    case Severity::warning:
      return "warning";
    case Severity::error:
      return "error";
  }
  return "error";
}

std::string render(const Diagnostic& diagnostic, const SourceSet& sources) {
  const std::string_view severity = severity_name(find_rule(diagnostic.rule)->severity);
  std::string out;
  const SourceFile* file = sources.find(diagnostic.span.file);
  if (file) {
    const Position at = file->position(diagnostic.span.begin);
    out = fmt::format("{}:{}:{}: {}: {} [{}]\n", printable(file->path()), at.line, at.column, severity,
                      message_of(diagnostic), diagnostic.rule);
    const std::string_view line = file->line(at.line);
    const auto line_begin = static_cast<size_t>(line.data() - file->text().data());
    const Excerpt shown = excerpt(line, diagnostic.span.begin - line_begin, diagnostic.span.end - line_begin);
    out += fmt::format("{:>5} | {}\n      | {}{}\n", at.line, shown.text,
                       std::string(static_cast<size_t>(shown.caret_column), ' '),
                       std::string(static_cast<size_t>(shown.caret_width), '^'));
  } else {
    out = fmt::format("huozi: {}: {} [{}]\n", severity, message_of(diagnostic), diagnostic.rule);
  }
  const std::string hint = hint_of(diagnostic);
  if (!hint.empty()) out += fmt::format("      hint: {}\n", hint);
  return out;
}

std::string nearest(std::string_view word, const std::vector<std::string_view>& candidates) {
  const std::u32string wanted = base::to_utf32(word);
  // One slip in a short word, at most three in a long one; one of a single letter's would make any letter near.
  const size_t limit = wanted.size() < 2 ? 0 : std::clamp<size_t>(wanted.size() / 3, 1, 3);
  size_t best = limit + 1;
  std::string result;
  for (const std::string_view candidate : candidates) {
    const std::u32string known = base::to_utf32(candidate);
    if (std::max(known.size(), wanted.size()) - std::min(known.size(), wanted.size()) > limit) continue;
    const size_t distance = edit_distance(wanted, known);
    if (distance < best) {
      best = distance;
      result = candidate;
    }
  }
  return result;
}

}  // namespace huozi::source
