// The pattern of an entry, as a style's file writes it: words, {fields}, and <groups> that fall away with their fields.
// Not here: what the fields hold (citation/entry).
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace huozi::citation {

// Words and, for those that are a link, where it leads.
struct Words {
  std::string text;
  std::string address;
};
using Line = std::vector<Words>;

std::string text_of(const Line& line);
// Adds words; a full stop right behind one is not doubled.
void append(Line& line, Words words);

// `{name}` is a field. `<first|second>` prints the first of its alternatives whose own fields all hold something;
// groups within it may be empty, but one without fields of its own needs a group that is not. Outside of groups a field
// may be empty.
class Template {
 public:
  // Nothing when brackets do not pair, are nested more than 8 deep, or it is longer than 4096 bytes.
  static std::optional<Template> parse(std::string_view pattern);

  using Fields = std::function<Line(const std::string& name)>;
  Line fill(const Fields& fields) const;

  // Its words, those between the fields, as `change` makes them.
  void change_words(const std::function<void(std::string&)>& change);

  // The names of all its fields.
  std::vector<std::string> fields() const;

 private:
  struct Piece;
  using Sequence = std::vector<Piece>;
  struct Piece {
    enum class Kind { words, field, group };
    Kind kind = Kind::words;
    std::string text;                    // words, or the field's name
    std::vector<Sequence> alternatives;  // group
  };
  class Parser;

  static bool fill(const Sequence& sequence, const Fields& fields, bool optional, Line& out);
  static void change_words(Sequence& sequence, const std::function<void(std::string&)>& change);
  static void collect(const Sequence& sequence, std::vector<std::string>& out);

  Sequence pieces_;
};

}  // namespace huozi::citation
