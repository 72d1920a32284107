#include "layout/mark_shape.h"

#include <algorithm>
#include <span>

namespace huozi::layout {
namespace {

using style::EmphasisMark;

struct Step {
  PathStep::Kind kind;
  int x[3], y[3];  // thousandths of the height, about the centre, y downwards
};

constexpr auto kMove = PathStep::Kind::move;
constexpr auto kLine = PathStep::Kind::line;
constexpr auto kCurve = PathStep::Kind::curve;
constexpr auto kClose = PathStep::Kind::close;

// Four curves, each the circle's to 0.03 %.
constexpr Step kCircle[] = {{kMove, {500}, {0}},
                            {kCurve, {500, 276, 0}, {276, 500, 500}},
                            {kCurve, {-276, -500, -500}, {500, 276, 0}},
                            {kCurve, {-500, -276, 0}, {-276, -500, -500}},
                            {kCurve, {276, 500, 500}, {-500, -276, 0}},
                            {kClose, {}, {}}};
constexpr Step kTriangle[] = {{kMove, {0}, {-500}}, {kLine, {577}, {500}}, {kLine, {-577}, {500}}, {kClose, {}, {}}};
// A drop that falls to the right.
constexpr Step kSesame[] = {{kMove, {-480}, {-500}},
                            {kCurve, {-60, 480, 480}, {-440, -40, 260}},
                            {kCurve, {480, 380, 240}, {420, 500, 500}},
                            {kCurve, {-40, -100, -480}, {500, -40, -440}},
                            {kClose, {}, {}}};

// A shape scaled to a height, about a point on the y axis.
void append(std::vector<PathStep>& steps, std::span<const Step> shape, Length height, Length y = {}) {
  for (const Step& step : shape) {
    PathStep& out = steps.emplace_back();
    out.kind = step.kind;
    for (size_t i = 0; i < out.points.size(); ++i) {
      out.points[i] = {height.scaled(step.x[i], 1000), height.scaled(step.y[i], 1000) + y};
    }
  }
}

}  // namespace

std::vector<PathStep> wave(Length width, Length half_wave, Length amplitude) {
  const int64_t count = std::max<int64_t>((width + half_wave / 2) / half_wave, 1);
  std::vector<PathStep> steps(static_cast<size_t>(count) + 1);
  steps[0].kind = kMove;
  // A curve whose controls stand 4/3 of the amplitude off is as high as the amplitude; 0.364 of the half wave from its
  // ends they make it lie within 1 % of a sine.
  Length control = amplitude * -4 / 3;
  for (int64_t i = 0; i < count; ++i) {
    const Length from = width.scaled(i, count);
    const Length to = width.scaled(i + 1, count);
    const Length reach = (to - from).scaled(364, 1000);
    steps[static_cast<size_t>(i) + 1] = {kCurve, {Point{from + reach, control}, {to - reach, control}, {to, {}}}};
    control = -control;
  }
  return steps;
}

std::vector<PathStep> ring(Length diameter) {
  std::vector<PathStep> steps;
  append(steps, kCircle, diameter);
  return steps;
}

Length mark_height(const EmphasisStyle& style, Length size) {
  switch (style.mark) {
    case EmphasisMark::none:
      break;
    case EmphasisMark::dot:
      return size.scaled(130, 1000);
    case EmphasisMark::circle:
    case EmphasisMark::triangle:
      return size.scaled(210, 1000);
    case EmphasisMark::double_circle:
      return size.scaled(260, 1000);
    case EmphasisMark::sesame:
      return size.scaled(220, 1000);
  }
  return {};
}

std::vector<PathStep> mark_shape(const EmphasisStyle& style, Length size) {
  const Length height = mark_height(style, size);
  std::vector<PathStep> steps;
  switch (style.mark) {
    case EmphasisMark::none:
      break;
    case EmphasisMark::dot:
    case EmphasisMark::circle:
      append(steps, kCircle, height);
      if (style.open) append(steps, kCircle, height - size / 20);
      break;
    case EmphasisMark::double_circle:
      append(steps, kCircle, height);
      append(steps, kCircle, height - size / 20);
      append(steps, kCircle, height / 2);
      if (style.open) append(steps, kCircle, height / 2 - size / 20);
      break;
    case EmphasisMark::triangle:
      append(steps, kTriangle, height);
      if (style.open) append(steps, kTriangle, height * 3 / 5, height / 10);
      break;
    case EmphasisMark::sesame:
      append(steps, kSesame, height);
      if (style.open) append(steps, kSesame, height * 3 / 5, height / 20);
      break;
  }
  return steps;
}

}  // namespace huozi::layout
