// Link targets made fit for href, or refused.
// Not here: targets inside the book.
#pragma once

#include <string>
#include <string_view>

namespace huozi::epub {

// An absolute URL with a scheme a book may link to (http, https, mailto, tel, ftp), percent-encoded where RFC 3986 §2
// asks it. Empty: anything else, and http URLs without a usable host.
std::string external_href(std::string_view target);

// "a/./b/../c" -> "a/c", percent-escapes resolved; `base` is the file the path is relative to. Empty when it leaves the
// top folder or is absolute.
std::string resolve_path(std::string_view base, std::string_view path);

}  // namespace huozi::epub
