#include "style/named_size.h"

#include <array>
#include <utility>

#include <fmt/format.h>

namespace huozi::style {
namespace {

constexpr std::array<std::pair<std::string_view, int>, 16> kHalfPoints = {{
    {"初号", 84},
    {"小初", 72},
    {"一号", 52},
    {"小一", 48},
    {"二号", 44},
    {"小二", 36},
    {"三号", 32},
    {"小三", 30},
    {"四号", 28},
    {"小四", 24},
    {"五号", 21},
    {"小五", 18},
    {"六号", 15},
    {"小六", 13},
    {"七号", 11},
    {"八号", 10},
}};

}  // namespace

std::optional<Length> chinese_size(std::string_view name) {
  // 小五号 is 小五.
  if (name.starts_with("小") && name.ends_with("号")) name.remove_suffix(std::string_view("号").size());
  for (const auto& [size, half_points] : kHalfPoints) {
    if (size == name) return Length::ratio(half_points, 2);
  }
  return std::nullopt;
}

std::vector<std::string_view> chinese_size_names() {
  std::vector<std::string_view> names;
  for (const auto& size : kHalfPoints) names.push_back(size.first);
  return names;
}

// GB/T 788 and the trade's trimmed sizes (正度: of sheets of 787 x 1092 mm, 大度: 850 x 1168 or 889 x 1194). A B size
// is GB/T 788's, not ISO 216's.
std::span<const PaperSize> paper_sizes() {
  static constexpr std::array<PaperSize, 21> kSizes = {{
      {"8开", 260, 368},      {"大8开", 285, 420},    {"16开", 185, 260},   {"正度16开", 185, 260},
      {"小16开", 170, 240},   {"异16开", 170, 240},   {"大16开", 210, 285}, {"大度16开", 210, 285},
      {"32开", 130, 184},     {"正度32开", 130, 184}, {"大32开", 140, 203}, {"大度32开", 140, 203},
      {"特大32开", 147, 208}, {"64开", 105, 144},     {"A3", 297, 420},     {"A4", 210, 297},
      {"A5", 148, 210},       {"A6", 105, 144},       {"B5", 169, 239},     {"B6", 119, 165},
      {"letter", 216, 279},
  }};
  return kSizes;
}

std::vector<std::string_view> paper_size_names() {
  std::vector<std::string_view> names;
  for (const PaperSize& size : paper_sizes()) names.push_back(size.name);
  return names;
}

const PaperSize* paper_size(const Component& component) {
  std::string name = lower(component.text);
  if (component.kind == Component::Kind::quantity) {
    if (component.quantity.unit != Unit::kai || !component.quantity.integer) return nullptr;
    name = fmt::format("{}开", component.quantity.millionths / kMillion);
  } else if (component.kind != Component::Kind::keyword) {
    return nullptr;
  }
  for (const PaperSize& size : paper_sizes()) {
    if (lower(size.name) == name) return &size;
  }
  return nullptr;
}

}  // namespace huozi::style
