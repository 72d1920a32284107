#include "document/plain_text.h"

#include "document/walk.h"

namespace huozi::document {
namespace {

template <typename Root>
std::string text_below(const Root& root) {
  std::string out;
  for_each_inline(
      root,
      [&](const Inline& node) {
        if (const auto* text = std::get_if<Text>(&node.content)) out += text->text;
        if (std::holds_alternative<LineBreak>(node.content)) out += ' ';
      },
      Notes::skip);
  return out;
}

}  // namespace

std::string plain_text(const Inlines& inlines) {
  return text_below(inlines);
}
std::string plain_text(const Inline& node) {
  return text_below(node);
}

std::string numbered_title(std::string_view number, const Inlines& title) {
  std::string text(number);
  for (size_t at = 0; (at = text.find('\n', at)) != text.npos;) text.replace(at, 1, "\u3000");
  return text + plain_text(title);
}

std::string without_soft_hyphens(std::string text) {
  constexpr std::string_view kSoftHyphen = "\u00AD";
  for (size_t at = 0; (at = text.find(kSoftHyphen, at)) != text.npos;) text.erase(at, kSoftHyphen.size());
  return text;
}

}  // namespace huozi::document
