#include "epub/section_file.h"

#include <span>

#include "document/plain_text.h"
#include "epub/semantics.h"

namespace huozi::epub {
namespace {

using document::SectionRole;

std::string_view body_type(SectionRole role) {
  return document::is_front(role) ? "frontmatter" : document::is_back(role) ? "backmatter" : "bodymatter";
}

// Title pages hold their headings among their own blocks.
bool sets_own_title(SectionRole role) {
  return role == SectionRole::half_title || role == SectionRole::title_page || role == SectionRole::imprint;
}

// A part of a section goes by its own heading, and says what it goes on with.
std::string continued_title(const document::Block& first, const std::string& continued) {
  const auto* heading = std::get_if<document::Heading>(&first.content);
  if (heading == nullptr) return continued;
  return document::numbered_title(heading->number, heading->children) + "——" + continued;
}

}  // namespace

void begin_xhtml(XmlWriter& xml, std::string_view language, std::string_view title, std::string_view folder_up,
                 std::string_view type) {
  xml.html_doctype();
  xml.open("html").attribute("xmlns", "http://www.w3.org/1999/xhtml");
  xml.attribute("xmlns:epub", "http://www.idpf.org/2007/ops")
      .attribute("lang", language)
      .attribute("xml:lang", language);
  xml.open("head");
  xml.open("meta").attribute("charset", "utf-8").close_void();
  xml.leaf("title", title);
  xml.open("link").attribute("rel", "stylesheet").attribute("type", "text/css");
  xml.attribute("href", std::string(folder_up) + std::string(kStylePath)).close_void();
  xml.close();
  xml.open("body");
  if (!type.empty()) xml.attribute("epub:type", type);
}

SectionFile write_section(const Plan& plan, const ContentFile& file, Conformance& conformance) {
  const document::Section& section = plan.book().sections[file.section];
  const std::string language = is_language_tag(section.language) ? section.language : std::string(plan.language());
  const std::string title = document::numbered_title(section.number, section.title);
  const bool titled = !section.title.empty() && !sets_own_title(section.role);
  const Semantics semantics = semantics_of(section, title);
  const std::span<const document::Block> all(section.blocks);
  const auto blocks = all.subspan(file.begin, file.end - file.begin);
  const bool continues = file.part > 0;
  const std::string named = title.empty() ? plan.book().metadata.title : title;
  const std::string continued = named + std::string(labels_for(language).continued);

  XmlWriter xml;
  begin_xhtml(xml, language, continues ? continued_title(blocks.front(), continued) : named, "../",
              body_type(section.role));
  ContentWriter content(xml, plan, file.path, language, conformance);
  static const document::NodeInfo kPlain;
  content.open(document::element_of(section), continues ? kPlain : section.info);
  if (!semantics.type.empty()) xml.attribute("epub:type", semantics.type);
  if (!semantics.role.empty()) xml.attribute("role", semantics.role);
  if (continues) {
    xml.attribute("aria-label", continued);
  } else if (titled) {
    xml.attribute("aria-labelledby", kTitleId);
  }
  if (!continues) content.marks_of(section.info);
  if (titled && !continues) {
    xml.open("h1").attribute("id", kTitleId);
    content.number(section.number);
    content.inlines(section.title);
    xml.close();
  }
  if (titled) content.begin_below_title();
  content.pass(all.first(file.begin));
  content.blocks(blocks);
  content.notes();
  content.close();
  xml.close().close();  // body, html
  return {xml.take(), content.take_pages(), content.take_generated()};
}

}  // namespace huozi::epub
