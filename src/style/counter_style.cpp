#include "style/counter_style.h"

#include <algorithm>
#include <array>

#include <fmt/format.h>

namespace huozi::style {
namespace {

// Chains of `extends` and `fallback` may be circles; markers of thousands of symbols are nobody's wish.
constexpr int kLongestChain = 16;
constexpr int64_t kMostSymbols = 60;

// CSS Counter Styles 3 §7.1: the informal Chinese styles, for -9999 to 9999.
struct ChineseStyle {
  std::string_view name, negative;
};
constexpr std::array<ChineseStyle, 3> kChinese = {
    {{"simp-chinese-informal", "负"}, {"trad-chinese-informal", "負"}, {"cjk-ideographic", "負"}}};
constexpr std::array<std::string_view, 10> kDigits = {"零", "一", "二", "三", "四", "五", "六", "七", "八", "九"};
constexpr std::array<std::string_view, 4> kUnits = {"", "十", "百", "千"};

const ChineseStyle* chinese_style(std::string_view name) {
  const auto found =
      std::find_if(kChinese.begin(), kChinese.end(), [&](const auto& each) { return each.name == name; });
  return found == kChinese.end() ? nullptr : found;
}

std::string informal_chinese(int64_t value, std::string_view negative) {
  if (value == 0) return std::string(kDigits[0]);
  std::string result(value < 0 ? negative : "");
  value = value < 0 ? -value : value;
  const bool teen = value >= 10 && value <= 19;  // 十二, not 一十二
  bool gap = false, begun = false;
  for (size_t place = 4; place-- > 0;) {
    int64_t weight = 1;
    for (size_t i = 0; i < place; ++i) weight *= 10;
    const auto digit = static_cast<size_t>(value / weight % 10);
    if (digit == 0) {
      gap = begun;
      continue;
    }
    if (gap) result += kDigits[0];
    if (!(teen && place == 1)) result += kDigits[digit];
    result += kUnits[place];
    gap = false;
    begun = true;
  }
  return result;
}

bool in_range(const CounterStyle& style, int64_t value) {
  if (style.range) return value >= style.range->first && value <= style.range->second;
  switch (style.system) {
    case CounterStyle::System::alphabetic:
    case CounterStyle::System::symbolic:
      return value >= 1;
    case CounterStyle::System::additive:
      return value >= 0;
    default:
      return true;
  }
}

// The absolute value in the style's symbols; nothing when they cannot show it.
std::optional<std::string> in_symbols(const CounterStyle& style, int64_t value) {
  using System = CounterStyle::System;
  const auto count = static_cast<int64_t>(style.symbols.size());
  const auto symbol = [&](int64_t index) { return style.symbols[static_cast<size_t>(index)]; };
  if (style.system != System::additive && count == 0) return std::nullopt;
  std::string result;
  switch (style.system) {
    case System::cyclic:
      return symbol(((value - 1) % count + count) % count);
    case System::fixed:
      if (value < style.first || value - style.first >= count) return std::nullopt;
      return symbol(value - style.first);
    case System::numeric:
      if (count < 2) return std::nullopt;
      do {
        result.insert(0, symbol(value % count));
        value /= count;
      } while (value > 0);
      return result;
    case System::alphabetic:
      if (count < 2) return std::nullopt;
      for (; value > 0; value = (value - 1) / count) result.insert(0, symbol((value - 1) % count));
      return result;
    case System::symbolic: {
      const int64_t copies = (value + count - 1) / count;
      if (copies > kMostSymbols) return std::nullopt;
      for (int64_t i = 0; i < copies; ++i) result += symbol((value - 1) % count);
      return result;
    }
    case System::additive: {
      int64_t used = 0;
      for (const auto& [weight, text] : style.additive) {
        if (weight == 0) {
          if (value == 0 && result.empty()) return text;
          continue;
        }
        for (; value >= weight; value -= weight) {
          if (++used > kMostSymbols) return std::nullopt;
          result += text;
        }
      }
      if (value > 0 || result.empty()) return std::nullopt;
      return result;
    }
    case System::extends:
      break;
  }
  return std::nullopt;
}

// A style with its `extends` resolved: the base's algorithm, its own decorations. Nothing: unknown, or a circle.
std::optional<CounterStyle> resolved(std::string_view name, const FindCounterStyle& find, int depth = 0) {
  const CounterStyle* style = depth < kLongestChain ? find(name) : nullptr;
  if (!style) return std::nullopt;
  if (style->system != CounterStyle::System::extends) return *style;
  auto base = resolved(style->base, find, depth + 1);
  if (!base) return std::nullopt;
  if (style->prefix) base->prefix = style->prefix;
  if (style->suffix) base->suffix = style->suffix;
  if (style->negative) base->negative = style->negative;
  if (style->range) base->range = style->range;
  if (!style->fallback.empty()) base->fallback = style->fallback;
  return base;
}

}  // namespace

std::string represent(std::string_view name, int64_t value, const FindCounterStyle& find) {
  value = std::clamp<int64_t>(value, -1'000'000'000'000, 1'000'000'000'000);
  std::string wanted(name);
  for (int tries = 0; tries < kLongestChain && wanted != "decimal"; ++tries) {
    if (wanted == "none") return {};
    const auto style = resolved(wanted, find);
    if (!style) {
      // Decimal and Chinese numbers have no table; what extends them differs in its decorations.
      if (const CounterStyle* own = find(wanted); own && own->system == CounterStyle::System::extends) {
        wanted = own->base;
        continue;
      }
      const ChineseStyle* chinese = chinese_style(wanted);
      if (!chinese) break;
      if (value >= -9999 && value <= 9999) return informal_chinese(value, chinese->negative);
      wanted = "cjk-decimal";
      continue;
    }
    if (in_range(*style, value)) {
      using System = CounterStyle::System;
      const bool sign = value < 0 && style->system != System::cyclic && style->system != System::fixed;
      if (auto text = in_symbols(*style, sign ? -value : value)) {
        return sign ? style->negative.value_or("-") + *text : *text;
      }
    }
    wanted = style->fallback;
    if (wanted.empty()) break;
  }
  return fmt::format("{}", value);
}

std::string represent_marker(std::string_view name, int64_t value, const FindCounterStyle& find) {
  if (name == "none") return {};
  const std::string text = represent(name, value, find);
  if (chinese_style(name)) return text + "、";
  const auto style = resolved(name, find);
  if (!style) {
    const CounterStyle* own = find(name);
    if (!own) return text + ". ";
    return own->prefix.value_or("") + text + own->suffix.value_or(chinese_style(own->base) ? "、" : ". ");
  }
  return style->prefix.value_or("") + text + style->suffix.value_or(". ");
}

}  // namespace huozi::style
