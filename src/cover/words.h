// What a cover says: the title page's words, by kind. Inside cover/ only. Not here: where they stand (front, spine).
#pragma once

#include <string>
#include <vector>

#include "document/book.h"

namespace huozi::cover {

struct Words {
  std::string title, subtitle, series, publisher;
  std::vector<std::string> creators;  // one a role
};

// Of many creators of a role the first ones and 等.
Words words_of(const document::BookMetadata& metadata);

}  // namespace huozi::cover
