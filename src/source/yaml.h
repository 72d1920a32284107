// A YAML 1.2 document as a tree in which every node knows its place. libfyaml stays inside.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "source/diagnostic.h"
#include "source/source_file.h"

namespace huozi::source {

struct YamlEntry;

struct YamlNode {
  enum class Kind { null, scalar, sequence, mapping };

  Kind kind = Kind::null;
  std::string text;                // scalar: its value
  bool quoted = false;             // scalar: quoted or a block scalar, so never a number, boolean or null
  Span span;                       // of the value in the file, quotes included
  std::vector<YamlNode> items;     // sequence
  std::vector<YamlEntry> entries;  // mapping, in the order written

  bool is_null() const { return kind == Kind::null; }
  // The value of a key, or null.
  const YamlNode* get(std::string_view key) const;
};

struct YamlEntry {
  YamlEntry() = default;
  YamlEntry(YamlNode entry_key, YamlNode entry_value) : key(std::move(entry_key)), value(std::move(entry_value)) {}
  YamlNode key;
  YamlNode value;
};

constexpr size_t kMostYaml = 2u << 20;  // bytes: more than people write

// The document in bytes [range.begin, range.end) of the file. Nothing when it cannot be parsed (reported: yaml.syntax,
// with the parser's own words) . Duplicate keys are errors. Depth is limited to 64 (yaml.depth), aliases are refused.
// A text with nothing in it gives a null node; one of more than `most` bytes, or a sixteenth as many
// values, is refused (yaml.too-large).
std::optional<YamlNode> read_yaml(const SourceFile& file, Span range, Diagnostics& diagnostics,
                                  size_t most = kMostYaml);

}  // namespace huozi::source
