#include "proof/names.h"

#include <algorithm>
#include <memory>

#include <unicode/translit.h>
#include <unicode/unistr.h>

#include "base/utf8.h"

namespace huozi::proof {
namespace {

constexpr size_t kShortest = 8;  // shorter ones differ in a character and are two
constexpr size_t kLongest = 40;
constexpr size_t kOften = 3;  // uses, and times as many as of the rare one

// Characters read alike, whatever their tones.
class Sounds {
 public:
  Sounds() {
    UErrorCode status = U_ZERO_ERROR;
    table_.reset(icu::Transliterator::createInstance("Han-Latin; Latin-ASCII", UTRANS_FORWARD, status));
    if (U_FAILURE(status)) table_.reset();
  }
  bool alike(char32_t a, char32_t b) const { return table_ && sound(a) == sound(b); }

 private:
  icu::UnicodeString sound(char32_t c) const {
    icu::UnicodeString text(static_cast<UChar32>(c));
    table_->transliterate(text);
    return text;
  }
  std::unique_ptr<icu::Transliterator> table_;
};

}  // namespace

bool tells_apart(char32_t c) {
  return is_latin(c) ||
         one_of(c, U"〇零一二三四五六七八九十百上中下前后東西南北东左右大小内外男女新旧甲乙丙丁省市县区乡镇村");
}

void Names::add(const Stretch& text, size_t article) {
  for (size_t i = 0; i < text.text.size(); ++i) {
    if (text.at(i) != U'《') continue;
    size_t end = i + 1;
    while (end - i <= kLongest && is_han(text.at(end))) ++end;
    if (text.at(end) != U'》' || end - i - 1 < kShortest) continue;
    names_[text.text.substr(i + 1, end - i - 1)].emplace_back(article, text.span(i + 1, end));
  }
}

void Names::check(std::vector<Findings>& out) const {
  // Names that differ in one character are alike without it.
  std::map<std::pair<size_t, std::u32string>, std::vector<decltype(names_)::const_pointer>> near;
  for (const auto& name : names_) {
    for (size_t i = 0; i < name.first.size(); ++i) {
      std::u32string rest = name.first;
      rest.erase(i, 1);
      near[{i, std::move(rest)}].push_back(&name);
    }
  }
  std::unique_ptr<Sounds> sounds;  // slow to make
  for (const auto& [gap, alike] : near) {
    if (alike.size() < 2) continue;
    const auto fewer = [](const auto* a, const auto* b) { return a->second.size() < b->second.size(); };
    const auto& [usual, uses] = **std::max_element(alike.begin(), alike.end(), fewer);
    for (const auto* rare : alike) {
      const auto& [words, places] = *rare;
      if (places.size() * kOften > uses.size()) continue;
      const char32_t here = words[gap.first];
      const char32_t there = usual[gap.first];
      if (!sounds) sounds = std::make_unique<Sounds>();
      if (tells_apart(here) || tells_apart(there) || !sounds->alike(here, there)) continue;
      for (const auto& [article, span] : places) {
        out[article].push_back({"proof.s04", span, {base::to_utf8(words), base::to_utf8(usual)}, {}});
      }
    }
  }
}

}  // namespace huozi::proof
