#include "epub/package.h"

#include <algorithm>
#include <chrono>
#include <cstdio>

#include "base/hash.h"
#include "epub/accessibility.h"
#include "epub/labels.h"
#include "epub/xml_writer.h"

namespace huozi::epub {
namespace {

using document::BookMetadata;

constexpr std::string_view kIdentifierId = "identifier";
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

std::string utc_time(int64_t epoch) {
  using namespace std::chrono;
  const sys_seconds time{seconds{std::clamp<int64_t>(epoch, 0, kLastSecond)}};
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

class PackageWriter {
 public:
  PackageWriter(const Plan& plan, bool pages) : plan_(plan), book_(plan.book()), pages_(pages) {}

  std::string write() {
    const std::string_view language = plan_.language();
    xml_.open("package").attribute("xmlns", "http://www.idpf.org/2007/opf").attribute("version", "3.0");
    xml_.attribute("unique-identifier", kIdentifierId).attribute("xml:lang", language);
    if (!plan_.fonts().empty()) {
      xml_.attribute("prefix", "ibooks: http://vocabulary.itunes.apple.com/rdf/ibooks/vocabulary-extensions-1.0/");
    }
    metadata();
    manifest();
    spine();
    guide();
    xml_.close();
    return xml_.take();
  }

 private:
  void metadata();
  void identifiers();
  void titles();
  void creators();
  void series();
  void page_source();
  void manifest();
  void spine();
  void guide();

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
  void item(std::string_view id, std::string_view path, std::string_view media_type, std::string_view properties = {}) {
    xml_.open("item").attribute("id", id).attribute("href", path).attribute("media-type", media_type);
    if (!properties.empty()) xml_.attribute("properties", properties);
    xml_.close_void();
  }
  void itemref(std::string_view id) { xml_.open("itemref").attribute("idref", id).close_void(); }
  void reference(std::string_view type, std::string_view title, std::string_view href) {
    xml_.open("reference").attribute("type", type).attribute("title", title).attribute("href", href).close_void();
  }
  static std::string section_id(size_t section) { return "section-" + std::to_string(section + 1); }

  const Plan& plan_;
  const document::Book& book_;
  bool pages_;
  XmlWriter xml_;
};

void PackageWriter::metadata() {
  const BookMetadata& facts = book_.metadata;
  xml_.open("metadata").attribute("xmlns:dc", "http://purl.org/dc/elements/1.1/");
  identifiers();
  titles();
  creators();
  dublin_core("language", plan_.language());
  dublin_core("publisher", facts.publisher);
  if (is_date(facts.date)) dublin_core("date", facts.date);
  for (const std::string& subject : facts.subjects) dublin_core("subject", subject);
  dublin_core("description", facts.description);
  dublin_core("rights", facts.rights);
  series();
  if (pages_) page_source();
  meta("dcterms:modified", utc_time(plan_.input().modified_epoch));
  write_accessibility(xml_, plan_, pages_);
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

void PackageWriter::identifiers() {
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

void PackageWriter::titles() {
  dublin_core("title", "title", book_.metadata.title.empty() ? "—" : std::string_view(book_.metadata.title));
  refine("title", "title-type", "main");
  refine("title", "display-seq", "1");
  if (book_.metadata.subtitle.empty()) return;
  dublin_core("title", "subtitle", book_.metadata.subtitle);
  refine("subtitle", "title-type", "subtitle");
  refine("subtitle", "display-seq", "2");
}

void PackageWriter::creators() {
  size_t number = 0;
  for (const document::Creator& creator : book_.metadata.creators) {
    if (creator.name.empty()) continue;
    const std::string id = "creator-" + std::to_string(++number);
    dublin_core("creator", id, creator.name);
    const bool relator = creator.role.size() == 3 && std::all_of(creator.role.begin(), creator.role.end(),
                                                                 [](char c) { return c >= 'a' && c <= 'z'; });
    if (relator) refine(id, "role", creator.role, "marc:relators");
    refine(id, "display-seq", std::to_string(number));
  }
}

void PackageWriter::series() {
  const BookMetadata& facts = book_.metadata;
  if (facts.series_title.empty()) return;
  xml_.open("meta").attribute("property", "belongs-to-collection").attribute("id", "series");
  xml_.text(facts.series_title).close();
  refine("series", "collection-type", "series");
  if (all_digits(facts.series_position)) refine("series", "group-position", facts.series_position);
}

// The page marks are those of the printed book.
void PackageWriter::page_source() {
  std::string source = isbn_urn(book_.metadata.isbn);
  if (source.empty()) source = book_.metadata.title + std::string(labels_for(plan_.language()).print_edition);
  dublin_core("source", "page-source", source);
  refine("page-source", "source-of", "pagination");
  meta("pageBreakSource", source);
}

void PackageWriter::manifest() {
  xml_.open("manifest");
  item("nav", kNavigationPath, "application/xhtml+xml", "nav");
  item("ncx", kNcxPath, "application/x-dtbncx+xml");
  item("style", kStylePath, "text/css");
  if (const std::string cover = plan_.cover_path(); !cover.empty()) {
    item("cover-image", cover, plan_.input().cover.media_type, "cover-image");
    item("cover", kCoverPagePath, "application/xhtml+xml");
  }
  for (size_t i = 0; i < book_.sections.size(); ++i) {
    if (!plan_.is_navigation(i)) item(section_id(i), plan_.path(i), "application/xhtml+xml");
  }
  for (size_t i = 0; i < plan_.images().size(); ++i) {
    const PackagedImage& image = plan_.images()[i];
    item("image-" + std::to_string(i + 1), image.path, image.image->media_type);
  }
  for (size_t i = 0; i < plan_.fonts().size(); ++i) {
    item("font-" + std::to_string(i + 1), plan_.fonts()[i].path, plan_.fonts()[i].media_type);
  }
  xml_.close();
}

void PackageWriter::spine() {
  xml_.open("spine").attribute("toc", "ncx");
  if (plan_.input().vertical) xml_.attribute("page-progression-direction", "rtl");
  if (!plan_.cover_path().empty()) itemref("cover");
  for (size_t i = 0; i < book_.sections.size(); ++i) itemref(plan_.is_navigation(i) ? "nav" : section_id(i));
  xml_.close();
}

void PackageWriter::guide() {
  const Labels& labels = labels_for(plan_.language());
  const auto body = std::find_if(book_.sections.begin(), book_.sections.end(), [](const document::Section& section) {
    return section.role == document::SectionRole::part || section.role == document::SectionRole::chapter;
  });
  const bool has_body = body != book_.sections.end();
  if (plan_.cover_path().empty() && !plan_.has_navigation_page() && !has_body) return;
  xml_.open("guide");
  if (!plan_.cover_path().empty()) reference("cover", labels.cover, kCoverPagePath);
  if (plan_.has_navigation_page()) reference("toc", labels.contents, kNavigationPath);
  if (has_body) reference("text", labels.body, plan_.path(static_cast<size_t>(body - book_.sections.begin())));
  xml_.close();
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

std::string write_package(const Plan& plan, bool pages) {
  return PackageWriter(plan, pages).write();
}

std::string write_container() {
  XmlWriter xml;
  xml.open("container").attribute("version", "1.0");
  xml.attribute("xmlns", "urn:oasis:names:tc:opendocument:xmlns:container");
  xml.open("rootfiles").open("rootfile").attribute("full-path", "EPUB/" + std::string(kPackagePath));
  xml.attribute("media-type", "application/oebps-package+xml").close_void().close().close();
  return xml.take();
}

}  // namespace huozi::epub
