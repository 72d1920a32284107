// Paragraphs that are no part of the article: what noise rules and the manifest call noise, reservations of rights.
#include <algorithm>
#include <set>

#include "document/plain_text.h"
#include "document/walk.h"
#include "edit/flow_edit.h"
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

Found find_noise(std::string_view words, bool at_edge, const Options& options) {
  for (const std::string& noise : options.noise) {
    if (is_noise(words, noise)) return {"edit.noise", noise};
  }
  for (const NoiseRule& rule : options.noise_rules.rules) {
    if (matches(rule, words, at_edge)) return {"noise." + rule.name, rule.name};
  }
  return {};
}

// Lines of a paragraph with line breaks, each judged by itself; only by rules, for words of the manifest are for whole
// paragraphs.
void remove_lines(document::Paragraph& paragraph, source::Span span, bool at_edge, Pass& pass) {
  const std::vector<document::Inlines> lines = lines_in(paragraph.children);
  if (lines.size() < 2) return;
  size_t end = document::plain_text(paragraph.children).size();
  for (size_t i = lines.size(); i-- > 0;) {
    const std::string text = document::plain_text(lines[i]);
    const size_t begin = end - text.size();
    const std::string words(trimmed(text));
    const auto rule = std::find_if(pass.options.noise_rules.rules.begin(), pass.options.noise_rules.rules.end(),
                                   [&](const NoiseRule& each) { return matches(each, words, at_edge); });
    if (!words.empty() && !has_image(lines[i]) && rule != pass.options.noise_rules.rules.end()) {
      pass.diagnostics.report("noise.removed-by-rule", span, {words, rule->name});
      pass.decide("noise." + rule->name, span, 100, "removed: " + words);
      // With the break before it, or behind it when it is the first.
      const size_t from = begin > 0 ? begin - 1 : begin;
      const size_t to = begin > 0 ? end : std::min(end + 1, document::plain_text(paragraph.children).size());
      erase_text(paragraph.children, from, to, "noise." + rule->name, pass);
    }
    end = begin > 0 ? begin - 1 : 0;
  }
}

// The first and the last paragraphs that say anything.
std::set<document::NodeId> edge_paragraphs(const document::Document& document) {
  constexpr size_t kFirst = 3;
  constexpr size_t kLast = 8;
  std::vector<document::NodeId> all;
  document::for_each_block(
      document.blocks,
      [&](const document::Block& block) {
        const document::Paragraph* paragraph = paragraph_of(block);
        if (paragraph != nullptr && !is_empty(paragraph->children)) all.push_back(block.info.id);
      },
      document::Notes::skip);
  std::set<document::NodeId> edges;
  for (size_t i = 0; i < all.size(); ++i) {
    if (i < kFirst || i + kLast >= all.size()) edges.insert(all[i]);
  }
  return edges;
}

class NoiseRemover {
 public:
  explicit NoiseRemover(Pass& pass) : pass_(pass), edges_(edge_paragraphs(pass.document)) {}

  // Whether nothing of the block is left.
  bool clean(document::Block& block) {
    document::Paragraph* paragraph = paragraph_of(block);
    if (paragraph == nullptr || has_image(paragraph->children)) return false;
    const std::string text = document::plain_text(paragraph->children);
    const std::string words(trimmed(text));
    if (words.empty()) return false;
    const bool at_edge = edges_.contains(block.info.id);
    const std::string rule = rule_for(words, block.info.span, at_edge);
    if (rule.empty()) {
      remove_lines(*paragraph, block.info.span, at_edge, pass_);
    } else {
      pass_.decide(rule, block.info.span, 100, "removed: " + words);
      erase_text(paragraph->children, 0, text.size(), rule, pass_);
    }
    return is_empty(paragraph->children);  // a note in it stays
  }

 private:
  // What calls the paragraph noise, reported; empty when nothing does.
  std::string rule_for(const std::string& words, source::Span span, bool at_edge) {
    const Options& options = pass_.options;
    const Found found = find_noise(words, at_edge, options);
    if (!found.rule.empty()) {
      const char* const said = found.rule == "edit.noise" ? "noise.removed" : "noise.removed-by-rule";
      pass_.diagnostics.report(said, span, {words, found.word});
      return found.rule;
    }
    const Rights rights = rights_in(options.noise_rules, words);
    if (rights != Rights::unsaid && !options.rights_cleared) pass_.diagnostics.report("article.rights", span, {words});
    return rights == Rights::boilerplate ? "noise.rights" : std::string();
  }

  Pass& pass_;
  std::set<document::NodeId> edges_;
};

}  // namespace

void remove_noise(Pass& pass) {
  NoiseRemover remover(pass);
  for (document::Blocks* flow : flows(pass.document, Flows::quoted)) {
    std::erase_if(*flow, [&](document::Block& block) { return remover.clean(block); });
  }
}

}  // namespace huozi::edit
