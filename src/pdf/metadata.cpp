#include "pdf/metadata.h"

#include <fmt/format.h>

#include <algorithm>
#include <chrono>

#include "base/hash.h"
#include "base/utf8.h"

namespace huozi::pdf {
namespace {

// PDF/A admits a property of another standard where its schema is described (ISO 19005-2, 6.6.2.3).
constexpr std::string_view kUaSchema =
    "<rdf:Description rdf:about=\"\" xmlns:pdfaExtension=\"http://www.aiim.org/pdfa/ns/extension/\" "
    "xmlns:pdfaSchema=\"http://www.aiim.org/pdfa/ns/schema#\" "
    "xmlns:pdfaProperty=\"http://www.aiim.org/pdfa/ns/property#\">\n"
    "<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType=\"Resource\">\n"
    "<pdfaSchema:schema>PDF/UA identification</pdfaSchema:schema>\n"
    "<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>\n"
    "<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>\n"
    "<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType=\"Resource\">\n"
    "<pdfaProperty:name>part</pdfaProperty:name>\n"
    "<pdfaProperty:valueType>Integer</pdfaProperty:valueType>\n"
    "<pdfaProperty:category>internal</pdfaProperty:category>\n"
    "<pdfaProperty:description>The part of ISO 14289 the file keeps</pdfaProperty:description>\n"
    "</rdf:li></rdf:Seq></pdfaSchema:property>\n"
    "</rdf:li></rdf:Bag></pdfaExtension:schemas>\n"
    "</rdf:Description>\n";

struct Moment {
  int year;
  unsigned month, day;
  int64_t hour, minute, second;
};

Moment moment_of(int64_t epoch) {
  constexpr int64_t kDay = 86400, kYear0 = -62'167'219'200, kYear9999 = 253'402'300'799;
  epoch = std::clamp(epoch, kYear0, kYear9999);
  const int64_t days = (epoch - (epoch < 0 ? kDay - 1 : 0)) / kDay, rest = epoch - days * kDay;
  const std::chrono::year_month_day date{std::chrono::sys_days{std::chrono::days{days}}};
  return {static_cast<int>(date.year()),
          static_cast<unsigned>(date.month()),
          static_cast<unsigned>(date.day()),
          rest / 3600,
          rest / 60 % 60,
          rest % 60};
}

std::string escaped(std::string_view text) {
  std::string out;
  for (const auto item : base::CodePoints(text)) {
    const char32_t c = item.code_point;
    if (c == '<') {
      out += "&lt;";
    } else if (c == '>') {
      out += "&gt;";
    } else if (c == '&') {
      out += "&amp;";
    } else if (c >= 0x20 && c != 0xFFFE && c != 0xFFFF) {
      base::append_utf8(out, c);
    } else if (c == '\n' || c == '\t') {
      out += ' ';
    }
  }
  return out;
}

std::string full_title(const document::BookMetadata& book) {
  return book.subtitle.empty() ? book.title : book.title + "：" + book.subtitle;
}

std::string joined(const std::vector<std::string>& items, std::string_view separator) {
  return fmt::format("{}", fmt::join(items, separator));
}

// A property with one value for the default language.
std::string alternative(std::string_view property, std::string_view value) {
  if (value.empty()) return {};
  return fmt::format("<{0}><rdf:Alt><rdf:li xml:lang=\"x-default\">{1}</rdf:li></rdf:Alt></{0}>\n", property,
                     escaped(value));
}

std::string list(std::string_view property, std::string_view kind, const std::vector<std::string>& values) {
  std::string items;
  for (const std::string& value : values) {
    if (!value.empty()) items += "<rdf:li>" + escaped(value) + "</rdf:li>";
  }
  if (items.empty()) return {};
  return fmt::format("<{0}><rdf:{1}>{2}</rdf:{1}></{0}>\n", property, kind, items);
}

std::string simple(std::string_view property, std::string_view value) {
  return value.empty() ? std::string() : fmt::format("<{0}>{1}</{0}>\n", property, escaped(value));
}

std::vector<std::string> creator_names(const document::BookMetadata& book) {
  std::vector<std::string> names;
  for (const document::Creator& creator : book.creators) names.push_back(creator.name);
  return names;
}

}  // namespace

std::string pdf_date(int64_t epoch) {
  const Moment m = moment_of(epoch);
  return fmt::format("D:{:04}{:02}{:02}{:02}{:02}{:02}Z", m.year, m.month, m.day, m.hour, m.minute, m.second);
}

std::string iso_date(int64_t epoch) {
  const Moment m = moment_of(epoch);
  return fmt::format("{:04}-{:02}-{:02}T{:02}:{:02}:{:02}Z", m.year, m.month, m.day, m.hour, m.minute, m.second);
}

Dict info_dictionary(const document::BookMetadata& book, const FileFacts& facts) {
  Dict info;
  const auto add = [&](std::string_view key, const std::string& value) {
    if (!value.empty()) info.add(key, Val::text(value));
  };
  add("Title", full_title(book));
  add("Author", joined(creator_names(book), "; "));
  add("Subject", book.description);
  add("Keywords", joined(book.subjects, "; "));
  add("Creator", facts.producer);
  add("Producer", facts.producer);
  if (is_press(facts.standard)) {
    info.add("GTS_PDFXVersion", Val::bytes(pdfx_version(facts.standard)));
    if (facts.standard == Standard::x1a) info.add("GTS_PDFXConformance", Val::bytes("PDF/X-1a:2001"));
    info.add("Trapped", Val::name("False"));
  }
  info.add("CreationDate", Val::bytes(pdf_date(facts.epoch))).add("ModDate", Val::bytes(pdf_date(facts.epoch)));
  return info;
}

std::string xmp_packet(const document::BookMetadata& book, const FileFacts& facts) {
  const std::string date = iso_date(facts.epoch);
  std::string out =
      "<?xpacket begin=\"\uFEFF\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\n"
      "<x:xmpmeta xmlns:x=\"adobe:ns:meta/\">\n"
      "<rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\">\n"
      "<rdf:Description rdf:about=\"\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\" "
      "xmlns:xmp=\"http://ns.adobe.com/xap/1.0/\" xmlns:pdf=\"http://ns.adobe.com/pdf/1.3/\" "
      "xmlns:xmpMM=\"http://ns.adobe.com/xap/1.0/mm/\" xmlns:pdfxid=\"http://www.npes.org/pdfx/ns/id/\" "
      "xmlns:pdfaid=\"http://www.aiim.org/pdfa/ns/id/\" xmlns:pdfuaid=\"http://www.aiim.org/pdfua/ns/id/\">\n";
  out += simple("dc:format", "application/pdf");
  out += alternative("dc:title", full_title(book));
  // In a press's file one entry, which the information dictionary says too.
  const std::vector<std::string> creators = creator_names(book);
  out +=
      list("dc:creator", "Seq", is_press(facts.standard) ? std::vector<std::string>{joined(creators, "; ")} : creators);
  out += list("dc:publisher", "Bag", {book.publisher});
  out += list("dc:date", "Seq", {book.date});
  out += list("dc:language", "Bag", {book.language});
  out += simple("dc:identifier", book.identifier);
  out += alternative("dc:rights", book.rights);
  out += alternative("dc:description", book.description);
  out += list("dc:subject", "Bag", book.subjects);
  out += simple("xmp:CreateDate", date);
  out += simple("xmp:ModifyDate", date);
  out += simple("xmp:MetadataDate", date);
  out += simple("xmp:CreatorTool", facts.producer);
  out += simple("pdf:Producer", facts.producer);
  out += simple("pdf:Keywords", joined(book.subjects, "; "));
  if (is_press(facts.standard)) {
    out += simple("pdf:Trapped", "False");
    out += simple("pdfxid:GTS_PDFXVersion", pdfx_version(facts.standard));
    out +=
        simple("xmpMM:DocumentID", base::uuid_urn(full_title(book) + '\n' + book.identifier + '\n' + date).substr(4));
    out += simple("xmpMM:VersionID", "1");
    out += simple("xmpMM:RenditionClass", "default");
  }
  const bool accessible = facts.standard == Standard::accessible;
  if (is_archive(facts.standard)) out += simple("pdfaid:part", "2") + simple("pdfaid:conformance", "U");
  if (accessible) out += simple("pdfuaid:part", "1");
  out += "</rdf:Description>\n";
  if (accessible) out += kUaSchema;
  return out + "</rdf:RDF>\n</x:xmpmeta>\n<?xpacket end=\"w\"?>\n";
}

}  // namespace huozi::pdf
