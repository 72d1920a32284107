// Writes a book of about 300 pages with 1,000 notes, always the same: bench_book FOLDER [CHAPTERS]. With CHAPTERS its
// 20 chapters become as many. What ./dev bench measures.
#include <cstdint>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <string>
#include <string_view>
#include <vector>

namespace {

// Words of a text on printing, so that marks, numbers and Latin fall as in real prose.
constexpr std::string_view kWords[] = {
    "活字", "印刷", "纸张", "书籍", "排版", "雕版", "校对", "文字", "版面", "书页", "注释", "标题", "目录",
    "读者", "编者", "工匠", "技术", "时代", "历史", "知识", "传播", "方法", "材料", "墨色", "装订", "开本",
    "天头", "地脚", "行距", "字号", "宋体", "楷体", "一种", "许多", "十分", "逐渐", "同时", "因此", "已经",
    "可以", "需要", "成为", "出现", "使用", "保存", "比较", "认为", "说明", "的",   "的",   "的",   "了",
    "在",   "与",   "和",   "是",   "也",   "为",   "把",   "从",   "而",   "其"};
constexpr std::string_view kLatin[] = {"Gutenberg", "OpenType", "Unicode", "PDF", "EPUB",
                                       "1450",      "1041",     "20%",     "2.5", "A5"};
constexpr int kChapters = 20;
constexpr int kParagraphs = 84;
constexpr int kNotes = 50;

class Writer {
 public:
  uint32_t pick(uint32_t below) {
    state_ = state_ * 6364136223846793005ULL + 1442695040888963407ULL;
    return static_cast<uint32_t>(state_ >> 33) % below;
  }

  std::string clause() {
    std::string out;
    const uint32_t words = 3 + pick(6);
    for (uint32_t i = 0; i < words; ++i) {
      const uint32_t kind = pick(40);
      if (kind == 0) {
        out += kLatin[pick(std::size(kLatin))];
      } else if (kind == 1) {
        out += "“" + word() + word() + "”";
      } else if (kind == 2) {
        out += "《" + word() + "》";
      } else if (kind == 3) {
        out += "**" + word() + "**";
      } else {
        out += word();
      }
    }
    return out;
  }

  std::string paragraph() {
    std::string out;
    const uint32_t sentences = 2 + pick(4);
    for (uint32_t i = 0; i < sentences; ++i) {
      const uint32_t clauses = 1 + pick(3);
      for (uint32_t k = 0; k < clauses; ++k) out += clause() + (k + 1 < clauses ? (pick(6) ? "，" : "；") : "");
      out += pick(12) ? "。" : pick(2) ? "！" : "？";
    }
    return out;
  }

 private:
  std::string word() { return std::string(kWords[pick(std::size(kWords))]); }
  uint64_t state_ = 20220601;
};

}  // namespace

int main(int argc, char** argv) {
  const int chapters = argc == 3 ? std::atoi(argv[2]) : kChapters;
  if (argc < 2 || argc > 3 || chapters < 1) {
    std::cerr << "usage: bench_book FOLDER [CHAPTERS]\n";
    return 2;
  }
  const std::filesystem::path folder = argv[1];
  std::filesystem::create_directories(folder / "articles");
  Writer writer;
  std::ofstream book(folder / "book.yaml");
  book << "title: 三百页\ncreators: [{name: 测试}]\ndate: 2022-06-01\nchapters:\n";
  for (int c = 1; c <= chapters; ++c) {
    const std::string name = "articles/" + std::to_string(c) + ".md";
    book << "  - " << name << "\n";
    std::ofstream article(folder / name);
    article << "---\ntitle: 第" << c << "篇文章的标题\n---\n\n";
    std::string notes;
    int note = 0;
    for (int p = 0; p < kParagraphs; ++p) {
      if (p % 12 == 6) article << "## " << writer.clause() << "\n\n";
      const bool quote = p % 17 == 3;
      article << (quote ? "> " : "") << writer.paragraph();
      if (p * kNotes / kParagraphs >= note && note < kNotes) {
        ++note;
        article << "[^" << note << "]";
        notes += "[^" + std::to_string(note) + "]: " + writer.clause() + "，" + writer.clause() + "。\n";
      }
      article << "\n\n";
    }
    article << notes;
  }
  return book.good() ? 0 : 1;
}
