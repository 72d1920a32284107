#include "layout/table_columns.h"

#include <algorithm>

namespace huozi::layout {
namespace {

// Hands `total` out in proportion to the weights, exactly; evenly if all are zero.
void share(Length total, const std::vector<Length>& weights, std::vector<Length>& widths) {
  const Length sum = sum_of(weights);
  const auto count = static_cast<int64_t>(weights.size());
  Length seen;
  Length given;
  for (size_t i = 0; i < weights.size(); ++i) {
    seen += weights[i];
    const Length due =
        sum > Length() ? total.scaled(seen.raw(), sum.raw()) : total.scaled(static_cast<int64_t>(i) + 1, count);
    widths[i] += due - given;
    given = due;
  }
}

// What columns [first, first + count) lack to hold `wanted`, added in proportion to their greatest widths.
void widen(std::vector<ContentWidths>& needs, const CellWidths& cell, Length ContentWidths::*which) {
  std::vector<Length> weights, widths;
  for (uint32_t i = 0; i < cell.columns; ++i) {
    weights.push_back(needs[cell.column + i].greatest);
    widths.push_back(needs[cell.column + i].*which);
  }
  const Length lack = cell.widths.*which - sum_of(widths);
  if (lack <= Length()) return;
  share(lack, weights, widths);
  for (uint32_t i = 0; i < cell.columns; ++i) needs[cell.column + i].*which = widths[i];
}

// The level up to which columns are filled when each takes no more than it wants: the greatest whose sum still fits.
Length fill_level(const std::vector<ContentWidths>& needs, Length available) {
  Length low;
  Length high = available;
  while (low < high) {
    const Length middle = low + (high - low + Length::from_raw(1)) / 2;
    Length sum;
    for (const ContentWidths& need : needs) sum += std::max(need.least, std::min(need.greatest, middle));
    if (sum <= available) {
      low = middle;
    } else {
      high = middle - Length::from_raw(1);
    }
  }
  return low;
}

}  // namespace

Length sum_of(const std::vector<Length>& widths) {
  Length sum;
  for (const Length width : widths) sum += width;
  return sum;
}

std::vector<ContentWidths> column_needs(const std::vector<CellWidths>& cells, uint32_t columns) {
  std::vector<ContentWidths> needs(columns);
  for (const CellWidths& cell : cells) {
    if (cell.columns != 1) continue;
    ContentWidths& need = needs[cell.column];
    need.least = std::max(need.least, cell.widths.least);
    need.greatest = std::max(need.greatest, cell.widths.greatest);
  }
  for (const CellWidths& cell : cells) {
    if (cell.columns < 2) continue;
    widen(needs, cell, &ContentWidths::greatest);
    widen(needs, cell, &ContentWidths::least);
  }
  for (ContentWidths& need : needs) need.greatest = std::max(need.greatest, need.least);
  return needs;
}

std::vector<Length> fit_columns(const std::vector<ContentWidths>& needs, Length available, Length floor, bool fill) {
  std::vector<Length> widths, weights;
  Length least, greatest;
  for (const ContentWidths& need : needs) {
    least += need.least;
    greatest += need.greatest;
  }
  if (greatest <= available) {
    for (const ContentWidths& need : needs) widths.push_back(need.greatest);
    if (!fill) return widths;
    weights = widths;
  } else if (least >= available) {
    for (const ContentWidths& need : needs) {
      widths.push_back(std::min(floor, need.least));
      weights.push_back(need.least - widths.back());
    }
  } else {
    // Half the level is left to every column, so that a long text does not press its neighbour to a thread.
    const Length level = fill_level(needs, available);
    for (const ContentWidths& need : needs) {
      widths.push_back(need.greatest <= level ? need.greatest : std::max(need.least, level / 2));
      weights.push_back(need.greatest - widths.back());
    }
  }
  share(available - sum_of(widths), weights, widths);
  return widths;
}

}  // namespace huozi::layout
