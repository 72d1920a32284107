#include "pdf/page_label.h"

#include <algorithm>
#include <cctype>

#include "base/roman.h"

namespace huozi::pdf {
namespace {

struct Label {
  char style = '\0';  // D, r, R as in PDF; NUL: only a prefix
  int64_t number = 0;
};

// The number a lower-case roman numeral spells, or 0 when it is not in its one regular form.
int64_t read_roman(const std::string& text) {
  const auto value_of = [](char c) -> int64_t {
    switch (c) {
      case 'i':
        return 1;
      case 'v':
        return 5;
      case 'x':
        return 10;
      case 'l':
        return 50;
      case 'c':
        return 100;
      case 'd':
        return 500;
      case 'm':
        return 1000;
      default:
        return 0;
    }
  };
  if (text.empty() || text.size() > 15) return 0;
  int64_t sum = 0;
  for (size_t i = 0; i < text.size(); ++i) {
    const int64_t value = value_of(text[i]), next = i + 1 < text.size() ? value_of(text[i + 1]) : 0;
    sum += value < next ? -value : value;
  }
  return sum > 0 && sum <= base::kLargestRoman && base::roman(sum) == text ? sum : 0;
}

Label read_label(const std::string& text) {
  const bool digits = std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
  if (digits && !text.empty() && text.size() <= 9 && text.front() != '0') return {'D', std::stoll(text)};
  if (const int64_t number = read_roman(text)) return {'r', number};
  std::string lower = text;
  for (char& c : lower) {
    if (c >= 'a' && c <= 'z') return {};
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  if (const int64_t number = read_roman(lower)) return {'R', number};
  return {};
}

}  // namespace

Dict page_labels(const std::vector<layout::Page>& pages) {
  Array numbers;
  Label before;
  for (size_t i = 0; i < pages.size(); ++i) {
    const Label label = read_label(pages[i].label);
    const bool continues =
        i > 0 && label.style == before.style &&
        (label.style == '\0' ? pages[i].label == pages[i - 1].label : label.number == before.number + 1);
    before = label;
    if (continues) continue;
    Dict range;
    if (label.style == '\0') {
      range.add("P", Val::text(pages[i].label));
    } else {
      range.add("S", Val::name(std::string(1, label.style))).add("St", label.number);
    }
    numbers.add(static_cast<int64_t>(i)).add(range);
  }
  return Dict().add("Nums", numbers);
}

}  // namespace huozi::pdf
