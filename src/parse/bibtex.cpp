#include "parse/bibtex.h"

#include <map>
#include <optional>
#include <string>

#include "base/ascii.h"
#include "parse/bibtex_fields.h"
#include "parse/legible.h"

namespace huozi::parse {
namespace {

using base::lower;

using document::Reference;

constexpr size_t kLongestValue = 64u << 10;
constexpr size_t kMostErrors = 20;
constexpr size_t kMostFields = 200;
constexpr size_t kLongestKey = 200;

bool is_space(char c) {
  return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f' || c == '\v';
}

// BibTeX's own names: anything but blanks and the marks of its syntax.
bool is_name_character(char c) {
  return !is_space(c) && std::string_view("\"#%'(),={}@\\").find(c) == std::string_view::npos;
}

class BibtexReader {
 public:
  BibtexReader(const source::SourceFile& file, size_t most, source::Diagnostics& diagnostics)
      : file_(file), text_(file.text()), most_(most), diagnostics_(diagnostics) {
    constexpr std::string_view kMonths[] = {"jan", "feb", "mar", "apr", "may", "jun",
                                            "jul", "aug", "sep", "oct", "nov", "dec"};
    for (size_t i = 0; i < 12; ++i) macros_[std::string(kMonths[i])] = std::to_string(i + 1);
  }

  std::vector<Reference> read() {
    while (at_ < text_.size() && out_.size() < most_ && errors_ < kMostErrors) {
      at_ = std::min(text_.find('@', at_), text_.size());
      if (at_ == text_.size()) break;
      const size_t begin = at_++;
      if (!item(begin)) to_next_line_with_item();
    }
    return std::move(out_);
  }

 private:
  bool fail(std::string what, std::string hint) {
    ++errors_;
    const size_t end = std::min(at_ + 1, text_.size());
    diagnostics_.report("references.syntax", file_.span(std::min(at_, text_.size()), end),
                        {std::move(what), std::move(hint)});
    return false;
  }

  void to_next_line_with_item() {
    if (at_ < text_.size() && text_[at_] == '@' && begins_line(at_)) return;
    while (at_ < text_.size()) {
      const size_t line = text_.find('\n', at_);
      if (line == text_.npos) {
        at_ = text_.size();
        return;
      }
      at_ = line + 1;
      const size_t first = text_.find_first_not_of(" \t\r\n", at_);
      if (first != text_.npos && text_[first] == '@') {
        at_ = first;
        return;
      }
    }
  }

  // Blanks, and comments from % to the line's end.
  void skip_blanks() {
    while (at_ < text_.size() && (is_space(text_[at_]) || text_[at_] == '%')) {
      at_ = text_[at_] == '%' ? std::min(text_.find('\n', at_), text_.size()) : at_ + 1;
    }
  }

  std::string_view name() {
    const size_t begin = at_;
    while (at_ < text_.size() && is_name_character(text_[at_])) ++at_;
    return text_.substr(begin, at_ - begin);
  }

  bool begins_line(size_t at) const {
    while (at > 0 && (text_[at - 1] == ' ' || text_[at - 1] == '\t')) --at;
    return at == 0 || text_[at - 1] == '\n' || text_[at - 1] == '\r';
  }

  // Behind its @, which stands at `begin`.
  bool item(size_t begin) {
    skip_blanks();
    const std::string type = lower(name());
    skip_blanks();
    const char open = at_ < text_.size() ? text_[at_] : '\0';
    if (type == "comment") return comment(open);
    if (open != '{' && open != '(') {
      // An @ within a comment, such as a mail address's, begins nothing.
      if (!begins_line(begin) || type.empty()) return true;
      return fail("'{' is expected behind @" + type, "write @" + type + "{key, name = {value}, ...}");
    }
    ++at_;
    const char close = open == '{' ? '}' : ')';
    if (type == "preamble") {
      const auto ignored = value();
      return ignored && ends(close);
    }
    if (type == "string") return macro(close);
    return entry(type, close);
  }

  bool comment(char open) {
    if (open != '{') {
      at_ = std::min(text_.find('\n', at_), text_.size());
      return true;
    }
    return braced().has_value();
  }

  bool ends(char close) {
    skip_blanks();
    if (at_ >= text_.size() || text_[at_] != close) {
      return fail(std::string("'") + close + "' is expected here", "close what was opened, and part fields by commas");
    }
    ++at_;
    return true;
  }

  bool macro(char close) {
    skip_blanks();
    const std::string macro_name = lower(name());
    if (macro_name.empty() || !equals())
      return macro_name.empty() ? fail("a name is expected here", kStringHint) : false;
    auto words = value();
    if (!words) return false;
    macros_[macro_name] = std::move(*words);
    return ends(close);
  }

  bool equals() {
    skip_blanks();
    if (at_ >= text_.size() || text_[at_] != '=') return fail("'=' is expected here", "write name = {value}");
    ++at_;
    return true;
  }

  bool entry(const std::string& type, char close) {
    skip_blanks();
    const size_t begin = at_;
    while (at_ < text_.size() && text_[at_] != ',' && text_[at_] != close && text_[at_] != '=' && text_[at_] != '\n' &&
           text_[at_] != '{' && text_[at_] != '"') {
      ++at_;
    }
    size_t end = at_;
    while (end > begin && is_space(text_[end - 1])) --end;
    skip_blanks();
    const bool parted = at_ < text_.size() && (text_[at_] == ',' || text_[at_] == close);
    if (end == begin || !parted || end - begin > kLongestKey) {
      return fail("a key and a comma are expected here", "write @" + type + "{key, name = {value}, ...}");
    }
    Reference reference;
    reference.key = text_.substr(begin, end - begin);
    reference.span = file_.span(begin, end);
    BibtexEntry read{type, {}};
    if (!fields(close, read)) return false;
    if (!reference_of(read, reference)) diagnostics_.report("references.type", reference.span, {"@" + type});
    out_.push_back(std::move(reference));
    return true;
  }

  bool fields(char close, BibtexEntry& out) {
    for (size_t count = 0; count < kMostFields; ++count) {
      skip_blanks();
      while (at_ < text_.size() && text_[at_] == ',') {
        ++at_;
        skip_blanks();
      }
      if (at_ < text_.size() && text_[at_] == close) {
        ++at_;
        return true;
      }
      const std::string field = lower(name());
      if (field.empty()) return fail("a field or the entry's end is expected here", "part fields by commas");
      if (!equals()) return false;
      auto words = value();
      if (!words) return false;
      out.fields.emplace(field, visible_text(*words));
      skip_blanks();
      if (at_ < text_.size() && text_[at_] != ',' && text_[at_] != close) return ends(close);
    }
    return fail("an entry has more than " + std::to_string(kMostFields) + " fields", "close the entry before");
  }

  // Pieces with # between them.
  std::optional<std::string> value() {
    std::string out;
    while (true) {
      skip_blanks();
      const size_t begin = at_;
      const auto part = piece();
      if (!part) return std::nullopt;
      if (out.size() + part->size() > kLongestValue) {
        at_ = begin;
        fail("a value is longer than 64 KiB", "close the brace or quotation mark before");
        return std::nullopt;
      }
      out += *part;
      skip_blanks();
      if (at_ >= text_.size() || text_[at_] != '#') return out;
      ++at_;
    }
  }

  std::optional<std::string> piece() {
    const char first = at_ < text_.size() ? text_[at_] : '\0';
    if (first == '{') return braced();
    if (first == '"') return quoted();
    const size_t begin = at_;
    const std::string word(name());
    if (word.empty()) {
      fail("a value is expected here", "write it in braces: name = {value}");
      return std::nullopt;
    }
    if (word.find_first_not_of("0123456789") == word.npos) return word;
    const auto macro = macros_.find(lower(word));
    if (macro != macros_.end()) return macro->second;
    diagnostics_.report("references.macro", file_.span(begin, at_), {word});
    return std::string();
  }

  // {...}, without its own braces. All braces count, as for BibTeX, also behind a backslash.
  std::optional<std::string> braced() {
    const size_t begin = at_++;
    size_t depth = 1;
    for (; at_ < text_.size(); ++at_) {
      if (text_[at_] == '{') {
        ++depth;
      } else if (text_[at_] == '}' && --depth == 0) {
        ++at_;
        return std::string(text_.substr(begin + 1, at_ - begin - 2));
      }
    }
    return unclosed(begin, "a brace is not closed");
  }

  std::optional<std::string> quoted() {
    const size_t begin = at_++;
    size_t depth = 0;
    for (; at_ < text_.size(); ++at_) {
      if (text_[at_] == '{') {
        ++depth;
      } else if (text_[at_] == '}') {
        if (depth == 0) break;
        --depth;
      } else if (text_[at_] == '"' && depth == 0) {
        ++at_;
        return std::string(text_.substr(begin + 1, at_ - begin - 2));
      }
    }
    return unclosed(begin, "a quotation mark is not closed");
  }

  // Reported where it was opened.
  std::optional<std::string> unclosed(size_t begin, std::string what) {
    at_ = begin;
    fail(std::move(what), "close it; reading goes on at the next line that begins with @");
    return std::nullopt;
  }

  static constexpr const char* kStringHint = "write @string{name = \"value\"}";

  const source::SourceFile& file_;
  std::string_view text_;
  size_t most_;
  source::Diagnostics& diagnostics_;
  std::map<std::string, std::string> macros_;
  std::vector<Reference> out_;
  size_t at_ = 0;
  size_t errors_ = 0;
};

}  // namespace

std::vector<Reference> read_bibtex(const source::SourceFile& file, size_t most, source::Diagnostics& diagnostics) {
  return BibtexReader(file, most, diagnostics).read();
}

}  // namespace huozi::parse
