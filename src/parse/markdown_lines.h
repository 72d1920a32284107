// What a line of Markdown begins, told without parsing: enough for the passes that go before the parser.
// Not here: containers' exact extent (the parser knows that). Inside parse/ only.
#pragma once

#include <string_view>
#include <vector>

namespace huozi::parse {

struct MarkdownLine {
  size_t begin = 0;           // offset of the line
  size_t content = 0;         // offset behind blanks and quotation marks >
  size_t end = 0;             // without the line end
  bool in_code = false;       // in a fenced code block, or its fence
  bool starts_block = false;  // a heading, list item, table row, quotation, fence, or a blank line
};

// The first LF or CR at or behind `at`, or the text's end.
size_t line_end_from(std::string_view text, size_t at);

// Line ends are LF, CR or CR LF.
std::vector<MarkdownLine> markdown_lines(std::string_view text);

}  // namespace huozi::parse
