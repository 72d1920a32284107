#include "epub/section_file.h"

#include <array>

#include "document/plain_text.h"

namespace huozi::epub {
namespace {

using document::SectionRole;

// EPUB 3 Structural Semantics Vocabulary 1.1 and DPUB-ARIA 1.1.
struct Semantics {
  std::string_view type;
  std::string_view role;
};

struct TitleWord {
  std::string_view word;
  Semantics semantics;
};

// What a piece of front or back matter is, told by its title.
constexpr std::array<TitleWord, 8> kFrontTitles = {{
    {"前言", {"preface", "doc-preface"}},
    {"序", {"foreword", "doc-foreword"}},
    {"导言", {"introduction", "doc-introduction"}},
    {"導言", {"introduction", "doc-introduction"}},
    {"引言", {"introduction", "doc-introduction"}},
    {"导论", {"introduction", "doc-introduction"}},
    {"導論", {"introduction", "doc-introduction"}},
    {"绪论", {"introduction", "doc-introduction"}},
}};
constexpr std::array<TitleWord, 8> kBackTitles = {{
    {"后记", {"afterword", "doc-afterword"}},
    {"後記", {"afterword", "doc-afterword"}},
    {"跋", {"afterword", "doc-afterword"}},
    {"附录", {"appendix", "doc-appendix"}},
    {"附錄", {"appendix", "doc-appendix"}},
    {"结语", {"conclusion", "doc-conclusion"}},
    {"结论", {"conclusion", "doc-conclusion"}},
    {"致谢", {"acknowledgments", "doc-acknowledgments"}},
}};

template <size_t N>
Semantics semantics_by_title(const std::array<TitleWord, N>& words, std::string_view title) {
  for (const TitleWord& known : words) {
    if (title.find(known.word) != std::string_view::npos) return known.semantics;
  }
  return {};
}

Semantics semantics_of(const document::Section& section, std::string_view title) {
  switch (section.role) {
    case SectionRole::half_title:
      return {"halftitlepage", ""};
    case SectionRole::title_page:
      return {"titlepage", ""};
    case SectionRole::imprint:
      return {"copyright-page", ""};
    case SectionRole::contents:
      return {};
    case SectionRole::front_article:
      return semantics_by_title(kFrontTitles, title);
    case SectionRole::part:
      return {"part", "doc-part"};
    case SectionRole::chapter:
      return {"chapter", "doc-chapter"};
    case SectionRole::back_article:
      return semantics_by_title(kBackTitles, title);
    case SectionRole::endnotes:
      return {"endnotes", "doc-endnotes"};
    case SectionRole::sources:
    case SectionRole::references:
      return {"bibliography", "doc-bibliography"};
    case SectionRole::index:
      return {"index", "doc-index"};
    case SectionRole::colophon:
      return {"colophon", "doc-colophon"};
  }
  return {};
}

std::string_view body_type(SectionRole role) {
  return document::is_front(role) ? "frontmatter" : document::is_back(role) ? "backmatter" : "bodymatter";
}

// Title pages hold their headings among their own blocks.
bool sets_own_title(SectionRole role) {
  return role == SectionRole::half_title || role == SectionRole::title_page || role == SectionRole::imprint;
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

SectionFile write_section(const Plan& plan, size_t index) {
  const document::Section& section = plan.book().sections[index];
  const std::string language = is_language_tag(section.language) ? section.language : std::string(plan.language());
  const std::string title = document::numbered_title(section.number, section.title);
  const bool titled = !section.title.empty() && !sets_own_title(section.role);
  const Semantics semantics = semantics_of(section, title);

  XmlWriter xml;
  begin_xhtml(xml, language, title.empty() ? plan.book().metadata.title : title, "../", body_type(section.role));
  ContentWriter content(xml, plan, plan.path(index), language);
  content.open(document::element_of(section), section.info);
  if (!semantics.type.empty()) xml.attribute("epub:type", semantics.type);
  if (!semantics.role.empty()) xml.attribute("role", semantics.role);
  if (titled) xml.attribute("aria-labelledby", kTitleId);
  content.marks_of(section.info);
  if (titled) {
    xml.open("h1").attribute("id", kTitleId);
    content.number(section.number);
    content.inlines(section.title);
    xml.close();
    content.begin_below_title();
  }
  content.blocks(section.blocks);
  content.notes();
  content.close();
  xml.close().close();  // body, html
  return {xml.take(), content.take_pages(), content.take_generated()};
}

}  // namespace huozi::epub
