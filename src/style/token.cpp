#include "style/token.h"

#include <algorithm>

#include "base/utf8.h"

namespace huozi::style {
namespace {

using Kind = Token::Kind;

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}
bool is_letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}
bool is_space(char c) {
  return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f';
}
bool is_newline(char c) {
  return c == '\n' || c == '\r' || c == '\f';
}
bool starts_name(char c) {
  return is_letter(c) || c == '_' || static_cast<unsigned char>(c) >= 0x80;
}
bool continues_name(char c) {
  return starts_name(c) || is_digit(c) || c == '-';
}

int hex_value(char c) {
  if (is_digit(c)) return c - '0';
  if (c >= 'a' && c <= 'f') return c - 'a' + 10;
  if (c >= 'A' && c <= 'F') return c - 'A' + 10;
  return -1;
}

// digits * 10^exponent in millionths, rounded, within the limits.
int64_t millionths(int64_t digits, int exponent) {
  exponent += 6;
  for (; exponent > 0 && digits <= kLargestNumber; --exponent) digits *= 10;
  for (; exponent < -1 && digits > 0; ++exponent) digits /= 10;
  if (exponent == -1) digits = (digits + 5) / 10;
  return std::min(digits, kLargestNumber);
}

class Tokenizer {
 public:
  Tokenizer(const source::SourceFile& file, source::Diagnostics& diagnostics)
      : file_(file), text_(file.text()), diagnostics_(diagnostics) {}

  std::vector<Token> run() {
    while (skip_comments(), at_ < text_.size()) {
      Token token;
      token.begin = static_cast<uint32_t>(at_);
      read(token);
      token.end = static_cast<uint32_t>(at_);
      tokens_.push_back(std::move(token));
    }
    Token end;
    end.begin = end.end = static_cast<uint32_t>(text_.size());
    tokens_.push_back(end);
    return std::move(tokens_);
  }

 private:
  char peek(size_t ahead = 0) const { return at_ + ahead < text_.size() ? text_[at_ + ahead] : '\0'; }

  void skip_comments() {
    while (text_.compare(at_, 2, "/*") == 0) {
      const size_t close = text_.find("*/", at_ + 2);
      if (close == std::string_view::npos) {
        diagnostics_.report("style.unclosed", file_.span(at_, at_ + 2), {"comment"});
        at_ = text_.size();
        return;
      }
      at_ = close + 2;
    }
  }

  bool escape_at(size_t ahead) const {
    return peek(ahead) == '\\' && at_ + ahead + 1 < text_.size() && !is_newline(peek(ahead + 1));
  }

  bool name_at(size_t ahead) const {
    if (peek(ahead) == '-') {
      return starts_name(peek(ahead + 1)) || peek(ahead + 1) == '-' || escape_at(ahead + 1);
    }
    return starts_name(peek(ahead)) || escape_at(ahead);
  }

  bool number_at() const {
    const size_t sign = peek() == '+' || peek() == '-' ? 1 : 0;
    return is_digit(peek(sign)) || (peek(sign) == '.' && is_digit(peek(sign + 1)));
  }

  void read(Token& token) {
    const char c = peek();
    if (is_space(c)) {
      while (at_ < text_.size() && is_space(peek())) ++at_;
      token.kind = Kind::white_space;
    } else if (c == '"' || c == '\'') {
      read_string(token);
    } else if (number_at()) {
      read_number(token);
    } else if (text_.compare(at_, 4, "<!--") == 0 || text_.compare(at_, 3, "-->") == 0) {
      token.kind = Kind::comment_mark;
      at_ += c == '<' ? 4 : 3;
    } else if (name_at(0)) {
      read_name(token);
    } else if (c == '#' && (continues_name(peek(1)) || escape_at(1))) {
      ++at_;
      token.kind = Kind::hash;
      token.text = name();
    } else if (c == '@' && name_at(1)) {
      ++at_;
      token.kind = Kind::at_keyword;
      token.text = lower(name());
    } else {
      read_mark(token);
    }
  }

  void read_mark(Token& token) {
    const base::Decoded decoded = base::decode_utf8(text_, at_);
    token.text = text_.substr(at_, decoded.length);
    at_ += decoded.length;
    switch (token.text[0]) {
      case ':':
        token.kind = Kind::colon;
        break;
      case ';':
        token.kind = Kind::semicolon;
        break;
      case ',':
        token.kind = Kind::comma;
        break;
      case '[':
        token.kind = Kind::open_square;
        break;
      case ']':
        token.kind = Kind::close_square;
        break;
      case '(':
        token.kind = Kind::open_round;
        break;
      case ')':
        token.kind = Kind::close_round;
        break;
      case '{':
        token.kind = Kind::open_curly;
        break;
      case '}':
        token.kind = Kind::close_curly;
        break;
      default:
        token.kind = Kind::delimiter;
    }
  }

  void read_name(Token& token) {
    token.text = name();
    token.kind = Kind::ident;
    if (peek() != '(') return;
    ++at_;
    token.kind = Kind::function;
    token.text = lower(token.text);
    if (token.text != "url") return;
    size_t ahead = 0;
    while (is_space(peek(ahead))) ++ahead;
    if (peek(ahead) == '"' || peek(ahead) == '\'') return;
    token.kind = Kind::url;
    while (at_ < text_.size() && peek() != ')') ++at_;
    if (at_ < text_.size()) ++at_;
  }

  std::string name() {
    std::string result;
    while (at_ < text_.size()) {
      if (escape_at(0)) {
        ++at_;
        base::append_utf8(result, escaped());
      } else if (continues_name(peek())) {
        const base::Decoded decoded = base::decode_utf8(text_, at_);
        base::append_utf8(result, decoded.code_point);
        at_ += decoded.length;
      } else {
        break;
      }
    }
    return result;
  }

  // What stands after a backslash: up to six hexadecimal digits and one white space, or the character itself.
  char32_t escaped() {
    if (hex_value(peek()) < 0) {
      const base::Decoded decoded = base::decode_utf8(text_, at_);
      at_ += decoded.length;
      return decoded.code_point;
    }
    char32_t value = 0;
    for (int digits = 0; digits < 6 && hex_value(peek()) >= 0; ++digits, ++at_) {
      value = value * 16 + static_cast<char32_t>(hex_value(peek()));
    }
    if (is_space(peek())) ++at_;
    const bool surrogate = value >= 0xD800 && value <= 0xDFFF;
    return value == 0 || surrogate || value > 0x10FFFF ? base::kReplacement : value;
  }

  void read_string(Token& token) {
    const size_t begin = at_;
    const char quote = text_[at_++];
    token.kind = Kind::string;
    while (at_ < text_.size() && peek() != quote) {
      if (is_newline(peek())) {
        token.kind = Kind::bad_string;
        diagnostics_.report("style.unclosed", file_.span(begin, at_), {"string"});
        return;
      }
      if (peek() == '\\' && at_ + 1 < text_.size()) {
        ++at_;
        if (is_newline(peek())) {  // an escaped line end is no part of the string
          at_ += peek() == '\r' && peek(1) == '\n' ? 2 : 1;
        } else {
          base::append_utf8(token.text, escaped());
        }
        continue;
      }
      const base::Decoded decoded = base::decode_utf8(text_, at_);
      base::append_utf8(token.text, decoded.code_point);
      at_ += decoded.length;
    }
    if (at_ < text_.size()) {
      ++at_;
    } else {
      diagnostics_.report("style.unclosed", file_.span(begin, at_), {"string"});
    }
  }

  void read_number(Token& token) {
    const bool negative = peek() == '-';
    if (peek() == '-' || peek() == '+') ++at_;
    int64_t digits = 0;
    int exponent = 0;
    const auto take = [&](int point) {
      for (; is_digit(peek()); ++at_) {
        if (digits < kLargestNumber) {
          digits = digits * 10 + (peek() - '0');
          exponent -= point;
        } else {
          exponent += 1 - point;
        }
        exponent = std::clamp(exponent, -100, 100);
      }
    };
    token.integer = true;
    take(0);
    if (peek() == '.' && is_digit(peek(1))) {
      token.integer = false;
      ++at_;
      take(1);
    }
    const size_t sign = peek(1) == '+' || peek(1) == '-' ? 1 : 0;
    if ((peek() == 'e' || peek() == 'E') && is_digit(peek(1 + sign))) {
      token.integer = false;
      const bool down = peek(1) == '-';
      at_ += 1 + sign;
      int power = 0;
      for (; is_digit(peek()); ++at_) power = std::min(power * 10 + (peek() - '0'), 100);
      exponent += down ? -power : power;
    }
    token.number = (negative ? -1 : 1) * millionths(digits, exponent);
    token.kind = Kind::number;
    if (peek() == '%') {
      ++at_;
      token.kind = Kind::percentage;
    } else if (name_at(0)) {
      token.kind = Kind::dimension;
      token.text = name();
    }
  }

  const source::SourceFile& file_;
  std::string_view text_;
  source::Diagnostics& diagnostics_;
  size_t at_ = 0;
  std::vector<Token> tokens_;
};

}  // namespace

std::vector<Token> tokenize(const source::SourceFile& file, source::Diagnostics& diagnostics) {
  return Tokenizer(file, diagnostics).run();
}

}  // namespace huozi::style
