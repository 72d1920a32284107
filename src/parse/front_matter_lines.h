// Front matter read line by line, for blocks that are not YAML: a quotation mark too many in a title must not lose the
// article. Not here: YAML itself (source/yaml), and what the keys mean (front_matter).
#pragma once

#include <optional>
#include <span>
#include <string_view>

#include "source/source_file.h"
#include "source/yaml.h"

namespace huozi::parse {

struct Line {
  std::string_view text;  // without its line end and trailing blanks
  size_t next = 0;        // where the next line begins
};

// REQUIRES: at <= text.size().
Line line_at(std::string_view text, size_t at);

struct KeyLine {
  std::string_view key;
  std::string_view value;  // without blanks round it; may be empty
};

// A line `key: value` or `key:` whose key begins the line and is an ASCII word.
std::optional<KeyLine> key_line(std::string_view line);

// A mapping of the block's `key: value` lines with one of the keys; the first of a key counts. A value is what stands
// on the line, less the quotation marks round it; [a, b] and lines `- item` below an empty value make a list, and a
// quoted value may go on over lines that are no keys. Spans are exact.
source::YamlNode read_key_lines(const source::SourceFile& file, source::Span block,
                                std::span<const std::string_view> keys);

}  // namespace huozi::parse
