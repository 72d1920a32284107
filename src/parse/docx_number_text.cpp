#include "parse/docx_number_text.h"

#include <array>

#include "base/roman.h"
#include "base/utf8.h"

namespace huozi::parse {
namespace {

constexpr std::u32string_view kDigits = U"〇一二三四五六七八九";
constexpr std::u32string_view kUnits = U"十百千";
constexpr std::u32string_view kFormalDigits = U"零壹贰叁肆伍陆柒捌玖";
constexpr std::u32string_view kFormalUnits = U"拾佰仟";
constexpr std::u32string_view kTraditionalFormalDigits = U"零壹貳參肆伍陸柒捌玖";
constexpr std::u32string_view kStems = U"甲乙丙丁戊己庚辛壬癸";
constexpr std::u32string_view kBranches = U"子丑寅卯辰巳午未申酉戌亥";

// 1 to 9999: 二十三, 一百零五. `short_ten`: ten to nineteen begin with the ten.
std::string with_units(int64_t value, std::u32string_view digits, std::u32string_view units, bool short_ten) {
  if (value < 1 || value > 9999) return {};
  std::u32string out;
  bool zero = false;
  int64_t unit = 1000;
  for (int place = 3; place >= 0; --place, unit /= 10) {
    const auto digit = static_cast<size_t>(value / unit % 10);
    if (digit == 0) {
      zero = !out.empty();
      continue;
    }
    if (zero) out += U'零';
    zero = false;
    if (!(short_ten && place == 1 && digit == 1 && out.empty())) out += digits[digit];
    if (place > 0) out += units[static_cast<size_t>(place) - 1];
  }
  return base::to_utf8(out);
}

std::string digit_by_digit(int64_t value, std::u32string_view digits) {
  if (value < 0) return {};
  std::u32string out;
  for (const char c : std::to_string(value)) out += digits[static_cast<size_t>(c - '0')];
  return base::to_utf8(out);
}

std::string one_of(int64_t value, std::u32string_view characters) {
  if (value < 1 || value > static_cast<int64_t>(characters.size())) return {};
  return base::to_utf8(characters.substr(static_cast<size_t>(value) - 1, 1));
}

// ① to ㊿.
std::string circled(int64_t value) {
  std::string out;
  if (value >= 1 && value <= 20) base::append_utf8(out, static_cast<char32_t>(0x2460 + value - 1));
  if (value >= 21 && value <= 35) base::append_utf8(out, static_cast<char32_t>(0x3251 + value - 21));
  if (value >= 36 && value <= 50) base::append_utf8(out, static_cast<char32_t>(0x32B1 + value - 36));
  return out;
}

// a to z, then aa, bb ... as Word does.
std::string letters(int64_t value, char first) {
  if (value < 1 || value > 26 * 8) return {};
  return std::string(static_cast<size_t>((value - 1) / 26 + 1), static_cast<char>(first + (value - 1) % 26));
}

std::string roman(int64_t value, bool capital) {
  std::string out = base::roman(value);
  for (char& c : out) c = capital ? static_cast<char>(c - 'a' + 'A') : c;
  return out;
}

std::string written(std::string_view format, int64_t value) {
  if (format == "lowerLetter") return letters(value, 'a');
  if (format == "upperLetter") return letters(value, 'A');
  if (format == "lowerRoman") return roman(value, false);
  if (format == "upperRoman") return roman(value, true);
  if (format == "decimalZero" && value >= 0 && value < 10) return '0' + std::to_string(value);
  if (format == "chineseCounting" || format == "chineseCountingThousand" || format == "japaneseCounting" ||
      format == "taiwaneseCounting" || format == "taiwaneseCountingThousand") {
    return with_units(value, kDigits, kUnits, true);
  }
  if (format == "ideographDigital" || format == "taiwaneseDigital" || format == "japaneseDigitalTenThousand") {
    return digit_by_digit(value, kDigits);
  }
  if (format == "chineseLegalSimplified") return with_units(value, kFormalDigits, kFormalUnits, false);
  if (format == "ideographLegalTraditional") {
    return with_units(value, kTraditionalFormalDigits, kFormalUnits, false);
  }
  if (format == "ideographTraditional") return one_of(value, kStems);
  if (format == "ideographZodiac") return one_of(value, kBranches);
  if (format.starts_with("decimalEnclosedCircle") || format == "ideographEnclosedCircle") {
    return format == "ideographEnclosedCircle" ? one_of(value, U"㊀㊁㊂㊃㊄㊅㊆㊇㊈㊉") : circled(value);
  }
  if (format.starts_with("decimalFullWidth")) return digit_by_digit(value, U"０１２３４５６７８９");
  if (format == "decimalEnclosedFullstop") return one_of(value, U"⒈⒉⒊⒋⒌⒍⒎⒏⒐⒑⒒⒓⒔⒕⒖⒗⒘⒙⒚⒛");
  if (format == "decimalEnclosedParen") return one_of(value, U"⑴⑵⑶⑷⑸⑹⑺⑻⑼⑽⑾⑿⒀⒁⒂⒃⒄⒅⒆⒇");
  return {};
}

}  // namespace

std::string number_text(std::string_view format, int64_t value) {
  if (format == "none") return {};
  const std::string out = written(format, value);
  return out.empty() ? std::to_string(value) : out;
}

}  // namespace huozi::parse
