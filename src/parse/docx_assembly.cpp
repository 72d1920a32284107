#include "parse/docx_assembly.h"

#include <algorithm>

#include "parse/inlines.h"

namespace huozi::parse {

using namespace document;

namespace {

bool is_picture(const Block& block) {
  const auto* paragraph = std::get_if<Paragraph>(&block.content);
  return paragraph && paragraph->children.size() == 1 &&
         std::holds_alternative<Image>(paragraph->children.front().content);
}

class Assembly {
 public:
  Blocks run(std::vector<DocxBlock> row) {
    for (size_t i = 0; i < row.size(); ++i) {
      const bool table_follows = i + 1 < row.size() && std::holds_alternative<Table>(row[i + 1].block.content);
      add(row[i], table_follows);
    }
    return std::move(out_);
  }

 private:
  struct OpenList {
    int level;
    std::string list;
    std::string type;
    bool bullet;
    int64_t next;  // the number its next item has without saying so
  };

  void add(DocxBlock& piece, bool table_follows) {
    Block& block = piece.block;
    if (piece.number && piece.number->plain) {
      add_item(piece);
    } else if (piece.number && !open_.empty() && piece.number->level > open_.back().level) {
      container(open_.size()).push_back(std::move(block));
    } else {
      open_.clear();
      if (piece.kind == ParagraphKind::quotation) {
        add_quotation(block);
      } else if (piece.kind == ParagraphKind::caption) {
        add_caption(block, table_follows);
      } else if (piece.kind == ParagraphKind::code && last_ == ParagraphKind::code) {
        std::get<CodeBlock>(out_.back().content).text += '\n' + std::get<CodeBlock>(block.content).text;
        out_.back().info.span = joined(out_.back().info.span, block.info.span);
      } else {
        if (auto* table = std::get_if<Table>(&block.content)) table->caption = std::move(caption_);
        caption_.clear();
        out_.push_back(std::move(block));
      }
    }
    last_ = piece.kind;
  }

  void add_quotation(Block& block) {
    if (last_ != ParagraphKind::quotation) out_.push_back({{{}, block.info.span, {}}, Quotation{}});
    out_.back().info.span = joined(out_.back().info.span, block.info.span);
    std::get<Quotation>(out_.back().content).children.push_back(std::move(block));
  }

  void add_caption(Block& block, bool table_follows) {
    auto* paragraph = std::get_if<Paragraph>(&block.content);
    auto* table = out_.empty() ? nullptr : std::get_if<Table>(&out_.back().content);
    if (paragraph && block.info.attributes.id.empty()) {
      if (!out_.empty() && is_picture(out_.back())) {
        const Span span = joined(out_.back().info.span, block.info.span);
        Figure figure;
        figure.children.push_back(std::move(out_.back()));
        figure.caption = std::move(paragraph->children);
        out_.back() = {{{}, span, {}}, std::move(figure)};
        return;
      }
      if (table_follows) {
        caption_ = std::move(paragraph->children);
        return;
      }
      if (table && table->caption.empty()) {
        table->caption = std::move(paragraph->children);
        return;
      }
    }
    out_.push_back(std::move(block));
  }

  // Where blocks of the `depth` innermost open lists' last item go; 0: outside all lists.
  Blocks& container(size_t depth) {
    Blocks* at = &out_;
    for (size_t i = 0; i < depth; ++i) at = &std::get<List>(at->back().content).items.back().children;
    return *at;
  }

  void add_item(DocxBlock& piece) {
    const ListNumber& number = *piece.number;
    while (!open_.empty() && open_.back().level > number.level) open_.pop_back();
    const bool same = !open_.empty() && open_.back().level == number.level;
    if (same && (open_.back().list != number.list || open_.back().bullet != number.bullet ||
                 open_.back().type != number.type)) {
      open_.pop_back();
    }
    const Span span = piece.block.info.span;
    if (open_.empty() || open_.back().level < number.level) {
      List list;
      list.ordered = !number.bullet;
      list.start = number.bullet ? 1 : number.value;
      Block block{{{}, span, {}}, std::move(list)};
      if (!number.type.empty()) block.info.attributes.values.emplace_back("type", number.type);
      container(open_.size()).push_back(std::move(block));
      open_.push_back({number.level, number.list, number.type, number.bullet, number.value});
    }
    ListItem item{{{}, span, {}}, {}};
    if (!number.bullet && number.value != open_.back().next) {
      item.info.attributes.values.emplace_back("value", std::to_string(number.value));
    }
    open_.back().next = number.value + 1;
    item.children.push_back(std::move(piece.block));
    Block& list = container(open_.size() - 1).back();
    list.info.span = joined(list.info.span, span);
    std::get<List>(list.content).items.push_back(std::move(item));
  }

  Blocks out_;
  std::vector<OpenList> open_;
  Inlines caption_;  // of the table that follows
  ParagraphKind last_ = ParagraphKind::body;
};

}  // namespace

Blocks assembled(std::vector<DocxBlock> row) {
  return Assembly().run(std::move(row));
}

}  // namespace huozi::parse
