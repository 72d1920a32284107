// Writes a book of CHAPTERS chapters that are hard to page, always the same: paged_book FOLDER CHAPTERS.
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iostream>

#include "bench/paged_text.h"
#include "support/png.h"

int main(int argc, char** argv) {
  const int chapters = argc == 3 ? std::atoi(argv[2]) : 0;
  if (chapters <= 0) {
    std::cerr << "usage: paged_book FOLDER CHAPTERS\n";
    return 2;
  }
  const std::filesystem::path folder = argv[1];
  std::filesystem::create_directories(folder / "articles");
  std::filesystem::create_directories(folder / "images");
  std::string rows;
  for (int y = 0; y < 160; ++y) rows += '\0' + std::string(240, static_cast<char>(96 + y));
  std::ofstream(folder / "images/grey.png", std::ios::binary) << huozi::test::png(240, 160, 0, rows);
  std::ofstream book(folder / "book.yaml");
  book << "title: 难排的书\ncreators: [{name: 测试}]\ndate: 2022-06-01\nchapters:\n";
  huozi::bench::PagedText text;
  for (int c = 1; c <= chapters; ++c) {
    const std::string name = "articles/" + std::to_string(c) + ".md";
    book << "  - " << name << "\n";
    std::ofstream(folder / name) << "---\ntitle: 第" << c << "篇\n---\n\n" << text.chapter("../images/grey.png");
  }
  return book.good() ? 0 : 1;
}
