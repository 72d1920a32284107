#include "write/tags.h"

#include "write/attributes.h"
#include "write/escape.h"

namespace huozi::write {

using namespace document;

std::string start_tag(std::string_view name, const Attributes& attributes) {
  return '<' + std::string(name) + html_attributes(attributes, name) + '>';
}

std::string end_tag(std::string_view name) {
  return "</" + std::string(name) + '>';
}

std::string image_tag(const Image& image, const Attributes& attributes) {
  std::string out = "<img src=" + html_value(image.source);
  if (!image.alternative.empty()) out += " alt=" + html_value(image.alternative);
  if (!image.title.empty()) out += " title=" + html_value(image.title);
  return out + html_attributes(attributes, "img") + '>';
}

std::string ruby_element(const std::vector<WrittenPair>& pairs, const Attributes& attributes) {
  std::string out = start_tag("ruby", attributes);
  for (size_t i = 0; i < pairs.size(); ++i) {
    // Bases side by side without an annotation between them would be one.
    const bool apart = (i + 1 < pairs.size() && pairs[i].text.empty()) || (i > 0 && pairs[i - 1].text.empty());
    out += apart ? "<rb>" + pairs[i].base + "</rb>" : pairs[i].base;
    if (!pairs[i].text.empty()) out += "<rt>" + pairs[i].text + "</rt>";
  }
  return out + "</ruby>";
}

}  // namespace huozi::write
