#include "index/page_ranges.h"

#include "support/catch.h"

using namespace huozi;
using document::Folio;
using document::NodeId;

namespace {

NodeId place(uint32_t ordinal) {
  return {0, ordinal};
}

// Places 1, 2, 3 ... on these pages of the body; negative: of front matter; 0: on none.
std::string ranges(std::initializer_list<int> pages) {
  document::Folios folios;
  std::vector<NodeId> places;
  for (const int page : pages) {
    const NodeId node = place(static_cast<uint32_t>(places.size() + 1));
    places.push_back(node);
    if (page > 0) folios[node] = Folio{false, page, std::to_string(page)};
    if (page < 0) folios[node] = Folio{true, -page, std::string(static_cast<size_t>(-page), 'i')};
  }
  std::string out;
  for (const index::PageRange& range : index::page_ranges(places, folios)) {
    out += (out.empty() ? "" : ", ") + range.label + "@" + std::to_string(range.first.ordinal);
  }
  return out;
}

}  // namespace

TEST_CASE("pages that follow each other are one range", "[index]") {
  CHECK(ranges({3}) == "3@1");
  CHECK(ranges({3, 5, 6, 7, 9}) == "3@1, 5–7@2, 9@5");
  CHECK(ranges({5, 6}) == "5–6@1");
}

TEST_CASE("a page with several places counts once, and leads to the first of them", "[index]") {
  CHECK(ranges({3, 3, 3}) == "3@1");
  CHECK(ranges({3, 3, 4, 4, 6}) == "3–4@1, 6@5");
}

TEST_CASE("pages ascend whatever the order of the places", "[index]") {
  CHECK(ranges({9, 2, 1}) == "1–2@3, 9@1");
}

TEST_CASE("front matter's pages come first and run into no others", "[index]") {
  CHECK(ranges({1, -1, -2, 2}) == "i–ii@2, 1–2@1");
}

TEST_CASE("what stands on no page is left out", "[index]") {
  CHECK(ranges({0}).empty());
  CHECK(ranges({4, 0, 5}) == "4–5@1");
}
