// The date that a build's files bear. Never the clock's: the same input gives the same bytes.
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "source/diagnostic.h"

namespace huozi {

// Seconds since 1970-01-01 UTC of the book's date (ISO 8601, a year, month or day; empty: none), else of the first day
// ZIP can tell.
int64_t date_of(const std::string& date);

// SOURCE_DATE_EPOCH if it is set; one that means nothing is an error (command.source-date-epoch), as reproducible
// builds ask.
std::optional<int64_t> environment_date(source::Diagnostics& diagnostics);

}  // namespace huozi
