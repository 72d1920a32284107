// Text made fit to stand in Markdown, HTML or YAML, so that it is read as itself and nothing else.
// Not here: which form a node is written in (markdown_*, html_writer). Inside write/ only.
#pragma once

#include <string>
#include <string_view>

namespace huozi::write {

// Where a text is to stand in Markdown.
enum class Place { paragraph, heading, cell };

// `before`: the last character written on the line; '\n' at its beginning, ' ' behind a block's mark.
std::string markdown_text(std::string_view text, char before, Place place);
// What stands between ( and ) of a link: as it is, or between < and >.
std::string markdown_target(std::string_view target);
// With backticks round it: as many as no run inside has.
std::string markdown_code(std::string_view text);
// A link's or picture's title with its quotation marks.
std::string markdown_title(std::string_view title);

std::string html_text(std::string_view text);
std::string html_value(std::string_view value);  // with quotation marks round it

// A YAML scalar on one line: plain where no reader can take it for anything else, else in double quotes.
std::string yaml_text(std::string_view text);

bool is_alphanumeric(char c);
bool is_ascii_punctuation(char c);
size_t longest_run(std::string_view text, char c);

}  // namespace huozi::write
