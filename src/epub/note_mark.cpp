#include "epub/note_mark.h"

#include "base/utf8.h"

namespace huozi::epub {

std::string note_mark(uint32_t ordinal) {
  // Unicode keeps the circled numbers in three runs.
  char32_t circled = 0;
  if (ordinal >= 1 && ordinal <= 20) circled = U'①' + (ordinal - 1);
  if (ordinal >= 21 && ordinal <= 35) circled = U'㉑' + (ordinal - 21);
  if (ordinal >= 36 && ordinal <= 50) circled = U'㊱' + (ordinal - 36);
  if (circled == 0) return "[" + std::to_string(ordinal) + "]";
  std::string mark;
  base::append_utf8(mark, circled);
  return mark;
}

}  // namespace huozi::epub
