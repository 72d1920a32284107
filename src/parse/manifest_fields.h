// One mapping of book.yaml, read key by key: types are checked as a key is asked for, and the keys that nobody asked
// for are the unknown ones. Not here: which keys there are and what they mean (manifest*.cpp). Inside parse/ only.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "parse/manifest.h"
#include "source/yaml.h"

namespace huozi::parse {

// A text of book.yaml fit for the model: no invisible characters, every white space a blank, none at the ends.
std::string one_line(std::string_view text);

// The node as a text, or empty and reported (manifest.not-text; `key` is what the message calls it).
Located text_of(const source::YamlNode& node, std::string_view key, source::Diagnostics& diagnostics);

// A text that is a path inside the book's folder; empty and reported (file.outside) otherwise.
Located path_of(const source::YamlNode& node, std::string_view key, source::Diagnostics& diagnostics);
void check_inside(Located& path, source::Diagnostics& diagnostics);

// A list of texts; a single text counts as a list of one. Empty texts are left out.
std::vector<Located> texts_of(const source::YamlNode& node, std::string_view key, source::Diagnostics& diagnostics);
std::vector<std::string> plain(const std::vector<Located>& texts);

// manifest.not-list, manifest.not-mapping unless it is one.
bool expect_list(const source::YamlNode& node, std::string_view key, source::Diagnostics& diagnostics);
bool expect_mapping(const source::YamlNode& node, std::string_view key, source::Diagnostics& diagnostics);

// manifest.unknown-value. `choices` are what may be written.
void report_unknown_value(const Located& value, std::string_view key, const std::vector<std::string_view>& choices,
                          source::Diagnostics& diagnostics);

class Fields {
 public:
  // `name` is the mapping's own key, dotted ("outputs.epub"); empty at the top.
  // REQUIRES: a mapping. Both arguments outlive this.
  Fields(const source::YamlNode& mapping, std::string_view name, source::Diagnostics& diagnostics)
      : mapping_(mapping), name_(name), diagnostics_(diagnostics) {}

  bool has(std::string_view key) const { return mapping_.get(key) != nullptr; }

  // Each of these makes the key a known one. An absent or empty value is no error: null, empty, the default.
  const source::YamlNode* get(std::string_view key);
  const source::YamlNode* list(std::string_view key);
  const source::YamlNode* mapping(std::string_view key);
  Located located(std::string_view key);
  std::string text(std::string_view key) { return located(key).text; }
  Located path(std::string_view key);
  std::vector<Located> texts(std::string_view key);
  std::string date(std::string_view key);
  std::optional<uint32_t> count(std::string_view key);
  std::optional<bool> truth(std::string_view key);
  // manifest.not-length unless it is from `least` to `most`.
  std::optional<print::Micrometres> length(std::string_view key, print::Micrometres least, print::Micrometres most);
  // Paragraphs, one a line, parted by LF; lines with nothing on them are left out.
  std::string lines(std::string_view key);

  template <typename Value>
  Value choice(std::string_view key, std::span<const std::pair<std::string_view, Value>> choices, Value otherwise) {
    const Located written = located(key);
    if (written.text.empty()) return otherwise;
    std::vector<std::string_view> names;
    for (const auto& [name, value] : choices) {
      if (name == written.text) {
        note_value(key, written);
        return value;
      }
      names.push_back(name);
    }
    report_unknown_value(written, dotted(key), names, diagnostics_);
    return otherwise;
  }

  // manifest.missing-key, at the mapping's first key.
  void report_missing(std::string_view key);

  // Reports the keys nobody asked for. Call it last.
  void finish();

  std::string dotted(std::string_view key) const;

 private:
  void note_value(std::string_view key, const Located& written);

  const source::YamlNode& mapping_;
  std::string name_;
  source::Diagnostics& diagnostics_;
  std::vector<std::string_view> known_;
};

}  // namespace huozi::parse
