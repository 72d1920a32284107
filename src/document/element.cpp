#include "document/element.h"

#include <array>

namespace huozi::document {
namespace {

template <typename... F>
struct Overloaded : F... {
  using F::operator()...;
};
template <typename... F>
Overloaded(F...) -> Overloaded<F...>;

constexpr std::array<std::string_view, 7> kHeadings = {"h1", "h1", "h2", "h3", "h4", "h5", "h6"};

std::string_view name_of(StyledKind kind) {
  switch (kind) {
    case StyledKind::emphasis:
      return "em";
    case StyledKind::strong:
      return "strong";
    case StyledKind::code:
      return "code";
    case StyledKind::subscript:
      return "sub";
    case StyledKind::superscript:
      return "sup";
    case StyledKind::small:
      return "small";
    case StyledKind::mark:
      return "mark";
    case StyledKind::underline:
      return "u";
    case StyledKind::strikethrough:
      return "s";
    case StyledKind::quoted:
      return "q";
    case StyledKind::span:
      return "span";
  }
  return "span";
}

}  // namespace

Element element_of(const Block& block) {
  return std::visit(
      Overloaded{
          [](const Paragraph&) {
            return Element{"p", {}};
          },
          [](const Heading& h) {
            return Element{kHeadings[static_cast<size_t>(h.level < 1 ? 1 : h.level > 6 ? 6 : h.level)], {}};
          },
          [](const Quotation&) {
            return Element{"blockquote", {}};
          },
          [](const List& l) {
            return Element{l.ordered ? "ol" : "ul", {}};
          },
          [](const DefinitionList&) {
            return Element{"dl", {}};
          },
          [](const Table&) {
            return Element{"table", {}};
          },
          [](const CodeBlock&) {
            return Element{"pre", {}};
          },
          [](const Figure&) {
            return Element{"figure", {}};
          },
          [](const Division&) {
            return Element{"div", {}};
          },
          [](const ThematicBreak&) {
            return Element{"hr", {}};
          },
      },
      block.content);
}

Element element_of(const Inline& node) {
  return std::visit(Overloaded{
                        [](const Text&) { return Element{}; },
                        [](const Styled& s) {
                          return Element{name_of(s.kind), {}};
                        },
                        [](const Link&) {
                          return Element{"a", {}};
                        },
                        [](const Image&) {
                          return Element{"img", {}};
                        },
                        [](const LineBreak&) {
                          return Element{"br", {}};
                        },
                        [](const Note&) {
                          return Element{"a", {"noteref"}};
                        },
                        [](const Ruby&) {
                          return Element{"ruby", {}};
                        },
                        [](const PageReference&) {
                          return Element{"a", {"page-reference"}};
                        },
                        [](const Leader&) {
                          return Element{"span", {"leader"}};
                        },
                    },
                    node.content);
}

std::vector<std::string_view> presentational_classes(const Attributes& attributes) {
  std::vector<std::string_view> classes;
  if (const std::string* align = attributes.value("text-align")) {
    if (*align == "center") classes.push_back("align-center");
    if (*align == "right" || *align == "end") classes.push_back("align-right");
  }
  if (const std::string* type = attributes.value("type")) {  // HTML 4.4.5
    if (*type == "1") classes.push_back("list-decimal");
    if (*type == "a") classes.push_back("list-lower-alpha");
    if (*type == "A") classes.push_back("list-upper-alpha");
    if (*type == "i") classes.push_back("list-lower-roman");
    if (*type == "I") classes.push_back("list-upper-roman");
  }
  return classes;
}

std::string_view role_name(SectionRole role) {
  switch (role) {
    case SectionRole::half_title:
      return "half-title";
    case SectionRole::title_page:
      return "title-page";
    case SectionRole::imprint:
      return "imprint";
    case SectionRole::contents:
      return "contents";
    case SectionRole::front_article:
      return "front-article";
    case SectionRole::part:
      return "part";
    case SectionRole::chapter:
      return "chapter";
    case SectionRole::back_article:
      return "back-article";
    case SectionRole::endnotes:
      return "endnotes";
    case SectionRole::sources:
      return "sources";
    case SectionRole::references:
      return "references";
    case SectionRole::index:
      return "index";
    case SectionRole::colophon:
      return "colophon";
  }
  return "chapter";
}

Element element_of(const Section& section) {
  return {"section", {role_name(section.role)}};
}

Element note_element(const Note& note) {
  if (note.kind == NoteKind::citation) return {"aside", {"footnote", "citation"}};
  return {"aside", {"footnote"}};
}

Element list_item_element() {
  return {"li", {}};
}
Element figcaption_element() {
  return {"figcaption", {}};
}
Element credit_element() {
  return {"span", {"credit"}};
}
Element cell_element(const TableCell& cell) {
  return {cell.header ? "th" : "td", {}};
}

}  // namespace huozi::document
