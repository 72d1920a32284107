#include "base/han.h"

#include <memory>
#include <string>

#include <unicode/translit.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>

#include "base/utf8.h"
#include "support/catch.h"

using namespace huozi::base;

namespace {

class Transform {
 public:
  explicit Transform(const char* id) {
    UErrorCode status = U_ZERO_ERROR;
    made_.reset(icu::Transliterator::createInstance(id, UTRANS_FORWARD, status));
    REQUIRE(U_SUCCESS(status));
  }
  std::string operator()(const std::string& text) const {
    icu::UnicodeString words = icu::UnicodeString::fromUTF8(text);
    made_->transliterate(words);
    std::string out;
    words.toUTF8String(out);
    return out;
  }

 private:
  std::unique_ptr<icu::Transliterator> made_;
};

std::string or_itself(std::string_view found, const std::string& character) {
  return found.empty() ? character : std::string(found);
}

}  // namespace

TEST_CASE("the tables say what ICU's transforms do") {
  const Transform reading("Han-Latin; NFD; [\\u0300\\u0301\\u0304\\u030C] Remove; NFC");
  const Transform surname("Han-Latin/Names; NFD; [\\u0300\\u0301\\u0304\\u030C] Remove; NFC");
  const Transform simplified("Traditional-Simplified"), traditional("Simplified-Traditional");
  std::string wrong;
  // Every seventh, and all of the commonest.
  for (char32_t c = 0x3005; c < 0x33000; c += c >= 0x4E00 && c < 0x9FFF ? 1 : 7) {
    if (!u_hasBinaryProperty(static_cast<UChar32>(c), UCHAR_IDEOGRAPHIC)) continue;
    std::string one;
    append_utf8(one, c);
    const bool same =
        or_itself(han_reading(c), one) == reading(one) && or_itself(surname_reading(c), one) == surname(one) &&
        or_itself(to_simplified(c), one) == simplified(one) && or_itself(to_traditional(c), one) == traditional(one);
    if (!same) wrong += one;
  }
  CHECK(wrong == "");
}

TEST_CASE("characters that no table has stay") {
  CHECK(han_reading(U'a').empty());
  CHECK(han_reading(0x10FFFF).empty());
  CHECK(to_simplified(U'山').empty());
  CHECK(to_simplified(U'書') == "书");
  CHECK(to_traditional(U'书') == "書");
  CHECK(surname_reading(U'单') == "shan");
  CHECK(han_reading(U'单') == "dan");
}
