#include "parse/tex_text.h"

#include <algorithm>
#include <array>

#include <unicode/normalizer2.h>
#include <unicode/unistr.h>

#include "base/utf8.h"

namespace huozi::parse {
namespace {

struct Accent {
  std::string_view command;
  char32_t mark;  // combining
};
constexpr std::array kAccents = {
    Accent{"\"", 0x308}, Accent{"'", 0x301}, Accent{"`", 0x300}, Accent{"^", 0x302}, Accent{"~", 0x303},
    Accent{"=", 0x304},  Accent{".", 0x307}, Accent{"u", 0x306}, Accent{"v", 0x30C}, Accent{"H", 0x30B},
    Accent{"c", 0x327},  Accent{"k", 0x328}, Accent{"r", 0x30A}, Accent{"b", 0x331}, Accent{"d", 0x323},
};

struct Letter {
  std::string_view command;
  std::string_view text;
};
constexpr std::array kLetters = {
    Letter{"ss", "ß"},
    Letter{"o", "ø"},
    Letter{"O", "Ø"},
    Letter{"l", "ł"},
    Letter{"L", "Ł"},
    Letter{"ae", "æ"},
    Letter{"AE", "Æ"},
    Letter{"oe", "œ"},
    Letter{"OE", "Œ"},
    Letter{"aa", "å"},
    Letter{"AA", "Å"},
    Letter{"i", "ı"},
    Letter{"j", "ȷ"},
    Letter{"dh", "ð"},
    Letter{"th", "þ"},
    Letter{"textendash", "–"},
    Letter{"textemdash", "—"},
    Letter{"ldots", "…"},
    Letter{"dots", "…"},
    Letter{"textellipsis", "…"},
    Letter{"textquoteright", "’"},
    Letter{"textquoteleft", "‘"},
    Letter{"textasciitilde", "~"},
    Letter{"textbackslash", "\\"},
    Letter{"quad", " "},
    Letter{"slash", "/"},
    Letter{"textbar", "|"},
    Letter{"textunderscore", "_"},
};
// Commands for type: their words stay, they go.
constexpr std::array<std::string_view, 22> kType = {"emph",   "textit",    "textbf", "textsc",     "textrm", "texttt",
                                                    "textsf", "textsl",    "textup", "textnormal", "mathrm", "mathit",
                                                    "mathbf", "it",        "bf",     "sc",         "em",     "rm",
                                                    "url",    "uppercase", "relax",  "protect"};

bool is_letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}
bool is_space(char c) {
  return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

class TexReader {
 public:
  explicit TexReader(std::string_view tex) : rest_(tex) {}

  std::string read() {
    while (!rest_.empty()) step();
    return composed(std::move(out_));
  }

 private:
  bool take(std::string_view words) {
    const bool found = rest_.starts_with(words);
    if (found) rest_.remove_prefix(words.size());
    return found;
  }

  void step() {
    if (take("\\")) return command();
    if (take("{") || take("}") || take("$")) return;
    if (take("~")) return blank();
    if (take("---")) return void(out_ += "—");
    if (take("--")) return void(out_ += "–");
    if (take("``")) return void(out_ += "“");
    if (take("''")) return void(out_ += "”");
    if (is_space(rest_.front())) {
      rest_.remove_prefix(1);
      return blank();
    }
    out_ += rest_.front();
    rest_.remove_prefix(1);
  }

  void blank() {
    if (!out_.empty() && out_.back() != ' ') out_ += ' ';
  }

  void command() {
    if (rest_.empty()) return void(out_ += '\\');
    size_t length = 0;
    while (length < rest_.size() && is_letter(rest_[length])) ++length;
    const std::string_view name = rest_.substr(0, std::max<size_t>(length, 1));
    const auto accent =
        std::find_if(kAccents.begin(), kAccents.end(), [&](const Accent& each) { return each.command == name; });
    if (accent != kAccents.end() && accented(name.size(), accent->mark)) return;
    if (length == 0) {  // \& \% \_ ..., also before a character of several bytes
      const auto mark = base::decode_utf8(rest_, 0);
      if (mark.code_point == '\\') {
        blank();
      } else if (!is_space(rest_.front())) {
        out_ += rest_.substr(0, mark.length);
      } else {
        blank();
      }
      return rest_.remove_prefix(mark.length);
    }
    rest_.remove_prefix(length);
    const bool followed = !rest_.empty() && is_space(rest_.front());
    while (!rest_.empty() && is_space(rest_.front())) rest_.remove_prefix(1);
    const auto letter =
        std::find_if(kLetters.begin(), kLetters.end(), [&](const Letter& each) { return each.command == name; });
    if (letter != kLetters.end()) return void(out_ += letter->text);
    if (std::find(kType.begin(), kType.end(), name) != kType.end()) return;
    out_ += name;
    if (followed) blank();
  }

  // \"o, \"{o}, \'\i, \'{\i}, \c c
  bool accented(size_t length, char32_t mark) {
    std::string_view after = rest_.substr(length);
    const bool word = is_letter(rest_.front());
    if (word && (after.empty() || !(is_space(after.front()) || after.front() == '{' || after.front() == '\\'))) {
      return false;
    }
    while (!after.empty() && is_space(after.front())) after.remove_prefix(1);
    const bool braced = after.starts_with('{');
    if (braced) after.remove_prefix(1);
    char32_t base = 0;
    for (const auto& [command, plain] : {Letter{"\\i", "i"}, Letter{"\\j", "j"}}) {
      if (!after.starts_with(command) || (after.size() > 2 && is_letter(after[2]))) continue;
      base = static_cast<char32_t>(plain[0]);
      after.remove_prefix(command.size());
    }
    if (base == 0) {
      if (after.empty() || after.front() == '}' || after.front() == '\\' || after.front() == '{') return false;
      const auto letter = base::decode_utf8(after, 0);
      base = letter.code_point;
      after.remove_prefix(letter.length);
    }
    if (braced && !after.starts_with('}')) return false;
    if (braced) after.remove_prefix(1);
    base::append_utf8(out_, base);
    base::append_utf8(out_, mark);
    rest_ = after;
    return true;
  }

  static std::string composed(std::string text) {
    while (text.ends_with(' ')) text.pop_back();
    UErrorCode status = U_ZERO_ERROR;
    const icu::Normalizer2* const composer = icu::Normalizer2::getNFCInstance(status);
    if (U_FAILURE(status)) return text;
    std::string out;
    composer->normalize(icu::UnicodeString::fromUTF8(text), status).toUTF8String(out);
    return U_SUCCESS(status) ? out : text;
  }

  std::string_view rest_;
  std::string out_;
};

}  // namespace

std::string tex_text(std::string_view tex) {
  return TexReader(tex).read();
}

std::string tex_literal(std::string_view tex) {
  std::string out;
  for (size_t i = 0; i < tex.size(); ++i) {
    const char c = tex[i];
    if (c == '{' || c == '}') continue;
    if (c == '\\' && i + 1 < tex.size() && std::string_view("%&_#$~{}").find(tex[i + 1]) != std::string_view::npos) {
      out += tex[++i];
    } else if (c == '\\' && tex.substr(i).starts_with("\\url")) {
      i += 3;
    } else if (!is_space(c)) {
      out += c;
    } else if (!out.empty() && out.back() != ' ') {
      out += ' ';
    }
  }
  while (out.ends_with(' ')) out.pop_back();
  return out;
}

std::vector<std::string_view> tex_split(std::string_view tex, std::string_view separator) {
  std::vector<std::string_view> out;
  const bool word = is_letter(separator.front());
  size_t begin = 0, depth = 0;
  for (size_t i = 0; i < tex.size(); ++i) {
    if (tex[i] == '\\') {
      ++i;
      continue;
    }
    if (tex[i] == '{') ++depth;
    if (tex[i] == '}' && depth > 0) --depth;
    if (depth > 0 || !tex.substr(i).starts_with(separator)) continue;
    const size_t end = i + separator.size();
    if (word && (i == 0 || !is_space(tex[i - 1]) || end >= tex.size() || !is_space(tex[end]))) continue;
    out.push_back(tex.substr(begin, i - begin));
    begin = end;
    i = end - 1;
  }
  out.push_back(tex.substr(begin));
  return out;
}

}  // namespace huozi::parse
