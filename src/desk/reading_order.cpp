#include "desk/reading_order.h"

#include <algorithm>

namespace huozi::desk {

std::vector<source::Diagnostic> in_reading_order(const source::Diagnostics& diagnostics) {
  std::vector<source::Diagnostic> out = diagnostics.items();
  static_assert(source::kNoFile == UINT32_MAX);
  std::stable_sort(out.begin(), out.end(), [](const source::Diagnostic& a, const source::Diagnostic& b) {
    return std::tie(a.span.file, a.span.begin) < std::tie(b.span.file, b.span.begin);
  });
  return out;
}

FixTable::FixTable(const std::vector<proof::Finding>& findings) {
  for (const proof::Finding& each : findings) {
    if (each.fix) fixes_.try_emplace({each.rule, each.span.file, each.span.begin, each.span.end}, &*each.fix);
  }
}

const proof::Fix* FixTable::find(const source::Diagnostic& diagnostic) const {
  const source::Span& span = diagnostic.span;
  const auto found = fixes_.find({diagnostic.rule, span.file, span.begin, span.end});
  return found == fixes_.end() ? nullptr : found->second;
}

}  // namespace huozi::desk
