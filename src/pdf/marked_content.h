// The marks around a content stream's pieces (ISO 32000-1, 14.6): what of the structure each belongs to, what is an
// artifact, what reads otherwise than its glyphs. Not here: the structure (tag_tree).
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "pdf/tag_tree.h"

namespace huozi::pdf {

// Marks open and close within one text object, or outside of all: the owner of the text object sees to it.
class MarkedContent {
 public:
  enum class Artifact { pagination, layout, sheet };  // sheet: outside of the page

  // `tree`: of a tagged file; null: artifacts of layout are not marked, nor text.
  MarkedContent(std::string& out, const TagTree* tree) : out_(out), tree_(tree) {}

  // What comes next belongs to the slot, or is an artifact.
  void begin(uint32_t slot, Artifact kind);
  void end();

  // Glyphs that read as `text`. In a tagged file they are a piece of their own, as readers do not look into nested
  // marks.
  void begin_span(uint32_t slot, Artifact kind, std::string_view text);
  void end_span();

  std::vector<uint32_t> take_slots() { return std::move(slots_); }  // by MCID

 private:
  bool is_tagged() const { return tree_ != nullptr; }

  std::string& out_;
  const TagTree* tree_;
  std::vector<uint32_t> slots_;
  bool open_ = false;
  uint32_t slot_ = kArtifact;
  Artifact kind_ = Artifact::pagination;
};

}  // namespace huozi::pdf
