// Calendar dates as articles and book.yaml write them, to ISO 8601.
// Not here: the time of day and its zone. The day is kept as written and never shifted: feeds label local time "GMT".
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace huozi::parse {

// "2022-06-01" from ISO 8601 ("2022-06-01", with or without a time after T or a blank), RFC 822 ("Wed, 25 May 2022
// 15:09:06 GMT", the weekday and the time may be absent) or 2022年6月1日. Years 1000-9999, days that exist.
std::optional<std::string> parse_date(std::string_view text);

// Only "2022-06-01".
bool is_iso_date(std::string_view text);

// Seconds since the beginning of 1970 as SOURCE_DATE_EPOCH gives them: digits only, until the end of the year 9999.
std::optional<int64_t> parse_epoch(std::string_view text);

}  // namespace huozi::parse
