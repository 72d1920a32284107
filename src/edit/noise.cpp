// Short paragraphs that hold little but a string the manifest calls noise.
#include <algorithm>

#include "document/plain_text.h"
#include "edit/inline_edit.h"
#include "edit/line_shape.h"
#include "edit/pass.h"

namespace huozi::edit {
namespace {

constexpr size_t kLongestNoise = 40;

// Begins with the noise (责任编辑：张三), or is it for the greater part.
bool is_noise(std::string_view text, std::string_view noise) {
  const size_t length = character_count(text);
  const std::string_view wanted = trimmed(noise);
  if (wanted.empty() || length > std::max(kLongestNoise, character_count(wanted))) return false;
  const size_t at = text.find(wanted);
  if (at == std::string_view::npos) return false;
  const bool first = !has_han(text.substr(0, at)) && character_count(text.substr(0, at)) <= 2;
  // A sentence that happens to begin with the word is text: 扫一扫地，屋里就干净了。
  return (first && !ends_sentence(text)) || character_count(wanted) * 2 >= length;
}

}  // namespace

void remove_noise(Pass& pass) {
  if (pass.options.noise.empty()) return;
  for (document::Blocks* flow : flows(pass.document, Flows::quoted)) {
    std::erase_if(*flow, [&](document::Block& block) {
      document::Paragraph* paragraph = paragraph_of(block);
      if (paragraph == nullptr || has_image(paragraph->children)) return false;
      const std::string text = document::plain_text(paragraph->children);
      const auto noise = std::find_if(pass.options.noise.begin(), pass.options.noise.end(),
                                      [&](const std::string& string) { return is_noise(trimmed(text), string); });
      if (noise == pass.options.noise.end()) return false;
      pass.diagnostics.report("noise.removed", block.info.span, {std::string(trimmed(text)), *noise});
      erase_text(paragraph->children, 0, text.size(), "edit.noise", pass);
      return is_empty(paragraph->children);  // a note in it stays
    });
  }
}

}  // namespace huozi::edit
