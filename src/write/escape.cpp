#include "write/escape.h"

#include <algorithm>

#include <fmt/format.h>

#include "base/ascii.h"
#include "base/utf8.h"

namespace huozi::write {
namespace {

constexpr std::string_view kNoBreakSpace = "\xC2\xA0";

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

// Whether an ampersand at `at` could begin a character reference.
bool may_begin_reference(std::string_view text, size_t at) {
  return at + 1 == text.size() || text[at + 1] == '#' || is_alphanumeric(text[at + 1]);
}

// One text, character by character.
class Escaper {
 public:
  Escaper(std::string_view text, char before, Place place) : text_(text), before_(before), place_(place) {}

  std::string run() {
    for (size_t i = 0; i < text_.size(); ++i) {
      const char c = text_[i];
      if (text_.substr(i).starts_with(kNoBreakSpace)) {
        out_ += "&nbsp;";
        i += kNoBreakSpace.size() - 1;
      } else if (c == '|' && place_ == Place::cell) {
        out_ += "&#124;";  // a backslash would be the cell's, not the text's
      } else if (c == '`' && i + 1 == text_.size()) {
        out_ += "&#96;";  // a run of backticks may follow
      } else {
        if (needs_backslash(c, i)) out_ += '\\';
        out_ += c;
      }
    }
    return std::move(out_);
  }

 private:
  char next(size_t i) const { return i + 1 < text_.size() ? text_[i + 1] : '\0'; }
  char previous(size_t i) const { return i > 0 ? text_[i - 1] : '\0'; }
  bool blank_or_end(size_t i) const { return i >= text_.size() || text_[i] == ' '; }

  bool needs_backslash(char c, size_t i) const {
    switch (c) {
      case '\\':
      case '`':
      case '*':
      case '[':
      case ']':
      case '<':
      case '|':
        return true;
      case '_':
        return !is_alphanumeric(previous(i)) || !is_alphanumeric(next(i));
      case '~':
        return i == 0 || i + 1 == text_.size() || previous(i) == '~' || next(i) == '~';
      case '&':
        return may_begin_reference(text_, i);
      case '!':
        return i + 1 == text_.size();  // [ may follow
      case '^':
        return i == 0 && before_ == '[';
      case '(':
        return i == 0 && before_ == ']';
      case '{':
        return i == 0 && (before_ == ')' || before_ == '}' || before_ == ']');
      case '}':
        return place_ == Place::heading && i + 1 == text_.size();
      case ':':
        return (i == 0 && before_ == ']') || ends_scheme(i) ||
               (begins_line(i) && (blank_or_end(i + 1) || next(i) == ':' || next(i) == '-'));
      case '.':
        return ends_number(i) || (i >= 3 && text_.substr(i - 3, 3) == "www");
      case ')':
        return ends_number(i);
      case '#':
        return begins_line(i) ||
               (place_ == Place::heading && text_.find_first_not_of('#', i) == std::string_view::npos);
      case '>':
      case '=':
        return begins_line(i);
      case '+':
        return begins_line(i) && blank_or_end(i + 1);
      case '-':
        return begins_line(i) && (blank_or_end(i + 1) || next(i) == '-' || next(i) == '|' || next(i) == ':');
      default:
        return false;
    }
  }

  bool begins_line(size_t i) const { return i == 0 && before_ == '\n'; }

  // The colon of http:// and https://, which alone would make a link.
  bool ends_scheme(size_t i) const {
    const std::string_view head = text_.substr(0, i);
    return text_.substr(i).starts_with("://") && (head.ends_with("http") || head.ends_with("https"));
  }

  // 1. or 1) at the beginning of a line.
  bool ends_number(size_t i) const {
    return before_ == '\n' && i > 0 && i <= 9 && blank_or_end(i + 1) &&
           std::all_of(text_.begin(), text_.begin() + static_cast<std::ptrdiff_t>(i), is_digit);
  }

  std::string_view text_;
  char before_;
  Place place_;
  std::string out_;
};

// Backslashes before `marks`. References are decoded before backslashes: an ampersand needs one itself.
std::string with_backslashes(std::string_view text, std::string_view marks) {
  std::string out;
  for (size_t i = 0; i < text.size(); ++i) {
    if (marks.find(text[i]) != std::string_view::npos) out += '\\';
    out += text[i];
    if (text[i] == '&' && may_begin_reference(text, i)) out += "amp;";
  }
  return out;
}

bool is_plain_yaml(std::string_view text) {
  constexpr std::string_view kMarks = "-_/.?=%~+";
  if (text.empty() || text.size() > 1000 ||
      (!is_alphanumeric(text.front()) && static_cast<unsigned char>(text.front()) < 0x80)) {
    return false;
  }
  for (const auto item : base::CodePoints(text)) {
    const char32_t cp = item.code_point;
    const char c = cp < 0x80 ? static_cast<char>(cp) : 'a';
    const bool inside = item.offset + 1 < text.size();
    const bool fits = is_alphanumeric(c) || kMarks.find(c) != std::string_view::npos ||
                      (c == ' ' && inside && text[item.offset + 1] != ' ') ||
                      (c == ':' && inside && text[item.offset + 1] != ' ');
    if (!fits || (cp >= 0x80 && cp < 0xA1) || (cp >= 0x2000 && cp < 0x2010) || (cp >= 0x2028 && cp <= 0x202F) ||
        cp == 0x3000) {
      return false;
    }
  }
  const std::string lower = base::lower(text);
  constexpr std::string_view kWords[] = {"true", "false", "null", "yes", "no", "on", "off", "y", "n"};
  return std::find(std::begin(kWords), std::end(kWords), lower) == std::end(kWords);
}

}  // namespace

bool is_alphanumeric(char c) {
  return is_digit(c) || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

bool is_ascii_punctuation(char c) {
  return c > ' ' && c < 0x7F && !is_alphanumeric(c);
}

size_t longest_run(std::string_view text, char c) {
  size_t longest = 0;
  size_t run = 0;
  for (const char each : text) {
    run = each == c ? run + 1 : 0;
    longest = std::max(longest, run);
  }
  return longest;
}

std::string markdown_text(std::string_view text, char before, Place place) {
  return Escaper(text, before, place).run();
}

std::string markdown_target(std::string_view target) {
  constexpr std::string_view kPlain = "/:._~?=%#+,;@$'-!";
  const bool bare = !target.empty() && std::all_of(target.begin(), target.end(), [&](char c) {
    return is_alphanumeric(c) || static_cast<unsigned char>(c) >= 0x80 || c == '&' ||
           kPlain.find(c) != std::string_view::npos;
  });
  if (bare) return with_backslashes(target, "~");
  return '<' + with_backslashes(target, "\\<>*~()") + '>';
}

std::string markdown_code(std::string_view text) {
  const std::string fence(longest_run(text, '`') + 1, '`');
  const bool edge = text.front() == '`' || text.back() == '`' || (text.front() == ' ' && text.back() == ' ');
  const std::string pad = edge ? " " : "";
  return fence + pad + std::string(text) + pad + fence;
}

std::string markdown_title(std::string_view title) {
  std::string out = with_backslashes(title, "\\\"*~`[]<");
  if (out.ends_with('\\')) out.replace(out.size() - 1, 1, "&#92;");  // not before the quotation mark
  return '"' + out + '"';
}

std::string html_text(std::string_view text) {
  std::string out;
  for (size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    if (text.substr(i).starts_with(kNoBreakSpace)) {
      out += "&nbsp;";
      ++i;
    } else if (c == '&') {
      out += "&amp;";
    } else if (c == '<') {
      out += "&lt;";
    } else if (c == '>') {
      out += "&gt;";
    } else {
      out += c;
    }
  }
  return out;
}

std::string html_value(std::string_view value) {
  std::string out = "\"";
  for (const char c : value) {
    if (c == '"') {
      out += "&quot;";
    } else if (c == '\n') {
      out += "&#10;";
    } else {
      out += html_text({&c, 1});
    }
  }
  return out + '"';
}

std::string yaml_text(std::string_view text) {
  if (is_plain_yaml(text)) return std::string(text);
  std::string out = "\"";
  for (const auto item : base::CodePoints(text)) {
    const char32_t cp = item.code_point;
    if (cp == '"' || cp == '\\') {
      out += '\\';
      out += static_cast<char>(cp);
    } else if (cp < 0x20 || (cp >= 0x7F && cp <= 0xA0) || cp == 0x2028 || cp == 0x2029) {
      out += fmt::format("\\u{:04X}", static_cast<uint32_t>(cp));
    } else {
      base::append_utf8(out, cp);
    }
  }
  return out + '"';
}

}  // namespace huozi::write
