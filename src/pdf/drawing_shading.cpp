#include "pdf/drawing_shading.h"

#include <algorithm>
#include <cmath>
#include <utility>
#include <vector>

namespace huozi::pdf {
namespace {

constexpr size_t kMostStops = 2000;

struct Stop {
  double place = 0;
  std::array<double, 3> light{};
};

std::optional<std::array<double, 3>> light_of(const std::vector<double>& numbers) {
  if (numbers.size() == 1) return std::array<double, 3>{numbers[0], numbers[0], numbers[0]};
  if (numbers.size() == 3) return std::array<double, 3>{numbers[0], numbers[1], numbers[2]};
  return std::nullopt;
}

// Linear pieces between the places `from` and `to`, which may run backwards.
bool append_stops(const ReadObject& function, double from, double to, std::vector<Stop>& stops, int depth = 0) {
  constexpr int kDeepest = 4;
  if (depth > kDeepest || stops.size() > kMostStops) return false;
  const std::vector<double> domain = function.at("Domain").numbers();
  const auto type = function.at("FunctionType").number();
  if (!type || domain.size() != 2 || domain[1] <= domain[0]) return false;
  if (*type == 2) {
    const auto first = light_of(function.at("C0").numbers()), last = light_of(function.at("C1").numbers());
    if (!first || !last || function.at("N").number() != 1.0) return false;
    stops.push_back({from, *first});
    stops.push_back({to, *last});
    return true;
  }
  if (*type != 3) return false;
  const std::vector<ReadObject> parts = function.at("Functions").elements();
  const std::vector<double> inner = function.at("Bounds").numbers(), encode = function.at("Encode").numbers();
  if (parts.empty() || inner.size() + 1 != parts.size() || encode.size() != parts.size() * 2) return false;
  const auto placed = [&](double t) { return from + (to - from) * (t - domain[0]) / (domain[1] - domain[0]); };
  for (size_t i = 0; i < parts.size(); ++i) {
    double begin = placed(i == 0 ? domain[0] : inner[i - 1]), end = placed(i == inner.size() ? domain[1] : inner[i]);
    const std::vector<double> whole = parts[i].at("Domain").numbers();
    if (whole.size() != 2) return false;
    const bool forwards = encode[i * 2] == whole[0] && encode[i * 2 + 1] == whole[1];
    const bool backwards = encode[i * 2] == whole[1] && encode[i * 2 + 1] == whole[0];
    if (!forwards && !backwards) return false;
    const size_t first = stops.size();
    if (!append_stops(parts[i], forwards ? begin : end, forwards ? end : begin, stops, depth + 1)) return false;
    if (backwards) std::reverse(stops.begin() + static_cast<std::ptrdiff_t>(first), stops.end());
  }
  return true;
}

bool is_grey(const Stop& stop) {
  return stop.light[0] == stop.light[1] && stop.light[1] == stop.light[2];
}

// The way from one colour of light to another is no straight one in inks: in so many steps it is near enough.
std::vector<Stop> in_steps(const std::vector<Stop>& stops) {
  constexpr int kSteps = 8;
  std::vector<Stop> out;
  for (size_t i = 0; i + 1 < stops.size(); ++i) {
    const Stop &from = stops[i], &to = stops[i + 1];
    out.push_back(from);
    if (to.place <= from.place || from.light == to.light) continue;
    for (int step = 1; step < kSteps; ++step) {
      const double share = static_cast<double>(step) / kSteps;
      Stop between{from.place + (to.place - from.place) * share, {}};
      for (size_t k = 0; k < 3; ++k) between.light[k] = from.light[k] + (to.light[k] - from.light[k]) * share;
      out.push_back(between);
    }
  }
  out.push_back(stops.back());
  return out;
}

Dict function_of(const std::vector<Stop>& stops, const std::vector<Array>& colors, const Array& domain) {
  std::vector<Dict> parts;
  std::vector<double> bounds;
  for (size_t i = 0; i + 1 < stops.size(); ++i) {
    if (stops[i + 1].place - stops[i].place < 1e-5) continue;
    if (!parts.empty()) bounds.push_back(stops[i].place);
    Dict part;
    part.add("FunctionType", 2).add("Domain", Array().add(0).add(1));
    parts.push_back(part.add("C0", colors[i]).add("C1", colors[i + 1]).add("N", 1));
  }
  Dict function;
  Array functions, encode;
  for (const Dict& part : parts) {
    functions.add(part);
    encode.add(0).add(1);
  }
  function.add("FunctionType", 3).add("Domain", domain).add("Functions", functions);
  return function.add("Bounds", array_of(bounds)).add("Encode", encode);
}

}  // namespace

Val decimal_of(double number) {
  return Val::decimal(std::llround(std::clamp(number, -1e9, 1e9) * 1e6), 6);
}

Array array_of(const std::vector<double>& numbers) {
  Array out;
  for (const double number : numbers) out.add(decimal_of(number));
  return out;
}

std::optional<Dict> shading_of(const ReadObject& shading, bool mask, DrawingColors& colors) {
  const auto type = shading.at("ShadingType").number();
  const std::string space = shading.at("ColorSpace").name();
  const std::vector<double> coords = shading.at("Coords").numbers(), domain = shading.at("Domain").numbers();
  if (!type || (*type != 2 && *type != 3) || coords.size() != (*type == 2 ? 4u : 6u)) return std::nullopt;
  if ((space != "DeviceRGB" && space != "DeviceGray") || domain.size() != 2 || domain[0] >= domain[1]) {
    return std::nullopt;
  }
  // The function's domain may be larger than the gradient's part of it.
  std::vector<Stop> stops;
  const ReadObject function = shading.at("Function");
  const std::vector<double> whole = function.at("Domain").numbers();
  if (whole.size() != 2 || whole[1] - whole[0] < 1e-4) return std::nullopt;
  if (!append_stops(function, whole[0], whole[1], stops)) return std::nullopt;
  const bool grey = std::all_of(stops.begin(), stops.end(), is_grey);
  if (mask && !grey) return std::nullopt;
  const bool inks = colors.inks && !mask;
  if (inks && !grey) stops = in_steps(stops);
  std::vector<Array> colors_of_stops;
  for (const Stop& stop : stops) {
    Array color;
    if (inks) {
      for (const uint16_t ink : colors.of(stop.light, grey)) color.add(Val::decimal(ink, 3));
    } else if (mask) {
      color.add(decimal_of(stop.light[0]));
    } else {
      for (const double light : stop.light) color.add(decimal_of(light));
    }
    colors_of_stops.push_back(std::move(color));
  }
  Array extend;
  for (const ReadObject& end : shading.at("Extend").elements()) extend.add(Val::boolean(end.is_true()));
  Dict out;
  out.add("ShadingType", static_cast<int64_t>(*type));
  out.add("ColorSpace", Val::name(mask ? "DeviceGray" : inks ? "DeviceCMYK" : "DeviceRGB"));
  out.add("Coords", array_of(coords)).add("Domain", array_of(domain));
  if (!extend.syntax().empty()) out.add("Extend", extend);
  return out.add("Function", function_of(stops, colors_of_stops, array_of(whole)));
}

}  // namespace huozi::pdf
