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
      {"8开", 260, 368, 787, 1092, 8},
      {"大8开", 285, 420, 889, 1194, 8},
      {"16开", 185, 260, 787, 1092, 16},
      {"正度16开", 185, 260, 787, 1092, 16},
      {"小16开", 170, 240, 710, 1000, 16},
      {"异16开", 170, 240, 710, 1000, 16},
      {"大16开", 210, 285, 889, 1194, 16},
      {"大度16开", 210, 285, 889, 1194, 16},
      {"32开", 130, 184, 787, 1092, 32},
      {"正度32开", 130, 184, 787, 1092, 32},
      {"大32开", 140, 203, 850, 1168, 32},
      {"大度32开", 140, 203, 850, 1168, 32},
      {"特大32开", 147, 208, 880, 1230, 32},
      {"64开", 105, 144, 850, 1168, 64},
      {"A3", 297, 420, 890, 1240, 8},
      {"A4", 210, 297, 890, 1240, 16},
      {"A5", 148, 210, 890, 1240, 32},
      {"A6", 105, 144, 890, 1240, 64},
      {"B5", 169, 239, 1000, 1400, 32},
      {"B6", 119, 165, 1000, 1400, 64},
      {"letter", 216, 279},
  }};
  return kSizes;
}

std::vector<std::string_view> paper_size_names() {
  std::vector<std::string_view> names;
  for (const PaperSize& size : paper_sizes()) names.push_back(size.name);
  return names;
}

const PaperSize* paper_size_of(Length width, Length height) {
  const auto near = [](Length length, int mm) {
    const Length off = length - Length::ratio(int64_t{720} * mm, 254);
    const Length half = Length::ratio(360, 254);
    return off <= half && -off <= half;
  };
  for (const PaperSize& size : paper_sizes()) {
    if (near(width, size.width) && near(height, size.height)) return &size;
    if (near(width, size.height) && near(height, size.width)) return &size;
  }
  return nullptr;
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
