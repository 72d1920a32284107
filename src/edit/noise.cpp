// Paragraphs that are no part of the article: what noise rules and the manifest call noise, reservations of rights.
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

// What calls a paragraph noise. `rule` is empty when nothing does.
struct Found {
  std::string rule;  // of the audit
  std::string word;  // for the message
};

Found find_noise(std::string_view words, const Options& options) {
  for (const std::string& noise : options.noise) {
    if (is_noise(words, noise)) return {"edit.noise", noise};
  }
  for (const NoiseRule& rule : options.noise_rules.rules) {
    if (matches(rule, words)) return {"noise." + rule.name, rule.name};
  }
  return {};
}

}  // namespace

void remove_noise(Pass& pass) {
  const Options& options = pass.options;
  for (document::Blocks* flow : flows(pass.document, Flows::quoted)) {
    std::erase_if(*flow, [&](document::Block& block) {
      document::Paragraph* paragraph = paragraph_of(block);
      if (paragraph == nullptr || has_image(paragraph->children)) return false;
      const std::string text = document::plain_text(paragraph->children);
      const std::string words(trimmed(text));
      Found found = find_noise(words, options);
      if (!found.rule.empty()) {
        const char* const said = found.rule == "edit.noise" ? "noise.removed" : "noise.removed-by-rule";
        pass.diagnostics.report(said, block.info.span, {words, found.word});
      } else if (const Rights rights = rights_in(options.noise_rules, words); rights != Rights::unsaid) {
        if (!options.rights_cleared) pass.diagnostics.report("article.rights", block.info.span, {words});
        if (rights == Rights::boilerplate) found.rule = "noise.rights";
      }
      if (found.rule.empty()) return false;
      pass.decide(found.rule, block.info.span, 100, "removed: " + words);
      erase_text(paragraph->children, 0, text.size(), found.rule, pass);
      return is_empty(paragraph->children);  // a note in it stays
    });
  }
}

}  // namespace huozi::edit
