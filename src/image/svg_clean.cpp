#include "image/svg_clean.h"

#include <tinyxml2.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>

#include "base/ascii.h"
#include "base/utf8.h"

namespace huozi::image {
namespace {

using base::lower;

using tinyxml2::XMLElement;
using tinyxml2::XMLNode;

constexpr std::string_view kSvgNamespace = "http://www.w3.org/2000/svg";
constexpr int kDeepest = 200;

// Without its prefix.
std::string local_name(std::string_view name) {
  return lower(name.substr(name.rfind(':') + 1));
}

std::string squeezed(std::string_view text) {
  std::string result;
  for (const char c : lower(text)) {
    if (static_cast<unsigned char>(c) > 0x20) result += c;
  }
  return result;
}

// ---------------------------------------------------------------- what is taken out

// Elements that run, fetch or hold something else than a drawing, whatever their prefix.
bool is_foreign(const std::string& name) {
  static constexpr std::array<std::string_view, 17> kForeign = {
      "script", "foreignobject", "handler", "listener", "iframe", "embed", "object", "audio", "video",
      "canvas", "html",          "body",    "link",     "meta",   "form",  "input",  "base"};
  return std::find(kForeign.begin(), kForeign.end(), name) != kForeign.end();
}

// The file's own parts, and pictures that stand in it.
bool stays_inside(std::string_view reference) {
  const std::string target = squeezed(reference);
  return target.empty() || target.front() == '#' || target.starts_with("data:image/png;base64,") ||
         target.starts_with("data:image/jpeg;base64,");
}

// CSS that fetches, or hides that it does.
bool css_fetches(std::string_view css) {
  const std::string text = squeezed(css);
  if (text.find("@import") != std::string::npos || text.find('\\') != std::string::npos) return true;
  if (text.find("expression(") != std::string::npos || text.find("javascript:") != std::string::npos) return true;
  for (size_t at = text.find("url("); at != std::string::npos; at = text.find("url(", at + 1)) {
    std::string_view target = std::string_view(text).substr(at + 4);
    if (target.starts_with('"') || target.starts_with('\'')) target.remove_prefix(1);
    if (!stays_inside(target.substr(0, target.find_first_of(")\"'")))) return true;
  }
  return text.find("image-set(") != std::string::npos || text.find("src(") != std::string::npos;
}

bool is_reference(const std::string& local) {
  return local == "href" || local == "src" || local == "data" || local == "action" || local == "formaction";
}

// An animation that would put a reference in later.
bool animates_reference(const XMLElement& element) {
  const char* name = element.Attribute("attributeName");
  return name && (is_reference(local_name(name)) || local_name(name).starts_with("on"));
}

class Cleaner {
 public:
  Cleaner(XMLNode& document, std::vector<std::string>& removed) : removed_(removed) {
    find_html_prefixes(document);
    children(document);
  }

 private:
  // "h:" where xmlns:h is HTML's.
  void find_html_prefixes(const XMLNode& node) {
    if (const XMLElement* element = node.ToElement()) {
      for (const auto* each = element->FirstAttribute(); each; each = each->Next()) {
        const std::string_view name = each->Name();
        if (!name.starts_with("xmlns:") || squeezed(each->Value()) != "http://www.w3.org/1999/xhtml") continue;
        html_prefixes_.push_back(std::string(name.substr(6)) + ":");
      }
    }
    for (const XMLNode* child = node.FirstChild(); child; child = child->NextSibling()) find_html_prefixes(*child);
  }

  void children(XMLNode& parent) {
    for (XMLNode* child = parent.FirstChild(); child;) {
      XMLNode* const next = child->NextSibling();
      if (XMLElement* const inner = child->ToElement()) {
        if (keeps(*inner)) {
          attributes(*inner);
          children(*inner);
        } else {
          drop(parent, *child, inner->Name());
        }
      } else if (const auto* declaration = child->ToDeclaration(); declaration && !is_xml_declaration(*declaration)) {
        drop(parent, *child, "?");
      }
      child = next;
    }
  }

  static bool is_xml_declaration(const tinyxml2::XMLDeclaration& declaration) {
    const std::string_view text = declaration.Value();
    return text.starts_with("xml ") || text == "xml";
  }

  bool keeps(const XMLElement& element) const {
    const std::string_view whole = element.Name();
    const std::string name = local_name(whole);
    const auto is_html = [&](const std::string& prefix) { return whole.starts_with(prefix); };
    if (std::any_of(html_prefixes_.begin(), html_prefixes_.end(), is_html)) return false;
    if (is_foreign(name) || animates_reference(element)) return false;
    if (const char* space = element.Attribute("xmlns"); space && space != kSvgNamespace) return false;
    if (name == "style") {
      for (const XMLNode* part = element.FirstChild(); part; part = part->NextSibling()) {
        if (!part->ToText() || css_fetches(part->Value())) return false;
      }
    }
    // Without what it refers to, nothing is left of it.
    if (name != "image" && name != "use" && name != "feimage") return true;
    for (const auto* each = element.FirstAttribute(); each; each = each->Next()) {
      if (is_reference(local_name(each->Name())) && !stays_inside(each->Value())) return false;
    }
    return true;
  }

  void attributes(XMLElement& element) {
    std::vector<std::string> unwanted;
    for (const auto* each = element.FirstAttribute(); each; each = each->Next()) {
      const std::string name = lower(each->Name()), local = local_name(name);
      const bool presentation = !is_reference(local) && !name.starts_with("xmlns") && css_fetches(each->Value());
      if (local.starts_with("on") || name == "xml:base" || presentation ||
          (is_reference(local) && !stays_inside(each->Value()))) {
        unwanted.emplace_back(each->Name());
      }
    }
    for (const std::string& name : unwanted) {
      note(name);
      element.DeleteAttribute(name.c_str());
    }
  }

  void drop(XMLNode& parent, XMLNode& child, std::string_view name) {
    note(std::string(name));
    parent.DeleteChild(&child);
  }

  void note(const std::string& name) {
    if (std::find(removed_.begin(), removed_.end(), name) == removed_.end()) removed_.push_back(name);
  }

  std::vector<std::string>& removed_;
  std::vector<std::string> html_prefixes_;
};

// ---------------------------------------------------------------- size

// A length in CSS pixels; 0: none, or a share of what is around.
double pixels(const char* text) {
  if (!text) return 0;
  std::string_view rest = text;
  rest.remove_prefix(std::min(rest.find_first_not_of(" \t\r\n+"), rest.size()));
  double number = 0;
  const auto [end, error] = std::from_chars(rest.data(), rest.data() + rest.size(), number);
  if (error != std::errc() || !std::isfinite(number) || number <= 0) return 0;
  const std::string unit = squeezed(rest.substr(static_cast<size_t>(end - rest.data())));
  struct Unit {
    std::string_view name;
    double pixels;
  };
  constexpr std::array<Unit, 10> kUnits = {{{"", 1},
                                            {"px", 1},
                                            {"pt", 96.0 / 72},
                                            {"pc", 16},
                                            {"in", 96},
                                            {"cm", 96 / 2.54},
                                            {"mm", 96 / 25.4},
                                            {"q", 96 / 101.6},
                                            {"em", 16},
                                            {"ex", 8}}};
  for (const Unit& each : kUnits) {
    if (each.name == unit) return number * each.pixels;
  }
  return 0;
}

struct ViewBox {
  double width = 0, height = 0;
};

ViewBox view_box(const char* text) {
  if (!text) return {};
  std::array<double, 4> numbers{};
  std::string_view rest = text;
  for (double& number : numbers) {
    rest.remove_prefix(std::min(rest.find_first_not_of(" \t\r\n,+"), rest.size()));
    const auto [end, error] = std::from_chars(rest.data(), rest.data() + rest.size(), number);
    if (error != std::errc() || !std::isfinite(number)) return {};
    rest.remove_prefix(static_cast<size_t>(end - rest.data()));
  }
  return numbers[2] > 0 && numbers[3] > 0 ? ViewBox{numbers[2], numbers[3]} : ViewBox{};
}

uint32_t side(double length) {
  return static_cast<uint32_t>(std::clamp(std::ceil(length), 1.0, 65'535.0));
}

void set_size(const XMLElement& root, CleanSvg& svg) {
  double width = pixels(root.Attribute("width")), height = pixels(root.Attribute("height"));
  const ViewBox box = view_box(root.Attribute("viewBox"));
  if (box.width > 0 && width == 0 && height == 0) {
    width = box.width;
    height = box.height;
  } else if (box.width > 0 && width == 0) {
    width = height * box.width / box.height;
  } else if (box.width > 0 && height == 0) {
    height = width * box.height / box.width;
  }
  svg.width = side(width > 0 ? width : 300);
  svg.height = side(height > 0 ? height : 150);
}

// ---------------------------------------------------------------- reading

// Every tag and comment counted alike: an upper bound, which keeps the parser's own recursion low.
bool nests_too_deep(const XMLNode& node, int depth = 0) {
  if (depth > kDeepest) return true;
  for (const XMLNode* child = node.FirstChild(); child; child = child->NextSibling()) {
    if (nests_too_deep(*child, depth + 1)) return true;
  }
  return false;
}

bool declares_other_encoding(std::string_view file) {
  if (!file.starts_with("<?xml")) return false;
  const std::string declaration = squeezed(file.substr(0, file.find("?>")));
  const size_t at = declaration.find("encoding=");
  return at != std::string::npos && declaration.substr(at + 10, 5) != "utf-8" &&
         declaration.substr(at + 10, 8) != "us-ascii";
}

}  // namespace

std::optional<CleanSvg> clean_svg(std::string_view file) {
  std::string_view text = file;
  if (text.starts_with("\xEF\xBB\xBF")) text.remove_prefix(3);
  if (base::find_invalid_utf8(text) != std::string_view::npos || declares_other_encoding(text) ||
      text.find('\0') != std::string_view::npos) {
    return std::nullopt;
  }
  if (text.find("<!ENTITY") != std::string_view::npos || text.find("<!ATTLIST") != std::string_view::npos) {
    return std::nullopt;
  }
  tinyxml2::XMLDocument document;
  if (document.Parse(text.data(), text.size()) != tinyxml2::XML_SUCCESS || nests_too_deep(document)) {
    return std::nullopt;
  }
  XMLElement* const root = document.RootElement();
  if (!root || root->NextSiblingElement() || local_name(root->Name()) != "svg") return std::nullopt;
  const std::string_view name = root->Name();
  const std::string prefix = name == "svg" ? "xmlns" : "xmlns:" + std::string(name.substr(0, name.find(':')));
  const char* const space = root->Attribute(prefix.c_str());
  if (!space || space != kSvgNamespace) return std::nullopt;
  CleanSvg svg;
  Cleaner(document, svg.removed);
  if (document.RootElement() != root) return std::nullopt;
  set_size(*root, svg);
  if (svg.removed.empty()) {
    svg.bytes = file;
    return svg;
  }
  tinyxml2::XMLPrinter printer(nullptr, true);
  document.Print(&printer);
  svg.bytes = printer.CStr();
  return svg;
}

}  // namespace huozi::image
