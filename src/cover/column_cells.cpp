#include <algorithm>
#include <array>

#include "base/utf8.h"
#include "cover/panel.h"

namespace huozi::cover {
namespace {

struct Pair {
  char32_t horizontal, vertical;
};
// Unicode's own presentation forms (Vertical Forms, CJK Compatibility Forms). CLREQ 3.1.2: quotation marks in vertical
// text are corner brackets.
constexpr std::array<Pair, 31> kForms = {{
    {U'（', U'︵'}, {U'）', U'︶'}, {U'《', U'︽'}, {U'》', U'︾'}, {U'〈', U'︿'}, {U'〉', U'﹀'}, {U'「', U'﹁'},
    {U'」', U'﹂'}, {U'『', U'﹃'}, {U'』', U'﹄'}, {U'【', U'︻'}, {U'】', U'︼'}, {U'〔', U'︹'}, {U'〕', U'︺'},
    {U'“', U'﹁'},  {U'”', U'﹂'},  {U'‘', U'﹃'},  {U'’', U'﹄'},  {U'—', U'︱'},  {U'…', U'︙'},  {U'，', U'︐'},
    {U'、', U'︑'}, {U'。', U'︒'}, {U'：', U'︓'}, {U'；', U'︔'}, {U'！', U'︕'}, {U'？', U'︖'}, {U'(', U'︵'},
    {U')', U'︶'},  {U'-', U'︱'},  {U'–', U'︱'},
}};

bool is_digit(char32_t c) {
  return c >= U'0' && c <= U'9';
}
bool is_blank(char32_t c) {
  return c == U' ' || c == U'　' || c == U'\u00A0';
}
// Marks that belong to the character before them: combining ones and variation selectors.
bool continues(char32_t c) {
  return (c >= 0x300 && c <= 0x36F) || (c >= 0xFE00 && c <= 0xFE0F) || (c >= 0xE0100 && c <= 0xE01EF);
}

}  // namespace

std::vector<std::string> column_cells(std::string_view text) {
  const std::u32string characters = base::to_utf32(text);
  std::vector<std::string> cells;
  for (size_t i = 0; i < characters.size(); ++i) {
    const char32_t c = characters[i];
    if (continues(c) && !cells.empty()) {
      base::append_utf8(cells.back(), c);
      continue;
    }
    if (is_blank(c)) {
      cells.emplace_back();
      continue;
    }
    if (is_digit(c)) {
      size_t end = i;
      while (end < characters.size() && is_digit(characters[end])) ++end;
      const size_t step = end - i == 2 ? 2 : 1;
      for (; i < end; i += step) cells.push_back(base::to_utf8(characters.substr(i, step)));
      --i;  // the loop's own step
      continue;
    }
    const auto form =
        std::find_if(kForms.begin(), kForms.end(), [&](const Pair& pair) { return pair.horizontal == c; });
    cells.push_back(base::to_utf8(std::u32string(1, form == kForms.end() ? c : form->vertical)));
  }
  return cells;
}

}  // namespace huozi::cover
