#include "select/article_index.h"

#include <algorithm>
#include <exception>

#include "base/file.h"

namespace huozi::select {
namespace fs = std::filesystem;

namespace {

// The file: mark, hash of all that follows, maker, number of rows, rows (hash, length) in ascending order, and the
// articles in the same order. Numbers are little-endian.
constexpr std::string_view kMark = "huozi articles 1";
constexpr uint64_t kLargest = 256u << 20;
constexpr size_t kRowSize = 16 + 4;

void put_number(std::string& out, uint64_t value, int bytes) {
  for (int i = 0; i < bytes; ++i) out += static_cast<char>(value >> (8 * i) & 0xFF);
}

void put_text(std::string& out, std::string_view text) {
  put_number(out, text.size(), 4);
  out += text;
}

void put_hash(std::string& out, const base::Hash128& hash) {
  put_number(out, hash[0], 8);
  put_number(out, hash[1], 8);
}

// Reads what the functions above wrote. Beyond the end everything is 0 or empty, and good() is false from then on.
class Cursor {
 public:
  explicit Cursor(std::string_view bytes) : left_(bytes) {}

  bool good() const { return good_; }
  bool at_end() const { return left_.empty(); }

  std::string_view take(uint64_t length) {
    if (length > left_.size()) {
      good_ = false;
      left_ = {};
      return {};
    }
    const std::string_view out = left_.substr(0, length);
    left_.remove_prefix(length);
    return out;
  }

  uint64_t number(int bytes) {
    uint64_t out = 0;
    int shift = 0;
    for (const char c : take(static_cast<uint64_t>(bytes))) {
      out |= static_cast<uint64_t>(static_cast<unsigned char>(c)) << shift;
      shift += 8;
    }
    return out;
  }

  std::string_view text() { return take(number(4)); }

  base::Hash128 hash() {
    const uint64_t first = number(8);
    return {first, number(8)};
  }

 private:
  std::string_view left_;
  bool good_ = true;
};

// The texts of an article in the order of the file.
template <typename Metadata>
auto texts_of(Metadata& facts) {
  return std::array{&facts.title,  &facts.author, &facts.date,       &facts.date_raw,
                    &facts.source, &facts.url,    &facts.head_image, &facts.language};
}

std::optional<IndexedArticle> decode(std::string_view bytes) {
  Cursor in(bytes);
  IndexedArticle out;
  out.body_begin = static_cast<uint32_t>(in.number(4));
  out.metadata.numbered = in.number(1) != 0;
  for (std::string* text : texts_of(out.metadata)) *text = in.text();
  for (std::vector<std::string>* list : {&out.metadata.categories, &out.metadata.tags}) {
    for (uint64_t count = in.number(4); count > 0 && in.good(); --count) list->emplace_back(in.text());
  }
  for (uint64_t count = in.number(4); count > 0 && in.good(); --count) out.sketch.push_back(in.number(8));
  if (!in.good() || !in.at_end()) return std::nullopt;
  return out;
}

}  // namespace

ArticleIndex::ArticleIndex(fs::path place, std::string maker) : place_(std::move(place)), maker_(std::move(maker)) {
  bytes_ = base::read_file(place_, kLargest).value_or("");
  if (read_rows()) return;
  bytes_.clear();
  rows_.clear();
  news_ = true;
}

bool ArticleIndex::read_rows() {
  Cursor in(bytes_);
  if (in.take(kMark.size()) != kMark) return false;
  const base::Hash128 written = in.hash();
  if (!in.good()) return false;
  const std::string_view rest = std::string_view(bytes_).substr(kMark.size() + 16);
  if (base::hash128(rest) != written || in.text() != maker_) return false;
  const uint64_t count = in.number(4);
  if (count > rest.size() / kRowSize) return false;
  size_t at = bytes_.size();
  rows_.reserve(count);
  for (uint64_t i = 0; i < count; ++i) {
    const base::Hash128 hash = in.hash();
    const auto length = static_cast<size_t>(in.number(4));
    if (!rows_.empty() && hash <= rows_.back().hash) return false;
    rows_.push_back({hash, 0, length});
  }
  if (!in.good()) return false;
  // The articles reach to the end of the file: lengths that do not add up to just that never end here.
  for (auto row = rows_.rbegin(); row != rows_.rend(); ++row) row->begin = at -= row->length;
  return at == kMark.size() + 16 + 4 + maker_.size() + 4 + rows_.size() * kRowSize;
}

std::string_view ArticleIndex::known(const base::Hash128& hash) const {
  const auto row = std::lower_bound(rows_.begin(), rows_.end(), hash,
                                    [](const Row& a, const base::Hash128& b) { return a.hash < b; });
  if (row == rows_.end() || row->hash != hash) return {};
  return std::string_view(bytes_).substr(row->begin, row->length);
}

std::optional<IndexedArticle> ArticleIndex::find(const base::Hash128& hash) const {
  const std::string_view bytes = known(hash);
  return bytes.empty() ? std::nullopt : decode(bytes);
}

std::string ArticleIndex::encode(const IndexedArticle& article) {
  std::string out;
  put_number(out, article.body_begin, 4);
  put_number(out, article.metadata.numbered ? 1 : 0, 1);
  for (const std::string* text : texts_of(article.metadata)) put_text(out, *text);
  for (const std::vector<std::string>* list : {&article.metadata.categories, &article.metadata.tags}) {
    put_number(out, list->size(), 4);
    for (const std::string& text : *list) put_text(out, text);
  }
  put_number(out, article.sketch.size(), 4);
  for (const uint64_t number : article.sketch) put_number(out, number, 8);
  return out;
}

void ArticleIndex::put(const base::Hash128& hash, std::string encoded) {
  news_ = true;
  std::string& held = wanted_[hash];
  if (held.size() < encoded.size()) held = std::move(encoded);
}

void ArticleIndex::keep(const base::Hash128& hash) {
  if (!known(hash).empty()) wanted_.try_emplace(hash);
}

void ArticleIndex::write() const {
  if (!news_ && wanted_.size() == rows_.size()) return;
  std::string rest;
  put_text(rest, maker_);
  put_number(rest, wanted_.size(), 4);
  const auto bytes_of = [this](const auto& each) {
    return each.second.empty() ? known(each.first) : std::string_view(each.second);
  };
  for (const auto& each : wanted_) {
    put_hash(rest, each.first);
    put_number(rest, bytes_of(each).size(), 4);
  }
  for (const auto& each : wanted_) rest += bytes_of(each);
  std::string out(kMark);
  put_hash(out, base::hash128(rest));
  if (out.size() + rest.size() > kLargest) return;
  out += rest;
  try {
    std::error_code error;
    const fs::path folder = place_.parent_path();
    // Titles are nobody else's business.
    if (fs::create_directories(folder, error)) fs::permissions(folder, fs::perms::owner_all, error);
    base::write_file_atomically(place_, out);
  } catch (const std::exception&) {
    return;
  }
}

}  // namespace huozi::select
