#include "job/ticket_page.h"

#include <algorithm>
#include <string_view>
#include <utility>
#include <vector>

#include "base/han.h"
#include "base/utf8.h"
#include "document/front_matter_pages.h"

namespace huozi::job {
namespace {

using document::Block;
using document::TableCell;

// The ticket's own words, in the book's script.
class Speech {
 public:
  explicit Speech(bool traditional) : traditional_(traditional) {}

  std::string operator()(std::string_view words) const {
    if (!traditional_) return std::string(words);
    std::string out;
    for (const auto& each : base::CodePoints(words)) {
      // Of two traditional forms the ticket has those of 標準 and 書裡.
      const char32_t c = each.code_point;
      const std::string_view other = c == U'准' ? "準" : c == U'里' ? "裡" : base::to_traditional(c);
      out += other.empty() ? words.substr(each.offset, each.length) : other;
    }
    return out;
  }

 private:
  bool traditional_;
};

std::string millimetres(print::Micrometres length) {
  return print::in_millimetres(length) + "毫米";
}

std::string binding_words(print::Binding binding) {
  switch (binding) {
    case print::Binding::perfect:
      return "无线胶装";
    case print::Binding::sewn:
      return "锁线胶装";
    case print::Binding::saddle:
      return "骑马订";
  }
  return {};
}

// Groups that an eye can compare.
std::string in_groups(std::string_view digits) {
  std::string out;
  for (size_t i = 0; i < digits.size(); i += 8) out.append(i > 0 ? " " : "").append(digits.substr(i, 8));
  return out;
}

std::string grouped(uint64_t number) {
  std::string digits = std::to_string(number);
  for (size_t at = digits.size(); at > 3;) digits.insert(at -= 3, ",");
  return digits;
}

std::string run_words(const PageRun& run, const Speech& own) {
  const bool several = run.last > run.first;
  std::string out = "第" + std::to_string(run.first) + (several ? "–" + std::to_string(run.last) : "") + "面";
  if (run.first_label.empty() || run.first_label == std::to_string(run.first)) return out;
  const bool both = several && !run.last_label.empty();
  return out + own("（页码") + run.first_label + (both ? "–" + run.last_label : "") + "）";
}

std::string paper_words(const std::optional<Paper>& paper, const Speech& own) {
  if (!paper) return {};
  return (paper->name.empty() ? "" : paper->name + "，") + own("厚") + millimetres(paper->caliper);
}

// Of a sheet, as of a millimetre.
std::string thousandths(uint32_t value) {
  return print::in_millimetres(value);
}

// How the pages part into sheets. Those of a stapled book lie one in another.
std::string sheets_words(const print::Signatures& sheets, print::Binding binding) {
  const std::string size = std::to_string(sheets.size), count = std::to_string(sheets.count);
  const std::string blanks = sheets.blanks == 0 ? "不补白" : "补白" + std::to_string(sheets.blanks) + "面";
  if (binding != print::Binding::saddle) return "每帖" + size + "面，" + count + "帖，" + blanks;
  return "每张" + size + "面，" + (sheets.count > 1 ? count + "张套成一帖，" : "1张，") + blanks;
}

std::string marks_words(const std::vector<std::string>& marks) {
  std::string out;
  for (const std::string& mark : marks) {
    out += (out.empty() ? "" : "、") + std::string(mark == "crop" ? "裁切线" : "套准标记、色标");
  }
  return out.empty() ? "无" : out;
}

class TicketMaker {
 public:
  TicketMaker(const Facts& facts, const TicketRoom& room, const std::string& whole)
      : facts_(facts), room_(room), whole_(whole), own_(document::is_traditional_chinese(facts.language)), ids_(0) {}

  document::Book make() {
    document::Book book;
    if (document::is_traditional_chinese(facts_.language)) book.metadata.language = facts_.language;
    book.metadata.title = own_("印刷工单：") + facts_.title;
    document::Section section;
    section.info = info("job");
    section.name = "job";
    std::vector<Block>& blocks = section.blocks;
    blocks.push_back({info(), document::Heading{1, words(own_("印刷工单")), {}}});
    std::string title = facts_.title;
    if (!facts_.subtitle.empty()) title += "：" + facts_.subtitle;
    blocks.push_back({info("job-title"), document::Paragraph{words(shortened(title))}});
    the_book();
    add_table(blocks, "job-book", 0);
    the_lists();
    if (!rows_.empty()) add_table(blocks, "job-lists", 0);
    if (!facts_.files.empty()) {
      the_files();
      add_table(blocks, "job-files", 1);
    }
    blocks.push_back(
        {info("job-note"), document::Paragraph{words(own_("书里没有写明的，格子空着。全部事实见 ") + whole_ + "。")}});
    book.sections.push_back(std::move(section));
    return book;
  }

 private:
  document::NodeInfo info(std::string class_name = {}) {
    document::NodeInfo made;
    made.id = ids_.next();
    if (!class_name.empty()) made.attributes.classes.push_back(std::move(class_name));
    return made;
  }
  document::Inlines words(std::string text) {
    document::Inlines out;
    if (!text.empty()) out.push_back({info(), document::Text{std::move(text)}});
    return out;
  }

  std::string shortened(std::string_view text) const {
    std::u32string characters = base::to_utf32(text);
    if (characters.size() <= room_.characters) return std::string(text);
    characters.resize(room_.characters);
    return base::to_utf8(characters) + "……";
  }

  TableCell cell(std::string text, bool header, uint32_t span = 1, std::string class_name = {}) {
    TableCell made;
    made.info = info(std::move(class_name));
    made.header = header;
    made.column_span = span;
    made.children.push_back({info(), document::Paragraph{words(std::move(text))}});
    return made;
  }
  void pair(std::string_view label, const std::string& value, std::string_view other, const std::string& other_value) {
    rows_.push_back({});
    for (const auto& [name, words] : {std::pair(label, &value), std::pair(other, &other_value)}) {
      rows_.back().push_back(cell(own_(name), true));
      rows_.back().push_back(cell(shortened(*words), false));
    }
  }
  void list(std::string_view label, std::string entries) {
    rows_.push_back({});
    rows_.back().push_back(cell(own_(label), true));
    rows_.back().push_back(cell(std::move(entries), false));
  }
  void add_table(std::vector<Block>& blocks, std::string class_name, uint32_t header_rows) {
    document::Table table;
    table.rows = std::exchange(rows_, {});
    table.header_rows = header_rows;
    blocks.push_back({info(std::move(class_name)), std::move(table)});
  }

  template <typename Entries, typename Words>
  std::string listed(const Entries& entries, std::string_view between, Words&& entry_words) {
    std::string out;
    for (size_t i = 0; i < std::min(entries.size(), room_.entries); ++i) {
      out.append(out.empty() ? "" : between).append(entry_words(entries[i]));
    }
    if (entries.size() > room_.entries) out += "等" + std::to_string(entries.size()) + own_("项");
    return out;
  }

  void the_book() {
    const Facts& f = facts_;
    pair("书号", f.isbn.empty() ? "" : "ISBN " + f.isbn, "出版", f.publisher);
    pair("版次", f.edition, "印次", f.printing);
    const std::string size = print::in_millimetres(f.width) + " × " + millimetres(f.height);
    pair("印数", f.print_run ? grouped(*f.print_run) + own_("册") : "", "成品尺寸", size);
    std::string format = f.size_name;
    if (!f.sheet_format.empty()) format += (format.empty() ? "" : "　") + f.sheet_format;
    pair("开本", own_(format), "印张", f.sheets ? thousandths(*f.sheets) : "");
    pair("面数", std::to_string(f.pages) + "面", "折帖", own_(sheets_words(f.signatures, f.binding)));
    pair("正文用纸", paper_words(f.paper, own_), "封面用纸", paper_words(f.cover_paper, own_));
    pair("装订", own_(binding_words(f.binding)), "书脊",
         !f.spine        ? ""
         : *f.spine == 0 ? own_("没有")
                         : millimetres(*f.spine));
    pair("正文印色",
         f.colours + (!f.in_colour           ? ""
                      : f.in_colour->empty() ? "（只用黑版）"
                                             : "（有彩色面）"),
         "封面印色", f.cover_colours);
    pair("出血", f.bleed == 0 ? own_("无") : millimetres(f.bleed), "标记", own_(marks_words(f.marks)));
    pair("输出意图", f.output_intent + (f.rendering_intent == "perceptual" ? own_("（可感知）") : ""), "油墨上限",
         std::to_string(f.ink_limit) + "%");
  }

  void the_lists() {
    if (facts_.in_colour && !facts_.in_colour->empty()) {
      list("彩色面", listed(*facts_.in_colour, "、", [&](const PageRun& run) { return run_words(run, own_); }));
    }
    std::vector<std::string> fonts;
    for (const File& file : facts_.files) {
      for (const Font& font : file.fonts) {
        std::string entry = font.postscript_name + (!font.embedded ? own_("（没有嵌入）")
                                                    : font.subset  ? ""
                                                                   : own_("（整套）"));
        if (std::find(fonts.begin(), fonts.end(), entry) == fonts.end()) fonts.push_back(std::move(entry));
      }
    }
    if (!fonts.empty()) list("嵌入字体", listed(fonts, "、", [](const std::string& font) { return font; }));
    pictures("图片偏粗", facts_.coarse, "像素每英寸");
    pictures("油墨过量", facts_.heavy, "%");
  }

  void the_files() {
    rows_.push_back({});
    for (const char* head : {"文件", "内容", "标准", "字节"}) rows_.back().push_back(cell(own_(head), true));
    for (size_t i = 0; i < std::min(facts_.files.size(), room_.entries); ++i) {
      const File& file = facts_.files[i];
      rows_.push_back({});
      rows_.back().push_back(cell(shortened(file.name), false));
      rows_.back().push_back(cell(own_(file.kind == File::Kind::cover ? "封面" : "书芯"), false));
      rows_.back().push_back(cell(file.standard, false));
      rows_.back().push_back(cell(grouped(file.bytes), false));
      rows_.push_back({});
      rows_.back().push_back(cell("SHA-256　" + in_groups(file.sha256), false, 4, "job-hash"));
    }
    if (facts_.files.size() > room_.entries) {
      rows_.push_back({});
      rows_.back().push_back(cell("共" + std::to_string(facts_.files.size()) + own_("个文件"), false, 4));
    }
  }

  void pictures(const std::string& head, const std::vector<Picture>& pictures, const std::string& unit) {
    if (pictures.empty()) return;
    const auto entry = [&](const Picture& each) {
      const std::string label = each.label.empty() ? "" : own_("（页码") + each.label + "）";
      return shortened(each.file) + "，第" + std::to_string(each.page) + "面" + label + "，" +
             std::to_string(each.value) + own_(unit);
    };
    list(head, listed(pictures, "；", entry));
  }

  const Facts& facts_;
  const TicketRoom& room_;
  const std::string& whole_;
  Speech own_;
  document::GeneratedIds ids_;
  std::vector<std::vector<TableCell>> rows_;
};

}  // namespace

document::Book ticket_page(const Facts& facts, const TicketRoom& room, const std::string& whole) {
  return TicketMaker(facts, room, whole).make();
}

}  // namespace huozi::job
