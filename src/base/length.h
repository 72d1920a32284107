// Length: a distance on the page as an integer, so that layout is the same on every machine.
// Unit: 1/65536 pt (pt = 1/72 inch). Range: +-1.4e14 pt. No floating point decides a break or a position.
#pragma once

#include <compare>
#include <cstdint>

namespace huozi::base {

class Length {
  __extension__ typedef __int128 Wide;

 public:
  static constexpr int64_t kUnitsPerPoint = 65536;

  constexpr Length() = default;
  static constexpr Length from_raw(int64_t raw) { return Length(raw); }
  static constexpr Length points(int64_t whole) { return Length(whole * kUnitsPerPoint); }
  // numerator/denominator pt, rounded to nearest. REQUIRES: denominator > 0.
  static constexpr Length ratio(int64_t numerator, int64_t denominator) {
    return points(1).scaled(numerator, denominator);
  }

  constexpr int64_t raw() const { return raw_; }
  // For messages and for formats that print decimals; never for decisions.
  constexpr double to_points() const { return static_cast<double>(raw_) / kUnitsPerPoint; }

  // this * numerator / denominator, rounded to nearest (halves away from zero). REQUIRES: denominator > 0.
  constexpr Length scaled(int64_t numerator, int64_t denominator) const {
    const int64_t half = denominator / 2;
    constexpr int64_t kNarrow = int64_t{1} << 62;
    int64_t narrow = 0;
    if (!__builtin_mul_overflow(raw_, numerator, &narrow) && narrow < kNarrow && narrow > -kNarrow && half < kNarrow) {
      return Length((narrow >= 0 ? narrow + half : narrow - half) / denominator);  // nearly always, and much faster
    }
    const Wide product = static_cast<Wide>(raw_) * numerator;
    return Length(static_cast<int64_t>((product >= 0 ? product + half : product - half) / denominator));
  }

  constexpr Length operator-() const { return Length(-raw_); }
  constexpr Length& operator+=(Length other) {
    raw_ += other.raw_;
    return *this;
  }
  constexpr Length& operator-=(Length other) {
    raw_ -= other.raw_;
    return *this;
  }
  friend constexpr Length operator+(Length a, Length b) { return Length(a.raw_ + b.raw_); }
  friend constexpr Length operator-(Length a, Length b) { return Length(a.raw_ - b.raw_); }
  friend constexpr Length operator*(Length a, int64_t n) { return Length(a.raw_ * n); }
  friend constexpr Length operator*(int64_t n, Length a) { return Length(a.raw_ * n); }
  friend constexpr Length operator/(Length a, int64_t n) { return Length(a.raw_ / n); }
  friend constexpr int64_t operator/(Length a, Length b) { return a.raw_ / b.raw_; }
  friend constexpr auto operator<=>(Length, Length) = default;

 private:
  constexpr explicit Length(int64_t raw) : raw_(raw) {}
  int64_t raw_ = 0;
};

// How many whole units fit at least / at most. REQUIRES: unit > 0, value >= 0.
constexpr int64_t units_up(Length value, Length unit) {
  return (value.raw() + unit.raw() - 1) / unit.raw();
}
constexpr int64_t units_down(Length value, Length unit) {
  return value.raw() / unit.raw();
}

}  // namespace huozi::base
