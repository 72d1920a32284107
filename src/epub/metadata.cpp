#include "epub/metadata.h"

#include <algorithm>
#include <array>
#include <chrono>
#include <cstdio>

#include "base/hash.h"
#include "epub/accessibility.h"
#include "epub/labels.h"

namespace huozi::epub {
namespace {

using document::BookMetadata;
using document::Creator;

constexpr int64_t kLastSecond = 253402300799;  // 9999-12-31T23:59:59Z: years have four digits

bool all_digits(std::string_view text) {
  return !text.empty() && std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

// YYYY, YYYY-MM or YYYY-MM-DD.
bool is_date(std::string_view date) {
  if (date.size() != 4 && date.size() != 7 && date.size() != 10) return false;
  for (size_t i = 0; i < date.size(); ++i) {
    const bool separator = i == 4 || i == 7;
    if (separator ? date[i] != '-' : (date[i] < '0' || date[i] > '9')) return false;
  }
  return true;
}

std::chrono::sys_seconds clamped(int64_t epoch) {
  return std::chrono::sys_seconds{std::chrono::seconds{std::clamp<int64_t>(epoch, 0, kLastSecond)}};
}

std::string utc_time(int64_t epoch) {
  using namespace std::chrono;
  const sys_seconds time = clamped(epoch);
  const sys_days day = floor<days>(time);
  const year_month_day date{day};
  const hh_mm_ss clock{time - day};
  char text[32];
  std::snprintf(text, sizeof text, "%04d-%02u-%02uT%02d:%02d:%02dZ", static_cast<int>(date.year()),
                static_cast<unsigned>(date.month()), static_cast<unsigned>(date.day()),
                static_cast<int>(clock.hours().count()), static_cast<int>(clock.minutes().count()),
                static_cast<int>(clock.seconds().count()));
  return text;
}

// urn:isbn:9787..., or empty when the number has not 10 or 13 places.
std::string isbn_urn(std::string_view isbn) {
  std::string digits;
  for (const char c : isbn) {
    if (c != '-' && c != ' ') digits += c == 'x' ? 'X' : c;
  }
  const bool ten = digits.size() == 10 && all_digits(digits.substr(0, 9)) && (all_digits(digits) || digits[9] == 'X');
  return ten || (digits.size() == 13 && all_digits(digits)) ? "urn:isbn:" + digits : "";
}

// Apple's readers fetch an edition anew when this grows: the day of the edition, as numbers apart by dots.
std::string edition_version(int64_t epoch) {
  const std::chrono::year_month_day day{std::chrono::floor<std::chrono::days>(clamped(epoch))};
  return std::to_string(static_cast<int>(day.year())) + "." + std::to_string(static_cast<unsigned>(day.month())) + "." +
         std::to_string(static_cast<unsigned>(day.day()));
}

// MARC relators of those who made the text; the others helped it into being (EPUB 3.3 §5.5.3.2.3).
bool is_primary(const Creator& creator) {
  constexpr std::array<std::string_view, 3> kPrimary = {"aut", "com", "cre"};
  return std::find(kPrimary.begin(), kPrimary.end(), creator.role) != kPrimary.end();
}

class MetadataWriter {
 public:
  MetadataWriter(XmlWriter& xml, const Plan& plan, const PackageFacts& facts)
      : xml_(xml), plan_(plan), book_(plan.book()), facts_(facts) {}

  void write();

 private:
  void identifiers();
  void titles();
  void creators();
  void subjects();
  void series();
  void page_source();
  void name_forms(std::string_view id, std::string_view name);

  void dublin_core(std::string_view name, std::string_view value) {
    if (!value.empty()) xml_.leaf("dc:" + std::string(name), value);
  }
  void dublin_core(std::string_view name, std::string_view id, std::string_view value) {
    xml_.open("dc:" + std::string(name)).attribute("id", id).text(value).close();
  }
  void meta(std::string_view property, std::string_view value) {
    xml_.open("meta").attribute("property", property).text(value).close();
  }
  void refine(std::string_view id, std::string_view property, std::string_view value, std::string_view scheme = {}) {
    xml_.open("meta").attribute("refines", "#" + std::string(id)).attribute("property", property);
    if (!scheme.empty()) xml_.attribute("scheme", scheme);
    xml_.text(value).close();
  }

  XmlWriter& xml_;
  const Plan& plan_;
  const document::Book& book_;
  const PackageFacts& facts_;
};

void MetadataWriter::write() {
  const BookMetadata& facts = book_.metadata;
  xml_.open("metadata").attribute("xmlns:dc", "http://purl.org/dc/elements/1.1/");
  identifiers();
  titles();
  creators();
  dublin_core("language", plan_.language());
  dublin_core("publisher", facts.publisher);
  if (is_date(facts.date)) dublin_core("date", facts.date);
  subjects();
  dublin_core("description", facts.description);
  dublin_core("rights", facts.rights);
  series();
  if (facts_.pages) page_source();
  meta("dcterms:modified", utc_time(plan_.input().modified_epoch));
  write_accessibility(xml_, plan_, facts_.pages, facts_.conformant);
  meta("ibooks:version", edition_version(plan_.input().modified_epoch));
  if (!plan_.fonts().empty()) meta("ibooks:specified-fonts", "true");
  // EPUB 2's ways to say these two; old readers look for nothing else.
  if (!plan_.cover_path().empty()) {
    xml_.open("meta").attribute("name", "cover").attribute("content", "cover-image").close_void();
  }
  if (!plan_.input().generator.empty()) {
    xml_.open("meta").attribute("name", "generator").attribute("content", plan_.input().generator).close_void();
  }
  xml_.close();
}

void MetadataWriter::identifiers() {
  const std::string unique = unique_identifier(book_.metadata);
  const std::string isbn = isbn_urn(book_.metadata.isbn);
  const auto isbn_type = [&](std::string_view id, const std::string& urn) {
    const bool thirteen = urn.size() == std::string_view("urn:isbn:").size() + 13;
    refine(id, "identifier-type", thirteen ? "15" : "02", "onix:codelist5");  // ONIX list 5: ISBN-13, ISBN-10
  };
  dublin_core("identifier", kIdentifierId, unique);
  if (unique.rfind("urn:isbn:", 0) == 0) isbn_type(kIdentifierId, unique);
  if (!isbn.empty() && isbn != unique) {
    dublin_core("identifier", "isbn", isbn);
    isbn_type("isbn", isbn);
  }
}

void MetadataWriter::name_forms(std::string_view id, std::string_view name) {
  const auto found = plan_.input().names.find(name);
  if (found == plan_.input().names.end()) return;
  if (!found->second.file_as.empty()) refine(id, "file-as", found->second.file_as);
  if (found->second.other_script.empty()) return;
  xml_.open("meta").attribute("refines", "#" + std::string(id)).attribute("property", "alternate-script");
  xml_.attribute("xml:lang", plan_.input().other_script).text(found->second.other_script).close();
}

void MetadataWriter::titles() {
  const BookMetadata& facts = book_.metadata;
  dublin_core("title", "title", facts.title.empty() ? "—" : std::string_view(facts.title));
  refine("title", "title-type", "main");
  refine("title", "display-seq", "1");
  name_forms("title", facts.title);
  if (facts.subtitle.empty()) return;
  dublin_core("title", "subtitle", facts.subtitle);
  refine("subtitle", "title-type", "subtitle");
  refine("subtitle", "display-seq", "2");
  name_forms("subtitle", facts.subtitle);
}

// Where nobody wrote or compiled the book, those who are named made it.
void MetadataWriter::creators() {
  const std::vector<Creator>& all = book_.metadata.creators;
  const bool primary = std::any_of(all.begin(), all.end(), is_primary);
  size_t number = 0;
  for (const Creator& creator : all) {
    if (creator.name.empty()) continue;
    const std::string id = "creator-" + std::to_string(++number);
    dublin_core(!primary || is_primary(creator) ? "creator" : "contributor", id, creator.name);
    const bool relator = creator.role.size() == 3 && std::all_of(creator.role.begin(), creator.role.end(),
                                                                 [](char c) { return c >= 'a' && c <= 'z'; });
    if (relator) refine(id, "role", creator.role, "marc:relators");
    refine(id, "display-seq", std::to_string(number));
    name_forms(id, creator.name);
  }
}

void MetadataWriter::subjects() {
  size_t number = 0;
  for (const document::Subject& subject : plan_.input().publication.subjects) {
    const std::string id = "subject-" + std::to_string(++number);
    dublin_core("subject", id, subject.name);
    if (subject.authority.empty() || subject.term.empty()) continue;
    refine(id, "authority", subject.authority);
    refine(id, "term", subject.term);
  }
}

void MetadataWriter::series() {
  const BookMetadata& facts = book_.metadata;
  if (facts.series_title.empty()) return;
  xml_.open("meta").attribute("property", "belongs-to-collection").attribute("id", "series");
  xml_.text(facts.series_title).close();
  refine("series", "collection-type", "series");
  name_forms("series", facts.series_title);
  if (all_digits(facts.series_position)) refine("series", "group-position", facts.series_position);
}

// The page marks are those of the printed book.
void MetadataWriter::page_source() {
  std::string source = isbn_urn(book_.metadata.isbn);
  if (source.empty()) source = book_.metadata.title + std::string(labels_for(plan_.language()).print_edition);
  dublin_core("source", "page-source", source);
  refine("page-source", "source-of", "pagination");
  meta("pageBreakSource", source);
}

}  // namespace

std::string unique_identifier(const BookMetadata& metadata) {
  if (!metadata.identifier.empty()) return metadata.identifier;
  const std::string isbn = isbn_urn(metadata.isbn);
  if (!isbn.empty()) return isbn;
  std::string name = metadata.title;
  for (const document::Creator& creator : metadata.creators) name += '\n' + creator.name;
  return base::uuid_urn(name + '\n' + metadata.date);
}

void write_metadata(XmlWriter& xml, const Plan& plan, const PackageFacts& facts) {
  MetadataWriter(xml, plan, facts).write();
}

}  // namespace huozi::epub
