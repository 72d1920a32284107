// Downloads the pictures that articles name by web address, once: what the lock file records is not fetched again.
// Not here: which addresses an article has, and putting the copies' names into it (command/). libcurl stays inside.
// Strangers name these addresses. Only http and https are spoken, also after a redirect; machines within the own
// network are not asked; no cookies, names or passwords are sent, and proxies of the environment are not used, because
// what they connect to cannot be seen. Nothing of this runs in a build.
#pragma once

#include <cstdint>
#include <filesystem>
#include <map>
#include <string>
#include <vector>

#include "source/diagnostic.h"
#include "source/source_file.h"

namespace huozi::fetch {

struct ImageRequest {
  std::string url;    // as the article writes it; //host/path means https
  source::Span span;  // for messages
};

struct FetchOptions {
  // Also private and link-local addresses, and loopback ones where the URL does not name them openly (a browser that
  // shows the page asks those as well): a strange name or a redirect must not lead into the own network.
  bool allow_private = false;
  uint64_t largest = 32u << 20;
  int redirects = 5;
  int attempts = 3;  // in all, of what may pass: time-outs, broken connections, answers 429 and 5xx
  int64_t connect_milliseconds = 10'000;
  int64_t total_milliseconds = 60'000;  // of one attempt
  int64_t wait_milliseconds = 500;      // before the second attempt; twice as long before each further one
  std::string date;                     // of new entries; empty: of SOURCE_DATE_EPOCH, or today
};

struct FetchResult {
  std::map<std::string, std::string> files;  // address as requested -> images/NAME.png
  size_t downloaded = 0;                     // of them; the others were there
};

// Into folder/images/, recorded in folder/images.lock.json. A file's name is made of the hash of its bytes, its ending
// of their signature: PNG, JPEG, GIF, WebP, SVG; anything else is no picture. What a broken connection left is
// continued in the next attempt or run, if the server can. Every failure is reported at its request and the others go
// on; at most 5000 addresses.
FetchResult fetch_images(const std::vector<ImageRequest>& requests, const std::filesystem::path& folder,
                         const FetchOptions& options, source::Diagnostics& diagnostics);

}  // namespace huozi::fetch
