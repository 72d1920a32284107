#include "parse/markdown_lines.h"

#include <algorithm>

namespace huozi::parse {
namespace {

size_t run_length(std::string_view text, char c) {
  const size_t end = text.find_first_not_of(c);
  return end == std::string_view::npos ? text.size() : end;
}

// Opens or closes fenced code: at least three ` or ~, and no ` behind the former (CommonMark §4.5).
char code_fence(std::string_view line, size_t& length) {
  for (const char c : {'`', '~'}) {
    length = run_length(line, c);
    if (length >= 3 && (c == '~' || line.find('`', length) == std::string_view::npos)) return c;
  }
  return 0;
}

bool is_list_mark(std::string_view line) {
  const auto blank_at = [&](size_t i) { return i == line.size() || line[i] == ' ' || line[i] == '\t'; };
  if (line.front() == '-' || line.front() == '+' || line.front() == '*') return blank_at(1);
  size_t digits = 0;
  while (digits < line.size() && line[digits] >= '0' && line[digits] <= '9') ++digits;
  return digits > 0 && digits < 10 && digits < line.size() && (line[digits] == '.' || line[digits] == ')') &&
         blank_at(digits + 1);
}

}  // namespace

size_t line_end_from(std::string_view text, size_t at) {
  // Piece by piece, so that the one is not looked for beyond the other.
  constexpr size_t kPiece = 256;
  for (; at < text.size(); at += kPiece) {
    std::string_view piece = text.substr(at, kPiece);
    piece = piece.substr(0, piece.find('\n'));
    const size_t end = std::min(piece.find('\r'), piece.size());
    if (end < kPiece && at + end < text.size()) return at + end;
  }
  return text.size();
}

std::vector<MarkdownLine> markdown_lines(std::string_view text) {
  std::vector<MarkdownLine> lines;
  char fence = 0;
  size_t fence_length = 0;
  for (size_t at = 0; at < text.size();) {
    MarkdownLine line;
    line.begin = at;
    line.end = line_end_from(text, at);
    at = std::min(line.end + 1, text.size());
    if (line.end + 1 < text.size() && text[line.end] == '\r' && text[line.end + 1] == '\n') ++at;
    line.content = line.begin;
    bool quoted = false;
    while (line.content < line.end &&
           (text[line.content] == ' ' || text[line.content] == '\t' || text[line.content] == '>')) {
      quoted = quoted || text[line.content] == '>';
      ++line.content;
    }
    std::string_view content = text.substr(line.content, line.end - line.content);
    if (content.empty()) {
      line.starts_block = true;
      line.in_code = fence != 0;
      lines.push_back(line);
      continue;
    }
    while (fence == 0 && is_list_mark(content)) {
      line.starts_block = true;
      content.remove_prefix(std::min(content.find_first_of(" \t"), content.size()));
      content.remove_prefix(std::min(content.find_first_not_of(" \t"), content.size()));
      if (content.empty()) break;
    }
    size_t length = 0;
    const char mark = content.empty() ? '\0' : code_fence(content, length);
    line.in_code = fence != 0 || mark != 0;
    if (fence == 0) {
      fence = mark;
      fence_length = length;
    } else if (mark == fence && length >= fence_length &&
               content.find_first_not_of(" \t", length) == std::string_view::npos) {
      fence = 0;
    }
    line.starts_block =
        line.starts_block || quoted || line.in_code ||
        (!content.empty() && (content.front() == '#' || content.front() == '|' || content.starts_with(":::")));
    lines.push_back(line);
  }
  return lines;
}

}  // namespace huozi::parse
