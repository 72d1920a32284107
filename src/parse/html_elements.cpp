#include "parse/html_elements.h"

#include <algorithm>
#include <array>

namespace huozi::parse {
namespace {

using enum HtmlRole;
using document::StyledKind;

// Sorted by name.
constexpr std::array kElements = {
    HtmlElement{"a", link},
    HtmlElement{"abbr", transparent},
    HtmlElement{"acronym", transparent},
    HtmlElement{"address", division},
    HtmlElement{"applet", dropped},
    HtmlElement{"area", dropped},
    HtmlElement{"article", division},
    HtmlElement{"aside", division},
    HtmlElement{"audio", media},
    HtmlElement{"b", styled, StyledKind::strong},
    HtmlElement{"base", dropped},
    HtmlElement{"bdi", transparent},
    HtmlElement{"bdo", transparent},
    HtmlElement{"big", transparent},
    HtmlElement{"blockquote", quotation},
    HtmlElement{"body", division},
    HtmlElement{"br", line_break},
    HtmlElement{"button", dropped},
    HtmlElement{"canvas", dropped},
    HtmlElement{"caption", table_part},
    HtmlElement{"center", division},
    HtmlElement{"cite", styled, StyledKind::emphasis},
    HtmlElement{"code", styled, StyledKind::code},
    HtmlElement{"col", nothing},
    HtmlElement{"colgroup", table_part},
    HtmlElement{"data", transparent},
    HtmlElement{"datalist", dropped},
    HtmlElement{"dd", definition_part},
    HtmlElement{"del", styled, StyledKind::strikethrough},
    HtmlElement{"details", division},
    HtmlElement{"dfn", styled, StyledKind::emphasis},
    HtmlElement{"dir", list},
    HtmlElement{"div", division},
    HtmlElement{"dl", definition_list},
    HtmlElement{"dt", definition_part},
    HtmlElement{"em", styled, StyledKind::emphasis},
    HtmlElement{"embed", media},
    HtmlElement{"fieldset", division},
    HtmlElement{"figcaption", caption},
    HtmlElement{"figure", figure},
    HtmlElement{"font", transparent},
    HtmlElement{"footer", division},
    HtmlElement{"form", division},
    HtmlElement{"h1", heading},
    HtmlElement{"h2", heading},
    HtmlElement{"h3", heading},
    HtmlElement{"h4", heading},
    HtmlElement{"h5", heading},
    HtmlElement{"h6", heading},
    HtmlElement{"head", dropped},
    HtmlElement{"header", division},
    HtmlElement{"hgroup", division},
    HtmlElement{"hr", rule},
    HtmlElement{"html", division},
    HtmlElement{"i", styled, StyledKind::emphasis},
    HtmlElement{"iframe", media},
    HtmlElement{"img", image},
    HtmlElement{"input", dropped},
    HtmlElement{"ins", styled, StyledKind::underline},
    HtmlElement{"kbd", styled, StyledKind::code},
    HtmlElement{"label", transparent},
    HtmlElement{"legend", caption},
    HtmlElement{"li", item},
    HtmlElement{"link", dropped},
    HtmlElement{"listing", preformatted},
    HtmlElement{"main", division},
    HtmlElement{"map", transparent},
    HtmlElement{"mark", styled, StyledKind::mark},
    HtmlElement{"menu", list},
    HtmlElement{"meta", dropped},
    HtmlElement{"meter", dropped},
    HtmlElement{"nav", division},
    HtmlElement{"nobr", transparent},
    HtmlElement{"noscript", dropped},
    HtmlElement{"object", media},
    HtmlElement{"ol", list},
    HtmlElement{"optgroup", dropped},
    HtmlElement{"option", dropped},
    HtmlElement{"output", dropped},
    HtmlElement{"p", paragraph},
    HtmlElement{"param", nothing},
    HtmlElement{"picture", transparent},
    HtmlElement{"plaintext", preformatted},
    HtmlElement{"pre", preformatted},
    HtmlElement{"progress", dropped},
    HtmlElement{"q", styled, StyledKind::quoted},
    HtmlElement{"rb", ruby_part},
    HtmlElement{"rp", ruby_part},
    HtmlElement{"rt", ruby_part},
    HtmlElement{"rtc", ruby_part},
    HtmlElement{"ruby", ruby},
    HtmlElement{"s", styled, StyledKind::strikethrough},
    HtmlElement{"samp", styled, StyledKind::code},
    HtmlElement{"script", dropped},
    HtmlElement{"section", division},
    HtmlElement{"select", dropped},
    HtmlElement{"small", styled, StyledKind::small},
    HtmlElement{"source", nothing},
    HtmlElement{"span", styled, StyledKind::span},
    HtmlElement{"strike", styled, StyledKind::strikethrough},
    HtmlElement{"strong", styled, StyledKind::strong},
    HtmlElement{"style", dropped},
    HtmlElement{"sub", styled, StyledKind::subscript},
    HtmlElement{"summary", paragraph},
    HtmlElement{"sup", styled, StyledKind::superscript},
    HtmlElement{"svg", dropped},
    HtmlElement{"table", table},
    HtmlElement{"tbody", table_part},
    HtmlElement{"td", table_part},
    HtmlElement{"template", dropped},
    HtmlElement{"textarea", dropped},
    HtmlElement{"tfoot", table_part},
    HtmlElement{"th", table_part},
    HtmlElement{"thead", table_part},
    HtmlElement{"time", transparent},
    HtmlElement{"title", dropped},
    HtmlElement{"tr", table_part},
    HtmlElement{"track", nothing},
    HtmlElement{"tt", styled, StyledKind::code},
    HtmlElement{"u", styled, StyledKind::underline},
    HtmlElement{"ul", list},
    HtmlElement{"var", styled, StyledKind::emphasis},
    HtmlElement{"video", media},
    HtmlElement{"wbr", nothing},
    HtmlElement{"xmp", preformatted},
};

static_assert(std::is_sorted(kElements.begin(), kElements.end(),
                             [](const HtmlElement& a, const HtmlElement& b) { return a.name < b.name; }));

constexpr std::array<std::string_view, 15> kVoid = {"area", "base", "br",    "col",    "embed", "hr",  "img",  "input",
                                                    "link", "meta", "param", "source", "track", "wbr", "frame"};
constexpr std::array<std::string_view, 14> kFormatting = {"a",    "b", "big",   "code",   "em",     "font", "i",
                                                          "nobr", "s", "small", "strike", "strong", "tt",   "u"};

}  // namespace

HtmlElement html_element(std::string_view name) {
  const auto found = std::lower_bound(kElements.begin(), kElements.end(), name,
                                      [](const HtmlElement& e, std::string_view wanted) { return e.name < wanted; });
  return found != kElements.end() && found->name == name ? *found : HtmlElement{};
}

bool is_block(HtmlRole role) {
  return role >= paragraph && role <= media;
}

bool is_void_element(std::string_view name) {
  return std::find(kVoid.begin(), kVoid.end(), name) != kVoid.end();
}

bool is_formatting_element(std::string_view name) {
  return std::find(kFormatting.begin(), kFormatting.end(), name) != kFormatting.end();
}

}  // namespace huozi::parse
