#include "citation/entry.h"

#include <algorithm>
#include <array>
#include <charconv>

#include "base/utf8.h"
#include "citation/names.h"

namespace huozi::citation {

using document::Reference;
using Type = Reference::Type;

namespace {

struct TypeRow {
  Type type;
  std::string_view mark;
  std::string_view pattern;  // the template's name
};
constexpr std::array kTypes = {
    TypeRow{Type::book, "M", "book"},
    TypeRow{Type::collection, "G", "book"},
    TypeRow{Type::proceedings, "C", "book"},
    TypeRow{Type::newspaper, "N", "newspaper"},
    TypeRow{Type::journal, "J", "journal"},
    TypeRow{Type::dissertation, "D", "book"},
    TypeRow{Type::report, "R", "report"},
    TypeRow{Type::standard, "S", "standard"},
    TypeRow{Type::patent, "P", "patent"},
    TypeRow{Type::database, "DB", "electronic"},
    TypeRow{Type::program, "CP", "electronic"},
    TypeRow{Type::electronic, "EB", "electronic"},
    TypeRow{Type::preprint, "PP", "electronic"},
    TypeRow{Type::dataset, "DS", "electronic"},
    TypeRow{Type::map, "CM", "book"},
    TypeRow{Type::archive, "A", "archive"},
    TypeRow{Type::other, "Z", "other"},
};

const TypeRow& row_of(Type type) {
  return *std::find_if(kTypes.begin(), kTypes.end(), [&](const TypeRow& row) { return row.type == type; });
}

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

bool is_number(std::string_view text) {
  return !text.empty() && std::all_of(text.begin(), text.end(), is_digit);
}

bool is_dash(char32_t c) {
  return c == '-' || c == '~' || (c >= 0x2010 && c <= 0x2015) || c == 0x301C || c == 0xFF5E || c == 0xFF0D;
}

// Dashes between digits as the style has them; also one behind the last digit: 1936-.
std::string with_dash(std::string_view text, std::string_view dash) {
  std::string out;
  bool digit = false, open = false;
  for (const auto item : base::CodePoints(text)) {
    const char32_t c = item.code_point;
    if (is_dash(c) && (digit || open)) {
      if (!open) out += dash;
      open = true;
      digit = false;
      continue;
    }
    open = false;
    digit = (c < 0x80 && is_digit(static_cast<char>(c))) || c == ')' || c == 0xFF09 || c == ']';
    base::append_utf8(out, c);
  }
  return out;
}

// 2022, 2022-03 or 2022-03-02, and nothing else.
bool is_iso(std::string_view date) {
  constexpr std::string_view kShape = "dddd-dd-dd";
  if (date.size() != 4 && date.size() != 7 && date.size() != 10) return false;
  for (size_t i = 0; i < date.size(); ++i) {
    if (kShape[i] == 'd' ? !is_digit(date[i]) : date[i] != '-') return false;
  }
  return true;
}

// 2022-05-05 -> 2022年5月5日; less precise dates say less.
std::string chinese_date(std::string_view iso) {
  constexpr std::string_view kUnits[] = {"年", "月", "日"};
  std::string out;
  size_t at = 0;
  for (const std::string_view unit : kUnits) {
    if (at >= iso.size()) break;
    const size_t length = at == 0 ? 4 : 2;
    unsigned number = 0;
    std::from_chars(iso.data() + at, iso.data() + at + length, number);
    out += std::to_string(number);
    out += unit;
    at += length + 1;
  }
  return out;
}

std::string ordinal(std::string_view number) {
  std::string_view ending = "th";
  const bool teen = number.size() > 1 && number[number.size() - 2] == '1';
  if (!teen && number.back() == '1') ending = "st";
  if (!teen && number.back() == '2') ending = "nd";
  if (!teen && number.back() == '3') ending = "rd";
  return std::string(number).append(ending);
}

std::string replaced(std::string text, std::string_view from, std::string_view to) {
  for (size_t at = text.find(from); at != std::string::npos; at = text.find(from, at + to.size())) {
    text.replace(at, from.size(), to);
  }
  return text;
}

class Writer {
 public:
  Writer(const Reference& reference, const Style& style, std::string_view locator)
      : reference_(reference),
        style_(style),
        script_(is_han_entry(reference) ? style.han : style.western),
        locator_(locator) {}

  Line write() const {
    const auto found = script_.templates.find(pattern_name());
    if (found == script_.templates.end()) return {};
    return found->second.fill([this](const std::string& name) { return field(name); });
  }

 private:
  std::string pattern_name() const {
    const Type type = reference_.type;
    const bool has_container = !reference_.container.empty();
    if (type == Type::journal && !has_container) return "periodical";
    if (type == Type::newspaper && !has_container) return "other";
    const bool is_part = has_container && type != Type::journal && type != Type::newspaper;
    return std::string(is_part ? "part" : row_of(type).pattern);
  }

  Line field(const std::string& name) const {
    if (const auto part = script_.parts.find(name); part != script_.parts.end()) {
      return part->second.fill([this](const std::string& inner) { return field(inner); });
    }
    if (name == "url") return link(reference_.url, reference_.url);
    if (name == "doi") return link(reference_.doi, "https://doi.org/" + reference_.doi);
    std::string value = text(name);
    if (value.empty()) return {};
    return {{std::move(value), {}}};
  }

  static Line link(const std::string& words, const std::string& address) {
    if (words.empty()) return {};
    return {{words, address}};
  }

  std::string text(std::string_view name) const {
    const Reference& r = reference_;
    if (name == "authors") return names_text(r.authors, script_.names);
    if (name == "editors") return names_text(r.editors, script_.names);
    if (name == "translators") return names_text(r.translators, script_.names);
    if (name == "title") return title(r.title);
    if (name == "container") return title(r.container);
    if (name == "mark") return type_mark(r, style_.online_mark);
    if (name == "genre") return r.genre;
    if (name == "edition") return edition();
    if (name == "place") return r.place;
    if (name == "publisher") return r.publisher;
    if (name == "date") return date(r.date);
    if (name == "year") return with_dash(is_iso(r.date) ? r.date.substr(0, 4) : r.date, script_.years_dash);
    if (name == "since") return since();
    if (name == "said") return date(r.said);
    if (name == "update") return date(r.update.empty() ? r.date : r.update);
    if (name == "access") return is_online() ? date(r.access) : std::string();
    if (name == "volume") return with_dash(r.volume, script_.years_dash);
    if (name == "whole_volume") return is_number(r.volume) ? worded("volume", r.volume) : r.volume;
    if (name == "issue") return with_dash(r.issue, script_.years_dash);
    if (name == "number") return r.number;
    if (name == "paged") return paged();
    return {};
  }

  bool is_online() const { return !reference_.url.empty() || !reference_.doi.empty(); }

  std::string title(const std::string& words) const {
    if (!style_.single_inner_marks || &script_ == &style_.western) return words;
    return replaced(replaced(words, "《", "〈"), "》", "〉");
  }

  std::string date(const std::string& value) const {
    if (!is_iso(value)) return with_dash(value, script_.years_dash);
    return script_.chinese_dates ? chinese_date(value) : value;
  }

  // Of what still appears, its first year.
  std::string since() const {
    const std::string& value = reference_.date;
    const size_t dash = value.find_first_not_of("0123456789");
    if (dash != 4) return {};
    const std::string_view rest = std::string_view(value).substr(dash);
    const auto first = base::decode_utf8(rest, 0);
    return is_dash(first.code_point) && first.length == rest.size() ? value.substr(0, 4) : std::string();
  }

  std::string edition() const {
    if (reference_.edition == "1") return {};
    return is_number(reference_.edition) ? worded("edition", reference_.edition) : reference_.edition;
  }

  std::string worded(const std::string& word, const std::string& number) const {
    const auto found = script_.words.find(word);
    if (found == script_.words.end()) return number;
    return replaced(replaced(found->second, "{th}", is_number(number) ? ordinal(number) : number), "{}", number);
  }

  std::string paged() const {
    const std::string given = locator_.empty() ? reference_.pages : std::string(locator_);
    const std::string pages = page_numbers(given);
    if (pages.empty()) return given;
    const bool sheet = reference_.type == Type::newspaper && script_.words.contains("sheet");
    const bool several = pages.find_first_of("-,") != std::string::npos;
    return worded(sheet     ? "sheet"
                  : several ? "pages"
                            : "page",
                  replaced(with_dash(pages, script_.pages_dash), ",", script_.names.separator));
  }

  const Reference& reference_;
  const Style& style_;
  const Script& script_;
  std::string_view locator_;
};

}  // namespace

Line entry(const Reference& reference, const Style& style, std::string_view locator) {
  return Writer(reference, style, locator).write();
}

std::string type_mark(const Reference& reference, bool online) {
  std::string mark(row_of(reference.type).mark);
  std::string carrier = reference.carrier;
  if (carrier.empty() && online && (!reference.url.empty() || !reference.doi.empty())) carrier = "OL";
  return carrier.empty() ? mark : mark + "/" + carrier;
}

bool is_han_entry(const Reference& reference) {
  const std::string& language = reference.language;
  for (const std::string_view tag : {"zh", "ja", "cmn", "chinese", "Chinese", "japanese", "Japanese", "中", "日"}) {
    if (language.starts_with(tag)) return true;
  }
  return has_han(reference.title) || (reference.title.empty() && has_han(reference.container));
}

std::string page_numbers(std::string_view locator) {
  std::string_view rest = locator;
  const auto take = [&](std::string_view word) {
    const bool found = rest.starts_with(word);
    if (found) rest.remove_prefix(word.size());
    return found;
  };
  const auto blanks = [&] {
    while (take(" ") || take("\u00a0")) {
    }
  };
  if (!take("第") && !take("pp.") && !take("p.")) take("页");
  blanks();
  std::string out;
  char32_t before = 0;
  while (!rest.empty()) {
    const auto item = base::decode_utf8(rest, 0);
    const char32_t c = item.code_point;
    const bool digit = c >= '0' && c <= '9';
    const bool mark = is_dash(c) || c == ',' || c == 0xFF0C || c == 0x3001;
    if (!digit && !mark && c != ' ') break;
    rest.remove_prefix(item.length);
    if (c == ' ') continue;
    if (mark && is_dash(before) && is_dash(c)) continue;  // --
    before = c;
    out += digit ? static_cast<char>(c) : is_dash(c) ? '-' : ',';
  }
  if (!take("页") && !take("頁")) take("版");
  const bool paired = !out.empty() && is_digit(out.front()) && is_digit(out.back());
  return rest.empty() && paired ? out : std::string();
}

}  // namespace huozi::citation
