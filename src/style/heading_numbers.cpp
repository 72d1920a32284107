#include "style/heading_numbers.h"

#include <algorithm>
#include <string>

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
    blocks(section.blocks, element, style, 0);
  }

  size_t own_numbers() const { return own_numbers_; }
  source::Span first_own() const { return first_own_; }
  const std::string& first_own_title() const { return first_own_title_; }

 private:
  static bool counts(const ComputedStyle& style) {
    const auto other = [](const CounterChange& change) { return change.name != "footnote"; };
    return std::any_of(style.counter_reset.begin(), style.counter_reset.end(), other) ||
           std::any_of(style.counter_increment.begin(), style.counter_increment.end(), other);
  }

  // Headings of the section's own text, as the contents list them (document/contents).
  void blocks(Blocks& children, const ElementRef& around, const ComputedStyle& around_style, int depth) {
    for (size_t i = 0; i < children.size() && depth < kDeepest; ++i) {
      Block& block = children[i];
      auto* heading = std::get_if<Heading>(&block.content);
      auto* division = std::get_if<document::Division>(&block.content);
      if (!heading && !division) continue;
      const ElementRef element = make_ref(element_of(block), block.info.attributes, &around, static_cast<int>(i) + 1,
                                          static_cast<int>(children.size()));
      if (heading) {
        if (heading->level <= unnumbered_) {
          unnumbered_ = block.info.attributes.has_class(kUnnumbered) ? heading->level : kNoLevel;
        }
        heading->number = number_of(heading->children, block.info, heading->level, element, around_style);
      } else {
        blocks(division->children, element, cascade_.style(element, around_style), depth + 1);
      }
    }
  }

  std::string number_of(const Inlines& title, const document::NodeInfo& info, int level, const ElementRef& element,
                        const ComputedStyle& around) {
    const bool counted = unnumbered_ > level;
    const ComputedStyle style = cascade_.style(element, around);
    if (style.display == Display::none) return {};
    counters_.enter(style, counted);
    const ComputedStyle before = cascade_.pseudo_style(element, "before", style);
    if (before.content.empty() || before.display == Display::none) return {};
    counters_.enter(before, counted);
    if (!counted || !is_number(before.content)) return {};
    std::string number = laid_out(counters_.text_of(before.content, cascade_), before);
    if (number.empty() || number.size() > kLongestNumber) return {};
    const std::string words = document::plain_text(title);
    if (has_own_number(words, number)) {
      keep_own(words, number, before.content, info, title);
      return {};
    }
    audit_.generated.push_back({"heading-number", number.substr(0, number.find_last_not_of('\n') + 1)});
    return number;
  }

  void keep_own(const std::string& words, const std::string& number, const Content& content,
                const document::NodeInfo& info, const Inlines& title) {
    if (own_numbers_++ == 0) {
      first_own_title_ = words;
      first_own_ = info.span.file == source::kNoFile && !title.empty() ? title.front().info.span : info.span;
    }
    const auto value = document::number_in(words);
    const bool alike = document::family_of(number + "题") == document::family_of(words);
    if (value && alike) counters_.set(last_counter(content)->value, *value);
  }

  const Cascade& cascade_;
  document::Audit& audit_;
  Counters counters_;
  int unnumbered_ = kNoLevel;  // the heading without a number, below which nothing has one
  size_t own_numbers_ = 0;
  source::Span first_own_;
  std::string first_own_title_;
};

}  // namespace

bool is_number(const Content& content) {
  return last_counter(content) != nullptr;
}

void number_headings(document::Book& book, const Cascade& print, document::Audit& audit,
                     source::Diagnostics& diagnostics) {
  Numbering numbering(print, audit);
  for (size_t i = 0; i < book.sections.size(); ++i) numbering.section(book, i);
  if (numbering.own_numbers() > 0) {
    diagnostics.report("heading.own-number", numbering.first_own(),
                       {numbering.first_own_title(), std::to_string(numbering.own_numbers())});
  }
}

}  // namespace huozi::style
