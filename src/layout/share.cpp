#include "layout/share.h"

#include <cstddef>

namespace huozi::layout {

void share(Length total, const std::vector<Length>& weights, std::vector<Length>& gaps, int sign) {
  Length sum;
  for (const Length w : weights) sum += w;
  if (sum <= Length()) return;
  Length seen;
  Length given;
  for (std::size_t k = 0; k < weights.size(); ++k) {
    seen += weights[k];
    const Length due = total.scaled(seen.raw(), sum.raw());
    gaps[k] += (due - given) * sign;
    given = due;
  }
}

}  // namespace huozi::layout
