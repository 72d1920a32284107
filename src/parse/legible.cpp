#include "parse/legible.h"

#include "base/utf8.h"

namespace huozi::parse {

std::string legible_text(std::string_view text) {
  std::string out(text);
  for (const auto item : base::CodePoints(text)) {
    const bool ill_formed = item.code_point == base::kReplacement && item.length == 1;
    if (ill_formed || item.code_point == 0) out[item.offset] = kIllegible;
  }
  return out;
}

bool is_invisible(char32_t cp) {
  if (cp < 0x20) return cp != '\t' && cp != '\n' && cp != '\f' && cp != '\r' && cp != kIllegible;
  return (cp >= 0x7F && cp <= 0x9F && cp != 0x85) || cp == 0x200B || cp == 0xFEFF || (cp & 0xFFFE) == 0xFFFE ||
         (cp >= 0xFDD0 && cp <= 0xFDEF);
}

std::string visible_text(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  for (const auto item : base::CodePoints(text)) {
    if (item.code_point == kIllegible) {
      base::append_utf8(out, base::kReplacement);
    } else if (!is_invisible(item.code_point)) {
      out.append(text, item.offset, item.length);
    }
  }
  return out;
}

std::string on_one_line(std::string_view text) {
  std::string out;
  for (const char c : text) {
    const bool blank = c == ' ' || c == '\t' || c == '\n' || c == '\f' || c == '\r';
    if (!blank) {
      out += c;
    } else if (!out.empty() && out.back() != ' ') {
      out += ' ';
    }
  }
  if (out.ends_with(' ')) out.pop_back();
  return out;
}

}  // namespace huozi::parse
