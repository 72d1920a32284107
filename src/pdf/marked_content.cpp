#include "pdf/marked_content.h"

#include "pdf/value.h"

namespace huozi::pdf {

void MarkedContent::begin(uint32_t slot, Artifact kind) {
  const bool marked = slot != kArtifact ? is_tagged() : is_tagged() || kind != Artifact::layout;
  if (open_ && marked && slot == slot_ && (slot != kArtifact || kind == kind_)) return;
  end();
  if (!marked) return;
  if (slot == kArtifact) {
    constexpr std::string_view kTypes[] = {"Pagination", "Layout", "Page"};
    out_.append("/Artifact<</Type/").append(kTypes[static_cast<size_t>(kind)]).append(">>BDC\n");
  } else {
    out_ += '/';
    out_ += tree_->tags()[tree_->owner(slot)].type;
    out_ += "<</MCID " + std::to_string(slots_.size()) + ">>BDC\n";
    slots_.push_back(slot);
  }
  open_ = true;
  slot_ = slot;
  kind_ = kind;
}

void MarkedContent::end() {
  if (open_) out_ += "EMC\n";
  open_ = false;
}

void MarkedContent::begin_span(uint32_t slot, Artifact kind, std::string_view text) {
  std::string properties;
  if (!is_tagged() || slot == kArtifact) {
    begin(slot, kind);
  } else {
    end();
    properties = "/MCID " + std::to_string(slots_.size());
    slots_.push_back(slot);
  }
  out_ += "/Span<<" + properties + "/ActualText";
  append_literal(out_, "\xFE\xFF" + utf16be(text));
  out_ += ">>BDC\n";
}

void MarkedContent::end_span() {
  out_ += "EMC\n";
}

}  // namespace huozi::pdf
