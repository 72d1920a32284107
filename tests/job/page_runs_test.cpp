#include "job/facts.h"
#include "support/catch.h"

using namespace huozi;

namespace {

// "1-2 ii-1, 4-4 3-3"
std::string runs(const std::vector<bool>& marked, const std::vector<std::string>& labels) {
  std::string out;
  for (const job::PageRun& run : job::runs_of(marked, labels)) {
    out += (out.empty() ? "" : ", ") + std::to_string(run.first) + "-" + std::to_string(run.last) + " " +
           run.first_label + "-" + run.last_label;
  }
  return out;
}

}  // namespace

TEST_CASE("pages in colour that follow each other are one run, told by number and by label", "[job]") {
  const std::vector<std::string> labels = {"i", "ii", "1", "2", "3"};
  CHECK(runs({false, false, false, false, false}, labels) == "");
  CHECK(runs({true, true, true, true, true}, labels) == "1-5 i-3");
  CHECK(runs({false, true, true, false, true}, labels) == "2-3 ii-1, 5-5 3-3");
  CHECK(runs({true, false, false, true, false}, labels) == "1-1 i-i, 4-4 2-2");
  CHECK(runs({}, {}) == "");
}
