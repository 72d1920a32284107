#include "base/ascii.h"

namespace huozi::base {

std::string lower(std::string_view text) {
  std::string out(text);
  for (char& c : out) c = lower(c);
  return out;
}

}  // namespace huozi::base
