#include "print/signatures.h"

#include "support/catch.h"

using namespace huozi;

TEST_CASE("pages part into signatures of 16, and blanks fill the last", "[print]") {
  const auto figures = [](size_t pages, size_t size = print::kSignature) {
    const print::Signatures made = print::signatures_of(pages, size);
    return std::pair(made.count, made.blanks);
  };
  CHECK(figures(0) == std::pair<size_t, size_t>(0, 0));
  CHECK(figures(1) == std::pair<size_t, size_t>(1, 15));
  CHECK(figures(16) == std::pair<size_t, size_t>(1, 0));
  CHECK(figures(17) == std::pair<size_t, size_t>(2, 15));
  CHECK(figures(134) == std::pair<size_t, size_t>(9, 10));
  CHECK(figures(134, 4) == std::pair<size_t, size_t>(34, 2));
}

TEST_CASE("stapled sheets have four pages, and are counted as sheets", "[print]") {
  CHECK(print::signature_size(print::Binding::perfect) == 16);
  CHECK(print::signature_size(print::Binding::sewn) == 16);
  const print::Signatures sheets = print::signatures_of(7, print::signature_size(print::Binding::saddle));
  CHECK(sheets.size == 4);
  CHECK(sheets.count == 2);
  CHECK(sheets.blanks == 1);
}
