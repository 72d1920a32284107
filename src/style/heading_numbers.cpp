#include "style/heading_numbers.h"

#include <algorithm>
#include <optional>
#include <string>
#include <utility>

#include "document/element.h"
#include "document/heading_family.h"
#include "document/plain_text.h"
#include "style/counters.h"

namespace huozi::style {

using document::Block;
using document::Blocks;
using document::Heading;
using document::HeadingFamily;
using document::Inlines;
using document::Section;

namespace {

constexpr int kDeepest = 200;           // as layout has it
constexpr size_t kLongestNumber = 400;  // bytes
constexpr int kNoLevel = 7;             // below every heading
constexpr std::string_view kUnnumbered = "unnumbered";

const ContentItem* last_counter(const Content& content) {
  const auto found = std::find_if(content.rbegin(), content.rend(),
                                  [](const ContentItem& item) { return item.kind == ContentItem::Kind::counter; });
  return found == content.rend() ? nullptr : &*found;
}

// White space as CSS Text 3 4.1.1 has it: a line feed is one only where white space is kept.
std::string laid_out(std::string text, const ComputedStyle& before) {
  const bool kept = before.white_space == WhiteSpace::pre || before.white_space == WhiteSpace::pre_wrap;
  if (!kept) std::replace(text.begin(), text.end(), '\n', ' ');
  if (before.display == Display::block && !text.ends_with('\n')) text += '\n';
  return text;
}

// A number the author wrote: one of the families, whichever the sheet's is, since two numbers side by side are one too
// many; 1.1 and the like only where the sheet's own are such, because 3.6 万字 begins so too.
bool has_own_number(std::string_view title, std::string_view number) {
  if (document::family_of(title) != HeadingFamily::unnumbered) return true;
  if (document::decimal_number_length(number) == 0) return false;
  const size_t length = document::decimal_number_length(title);
  const bool parted = title.substr(0, length).find('.') != std::string_view::npos;
  // A lone figure is only a number where it is the one that is due: 3 个问题.
  return length > 0 && (parted || title.substr(0, length) == number.substr(0, document::decimal_number_length(number)));
}

// The last figure of a number that a caption begins with, after the words that the sheet's own has before its first:
// 3 of 图2-3.
std::optional<int64_t> own_caption_number(std::string_view caption, const Content& content) {
  for (const ContentItem& item : content) {
    if (item.kind != ContentItem::Kind::text) break;
    if (!caption.starts_with(item.value)) return std::nullopt;
    caption.remove_prefix(item.value.size());
  }
  while (caption.starts_with(' ')) caption.remove_prefix(1);
  std::optional<int64_t> last;
  for (size_t at = 0; at < caption.size() && last.value_or(0) < 1'000'000;) {
    const char c = caption[at];
    if (c >= '0' && c <= '9') {
      int64_t value = 0;
      for (; at < caption.size() && caption[at] >= '0' && caption[at] <= '9' && value < 1'000'000; ++at) {
        value = value * 10 + (caption[at] - '0');
      }
      last = value;
    } else if (last && (c == '-' || c == '.')) {
      ++at;
    } else {
      break;
    }
  }
  return last;
}

class Numbering {
 public:
  Numbering(const Cascade& print, document::Audit& audit) : cascade_(print), audit_(audit) {
    counters_.enter(print.root());
    counters_.enter(print.body());
  }

  void section(document::Book& book, size_t index) {
    Section& section = book.sections[index];
    const ElementRef element = section_ref(book, index);
    const ComputedStyle style = cascade_.style(element, cascade_.body());
    const bool body = !is_front(section.role) && !is_back(section.role);
    if (!body && !counts(style)) return;
    unnumbered_ = section.info.attributes.has_class(kUnnumbered) ? 0 : kNoLevel;
    counters_.enter(style, unnumbered_ == kNoLevel);
    if (!section.title.empty()) {
      const document::Attributes none;
      section.number = number_of(section.title, section.info, 1, make_ref({"h1", {}}, none, &element, 1, 2), style);
    }
    blocks(section.blocks, element, style, 0, true);
  }

  // Titles that begin with numbers of their own.
  struct Own {
    size_t count = 0;
    std::string title;  // the first
    source::Span first;
  };
  const Own& own_headings() const { return headings_; }
  const Own& own_captions() const { return captions_; }

 private:
  static bool counts(const ComputedStyle& style) {
    const auto other = [](const CounterChange& change) { return change.name != "footnote"; };
    return std::any_of(style.counter_reset.begin(), style.counter_reset.end(), other) ||
           std::any_of(style.counter_increment.begin(), style.counter_increment.end(), other);
  }

  // Headings of the section's own text, as the contents list them (document/contents); in quotations and lists figures
  // and tables alone.
  void blocks(Blocks& children, const ElementRef& around, const ComputedStyle& around_style, int depth, bool headings) {
    for (size_t i = 0; i < children.size() && depth < kDeepest; ++i) {
      Block& block = children[i];
      const ElementRef element = make_ref(element_of(block), block.info.attributes, &around, static_cast<int>(i) + 1,
                                          static_cast<int>(children.size()));
      if (auto* heading = std::get_if<Heading>(&block.content); heading && headings) {
        if (heading->level <= unnumbered_) {
          unnumbered_ = block.info.attributes.has_class(kUnnumbered) ? heading->level : kNoLevel;
        }
        heading->number = number_of(heading->children, block.info, heading->level, element, around_style);
      } else if (auto* division = std::get_if<document::Division>(&block.content)) {
        blocks(division->children, element, cascade_.style(element, around_style), depth + 1, headings);
      } else if (auto* quotation = std::get_if<document::Quotation>(&block.content)) {
        blocks(quotation->children, element, cascade_.style(element, around_style), depth + 1, false);
      } else if (auto* list = std::get_if<document::List>(&block.content)) {
        items(*list, element, cascade_.style(element, around_style), depth + 1);
      } else if (auto* figure = std::get_if<document::Figure>(&block.content)) {
        figure->number =
            number_of_caption(figure->caption, block.info, document::figcaption_element(), element, around_style);
      } else if (auto* table = std::get_if<document::Table>(&block.content)) {
        table->number = number_of_caption(table->caption, block.info, {"caption", {}}, element, around_style);
      }
    }
  }

  void items(document::List& list, const ElementRef& element, const ComputedStyle& style, int depth) {
    for (size_t i = 0; i < list.items.size(); ++i) {
      document::ListItem& item = list.items[i];
      const ElementRef li = make_ref(document::list_item_element(), item.info.attributes, &element,
                                     static_cast<int>(i) + 1, static_cast<int>(list.items.size()));
      blocks(item.children, li, cascade_.style(li, style), depth + 1, false);
    }
  }

  struct Made {
    Content content;
    std::string text;
  };
  // The element and its ::before begin; the number that this makes, if it is one.
  std::optional<Made> counted_before(const ElementRef& element, const ComputedStyle& style, bool counted) {
    counters_.enter(style, counted);
    const ComputedStyle before = cascade_.pseudo_style(element, "before", style);
    if (before.content.empty() || before.display == Display::none) return std::nullopt;
    counters_.enter(before, counted);
    if (!counted || !is_number(before.content)) return std::nullopt;
    std::string text = laid_out(counters_.text_of(before.content, cascade_), before);
    if (text.empty() || text.size() > kLongestNumber) return std::nullopt;
    return Made{before.content, std::move(text)};
  }

  std::string number_of_caption(const Inlines& caption, const document::NodeInfo& info, const document::Element& name,
                                const ElementRef& element, const ComputedStyle& around) {
    const bool counted = unnumbered_ > 0 && !info.attributes.has_class(kUnnumbered);
    const ComputedStyle style = cascade_.style(element, around);
    if (style.display == Display::none) return {};
    counters_.enter(style, counted);
    if (caption.empty()) return {};
    const document::Attributes none;
    const ElementRef inner = make_ref(name, none, &element, 2, 2);
    const auto made = counted_before(inner, cascade_.style(inner, style), counted);
    if (!made) return {};
    const std::string words = document::plain_text(caption);
    if (const auto own = own_caption_number(words, made->content)) {
      counters_.set(last_counter(made->content)->value, *own);
      if (captions_.count++ == 0) captions_.first = caption.front().info.span, captions_.title = words;
      return {};
    }
    audit_.generated.push_back({"caption-number", made->text});
    return made->text;
  }

  std::string number_of(const Inlines& title, const document::NodeInfo& info, int level, const ElementRef& element,
                        const ComputedStyle& around) {
    const bool counted = unnumbered_ > level;
    const ComputedStyle style = cascade_.style(element, around);
    if (style.display == Display::none) return {};
    const auto made = counted_before(element, style, counted);
    if (!made) return {};
    const std::string& number = made->text;
    const std::string words = document::plain_text(title);
    if (has_own_number(words, number)) {
      keep_own(words, number, made->content, info, title);
      return {};
    }
    audit_.generated.push_back({"heading-number", number.substr(0, number.find_last_not_of('\n') + 1)});
    return number;
  }

  void keep_own(const std::string& words, const std::string& number, const Content& content,
                const document::NodeInfo& info, const Inlines& title) {
    if (headings_.count++ == 0) {
      headings_.title = words;
      headings_.first = info.span.file == source::kNoFile && !title.empty() ? title.front().info.span : info.span;
    }
    const auto value = document::number_in(words);
    const bool alike = document::family_of(number + "题") == document::family_of(words);
    if (value && alike) counters_.set(last_counter(content)->value, *value);
  }

  const Cascade& cascade_;
  document::Audit& audit_;
  Counters counters_;
  int unnumbered_ = kNoLevel;  // the heading without a number, below which nothing has one
  Own headings_, captions_;
};

}  // namespace

bool is_number(const Content& content) {
  return last_counter(content) != nullptr;
}

void number_headings(document::Book& book, const Cascade& print, document::Audit& audit,
                     source::Diagnostics& diagnostics) {
  Numbering numbering(print, audit);
  for (size_t i = 0; i < book.sections.size(); ++i) numbering.section(book, i);
  const auto report = [&](std::string_view rule, const Numbering::Own& own) {
    if (own.count > 0) diagnostics.report(rule, own.first, {own.title, std::to_string(own.count)});
  };
  report("heading.own-number", numbering.own_headings());
  report("caption.own-number", numbering.own_captions());
}

}  // namespace huozi::style
