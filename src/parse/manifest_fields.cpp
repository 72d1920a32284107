#include "parse/manifest_fields.h"

#include <algorithm>
#include <array>
#include <charconv>

#include "parse/date.h"
#include "parse/legible.h"
#include "parse/manifest_codes.h"
#include "parse/manifest_support.h"

namespace huozi::parse {

using source::Diagnostics;
using source::YamlNode;

std::string one_line(std::string_view text) {
  std::string out = visible_text(text);
  std::replace_if(
      out.begin(), out.end(), [](char c) { return c == '\n' || c == '\r' || c == '\t'; }, ' ');
  const auto first = out.find_first_not_of(' ');
  if (first == std::string::npos) return {};
  return out.substr(first, out.find_last_not_of(' ') - first + 1);
}

Located text_of(const YamlNode& node, std::string_view key, Diagnostics& diagnostics) {
  if (node.kind == YamlNode::Kind::scalar) return {one_line(node.text), node.span};
  if (!node.is_null()) diagnostics.report("manifest.not-text", node.span, {std::string(key)});
  return {"", node.span};
}

void check_inside(Located& path, Diagnostics& diagnostics) {
  if (path.text.empty() || is_inside_path(path.text)) return;
  diagnostics.report("file.outside", path.span, {path.text});
  path.text.clear();
}

Located path_of(const YamlNode& node, std::string_view key, Diagnostics& diagnostics) {
  Located path = text_of(node, key, diagnostics);
  check_inside(path, diagnostics);
  return path;
}

std::vector<Located> texts_of(const YamlNode& node, std::string_view key, Diagnostics& diagnostics) {
  std::vector<Located> out;
  const auto add = [&](const YamlNode& item) {
    if (Located text = text_of(item, key, diagnostics); !text.text.empty()) out.push_back(std::move(text));
  };
  if (node.kind == YamlNode::Kind::sequence) {
    for (const YamlNode& item : node.items) add(item);
  } else {
    add(node);
  }
  return out;
}

std::vector<std::string> plain(const std::vector<Located>& texts) {
  std::vector<std::string> out;
  for (const Located& text : texts) out.push_back(text.text);
  return out;
}

bool expect_list(const YamlNode& node, std::string_view key, Diagnostics& diagnostics) {
  if (node.kind == YamlNode::Kind::sequence) return true;
  diagnostics.report("manifest.not-list", node.span, {std::string(key)});
  return false;
}

bool expect_mapping(const YamlNode& node, std::string_view key, Diagnostics& diagnostics) {
  if (node.kind == YamlNode::Kind::mapping) return true;
  diagnostics.report("manifest.not-mapping", node.span, {std::string(key)});
  return false;
}

namespace {

constexpr size_t kLongestKey = 64;  // a longer one is not a known key misspelt

std::string joined(const std::vector<std::string_view>& words) {
  std::string out;
  for (const std::string_view word : words) out.append(out.empty() ? "" : ", ").append(word);
  return out;
}

}  // namespace

void report_unknown_value(const Located& value, std::string_view key, const std::vector<std::string_view>& choices,
                          Diagnostics& diagnostics) {
  diagnostics.report("manifest.unknown-value", value.span, {value.text, std::string(key), joined(choices)});
}

std::string Fields::dotted(std::string_view key) const {
  return name_.empty() ? std::string(key) : name_ + "." + std::string(key);
}

const YamlNode* Fields::get(std::string_view key) {
  const bool asked_before = std::find(known_.begin(), known_.end(), key) != known_.end();
  if (!asked_before) known_.push_back(key);
  const YamlNode* node = mapping_.get(key);
  if (!node || node->is_null()) return nullptr;
  const bool says_something = !node->text.empty() || !node->items.empty() || !node->entries.empty();
  if (says_something && !asked_before) check_supported(dotted(key), "", node->span, diagnostics_);
  return node;
}

const YamlNode* Fields::list(std::string_view key) {
  const YamlNode* node = get(key);
  return node && expect_list(*node, dotted(key), diagnostics_) ? node : nullptr;
}

const YamlNode* Fields::mapping(std::string_view key) {
  const YamlNode* node = get(key);
  return node && expect_mapping(*node, dotted(key), diagnostics_) ? node : nullptr;
}

Located Fields::located(std::string_view key) {
  const YamlNode* node = get(key);
  return node ? text_of(*node, dotted(key), diagnostics_) : Located{};
}

Located Fields::path(std::string_view key) {
  Located path = located(key);
  check_inside(path, diagnostics_);
  return path;
}

std::vector<Located> Fields::texts(std::string_view key) {
  const YamlNode* node = get(key);
  return node ? texts_of(*node, dotted(key), diagnostics_) : std::vector<Located>();
}

std::string Fields::date(std::string_view key) {
  Located written = located(key);
  if (written.text.empty() || is_iso_date(written.text)) return written.text;
  diagnostics_.report("manifest.date", written.span, {written.text});
  return {};
}

std::optional<uint32_t> Fields::count(std::string_view key) {
  const Located written = located(key);
  if (written.text.empty()) return std::nullopt;
  uint32_t value = 0;
  const char* end = written.text.data() + written.text.size();
  const auto [rest, error] = std::from_chars(written.text.data(), end, value);
  if (error == std::errc() && rest == end) return value;
  diagnostics_.report("manifest.not-number", written.span, {dotted(key)});
  return std::nullopt;
}

std::optional<bool> Fields::truth(std::string_view key) {
  using Word = std::pair<std::string_view, std::optional<bool>>;
  static constexpr std::array<Word, 2> kWords = {{{"true", true}, {"false", false}}};
  return choice<std::optional<bool>>(key, kWords, std::nullopt);
}

std::optional<print::Micrometres> Fields::length(std::string_view key, print::Micrometres least,
                                                 print::Micrometres most) {
  const Located written = located(key);
  if (written.text.empty()) return std::nullopt;
  const auto value = print::read_millimetres(written.text);
  if (value && *value >= least && *value <= most) return value;
  diagnostics_.report("manifest.not-length", written.span,
                      {dotted(key), print::in_millimetres(least), print::in_millimetres(most)});
  return std::nullopt;
}

std::string Fields::lines(std::string_view key) {
  const YamlNode* node = get(key);
  if (!node || text_of(*node, dotted(key), diagnostics_).text.empty()) return {};
  std::string out;
  for (size_t begin = 0; begin < node->text.size();) {
    const size_t end = std::min(node->text.find('\n', begin), node->text.size());
    const std::string line = one_line(std::string_view(node->text).substr(begin, end - begin));
    if (!line.empty()) out.append(out.empty() ? "" : "\n").append(line);
    begin = end + 1;
  }
  return out;
}

void Fields::note_value(std::string_view key, const Located& written) {
  check_supported(dotted(key), written.text, written.span, diagnostics_);
}

void Fields::report_missing(std::string_view key) {
  const YamlNode* empty = mapping_.get(key);
  const source::Span place = empty                      ? empty->span
                             : mapping_.entries.empty() ? mapping_.span
                                                        : mapping_.entries.front().key.span;
  diagnostics_.report("manifest.missing-key", place, {dotted(key)});
}

void Fields::finish() {
  for (const auto& [key, value] : mapping_.entries) {
    if (std::find(known_.begin(), known_.end(), key.text) != known_.end()) continue;
    std::string meant = key.text.size() <= kLongestKey ? source::nearest(key.text, known_) : "";
    if (meant.empty()) meant = joined(known_);
    diagnostics_.report("manifest.unknown-key", key.span, {key.text, meant});
  }
}

}  // namespace huozi::parse
