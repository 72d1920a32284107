// Whether the paragraph under a picture is its caption, in percent. Inside edit/ only.
// Not here: the pairing (figures), where the credit begins (credit).
#pragma once

#include <string>

#include "document/node.h"

namespace huozi::edit {

struct CaptionJudgement {
  int confidence = 0;
  std::string reason;
};

// REQUIRES: the block stands right under a picture that has neither caption nor credit.
CaptionJudgement judge_caption(const document::Block& block);

// An image's title as a caption: words, no file name, not the article's own title.
bool title_is_caption(std::string_view title, std::string_view article_title);

}  // namespace huozi::edit
