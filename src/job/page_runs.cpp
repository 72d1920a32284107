#include "job/facts.h"

namespace huozi::job {

std::vector<PageRun> runs_of(const std::vector<bool>& marked, const std::vector<std::string>& labels) {
  std::vector<PageRun> out;
  for (size_t i = 0; i < marked.size(); ++i) {
    if (!marked[i]) continue;
    if (out.empty() || out.back().last != i) out.push_back({i + 1, i, labels[i], {}});
    out.back().last = i + 1;
    out.back().last_label = labels[i];
  }
  return out;
}

}  // namespace huozi::job
