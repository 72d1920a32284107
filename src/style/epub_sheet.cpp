// Prints a sheet for e-books: the rules of its media, in order, in plain CSS that old readers do not stumble over.
#include <algorithm>
#include <array>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include "style/epub_value.h"

namespace huozi::style {
namespace {

// ---------------------------------------------------------------- numbers of headings and captions

// Numbers are text of the e-book (style/heading_numbers), in span.number: what print says of h2::before is said of
// h2 > .number here, and what counts there prints nothing.
bool is_before_numbered(const Selector& selector) {
  const std::string& type = selector.compounds.back().type;
  const bool heading = type.size() == 2 && type[0] == 'h' && type[1] >= '1' && type[1] <= '6';
  return selector.pseudo_element == "before" && (heading || type == "figcaption" || type == "caption");
}

bool is_content(const Declaration& declaration) {
  return declaration.property->name == "content";
}

bool gives_number(const Declaration& declaration) {
  return is_content(declaration) &&
         std::any_of(declaration.value.begin(), declaration.value.end(),
                     [](const auto& part) { return part.kind == Component::Kind::function && part.text == "counter"; });
}

bool gives_number(const Rule& rule) {
  return std::any_of(rule.selectors.begin(), rule.selectors.end(), is_before_numbered) &&
         std::any_of(rule.declarations.begin(), rule.declarations.end(),
                     [](const Declaration& declaration) { return gives_number(declaration); });
}

// The rule as it is for the e-book's generated content, and as it is for numbers; either may be empty.
std::pair<Rule, Rule> parted(const Rule& rule) {
  Rule generated = rule, numbers = rule;
  const bool counts = gives_number(rule);
  std::erase_if(generated.selectors, [&](const Selector& each) { return counts && is_before_numbered(each); });
  std::erase_if(numbers.selectors, [](const Selector& each) { return !is_before_numbered(each); });
  for (Selector& selector : numbers.selectors) {
    selector.pseudo_element.clear();
    Compound& number = selector.compounds.emplace_back();
    number.classes = {"number"};
    number.child = true;
  }
  // What begins a line of its own has a br behind it.
  std::erase_if(numbers.declarations, [](const Declaration& declaration) {
    const std::string_view name = declaration.property->name;
    return is_content(declaration) || name == "display" || name.starts_with("counter-");
  });
  return {std::move(generated), std::move(numbers)};
}

// ---------------------------------------------------------------- rules

// Pseudo-elements every reader knows; one unknown selector makes some drop the rule, or the sheet.
bool is_printed(const Selector& selector) {
  const std::string& pseudo = selector.pseudo_element;
  return pseudo.empty() || pseudo == "before" || pseudo == "after" || pseudo == "first-letter";
}

std::string selectors_text(const Rule& rule) {
  std::string text;
  for (const Selector& selector : rule.selectors) {
    if (is_printed(selector)) text += (text.empty() ? "" : ", ") + to_text(selector);
  }
  return text;
}

void print_rule(const Rule& rule, const EpubScale& scale, bool traditional, std::string& out) {
  const std::string selectors = selectors_text(rule);
  if (selectors.empty()) return;
  const LengthContext lengths = lengths_of(rule, scale);
  std::string body;
  for (const Declaration& declaration : rule.declarations) {
    for (const auto& [name, value] : for_epub(declaration, lengths, traditional))
      body += fmt::format("  {}: {};\n", name, value);
  }
  if (!body.empty()) out += fmt::format("{} {{\n{}}}\n", selectors, body);
}

void print_counter_style(const CounterStyle& style, std::string& out) {
  static constexpr std::array<std::string_view, 7> kSystems = {"cyclic",   "numeric", "alphabetic", "symbolic",
                                                               "additive", "fixed",   "extends"};
  out += fmt::format("@counter-style {} {{\n  system: {}", style.name, kSystems[static_cast<size_t>(style.system)]);
  if (style.system == CounterStyle::System::fixed) out += fmt::format(" {}", style.first);
  if (style.system == CounterStyle::System::extends) out += fmt::format(" {}", style.base);
  out += ";\n";
  std::string symbols, weights;
  for (const std::string& symbol : style.symbols) symbols += " " + quoted(symbol);
  for (const auto& [weight, symbol] : style.additive) {
    weights += fmt::format("{} {} {}", weights.empty() ? "" : ",", weight, quoted(symbol));
  }
  if (!symbols.empty()) out += fmt::format("  symbols:{};\n", symbols);
  if (!weights.empty()) out += fmt::format("  additive-symbols:{};\n", weights);
  if (style.prefix) out += fmt::format("  prefix: {};\n", quoted(*style.prefix));
  if (style.suffix) out += fmt::format("  suffix: {};\n", quoted(*style.suffix));
  if (style.negative) out += fmt::format("  negative: {};\n", quoted(*style.negative));
  if (style.range) {
    const auto bound = [](int64_t value) {
      return value == INT64_MIN || value == INT64_MAX ? std::string("infinite") : fmt::format("{}", value);
    };
    out += fmt::format("  range: {} {};\n", bound(style.range->first), bound(style.range->second));
  }
  if (!style.fallback.empty()) out += fmt::format("  fallback: {};\n", style.fallback);
  out += "}\n";
}

bool writes_traditional(std::string_view language) {
  const std::string tag = lower(language);
  for (const std::string_view each : {"zh-hant", "zh-tw", "zh-hk", "zh-mo"}) {
    if (tag.starts_with(each)) return true;
  }
  return false;
}

}  // namespace

std::string print_for_epub(const Stylesheet& sheet, std::string_view language) {
  const bool traditional = writes_traditional(language);
  const ComputedStyle print = Cascade(sheet, Medium::print).body();
  const ComputedStyle epub = Cascade(sheet, Medium::epub).body();
  const EpubScale scale{print.font_size, Length::points(1).scaled(epub.line_height.raw(), epub.font_size.raw()).raw() *
                                             kMillion / Length::kUnitsPerPoint};
  std::string out;
  const std::vector<Rule>& rules = sheet.data().rules;
  const bool numbered = std::any_of(rules.begin(), rules.end(),
                                    [](const Rule& rule) { return (rule.media & kPrintMedium) && gives_number(rule); });
  for (const Rule& rule : rules) {
    if (!(rule.media & kEpubMedium)) continue;
    if (!numbered) {
      print_rule(rule, scale, traditional, out);
      continue;
    }
    const auto [generated, numbers] = parted(rule);
    print_rule(generated, scale, traditional, out);
    print_rule(numbers, scale, traditional, out);
  }
  for (const CounterStyle& style : sheet.data().counter_styles) {
    if (style.media & kEpubMedium) print_counter_style(style, out);
  }
  return out.empty() ? "\n" : out;
}

}  // namespace huozi::style
