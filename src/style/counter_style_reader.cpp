#include "style/counter_style_reader.h"

#include <algorithm>
#include <array>

#include "style/grammar.h"

namespace huozi::style {
namespace {

using Kind = Token::Kind;
using Value = std::vector<Component>;

int64_t whole(const Component& component) {
  return component.quantity.millionths / kMillion;
}

void set_system(CounterStyle& style, const Value& value) {
  static constexpr std::array<std::string_view, 7> kSystems = {"cyclic",   "numeric", "alphabetic", "symbolic",
                                                               "additive", "fixed",   "extends"};
  const auto found = std::find(kSystems.begin(), kSystems.end(), value[0].text);
  style.system = static_cast<CounterStyle::System>(found - kSystems.begin());
  if (value.size() < 2) return;
  if (style.system == CounterStyle::System::extends) {
    style.base = value[1].text;
  } else {
    style.first = whole(value[1]);
  }
}

void set_symbols(CounterStyle& style, const Value& value) {
  for (const Component& symbol : value) style.symbols.push_back(symbol.text);
}

void set_additive(CounterStyle& style, const Value& value) {
  for (size_t i = 0; i + 1 < value.size(); i += 3) style.additive.emplace_back(whole(value[i]), value[i + 1].text);
  std::stable_sort(style.additive.begin(), style.additive.end(),
                   [](const auto& a, const auto& b) { return a.first > b.first; });
}

void set_range(CounterStyle& style, const Value& value) {
  if (value.size() < 2) return;
  const auto bound = [](const Component& part, int64_t infinite) {
    return part.kind == Component::Kind::keyword ? infinite : whole(part);
  };
  style.range = {bound(value[0], INT64_MIN), bound(value[1], INT64_MAX)};
}

struct Descriptor {
  std::string_view name, grammar;
  void (*set)(CounterStyle& style, const Value& value);
};

constexpr std::array<Descriptor, 8> kDescriptors = {{
    {"system", "cyclic | numeric | alphabetic | symbolic | additive | fixed <integer>? | extends <custom-ident>",
     set_system},
    {"symbols", "[ <string> | <custom-ident> ]+", set_symbols},
    {"additive-symbols", "[ <integer [0,∞]> [ <string> | <custom-ident> ] ]#", set_additive},
    {"prefix", "<string> | <custom-ident>", [](CounterStyle& style, const Value& v) { style.prefix = v[0].text; }},
    {"suffix", "<string> | <custom-ident>", [](CounterStyle& style, const Value& v) { style.suffix = v[0].text; }},
    {"negative", "<string> | <custom-ident>", [](CounterStyle& style, const Value& v) { style.negative = v[0].text; }},
    {"range", "auto | [ <integer> | infinite ]{2}", set_range},
    {"fallback", "<custom-ident>", [](CounterStyle& style, const Value& v) { style.fallback = v[0].text; }},
}};

const std::vector<Grammar>& descriptor_grammars() {
  static const std::vector<Grammar> grammars = [] {
    std::vector<Grammar> list;
    for (const Descriptor& descriptor : kDescriptors) list.emplace_back(descriptor.grammar);
    return list;
  }();
  return grammars;
}

// One descriptor in tokens[at, end), white space before it already skipped.
void read_descriptor(std::span<const Token> tokens, CounterStyle& style, const source::SourceFile& file,
                     source::Diagnostics& diagnostics) {
  const source::Span name_span = file.span(tokens.front().begin, tokens.front().end);
  const std::string name = lower(tokens.front().text);
  size_t colon = 1;
  while (colon < tokens.size() && tokens[colon].kind == Kind::white_space) ++colon;
  if (tokens.front().kind != Kind::ident || colon == tokens.size() || tokens[colon].kind != Kind::colon) {
    diagnostics.report("style.expected", name_span, {":", tokens.front().text});
    return;
  }
  for (size_t i = 0; i < kDescriptors.size(); ++i) {
    if (kDescriptors[i].name != name) continue;
    auto value = read_components(tokens.subspan(colon + 1));
    if (value && !value->empty() && descriptor_grammars()[i].accept(*value, {})) {
      kDescriptors[i].set(style, *value);
    } else {
      const source::Span span = file.span(tokens[colon].end, tokens.back().end);
      diagnostics.report("style.bad-value", span,
                         {name, std::string(file.slice(span)), std::string(kDescriptors[i].grammar)});
    }
    return;
  }
  std::vector<std::string_view> names;
  for (const Descriptor& descriptor : kDescriptors) names.push_back(descriptor.name);
  const std::string near = source::nearest(name, names);
  if (near.empty()) {
    diagnostics.report("style.unsupported-property", name_span, {name});
  } else {
    diagnostics.report("style.unknown-property", name_span, {name, near});
  }
}

}  // namespace

std::optional<CounterStyle> read_counter_style(std::span<const Token> tokens, size_t at, size_t open, size_t close,
                                               const source::SourceFile& file, source::Diagnostics& diagnostics) {
  CounterStyle style;
  size_t words = 0;
  for (size_t i = at + 1; i < open; ++i) {
    if (tokens[i].kind == Kind::white_space) continue;
    ++words;
    if (tokens[i].kind == Kind::ident) style.name = tokens[i].text;
  }
  const source::Span head = file.span(tokens[at].begin, tokens[open].begin);
  if (words != 1 || style.name.empty() || style.name == "none" || style.name == "decimal") {
    diagnostics.report("style.bad-counter-style", head, {style.name});
    return std::nullopt;
  }
  for (size_t i = open + 1; i < close;) {
    if (tokens[i].kind == Kind::white_space || tokens[i].kind == Kind::semicolon) {
      ++i;
      continue;
    }
    size_t end = i;
    while (end < close && tokens[end].kind != Kind::semicolon) ++end;
    read_descriptor(tokens.subspan(i, end - i), style, file, diagnostics);
    i = end;
  }
  using System = CounterStyle::System;
  const bool usable = style.system == System::extends                                         ? !style.base.empty()
                      : style.system == System::additive                                      ? !style.additive.empty()
                      : style.system == System::numeric || style.system == System::alphabetic ? style.symbols.size() > 1
                                                                                              : !style.symbols.empty();
  if (usable) return style;
  diagnostics.report("style.bad-counter-style", head, {style.name});
  return std::nullopt;
}

}  // namespace huozi::style
