#include "text/fonts_file.h"

#include "source/yaml.h"

namespace huozi::text {
namespace {

using source::YamlNode;

FontsFile::Families read_families(const YamlNode& node, source::Diagnostics& diagnostics) {
  FontsFile::Families families;
  if (node.kind == YamlNode::Kind::scalar) return {node.text};
  if (node.kind != YamlNode::Kind::sequence) diagnostics.report("fonts.bad-file", node.span, {"a list of families"});
  for (const YamlNode& item : node.items) {
    if (item.kind == YamlNode::Kind::scalar) {
      families.push_back(item.text);
    } else {
      diagnostics.report("fonts.bad-file", item.span, {"a family's name"});
    }
  }
  return families;
}

}  // namespace

const FontsFile::Families* FontsFile::families(std::string_view role, std::string_view language) const {
  const auto found = roles.find(std::string(role));
  if (found == roles.end()) return nullptr;
  // BCP 47 lookup (RFC 4647 3.4): drop subtags from the right.
  for (std::string tag(language); !tag.empty();) {
    if (const auto list = found->second.find(tag); list != found->second.end()) return &list->second;
    const size_t cut = tag.rfind('-');
    tag.resize(cut == std::string::npos ? 0 : cut);
  }
  const auto list = found->second.find("default");
  return list == found->second.end() ? nullptr : &list->second;
}

FontsFile read_fonts_file(const source::SourceFile& file, source::Diagnostics& diagnostics) {
  FontsFile result;
  const auto tree = source::read_yaml(file, file.span(0, file.text().size()), diagnostics);
  if (!tree) return result;
  if (const YamlNode* roles = tree->get("roles"); roles && roles->kind == YamlNode::Kind::mapping) {
    for (const auto& [role, languages] : roles->entries) {
      if (languages.kind != YamlNode::Kind::mapping) {
        result.roles[role.text]["default"] = read_families(languages, diagnostics);
        continue;
      }
      for (const auto& [language, families] : languages.entries) {
        result.roles[role.text][language.text] = read_families(families, diagnostics);
      }
    }
  } else {
    diagnostics.report("fonts.bad-file", tree->span, {"a mapping `roles`"});
  }
  if (const YamlNode* fallback = tree->get("fallback")) result.fallback = read_families(*fallback, diagnostics);
  return result;
}

}  // namespace huozi::text
