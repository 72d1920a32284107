// images.lock.json: which file each address became. Sorted, so that a change is a line's change.
// Not here: fetching. The one file of huozi in which a day of the clock may stand.
#pragma once

#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <string_view>

namespace huozi::fetch {

struct LockEntry {
  std::string file;    // images/NAME.png
  std::string sha256;  // of its bytes
  std::string type;    // image/png
  std::string date;    // of the fetching, ISO 8601
  friend bool operator==(const LockEntry&, const LockEntry&) = default;
};

using Lock = std::map<std::string, LockEntry>;  // by address as articles write it

// Nothing when the text is no lock file. Entries whose file is not directly in images/ are left out.
std::optional<Lock> parse_lock(std::string_view text);
std::string lock_text(const Lock& lock);

// The day of `source_date_epoch` (seconds since 1970, UTC) when that is a number, else today's.
std::string lock_date(const char* source_date_epoch);

}  // namespace huozi::fetch
