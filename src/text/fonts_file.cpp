#include "text/fonts_file.h"

#include <charconv>
#include <string_view>

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

// "105%" or "98.5%" in thousandths; the whole size where it is anything else.
int read_share(const YamlNode& node, source::Diagnostics& diagnostics) {
  int whole = 0;
  int tenths = 0;
  const char* at = node.text.data();
  const char* const end = at + node.text.size();
  auto parsed = std::from_chars(at, end, whole);
  if (parsed.ec == std::errc() && end - parsed.ptr == 3 && *parsed.ptr == '.') {
    parsed = std::from_chars(parsed.ptr + 1, parsed.ptr + 2, tenths);
  }
  const bool right =
      parsed.ec == std::errc() && std::string_view(parsed.ptr, end) == "%" && whole >= 50 && whole <= 200;
  if (node.kind == YamlNode::Kind::scalar && right) return whole * 10 + tenths;
  diagnostics.report("fonts.bad-file", node.span, {"a percentage from 50% to 200%"});
  return 1000;
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
        if (language.text == "latin") {
          result.latin[role.text].families = read_families(families, diagnostics);
          continue;
        }
        if (language.text == "latin-size") {
          result.latin[role.text].size = read_share(families, diagnostics);
          continue;
        }
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
