#include "support/document_dump.h"

#include "base/utf8.h"
#include "document/element.h"
#include "document/walk.h"

namespace huozi::test {

using namespace document;

namespace {

std::string quoted(std::string_view text) {
  std::string out = "\"";
  for (const char c : text) {
    if (c == '"' || c == '\\') out += '\\';
    if (c == '\n') {
      out += "\\n";
    } else {
      out += c;
    }
  }
  return out + '"';
}

class Dumper {
 public:
  std::string text;

  void all(const Blocks& blocks) {
    for (const Block& block : blocks) {
      std::visit([&](const auto& content) { node(content, block.info.attributes); }, block.content);
    }
  }

  void all(const Inlines& inlines) {
    for (const Inline& each : inlines) {
      std::visit([&](const auto& content) { node(content, each.info.attributes); }, each.content);
    }
  }

 private:
  void line(std::string what, const Attributes& attributes = {}) {
    for (const std::string& name : attributes.classes) what += " ." + name;
    if (!attributes.id.empty()) what += " #" + attributes.id;
    if (!attributes.lang.empty()) what += " lang=" + attributes.lang;
    for (const auto& [key, value] : attributes.values) what += " " + key + "=" + value;
    text += std::string(depth_ * 2, ' ') + what + '\n';
  }

  template <typename Children>
  void inside(const Children& children) {
    ++depth_;
    all(children);
    --depth_;
  }

  template <typename Children>
  void part(const std::string& name, const Children& children) {
    if (children.empty()) return;
    ++depth_;
    line(name);
    inside(children);
    --depth_;
  }

  void node(const Paragraph& p, const Attributes& a) { line("paragraph", a), inside(p.children); }
  void node(const Heading& h, const Attributes& a) {
    line("heading " + std::to_string(h.level), a), inside(h.children);
  }
  void node(const Quotation& q, const Attributes& a) { line("quotation", a), inside(q.children); }
  void node(const Division& d, const Attributes& a) { line("division", a), inside(d.children); }
  void node(const ThematicBreak&, const Attributes& a) { line("rule", a); }

  void node(const List& list, const Attributes& a) {
    std::string what = list.ordered ? "list from " + std::to_string(list.start) : "list";
    line(what + (list.tight ? "" : " loose"), a);
    ++depth_;
    for (const ListItem& item : list.items) line("item", item.info.attributes), inside(item.children);
    --depth_;
  }

  void node(const DefinitionList& list, const Attributes& a) {
    line("definitions", a);
    for (const auto& entry : list.entries) {
      for (const Inlines& term : entry.terms) part("term", term);
      for (const Blocks& definition : entry.definitions) part("definition", definition);
    }
  }

  void node(const Table& table, const Attributes& a) {
    line("table" + (table.header_rows ? " header " + std::to_string(table.header_rows) : std::string()), a);
    part("caption", table.caption);
    ++depth_;
    for (const auto& row : table.rows) {
      line("row");
      ++depth_;
      for (const TableCell& cell : row) this->cell(cell);
      --depth_;
    }
    --depth_;
  }

  void cell(const TableCell& cell) {
    static constexpr const char* kAlignments[] = {"", " left", " center", " right"};
    std::string what = cell.header ? "header" : "cell";
    if (cell.column_span > 1) what += " columns " + std::to_string(cell.column_span);
    if (cell.row_span > 1) what += " rows " + std::to_string(cell.row_span);
    line(what + kAlignments[static_cast<size_t>(cell.alignment)], cell.info.attributes);
    inside(cell.children);
  }

  void node(const CodeBlock& code, const Attributes& a) {
    line("code" + (code.language.empty() ? "" : " " + code.language) + " " + quoted(code.text), a);
  }

  void node(const Figure& figure, const Attributes& a) {
    line("figure", a);
    inside(figure.children);
    part("caption", figure.caption);
    part("credit", figure.credit);
  }

  void node(const Text& t, const Attributes& a) { line("text " + quoted(t.text), a); }
  void node(const Styled& s, const Attributes& a) {
    line(std::string(element_of(Inline{{}, Styled{s.kind, {}}}).name), a), inside(s.children);
  }
  void node(const Link& l, const Attributes& a) { line("link " + quoted(l.target), a), inside(l.children); }
  void node(const Image& i, const Attributes& a) {
    std::string what = "image " + quoted(i.source);
    if (!i.alternative.empty()) what += " alt " + quoted(i.alternative);
    if (!i.title.empty()) what += " title " + quoted(i.title);
    line(what, a);
  }
  void node(const LineBreak&, const Attributes& a) { line("break", a); }
  void node(const Note& n, const Attributes& a) { line("note", a), inside(n.blocks); }
  void node(const PageReference&, const Attributes& a) { line("page-reference", a); }
  void node(const Leader&, const Attributes& a) { line("leader", a); }
  void node(const Ruby& ruby, const Attributes& a) {
    line("ruby", a);
    for (const Ruby::Pair& pair : ruby.pairs) {
      part("over " + quoted(pair.text), pair.base);
      if (pair.base.empty()) ++depth_, line("over " + quoted(pair.text)), --depth_;
    }
  }

  size_t depth_ = 0;
};

}  // namespace

std::string dump(const Blocks& blocks) {
  Dumper dumper;
  dumper.all(blocks);
  return std::move(dumper.text);
}

std::string dump(const Document& document) {
  std::string out;
  const ArticleMetadata& m = document.metadata;
  const auto field = [&](const char* name, const std::string& value) {
    if (!value.empty()) out += std::string(name) + ": " + value + '\n';
  };
  field("title", m.title);
  field("author", m.author);
  field("date", m.date);
  field("source", m.source);
  field("url", m.url);
  field("headimg", m.head_image);
  field("language", m.language);
  for (const std::string& category : m.categories) field("category", category);
  for (const std::string& tag : m.tags) field("tag", tag);
  return out + dump(document.blocks);
}

void join_texts(Inlines& inlines) {
  Inlines joined;
  for (Inline& node : inlines) {
    if (auto* styled = std::get_if<Styled>(&node.content)) join_texts(styled->children);
    if (auto* link = std::get_if<Link>(&node.content)) join_texts(link->children);
    auto* before = joined.empty() ? nullptr : std::get_if<Text>(&joined.back().content);
    const auto* text = std::get_if<Text>(&node.content);
    if (before && text) {
      before->text += text->text;
    } else {
      joined.push_back(std::move(node));
    }
  }
  inlines = std::move(joined);
}

std::string dump(const Audit& audit) {
  std::string out;
  for (const AuditEntry& entry : audit.entries) {
    out += "audit " + entry.rule + " " + quoted(entry.removed);
    if (!entry.replaced_by.empty()) out += " -> " + quoted(entry.replaced_by);
    out += '\n';
  }
  for (const GeneratedText& generated : audit.generated) {
    out += "generated " + generated.what + " " + quoted(generated.text) + '\n';
  }
  for (const Decision& decision : audit.decisions) {
    out += "decision " + decision.rule + " " + std::to_string(decision.confidence) + "% " + decision.reason + '\n';
  }
  return out;
}

std::u32string han_of(std::string_view text) {
  std::u32string out;
  for (const auto item : base::CodePoints(text)) {
    const char32_t cp = item.code_point;
    if ((cp >= 0x3400 && cp <= 0x9FFF) || (cp >= 0xF900 && cp <= 0xFAFF) || (cp >= 0x20000 && cp <= 0x3FFFF)) out += cp;
  }
  return out;
}

std::u32string han_text(const Document& document) {
  std::u32string out = han_of(document.metadata.title);
  walk(
      document.blocks, Notes::enter,
      [&](const Block& block) {
        if (const auto* code = std::get_if<CodeBlock>(&block.content)) out += han_of(code->text);
      },
      [&](const Inline& node) {
        if (const auto* text = std::get_if<Text>(&node.content)) out += han_of(text->text);
        if (const auto* ruby = std::get_if<Ruby>(&node.content)) {
          for (const Ruby::Pair& pair : ruby->pairs) out += han_of(pair.text);
        }
      });
  return out;
}

size_t han_removed(const Audit& audit) {
  size_t removed = 0;
  for (const AuditEntry& entry : audit.entries)
    removed += han_of(entry.removed).size() - han_of(entry.replaced_by).size();
  return removed;
}

}  // namespace huozi::test
