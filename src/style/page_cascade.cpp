// The cascade of @page rules: which apply to a page, and what they make of it (CSS Paged Media 3 §3, §5).
#include <algorithm>
#include <map>
#include <utility>

#include "style/cascade_index.h"
#include "style/default_sheet.h"

namespace huozi::style {
namespace {

bool fits(const PageSelector& selector, const Cascade::PageContext& context) {
  return (selector.name.empty() || selector.name == context.name) && (!selector.first || context.first) &&
         (!selector.blank || context.blank) && (!selector.plate || context.plate) && (!selector.left || context.left) &&
         (!selector.right || context.right);
}

struct Entry {
  uint32_t specificity;
  const PageRule* rule;
  bool left;   // by a selector with :left
  bool blank;  // by one with :blank
};

// In cascade order.
std::vector<Entry> rules_for(const StylesheetData& data, const Cascade::PageContext& context, unsigned media) {
  std::vector<Entry> found;
  for (const PageRule& rule : data.pages) {
    if (!(rule.media & media)) continue;
    const PageSelector* best = nullptr;
    bool blank = false;
    for (const PageSelector& selector : rule.selectors) {
      if (!fits(selector, context)) continue;
      if (!best || selector.specificity() > best->specificity()) best = &selector;
      blank = blank || selector.blank;
    }
    if (best) found.push_back({best->specificity(), &rule, best->left, blank});
  }
  std::stable_sort(found.begin(), found.end(),
                   [](const Entry& a, const Entry& b) { return a.specificity < b.specificity; });
  return found;
}

// CSS Paged Media 3 §5.3: where a margin box's text stands unless a rule says otherwise. In the corners: against the
// type area.
TextAlign default_alignment(std::string_view box) {
  if (box == "top-left" || box == "bottom-left" || box.ends_with("right-corner")) return TextAlign::start;
  if (box == "top-right" || box == "bottom-right" || box.ends_with("left-corner")) return TextAlign::end;
  return TextAlign::center;
}

bool sets_side_margins(const PageRule& rule) {
  return std::any_of(rule.declarations.begin(), rule.declarations.end(), [](const Declaration& declaration) {
    const std::string_view name = declaration.property->name;
    return name == "margin" || name == "margin-left" || name == "margin-right";
  });
}

// Without a type area there is nothing to say what `auto` is: it is 20 mm then. `mirrored`: the margins are a recto's,
// on a verso.
void settle_margins(PageStyle& page, bool mirrored) {
  const Length usual = Length::ratio(20 * 360, 127);
  if (page.margin_auto.top) page.margin.top = usual;
  if (page.margin_auto.right) page.margin.right = usual;
  if (page.margin_auto.bottom) page.margin.bottom = usual;
  if (page.margin_auto.left) page.margin.left = usual;
  if (!mirrored) return;
  std::swap(page.margin.left, page.margin.right);
  std::swap(page.margin_auto.left, page.margin_auto.right);
}

// Of the declarations in @page or @footnote.
void set_page_only(const DeclarationList& list, Property::Place place, PageStyle& page, const LengthContext& lengths) {
  for (const auto* declarations : {&list.normal, &list.important}) {
    for (const Declaration* declaration : *declarations) {
      const Property& property = *declaration->property;
      if (!property.set_page) continue;
      if (place == Property::footnote && property.places & Property::page)
        continue;  // margins: of the area, not the page
      if (declaration->wide == Declaration::Wide::none) {
        property.set_page(page, declaration->value, lengths);
      } else {  // a page inherits nothing: each CSS-wide keyword is the initial value
        property.set_page(page, initial_value(property), lengths);
      }
    }
  }
}

}  // namespace

PageStyle compute_page(const CascadeIndex& index, const Cascade::PageContext& context, const ComputedStyle& root) {
  DeclarationList page_list, footnote_list;
  bool own_left = false;  // a :left page has side margins of its own
  std::map<std::string_view, DeclarationList> box_lists;
  for (const StylesheetData* data : {&default_sheet(), &index.sheet()}) {
    for (const Entry& entry : rules_for(*data, context, bit_of(index.medium()))) {
      add_declarations(entry.rule->declarations, page_list);
      own_left = own_left || (entry.left && sets_side_margins(*entry.rule));
      add_declarations(entry.rule->footnote, footnote_list);
      // A blank page has neither head nor folio but what is meant for it.
      if (context.blank && !entry.blank) continue;
      for (const auto& [name, declarations] : entry.rule->boxes) add_declarations(declarations, box_lists[name]);
    }
  }
  const ComputedStyle page_context = compute(page_list, root, root);
  const LengthContext lengths{page_context.font_size, page_context.line_height, root.font_size, root.line_height};
  PageStyle page;
  page.margin = page_context.margin;
  page.counter_reset = page_context.counter_reset;
  set_page_only(page_list, Property::page, page, lengths);
  settle_margins(page, context.left && !own_left);

  const ComputedStyle footnote = compute(footnote_list, page_context, root);
  page.footnote.margin_top = footnote.margin.top;
  page.footnote.padding_top = footnote.padding.top;
  page.footnote.rule = footnote.border.top;
  set_page_only(footnote_list, Property::footnote, page, lengths);

  for (const std::string_view name : margin_box_names()) {
    const auto list = box_lists.find(name);
    if (list == box_lists.end()) continue;
    ComputedStyle start = page_context;
    start.text_indent = Length();
    start.text_align = default_alignment(name);
    ComputedStyle style = compute(list->second, start, root);
    if (!style.content.empty()) page.margin_boxes.push_back({std::string(name), std::move(style)});
  }
  return page;
}

}  // namespace huozi::style
