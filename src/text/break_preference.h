// Where a line may break but had better not: within 第3章, 2022年3月1日, 25岁, 图1-2, 公元前221年. Preferences only,
// which a tight line overrules. Not here: where it may not break at all (text/break_opportunity).
#pragma once

#include <cstdint>
#include <vector>

#include "text/shaper.h"

namespace huozi::text {

struct UnwelcomeBreak {
  uint32_t before = 0;  // the cluster
  uint32_t gap = 0;     // as bad as gaps between characters so many thousandths of an em wide
};

// In no order; places where no break is possible may be among them.
std::vector<UnwelcomeBreak> unwelcome_breaks(const std::vector<Cluster>& clusters);

}  // namespace huozi::text
