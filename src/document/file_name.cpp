#include "document/file_name.h"

#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>

#include "base/utf8.h"

namespace huozi::document {
namespace {

constexpr size_t kLongest = 80;

std::string composed(std::string_view text) {
  UErrorCode status = U_ZERO_ERROR;
  const icu::Normalizer2* nfc = icu::Normalizer2::getNFCInstance(status);
  if (U_FAILURE(status)) return std::string(text);
  const icu::UnicodeString form =
      nfc->normalize(icu::UnicodeString::fromUTF8({text.data(), static_cast<int32_t>(text.size())}), status);
  std::string out;
  if (U_SUCCESS(status)) form.toUTF8String(out);
  return out;
}

bool means_something(char32_t cp) {
  const auto c = static_cast<UChar32>(cp);
  const auto category = static_cast<UCharCategory>(u_charType(c));
  return std::u32string_view(U"/\\:*?\"<>|#%&{}$!'`@+=\uFFFD").find(cp) != std::u32string_view::npos ||
         u_isUWhiteSpace(c) || category == U_CONTROL_CHAR || category == U_FORMAT_CHAR ||
         category == U_PRIVATE_USE_CHAR || category == U_UNASSIGNED || category == U_SURROGATE;
}

}  // namespace

std::string file_stem(std::string_view words) {
  // The form may be longer: what is cut is cut after it.
  const std::string text = composed(words.substr(0, 64 * kLongest));
  std::string out;
  bool gap = false;
  for (const auto item : base::CodePoints(text)) {
    if (means_something(item.code_point)) {
      gap = true;
      continue;
    }
    if (out.empty() && (item.code_point == '.' || item.code_point == '-')) continue;
    const bool hyphen = gap && !out.empty() && item.code_point != '-' && !out.ends_with('-');
    if (out.size() + item.length + hyphen > kLongest) break;
    if (hyphen) out += '-';
    gap = false;
    base::append_utf8(out, item.code_point);
  }
  while (out.ends_with('-') || out.ends_with('.')) out.pop_back();
  return out.empty() ? "article" : out;
}

}  // namespace huozi::document
