#include "text/hyphenation.h"

#include <string>

#include "base/parallel.h"
#include "support/catch.h"

using namespace huozi;

namespace {

// The word with - at its points.
std::string divided(std::string_view word, std::string_view language = "en") {
  std::string out;
  size_t begin = 0;
  for (const uint32_t point : text::hyphenation_points(word, language)) {
    out += std::string(word.substr(begin, point - begin)) + '-';
    begin = point;
  }
  return out + std::string(word.substr(begin));
}

}  // namespace

TEST_CASE("words are divided after their language's patterns") {
  CHECK(divided("hyphenation") == "hy-phen-ation");
  CHECK(divided("representative") == "rep-re-sen-ta-tive");
  CHECK(divided("Verfassungsgericht", "de") == "Ver-fas-sungs-ge-richt");
  CHECK(divided("gouvernement", "fr") == "gou-ver-ne-ment");
  CHECK(divided("gobierno", "es") == "go-bierno");
  CHECK(divided("governo", "it") == "go-ver-no");
}

TEST_CASE("the dictionary's encoding does not matter") {
  CHECK(divided("Übergänge", "de") == "Über-gän-ge");            // ISO 8859-1
  CHECK(divided("правительство", "ru") == "пра-ви-тельство");    // KOI8-R
  CHECK(divided("développement", "fr") == "dé-ve-lop-pe-ment");  // UTF-8
  CHECK(divided("правительство", "de") == "правительство");      // letters its encoding lacks
}

TEST_CASE("the nearest dictionary of a language serves") {
  for (const char* language : {"en-US", "EN-us", "en-Latn-US", "en-x-private", "en-NZ-oxendict"}) {
    INFO(language);
    CHECK(divided("hyphenation", language) == "hy-phen-ation");
  }
  // British and American words are not divided alike.
  CHECK(divided("photography", "en-GB") != divided("photography", "en-US"));
  CHECK(divided("photography", "en") == divided("photography", "en-US"));
  CHECK(divided("Verfassung", "de-CH-1996") == "Ver-fas-sung");
  CHECK(divided("gobierno", "es-419") == "go-bierno");
}

TEST_CASE("a language without a dictionary divides nothing, nor does what is no language") {
  for (const char* language : {"tlh", "../en_US", "en_US", "e", "-", "en-", "en--US", "aaaaaaaaaaaaaaaaaaaa"}) {
    INFO(language);
    CHECK(divided("representative", language) == "representative");
  }
}

TEST_CASE("Latin words of Chinese, Japanese and Korean text are English") {
  for (const char* language : {"zh-Hans", "zh-Hant-TW", "zh", "ja", "ko-KR", "yue", ""}) {
    INFO(language);
    CHECK(divided("hyphenation", language) == "hy-phen-ation");
    CHECK(divided("правительство", language) == "правительство");
  }
}

TEST_CASE("two letters stand before a division, in English three after it") {
  CHECK(divided("about") == "about");
  CHECK(divided("ready") == "ready");
  CHECK(divided("leader") == "leader");
  CHECK(divided("leaders") == "lead-ers");
}

TEST_CASE("short words, abbreviations, and words with other characters stay whole") {
  for (const char* word :
       {"very", "into", "UNESCO", "LaTeX", "internationalizationX", "iPhones", "naïve2000", "HTML5", "hyphen-ation",
        "hyphen.ation", "e\u0301tablissement", "hyphen\u00ADation", "", "'", "’’’’’’"}) {
    INFO(word);
    CHECK(divided(word) == word);
  }
  CHECK(divided("Hyphenation") == "Hy-phen-ation");
  CHECK(divided(std::string(5'000, 'a')) == std::string(5'000, 'a'));
}

TEST_CASE("an apostrophe is within a word and no place to divide it") {
  CHECK(divided("government’s") == "gov-ern-ment’s");
  CHECK(divided("l’administration", "fr") == "l’ad-mi-nis-tra-tion");
  CHECK(divided("l'administration", "fr") == "l'ad-mi-nis-tra-tion");
}

TEST_CASE("many threads may ask at once") {
  constexpr const char* kLanguages[] = {"en-US", "en-GB", "de", "fr", "es", "it", "ru"};
  const std::string alone = divided("representative", "en-US");
  const auto results = base::parallel_map(
      64, 8, [&](size_t i) { return divided("representative", kLanguages[i % std::size(kLanguages)]); });
  for (size_t i = 0; i < results.size(); i += std::size(kLanguages)) CHECK(results[i] == alone);
}
