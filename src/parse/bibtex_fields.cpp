#include "parse/bibtex_fields.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <utility>
#include <vector>

#include "base/ascii.h"
#include "base/utf8.h"
#include "parse/tex_text.h"

namespace huozi::parse {

using document::Names;
using document::Person;
using document::Reference;
using Type = Reference::Type;

namespace {

struct TypeName {
  std::string_view name;
  Type type;
};
constexpr std::array kTypes = {
    TypeName{"article", Type::journal},
    TypeName{"periodical", Type::journal},
    TypeName{"newspaper", Type::newspaper},
    TypeName{"book", Type::book},
    TypeName{"mvbook", Type::book},
    TypeName{"booklet", Type::book},
    TypeName{"inbook", Type::book},
    TypeName{"bookinbook", Type::book},
    TypeName{"incollection", Type::book},
    TypeName{"suppbook", Type::book},
    TypeName{"inreference", Type::book},
    TypeName{"reference", Type::book},
    TypeName{"collection", Type::collection},
    TypeName{"mvcollection", Type::collection},
    TypeName{"proceedings", Type::proceedings},
    TypeName{"mvproceedings", Type::proceedings},
    TypeName{"inproceedings", Type::proceedings},
    TypeName{"conference", Type::proceedings},
    TypeName{"phdthesis", Type::dissertation},
    TypeName{"mastersthesis", Type::dissertation},
    TypeName{"thesis", Type::dissertation},
    TypeName{"techreport", Type::report},
    TypeName{"report", Type::report},
    TypeName{"standard", Type::standard},
    TypeName{"patent", Type::patent},
    TypeName{"online", Type::electronic},
    TypeName{"electronic", Type::electronic},
    TypeName{"webpage", Type::electronic},
    TypeName{"www", Type::electronic},
    TypeName{"software", Type::program},
    TypeName{"dataset", Type::dataset},
    TypeName{"database", Type::database},
    TypeName{"preprint", Type::preprint},
    TypeName{"archive", Type::archive},
    TypeName{"map", Type::map},
    TypeName{"manual", Type::other},
    TypeName{"misc", Type::other},
    TypeName{"unpublished", Type::other},
};

struct Mark {
  std::string_view mark;
  Type type;
};
constexpr std::array kMarks = {
    Mark{"M", Type::book},      Mark{"G", Type::collection}, Mark{"C", Type::proceedings},
    Mark{"N", Type::newspaper}, Mark{"J", Type::journal},    Mark{"D", Type::dissertation},
    Mark{"R", Type::report},    Mark{"S", Type::standard},   Mark{"P", Type::patent},
    Mark{"DB", Type::database}, Mark{"CP", Type::program},   Mark{"EB", Type::electronic},
    Mark{"PP", Type::preprint}, Mark{"DS", Type::dataset},   Mark{"CM", Type::map},
    Mark{"A", Type::archive},   Mark{"Z", Type::other},
};

bool is_han(char32_t c) {
  return (c >= 0x3400 && c <= 0x9FFF) || (c >= 0xF900 && c <= 0xFAFF) || (c >= 0x20000 && c <= 0x3FFFF);
}
bool has_han(std::string_view text) {
  for (const auto item : base::CodePoints(text)) {
    if (is_han(item.code_point)) return true;
  }
  return false;
}

std::string_view trimmed(std::string_view text) {
  const size_t first = text.find_first_not_of(" \t\r\n");
  if (first == text.npos) return {};
  return text.substr(first, text.find_last_not_of(" \t\r\n") - first + 1);
}

// The whole name in one pair of braces: an institution.
bool is_braced(std::string_view name) {
  if (!name.starts_with('{') || !name.ends_with('}')) return false;
  size_t depth = 0;
  for (size_t i = 0; i < name.size(); ++i) {
    if (name[i] == '{') ++depth;
    if (name[i] == '}' && --depth == 0) return i + 1 == name.size();
  }
  return false;
}

Person person_of(std::string_view name) {
  Person person;
  const std::vector<std::string_view> parts = tex_split(name, ",");
  if (is_braced(name) || (parts.size() == 1 && has_han(name))) {
    person.whole = tex_text(name);
  } else if (parts.size() > 1) {
    person.family = tex_text(trimmed(parts[0]));
    person.given = tex_text(trimmed(parts.back()));
    if (parts.size() > 2) person.suffix = tex_text(trimmed(parts[1]));
  } else {
    // First von Last: the last word, and those in lower case right before it.
    std::vector<std::string_view> words;
    for (const std::string_view word : tex_split(name, " ")) {
      if (!trimmed(word).empty()) words.push_back(trimmed(word));
    }
    size_t family = words.empty() ? 0 : words.size() - 1;
    while (family > 1 && words[family - 1].front() >= 'a' && words[family - 1].front() <= 'z') --family;
    for (size_t i = 0; i < words.size(); ++i) {
      std::string& part = i < family ? person.given : person.family;
      if (!part.empty()) part += ' ';
      part += tex_text(words[i]);
    }
    if (person.given.empty()) person.whole = std::exchange(person.family, {});
  }
  return person;
}

// Parted by "and"; exports of Chinese databases use semicolons.
Names names_of(const std::string& tex) {
  Names names;
  for (const std::string_view listed : tex_split(tex, "and")) {
    for (const std::string_view half : tex_split(listed, ";")) {
      for (const std::string_view each : tex_split(half, "；")) {
        const std::string_view name = trimmed(each);
        if (name == "others" || name == "等") {
          names.others = true;
        } else if (!name.empty()) {
          names.persons.push_back(person_of(name));
        }
      }
    }
  }
  return names;
}

class Mapper {
 public:
  Mapper(const BibtexEntry& entry, Reference& out) : entry_(entry), out_(out) {}

  bool map() {
    const auto named =
        std::find_if(kTypes.begin(), kTypes.end(), [&](const TypeName& each) { return each.name == entry_.type; });
    const bool known = named != kTypes.end();
    out_.type = known ? named->type : Type::other;
    common();
    if (out_.type == Type::journal && (is_newspaper_name(out_.container) || raw("entrysubtype").find("news") == 0)) {
      out_.type = Type::newspaper;
    }
    if (entry_.type == "misc" || entry_.type == "unpublished" || entry_.type == "manual") settle_misc();
    const bool marked = !raw("mark").empty() || !raw("usera").empty();
    if (marked) set_type(tex_literal(raw("mark").empty() ? raw("usera") : raw("mark")), out_);
    numbers();
    return known || marked;
  }

 private:
  const std::string& raw(const std::string& name) const {
    static const std::string none;
    const auto found = entry_.fields.find(name);
    return found == entry_.fields.end() ? none : found->second;
  }
  // The first of the fields that says something.
  std::string text(std::initializer_list<const char*> names) const {
    for (const char* name : names) {
      std::string value = tex_text(raw(name));
      if (!value.empty()) return value;
    }
    return {};
  }

  void common() {
    out_.authors = names_of(raw("author"));
    out_.editors = names_of(raw("editor"));
    out_.translators = names_of(raw("translator"));
    out_.title = with_subtitle(text({"title"}), text({"subtitle"}));
    const bool journal = out_.type == Type::journal || out_.type == Type::newspaper;
    out_.container = journal ? with_subtitle(text({"journaltitle", "journal", "booktitle"}), text({"journalsubtitle"}))
                             : with_subtitle(text({"booktitle", "maintitle"}), text({"booksubtitle"}));
    out_.publisher = text({"publisher", "institution", "school", "organization", "newspaper"});
    out_.place = text({"address", "location"});
    out_.edition = text({"edition"});
    if (out_.edition.size() > 2 && out_.edition[0] >= '0' && out_.edition[0] <= '9') {  // 4th, 4版
      const size_t end = out_.edition.find_first_not_of("0123456789");
      const std::string rest = end == std::string::npos ? "" : out_.edition.substr(end);
      for (const char* word : {"st", "nd", "rd", "th", "版"}) {
        if (rest == word) out_.edition.resize(end);
      }
    }
    out_.language = text({"langid", "language"});
    out_.url = tex_literal(raw("url"));
    out_.doi = tex_literal(raw("doi"));
    for (const char* resolver : {"https://doi.org/", "http://doi.org/", "http://dx.doi.org/", "https://dx.doi.org/"}) {
      if (out_.doi.starts_with(resolver)) out_.doi.erase(0, std::string_view(resolver).size());
    }
    const std::string how = tex_literal(raw("howpublished"));
    if (out_.url.empty() && how.starts_with("http")) out_.url = how;
    const std::string date = tex_literal(raw("date"));
    out_.date =
        date.empty() ? iso_date(tex_literal(raw("year")), tex_literal(raw("month")), tex_literal(raw("day"))) : date;
    out_.access = tex_literal(raw("urldate"));
    out_.update = tex_literal(raw(entry_.fields.contains("updatedate") ? "updatedate" : "enddate"));
    if (entry_.type == "phdthesis") out_.genre = "博士学位论文";
    if (entry_.type == "mastersthesis") out_.genre = "硕士学位论文";
    if (entry_.type == "thesis") out_.genre = text({"type"});
    if (!has_han(out_.title) && entry_.type == "phdthesis") out_.genre = "PhD diss.";
    if (!has_han(out_.title) && entry_.type == "mastersthesis") out_.genre = "MA thesis";
    out_.carrier = tex_literal(raw("medium"));
  }

  void settle_misc() {
    const std::string archive = text({"archiveprefix", "eprinttype"});
    if (!raw("eprint").empty() && !archive.empty()) {
      out_.type = Type::preprint;
      if (out_.publisher.empty()) out_.publisher = archive;
      const std::string number = tex_literal(raw("eprint"));
      if (out_.url.empty() && (archive == "arXiv" || archive == "arxiv")) out_.url = "https://arxiv.org/abs/" + number;
    } else if (!out_.url.empty()) {
      out_.type = Type::electronic;
    }
  }

  void numbers() {
    out_.volume = tex_literal(raw("volume"));
    out_.pages = tex_literal(raw("pages"));
    const std::string number = tex_literal(raw("number"));
    const std::string issue = tex_literal(raw("issue"));
    const bool has_issue = out_.type == Type::journal || out_.type == Type::newspaper;
    out_.issue = has_issue ? (issue.empty() ? number : issue) : std::string();
    if (out_.type == Type::newspaper && out_.pages.empty()) out_.pages = std::exchange(out_.issue, {});
    if (!has_issue) out_.number = number;
    if (out_.type == Type::program || out_.type == Type::dataset) {
      if (out_.edition.empty()) out_.edition = text({"version"});
    }
  }

  const BibtexEntry& entry_;
  Reference& out_;
};

}  // namespace

bool reference_of(const BibtexEntry& entry, Reference& out) {
  return Mapper(entry, out).map();
}

bool set_type(std::string_view mark, Reference& out) {
  const size_t slash = mark.find('/');
  const auto found =
      std::find_if(kMarks.begin(), kMarks.end(), [&](const Mark& each) { return each.mark == mark.substr(0, slash); });
  if (found == kMarks.end()) return false;
  out.type = found->type;
  if (slash != mark.npos && mark.substr(slash + 1) != "OL") out.carrier = mark.substr(slash + 1);
  return true;
}

bool is_newspaper_name(std::string_view name) {
  for (const std::string_view not_one : {"学报", "學報", "通报", "通報", "公报", "公報", "画报", "情报"}) {
    if (name.ends_with(not_one)) return false;
  }
  return name.ends_with("报") || name.ends_with("報");
}

std::string with_subtitle(const std::string& title, const std::string& subtitle) {
  if (title.empty() || subtitle.empty()) return title.empty() ? subtitle : title;
  return title + (has_han(title) ? "：" : ": ") + subtitle;
}

std::string iso_date(std::string_view year, std::string_view month, std::string_view day) {
  constexpr std::string_view kMonths[] = {"jan", "feb", "mar", "apr", "may", "jun",
                                          "jul", "aug", "sep", "oct", "nov", "dec"};
  std::string out(year);
  const bool plain = year.size() == 4 && year.find_first_not_of("0123456789") == year.npos;
  if (!plain) return out;
  std::string name = base::lower(month.substr(0, 3));
  for (size_t i = 0; i < 12; ++i) {
    if (name == kMonths[i]) name = std::to_string(i + 1);
  }
  unsigned last = 12;
  for (const std::string_view part : {std::string_view(name), day}) {
    unsigned number = 0;
    const auto read = std::from_chars(part.data(), part.data() + part.size(), number);
    if (read.ec != std::errc() || number == 0 || number > last) break;
    out += number < 10 ? "-0" : "-";
    out += std::to_string(number);
    last = 31;
  }
  return out;
}

}  // namespace huozi::parse
