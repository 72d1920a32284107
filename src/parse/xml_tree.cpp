#include "parse/xml_tree.h"

#include <algorithm>
#include <array>
#include <map>

#include <tinyxml2.h>

#include "parse/legible.h"
#include "parse/xml_guard.h"

namespace huozi::parse {
namespace {

struct Space {
  std::string_view address;
  std::string_view name;
};

constexpr std::array kSpaces = {
    Space{"http://www.w3.org/2005/Atom", "atom"},
    Space{"http://purl.org/rss/1.0/", "rss"},
    Space{"http://purl.org/rss/1.0/modules/content/", "content"},
    Space{"http://purl.org/dc/elements/1.1/", "dc"},
    Space{"http://purl.org/dc/terms/", "dcterms"},
    Space{"http://www.w3.org/1999/02/22-rdf-syntax-ns#", "rdf"},
    Space{"http://www.w3.org/1999/xhtml", "xhtml"},
};

// A prefix nobody declared still says what is meant: content:encoded.
std::string_view space_of(std::string_view address_or_prefix) {
  if (address_or_prefix.empty()) return {};
  for (const Space& space : kSpaces) {
    if (address_or_prefix == space.address || address_or_prefix == space.name) return space.name;
  }
  return "other";
}

class Converter {
 public:
  explicit Converter(XmlTree& tree) : tree_(tree) {}

  void element(const tinyxml2::XMLElement& from, XmlNode& to) {
    const size_t scope = prefixes_.size();
    std::string_view name = from.Name();
    to.line = static_cast<uint32_t>(std::max(from.GetLineNum(), 0));
    for (const auto* a = from.FirstAttribute(); a != nullptr; a = a->Next()) {
      const std::string_view key = a->Name();
      if (key == "xmlns") prefixes_.emplace_back("", space_of(a->Value()));
      if (key.starts_with("xmlns:")) prefixes_.emplace_back(key.substr(6), space_of(a->Value()));
      to.attributes.emplace_back(interned(without_prefix(key)), a->Value());
    }
    const std::string_view local = without_prefix(name);
    to.name = interned(local.empty() ? name : local);
    to.space = space(local.size() == name.size() ? "" : name.substr(0, name.size() - local.size() - 1));
    for (const auto* child = from.FirstChild(); child != nullptr; child = child->NextSibling()) {
      if (const auto* inner = child->ToElement()) {
        element(*inner, to.children.emplace_back());
      } else if (const auto* text = child->ToText()) {
        XmlNode& node = to.children.emplace_back();
        node.line = static_cast<uint32_t>(std::max(text->GetLineNum(), 0));
        node.text = text->Value();
      }
    }
    prefixes_.resize(scope);
  }

 private:
  static std::string_view without_prefix(std::string_view name) {
    const size_t colon = name.find(':');
    return colon == std::string_view::npos ? name : name.substr(colon + 1);
  }

  std::string_view space(std::string_view prefix) const {
    const auto found =
        std::find_if(prefixes_.rbegin(), prefixes_.rend(), [&](const auto& entry) { return entry.first == prefix; });
    return found == prefixes_.rend() ? space_of(prefix) : found->second;
  }

  std::string_view interned(std::string_view name) {
    const auto found = names_.find(name);
    if (found != names_.end()) return found->second;
    const std::string_view kept = tree_.names->emplace_back(name);
    names_.emplace(kept, kept);
    return kept;
  }

  XmlTree& tree_;
  std::map<std::string_view, std::string_view> names_;
  std::vector<std::pair<std::string_view, std::string_view>> prefixes_;  // and their spaces, the innermost last
};

std::string fault_of(tinyxml2::XMLError error) {
  switch (error) {
    case tinyxml2::XML_ERROR_MISMATCHED_ELEMENT:
      return "an end tag does not fit the open element";
    case tinyxml2::XML_ELEMENT_DEPTH_EXCEEDED:
      return "elements are nested more than 100 deep";
    case tinyxml2::XML_ERROR_EMPTY_DOCUMENT:
      return "it is empty";
    case tinyxml2::XML_ERROR_PARSING_ATTRIBUTE:
      return "an attribute is ill-formed or given twice";
    default:
      return "it is cut off or not XML";
  }
}

}  // namespace

const XmlNode* XmlNode::child(std::string_view wanted) const {
  const auto found =
      std::find_if(children.begin(), children.end(), [&](const XmlNode& node) { return node.name == wanted; });
  return found == children.end() ? nullptr : &*found;
}

const std::string* XmlNode::attribute(std::string_view key) const {
  const auto found =
      std::find_if(attributes.begin(), attributes.end(), [&](const auto& entry) { return entry.first == key; });
  return found == attributes.end() ? nullptr : &found->second;
}

std::string_view XmlNode::value(std::string_view key) const {
  const std::string* found = attribute(key);
  return found ? std::string_view(*found) : std::string_view();
}

std::string XmlNode::all_text() const {
  std::string out = text;
  for (const XmlNode& node : children) out += node.all_text();
  return out;
}

XmlTree parse_xml(std::string_view xml) {
  XmlTree tree;
  if (xml.starts_with("\xEF\xBB\xBF")) xml.remove_prefix(3);
  const GuardedXml guarded = guarded_xml(legible_text(xml));
  if (!guarded.fault.empty()) {
    tree.fault = guarded.fault;
    tree.fault_line = guarded.fault_line;
    return tree;
  }
  tinyxml2::XMLDocument document(true, tinyxml2::PRESERVE_WHITESPACE);
  const tinyxml2::XMLError error = document.Parse(guarded.text.data(), guarded.text.size());
  if (error != tinyxml2::XML_SUCCESS || document.RootElement() == nullptr) {
    tree.fault = fault_of(error);
    tree.fault_line = static_cast<uint32_t>(std::max(document.ErrorLineNum(), 0));
    return tree;
  }
  Converter(tree).element(*document.RootElement(), tree.root);
  return tree;
}

}  // namespace huozi::parse
