// One kind of an edition's text, cut to sentences, each known by a number that equal ones share.
// Not here: which correspond (compare/matching).
#pragma once

#include <cstdint>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "compare/edition.h"

namespace huozi::compare {

constexpr uint32_t kNone = UINT32_MAX;

// Equal texts have equal numbers. The texts must outlive it.
class Numbers {
 public:
  uint32_t of(std::string_view text) {
    return numbers_.emplace(text, static_cast<uint32_t>(numbers_.size())).first->second;
  }

 private:
  std::unordered_map<std::string_view, uint32_t> numbers_;
};

struct Sentence {
  uint32_t paragraph = 0;  // index into Stream::paragraphs
  Range text;              // of the paragraph's
};

struct Stream {
  const Edition* edition = nullptr;
  std::vector<uint32_t> paragraphs;       // indexes into the edition's, those with words
  std::vector<uint32_t> paragraph_items;  // numbers of their texts
  std::vector<uint32_t> first;            // sentence of each; one more at the end
  std::vector<Sentence> sentences;
  std::vector<uint32_t> sentence_items;

  const Paragraph& paragraph(uint32_t p) const { return edition->paragraphs[paragraphs[p]]; }
  std::string_view text(uint32_t p, Range range) const {
    return std::string_view(paragraph(p).text).substr(range.begin, range.end - range.begin);
  }
  std::string_view sentence(uint32_t s) const { return text(sentences[s].paragraph, sentences[s].text); }
};

enum class Flow { body, notes, pictures };

Flow flow_of(const Paragraph& paragraph);

// Without generated parts.
Stream stream_of(const Edition& edition, Flow flow, Numbers& numbers);

}  // namespace huozi::compare
