#include "text/char_class.h"

#include <algorithm>
#include <array>

#include <unicode/uchar.h>
#include <unicode/uscript.h>

#include "base/utf8.h"

namespace huozi::text {
namespace {

using enum CharClass;

bool contains(std::u32string_view set, char32_t cp) {
  return set.find(cp) != std::u32string_view::npos;
}

bool is_ideographic_script(char32_t cp) {
  if (u_hasBinaryProperty(static_cast<UChar32>(cp), UCHAR_IDEOGRAPHIC)) return true;
  UErrorCode error = U_ZERO_ERROR;
  switch (uscript_getScript(static_cast<UChar32>(cp), &error)) {
    case USCRIPT_HAN:
    case USCRIPT_HIRAGANA:
    case USCRIPT_KATAKANA:
    case USCRIPT_BOPOMOFO:
    case USCRIPT_HANGUL:
    case USCRIPT_YI:
      return true;
    default:
      return false;
  }
}

CharClass classify_ascii(char32_t cp) {
  if ((cp >= 'a' && cp <= 'z') || (cp >= 'A' && cp <= 'Z')) return letter;
  if (cp >= '0' && cp <= '9') return digit;
  switch (cp) {
    case ' ':
    case '\t':
    case '\n':
    case '\r':
      return space;
    case '(':
    case '[':
    case '{':
      return latin_opening;
    case ')':
    case ']':
    case '}':
    case ',':
    case '.':
    case ';':
    case ':':
    case '!':
    case '?':
      return latin_closing;
    case '-':
      return hyphen;
    case '%':
      return suffix;
    case '$':
      return prefix;
    default:
      return symbol;
  }
}

// Everything beyond ASCII and the common ideographs; asked once a character, so tables of literals are enough.
CharClass classify_other(char32_t cp) {
  if (contains(U"“‘（《〈「『【〔［｛〖〘〚｟", cp)) return opening;
  if (contains(U"”’）》〉」』】〕］｝〗〙〛｠", cp)) return closing;
  if (contains(U"，、；：", cp)) return comma;
  if (contains(U"。！？．‼⁇⁈⁉", cp)) return stop;
  if (contains(U"·‧・•", cp)) return interpunct;
  if (cp == 0x2E3A) return dash;
  if (contains(U"…⋯", cp)) return ellipsis;
  if (contains(U"—–～〜－", cp)) return connector;
  if (cp == U'／') return solidus;
  if (contains(U"￥¥＄€£№＃", cp)) return prefix;
  if (contains(U"％‰℃℉°′″㎡㎥㎏㎎㎞㎝㎜", cp)) return suffix;
  if (contains(U"々〻ー", cp)) return iteration;
  if (contains(U"‐", cp)) return hyphen;
  if (contains(U"«‹", cp)) return latin_opening;
  if (contains(U"»›", cp)) return latin_closing;
  if (cp == 0x200B) return break_here;
  if (cp == 0x2028) return line_break;
  if (cp == 0xFFFC) return object;
  if (cp == 0x00AD) return soft_hyphen;
  // Raised and lowered digits belong to their word: H₂O, m². Roman numerals with a code point of their own stand on the
  // square in Chinese faces.
  if (contains(U"²³¹½¼¾", cp) || (cp >= 0x2070 && cp <= 0x209C && u_isdefined(static_cast<UChar32>(cp)))) return digit;
  if (cp >= 0x2160 && cp <= 0x2188) return han;
  const int8_t type = u_charType(static_cast<UChar32>(cp));
  if (type == U_SPACE_SEPARATOR) return contains(U"\u00A0\u2007\u202F\u3000\u2003\u2002", cp) ? fixed_space : space;
  if (u_hasBinaryProperty(static_cast<UChar32>(cp), UCHAR_DEFAULT_IGNORABLE_CODE_POINT)) return ignorable;
  if (type == U_NON_SPACING_MARK || type == U_ENCLOSING_MARK || type == U_COMBINING_SPACING_MARK) return ignorable;
  if (type == U_CONTROL_CHAR) return ignorable;
  if (is_ideographic_script(cp)) return han;
  const int width = u_getIntPropertyValue(static_cast<UChar32>(cp), UCHAR_EAST_ASIAN_WIDTH);
  if (width == U_EA_WIDE || width == U_EA_FULLWIDTH) return han;
  if (u_isalpha(static_cast<UChar32>(cp))) return letter;
  if (type == U_DECIMAL_DIGIT_NUMBER) return digit;
  // Circled digits, geometric shapes, arrows: on the square in Chinese faces.
  if (width == U_EA_AMBIGUOUS && (type == U_OTHER_NUMBER || type == U_OTHER_SYMBOL || type == U_MATH_SYMBOL)) {
    return cp >= 0x2000 ? han : symbol;
  }
  return symbol;
}

bool is_latin_side(CharClass c) {
  return is_alphanumeric(c);
}
bool is_chinese_side(CharClass c) {
  return c == han || c == iteration || c == comma || c == stop || c == dash || c == interpunct;
}

enum class Side { none, latin, chinese };

constexpr size_t kFarthest = 256;  // characters looked at in one direction
constexpr size_t kDeepest = 64;    // quotation marks open at one time

// What stands beside position i, looking in one direction past blanks and further shared marks.
Side side(const std::vector<Character>& text, size_t i, int step) {
  auto k = static_cast<std::ptrdiff_t>(i);
  for (size_t seen = 0; seen < kFarthest; ++seen) {
    k += step;
    if (k < 0 || k >= static_cast<std::ptrdiff_t>(text.size())) break;
    const CharClass c = text[static_cast<size_t>(k)].cls;
    if (is_latin_side(c) || c == latin_opening || c == latin_closing || c == symbol || c == suffix || c == prefix) {
      return Side::latin;
    }
    if (is_chinese_side(c)) return Side::chinese;
    // Other Chinese brackets decide for Chinese; shared quotation marks are looked through.
    const char32_t cp = text[static_cast<size_t>(k)].code_point;
    if ((c == opening || c == closing) && !contains(U"“”‘’", cp)) return Side::chinese;
  }
  return Side::none;
}

bool is_blank(CharClass c) {
  return c == space || c == fixed_space;
}

// CLREQ 3.1.1.2: quotation marks have one code point for both scripts, and ’ is the apostrophe besides.
class Quotes {
 public:
  Quotes(std::vector<Character>& text, bool chinese)
      : text_(text), chinese_(chinese && std::any_of(text.begin(), text.end(), [](const Character& c) {
                                return c.cls == han || is_chinese_side(c.cls);
                              })) {}

  void settle() {
    for (size_t i = 0; i < text_.size(); ++i) {
      const char32_t cp = text_[i].code_point;
      if (cp == U'“' || cp == U'‘') {
        if (open_.size() == kDeepest) open_.erase(open_.begin());
        open_.push_back(i);
      } else if (cp == U'’' && is_apostrophe(i)) {
        text_[i].cls = letter;
      } else if (cp == U'”' || cp == U'’') {
        close(i);
      }
    }
    for (const auto& [first, last] : pairs_) settle_pair(first, last);
    // An opening mark that nothing closes: a quotation that goes on in the next paragraph.
    alone_.insert(alone_.end(), open_.begin(), open_.end());
    for (const size_t i : alone_) {
      if (side(text_, i, 1) == Side::latin && is_foreign(side(text_, i, -1))) text_[i].cls = latin_opening;
    }
  }

 private:
  // don’t, T’Pol; ’90s and rock ’n’ roll, because no quotation ends after a blank and before a word.
  bool is_apostrophe(size_t i) const {
    if (i + 1 == text_.size() || !is_alphanumeric(text_[i + 1].cls)) return false;
    return i == 0 || is_alphanumeric(text_[i - 1].cls) || is_blank(text_[i - 1].cls) || text_[i - 1].cls == opening ||
           text_[i - 1].cls == latin_opening;
  }

  // Whether the surroundings are not Chinese: beside nothing at all, the paragraph decides.
  bool is_foreign(Side outside) const { return outside == Side::latin || (outside == Side::none && !chinese_); }

  void close(size_t i) {
    const char32_t partner = text_[i].code_point == U'”' ? U'“' : U'‘';
    auto found = open_.end();
    for (auto k = open_.rbegin(); k != open_.rend() && found == open_.end(); ++k) {
      if (text_[*k].code_point == partner) found = k.base() - 1;
    }
    if (found != open_.end()) {
      pairs_.emplace_back(*found, i);
      alone_.insert(alone_.end(), found + 1, open_.end());
      open_.erase(found, open_.end());
      return;
    }
    if (text_[i].code_point == U'’' && i + 1 < text_.size() && text_[i + 1].cls == digit) {
      text_[i].cls = letter;  // 在’90s的
    } else if (side(text_, i, -1) == Side::latin && (text_[i].code_point == U'’' || is_foreign(side(text_, i, 1)))) {
      text_[i].cls = latin_closing;  // plural possessive, or the end of a Latin sentence opened elsewhere
    }
  }

  // Latin is what begins and ends in Latin and stands in Latin surroundings.
  void settle_pair(size_t first, size_t last) {
    if (side(text_, first, 1) != Side::latin || side(text_, last, -1) != Side::latin) return;
    const Side before = side(text_, first, -1);
    const Side after = side(text_, last, 1);
    if (before == Side::chinese || after == Side::chinese) return;
    if (before == Side::none && after == Side::none && chinese_) return;
    text_[first].cls = latin_opening;
    text_[last].cls = latin_closing;
  }

  std::vector<Character>& text_;
  bool chinese_;  // the paragraph's language, and there is something Chinese in it
  std::vector<size_t> open_;
  std::vector<std::pair<size_t, size_t>> pairs_;
  std::vector<size_t> alone_;  // opened, never closed
};

// The class of the nearest character that is no blank.
CharClass past_blanks(const std::vector<Character>& text, size_t i, int step) {
  auto k = static_cast<std::ptrdiff_t>(i) + step;
  for (size_t seen = 0; seen < kFarthest && k >= 0 && k < static_cast<std::ptrdiff_t>(text.size()); ++seen, k += step) {
    if (!is_blank(text[static_cast<size_t>(k)].cls)) return text[static_cast<size_t>(k)].cls;
  }
  return space;
}

void settle_dashes(std::vector<Character>& text) {
  const size_t n = text.size();
  for (size_t i = 0; i < n; ++i) {
    const char32_t cp = text[i].code_point;
    if (cp == U'—') {
      size_t end = i;
      while (end < n && text[end].code_point == U'—') ++end;
      if (end - i >= 2) {
        for (size_t k = i; k < end; ++k) text[k].cls = dash;
        i = end - 1;
      } else if (past_blanks(text, i, -1) == letter && past_blanks(text, i, 1) == letter) {
        text[i].cls = symbol;  // an English em dash
      }
    } else if (cp == U'…') {
      const bool pair = (i + 1 < n && text[i + 1].code_point == cp) || (i > 0 && text[i - 1].code_point == cp);
      if (!pair && side(text, i, -1) == Side::latin && side(text, i, 1) != Side::chinese) text[i].cls = latin_closing;
    } else if (cp == U'·' || cp == U'•') {
      const bool latin = i > 0 && i + 1 < n && is_latin_side(text[i - 1].cls) && is_latin_side(text[i + 1].cls);
      if (latin) text[i].cls = symbol;
    } else if (cp == U'–' && i > 0 && i + 1 < n && text[i - 1].cls == letter && text[i + 1].cls == letter) {
      text[i].cls = hyphen;
    }
  }
}

// Most of the table: Han characters of the common blocks and Hangul syllables, all assigned.
bool is_plainly_han(char32_t cp) {
  return (cp >= 0x3400 && cp <= 0x4DBF) || (cp >= 0x4E00 && cp <= 0x9FFF) || (cp >= 0xAC00 && cp <= 0xD7A3);
}

struct ClassTable {
  std::array<CharClass, 0x10000> bmp{};
  ClassTable() {
    for (char32_t cp = 0; cp < 0x10000; ++cp) {
      const bool undefined = cp >= 0xD800 && cp <= 0xF8FF;  // surrogates and private use
      bmp[cp] = cp < 0x80 ? classify_ascii(cp) : is_plainly_han(cp) ? han : undefined ? symbol : classify_other(cp);
    }
  }
};

}  // namespace

namespace {

const ClassTable& class_table() {
  static const ClassTable table;
  return table;
}

}  // namespace

CharClass char_class(char32_t cp) {
  return cp < 0x10000 ? class_table().bmp[cp] : classify_other(cp);
}

void classify(std::string_view text, bool chinese, std::vector<Character>& out) {
  out.clear();
  out.reserve(text.size() / 3 + 4);
  bool shared = false;
  const ClassTable& table = class_table();
  for (const auto item : base::CodePoints(text)) {
    const char32_t cp = item.code_point;
    const CharClass c = cp < 0x10000 ? table.bmp[cp] : classify_other(cp);
    shared = shared || (cp >= 0x2010 && cp <= 0x2030) || cp == 0xB7;
    out.push_back({cp, item.offset, item.length, c});
  }
  if (shared) {
    settle_dashes(out);
    Quotes(out, chinese).settle();
  }
}

}  // namespace huozi::text
