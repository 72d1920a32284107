#include "index/index_section.h"

#include <chrono>
#include <set>

#include "document/plain_text.h"
#include "document/walk.h"
#include "support/catch.h"

using namespace huozi;
using document::IndexSettings;
using document::NodeId;
using index::Mark;
using index::Medium;

namespace {

Mark mark(const char* entry, uint32_t node, const char* reading = "", const char* see = "") {
  return {index::path_of(entry), index::path_of(reading), index::path_of(see), {0, node}, {}};
}

// Place n stands on page n of the body.
document::Folios pages(uint32_t count) {
  document::Folios folios;
  for (uint32_t n = 1; n <= count; ++n) folios[NodeId{0, n}] = {false, n, std::to_string(n)};
  return folios;
}

// The paragraphs, one a line; those of entries below others further in.
void lines(const document::Blocks& blocks, const std::string& indent, std::string& out) {
  for (const document::Block& block : blocks) {
    if (const auto* paragraph = std::get_if<document::Paragraph>(&block.content)) {
      const bool letter = block.info.attributes.has_class("index-letter");
      out += indent + (letter ? "# " : "") + document::plain_text(paragraph->children) + "\n";
    } else if (const auto* division = std::get_if<document::Division>(&block.content)) {
      lines(division->children, indent, out);
    } else if (const auto* list = std::get_if<document::List>(&block.content)) {
      for (const document::ListItem& item : list->items) {
        for (const document::Block& inner : item.children) {
          lines({inner}, std::holds_alternative<document::List>(inner.content) ? indent + "  " : indent, out);
        }
      }
    }
  }
}

struct Made {
  document::Section section = index::empty_index_section();
  source::Diagnostics diagnostics;

  Made(const std::vector<Mark>& marks, Medium medium, const document::Folios* folios, IndexSettings settings = {}) {
    const auto groups = index::make_entries(marks, settings, "zh-Hans", diagnostics);
    index::fill_index(section, groups, "zh-Hans", medium, folios);
  }
  std::string text() const {
    std::string out;
    lines(section.blocks, "", out);
    return out;
  }
  std::string said() const {
    std::string out;
    for (const auto& item : diagnostics.items())
      out += item.rule + " " + (item.arguments.empty() ? "" : item.arguments[0]) + "|";
    return out;
  }
};

const std::vector<Mark> kMarks = {mark("信访", 1),
                                  mark("信访!条例", 2),
                                  mark("信访", 3),
                                  mark("信访", 4),
                                  mark("信访", 5),
                                  mark("长征", 6, "chang zheng"),
                                  mark("信访!制度", 7),
                                  mark("上访", 8, "", "信访"),
                                  mark("信访!条例", 9, "", "长征")};

}  // namespace

TEST_CASE("an index in print has pages, merged into ranges", "[index]") {
  const document::Folios folios = pages(9);
  const Made made(kMarks, Medium::print, &folios);
  CHECK(made.text() == "# C\n长征　6\n# S\n上访　见信访\n# X\n信访　1, 3–5\n  条例　2　参见长征\n  制度　7\n");
  CHECK(made.said().empty());
}

TEST_CASE("in the e-book each page has a link, or each place where there are no pages", "[index]") {
  document::Folios folios = pages(9);
  CHECK(Made(kMarks, Medium::ebook, &folios).text().find("信访　1, 3, 4, 5\n") != std::string::npos);
  const Made made(kMarks, Medium::ebook, nullptr);
  CHECK(made.text().find("信访　1, 2, 3, 4\n") != std::string::npos);
  std::vector<uint32_t> targets;
  document::for_each_inline(made.section, [&](const document::Inline& node) {
    const auto* link = std::get_if<document::Link>(&node.content);
    if (link && link->node->article == 0) targets.push_back(link->node->ordinal);
  });
  CHECK(targets == std::vector<uint32_t>{6, 1, 3, 4, 5, 2, 7});
}

TEST_CASE("references within the index lead to their entries", "[index]") {
  const Made made(kMarks, Medium::ebook, nullptr);
  std::set<NodeId> paragraphs;
  size_t references = 0;
  document::for_each_block(made.section, [&](const document::Block& block) { paragraphs.insert(block.info.id); });
  document::for_each_inline(made.section, [&](const document::Inline& node) {
    const auto* link = std::get_if<document::Link>(&node.content);
    if (!link || link->node->article != source::kNoFile) return;
    ++references;
    CHECK(paragraphs.count(*link->node) == 1);
  });
  CHECK(references == 2);
}

TEST_CASE("what cannot be understood is reported", "[index]") {
  CHECK(Made({mark("甲", 1, "jia yi")}, Medium::ebook, nullptr).said() == "index.reading jia yi|");
  CHECK(Made({mark("", 1)}, Medium::ebook, nullptr).said() == "index.no-entry |");
  const Made nowhere({mark("甲", 1), mark("乙", 2, "", "丙"), mark("丁", 3, "", "丁")}, Medium::ebook, nullptr);
  CHECK(nowhere.said() == "index.see-nowhere 丙|index.see-nowhere 丁|");
  CHECK(nowhere.text() == "# J\n甲　1\n");
}

TEST_CASE("listed terms may refer to other entries", "[index]") {
  IndexSettings settings;
  settings.terms.emplace_back();
  settings.terms.back().term = "上访";
  settings.terms.back().see = "信访";
  CHECK(Made({mark("信访", 1)}, Medium::ebook, nullptr, settings).text() == "# S\n上访　见信访\n# X\n信访　1\n");
}

TEST_CASE("five hundred entries are sorted at once, by Pinyin and by strokes", "[index]") {
  std::vector<Mark> marks;
  for (uint32_t i = 0; i < 5000; ++i) {
    std::string entry;
    // 500 headings of two characters each, ten places a heading.
    for (const uint32_t c : {0x4E00 + i % 500 * 37, 0x4E00 + i % 500 * 11}) {
      entry += static_cast<char>(0xE0 | c >> 12);
      entry += static_cast<char>(0x80 | (c >> 6 & 0x3F));
      entry += static_cast<char>(0x80 | (c & 0x3F));
    }
    marks.push_back(mark(entry.c_str(), i + 1));
  }
  const document::Folios folios = pages(5000);
  for (const auto sort : {document::IndexSort::pinyin, document::IndexSort::stroke}) {
    IndexSettings settings;
    settings.sort = sort;
    const auto begin = std::chrono::steady_clock::now();
    const Made made(marks, Medium::print, &folios, settings);
    const auto took = std::chrono::steady_clock::now() - begin;
    size_t entries = 0;
    document::for_each_block(made.section, [&](const document::Block& block) {
      if (const auto* list = std::get_if<document::List>(&block.content)) entries += list->items.size();
    });
    CHECK(entries == 500);
    CHECK(made.section.blocks.size() > 15);
    INFO("500 entries, 5000 places: " << std::chrono::duration_cast<std::chrono::milliseconds>(took).count() << " ms");
    CHECK(took < std::chrono::seconds(5));
    CHECK(made.text() == Made(marks, Medium::print, &folios, settings).text());
  }
}
