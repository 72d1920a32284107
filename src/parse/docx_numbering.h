// Word's list numbers: counted in document order as Word counts them (ECMA-376 part 1, 17.9).
// Not here: lists as blocks (docx_assembly), how a number is written (docx_number_text). Inside parse/ only.
#pragma once

#include <array>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>

#include "parse/docx_styles.h"
#include "parse/xml_tree.h"

namespace huozi::parse {

struct ListNumber {
  int level = 0;     // 0 is the outermost
  std::string list;  // the same for paragraphs of one list
  int64_t value = 1;
  bool bullet = false;
  bool plain = false;  // a List of the model prints it: a bullet, or "1." in one of five ways of counting
  std::string type;    // of a plain number, as HTML's `type`: empty (1), a, A, i, I
  std::string
      printed;  // "（三）", "第二章 " with what parts it from the text; empty for bullets and where nothing is printed
};

class DocxNumbering {
 public:
  DocxNumbering() = default;
  explicit DocxNumbering(const XmlNode& numbering);

  // The number of the next paragraph of that list; nothing when there is no such list, or no number.
  // `style`: the paragraph's, to which a level may belong.
  std::optional<ListNumber> next(const NumberingUse& use, std::string_view style);

 private:
  static constexpr size_t kLevels = 9;
  struct Level {
    std::string format = "decimal";
    std::string text;
    std::string style;  // of its paragraphs, for headings
    int64_t start = 1;
    bool restarts = true;
    bool legal = false;  // all numbers in it as 1, 2, 3
    bool spaced = true;  // a tab or blank parts it from the text
  };
  using Levels = std::array<Level, kLevels>;
  struct Count {
    std::array<std::optional<int64_t>, kLevels> values;
  };
  struct Instance {
    std::string definition;
    Levels levels;
    std::array<std::optional<int64_t>, kLevels> starts;  // anew with its first paragraph
  };

  static void read_level(const XmlNode& node, Level& level);
  std::string printed(const Levels& levels, const Count& count, size_t level) const;

  std::map<std::string, Instance, std::less<>> instances_;
  std::map<std::string, Count, std::less<>> counts_;  // by definition: lists of one definition count on
};

}  // namespace huozi::parse
