// PDF values as the bytes that stand in the file (ISO 32000-1, 7.3), and numbers written by hand.
// Not here: objects and files (object_file), content operators (content).
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/length.h"

namespace huozi::pdf {

// `value` / 10^decimals in the shortest form: "-.5", "12", "0". No exponent, no "-0".
void append_decimal(std::string& out, int64_t value, int decimals);

// Thousandths of a point, rounded to nearest.
inline int64_t milli(base::Length length) {
  return length.scaled(1000, base::Length::kUnitsPerPoint).raw();
}

// A literal string with its parentheses; ( ) \ and CR are escaped.
void append_literal(std::string& out, std::string_view bytes);

// UTF-16BE of a UTF-8 text, without a byte order mark.
std::string utf16be(std::string_view utf8);

struct Ref {
  uint32_t num = 0;
  friend bool operator==(Ref, Ref) = default;
};

class Dict;
class Array;

class Val {
 public:
  Val(int64_t number);
  Val(int number) : Val(static_cast<int64_t>(number)) {}
  Val(Ref ref);
  Val(const Dict& dict);
  Val(const Array& array);
  static Val boolean(bool value);
  static Val null();
  static Val name(std::string_view name);           // without the slash; other than regular characters become #xx
  static Val bytes(std::string_view bytes);         // a byte string
  static Val text(std::string_view utf8);           // a text string: UTF-16BE with its mark
  static Val decimal(int64_t value, int decimals);  // value / 10^decimals
  static Val length(base::Length length);           // points, to a thousandth

  const std::string& syntax() const { return syntax_; }

 private:
  struct Raw {};
  Val(Raw, std::string syntax) : syntax_(std::move(syntax)) {}
  std::string syntax_;
};

// Entries keep the order they are added in.
class Dict {
 public:
  Dict& add(std::string_view key, const Val& value);  // REQUIRES: each key once
  const std::vector<std::pair<std::string, std::string>>& entries() const { return entries_; }

 private:
  std::vector<std::pair<std::string, std::string>> entries_;  // key without slash, value's syntax
};

class Array {
 public:
  Array& add(const Val& value);
  const std::string& syntax() const { return syntax_; }  // without the brackets

 private:
  std::string syntax_;
};

}  // namespace huozi::pdf
