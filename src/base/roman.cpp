#include "base/roman.h"

#include <array>
#include <string_view>

namespace huozi::base {

std::string roman(int64_t number) {
  struct Step {
    int64_t value;
    std::string_view letters;
  };
  constexpr std::array<Step, 13> kSteps{{{1000, "m"},
                                         {900, "cm"},
                                         {500, "d"},
                                         {400, "cd"},
                                         {100, "c"},
                                         {90, "xc"},
                                         {50, "l"},
                                         {40, "xl"},
                                         {10, "x"},
                                         {9, "ix"},
                                         {5, "v"},
                                         {4, "iv"},
                                         {1, "i"}}};
  if (number < 1 || number > kLargestRoman) return {};
  std::string out;
  for (const Step& step : kSteps) {
    for (; number >= step.value; number -= step.value) out += step.letters;
  }
  return out;
}

}  // namespace huozi::base
