// A picture standing by itself, with the line under it, becomes a figure with caption and credit.
#include <algorithm>
#include <iterator>

#include "document/plain_text.h"
#include "document/walk.h"
#include "edit/caption_evidence.h"
#include "edit/credit.h"
#include "edit/flow_edit.h"
#include "edit/inline_edit.h"
#include "edit/line_shape.h"
#include "edit/pass.h"

namespace huozi::edit {

using document::Block;
using document::Blocks;
using document::Figure;

namespace {

bool is_picture(const Block& block) {
  const document::Paragraph* paragraph = paragraph_of(block);
  return paragraph != nullptr && has_image(paragraph->children) &&
         trimmed(document::plain_text(paragraph->children)).empty();
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

// Whether the block under a picture is its caption.
bool takes_caption(const Block& block, Pass& pass) {
  if (paragraph_of(block) == nullptr) return false;
  CaptionJudgement judgement = judge_caption(block);
  pass.decide("caption", block.info.span, judgement.confidence, std::move(judgement.reason));
  return judgement.confidence >= kTaken;
}

// What a page shows only when the pointer rests on the picture.
void take_titles(Figure& figure, Pass& pass) {
  if (!figure.caption.empty() || !figure.credit.empty() || only_source(figure).empty()) return;
  document::for_each_inline(figure.children, [&](document::Inline& node) {
    auto* image = std::get_if<document::Image>(&node.content);
    if (image == nullptr || image->title.empty()) return;
    if (!title_is_caption(image->title, pass.document.metadata.title)) {
      pass.decide("caption.title", node.info.span, 30, "the picture's title, but no caption");
      return;
    }
    pass.decide("caption.title", node.info.span, 70, "only the picture's title says what it shows");
    pass.record("edit.caption", node.info.span);
    figure.caption.push_back(make_inline(pass, node.info.span, document::Text{std::move(image->title)}));
    image->title.clear();
  });
}

// How many nodes at the beginning are pictures and blanks; 0 without a picture, or when more pictures follow.
size_t leading_pictures(const document::Inlines& nodes) {
  size_t count = 0;
  bool picture = false;
  for (; count < nodes.size(); ++count) {
    const document::Inlines node = {nodes[count]};
    if (!trimmed(document::plain_text(node)).empty()) break;
    picture = picture || has_image(node);
  }
  const auto rest = nodes.begin() + static_cast<std::ptrdiff_t>(count);
  return picture && !has_image({rest, nodes.end()}) ? count : 0;
}

// Pictures and their caption in one paragraph: the caption gets a paragraph of its own.
Blocks with_captions_apart(Blocks flow, Pass& pass) {
  Blocks out;
  for (Block& block : flow) {
    document::Paragraph* paragraph = paragraph_of(block);
    const size_t pictures = paragraph != nullptr ? leading_pictures(paragraph->children) : 0;
    if (pictures == 0 || pictures == paragraph->children.size()) {
      out.push_back(std::move(block));
      continue;
    }
    const auto rest = paragraph->children.begin() + static_cast<std::ptrdiff_t>(pictures);
    Block caption = paragraph_of_lines(block, {{rest, paragraph->children.end()}}, pass);
    const bool apart = judge_caption(caption).confidence >= kTaken;
    if (apart) {
      paragraph->children.erase(rest, paragraph->children.end());
      block.info.span = joined(paragraph->children.front().info.span, paragraph->children.back().info.span);
    }
    out.push_back(std::move(block));
    if (apart) out.push_back(std::move(caption));
  }
  return out;
}

Blocks with_figures(Blocks flow, Pass& pass) {
  flow = with_captions_apart(std::move(flow), pass);
  Blocks out;
  for (Block& block : flow) {
    Figure* before = out.empty() ? nullptr : std::get_if<Figure>(&out.back().content);
    if (before != nullptr && (!before->caption.empty() || !before->credit.empty() || is_picture(block))) {
      before = nullptr;
    }
    if (is_picture(block)) {
      const source::Span span = block.info.span;
      Figure figure;
      figure.children.push_back(std::move(block));
      out.push_back(make_block(pass, span, std::move(figure)));
      pass.record("edit.figure", span);
    } else if (before != nullptr && takes_caption(block, pass)) {
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
    auto* figure = std::get_if<Figure>(&block.content);
    if (figure == nullptr) return;
    take_titles(*figure, pass);
    split_credit(*figure, pass);
  });
}

}  // namespace huozi::edit
