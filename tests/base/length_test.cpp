#include "base/length.h"

#include "support/catch.h"

using huozi::base::Length;
using huozi::base::units_down;
using huozi::base::units_up;

TEST_CASE("a point is 65536 units", "[length]") {
  CHECK(Length::points(3).raw() == 3 * 65536);
  CHECK(Length::points(-2).to_points() == -2.0);
  CHECK(Length().raw() == 0);
}

TEST_CASE("scaling rounds to the nearest unit, halves away from zero, alike on both sides of zero", "[length]") {
  const auto scaled = [](int64_t raw, int64_t n, int64_t d) { return Length::from_raw(raw).scaled(n, d).raw(); };
  CHECK(scaled(1, 1, 3) == 0);
  CHECK(scaled(2, 1, 3) == 1);
  CHECK(scaled(1, 1, 2) == 1);
  CHECK(scaled(3, 1, 2) == 2);
  CHECK(scaled(-1, 1, 3) == 0);
  CHECK(scaled(-2, 1, 3) == -1);
  CHECK(scaled(-1, 1, 2) == -1);
  CHECK(scaled(3, -1, 2) == -2);
  CHECK(scaled(7, 0, 5) == 0);
}

TEST_CASE("scaling does not overflow between the product and the quotient", "[length]") {
  const Length wide = Length::points(100'000'000'000'000);
  CHECK(wide.scaled(1'000'000'000, 1'000'000'000) == wide);
  CHECK((-wide).scaled(999'999'999, 999'999'999) == -wide);
}

TEST_CASE("a ratio is a fraction of a point", "[length]") {
  CHECK(Length::ratio(21, 2).to_points() == 10.5);
  CHECK(Length::ratio(1, 3).raw() == 21845);
  CHECK(Length::ratio(2, 3).raw() == 43691);
  CHECK(Length::ratio(-2, 3).raw() == -43691);
}

TEST_CASE("arithmetic and order are those of the integers", "[length]") {
  const Length a = Length::from_raw(7);
  const Length b = Length::from_raw(-3);
  CHECK((a + b).raw() == 4);
  CHECK((a - b).raw() == 10);
  CHECK((a * 3).raw() == 21);
  CHECK((3 * b).raw() == -9);
  CHECK((a / 2).raw() == 3);
  CHECK(a / Length::from_raw(2) == 3);
  CHECK(b < Length());
  CHECK(-b > Length());
  Length sum = a;
  sum += b;
  sum -= a;
  CHECK(sum == b);
}

TEST_CASE("whole units are counted from below and from above", "[length]") {
  const Length unit = Length::points(10);
  CHECK(units_down(Length::points(29), unit) == 2);
  CHECK(units_up(Length::points(29), unit) == 3);
  CHECK(units_down(Length::points(30), unit) == 3);
  CHECK(units_up(Length::points(30), unit) == 3);
  CHECK(units_up(Length(), unit) == 0);
}
