// Where a line may break: between which clusters, at the four levels of CLREQ 3.1.4 (none, basic, GB, strict) as CSS
// `line-break: anywhere | loose | normal | strict`. Own class table with the overlay of GB/T 15834 5.1; Latin text
// after UAX #14.
#pragma once

#include <vector>

#include "text/shaper.h"

namespace huozi::text {

enum class BreakLevel { strict, normal, loose, anywhere };

// last_resort: within a web address, between its joints.
enum class BreakKind : uint8_t { forbidden, last_resort, allowed, forced };

// result[i]: the break before cluster i; result[0] is forbidden. Same size as `clusters`.
std::vector<BreakKind> break_opportunities(const std::vector<Cluster>& clusters, BreakLevel level);

}  // namespace huozi::text
