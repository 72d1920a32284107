// Chapters that are hard to break into pages, made by rule and always the same: notes long and short, many on a page, a
// heading every page or two, lists, quotations, tables, figures, code. Header only.
#pragma once

#include <string>

#include "bench/mixed_text.h"

namespace huozi::bench {

class PagedText {
 public:
  // Markdown without front matter; `figure`: the file that its figures show.
  std::string chapter(const std::string& figure) {
    std::string out;
    notes_.clear();
    for (int block = 0; block < 80; ++block) {
      if (block % 9 == 5) out += "## " + text_.title() + "\n\n";
      if (block % 27 == 6) out += "### " + text_.title() + "\n\n";
      const uint32_t kind = text_.pick(30);
      if (kind == 0) {
        out +=
            "<figure><img src=\"" + figure + "\" alt=\"\"><figcaption>" + text_.title() + "</figcaption></figure>\n\n";
      } else if (kind == 1) {
        table(out);
      } else if (kind == 2 || kind == 3) {
        for (uint32_t k = 0; k < 3 + text_.pick(5); ++k) out += "- " + text_.paragraph(10 + text_.pick(70)) + "\n";
        out += "\n";
      } else if (kind == 4 || kind == 5) {
        for (uint32_t k = 0; k < 1 + text_.pick(2); ++k) out += "> " + noted(40 + text_.pick(120)) + "\n>\n";
        out += "\n";
      } else {
        out += noted(text_.length()) + "\n\n";
      }
    }
    return out + notes_;
  }

 private:
  // With the notes of nearly every other paragraph; one in forty of them is long.
  std::string noted(uint32_t length) {
    std::string out = text_.paragraph(length);
    const uint32_t kind = text_.pick(24);
    const uint32_t count = kind < 12 ? 0 : kind < 22 ? 1 : kind == 22 ? 2 : 5;
    for (uint32_t k = 0; k < count; ++k) {
      const std::string id = std::to_string(++note_);
      out += "[^" + id + "]";
      const uint32_t size = text_.pick(40) == 0 ? 200 + text_.pick(400) : 8 + text_.pick(70);
      notes_ += "[^" + id + "]: " + text_.paragraph(size) + "\n";
      if (k + 1 < count) out += text_.paragraph(12);
    }
    return out;
  }

  void table(std::string& out) {
    out += "| 名目 | 数目 | 说明 |\n|---|---|---|\n";
    for (uint32_t row = 0; row < 3 + text_.pick(12); ++row) {
      out += "| " + text_.title() + " | " + std::to_string(text_.pick(5000)) + " | " + text_.title() + " |\n";
    }
    out += "\n";
  }

  MixedText text_{7};
  std::string notes_;
  int note_ = 0;
};

}  // namespace huozi::bench
