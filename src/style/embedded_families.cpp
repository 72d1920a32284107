#include "style/embedded_families.h"

#include <algorithm>
#include <array>
#include <utility>
#include <vector>

#include "style/sheet_data.h"

namespace huozi::style {
namespace {

constexpr std::array<std::string_view, 5> kGenerics = {"serif", "sans-serif", "kai", "fangsong", "monospace"};

using Values = std::vector<Component>;

Component part(Component::Kind kind, std::string text) {
  Component component;
  component.kind = kind;
  component.text = std::move(text);
  return component;
}

Values completed(const Values& value, const EmbeddedFamilies& families) {
  Values out;
  bool has_generic = false;
  const auto add = [&](std::string name) {
    if (!out.empty()) out.push_back(part(Component::Kind::comma, ","));
    out.push_back(part(Component::Kind::string, std::move(name)));
  };
  for (auto begin = value.begin(); begin != value.end();) {
    const auto end =
        std::find_if(begin, value.end(), [](const Component& each) { return each.kind == Component::Kind::comma; });
    const bool generic =
        end - begin == 1 && begin->kind == Component::Kind::keyword && is_generic_family(lower(begin->text));
    if (generic && !families.generic_prefix.empty()) add(families.generic_prefix + lower(begin->text));
    has_generic = has_generic || generic;
    if (!out.empty()) out.push_back(part(Component::Kind::comma, ","));
    out.insert(out.end(), begin, end);
    begin = end == value.end() ? end : end + 1;
  }
  if (!families.generic_prefix.empty() && !has_generic) add(families.generic_prefix + "serif");
  if (!families.last.empty()) add(families.last);
  return out;
}

}  // namespace

bool is_generic_family(std::string_view family) {
  return std::find(kGenerics.begin(), kGenerics.end(), family) != kGenerics.end();
}

Stylesheet with_embedded_families(const Stylesheet& sheet, const EmbeddedFamilies& families) {
  auto data = std::make_shared<StylesheetData>(sheet.data());
  for (Rule& rule : data->rules) {
    for (Declaration& declaration : rule.declarations) {
      if (declaration.property->name != "font-family" || declaration.wide != Declaration::Wide::none) continue;
      declaration.value = completed(declaration.value, families);
    }
  }
  return Stylesheet(std::move(data));
}

}  // namespace huozi::style
