#include "parse/markdown_source.h"

#include <algorithm>
#include <set>

#include "parse/legible.h"
#include "parse/pandoc_attributes.h"

namespace huozi::parse {

using source::Span;

namespace {

// The shortest HTML block (CommonMark §4.6, kind 3): as long as the colons, and may interrupt a paragraph.
constexpr std::string_view kFenceBlock = "<?>";

// The mark of a list that no line of a definition's own can be mistaken with (- is a rule or underlines a heading).
constexpr char kDefinitionMark = '+';

std::string_view trimmed(std::string_view text) {
  while (!text.empty() && (text.front() == ' ' || text.front() == '\t')) text.remove_prefix(1);
  while (!text.empty() && (text.back() == ' ' || text.back() == '\t')) text.remove_suffix(1);
  return text;
}

bool is_word(std::string_view text) {
  return !text.empty() && std::all_of(text.begin(), text.end(), [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '_' ||
           static_cast<unsigned char>(c) >= 0x80;
  });
}

// What stands behind the colons: nothing, `word`, or `{attributes}`, and perhaps more colons.
std::optional<DivisionFence> fence_of(std::string_view rest) {
  rest = trimmed(rest);
  DivisionFence fence;
  if (rest.empty()) return fence;
  while (!rest.empty() && rest.back() == ':') rest.remove_suffix(1);
  rest = trimmed(rest);
  fence.opens = true;
  if (is_word(rest)) {
    fence.attributes.classes.emplace_back(rest);
    return fence;
  }
  if (rest.size() < 2 || rest.front() != '{' || rest.back() != '}') return std::nullopt;
  auto attributes = parse_attributes(rest.substr(1, rest.size() - 2));
  if (!attributes) return std::nullopt;
  fence.attributes = std::move(*attributes);
  return fence;
}

// `[^label]` of a line that begins a note's text, or nothing.
std::string_view note_call_at(std::string_view line) {
  if (!line.starts_with("[^")) return {};
  const size_t close = line.find_first_of("] \t[", 2);
  if (close == std::string_view::npos || close == 2 || line[close] != ']') return {};
  return close + 1 < line.size() && line[close + 1] == ':' ? line.substr(0, close + 1) : std::string_view();
}

}  // namespace

MarkdownSource::MarkdownSource(const source::SourceFile& file, uint32_t body_begin)
    : file_(file.id()), begin_(static_cast<uint32_t>(std::min<size_t>(body_begin, file.text().size()))) {
  text_ = legible_text(file.text().substr(begin_));
  masked_ = mask_emphasis(text_);
  prepared_ = masked_.text;
  const std::vector<MarkdownLine> lines = markdown_lines(text_);
  for (const MarkdownLine& line : lines) line_begins_.push_back(line.begin);
  find_fences(lines);
  find_definitions(lines);
  call_notes(lines);
}

void MarkdownSource::find_fences(const std::vector<MarkdownLine>& lines) {
  for (size_t i = 0; i < lines.size(); ++i) {
    const MarkdownLine& line = lines[i];
    const std::string_view content = std::string_view(text_).substr(line.content, line.end - line.content);
    if (line.in_code || !content.starts_with(":::")) continue;
    const size_t colons = std::min(content.find_first_not_of(':'), content.size());
    auto fence = fence_of(content.substr(colons));
    if (!fence) continue;
    fence->span = span(line.content, line.end);
    prepared_.replace(line.content, kFenceBlock.size(), kFenceBlock);
    fences_.emplace(i, std::move(*fence));
  }
}

// `: definition`, as PHP Markdown Extra and Pandoc write it. The parser finds out whether it has a term.
void MarkdownSource::find_definitions(const std::vector<MarkdownLine>& lines) {
  for (size_t i = 0; i < lines.size(); ++i) {
    const MarkdownLine& line = lines[i];
    const std::string_view content = std::string_view(text_).substr(line.content, line.end - line.content);
    if (line.in_code || content.size() < 3 || content[0] != ':' || (content[1] != ' ' && content[1] != '\t')) continue;
    if (content.find_first_not_of(" \t", 1) == std::string_view::npos) continue;
    prepared_[line.content] = kDefinitionMark;
    definitions_.emplace(i, line.content);
  }
}

bool MarkdownSource::marks_definition(int line, int column) const {
  const int index = line - 1 - added_lines_;
  const auto found = index < 0 ? definitions_.end() : definitions_.find(static_cast<size_t>(index));
  return found != definitions_.end() && found->second == offset(line, column);
}

bool MarkdownSource::keep_definitions(const std::set<int>& lines) {
  const size_t taken = std::erase_if(definitions_, [&](const auto& definition) {
    if (lines.contains(static_cast<int>(definition.first) + 1 + added_lines_)) return false;
    prepared_[added_bytes_ + definition.second] = ':';
    return true;
  });
  return taken > 0;
}

void MarkdownSource::call_notes(const std::vector<MarkdownLine>& lines) {
  std::string calls;
  std::set<std::string_view> known;
  for (const MarkdownLine& line : lines) {
    if (line.in_code) continue;
    const std::string_view call = note_call_at(std::string_view(text_).substr(line.content, line.end - line.content));
    if (call.empty() || !known.insert(call).second) continue;
    calls += call;
    calls += ' ';
  }
  if (calls.empty()) return;
  added_lines_ = 2;
  calls += "\n\n";
  added_bytes_ = calls.size();
  prepared_.insert(0, calls);
}

size_t MarkdownSource::line_begin(int line) const {
  const int index = line - 1 - added_lines_;
  if (index < 0) return 0;
  return static_cast<size_t>(index) < line_begins_.size() ? line_begins_[static_cast<size_t>(index)] : text_.size();
}

size_t MarkdownSource::line_end(int line) const {
  return line_end_from(text_, line_begin(line));
}

size_t MarkdownSource::offset(int line, int column) const {
  return std::min(line_begin(line) + static_cast<size_t>(std::max(column - 1, 0)), text_.size());
}

Span MarkdownSource::span(size_t begin, size_t end) const {
  return {file_, begin_ + static_cast<uint32_t>(begin), begin_ + static_cast<uint32_t>(std::max(begin, end))};
}

const DivisionFence* MarkdownSource::fence(int line) const {
  const int index = line - 1 - added_lines_;
  const auto found = index < 0 ? fences_.end() : fences_.find(static_cast<size_t>(index));
  return found == fences_.end() ? nullptr : &found->second;
}

std::string MarkdownSource::restore_code(std::string_view literal, int line) const {
  std::string out;
  for (size_t at = 0; at < literal.size(); ++line) {
    const size_t end = std::min(literal.find('\n', at), literal.size());
    std::string one = restore(literal.substr(at, end - at));
    const size_t mark = fence(line) ? one.find(kFenceBlock) : std::string::npos;
    if (mark != std::string::npos) one.replace(mark, kFenceBlock.size(), ":::");
    out += one;
    if (end < literal.size()) out += '\n';
    at = end + 1;
  }
  return out;
}

}  // namespace huozi::parse
