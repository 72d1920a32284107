#include <array>
#include <utility>

#include "base/utf8.h"
#include "proof/rules.h"

namespace huozi::proof {
namespace {

constexpr std::u32string_view kFalseZeros = U"○◯OＯ０0";

bool begins(const Stretch& text, size_t i, std::u32string_view words) {
  return std::u32string_view(text.text).substr(i, words.size()) == words;
}

// 2022年03月05日
void leading_zero(const Stretch& text, size_t i, Findings& out) {
  if (text.at(i) != U'0' || !is_digit(text.at(i + 1)) || text.at(i + 1) == U'0') return;
  const char32_t unit = text.at(i + 2);
  const bool month = unit == U'月' && i >= 2 && text.before(i) == U'年' && is_digit(text.at(i - 2));
  const bool day = unit == U'日' && i >= 2 && text.before(i) == U'月' && is_digit(text.at(i - 2));
  if (month || day)
    report(out, text, "proof.n01", i, i + 3, {text.words(i, i + 3), text.words(i + 1, i + 3)},
           text.words(i + 1, i + 3));
}

// 二○二二
void false_zero(const Stretch& text, size_t i, Findings& out) {
  const auto part = [&](size_t at) { return is_chinese_digit(text.at(at)) || one_of(text.at(at), kFalseZeros); };
  if (!is_chinese_digit(text.at(i)) || (i > 0 && (part(i - 1) || is_latin(text.before(i))))) return;
  size_t end = i;
  std::u32string right;
  for (; part(end); ++end) right += is_chinese_digit(text.at(end)) ? text.at(end) : U'〇';
  if (end - i != 4 || right == text.text.substr(i, 4) || text.at(end) != U'年') return;
  report(out, text, "proof.n01", i, end, {text.words(i, end), base::to_utf8(right)}, base::to_utf8(right));
}

// 约三十人左右. In 节约, 条约 and their like 约 says something else.
void twice_about(const Stretch& text, size_t i, Findings& out) {
  constexpr std::u32string_view kNumerals = U"0123456789一二三四五六七八九十百千万亿两几半.";
  const char32_t before = text.before(i);
  if (text.at(i) != U'约' || (is_han(before) && !one_of(before, U"大在有为达需用花重长高宽距是共了离"))) return;
  size_t end = i + 1;
  while (one_of(text.at(end), kNumerals) && end < text.text.size()) ++end;
  if (end == i + 1) return;
  for (size_t last = end + 4; end <= last && end < text.text.size(); ++end) {
    if (begins(text, end, U"左右")) {
      report(out, text, "proof.n02", i, end + 2, {text.words(i, end + 2)});
      return;
    }
    if (!is_han(text.at(end)) && !is_latin(text.at(end))) return;
  }
}

void digits_in_phrases(const Stretch& text, size_t i, Findings& out) {
  constexpr std::array<std::pair<std::u32string_view, std::u32string_view>, 12> kPhrases = {
      {{U"3心2意", U"三心二意"},
       {U"1心1意", U"一心一意"},
       {U"5湖4海", U"五湖四海"},
       {U"7上8下", U"七上八下"},
       {U"4面8方", U"四面八方"},
       {U"1帆风顺", U"一帆风顺"},
       {U"3番5次", U"三番五次"},
       {U"9牛1毛", U"九牛一毛"},
       {U"5颜6色", U"五颜六色"},
       {U"4通8达", U"四通八达"},
       {U"10全10美", U"十全十美"},
       {U"1举两得", U"一举两得"}}};
  for (const auto& [wrong, right] : kPhrases) {
    if (begins(text, i, wrong) && !is_latin(text.before(i))) {
      report(out, text, "proof.n03", i, i + wrong.size(),
             {text.words(i, i + wrong.size()), base::to_utf8(std::u32string(right))},
             base::to_utf8(std::u32string(right)));
      return;
    }
  }
  if (!begins(text, i, U"星期") || text.at(i + 2) < U'1' || text.at(i + 2) > U'6') return;
  const char32_t after = text.at(i + 3);
  if (is_latin(after) || one_of(after, U".-–—～~至到、/")) return;
  constexpr std::u32string_view kDays = U"一二三四五六";
  const std::u32string right = U"星期" + std::u32string(1, kDays[text.at(i + 2) - U'1']);
  report(out, text, "proof.n03", i, i + 3, {text.words(i, i + 3), base::to_utf8(right)}, base::to_utf8(right));
}

bool is_wide(char32_t c) {
  return (c >= 0xFF10 && c <= 0xFF19) || (c >= 0xFF21 && c <= 0xFF3A) || (c >= 0xFF41 && c <= 0xFF5A);
}

void wide_forms(const Stretch& text, size_t i, Findings& out) {
  if (!is_wide(text.at(i)) || is_wide(text.before(i))) return;
  std::u32string right;
  size_t end = i;
  for (; is_wide(text.at(end)); ++end) right += text.at(end) - 0xFEE0;
  // Within a false year of ideographs N01 speaks.
  if (is_chinese_digit(text.before(i)) && is_chinese_digit(text.at(end))) return;
  report(out, text, "proof.n04", i, end, {text.words(i, end), base::to_utf8(right)}, base::to_utf8(right));
}

}  // namespace

void check_numbers(const Stretch& text, Findings& out) {
  for (size_t i = 0; i < text.text.size(); ++i) {
    leading_zero(text, i, out);
    false_zero(text, i, out);
    twice_about(text, i, out);
    digits_in_phrases(text, i, out);
    wide_forms(text, i, out);
  }
}

}  // namespace huozi::proof
