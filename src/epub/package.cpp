#include "epub/package.h"

#include <algorithm>

#include "epub/labels.h"
#include "epub/metadata.h"
#include "epub/xml_writer.h"

namespace huozi::epub {
namespace {

class PackageWriter {
 public:
  PackageWriter(const Plan& plan, const PackageFacts& facts) : plan_(plan), book_(plan.book()), facts_(facts) {}

  std::string write() {
    xml_.open("package").attribute("xmlns", "http://www.idpf.org/2007/opf").attribute("version", "3.0");
    xml_.attribute("unique-identifier", kIdentifierId).attribute("xml:lang", plan_.language());
    xml_.attribute("prefix", "ibooks: http://vocabulary.itunes.apple.com/rdf/ibooks/vocabulary-extensions-1.0/");
    write_metadata(xml_, plan_, facts_);
    manifest();
    spine();
    guide();
    xml_.close();
    return xml_.take();
  }

 private:
  void manifest();
  void spine();
  void guide();

  void item(std::string_view id, std::string_view path, std::string_view media_type, std::string_view properties = {}) {
    xml_.open("item").attribute("id", id).attribute("href", path).attribute("media-type", media_type);
    if (!properties.empty()) xml_.attribute("properties", properties);
    xml_.close_void();
  }
  void itemref(std::string_view id) { xml_.open("itemref").attribute("idref", id).close_void(); }
  void reference(std::string_view type, std::string_view title, std::string_view href) {
    xml_.open("reference").attribute("type", type).attribute("title", title).attribute("href", href).close_void();
  }
  // After the file's name, so that a section more changes no other's: "text-chapter-001".
  static std::string file_id(const ContentFile& file) {
    std::string id = "text-" + file.path.substr(file.path.rfind('/') + 1);
    return id.substr(0, id.rfind('.'));
  }

  const Plan& plan_;
  const document::Book& book_;
  const PackageFacts& facts_;
  XmlWriter xml_;
};

void PackageWriter::manifest() {
  xml_.open("manifest");
  item("nav", kNavigationPath, "application/xhtml+xml", "nav");
  item("ncx", kNcxPath, "application/x-dtbncx+xml");
  item("style", kStylePath, "text/css");
  if (const std::string cover = plan_.cover_path(); !cover.empty()) {
    item("cover-image", cover, plan_.input().cover.media_type, "cover-image");
    item("cover", kCoverPagePath, "application/xhtml+xml");
  }
  for (const ContentFile& file : plan_.files()) {
    if (!plan_.is_navigation(file.section)) item(file_id(file), file.path, "application/xhtml+xml");
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
  for (const ContentFile& file : plan_.files()) itemref(plan_.is_navigation(file.section) ? "nav" : file_id(file));
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

std::string write_package(const Plan& plan, const PackageFacts& facts) {
  return PackageWriter(plan, facts).write();
}

std::string write_display_options() {
  XmlWriter xml;
  xml.open("display_options").open("platform").attribute("name", "*");
  xml.open("option").attribute("name", "specified-fonts").text("true").close().close().close();
  return xml.take();
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
