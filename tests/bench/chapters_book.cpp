// Writes a book of many chapters, always the same: chapters_book FOLDER CHAPTERS. A chapter is about 3,000 characters
// with headings and notes, every fourth with a table. Only Markdown that other programs read alike, and no pages: what
// ./dev bench epub packs.
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <string>

#include "bench/mixed_text.h"

namespace {

// With notes, headings, markup and long addresses the file comes to 3,000.
constexpr uint32_t kCharacters = 2000;

void write_table(huozi::bench::MixedText& text, std::ofstream& article) {
  article << "| " << text.title() << " | " << text.title() << " |\n|---|---|\n";
  for (int row = 0; row < 6; ++row) article << "| " << text.title() << " | " << text.title() << " |\n";
  article << "\n";
}

void write_chapter(huozi::bench::MixedText& text, int number, std::ofstream& article) {
  article << "# " << text.title() << "\n\n";
  std::string notes;
  uint32_t made = 0;
  for (int p = 0; made < kCharacters; ++p) {
    if (p % 8 == 3) article << "## " << text.title() << "\n\n";
    if (p == 5 && number % 4 == 0) write_table(text, article);
    const uint32_t length = text.length();
    article << text.paragraph(length, &notes) << "\n\n";
    made += length;
  }
  // A blank line between notes.
  for (const char c : notes) article << (c == '\n' ? "\n\n" : std::string(1, c));
}

}  // namespace

int main(int argc, char** argv) {
  const int chapters = argc == 3 ? std::atoi(argv[2]) : 0;
  if (chapters <= 0) {
    std::cerr << "usage: chapters_book FOLDER CHAPTERS\n";
    return 2;
  }
  const std::filesystem::path folder = argv[1];
  std::filesystem::create_directories(folder / "articles");
  huozi::bench::MixedText text;
  std::ofstream book(folder / "book.yaml");
  book << "title: 多章\ncreators: [{name: 测试}]\ndate: 2022-06-01\nfront: [title-page, contents]\nchapters:\n";
  for (int number = 1; number <= chapters; ++number) {
    char name[32];
    std::snprintf(name, sizeof name, "articles/%04d.md", number);
    book << "  - " << name << "\n";
    std::ofstream article(folder / name);
    write_chapter(text, number, article);
  }
  book << "outputs:\n  epub: {profile: standard}\n";
  return book.good() ? 0 : 1;
}
