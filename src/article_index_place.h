// Where the index of a book's articles lies, and whose it is. Not here: what it holds (select/article_index).
#pragma once

#include <filesystem>
#include <optional>
#include <string>

namespace huozi {

// A file of the user's cache (XDG Base Directory: $XDG_CACHE_HOME, else ~/.cache) for this book's folder. Nothing when
// there is no absolute such place.
std::optional<std::filesystem::path> article_index_place(const std::filesystem::path& book);

// The program as it is now: another version, or the same built anew, reads articles afresh.
std::string article_index_maker();

}  // namespace huozi
