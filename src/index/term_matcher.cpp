#include "index/term_matcher.h"

#include <algorithm>
#include <optional>

#include "document/index_settings.h"

namespace huozi::index {
namespace {

constexpr uint32_t kNowhere = UINT32_MAX;

bool is_latin(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
}

bool begins_character(char c) {
  return (static_cast<unsigned char>(c) & 0xC0) != 0x80;
}

// A place between two letters of one word.
bool is_within_word(std::string_view text, size_t at) {
  return at > 0 && at < text.size() && is_latin(text[at - 1]) && is_latin(text[at]);
}

}  // namespace

TermMatcher::TermMatcher(const std::vector<std::string>& terms) : nodes_(1) {
  for (size_t i = 0; i < terms.size(); ++i) {
    if (terms[i].empty() || terms[i].size() > document::kLongestIndexTerm) continue;
    uint32_t node = 0;
    for (const char c : terms[i]) {
      const auto byte = static_cast<unsigned char>(c);
      uint32_t next = step(node, byte);
      if (next == kNowhere) {
        next = static_cast<uint32_t>(nodes_.size());
        auto& edges = nodes_[node].next;
        edges.insert(std::lower_bound(edges.begin(), edges.end(), std::pair(byte, 0U)), {byte, next});
        nodes_.emplace_back();
      }
      node = next;
    }
    if (nodes_[node].term == SIZE_MAX) nodes_[node].term = i;
  }
}

uint32_t TermMatcher::step(uint32_t node, unsigned char byte) const {
  const auto& edges = nodes_[node].next;
  const auto found = std::lower_bound(edges.begin(), edges.end(), std::pair(byte, 0U));
  return found != edges.end() && found->first == byte ? found->second : kNowhere;
}

std::vector<Match> TermMatcher::find(std::string_view text) const {
  std::vector<Match> matches;
  for (size_t begin = 0; begin < text.size();) {
    std::optional<Match> longest;
    uint32_t node = is_within_word(text, begin) || !begins_character(text[begin]) ? kNowhere : 0;
    for (size_t at = begin; node != kNowhere && at < text.size(); ++at) {
      node = step(node, static_cast<unsigned char>(text[at]));
      if (node != kNowhere && nodes_[node].term != SIZE_MAX && !is_within_word(text, at + 1)) {
        longest = Match{begin, at + 1, nodes_[node].term};
      }
    }
    if (longest) matches.push_back(*longest);
    begin = longest ? longest->end : begin + 1;
  }
  return matches;
}

}  // namespace huozi::index
