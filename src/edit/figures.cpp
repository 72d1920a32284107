// A picture standing by itself, with the line under it, becomes a figure with caption and credit.
#include <algorithm>
#include <array>
#include <iterator>

#include "document/plain_text.h"
#include "document/walk.h"
#include "edit/credit.h"
#include "edit/inline_edit.h"
#include "edit/line_shape.h"
#include "edit/paragraph_style.h"
#include "edit/pass.h"

namespace huozi::edit {

using document::Block;
using document::Blocks;
using document::Figure;

namespace {

constexpr size_t kLongestCaption = 200;
constexpr size_t kLongestCentredCaption = 60;

bool is_picture(const Block& block) {
  const document::Paragraph* paragraph = paragraph_of(block);
  return paragraph != nullptr && has_image(paragraph->children) &&
         trimmed(document::plain_text(paragraph->children)).empty();
}

bool is_caption(const Block& block) {
  const document::Paragraph* paragraph = paragraph_of(block);
  if (paragraph == nullptr || has_image(paragraph->children) || is_wholly_strong(paragraph->children)) return false;
  const std::string text = document::plain_text(paragraph->children);
  const size_t length = character_count(trimmed(text));
  if (length == 0 || length > kLongestCaption || dash_length(text) > 0) return false;
  constexpr std::array<std::string_view, 6> kClasses = {"img-desc",    "pic-desc",      "caption",
                                                        "img-caption", "image-caption", "figcaption"};
  if (std::any_of(kClasses.begin(), kClasses.end(),
                  [&](std::string_view name) { return block.info.attributes.has_class(name); })) {
    return true;
  }
  if (credit_begin(text) != kNoCredit || contains(text, "漫画作品")) return true;
  return (is_centred(block) && length <= kLongestCentredCaption) || is_grey(paragraph->children);
}

// The credit at the caption's end moves into its own field; the blank between them goes.
void split_credit(Figure& figure, Pass& pass) {
  if (!figure.credit.empty()) return;
  const size_t begin = credit_begin(document::plain_text(figure.caption));
  if (begin == kNoCredit) return;
  figure.credit = split_off(figure.caption, begin, pass.document);
  trim_text(figure.caption, "edit.blank", pass);
}

std::string only_source(const Figure& figure) {
  std::string source;
  size_t count = 0;
  document::for_each_inline(figure.children, [&](const document::Inline& node) {
    if (const auto* image = std::get_if<document::Image>(&node.content)) {
      source = image->source;
      ++count;
    }
  });
  return count == 1 ? source : std::string();
}

// Galleries are often lists of pictures; in a book a bullet before a picture means nothing.
bool is_gallery(const document::List& list) {
  return std::all_of(list.items.begin(), list.items.end(), [](const document::ListItem& item) {
    return !item.children.empty() && std::all_of(item.children.begin(), item.children.end(), [](const Block& block) {
      return std::holds_alternative<Figure>(block.content);
    });
  });
}

Blocks with_figures(Blocks flow, Pass& pass) {
  Blocks out;
  for (Block& block : flow) {
    Figure* before = out.empty() ? nullptr : std::get_if<Figure>(&out.back().content);
    if (is_picture(block)) {
      const source::Span span = block.info.span;
      Figure figure;
      figure.children.push_back(std::move(block));
      out.push_back(make_block(pass, span, std::move(figure)));
      pass.record("edit.figure", span);
    } else if (before != nullptr && before->caption.empty() && before->credit.empty() && is_caption(block)) {
      before->caption = std::move(paragraph_of(block)->children);
      out.back().info.span = joined(out.back().info.span, block.info.span);
      pass.record("edit.caption", block.info.span);
    } else if (auto* list = std::get_if<document::List>(&block.content); list != nullptr && is_gallery(*list)) {
      pass.record("edit.gallery", block.info.span);
      for (document::ListItem& item : list->items) {
        std::move(item.children.begin(), item.children.end(), std::back_inserter(out));
      }
    } else {
      out.push_back(std::move(block));
    }
  }
  return out;
}

// The picture a page shows at its head often comes again in the text: the one with a caption stays, else the first.
void drop_repeated_head_image(Blocks& blocks, Pass& pass) {
  const std::string& head = pass.document.metadata.head_image;
  const auto figure_of_head = [&](const Block& block) {
    const auto* figure = std::get_if<Figure>(&block.content);
    return figure != nullptr && only_source(*figure) == head ? figure : nullptr;
  };
  if (head.empty()) return;
  const auto has_caption = [&](const Block& block) {
    const Figure* figure = figure_of_head(block);
    return figure != nullptr && (!figure->caption.empty() || !figure->credit.empty());
  };
  auto kept = std::find_if(blocks.begin(), blocks.end(), has_caption);
  if (kept == blocks.end()) {
    kept = std::find_if(blocks.begin(), blocks.end(),
                        [&](const Block& block) { return figure_of_head(block) != nullptr; });
  }
  if (kept == blocks.end()) return;
  const document::NodeId kept_id = kept->info.id;
  std::erase_if(blocks, [&](const Block& block) {
    if (figure_of_head(block) == nullptr || has_caption(block) || block.info.id == kept_id) return false;
    document::for_each_inline(block, [&](const document::Inline& node) {
      if (const auto* image = std::get_if<document::Image>(&node.content)) {
        pass.record("edit.repeated-image", node.info.span, image->alternative + image->title);
      }
    });
    return true;
  });
}

}  // namespace

void make_figures(Pass& pass) {
  if (!pass.options.captions) return;
  for (Blocks* flow : flows(pass.document, Flows::quoted)) *flow = with_figures(std::move(*flow), pass);
  drop_repeated_head_image(pass.document.blocks, pass);
  document::for_each_block(pass.document.blocks, [&](Block& block) {
    if (auto* figure = std::get_if<Figure>(&block.content)) split_credit(*figure, pass);
  });
}

}  // namespace huozi::edit
