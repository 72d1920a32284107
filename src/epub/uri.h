// Link targets made fit for href, or refused.
// Not here: targets inside the book.
#pragma once

#include <string>
#include <string_view>

namespace huozi::epub {

// An absolute URL with a scheme a book may link to (http, https, mailto, tel, ftp), percent-encoded where RFC 3986 §2
// asks it. Empty: anything else, and http URLs without a usable host.
std::string external_href(std::string_view target);

}  // namespace huozi::epub
