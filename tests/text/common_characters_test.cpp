#include "text/common_characters.h"

#include "support/catch.h"

using huozi::text::is_common;

TEST_CASE("what every device's fonts have is common") {
  for (const char32_t c : U"a1é§·—…“”，。《》㈠①⑳℃№←○●□■★〇一龥臺灣ㄅかカ한Ωж￥ǎ⒈Ⅻ😀︙") {
    INFO(static_cast<uint32_t>(c));
    CHECK(is_common(c));
  }
  CHECK(is_common(U'\t'));
  CHECK(is_common(U'\u200B'));
  CHECK(is_common(U'\uFE0F'));
  CHECK(is_common(U'\U000E0100'));
}

TEST_CASE("extensions, private use, phonetic letters and rare symbols are not") {
  for (const char32_t c :
       {U'㐀', U'䶵', U'\U00020000', U'𠮷', U'\U0002A6D6', U'\U0002B740', U'\U00030000', U'\U000323AF', U'\uE000',
        U'\uF8FF', U'\U000F0000', U'ə', U'ʃ', U'⁷', U'♜', U'\uF900', U'ꀀ', U'㋿'}) {
    INFO(static_cast<uint32_t>(c));
    CHECK_FALSE(is_common(c));
  }
}

TEST_CASE("the ideographs of the first Unicode are common, those added later are not") {
  CHECK(is_common(0x4E00));
  CHECK(is_common(0x9FA5));
  CHECK_FALSE(is_common(0x9FA6));
}
