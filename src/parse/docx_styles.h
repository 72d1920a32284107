// Word's styles as far as they mean something to a book: what a paragraph is, and how its characters stand out.
// Not here: fonts, sizes, colours and distances (the book's stylesheet has those). Inside parse/ only.
#pragma once

#include <array>
#include <map>
#include <optional>
#include <string>
#include <string_view>

#include "parse/xml_tree.h"

namespace huozi::parse {

enum class RunFlag { bold, italic, underline, strike, superscript, subscript, dots, inline_note, hidden, count };

// What is said of some characters; nothing: not said.
struct RunProperties {
  std::array<std::optional<bool>, static_cast<size_t>(RunFlag::count)> flags;

  bool has(RunFlag flag) const { return flags[static_cast<size_t>(flag)].value_or(false); }
  void set(RunFlag flag, std::optional<bool> value) { flags[static_cast<size_t>(flag)] = value; }
  void override_by(const RunProperties& inner);
};

// A w:rPr; null: nothing is said.
RunProperties run_properties_of(const XmlNode* properties);

enum class ParagraphKind { body, title, heading, quotation, caption, code, contents };

struct NumberingUse {
  std::string id;  // empty: none; "0": taken away
  int level = -1;  // -1: not said
};

struct ParagraphProperties {
  ParagraphKind kind = ParagraphKind::body;
  int level = 0;          // of a heading: 1 ... 9
  std::string style;      // its id
  std::string alignment;  // center, right, or empty
  NumberingUse numbering;
  RunProperties run;
  bool page_break_before = false;
  bool ruled = false;         // a line above or below it
  bool mark_deleted = false;  // goes on in the next paragraph
};

class DocxStyles {
 public:
  DocxStyles() = default;
  explicit DocxStyles(const XmlNode& styles);

  // A w:pPr, with the style it names or the default one; null: the default one.
  ParagraphProperties paragraph(const XmlNode* properties) const;
  // A w:rPr within a paragraph, with the character style it names.
  RunProperties run(const XmlNode* properties, const ParagraphProperties& paragraph) const;

 private:
  struct Style {
    std::string parent;
    ParagraphProperties paragraph;  // with all that its parents say
    bool link = false;              // of the words of a link: its line under them means nothing
  };
  void resolve(std::map<std::string, const XmlNode*, std::less<>>& open, const std::string& id, int depth);

  std::map<std::string, Style, std::less<>> styles_;
  std::string default_paragraph_;
};

// Whether a w:b and its like say yes: without a value they do.
bool is_on(const XmlNode& toggle);
// A decimal number, cut to plus or minus a thousand million; `otherwise` for what is none.
int64_t number_of(std::string_view text, int64_t otherwise);

}  // namespace huozi::parse
