#include "layout/running_strings.h"

namespace huozi::layout {

void RunningStrings::begin_page() {
  for (auto& [name, entry] : entries_) {
    entry.start = entry.last;
    entry.is_set = entry.at_top = false;
  }
}

void RunningStrings::set(const RunningString& string, bool at_top) {
  Entry& entry = entries_[string.name];
  if (!entry.is_set) {
    entry.first = string;
    entry.at_top = at_top;
  }
  entry.is_set = true;
  entry.last = string;
}

const RunningString* RunningStrings::value(std::string_view name, std::string_view place) const {
  const auto found = entries_.find(name);
  if (found == entries_.end()) return nullptr;
  const Entry& entry = found->second;
  if (place == "last") return &entry.last;
  if (place == "start") return entry.at_top ? &entry.first : &entry.start;
  if (place == "first-except" && entry.is_set) return nullptr;
  return entry.is_set ? &entry.first : &entry.last;
}

}  // namespace huozi::layout
