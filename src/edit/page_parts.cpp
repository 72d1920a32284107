// What a web page puts round and between an article's blocks, told by its class: advertisements, buttons to share,
// lists of other articles. All of it goes into the audit.
#include <algorithm>
#include <array>

#include "document/plain_text.h"
#include "document/walk.h"
#include "edit/address.h"
#include "edit/inline_edit.h"
#include "edit/line_shape.h"
#include "edit/pass.h"

namespace huozi::edit {

using document::Block;
using document::Blocks;
using document::Inline;
using document::Inlines;

namespace {

constexpr std::array<std::string_view, 33> kPageParts = {"ad",
                                                         "ads",
                                                         "adbox",
                                                         "ad-box",
                                                         "advert",
                                                         "adsbygoogle",
                                                         "advertisement",
                                                         "google-auto-placed",
                                                         "ad-container",
                                                         "ad-wrapper",
                                                         "ad-banner",
                                                         "recommend_bottom",
                                                         "recommend-list",
                                                         "article_recommend",
                                                         "article-bottom",
                                                         "article_bottom",
                                                         "related-posts",
                                                         "related-articles",
                                                         "relatedposts",
                                                         "jp-relatedposts",
                                                         "sharedaddy",
                                                         "social-share",
                                                         "share-buttons",
                                                         "share-box",
                                                         "bdsharebuttonbox",
                                                         "breadcrumb",
                                                         "breadcrumbs",
                                                         "nav",
                                                         "post-nav",
                                                         "post-navigation",
                                                         "comment-respond",
                                                         "copy-code-btn",
                                                         "article_gamercard"};

const std::string* part_class(const document::Attributes& attributes) {
  const auto found = std::find_if(attributes.classes.begin(), attributes.classes.end(), [](const std::string& name) {
    return std::find(kPageParts.begin(), kPageParts.end(), lower(name)) != kPageParts.end();
  });
  return found == attributes.classes.end() ? nullptr : &*found;
}

template <typename Root>
size_t characters(const Root& root) {
  size_t count = 0;
  document::walk(
      root, document::Notes::enter,
      [&](const Block& block) {
        if (const auto* code = std::get_if<document::CodeBlock>(&block.content)) count += character_count(code->text);
      },
      [&](const Inline& node) {
        if (const auto* text = std::get_if<document::Text>(&node.content)) count += character_count(text->text);
      });
  return count;
}

// Every word and address of it, each at its place.
template <typename Root>
void record_all(const Root& root, Pass& pass) {
  constexpr std::string_view kRule = "edit.page-part";
  document::walk(
      root, document::Notes::enter,
      [&](const Block& block) {
        if (const auto* code = std::get_if<document::CodeBlock>(&block.content)) {
          pass.record(kRule, block.info.span, code->text);
        }
      },
      [&](const Inline& node) {
        if (const auto* text = std::get_if<document::Text>(&node.content)) {
          pass.record(kRule, node.info.span, text->text);
        } else if (const auto* image = std::get_if<document::Image>(&node.content)) {
          pass.record("edit.image-text", node.info.span, image->alternative + image->title);
          pass.record("address.page-part", node.info.span, image->source);
        } else if (const auto* link = std::get_if<document::Link>(&node.content)) {
          pass.record("address.page-part", node.info.span, link->target);
        } else if (const auto* ruby = std::get_if<document::Ruby>(&node.content)) {
          for (const auto& pair : ruby->pairs) pass.record(kRule, node.info.span, pair.text);
        }
      });
}

class PageParts {
 public:
  explicit PageParts(Pass& pass) : pass_(pass), all_(characters(pass.document.blocks)) {}

  template <typename Node>
  bool take(const Node& node) {
    const std::string* name = part_class(node.info.attributes);
    if (name == nullptr) return false;
    // Round the article itself such a class means nothing.
    if (characters(node) * 2 > all_) {
      pass_.decide("page-part", node.info.span, 30, "class " + *name + ", but it holds most of the article");
      return false;
    }
    pass_.decide("page-part", node.info.span, 90, "class " + *name);
    record_all(node, pass_);
    return true;
  }

  void inlines(Inlines& nodes) {
    std::erase_if(nodes, [&](const Inline& node) { return take(node); });
    for (Inline& node : nodes) {
      if (auto* styled = std::get_if<document::Styled>(&node.content)) inlines(styled->children);
      if (auto* link = std::get_if<document::Link>(&node.content)) inlines(link->children);
    }
  }

 private:
  Pass& pass_;
  size_t all_;
};

}  // namespace

void remove_page_parts(Pass& pass) {
  PageParts parts(pass);
  for (Blocks* flow : flows(pass.document, Flows::quoted)) {
    std::erase_if(*flow, [&](const Block& block) { return parts.take(block); });
  }
  document::for_each_text(pass.document.blocks, [&](Inlines& nodes) { parts.inlines(nodes); });
}

}  // namespace huozi::edit
