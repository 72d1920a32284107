// Chinese prose made by rule, always the same for a seed: what benches and checks of composition set. Header only.
#pragma once

#include <cstdint>
#include <iterator>
#include <string>
#include <string_view>

namespace huozi::bench {

class MixedText {
 public:
  explicit MixedText(uint64_t seed = 20220601) : state_(seed) {}

  // One paragraph of Markdown, of `characters` or somewhat more. Of a hundred paragraphs 20 have Latin words and
  // numbers, 10 links, bold, code and notes beside marks, 10 nested quotes and brackets, 3 long addresses.
  // `notes`: gets the texts of the notes called.
  std::string paragraph(uint32_t characters, std::string* notes = nullptr) {
    const uint32_t kind = pick(100);
    std::string out;
    uint32_t set = 0;
    while (set < characters) {
      const uint32_t clauses = 1 + pick(4);
      for (uint32_t k = 0; k < clauses; ++k) {
        set += clause(kind, out, notes);
        if (k + 1 < clauses) out += pick(7) == 0 ? "；" : pick(9) == 0 ? "、" : "，";
      }
      out += pick(12) != 0 ? "。" : pick(2) != 0 ? "！" : "？";
    }
    return out;
  }

  // From one line to forty of 28 characters; most are of two to eight lines.
  uint32_t length() {
    const uint32_t kind = pick(40);
    if (kind == 0) return 28 * (15 + pick(25));
    if (kind < 6) return 5 + pick(22);
    return 40 + pick(200);
  }

  std::string title() {
    std::string out;
    for (uint32_t k = 0; k < 2 + pick(3); ++k) word(out);
    return out;
  }

  uint32_t pick(uint32_t below) {
    state_ = state_ * 6364136223846793005ULL + 1442695040888963407ULL;
    return static_cast<uint32_t>(state_ >> 33) % below;
  }

 private:
  static constexpr std::string_view kWords[] = {
      "活字",   "印刷",   "纸张",   "书籍",   "排版",   "雕版",  "校对", "文字", "版面", "书页", "注释", "标题",
      "目录",   "读者",   "编者",   "工匠",   "技术",   "时代",  "历史", "知识", "传播", "方法", "材料", "墨色",
      "装订",   "开本",   "天头",   "地脚",   "行距",   "字号",  "宋体", "楷体", "一种", "许多", "十分", "逐渐",
      "同时",   "因此",   "已经",   "可以",   "需要",   "成为",  "出现", "使用", "保存", "比较", "认为", "说明",
      "的",     "的",     "的",     "了",     "在",     "与",    "和",   "是",   "也",   "为",   "把",   "从",
      "而",     "其",     "不",     "有",     "这",     "人",    "一个", "没有", "起来", "之间", "以后", "出版社",
      "印刷厂", "图书馆", "研究者", "手工业", "铅活字", "木活字"};
  static constexpr std::string_view kLatin[] = {
      "Gutenberg",   "OpenType",      "Unicode", "PDF",      "EPUB",           "A5",  "Johannes Gutenberg",
      "typesetting", "CSS",           "HTML5",   "Linotype", "Windows Server", "TeX", "letterpress",
      "Monotype",    "Aldus Manutius"};
  static constexpr std::string_view kNumbers[] = {"1450年", "1041—1048年", "20%",   "2.5倍", "25℃",      "12,345册",
                                                  "第3章",  "5月1日",      "￥199", "1—3页", "787×1092", "10.5 pt"};
  static constexpr std::string_view kAddresses[] = {
      "https://www.example.com/books/typesetting/2022/06/01/index.html",
      "https://example.org/wiki/History_of_printing?oldid=123456789&action=view",
      "http://press.example.net/~editor/catalogue/letterpress-and-movable-type.pdf"};

  // Returns how many characters it has come to, more or less.
  uint32_t clause(uint32_t kind, std::string& out, std::string* notes) {
    uint32_t count = 0;
    const uint32_t words = 3 + pick(6);
    for (uint32_t i = 0; i < words; ++i) count += one(kind, out, notes);
    return count + 1;
  }

  uint32_t one(uint32_t kind, std::string& out, std::string* notes) {
    const bool special = pick(5) == 0;
    if (kind < 20 && special) {
      const std::string_view latin =
          pick(2) != 0 ? kLatin[pick(std::size(kLatin))] : kNumbers[pick(std::size(kNumbers))];
      out += latin;
      return static_cast<uint32_t>(latin.size()) / 2;
    }
    if (kind >= 20 && kind < 30 && special) return marked_up(out, notes);
    if (kind >= 30 && kind < 40 && special) return nested(out);
    if (kind >= 40 && kind < 43 && pick(30) == 0) {
      out += kAddresses[pick(std::size(kAddresses))];
      return 30;
    }
    if (pick(40) == 0) {
      out += "“";
      const uint32_t count = word(out) + word(out);
      out += "”";
      return count + 2;
    }
    return word(out);
  }

  uint32_t marked_up(std::string& out, std::string* notes) {
    static constexpr std::string_view kAround[][2] = {
        {"**", "**"}, {"*", "*"}, {"`", "`"}, {"[", "](https://example.com/a)"}, {"《**", "**》"}, {"“*", "*”"}};
    const auto& around = kAround[pick(std::size(kAround))];
    out += around[0];
    uint32_t count = word(out);
    if (around[0] == "`") out += "code", count += 2;
    out += around[1];
    if (notes && pick(4) == 0) {
      const std::string mark = "[^" + std::to_string(++note_) + "]";
      out += "，" + mark;
      *notes += mark + ": ";
      for (uint32_t k = 0; k < 3 + pick(20); ++k) word(*notes);
      *notes += "。\n";
    } else if (pick(2) == 0) {
      out += "，";
    }
    return count + 1;
  }

  uint32_t nested(std::string& out) {
    static constexpr std::string_view kOpen[] = {"“‘", "《〈", "（《", "（“", "【"};
    static constexpr std::string_view kClose[] = {"’”", "〉》", "》）", "”）", "】"};
    const uint32_t which = pick(std::size(kOpen));
    if (pick(3) == 0) out += "：";
    out += kOpen[which];
    const uint32_t count = word(out) + word(out);
    out += kClose[which];
    if (pick(3) == 0) out += "，";
    return count + 4;
  }

  uint32_t word(std::string& out) {
    const std::string_view word = kWords[pick(std::size(kWords))];
    out += word;
    return static_cast<uint32_t>(word.size()) / 3;
  }

  uint64_t state_;
  int note_ = 0;
};

}  // namespace huozi::bench
