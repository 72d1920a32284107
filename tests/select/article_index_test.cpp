#include "select/article_index.h"

#include <unistd.h>

#include <fstream>

#include "base/file.h"
#include "support/catch.h"

namespace huozi {
namespace {
namespace fs = std::filesystem;
using select::ArticleIndex;
using select::IndexedArticle;

struct Place {
  fs::path folder = fs::temp_directory_path() / ("huozi-index-" + std::to_string(::getpid()));
  fs::path file = folder / "inner" / "articles";
  Place() { fs::remove_all(folder); }
  ~Place() { fs::remove_all(folder); }
  std::string bytes() const { return base::read_file(file).value_or(""); }
  void put(std::string_view bytes) const { std::ofstream(file, std::ios::binary) << bytes; }
};

IndexedArticle article(const std::string& title) {
  IndexedArticle out;
  out.metadata.title = title;
  out.metadata.author = "周渡";
  out.metadata.date = "2022-03-01";
  out.metadata.date_raw = "1 Mar 2022";
  out.metadata.source = "报";
  out.metadata.url = "u";
  out.metadata.head_image = "i";
  out.metadata.language = "zh";
  out.metadata.categories = {"报刊", "", "散文"};
  out.metadata.tags = {"桥"};
  out.metadata.numbered = false;
  out.body_begin = 77;
  out.sketch = {1, UINT64_MAX, 3};
  return out;
}

base::Hash128 hash(uint64_t n) {
  return {n * 7919, n};
}

void fill(const Place& place, const std::string& maker = "maker") {
  ArticleIndex index(place.file, maker);
  for (uint64_t i = 1; i <= 20; ++i) index.put(hash(i), ArticleIndex::encode(article("第" + std::to_string(i))));
  index.write();
}

size_t known(const ArticleIndex& index) {
  size_t count = 0;
  for (uint64_t i = 1; i <= 20; ++i) count += index.find(hash(i)) ? 1 : 0;
  return count;
}

TEST_CASE("an index reads as it was written", "[select]") {
  const Place place;
  fill(place);
  const ArticleIndex index(place.file, "maker");
  CHECK(known(index) == 20);
  CHECK_FALSE(index.find(hash(21)));
  const auto found = index.find(hash(9));
  REQUIRE(found);
  CHECK(ArticleIndex::encode(*found) == ArticleIndex::encode(article("第9")));
  CHECK(found->metadata.title == "第9");
  CHECK(found->metadata.categories == std::vector<std::string>{"报刊", "", "散文"});
  CHECK_FALSE(found->metadata.numbered);
  CHECK(found->body_begin == 77);
  CHECK(found->sketch.at(1) == UINT64_MAX);
  const auto empty = ArticleIndex::encode({});
  ArticleIndex other(place.file, "maker");
  other.put(hash(30), empty);
  other.write();
  CHECK(ArticleIndex(place.file, "maker").find(hash(30))->sketch.empty());
}

TEST_CASE("an index holds what was kept or put, and is written only when that differs", "[select]") {
  const Place place;
  fill(place);
  const std::string before = place.bytes();
  const auto written = fs::last_write_time(place.file) - std::chrono::hours(1);
  fs::last_write_time(place.file, written);
  {
    ArticleIndex index(place.file, "maker");
    for (uint64_t i = 1; i <= 20; ++i) index.keep(hash(i));
    index.keep(hash(99));
    index.write();
  }
  CHECK(fs::last_write_time(place.file) == written);
  {
    ArticleIndex index(place.file, "maker");
    for (uint64_t i = 1; i <= 5; ++i) index.keep(hash(i));
    index.put(hash(5), ArticleIndex::encode(article("另一个题目")));
    index.keep(hash(5));
    IndexedArticle less = article("另一个题目");
    less.sketch.clear();
    index.put(hash(5), ArticleIndex::encode(less));
    index.write();
  }
  const ArticleIndex index(place.file, "maker");
  CHECK(known(index) == 5);
  CHECK(index.find(hash(5))->metadata.title == "另一个题目");
  CHECK(index.find(hash(5))->sketch.size() == 3);
  CHECK(place.bytes().size() < before.size());
}

TEST_CASE("an index of another maker, cut off, damaged or of another form knows nothing", "[select]") {
  const Place place;
  fill(place);
  const std::string good = place.bytes();
  CHECK(known(ArticleIndex(place.file, "another")) == 0);
  for (size_t length = 0; length < good.size(); ++length) {
    place.put(std::string_view(good).substr(0, length));
    CHECK(known(ArticleIndex(place.file, "maker")) == 0);
  }
  for (size_t at = 0; at < good.size(); at += 3) {
    std::string bad = good;
    bad[at] = static_cast<char>(bad[at] ^ 0x41);
    place.put(bad);
    CHECK(known(ArticleIndex(place.file, "maker")) == 0);
  }
  place.put(good + "x");
  CHECK(known(ArticleIndex(place.file, "maker")) == 0);
  // It is made anew.
  fill(place);
  CHECK(place.bytes() == good);
}

// The hash protects from damage, not from malice: with it put right, any bytes are read within bounds.
TEST_CASE("forged indexes are read within their bounds", "[select]") {
  const Place place;
  fill(place);
  const std::string good = place.bytes();
  constexpr size_t kHead = 16;
  const auto forge = [&](std::string bytes) {
    const base::Hash128 sum = base::hash128(std::string_view(bytes).substr(kHead + 16));
    for (size_t i = 0; i < 16; ++i) bytes[kHead + i] = static_cast<char>(sum[i / 8] >> (8 * (i % 8)) & 0xFF);
    place.put(bytes);
    const ArticleIndex index(place.file, "maker");
    return known(index);
  };
  CHECK(forge(good) == 20);
  for (size_t at = kHead + 16; at < good.size(); ++at) {
    for (const int value : {0x00, 0x01, 0x7F, 0xFF}) {
      std::string bad = good;
      bad[at] = static_cast<char>(value);
      CHECK(forge(bad) <= 20);
    }
  }
  for (size_t length = kHead + 16; length < good.size(); length += 5) CHECK(forge(good.substr(0, length)) == 0);
}

TEST_CASE("a folder that cannot be written is no error", "[select]") {
  const Place place;
  fs::create_directories(place.folder);
  std::ofstream(place.folder / "inner") << "a file";
  fill(place);
  CHECK(known(ArticleIndex(place.file, "maker")) == 0);
  fs::remove(place.folder / "inner");
  fs::create_directories(place.file);  // a folder where the file would be
  fill(place);
  CHECK(known(ArticleIndex(place.file, "maker")) == 0);
}

}  // namespace
}  // namespace huozi
