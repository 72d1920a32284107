#include "image/scale.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <deque>
#include <utility>

namespace huozi::image {
namespace {

constexpr int kWeightBits = 14;
constexpr int32_t kOne = 1 << kWeightBits;
constexpr int32_t kFullLight = 65'535;

// ---------------------------------------------------------------- light

struct Light {
  std::array<uint16_t, 256> of_sample{};
  std::array<uint8_t, kFullLight + 1> to_sample{};

  explicit Light(bool inks) {
    for (size_t i = 0; i < 256; ++i) {
      const double v = static_cast<double>(i) / 255;
      const double light = v <= 0.04045 ? v / 12.92 : std::pow((v + 0.055) / 1.055, 2.4);  // IEC 61966-2-1
      of_sample[i] = static_cast<uint16_t>(std::lround((inks ? v : light) * kFullLight));
    }
    // The sample whose light is nearest.
    size_t sample = 0;
    for (size_t light = 0; light <= kFullLight; ++light) {
      while (sample < 255 && light * 2 > size_t{of_sample[sample]} + of_sample[sample + 1]) ++sample;
      to_sample[light] = static_cast<uint8_t>(sample);
    }
  }
};

const Light& light_of(const Bitmap& bitmap) {
  static const Light light(false), inks(true);
  return bitmap.space == Space::cmyk ? inks : light;
}

int32_t clamped(int64_t weighted) {
  return static_cast<int32_t>(std::clamp<int64_t>((weighted + kOne / 2) >> kWeightBits, 0, kFullLight));
}

// ---------------------------------------------------------------- weights

// Which old pixels make a new one, and how much of each; the weights add up to kOne.
struct Taps {
  uint32_t first = 0;
  std::vector<int32_t> weights;
};

// Keys' cubic, a = -1/2: sharp, with little ringing.
double cubic(double x) {
  x = std::fabs(x);
  if (x < 1) return (1.5 * x - 2.5) * x * x + 1;
  return x < 2 ? ((-0.5 * x + 2.5) * x - 4) * x + 2 : 0;
}

std::vector<Taps> taps_of(uint32_t from, uint32_t to) {
  const double ratio = static_cast<double>(from) / to;
  std::vector<Taps> all(to);
  for (uint32_t i = 0; i < to; ++i) {
    const double center = (i + 0.5) * ratio - 0.5;
    const double first = std::max(0.0, std::ceil(center - 2 * ratio));
    const double last = std::min(from - 1.0, std::floor(center + 2 * ratio));
    std::vector<double> shares;
    double sum = 0;
    for (double j = first; j <= last; ++j) {
      shares.push_back(cubic((j - center) / ratio));
      sum += shares.back();
    }
    Taps& taps = all[i];
    taps.first = static_cast<uint32_t>(first);
    int32_t rest = kOne;
    for (const double share : shares) {
      taps.weights.push_back(static_cast<int32_t>(std::lround(share / sum * kOne)));
      rest -= taps.weights.back();
    }
    *std::max_element(taps.weights.begin(), taps.weights.end()) += rest;
  }
  return all;
}

// ---------------------------------------------------------------- rows

// Light of each channel, alpha multiplied in and last.
void to_light(const Bitmap& bitmap, size_t y, std::vector<int32_t>& row) {
  const size_t colors = bitmap.colors(), channels = bitmap.channels();
  const Light& light = light_of(bitmap);
  const uint8_t* sample = bitmap.row(y);
  for (size_t x = 0; x < bitmap.width; ++x, sample += channels) {
    int32_t* out = row.data() + x * channels;
    const int32_t alpha = bitmap.alpha ? sample[colors] * 257 : kFullLight;
    for (size_t k = 0; k < colors; ++k) {
      const int64_t value = light.of_sample[sample[k]];
      out[k] = bitmap.alpha ? static_cast<int32_t>(value * alpha / kFullLight) : static_cast<int32_t>(value);
    }
    if (bitmap.alpha) out[colors] = alpha;
  }
}

void to_samples(const std::vector<int64_t>& row, Bitmap& bitmap, size_t y) {
  const size_t colors = bitmap.colors(), channels = bitmap.channels();
  const Light& light = light_of(bitmap);
  uint8_t* sample = bitmap.row(y);
  for (size_t x = 0; x < bitmap.width; ++x, sample += channels) {
    const int64_t* in = row.data() + x * channels;
    const int32_t alpha = bitmap.alpha ? clamped(in[colors]) : kFullLight;
    for (size_t k = 0; k < colors; ++k) {
      int64_t value = clamped(in[k]);
      if (bitmap.alpha) value = alpha == 0 ? 0 : std::min<int64_t>(value * kFullLight / alpha, kFullLight);
      sample[k] = light.to_sample[static_cast<size_t>(value)];
    }
    if (bitmap.alpha) sample[colors] = static_cast<uint8_t>((alpha + 128) / 257);
  }
}

void narrow(const std::vector<int32_t>& row, const std::vector<Taps>& columns, size_t channels,
            std::vector<int32_t>& out) {
  for (size_t x = 0; x < columns.size(); ++x) {
    const Taps& taps = columns[x];
    std::array<int64_t, 4> sum{};
    const int32_t* in = row.data() + taps.first * channels;
    for (const int32_t weight : taps.weights) {
      for (size_t k = 0; k < channels; ++k) sum[k] += int64_t{weight} * *in++;
    }
    for (size_t k = 0; k < channels; ++k) out[x * channels + k] = clamped(sum[k]);
  }
}

}  // namespace

Bitmap scaled_down(const Bitmap& bitmap, uint32_t width, uint32_t height) {
  Bitmap made;
  made.width = width;
  made.height = height;
  made.space = bitmap.space;
  made.alpha = bitmap.alpha;
  made.profile = bitmap.profile;
  made.samples.resize(made.height * made.row_bytes());
  const size_t channels = bitmap.channels();
  const std::vector<Taps> columns = taps_of(bitmap.width, width), rows = taps_of(bitmap.height, height);
  std::vector<int32_t> wide(bitmap.width * channels), row(made.row_bytes());
  std::deque<std::vector<int64_t>> sums;  // of new rows begun and not yet done
  size_t done = 0;
  for (size_t y = 0; y < bitmap.height; ++y) {
    to_light(bitmap, y, wide);
    narrow(wide, columns, channels, row);
    while (done + sums.size() < height && rows[done + sums.size()].first <= y) sums.emplace_back(made.row_bytes(), 0);
    for (size_t i = 0; i < sums.size(); ++i) {
      const Taps& taps = rows[done + i];
      if (y < taps.first || y >= taps.first + taps.weights.size()) continue;
      const int64_t weight = taps.weights[y - taps.first];
      for (size_t k = 0; k < row.size(); ++k) sums[i][k] += weight * row[k];
    }
    while (!sums.empty() && y + 1 >= rows[done].first + rows[done].weights.size()) {
      to_samples(sums.front(), made, done++);
      sums.pop_front();
    }
  }
  return made;
}

Bitmap upright(Bitmap bitmap, int orientation) {
  if (orientation <= 1 || orientation > 8) return bitmap;
  Bitmap turned;
  turned.space = bitmap.space;
  turned.alpha = bitmap.alpha;
  turned.profile = bitmap.profile;
  const bool swapped = orientation >= 5;
  turned.width = swapped ? bitmap.height : bitmap.width;
  turned.height = swapped ? bitmap.width : bitmap.height;
  turned.samples.resize(bitmap.samples.size());
  const bool from_right = orientation == 2 || orientation == 3 || orientation == 7 || orientation == 8;
  const bool from_below = orientation == 3 || orientation == 4 || orientation == 6 || orientation == 7;
  const size_t channels = bitmap.channels();
  for (size_t y = 0; y < turned.height; ++y) {
    uint8_t* out = turned.row(y);
    for (size_t x = 0; x < turned.width; ++x) {
      const size_t across = swapped ? y : x, down = swapped ? x : y;
      const size_t column = from_right ? bitmap.width - 1 - across : across;
      const size_t line = from_below ? bitmap.height - 1 - down : down;
      const uint8_t* pixel = bitmap.row(line) + column * channels;
      for (size_t k = 0; k < channels; ++k) *out++ = pixel[k];
    }
  }
  return turned;
}

}  // namespace huozi::image
