#include "parse/csl_json.h"

#include <algorithm>
#include <array>
#include <string>
#include <utility>

#include <nlohmann/json.hpp>

#include "parse/bibtex_fields.h"
#include "parse/legible.h"

namespace huozi::parse {
namespace {

using document::Names;
using document::Person;
using document::Reference;
using nlohmann::json;
using Type = Reference::Type;

constexpr size_t kDeepest = 64;
constexpr size_t kLongestItem = 1u << 20;

struct TypeName {
  std::string_view name;
  Type type;
};
constexpr std::array kTypes = {
    TypeName{"article", Type::preprint},
    TypeName{"article-journal", Type::journal},
    TypeName{"article-magazine", Type::journal},
    TypeName{"article-newspaper", Type::newspaper},
    TypeName{"periodical", Type::journal},
    TypeName{"book", Type::book},
    TypeName{"chapter", Type::book},
    TypeName{"entry", Type::book},
    TypeName{"entry-dictionary", Type::book},
    TypeName{"entry-encyclopedia", Type::book},
    TypeName{"classic", Type::book},
    TypeName{"collection", Type::collection},
    TypeName{"paper-conference", Type::proceedings},
    TypeName{"thesis", Type::dissertation},
    TypeName{"report", Type::report},
    TypeName{"standard", Type::standard},
    TypeName{"patent", Type::patent},
    TypeName{"webpage", Type::electronic},
    TypeName{"post", Type::electronic},
    TypeName{"post-weblog", Type::electronic},
    TypeName{"broadcast", Type::other},
    TypeName{"motion_picture", Type::other},
    TypeName{"song", Type::other},
    TypeName{"graphic", Type::other},
    TypeName{"figure", Type::other},
    TypeName{"interview", Type::other},
    TypeName{"hearing", Type::other},
    TypeName{"performance", Type::other},
    TypeName{"regulation", Type::other},
    TypeName{"review", Type::journal},
    TypeName{"review-book", Type::journal},
    TypeName{"treaty", Type::other},
    TypeName{"event", Type::other},
    TypeName{"pamphlet", Type::book},
    TypeName{"dataset", Type::dataset},
    TypeName{"software", Type::program},
    TypeName{"map", Type::map},
    TypeName{"manuscript", Type::archive},
    TypeName{"document", Type::other},
    TypeName{"speech", Type::other},
    TypeName{"legislation", Type::other},
    TypeName{"legal_case", Type::other},
    TypeName{"bill", Type::other},
    TypeName{"personal_communication", Type::other},
};

// Marks for type that CSL allows in texts: <i>, </sup> ...
std::string without_tags(std::string text) {
  constexpr std::string_view kTags[] = {"i", "b", "sub", "sup", "sc", "span"};
  for (size_t at = text.find('<'); at != std::string::npos; at = text.find('<', at)) {
    const size_t end = text.find('>', at);
    if (end == std::string::npos) break;
    std::string_view name = std::string_view(text).substr(at + 1, end - at - 1);
    if (name.starts_with('/')) name.remove_prefix(1);
    name = name.substr(0, name.find(' '));
    if (std::find(std::begin(kTags), std::end(kTags), name) != std::end(kTags)) {
      text.erase(at, end + 1 - at);
    } else {
      ++at;
    }
  }
  return text;
}

std::string one_line(const std::string& text) {
  std::string out;
  for (const char c : visible_text(text)) {
    const bool blank = c == ' ' || c == '\n' || c == '\r' || c == '\t';
    if (!blank) out += c;
    if (blank && !out.empty() && out.back() != ' ') out += ' ';
  }
  while (out.ends_with(' ')) out.pop_back();
  return out;
}

// A text or a whole number.
std::string scalar(const json& value) {
  if (value.is_string()) return one_line(without_tags(value.get<std::string>()));
  return value.is_number_integer() ? value.dump() : std::string();
}

std::string text(const json& item, const char* name) {
  const auto found = item.find(name);
  return found == item.end() ? std::string() : scalar(*found);
}

Names names_of(const json& item, const char* name) {
  Names names;
  const auto list = item.find(name);
  if (list == item.end() || !list->is_array()) return names;
  for (const json& each : *list) {
    if (!each.is_object()) continue;
    Person person;
    person.whole = text(each, "literal");
    if (person.whole.empty()) {
      person.family = text(each, "family");
      person.given = text(each, "given");
      person.suffix = text(each, "suffix");
      const std::string particle = text(each, "non-dropping-particle");
      const std::string dropping = text(each, "dropping-particle");
      if (!particle.empty()) person.family = particle + " " + person.family;
      if (!dropping.empty()) person.given += " " + dropping;
      if (person.given.empty() && person.suffix.empty()) person.whole = std::exchange(person.family, {});
      if (person.family.empty() && person.whole.empty()) person.whole = std::exchange(person.given, {});
    }
    if (!person.whole.empty() || !person.family.empty()) names.persons.push_back(std::move(person));
  }
  return names;
}

std::string date_of(const json& item, const char* name) {
  const auto date = item.find(name);
  if (date == item.end()) return {};
  if (!date->is_object()) return scalar(*date);
  const auto parts = date->find("date-parts");
  if (parts != date->end() && parts->is_array() && !parts->empty() && parts->front().is_array()) {
    std::array<std::string, 3> day;
    for (size_t i = 0; i < std::min<size_t>(3, parts->front().size()); ++i) day[i] = scalar(parts->front()[i]);
    const std::string first = iso_date(day[0], day[1], day[2]);
    const bool range = parts->size() > 1 && (*parts)[1].is_array() && !(*parts)[1].empty();
    return range ? day[0] + "-" + scalar((*parts)[1][0]) : first;
  }
  for (const char* words : {"raw", "literal"}) {
    std::string said = text(*date, words);
    if (!said.empty()) return said;
  }
  return {};
}

class CslReader {
 public:
  CslReader(const source::SourceFile& file, size_t most, source::Diagnostics& diagnostics)
      : file_(file), text_(file.text()), most_(most), diagnostics_(diagnostics) {}

  std::vector<Reference> read() {
    size_t at = text_.find_first_not_of(" \t\r\n");
    if (at == text_.npos) return {};
    if (text_[at] == '{') {
      const size_t end = end_of_item(at);
      if (end == text_.npos) return fail(at, "an item is not closed, or nested too deep"), std::move(out_);
      item(at, end);
      return std::move(out_);
    }
    if (text_[at] != '[') return fail(at, "a list of items is expected"), std::move(out_);
    ++at;
    for (bool first = true; out_.size() < most_; first = false) {
      at = blanks(at);
      if (at < text_.size() && text_[at] == ']') break;
      if (!first) {
        if (at >= text_.size() || text_[at] != ',') return fail(at, "a comma or ] is expected"), std::move(out_);
        at = blanks(at + 1);
        if (at < text_.size() && text_[at] == ']') break;
      }
      if (at >= text_.size() || text_[at] != '{') return fail(at, "an item in braces is expected"), std::move(out_);
      const size_t end = end_of_item(at);
      if (end == text_.npos) return fail(at, "an item is not closed, or nested too deep"), std::move(out_);
      item(at, end);
      at = end;
    }
    return std::move(out_);
  }

 private:
  void fail(size_t at, std::string what) {
    at = std::min(at, text_.size());
    diagnostics_.report("references.syntax", file_.span(at, std::min(at + 1, text_.size())),
                        {std::move(what), "write CSL-JSON: [{\"id\": \"key\", \"type\": \"book\", ...}, ...]"});
  }

  size_t blanks(size_t at) const { return std::min(text_.find_first_not_of(" \t\r\n", at), text_.size()); }

  // Behind the brace that closes the one at `begin`, or npos.
  size_t end_of_item(size_t begin) const {
    size_t depth = 0;
    bool in_text = false;
    for (size_t at = begin; at < text_.size(); ++at) {
      const char c = text_[at];
      if (in_text) {
        if (c == '\\') ++at;
        if (c == '"') in_text = false;
        continue;
      }
      if (c == '"') in_text = true;
      if ((c == '{' || c == '[') && ++depth > kDeepest) return text_.npos;
      if ((c == '}' || c == ']') && --depth == 0) return at + 1;
    }
    return text_.npos;
  }

  void item(size_t begin, size_t end) {
    if (end - begin > kLongestItem) return fail(begin, "an item is larger than 1 MiB");
    json item;
    try {
      item = json::parse(text_.substr(begin, end - begin));
    } catch (const json::parse_error& error) {
      return fail(begin + (error.byte > 0 ? error.byte - 1 : 0), "this is no JSON");
    }
    Reference out;
    out.key = text(item, "id");
    if (out.key.empty()) out.key = text(item, "citation-key");
    out.span = key_span(begin, end);
    if (out.key.empty()) return fail(begin, "an item without \"id\"");
    const std::string type = text(item, "type");
    const auto named = std::find_if(kTypes.begin(), kTypes.end(), [&](const TypeName& t) { return t.name == type; });
    out.type = named == kTypes.end() ? Type::other : named->type;
    fill(item, out);
    const bool marked = set_type(text(item, "mark"), out);
    if (named == kTypes.end() && !marked) diagnostics_.report("references.type", out.span, {type});
    out_.push_back(std::move(out));
  }

  // The value of "id", as far as it is found by eye; otherwise the item's first character.
  source::Span key_span(size_t begin, size_t end) const {
    const size_t id = text_.substr(0, end).find("\"id\"", begin);
    if (id == text_.npos) return file_.span(begin, begin + 1);
    size_t value = blanks(id + 4);
    if (value < end && text_[value] == ':') value = blanks(value + 1);
    size_t last = std::min(text_.find_first_of(",}\n", value), end);
    while (last > value && (text_[last - 1] == ' ' || text_[last - 1] == '\r')) --last;
    return file_.span(value, std::max(last, value));
  }

  static void fill(const json& item, Reference& out) {
    out.authors = names_of(item, "author");
    out.editors = names_of(item, "editor");
    if (!item.contains("editor")) out.editors = names_of(item, "container-author");
    out.translators = names_of(item, "translator");
    out.title = text(item, "title");
    out.container = text(item, "container-title");
    out.publisher = text(item, "publisher");
    out.place = text(item, "publisher-place");
    out.edition = text(item, "edition");
    out.volume = text(item, "volume");
    out.issue = text(item, "issue");
    out.pages = text(item, "page");
    out.number = text(item, "number");
    out.url = text(item, "URL");
    out.doi = text(item, "DOI");
    out.language = text(item, "language");
    out.genre = text(item, "genre");
    out.carrier = text(item, "medium");
    out.date = date_of(item, "issued");
    out.access = date_of(item, "accessed");
    const bool site = out.type == Type::electronic || out.type == Type::preprint || out.type == Type::dataset ||
                      out.type == Type::program || out.type == Type::other;
    if (out.type == Type::preprint && !out.container.empty() && !out.volume.empty()) out.type = Type::journal;
    // A site or archive publishes what it holds.
    if (site && out.type != Type::journal) {
      if (out.publisher.empty()) out.publisher = out.container;
      out.container.clear();
    }
    if (out.publisher.empty() && out.type == Type::archive) out.publisher = text(item, "archive");
    if (out.edition.empty() && out.type == Type::program) out.edition = text(item, "version");
    if (out.type == Type::journal && is_newspaper_name(out.container)) out.type = Type::newspaper;
    if (out.type == Type::proceedings && out.container.empty()) out.container = text(item, "event-title");
  }

  const source::SourceFile& file_;
  std::string_view text_;
  size_t most_;
  source::Diagnostics& diagnostics_;
  std::vector<Reference> out_;
};

}  // namespace

std::vector<Reference> read_csl_json(const source::SourceFile& file, size_t most, source::Diagnostics& diagnostics) {
  return CslReader(file, most, diagnostics).read();
}

}  // namespace huozi::parse
