#include "layout/counters.h"

#include <algorithm>

namespace huozi::layout {

void Counters::enter(const style::ComputedStyle& style) {
  constexpr int64_t kMost = 1'000'000'000;
  for (const style::CounterChange& reset : style.counter_reset)
    values_[reset.name] = std::clamp(reset.value, -kMost, kMost);
  for (const style::CounterChange& change : style.counter_increment) {
    int64_t& value = values_[change.name];
    value = std::clamp(value + std::clamp(change.value, -kMost, kMost), -kMost, kMost);
  }
}

std::string Counters::text_of(const style::Content& content, const style::Cascade& cascade) const {
  std::string text;
  for (const style::ContentItem& item : content) {
    if (item.kind == style::ContentItem::Kind::text) text += item.value;
    if (item.kind == style::ContentItem::Kind::counter) {
      const auto value = values_.find(item.value);
      text += cascade.counter_text(item.style, value == values_.end() ? 0 : value->second);
    }
  }
  return text;
}

}  // namespace huozi::layout
