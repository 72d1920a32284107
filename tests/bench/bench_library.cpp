// Writes a folder of articles as scrapers leave them, always the same, and a book that asks for all of them:
// bench_library FOLDER [ARTICLES]. Every thousandth is a reprint of the one before it. What ./dev bench library
// measures.
#include <cstdint>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <string>

namespace {

constexpr int kArticles = 50'000;
constexpr int kParagraphs = 16;
constexpr int kCharacters = 90;

class Random {
 public:
  uint32_t below(uint32_t limit) {
    state_ = state_ * 6364136223846793005ULL + 1442695040888963407ULL;
    return static_cast<uint32_t>(state_ >> 33) % limit;
  }

 private:
  uint64_t state_ = 1;
};

// Ideographs from U+4E00 on, three bytes each.
std::string words(Random& random, int count) {
  std::string out;
  for (int i = 0; i < count; ++i) {
    const uint32_t cp = 0x4E00 + random.below(3000);
    out += static_cast<char>(0xE0 | cp >> 12);
    out += static_cast<char>(0x80 | (cp >> 6 & 0x3F));
    out += static_cast<char>(0x80 | (cp & 0x3F));
  }
  return out;
}

std::string body(Random& random) {
  std::string out = "\n<div>   \n";
  for (int i = 0; i < kParagraphs; ++i) out += "<p>\n" + words(random, kCharacters) + "。\n</p>\n";
  return out + "</div>\n            ";
}

}  // namespace

int main(int argc, char** argv) {
  namespace fs = std::filesystem;
  if (argc < 2) {
    std::cerr << "bench_library FOLDER [ARTICLES]\n";
    return 2;
  }
  const fs::path folder = argv[1];
  const int count = argc > 2 ? std::atoi(argv[2]) : kArticles;
  Random random;
  std::string last;
  for (int i = 0; i < count; ++i) {
    const fs::path inner = folder / "articles" / std::to_string(i / 1000);
    if (i % 1000 == 0) fs::create_directories(inner);
    if (i % 1000 != 999) last = body(random);
    std::ofstream out(inner / (std::to_string(i) + ".md"), std::ios::binary);
    out << "\n---\ntitle: '" << words(random, 12) << "'\ncategories: \n - 报刊\n - " << (i % 10 == 0 ? "散文" : "消息")
        << "\nauthor: 作者" << i % 50 << "\ndate: Wed, 25 May 2022 12:19:20 GMT\n---\n"
        << last;
  }
  std::ofstream(folder / "book.yaml") << "title: 文库\ndate: 2022-06-01\nchapters:\n  - select: {from: [articles/]}\n";
  return 0;
}
