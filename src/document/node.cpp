#include "document/node.h"

#include <algorithm>

#include "document/audit.h"
#include "document/book.h"

namespace huozi::document {

bool Attributes::has_class(std::string_view name) const {
  return std::find(classes.begin(), classes.end(), name) != classes.end();
}

const std::string* Attributes::value(std::string_view name) const {
  for (const auto& [key, text] : values) {
    if (key == name) return &text;
  }
  return nullptr;
}

bool one_element(const Attributes& a, const Attributes& b) {
  return a.id.empty() && b.id.empty() && a.classes == b.classes && a.lang == b.lang && a.values == b.values &&
         !a.has_class("proper-noun") && !a.has_class("book-name") && !a.has_class("deceased") &&
         !a.has_class("index") && !a.has_class("page");
}

void Audit::append(Audit other) {
  entries.insert(entries.end(), std::make_move_iterator(other.entries.begin()),
                 std::make_move_iterator(other.entries.end()));
  generated.insert(generated.end(), std::make_move_iterator(other.generated.begin()),
                   std::make_move_iterator(other.generated.end()));
  decisions.insert(decisions.end(), std::make_move_iterator(other.decisions.begin()),
                   std::make_move_iterator(other.decisions.end()));
}

bool is_front(SectionRole role) {
  return role == SectionRole::half_title || role == SectionRole::title_page || role == SectionRole::imprint ||
         role == SectionRole::contents || role == SectionRole::front_article;
}

bool is_back(SectionRole role) {
  return role == SectionRole::back_article || role == SectionRole::endnotes || role == SectionRole::sources ||
         role == SectionRole::references || role == SectionRole::index || role == SectionRole::colophon;
}

}  // namespace huozi::document
