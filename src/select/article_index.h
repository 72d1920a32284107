// What is known of articles by the hash of their files' bytes, kept from run to run in a file. It saves time and
// decides nothing: whatever the file holds, an article is read and hashed, and what the file does not know is found out
// anew. Not here: where the file lies, finding out (the caller).
#pragma once

#include <cstdint>
#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/hash.h"
#include "document/book.h"

namespace huozi::select {

struct IndexedArticle {
  document::ArticleMetadata metadata;  // the front matter's, without places
  uint32_t body_begin = 0;             // bytes of front matter before the text
  std::vector<uint64_t> sketch;        // as edit/near_duplicates makes it; empty: not made
};

class ArticleIndex {
 public:
  // Reads the file; one that is missing, damaged, too large, or written by another `maker` or in another form knows
  // nothing. `maker`: what decides how articles are read, such as the program's version.
  ArticleIndex(std::filesystem::path place, std::string maker);

  // Thread safe beside other calls of find().
  std::optional<IndexedArticle> find(const base::Hash128& hash) const;

  // The bytes that stand for an article in the file.
  static std::string encode(const IndexedArticle& article);

  // What the next file holds: what is put (of two that are put for one hash that which knows more), and of what was read
  // what is kept.
  void put(const base::Hash128& hash, std::string encoded);
  void keep(const base::Hash128& hash);

  // Replaces the file at once, in a folder that is made for it, when it would differ. A file that cannot be written, or
  // would be larger than 256 MiB, is no error: the next run finds out again.
  void write() const;

 private:
  struct Row {
    base::Hash128 hash{};
    size_t begin = 0;
    size_t length = 0;
  };

  bool read_rows();
  std::string_view known(const base::Hash128& hash) const;

  std::filesystem::path place_;
  std::string maker_;
  std::string bytes_;  // of the file
  std::vector<Row> rows_;
  std::map<base::Hash128, std::string> wanted_;  // empty text: as it was read
  bool news_ = false;
};

}  // namespace huozi::select
