// Lists, definition lists: their items' markers and indents.
#include "document/element.h"
#include "layout/block_setter.h"

namespace huozi::layout {

using namespace document;
using style::ComputedStyle;
using style::ElementRef;

void BlockSetter::list(const List& list, const ElementRef& element, const ComputedStyle& style, const Around& around) {
  int64_t number = list.start;
  int index = 0;
  for (const ListItem& item : list.items) {
    const ElementRef item_element = style::make_ref(list_item_element(), item.info.attributes, &element, ++index,
                                                    static_cast<int>(list.items.size()));
    const ComputedStyle item_style = cascade_.style(item_element, style);
    begin(item.info, item_style, around);
    const ComputedStyle marker_style = cascade_.pseudo_style(item_element, "marker", item_style);
    Marker marker;
    marker.style = &marker_style;
    marker.text = cascade_.marker_text(item_style.list_style_type, number++);
    marker_ = marker.text.empty() ? nullptr : &marker;
    blocks(item.children, legible({item_element, item_style, around.language,
                                   around.left + item_style.margin.left + item_style.padding.left, around.right,
                                   around.flow, around.depth}));
    marker_ = nullptr;
    finish(item_style, around);
  }
}

void BlockSetter::definition_list(const DefinitionList& list, const NodeInfo& info, const ElementRef& element,
                                  const ComputedStyle& style, const Around& around) {
  (void)info;
  int index = 0;
  const Attributes none;
  for (const DefinitionList::Entry& entry : list.entries) {
    around.flow.anchor(entry.info.id);
    for (const Inlines& term : entry.terms) {
      const ElementRef dt = style::make_ref({"dt", {}}, none, &element, ++index, 0);
      const ComputedStyle term_style = cascade_.style(dt, style);
      const Around term_around = legible({element, style, around.language, around.left + term_style.margin.left,
                                          around.right, around.flow, around.depth});
      paragraph(term, dt, term_style, term_around);
      around.flow.keep_with_next();
    }
    for (const Blocks& definition : entry.definitions) {
      const ElementRef dd = style::make_ref({"dd", {}}, none, &element, ++index, 0);
      const ComputedStyle definition_style = cascade_.style(dd, style);
      blocks(definition, legible({dd, definition_style, around.language,
                                  around.left + definition_style.margin.left + definition_style.padding.left,
                                  around.right, around.flow, around.depth}));
    }
  }
}

}  // namespace huozi::layout
