#include "build_date.h"

#include <cstdlib>
#include <ctime>

#include "parse/date.h"

namespace huozi {

int64_t date_of(const std::string& date) {
  std::tm day{};
  day.tm_year = 80;
  day.tm_mday = 1;
  if (date.size() >= 4) {
    day.tm_year = std::atoi(date.substr(0, 4).c_str()) - 1900;
    if (date.size() >= 7) day.tm_mon = std::atoi(date.substr(5, 2).c_str()) - 1;
    if (date.size() >= 10) day.tm_mday = std::atoi(date.substr(8, 2).c_str());
  }
  return timegm(&day);
}

std::optional<int64_t> environment_date(source::Diagnostics& diagnostics) {
  const char* const epoch = std::getenv("SOURCE_DATE_EPOCH");
  if (!epoch) return std::nullopt;
  const auto seconds = parse::parse_epoch(epoch);
  if (!seconds) diagnostics.report("command.source-date-epoch", {}, {epoch});
  return seconds;
}

}  // namespace huozi
