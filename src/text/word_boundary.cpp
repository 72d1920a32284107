#include "text/word_boundary.h"

#include <unicode/ubrk.h>
#include <unicode/utext.h>

#include <memory>
#include <string>

namespace huozi::text {

std::vector<uint32_t> word_boundaries(std::string_view text, std::string_view language) {
  std::vector<uint32_t> result;
  UErrorCode error = U_ZERO_ERROR;
  const std::string locale(language);
  const std::unique_ptr<UBreakIterator, decltype(&ubrk_close)> words(
      ubrk_open(UBRK_WORD, locale.c_str(), nullptr, 0, &error), ubrk_close);
  const std::unique_ptr<UText, decltype(&utext_close)> source(
      utext_openUTF8(nullptr, text.data(), static_cast<int64_t>(text.size()), &error), utext_close);
  if (U_SUCCESS(error)) ubrk_setUText(words.get(), source.get(), &error);
  if (U_FAILURE(error)) return {0, static_cast<uint32_t>(text.size())};
  for (int32_t at = ubrk_first(words.get()); at != UBRK_DONE; at = ubrk_next(words.get())) {
    result.push_back(static_cast<uint32_t>(at));
  }
  return result;
}

}  // namespace huozi::text
