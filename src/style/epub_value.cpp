#include "style/epub_value.h"

#include <algorithm>
#include <array>

#include <fmt/format.h>

namespace huozi::style {
namespace {

using Kind = Component::Kind;
using Printed = std::vector<std::pair<std::string, std::string>>;

// ---------------------------------------------------------------- numbers and lengths

// Thousandths without needless zeros: 1.75, -0.5, 2.
std::string decimal(int64_t thousandths) {
  std::string result = thousandths < 0 ? "-" : "";
  if (thousandths < 0) thousandths = -thousandths;
  result += fmt::format("{}", thousandths / 1000);
  std::string fraction = fmt::format("{:03}", thousandths % 1000);
  while (!fraction.empty() && fraction.back() == '0') fraction.pop_back();
  return fraction.empty() ? result : result + "." + fraction;
}

int64_t rounded(int64_t numerator, int64_t denominator) {
  return (numerator >= 0 ? numerator + denominator / 2 : numerator - denominator / 2) / denominator;
}

std::string ems(Length length, Length font_size) {
  const int64_t thousandths = rounded(length.raw() * 1000, font_size.raw());
  return thousandths == 0 ? "0" : decimal(thousandths) + "em";
}

std::string quantity_text(const Quantity& quantity, const LengthContext& lengths) {
  const std::string number = decimal(rounded(quantity.millionths, 1000));
  if (quantity.unit == Unit::percent) return number + "%";
  if (quantity.unit == Unit::none || quantity.millionths == 0) return number;
  if (quantity.unit == Unit::em || quantity.unit == Unit::ic) return number + "em";
  if (quantity.unit == Unit::ex) return number + "ex";
  if (quantity.unit == Unit::ch) return number + "ch";
  return ems(resolve(quantity, lengths), lengths.font_size);
}

// ---------------------------------------------------------------- single values

std::string component_text(const Component& component, const LengthContext& lengths) {
  switch (component.kind) {
    case Kind::keyword:
      return component.text;
    case Kind::string:
      return quoted(component.text);
    case Kind::quantity:
      return quantity_text(component.quantity, lengths);
    case Kind::color:
      return hexadecimal(component.color);
    case Kind::comma:
      return ",";
    case Kind::slash:
      return "/";
    case Kind::function: {
      std::string text = component.text + "(";
      for (const Component& argument : component.arguments) {
        text += component_text(argument, lengths);
        if (argument.kind == Kind::comma) text += " ";
      }
      return text + ")";
    }
  }
  return {};
}

std::string value_text(const std::vector<Component>& value, const LengthContext& lengths) {
  std::string text;
  for (const Component& component : value) {
    if (!text.empty() && component.kind != Kind::comma) text += " ";
    text += component_text(component, lengths);
  }
  return text;
}

struct Stack {
  std::string_view generic;      // huozi's
  std::string_view simplified;   // names that e-readers' systems have: Adobe's and Google's, Apple's, Microsoft's
  std::string_view traditional;  // with the forms of Taiwan
  std::string_view ending;       // CSS's, once, at the list's end
};
constexpr std::array<Stack, 5> kStacks = {{
    {"serif", R"("Source Han Serif SC", "Noto Serif CJK SC", "Noto Serif SC", "Songti SC", STSong, SimSun)",
     R"("Source Han Serif TC", "Noto Serif CJK TC", "Noto Serif TC", "Songti TC", LiSong, PMingLiU)", "serif"},
    {"sans-serif", R"("Source Han Sans SC", "Noto Sans CJK SC", "PingFang SC", "Heiti SC", "Microsoft YaHei", SimHei)",
     R"("Source Han Sans TC", "Noto Sans CJK TC", "PingFang TC", "Heiti TC", "Microsoft JhengHei")", "sans-serif"},
    {"kai", R"("LXGW WenKai", "Kaiti SC", STKaiti, KaiTi)", R"("LXGW WenKai TC", "Kaiti TC", BiauKai, DFKai-SB)",
     "serif"},
    {"fangsong", "STFangsong, FangSong", R"("LXGW WenKai TC", "Kaiti TC", BiauKai, DFKai-SB)", "serif"},
    // A list of this one generic alone makes browsers shrink the text.
    {"monospace", R"(Menlo, Consolas, "Noto Sans Mono CJK SC")", R"(Menlo, Consolas, "Noto Sans Mono CJK TC")",
     "monospace"},
}};

std::string family_text(const std::vector<Component>& value, bool traditional) {
  std::vector<std::string> names;
  std::string_view ending = "serif";
  std::string pending;
  bool pending_string = false;
  const auto finish = [&] {
    const std::string name = lower(pending);
    const auto stack =
        std::find_if(kStacks.begin(), kStacks.end(), [&](const Stack& each) { return each.generic == name; });
    if (stack != kStacks.end() && !pending_string) {
      names.emplace_back(traditional ? stack->traditional : stack->simplified);
      ending = stack->ending;
    } else {
      names.push_back(quoted(pending));
    }
    pending.clear();
  };
  for (const Component& part : value) {
    if (part.kind == Kind::comma) {
      finish();
      continue;
    }
    pending += (pending.empty() ? "" : " ") + part.text;
    pending_string = part.kind == Kind::string;
  }
  finish();
  names.emplace_back(ending);
  return fmt::format("{}", fmt::join(names, ", "));
}

// The size a declaration of font-size gives, taking the body's as the parent's.
Length font_size_of(const Declaration& declaration, const EpubScale& scale) {
  ComputedStyle parent = initial_style();
  parent.font_size = scale.font_size;
  parent.line_height = scale.font_size.scaled(scale.line_height_factor, kMillion);
  ComputedStyle style = parent;
  const SetContext context{parent, {parent.font_size, parent.line_height, parent.font_size, parent.line_height}};
  declaration.property->set(style, declaration.value, context);
  return std::clamp(style.font_size, Length::points(1), Length::points(1000));
}

// `lengths.root_font_size` is the body's in print.
std::string font_size_text(const Component& size, const LengthContext& lengths) {
  const bool relative = size.text == "smaller" || size.text == "larger" || size.quantity.unit == Unit::em ||
                        size.quantity.unit == Unit::percent;
  if (relative) return component_text(size, lengths);
  return ems(lengths.font_size, lengths.root_font_size);
}

std::string line_height_text(const Component& height, const LengthContext& lengths) {
  const bool plain =
      height.kind != Kind::quantity || height.quantity.unit == Unit::none || height.quantity.unit == Unit::percent;
  if (plain) return component_text(height, lengths);
  // A bare number, which children multiply by their own size.
  return decimal(rounded(resolve(height.quantity, lengths).raw() * 1000, lengths.font_size.raw()));
}

// Old readers know `left` and `right` only; huozi writes left to right.
std::string align_text(std::string_view name) {
  if (name == "start") return "left";
  if (name == "end") return "right";
  return std::string(name);
}

bool is_print_only(const Declaration& declaration) {
  for (const Component& part : declaration.value) {
    if (part.kind == Kind::keyword && (part.text.starts_with("-huozi-") || part.text == "run-in")) return true;
    if (part.kind == Kind::function && (part.text == "string" || part.text == "content")) return true;
  }
  return false;
}

// ---------------------------------------------------------------- twins

Printed break_twins(std::string_view name, std::string_view value) {
  const bool inside = name == "break-inside";
  std::string_view old = "always", now = "page";
  if (value == "auto") old = now = "auto";
  if (value == "avoid" || value == "avoid-page") old = now = "avoid";
  if (value == "column" || (inside && old == "always")) return {};
  return {{fmt::format("page-{}", name), std::string(old)}, {std::string(name), std::string(now)}};
}

// A value in words that older readers know, which the whole one replaces where it is known; empty: none.
std::string older_value(std::string_view name, const std::string& value) {
  const auto without = [&](std::string_view word) {
    const size_t at = value.find(word);
    return at == std::string::npos ? std::string() : value.substr(0, at);
  };
  if (name == "text-decoration") return without(" wavy");
  if (name == "text-indent") return without(" each-line");
  if (name == "text-underline-position" && value.starts_with("under ")) return "under";
  return {};
}

Printed twins(std::string_view name, const std::string& value) {
  static constexpr std::array<std::string_view, 10> kEpubAndWebkit = {"hyphens",
                                                                      "line-break",
                                                                      "text-emphasis",
                                                                      "text-emphasis-style",
                                                                      "text-emphasis-color",
                                                                      "text-emphasis-position",
                                                                      "writing-mode",
                                                                      "text-orientation",
                                                                      "text-underline-position",
                                                                      "ruby-position"};
  Printed printed;
  if (const std::string older = older_value(name, value); !older.empty()) {
    printed.emplace_back(name, older);
    if (name == "text-decoration") printed.emplace_back("-webkit-text-decoration", value);
  }
  if (std::find(kEpubAndWebkit.begin(), kEpubAndWebkit.end(), name) != kEpubAndWebkit.end()) {
    printed.emplace_back(fmt::format("-epub-{}", name), value);
    // Once without left and right.
    if (name == "text-emphasis-position" && value.find(' ') != std::string::npos) {
      printed.emplace_back("-webkit-text-emphasis-position",
                           value.find("under") != std::string::npos ? "under" : "over");
    }
    printed.emplace_back(fmt::format("-webkit-{}", name), value);
  } else if (name == "word-break" || name == "text-align-last") {
    printed.emplace_back(fmt::format("-epub-{}", name), value);
  } else if (name == "text-combine-upright") {
    printed.emplace_back("-epub-text-combine-horizontal", value);
    printed.emplace_back("-webkit-text-combine", value == "none" ? "none" : "horizontal");
  } else if (name == "overflow-wrap") {
    printed.emplace_back("word-wrap", value == "anywhere" ? "break-word" : value);
  }
  printed.emplace_back(name, value);
  return printed;
}

// Size and face of the text are the reader's to choose.
bool is_readers_choice(std::string_view name) {
  return name == "font-family" || name == "font-size" || name == "line-height" || name == "font-weight";
}

}  // namespace

LengthContext lengths_of(const Rule& rule, const EpubScale& scale) {
  Length own = scale.font_size;
  std::optional<Quantity> height;
  for (const Declaration& declaration : rule.declarations) {
    if (declaration.wide != Declaration::Wide::none) continue;
    if (declaration.property->name == "font-size") own = font_size_of(declaration, scale);
    if (declaration.property->name == "line-height" && declaration.value[0].kind == Kind::quantity) {
      height = declaration.value[0].quantity;
    }
  }
  const Length root_line = scale.font_size.scaled(scale.line_height_factor, kMillion);
  LengthContext lengths{own, own.scaled(scale.line_height_factor, kMillion), scale.font_size, root_line};
  if (height && height->unit == Unit::none) {
    lengths.line_height = own.scaled(height->millionths, kMillion);
  } else if (height && height->unit == Unit::percent) {
    lengths.line_height = own.scaled(height->millionths, 100 * kMillion);
  } else if (height) {
    lengths.line_height = resolve(*height, lengths);
  }
  return lengths;
}

Printed for_epub(const Declaration& declaration, const LengthContext& lengths, bool traditional) {
  const Property& property = *declaration.property;
  if (!property.epub) return {};
  Printed printed;
  if (declaration.wide != Declaration::Wide::none) {
    // `unset` is younger than many readers.
    const bool inherits = declaration.wide == Declaration::Wide::inherit ||
                          (declaration.wide == Declaration::Wide::unset && property.inherited);
    printed = twins(property.name, inherits ? "inherit" : "initial");
  } else if (is_print_only(declaration)) {
    return {};
  } else if (property.name.starts_with("break-")) {
    printed = break_twins(property.name, declaration.value[0].text);
  } else if (property.name == "font-family") {
    printed.emplace_back(property.name, family_text(declaration.value, traditional));
  } else if (property.name == "font-size") {
    printed.emplace_back(property.name, font_size_text(declaration.value[0], lengths));
  } else if (property.name == "line-height") {
    printed.emplace_back(property.name, line_height_text(declaration.value[0], lengths));
  } else if (property.name == "text-align" || property.name == "text-align-last") {
    printed = twins(property.name, align_text(declaration.value[0].text));
  } else {
    printed = twins(property.name, value_text(declaration.value, lengths));
  }
  if (declaration.important && !is_readers_choice(property.name)) {
    for (auto& [name, value] : printed) value += " !important";
  }
  return printed;
}

std::string quoted(std::string_view text) {
  std::string result = "\"";
  for (const char c : text) {
    if (c == '"' || c == '\\') {
      result += fmt::format("\\{}", c);
    } else if (static_cast<unsigned char>(c) < 0x20 || c == 0x7F) {
      result += fmt::format("\\{:x} ", static_cast<unsigned>(c));
    } else {
      result += c;
    }
  }
  return result + "\"";
}

}  // namespace huozi::style
