// Levels below the article's title: the first is 2, a lower heading is one level below the one it stands under.
#include <algorithm>

#include "document/walk.h"
#include "edit/pass.h"

namespace huozi::edit {

void level_headings(Pass& pass) {
  constexpr int kLowest = 6;
  std::vector<int> above;  // levels as written, of the headings the next one may stand under
  document::for_each_block(
      pass.document.blocks,
      [&](document::Block& block) {
        auto* heading = std::get_if<document::Heading>(&block.content);
        if (heading == nullptr) return;
        const int written = heading->level;
        while (!above.empty() && above.back() >= written) above.pop_back();
        if (!above.empty() && written > above.back() + 1) {
          pass.diagnostics.report("heading.skipped-level", block.info.span,
                                  {std::to_string(above.back()), std::to_string(written)});
        }
        above.push_back(written);
        heading->level = std::min(kLowest, 1 + static_cast<int>(above.size()));
      },
      document::Notes::skip);
}

}  // namespace huozi::edit
