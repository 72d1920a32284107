#include "style/value.h"

#include <algorithm>
#include <array>
#include <utility>

#include <fmt/format.h>

namespace huozi::style {
namespace {

constexpr size_t kMostComponents = 256;
constexpr int kDeepestFunction = 4;

constexpr std::array<std::pair<std::string_view, Unit>, 16> kUnits = {{
    {"pt", Unit::pt},
    {"px", Unit::px},
    {"pc", Unit::pc},
    {"mm", Unit::mm},
    {"cm", Unit::cm},
    {"in", Unit::inch},
    {"q", Unit::q},
    {"em", Unit::em},
    {"rem", Unit::rem},
    {"ic", Unit::ic},
    {"ex", Unit::ex},
    {"ch", Unit::ch},
    {"lh", Unit::lh},
    {"rlh", Unit::rlh},
    {"开", Unit::kai},
    {"kai", Unit::kai},
}};

struct NamedColor {
  std::string_view name;
  int r, g, b;
};
constexpr std::array<NamedColor, 17> kColors = {{
    {"black", 0, 0, 0},
    {"gray", 128, 128, 128},
    {"grey", 128, 128, 128},
    {"silver", 192, 192, 192},
    {"white", 255, 255, 255},
    {"maroon", 128, 0, 0},
    {"red", 255, 0, 0},
    {"purple", 128, 0, 128},
    {"fuchsia", 255, 0, 255},
    {"green", 0, 128, 0},
    {"lime", 0, 255, 0},
    {"olive", 128, 128, 0},
    {"yellow", 255, 255, 0},
    {"navy", 0, 0, 128},
    {"blue", 0, 0, 255},
    {"teal", 0, 128, 128},
    {"aqua", 0, 255, 255},
}};

uint16_t thousandths(int64_t part, int64_t whole) {
  return static_cast<uint16_t>(std::clamp<int64_t>((part * 1000 + whole / 2) / whole, 0, 1000));
}

// Equal parts are a tint of the one black: text must not print in four colours.
Color from_rgb(int64_t r, int64_t g, int64_t b) {
  Color color;
  if (r == g && g == b) {
    color.components = {static_cast<uint16_t>(1000 - thousandths(r, 255)), 0, 0, 0};
  } else {
    color.space = Color::Space::rgb;
    color.components = {thousandths(r, 255), thousandths(g, 255), thousandths(b, 255), 0};
  }
  return color;
}

std::optional<Color> hash_color(std::string_view digits) {
  std::array<int64_t, 3> parts{};
  if (digits.size() != 3 && digits.size() != 6) return std::nullopt;
  const size_t each = digits.size() / 3;
  for (size_t i = 0; i < 3; ++i) {
    int64_t value = 0;
    for (const char c : digits.substr(i * each, each)) {
      const size_t digit = std::string_view("0123456789abcdef").find(lower(std::string(1, c)));
      if (digit == std::string_view::npos) return std::nullopt;
      value = value * 16 + static_cast<int64_t>(digit);
    }
    parts[i] = each == 1 ? value * 17 : value;
  }
  return from_rgb(parts[0], parts[1], parts[2]);
}

// rgb(r, g, b) in 0..255 or %, device-cmyk(c m y k) in 0..1 or %.
std::optional<Color> function_color(const Component& function) {
  std::vector<int64_t> parts;  // thousandths of the whole
  const bool rgb = function.text == "rgb";
  for (const Component& argument : function.arguments) {
    if (argument.kind == Component::Kind::comma) continue;
    if (argument.kind != Component::Kind::quantity) return std::nullopt;
    const Quantity& quantity = argument.quantity;
    if (quantity.unit == Unit::percent) {
      parts.push_back(thousandths(quantity.millionths, 100 * kMillion));
    } else if (quantity.unit == Unit::none) {
      parts.push_back(thousandths(quantity.millionths, (rgb ? 255 : 1) * kMillion));
    } else {
      return std::nullopt;
    }
  }
  if (parts.size() != (rgb ? 3u : 4u)) return std::nullopt;
  Color color;
  if (rgb && parts[0] == parts[1] && parts[1] == parts[2]) {
    color.components[0] = static_cast<uint16_t>(1000 - parts[0]);
    return color;
  }
  color.space = rgb ? Color::Space::rgb : Color::Space::cmyk;
  color.components[0] = 0;
  for (size_t i = 0; i < parts.size(); ++i) color.components[i] = static_cast<uint16_t>(parts[i]);
  return color;
}

class ComponentReader {
 public:
  explicit ComponentReader(std::span<const Token> tokens) : tokens_(tokens) {}

  bool read(std::vector<Component>& into, int depth) {
    for (; at_ < tokens_.size(); ++at_) {
      const Token& token = tokens_[at_];
      if (token.kind == Token::Kind::white_space) continue;
      if (token.kind == Token::Kind::close_round && depth > 0) return true;
      if (++count_ > kMostComponents) return false;
      Component component;
      if (!fill(component, token, depth)) return false;
      into.push_back(std::move(component));
    }
    return true;  // a function may end with the sheet, as CSS has it
  }

 private:
  bool fill(Component& component, const Token& token, int depth) {
    using Kind = Component::Kind;
    component.text = token.text;
    switch (token.kind) {
      case Token::Kind::ident:
        return true;
      case Token::Kind::string:
        component.kind = Kind::string;
        return true;
      case Token::Kind::comma:
        component.kind = Kind::comma;
        return true;
      case Token::Kind::delimiter:
        component.kind = Kind::slash;
        return token.text == "/";
      case Token::Kind::number:
      case Token::Kind::percentage:
      case Token::Kind::dimension:
        return fill_quantity(component, token);
      case Token::Kind::hash: {
        const auto color = hash_color(token.text);
        component.kind = Kind::color;
        component.color = color.value_or(Color{});
        return color.has_value();
      }
      case Token::Kind::function: {
        if (depth >= kDeepestFunction) return false;
        component.kind = Kind::function;
        ++at_;
        if (!read(component.arguments, depth + 1)) return false;
        if (component.text != "rgb" && component.text != "device-cmyk") return true;
        const auto color = function_color(component);
        component.kind = Kind::color;
        component.color = color.value_or(Color{});
        return color.has_value();
      }
      default:
        return false;
    }
  }

  static bool fill_quantity(Component& component, const Token& token) {
    component.kind = Component::Kind::quantity;
    component.quantity.millionths = token.number;
    component.quantity.integer = token.integer;
    if (token.kind == Token::Kind::percentage) component.quantity.unit = Unit::percent;
    if (token.kind != Token::Kind::dimension) return true;
    const auto unit = unit_named(token.text);
    component.quantity.unit = unit.value_or(Unit::none);
    return unit.has_value();
  }

  std::span<const Token> tokens_;
  size_t at_ = 0;
  size_t count_ = 0;
};

}  // namespace

std::optional<std::vector<Component>> read_components(std::span<const Token> tokens) {
  std::vector<Component> result;
  if (!ComponentReader(tokens).read(result, 0)) return std::nullopt;
  return result;
}

std::optional<Color> color_of(const Component& component) {
  if (component.kind == Component::Kind::color) return component.color;
  if (component.kind != Component::Kind::keyword) return std::nullopt;
  const std::string name = lower(component.text);
  for (const NamedColor& color : kColors) {
    if (color.name == name) return from_rgb(color.r, color.g, color.b);
  }
  return std::nullopt;
}

std::string hexadecimal(const Color& color) {
  const auto byte = [](int thousandth) { return (thousandth * 255 + 500) / 1000; };
  const auto& c = color.components;
  if (color.space == Color::Space::gray) {
    const int level = byte(1000 - c[0]);
    return fmt::format("#{0:02x}{0:02x}{0:02x}", level);
  }
  if (color.space == Color::Space::rgb) return fmt::format("#{:02x}{:02x}{:02x}", byte(c[0]), byte(c[1]), byte(c[2]));
  const auto light = [&](size_t ink) { return byte((1000 - c[ink]) * (1000 - c[3]) / 1000); };
  return fmt::format("#{:02x}{:02x}{:02x}", light(0), light(1), light(2));
}

bool is_relative(Unit unit) {
  return unit >= Unit::em && unit <= Unit::rlh;
}
bool is_length_unit(Unit unit) {
  return unit >= Unit::pt && unit <= Unit::rlh;
}

std::optional<Unit> unit_named(std::string_view name) {
  const std::string wanted = lower(name);
  for (const auto& [unit_name, unit] : kUnits) {
    if (unit_name == wanted) return unit;
  }
  return std::nullopt;
}

Length resolve(const Quantity& quantity, const LengthContext& context) {
  const int64_t n = quantity.millionths;
  const auto points = [&](int64_t numerator, int64_t denominator) {
    return Length::points(1).scaled(n * numerator, kMillion * denominator);
  };
  const auto of = [&](Length base) { return base.scaled(n, kMillion); };
  Length result;
  switch (quantity.unit) {
    case Unit::none:
    case Unit::percent:
    case Unit::kai:
      break;
    case Unit::pt:
      result = points(1, 1);
      break;
    case Unit::px:
      result = points(3, 4);
      break;
    case Unit::pc:
      result = points(12, 1);
      break;
    case Unit::mm:
      result = points(360, 127);
      break;
    case Unit::cm:
      result = points(3600, 127);
      break;
    case Unit::inch:
      result = points(72, 1);
      break;
    case Unit::q:
      result = points(90, 127);
      break;
    case Unit::em:
    case Unit::ic:
      result = of(context.font_size);
      break;
    case Unit::ex:
    case Unit::ch:
      result = of(context.font_size).scaled(1, 2);
      break;
    case Unit::rem:
      result = of(context.root_font_size);
      break;
    case Unit::lh:
      result = of(context.line_height);
      break;
    case Unit::rlh:
      result = of(context.root_line_height);
      break;
  }
  return std::clamp(result, Length::points(-100'000), Length::points(100'000));
}

}  // namespace huozi::style
