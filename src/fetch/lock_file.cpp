#include "fetch/lock_file.h"

#include <charconv>
#include <chrono>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

namespace huozi::fetch {
namespace {

using nlohmann::json;

std::string text_at(const json& object, const char* key) {
  const auto found = object.find(key);
  return found != object.end() && found->is_string() ? found->get<std::string>() : std::string();
}

// Our own names: one step below images/, nothing that could lead elsewhere.
bool is_own_file(const std::string& file) {
  const std::string_view name = std::string_view(file).substr(std::min<size_t>(file.size(), 7));
  return file.starts_with("images/") && !name.empty() && name.front() != '.' &&
         name.find_first_not_of("0123456789abcdefghijklmnopqrstuvwxyz.") == std::string_view::npos;
}

}  // namespace

std::optional<Lock> parse_lock(std::string_view text) {
  const json root = json::parse(text, nullptr, false);
  if (!root.is_object()) return std::nullopt;
  const auto images = root.find("images");
  if (images == root.end() || !images->is_object()) return std::nullopt;
  Lock lock;
  for (const auto& [url, value] : images->items()) {
    if (!value.is_object()) continue;
    LockEntry entry{text_at(value, "file"), text_at(value, "sha256"), text_at(value, "type"), text_at(value, "date")};
    if (is_own_file(entry.file)) lock.emplace(url, std::move(entry));
  }
  return lock;
}

std::string lock_text(const Lock& lock) {
  json images = json::object();
  for (const auto& [url, entry] : lock) {
    images[url] = {{"file", entry.file}, {"sha256", entry.sha256}, {"type", entry.type}, {"date", entry.date}};
  }
  const json root = {{"images", std::move(images)}};
  return root.dump(2, ' ', false, json::error_handler_t::replace) + '\n';
}

std::string lock_date(const char* source_date_epoch) {
  constexpr int64_t kEndOf9999 = 253'402'300'799;
  using namespace std::chrono;
  sys_seconds at = floor<seconds>(system_clock::now());
  if (source_date_epoch != nullptr) {
    const std::string_view text = source_date_epoch;
    int64_t value = -1;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    const bool all = error == std::errc() && end == text.data() + text.size();
    if (all && value >= 0 && value <= kEndOf9999) at = sys_seconds(seconds(value));
  }
  const year_month_day day(floor<days>(at));
  return fmt::format("{:04}-{:02}-{:02}", static_cast<int>(day.year()), static_cast<unsigned>(day.month()),
                     static_cast<unsigned>(day.day()));
}

}  // namespace huozi::fetch
