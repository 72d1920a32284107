#include "style/counters.h"

#include <algorithm>

namespace huozi::style {

namespace {
constexpr int64_t kMost = 1'000'000'000;
}

void Counters::enter(const ComputedStyle& style, bool counted) {
  for (const CounterChange& reset : style.counter_reset) values_[reset.name] = std::clamp(reset.value, -kMost, kMost);
  if (!counted) return;
  for (const CounterChange& change : style.counter_increment) {
    int64_t& value = values_[change.name];
    value = std::clamp(value + std::clamp(change.value, -kMost, kMost), -kMost, kMost);
  }
}

void Counters::set(std::string_view name, int64_t value) {
  values_.insert_or_assign(std::string(name), std::clamp(value, -kMost, kMost));
}

std::string Counters::text_of(const Content& content, const Cascade& cascade) const {
  std::string text;
  for (const ContentItem& item : content) {
    if (item.kind == ContentItem::Kind::text) text += item.value;
    if (item.kind == ContentItem::Kind::counter) {
      const auto value = values_.find(item.value);
      text += cascade.counter_text(item.style, value == values_.end() ? 0 : value->second);
    }
  }
  return text;
}

}  // namespace huozi::style
