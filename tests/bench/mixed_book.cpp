// Writes a book of about CHARACTERS characters of mixed prose, always the same: mixed_book FOLDER CHARACTERS.
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iostream>

#include "bench/mixed_text.h"

int main(int argc, char** argv) {
  const long wanted = argc == 3 ? std::atol(argv[2]) : 0;
  if (wanted <= 0) {
    std::cerr << "usage: mixed_book FOLDER CHARACTERS\n";
    return 2;
  }
  const std::filesystem::path folder = argv[1];
  std::filesystem::create_directories(folder / "articles");
  huozi::bench::MixedText text;
  std::ofstream book(folder / "book.yaml");
  book << "title: 混排\ncreators: [{name: 测试}]\ndate: 2022-06-01\nchapters:\n";
  long made = 0;
  for (int c = 1; made < wanted; ++c) {
    const std::string name = "articles/" + std::to_string(c) + ".md";
    book << "  - " << name << "\n";
    std::ofstream article(folder / name);
    article << "---\ntitle: " << text.title() << "\n---\n\n";
    std::string notes;
    for (int p = 0; p < 60 && made < wanted; ++p) {
      if (p % 15 == 7) article << "## " << text.title() << "\n\n";
      const uint32_t length = text.length();
      article << text.paragraph(length, &notes) << "\n\n";
      made += length;
    }
    article << notes;
  }
  return book.good() ? 0 : 1;
}
