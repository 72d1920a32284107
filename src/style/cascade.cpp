#include <algorithm>
#include <unordered_map>

#include "style/cascade_index.h"
#include "style/default_sheet.h"

namespace huozi::style {

Stylesheet::Stylesheet() : data_(std::make_shared<const StylesheetData>()) {}

void Stylesheet::append(const Stylesheet& later) {
  auto joined = std::make_shared<StylesheetData>(*data_);
  const StylesheetData& more = later.data();
  joined->rules.insert(joined->rules.end(), more.rules.begin(), more.rules.end());
  joined->pages.insert(joined->pages.end(), more.pages.begin(), more.pages.end());
  joined->counter_styles.insert(joined->counter_styles.end(), more.counter_styles.begin(), more.counter_styles.end());
  data_ = std::move(joined);
}

ElementRef make_ref(const document::Element& element, const document::Attributes& attributes, const ElementRef* parent,
                    int index, int siblings) {
  ElementRef ref;
  ref.name = element.name;
  ref.classes = element.classes;
  for (const std::string_view name : document::presentational_classes(attributes)) ref.classes.push_back(name);
  for (const std::string& name : attributes.classes) ref.classes.push_back(name);
  ref.id = attributes.id;
  ref.lang = attributes.lang;
  ref.first_child = index == 1;
  ref.last_child = index == siblings;
  ref.index = index;
  ref.parent = parent;
  return ref;
}

ElementRef section_ref(const document::Book& book, size_t section_index) {
  const document::Section& section = book.sections[section_index];
  ElementRef ref = make_ref(document::element_of(section), section.info.attributes, &Cascade::body_element(),
                            static_cast<int>(section_index) + 1, static_cast<int>(book.sections.size()));
  if (ref.lang.empty()) ref.lang = section.language.empty() ? book.metadata.language : section.language;
  return ref;
}

// ---------------------------------------------------------------- which rules

CascadeIndex::CascadeIndex(Stylesheet sheet, Medium medium) : sheet_(std::move(sheet)), medium_(medium) {
  add_rules(default_sheet(), 0);
  add_rules(sheet_.data(), 1);
  for (const CounterStyle& style : default_sheet().counter_styles) counter_styles_[style.name] = &style;
  for (const CounterStyle& style : sheet_.data().counter_styles) {
    if (style.media & bit_of(medium)) counter_styles_[style.name] = &style;
  }
}

void CascadeIndex::add_rules(const StylesheetData& data, uint64_t origin) {
  for (const Rule& rule : data.rules) {
    ++order_;
    if (!(rule.media & bit_of(medium_)) || rule.declarations.empty()) continue;
    for (const Selector& selector : rule.selectors) {
      // Specificity takes 32 bits, the order of rules 30.
      const uint64_t priority = origin << 62 | uint64_t{selector.specificity} << 30 | order_;
      const Compound& subject = selector.compounds.back();
      Buckets& buckets = pseudo_elements_[selector.pseudo_element];
      std::vector<Entry>& bucket = !subject.id.empty()        ? buckets.by_id[subject.id]
                                   : !subject.classes.empty() ? buckets.by_class[subject.classes.front()]
                                   : !subject.type.empty()    ? buckets.by_type[subject.type]
                                                              : buckets.others;
      bucket.push_back({priority, &selector, &rule.declarations});
    }
  }
}

DeclarationList CascadeIndex::declarations_for(const ElementRef& element, std::string_view pseudo) const {
  const auto buckets = pseudo_elements_.find(pseudo);
  if (buckets == pseudo_elements_.end()) return {};
  std::vector<const Entry*> found;
  const auto take = [&](const std::vector<Entry>& entries) {
    for (const Entry& entry : entries) {
      if (matches(*entry.selector, element)) found.push_back(&entry);
    }
  };
  const auto take_named = [&](const auto& map, std::string_view name) {
    if (const auto bucket = map.find(name); bucket != map.end()) take(bucket->second);
  };
  if (!element.id.empty()) take_named(buckets->second.by_id, element.id);
  for (const std::string_view name : element.classes) take_named(buckets->second.by_class, name);
  take_named(buckets->second.by_type, element.name);
  take(buckets->second.others);
  std::sort(found.begin(), found.end(), [](const Entry* a, const Entry* b) { return a->priority < b->priority; });
  DeclarationList list;
  for (const Entry* entry : found) add_declarations(*entry->declarations, list);
  return list;
}

void add_declarations(const Declarations& declarations, DeclarationList& list) {
  for (const Declaration& declaration : declarations) {
    (declaration.important ? list.important : list.normal).push_back(&declaration);
  }
}

const CounterStyle* CascadeIndex::counter_style(std::string_view name) const {
  const auto found = counter_styles_.find(name);
  return found == counter_styles_.end() ? nullptr : found->second;
}

// ---------------------------------------------------------------- what they set

namespace {

void apply(const Declaration& declaration, ComputedStyle& style, const SetContext& context) {
  const Property& property = *declaration.property;
  if (!property.set) return;
  const bool takes_parent = declaration.wide == Declaration::Wide::inherit ||
                            (declaration.wide == Declaration::Wide::unset && property.inherited);
  if (declaration.wide == Declaration::Wide::none) {
    property.set(style, declaration.value, context);
  } else {
    property.copy(style, takes_parent ? context.parent : initial_style());
  }
}

void settle_font_size(ComputedStyle& style) {
  style.font_size = std::clamp(style.font_size, Length::points(1), Length::points(1000));
}

void settle_line_height(ComputedStyle& style) {
  if (style.line_height_factor > 0) style.line_height = style.font_size.scaled(style.line_height_factor, kMillion);
  style.line_height = std::clamp(style.line_height, Length::points(1), Length::points(4000));
  for (BorderSide* side : {&style.border.top, &style.border.right, &style.border.bottom, &style.border.left}) {
    side->color = style.color;
  }
}

void settle(ComputedStyle& style) {
  // CSS Text 3 §7.2: auto is text-align's own value, or start under justify.
  if (style.text_align_last_auto) {
    style.text_align_last = style.text_align == TextAlign::justify ? TextAlign::start : style.text_align;
  }
  for (BorderSide* side : {&style.border.top, &style.border.right, &style.border.bottom, &style.border.left}) {
    if (side->style == BorderStyle::none) side->width = Length();
  }
}

}  // namespace

ComputedStyle compute(const DeclarationList& list, const ComputedStyle& parent, const ComputedStyle& root) {
  ComputedStyle style = inherited_style(parent);
  SetContext context{parent, {parent.font_size, parent.line_height, root.font_size, root.line_height}};
  const auto run = [&](Property::Stage stage) {
    for (const auto* declarations : {&list.normal, &list.important}) {
      for (const Declaration* declaration : *declarations) {
        if (declaration->property->stage == stage) apply(*declaration, style, context);
      }
    }
  };
  run(Property::Stage::font_size);
  settle_font_size(style);
  run(Property::Stage::line_height);
  settle_line_height(style);
  context.lengths.font_size = style.font_size;
  context.lengths.line_height = style.line_height;
  run(Property::Stage::rest);
  run(Property::Stage::last);
  settle(style);
  return style;
}

// ---------------------------------------------------------------- Cascade

namespace {

ElementRef named(std::string_view name, const ElementRef* parent) {
  ElementRef ref;
  ref.name = name;
  ref.first_child = ref.last_child = true;
  ref.parent = parent;
  return ref;
}

}  // namespace

const ElementRef& Cascade::body_element() {
  static const ElementRef html = named("html", nullptr);
  static const ElementRef body = named("body", &html);
  return body;
}

Cascade::Cascade(Stylesheet sheet, Medium medium)
    : index_(std::make_shared<const CascadeIndex>(std::move(sheet), medium)),
      root_(compute(index_->declarations_for(*body_element().parent, ""), initial_style(), initial_style())),
      body_(style(body_element(), root_)) {}

ComputedStyle Cascade::style(const ElementRef& element, const ComputedStyle& parent) const {
  return compute(index_->declarations_for(element, ""), parent, root_);
}

ComputedStyle Cascade::pseudo_style(const ElementRef& element, std::string_view pseudo,
                                    const ComputedStyle& parent) const {
  return compute(index_->declarations_for(element, pseudo), parent, root_);
}

std::string Cascade::counter_text(std::string_view counter_style, int64_t value) const {
  return represent(counter_style, value, [this](std::string_view name) { return index_->counter_style(name); });
}

std::string Cascade::marker_text(std::string_view counter_style, int64_t value) const {
  return represent_marker(counter_style, value, [this](std::string_view name) { return index_->counter_style(name); });
}

PageStyle Cascade::page_style(const PageContext& context) const {
  return compute_page(*index_, context, root_);
}

}  // namespace huozi::style
