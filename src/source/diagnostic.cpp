#include "source/diagnostic.h"

#include <algorithm>
#include <stdexcept>

#include <fmt/args.h>
#include <fmt/format.h>
#include <unicode/uchar.h>

#include "base/utf8.h"

namespace huozi::source {
namespace {

std::string fill(std::string_view format, const std::vector<std::string>& arguments) {
  fmt::dynamic_format_arg_store<fmt::format_context> store;
  for (const std::string& argument : arguments) store.push_back(argument);
  return fmt::vformat(format, store);
}

// UAX #11: wide and full-width characters take two columns on a terminal, combining marks none.
int display_width(char32_t cp) {
  const int width = u_getIntPropertyValue(static_cast<UChar32>(cp), UCHAR_EAST_ASIAN_WIDTH);
  if (width == U_EA_WIDE || width == U_EA_FULLWIDTH) return 2;
  const int8_t type = u_charType(static_cast<UChar32>(cp));
  return type == U_NON_SPACING_MARK || type == U_ENCLOSING_MARK ? 0 : 1;
}

constexpr int kExcerptColumns = 100;

struct Excerpt {
  std::string text;
  int caret_column = 0;
  int caret_width = 1;
};

// A window of the line round the caret: scraped paragraphs are lines of thousands of characters.
Excerpt excerpt(std::string_view line, uint32_t column, uint32_t characters) {
  struct Cell {
    std::string_view bytes;
    int width;
  };
  std::vector<Cell> cells;
  for (const auto item : base::CodePoints(line)) {
    const bool tab = item.code_point == '\t';
    cells.push_back({tab ? std::string_view(" ") : line.substr(item.offset, item.length),
                     tab ? 1 : display_width(item.code_point)});
  }
  const size_t caret = std::min<size_t>(column - 1, cells.size());
  size_t first = caret;
  int before = 0;
  while (first > 0 && before + cells[first - 1].width <= kExcerptColumns / 2) before += cells[--first].width;
  Excerpt result;
  if (first > 0) result.text = "…";
  result.caret_column = before + (first > 0 ? 1 : 0);
  int width = 0;
  size_t i = first;
  for (; i < cells.size() && width + cells[i].width <= kExcerptColumns; ++i) {
    result.text += cells[i].bytes;
    width += cells[i].width;
  }
  if (i < cells.size()) result.text += "…";
  int caret_width = 0;
  for (size_t k = caret; k < std::min<size_t>(caret + characters, i); ++k) caret_width += cells[k].width;
  result.caret_width = std::max(caret_width, 1);
  return result;
}

size_t edit_distance(std::u32string_view a, std::u32string_view b) {
  std::vector<size_t> row(b.size() + 1);
  for (size_t j = 0; j <= b.size(); ++j) row[j] = j;
  for (size_t i = 1; i <= a.size(); ++i) {
    size_t diagonal = row[0];
    row[0] = i;
    for (size_t j = 1; j <= b.size(); ++j) {
      const size_t substitute = diagonal + (a[i - 1] == b[j - 1] ? 0 : 1);
      diagonal = row[j];
      row[j] = std::min({row[j] + 1, row[j - 1] + 1, substitute});
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
    case Severity::note: return "note";
    case Severity::warning: return "warning";
    case Severity::error: return "error";
  }
  return "error";
}

std::string render(const Diagnostic& diagnostic, const SourceSet& sources) {
  const std::string_view severity = severity_name(find_rule(diagnostic.rule)->severity);
  std::string out;
  const SourceFile* file = sources.find(diagnostic.span.file);
  if (file) {
    const Position at = file->position(diagnostic.span.begin);
    out = fmt::format("{}:{}:{}: {}: {} [{}]\n", file->path(), at.line, at.column, severity, message_of(diagnostic),
                      diagnostic.rule);
    const auto covered = file->slice(diagnostic.span);
    const auto characters = static_cast<uint32_t>(base::to_utf32(covered).size());
    const Excerpt shown = excerpt(file->line(at.line), at.column, characters);
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
  const size_t limit = std::max<size_t>(1, wanted.size() / 3);
  size_t best = limit + 1;
  std::string result;
  for (const std::string_view candidate : candidates) {
    const size_t distance = edit_distance(wanted, base::to_utf32(candidate));
    if (distance < best) {
      best = distance;
      result = candidate;
    }
  }
  return result;
}

}  // namespace huozi::source
