#include "parse/front_matter_lines.h"

#include <algorithm>

namespace huozi::parse {
namespace {

using source::SourceFile;
using source::YamlNode;

bool is_word(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' || c == '-';
}

bool is_blank(char c) {
  return c == ' ' || c == '\t';
}

std::string_view trim(std::string_view text) {
  while (!text.empty() && is_blank(text.front())) text.remove_prefix(1);
  while (!text.empty() && is_blank(text.back())) text.remove_suffix(1);
  return text;
}

bool is_quote(char c) {
  return c == '\'' || c == '"';
}

YamlNode scalar(const SourceFile& file, std::string_view value) {
  YamlNode node;
  const auto begin = static_cast<size_t>(value.data() - file.text().data());
  node.span = file.span(begin, begin + value.size());
  if (value.size() >= 2 && is_quote(value.front()) && value.back() == value.front()) {
    value = value.substr(1, value.size() - 2);
    node.quoted = true;
  }
  if (!value.empty()) node.kind = YamlNode::Kind::scalar;
  node.text = value;
  return node;
}

YamlNode value_node(const SourceFile& file, std::string_view value) {
  YamlNode node = scalar(file, value);
  if (!value.starts_with('[') || !value.ends_with(']')) return node;
  node.kind = YamlNode::Kind::sequence;
  value = value.substr(1, value.size() - 2);
  for (size_t at = 0; at <= value.size();) {
    const size_t comma = std::min(value.find(',', at), value.size());
    node.items.push_back(scalar(file, trim(value.substr(at, comma - at))));
    at = comma + 1;
  }
  return node;
}

// The quoted value that begins in `value`, up to the line that ends with its quotation mark, or just `value` when a key
// or the block's end comes first. `at` is moved behind the lines taken.
std::string_view continued(std::string_view text, size_t end, std::string_view value, size_t& at) {
  const auto begin = static_cast<size_t>(value.data() - text.data());
  for (size_t look = at; look < end;) {
    const Line line = line_at(text, look);
    if (key_line(line.text)) break;
    look = line.next;
    if (!line.text.ends_with(value.front())) continue;
    at = look;
    return text.substr(begin, static_cast<size_t>(line.text.data() - text.data()) + line.text.size() - begin);
  }
  return value;
}

}  // namespace

Line line_at(std::string_view text, size_t at) {
  const size_t end = std::min(text.find('\n', at), text.size());
  std::string_view line = text.substr(at, end - at);
  while (!line.empty() && (is_blank(line.back()) || line.back() == '\r')) line.remove_suffix(1);
  return {line, std::min(end + 1, text.size())};
}

std::optional<KeyLine> key_line(std::string_view line) {
  const auto end = static_cast<size_t>(std::find_if_not(line.begin(), line.end(), is_word) - line.begin());
  if (end == 0 || line[0] == '-' || end == line.size() || line[end] != ':') return std::nullopt;
  if (end + 1 < line.size() && !is_blank(line[end + 1])) return std::nullopt;
  return KeyLine{line.substr(0, end), trim(line.substr(end + 1))};
}

YamlNode read_key_lines(const SourceFile& file, source::Span block, std::span<const std::string_view> keys) {
  YamlNode root;
  root.kind = YamlNode::Kind::mapping;
  root.span = block;
  const std::string_view text = file.text();
  YamlNode* list = nullptr;  // the value that lines `- item` belong to
  for (size_t at = block.begin; at < block.end;) {
    const Line line = line_at(text, at);
    at = line.next;
    const auto entry = key_line(line.text);
    if (!entry) {
      const std::string_view item = trim(line.text);
      if (!list || !item.starts_with("- ")) continue;
      list->kind = YamlNode::Kind::sequence;
      list->items.push_back(scalar(file, trim(item.substr(2))));
      continue;
    }
    std::string_view value = entry->value;
    if (!value.empty() && is_quote(value.front()) && (value.size() == 1 || value.back() != value.front())) {
      value = continued(text, block.end, value, at);
    }
    list = nullptr;
    if (std::find(keys.begin(), keys.end(), entry->key) == keys.end() || root.get(entry->key)) continue;
    auto& [key, node] = root.entries.emplace_back(scalar(file, entry->key), value_node(file, value));
    if (value.empty()) list = &node;
  }
  return root;
}

}  // namespace huozi::parse
