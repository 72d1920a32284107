#include "epub_characters.h"

#include <string_view>

#include "base/utf8.h"
#include "document/element.h"
#include "document/walk.h"
#include "text/common_characters.h"

namespace huozi {
namespace {

using namespace document;

// Walks a book as the cascade sees it. Nodes nest no deeper than parsers allow.
class TypeWalk {
 public:
  TypeWalk(const Book& book, const style::Cascade& cascade) : book_(book), cascade_(cascade) {}

  std::map<TypeRequest, std::set<char32_t>> take() {
    for (size_t i = 0; i < book_.sections.size(); ++i) {
      const Section& section = book_.sections[i];
      const style::ElementRef ref = style::section_ref(book_, i);
      const Around around{ref, cascade_.style(ref, cascade_.body()), ref.lang};
      within({"h1", {}}, {}, around, 1, 2, [&](const Around& title) {
        add(section.number, title);
        inlines(section.title, title);
      });
      blocks(section.blocks, around);
    }
    return std::move(found_);
  }

 private:
  struct Around {
    const style::ElementRef& ref;
    style::ComputedStyle style;
    std::string_view language;
  };

  void add(std::string_view text, const Around& around) {
    if (text.empty()) return;
    const style::ComputedStyle& style = around.style;
    std::set<char32_t>& characters =
        found_[{style.font_family, style.font_weight, style.font_style == style::FontSlant::italic,
                std::string(around.language)}];
    for (const auto c : base::CodePoints(text)) characters.insert(c.code_point);
  }

  template <typename F>
  void within(const Element& element, const Attributes& attributes, const Around& outer, size_t index, size_t count,
              F&& f) {
    const style::ElementRef ref =
        style::make_ref(element, attributes, &outer.ref, static_cast<int>(index), static_cast<int>(count));
    const std::string_view language = attributes.lang.empty() ? outer.language : std::string_view(attributes.lang);
    f(Around{ref, cascade_.style(ref, outer.style), language});
  }

  void blocks(const Blocks& all, const Around& around) {
    for (size_t i = 0; i < all.size(); ++i) {
      within(element_of(all[i]), all[i].info.attributes, around, i + 1, all.size(),
             [&](const Around& inner) { std::visit([&](const auto& c) { content(c, inner); }, all[i].content); });
    }
  }

  void inlines(const Inlines& all, const Around& around) {
    for (size_t i = 0; i < all.size(); ++i) {
      if (const auto* text = std::get_if<Text>(&all[i].content)) {
        add(text->text, around);
        continue;
      }
      within(element_of(all[i]), all[i].info.attributes, around, i + 1, all.size(),
             [&](const Around& inner) { std::visit([&](const auto& c) { content(c, inner); }, all[i].content); });
    }
  }

  void captions(const Inlines& caption, const Inlines& credit, const std::string& number, const Element& element,
                const Around& around) {
    within(element, {}, around, 2, 2, [&](const Around& inner) {
      add(number, inner);
      inlines(caption, inner);
      within(credit_element(), {}, inner, 2, 2, [&](const Around& by) { inlines(credit, by); });
    });
  }

  void content(const Paragraph& c, const Around& around) { inlines(c.children, around); }
  void content(const Heading& c, const Around& around) {
    add(c.number, around);
    inlines(c.children, around);
  }
  void content(const Quotation& c, const Around& around) { blocks(c.children, around); }
  void content(const Division& c, const Around& around) { blocks(c.children, around); }
  void content(const CodeBlock& c, const Around& around) {
    within({"code", {}}, {}, around, 1, 1, [&](const Around& inner) { add(c.text, inner); });
  }
  void content(const ThematicBreak&, const Around&) {}
  void content(const List& c, const Around& around) {
    for (size_t i = 0; i < c.items.size(); ++i) {
      within(list_item_element(), c.items[i].info.attributes, around, i + 1, c.items.size(),
             [&](const Around& inner) { blocks(c.items[i].children, inner); });
    }
  }
  void content(const DefinitionList& c, const Around& around) {
    for (const DefinitionList::Entry& entry : c.entries) {
      for (const Inlines& term : entry.terms) {
        within({"dt", {}}, {}, around, 1, 2, [&](const Around& inner) { inlines(term, inner); });
      }
      for (const Blocks& definition : entry.definitions) {
        within({"dd", {}}, {}, around, 2, 2, [&](const Around& inner) { blocks(definition, inner); });
      }
    }
  }
  void content(const Table& c, const Around& around) {
    captions(c.caption, {}, c.number, {"caption", {}}, around);
    for (size_t r = 0; r < c.rows.size(); ++r) {
      const bool head = r < c.header_rows;
      within({head ? "thead" : "tbody", {}}, {}, around, head ? 1 : 2, 2, [&](const Around& group) {
        within({"tr", {}}, {}, group, r + 1, c.rows.size(), [&](const Around& row) {
          for (size_t i = 0; i < c.rows[r].size(); ++i) {
            const TableCell& cell = c.rows[r][i];
            within(cell_element(cell), cell.info.attributes, row, i + 1, c.rows[r].size(),
                   [&](const Around& inner) { blocks(cell.children, inner); });
          }
        });
      });
    }
  }
  void content(const Figure& c, const Around& around) {
    blocks(c.children, around);
    captions(c.caption, c.credit, c.number, figcaption_element(), around);
  }

  void content(const Text&, const Around&) {}  // inlines() has it
  void content(const Styled& c, const Around& around) { inlines(c.children, around); }
  void content(const Link& c, const Around& around) { inlines(c.children, around); }
  void content(const Image&, const Around&) {}
  void content(const LineBreak&, const Around&) {}
  void content(const Leader&, const Around&) {}
  void content(const PageReference& c, const Around& around) { add(c.words, around); }
  void content(const Note& c, const Around& around) {
    within(note_element(c), {}, around, 1, 1, [&](const Around& inner) { blocks(c.blocks, inner); });
  }
  void content(const Ruby& c, const Around& around) {
    for (const Ruby::Pair& pair : c.pairs) {
      inlines(pair.base, around);
      within({"rt", {}}, {}, around, 1, 1, [&](const Around& inner) { add(pair.text, inner); });
    }
  }

  const Book& book_;
  const style::Cascade& cascade_;
  std::map<TypeRequest, std::set<char32_t>> found_;
};

}  // namespace

std::vector<RareCharacter> rare_characters(const Book& book) {
  std::map<char32_t, source::Span> found;
  const auto add = [&](std::string_view text, source::Span span) {
    const bool exact = span.end - span.begin == text.size();  // byte for byte as in the source
    for (const auto c : base::CodePoints(text)) {
      if (text::is_common(c.code_point)) continue;
      source::Span place = span;
      if (exact) {
        place.begin = span.begin + c.offset;
        place.end = place.begin + c.length;
      }
      found.emplace(c.code_point, place);
    }
  };
  walk(
      book, Notes::enter,
      [&](const Block& block) {
        if (const auto* code = std::get_if<CodeBlock>(&block.content)) add(code->text, block.info.span);
      },
      [&](const Inline& node) {
        if (const auto* text = std::get_if<Text>(&node.content)) add(text->text, node.info.span);
        if (const auto* ruby = std::get_if<Ruby>(&node.content)) {
          for (const Ruby::Pair& pair : ruby->pairs) add(pair.text, node.info.span);
        }
      });
  std::vector<RareCharacter> characters;
  for (const auto& [code_point, place] : found) characters.push_back({code_point, place});
  return characters;
}

std::map<TypeRequest, std::set<char32_t>> characters_by_type(const Book& book, const style::Cascade& cascade) {
  return TypeWalk(book, cascade).take();
}

}  // namespace huozi
