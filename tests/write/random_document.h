// Random documents in the form that reading gives: no empty text, no blank at an edge, nothing split that is one.
// Header only. Not here: documents no article can say.
#pragma once

#include <algorithm>
#include <iterator>
#include <random>
#include <string>
#include <utility>
#include <vector>

#include "document/book.h"
#include "support/builders.h"

namespace huozi::test {

class RandomDocument {
 public:
  explicit RandomDocument(uint32_t seed) : random_(seed) {}

  document::Document make() {
    document::Document out;
    out.metadata.title = words();
    if (chance(3)) out.metadata.author = words();
    if (chance(3)) out.metadata.url = "https://example.com/" + words();
    if (chance(3)) out.metadata.source = words();
    if (chance(4)) out.metadata.date = "2022-06-01";
    if (chance(4)) out.metadata.language = "zh-Hant";
    if (chance(4)) out.metadata.tags = {words(), words()};
    if (chance(4)) out.metadata.categories = {words()};
    if (chance(4)) out.metadata.title_id = "title";
    out.metadata.numbered = !chance(4);
    out.blocks = blocks(0, true);
    return out;
  }

 private:
  using Kind = document::StyledKind;

  size_t below(size_t bound) { return random_() % bound; }
  bool chance(size_t of) { return below(of) == 0; }

  // What marks, tags, addresses and lines of Markdown begin with, among plain words.
  std::string words() {
    static const std::vector<std::string> kPieces = {"甲",
                                                     "活字",
                                                     "印刷",
                                                     "abc",
                                                     "x",
                                                     "*",
                                                     "**",
                                                     "_",
                                                     "__",
                                                     "`",
                                                     "``",
                                                     "[",
                                                     "]",
                                                     "](",
                                                     "[^1]",
                                                     "![",
                                                     "<",
                                                     "<b>",
                                                     "</div>",
                                                     "<br>",
                                                     "&",
                                                     "&amp;",
                                                     "&lt;",
                                                     "&#65;",
                                                     "#",
                                                     "# ",
                                                     "## ",
                                                     "1. ",
                                                     "12) ",
                                                     "- ",
                                                     "+ ",
                                                     "* ",
                                                     "---",
                                                     "***",
                                                     "===",
                                                     "> ",
                                                     ":",
                                                     ": ",
                                                     ":::",
                                                     "::: verse",
                                                     "~",
                                                     "~~",
                                                     "~~~",
                                                     "```",
                                                     "|",
                                                     "| a |",
                                                     "--|--",
                                                     "^",
                                                     "{",
                                                     "}",
                                                     "{.a}",
                                                     "{#b}",
                                                     "\\",
                                                     "\\\\",
                                                     "!",
                                                     "(",
                                                     ")",
                                                     "\"",
                                                     "'",
                                                     "http://a.b/c",
                                                     "https://x.yz",
                                                     "www.a.bc",
                                                     "a_b",
                                                     "$1",
                                                     "%",
                                                     "。",
                                                     "“",
                                                     "”",
                                                     "，",
                                                     "——",
                                                     "\u00A0",
                                                     "\u3000",
                                                     "\u00AD",
                                                     "\u200D",
                                                     "𠮷",
                                                     "😀",
                                                     "é",
                                                     "<!-- y -->",
                                                     "<?z?>",
                                                     "[x]: y",
                                                     "[^1]: z",
                                                     "@key",
                                                     "=",
                                                     "title: x",
                                                     "\t",
                                                     " ",
                                                     " ",
                                                     ";",
                                                     "/",
                                                     "...",
                                                     "5*6",
                                                     "2^3",
                                                     "\\n"};
    std::string out;
    for (size_t count = 1 + below(4); count > 0; --count) out += kPieces[below(kPieces.size())];
    std::replace(out.begin(), out.end(), '\t', ' ');
    for (size_t at; (at = out.find("  ")) != std::string::npos;) out.erase(at, 1);
    for (bool again = true; again;) {
      again = false;
      for (const std::string_view blank : {" ", "\u00A0", "\u3000"}) {
        if (out.starts_with(blank)) out.erase(0, blank.size()), again = true;
        if (out.ends_with(blank)) out.resize(out.size() - blank.size()), again = true;
      }
    }
    return out.empty() ? "字" : out;
  }

  document::Attributes some_attributes() {
    document::Attributes out;
    if (chance(2)) out.classes.push_back(chance(3) ? "a_b" : "proper-noun");
    if (chance(4)) out.classes.push_back("注");
    if (out.classes.empty() || chance(4)) out.id = "i" + std::to_string(below(1000)) + (chance(4) ? "_x" : "");
    if (chance(4)) out.lang = "en";
    return out;
  }

  // What is true of the place an inline stands in.
  struct Where {
    int depth = 0;
    bool markdown = true;  // not within a block that is written as HTML
    bool in_link = false;
    bool breaks = true;
    bool notes = true;
    bool images = true;
    unsigned around = 0;  // bits of the kinds
  };

  Inline one(Where where) {
    ++where.depth;
    switch (where.depth > 3 ? below(2) : below(9)) {
      case 0:
        return code(words().c_str());
      case 1:
        if (where.images) return img("a " + words() + ".png", words(), chance(2) ? words() : "");
        return code("x");
      case 2:
      case 3:
      case 4: {
        const auto kind = static_cast<Kind>(below(11));
        const unsigned bit = 1u << static_cast<unsigned>(kind);
        if (kind == Kind::code || (where.around & bit)) return code(words().c_str());
        if (kind == Kind::superscript) where.notes = false;
        where.around |= bit;
        Inline out{{}, document::Styled{kind, inlines(where)}};
        if (kind == Kind::span || chance(4)) out.info.attributes = some_attributes();
        if (kind == Kind::span && chance(3)) {
          out.info.attributes.classes = {"index"};
          out.info.attributes.values = {{"entry", where.markdown && chance(2) ? "甲!乙" : "丙"}};
        }
        if (kind == Kind::span && where.markdown && chance(4)) out.info.attributes.values.emplace_back("k", "v 值");
        return out;
      }
      case 5: {
        if (where.in_link) return code("y");
        where.in_link = true;
        where.notes = false;
        Inline out = a(chance(2) ? "https://a.b/" + words() : "#x", {});
        std::get<document::Link>(out.content).children = inlines(where);
        if (chance(4)) out.info.attributes.classes = {"page"};
        return out;
      }
      case 6: {
        if (!where.notes || where.depth > 2 || notes_open_ == 3) return code("z");
        ++notes_open_;
        Blocks text = blocks(3, where.markdown);
        --notes_open_;
        return note(std::move(text));
      }
      default: {
        document::Ruby out;
        for (size_t count = 1 + below(3); count > 0; --count) {
          Where inside = where;
          inside.breaks = inside.notes = inside.images = false;
          inside.depth = 4;
          out.pairs.push_back({chance(3) ? inlines(inside) : Inlines{t("字")}, chance(2) ? "zì" : words()});
        }
        return {{}, std::move(out)};
      }
    }
  }

  static bool is_text(const Inline& node) { return std::holds_alternative<document::Text>(node.content); }

  Inlines inlines(Where where) {
    Inlines out;
    bool in_line = false;  // text stands before: a blank counts
    for (size_t count = 1 + below(where.depth > 2 ? 2 : 4); count > 0; --count) {
      const bool after_text = !out.empty() && is_text(out.back());
      if (!after_text && chance(2)) {
        const bool gap = in_line && chance(3);
        out.push_back(t((gap ? " " : "") + words()));
        in_line = true;
      } else if (after_text && where.breaks && count > 1 && chance(4)) {
        out.push_back(br());
        out.push_back(t(words()));
      } else {
        Inline next = one(where);
        const bool alike = !out.empty() && out.back().content.index() == next.content.index();
        if (alike) out.push_back(t("间"));
        out.push_back(std::move(next));
      }
    }
    return out;
  }

  Block paragraph(bool markdown) {
    Where where;
    where.markdown = markdown;
    const bool attributed = chance(5);
    if (attributed) where.markdown = false;
    Block out = p({});
    std::get<document::Paragraph>(out.content).children = inlines(where);
    if (!attributed) return out;
    if (chance(2)) out.info.attributes = some_attributes();
    if (chance(2) || out.info.attributes.id.empty()) out.info.attributes.values = {{"text-align", "center"}};
    return out;
  }

  static bool is_list(const Block& block) { return std::holds_alternative<document::List>(block.content); }

  // As HTML is read: no item with more than one block, lists apart.
  static bool reads_tight(const document::List& list) {
    return std::all_of(list.items.begin(), list.items.end(), [](const document::ListItem& item) {
      return std::count_if(item.children.begin(), item.children.end(), [](const Block& b) { return !is_list(b); }) <= 1;
    });
  }

  Block list(int depth, bool markdown) {
    document::List out;
    out.ordered = chance(2);
    if (out.ordered && chance(3)) out.start = static_cast<int64_t>(below(1200));
    Block block{{}, document::List{}};
    const bool attributed = chance(6);
    for (size_t count = 1 + below(3); count > 0; --count) {
      document::ListItem item;
      const bool plain_text = chance(2);
      item.children = plain_text ? Blocks{paragraph(false)} : blocks(depth + 1, false);
      if (attributed && out.ordered && chance(2)) item.info.attributes.values = {{"value", "7"}};
      out.items.push_back(std::move(item));
    }
    out.tight = reads_tight(out);
    if (attributed) block.info.attributes = some_attributes();
    if (markdown && !attributed && chance(3)) out.tight = false;
    block.content = std::move(out);
    return block;
  }

  // Tight, with blocks that may follow one another without blank lines.
  Block compact_list() {
    std::vector<Blocks> items;
    for (size_t count = 1 + below(3); count > 0; --count) {
      Block first = p({});
      std::get<document::Paragraph>(first.content).children = inlines({});
      Blocks item{std::move(first)};
      if (chance(2)) item.push_back(quote({p("引"), p("文")}));
      if (chance(2)) item.push_back(Block{{}, document::CodeBlock{code_text(), "c"}});
      if (chance(3)) item.push_back(division("verse", {p("行")}));
      if (chance(3)) item.push_back(h(3, words().c_str()));
      items.push_back(std::move(item));
    }
    return test::list(std::move(items));
  }

  std::string code_text() {
    std::string out = words();
    for (size_t count = below(5); count > 0; --count)
      out += (chance(3) ? "\n\n" : "\n") + std::string(below(6), ' ') + words();
    return out;
  }

  Block table(int depth) {
    document::Table out;
    const bool simple = chance(2);
    const size_t columns = 1 + below(3);
    const size_t rows = 1 + below(3);
    out.header_rows = simple ? 1 : static_cast<uint32_t>(below(rows));
    for (size_t row = 0; row < rows; ++row) {
      std::vector<document::TableCell> cells;
      for (size_t column = 0; column < columns; ++column) {
        document::TableCell cell;
        cell.header = row < out.header_rows;
        cell.alignment = static_cast<document::TableCell::Alignment>(simple ? column % 4 : below(4));
        if (!simple && chance(5)) cell.column_span = 2;
        if (!simple && chance(5) && row + 1 < rows && row + 1 != out.header_rows) cell.row_span = 2;
        if (!simple && chance(5)) cell.info.attributes = some_attributes();
        Where where;
        where.markdown = false;
        if (!chance(5))
          cell.children = {p({})}, std::get<document::Paragraph>(cell.children[0].content).children = inlines(where);
        if (!simple && chance(3)) cell.children = blocks(depth + 2, false);
        cells.push_back(std::move(cell));
      }
      out.rows.push_back(std::move(cells));
    }
    Where where;
    where.markdown = where.images = false;
    if (!simple && chance(3)) out.caption = inlines(where);
    return {{}, std::move(out)};
  }

  Block figure_of(int depth) {
    Where where;
    where.markdown = where.images = false;
    document::Figure out;
    Block row = p({img("a.png", words())});
    if (chance(3)) std::get<document::Paragraph>(row.content).children.push_back(br());
    if (chance(3)) row.info.attributes.values = {{"text-align", "center"}};
    auto& pictures = std::get<document::Paragraph>(row.content).children;
    if (pictures.size() > 1) pictures.push_back(img("b.png"));
    out.children.push_back(std::move(row));
    if (chance(4) && depth < 3) out.children.push_back(table(3));
    if (chance(2)) out.caption = inlines(where);
    if (chance(3)) out.credit = inlines(where);
    Block block{{}, std::move(out)};
    if (chance(5)) block.info.attributes = some_attributes();
    return block;
  }

  Block definitions(int depth) {
    document::DefinitionList out;
    for (size_t count = 1 + below(3); count > 0; --count) {
      document::DefinitionList::Entry entry;
      Where where;
      where.markdown = where.breaks = false;
      for (size_t terms = 1 + below(2); terms > 0; --terms) entry.terms.push_back(inlines(where));
      for (size_t each = 1 + below(2); each > 0; --each) {
        entry.definitions.push_back(chance(2) ? Blocks{paragraph(false)} : blocks(depth + 1, false));
      }
      out.entries.push_back(std::move(entry));
    }
    return {{}, std::move(out)};
  }

  // `markdown`: blocks that have no form in HTML may stand here.
  Block block(int depth, bool markdown) {
    const size_t kind = depth > 2 ? below(4) : below(13);
    switch (kind) {
      case 4:
        return list(depth, markdown);
      case 5:
        return markdown ? compact_list() : list(depth, false);
      case 6: {
        const bool attributed = chance(4);
        Block out = quote(blocks(depth + 1, markdown && !attributed));
        if (attributed) out.info.attributes = some_attributes();
        return out;
      }
      case 7: {
        Blocks children = blocks(depth + 1, markdown);
        if (!markdown && children.size() == 1) children.push_back(p("再"));
        Block out = division("verse", std::move(children));
        if (chance(2)) out.info.attributes = some_attributes();
        if (out.info.attributes.classes.empty()) out.info.attributes.classes = {"box"};
        if (markdown && chance(4)) out.info.attributes.values = {{"text-align", "right"}, {"k", "v \"*_` <"}};
        return out;
      }
      case 8:
        return table(depth);
      case 9:
        return figure_of(depth);
      case 10:
        return definitions(depth);
      case 11: {
        Block out = h(2 + static_cast<int>(below(5)), {});
        Where where;
        where.markdown = markdown;
        Inlines text{t(words())};
        if (chance(2)) text.push_back(strong("粗"));
        if (chance(2)) text = inlines(where), text.insert(text.begin(), is_text(text.front()) ? code("k") : t("题"));
        std::get<document::Heading>(out.content).children = std::move(text);
        if (chance(3)) out.info.attributes = some_attributes();
        return out;
      }
      case 12:
        if (chance(2)) return {{}, document::ThematicBreak{}};
        return chance(2) ? division("page-break", {}) : division("verse", {paragraph(markdown), paragraph(markdown)});
      case 3: {
        Block out{{}, document::CodeBlock{code_text(), chance(2) ? "c++" : ""}};
        if (chance(5)) out.info.attributes.id = "code";
        return out;
      }
      default:
        return paragraph(markdown);
    }
  }

  Blocks blocks(int depth, bool markdown) {
    Blocks out;
    for (size_t count = 1 + below(depth > 1 ? 2 : 4); count > 0; --count) out.push_back(block(depth, markdown));
    return out;
  }

  std::mt19937 random_;
  int notes_open_ = 0;
};

}  // namespace huozi::test
