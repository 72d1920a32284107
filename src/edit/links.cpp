// Links: those that a content system put into others' words go, those that only pass on lead where they lead to.
// The words stay as they are.
#include <algorithm>
#include <map>
#include <memory>
#include <utility>

#include <unicode/brkiter.h>
#include <unicode/unistr.h>

#include "base/utf8.h"
#include "document/mark.h"
#include "document/plain_text.h"
#include "document/walk.h"
#include "edit/address_rules.h"
#include "edit/inline_edit.h"
#include "edit/line_shape.h"
#include "edit/pass.h"

namespace huozi::edit {

using document::Inline;
using document::Inlines;
using document::Link;

namespace {

constexpr size_t kLongestPart = 4;  // characters of a link that stands within a word
constexpr size_t kLongestTag = 6;   // of one that comes again and again
constexpr int kManyTimes = 3;
constexpr size_t kWindow = 8;  // characters to both sides that tell where words end

// Of the web, also within the site that the article is from.
bool is_web_address(std::string_view target) {
  return target.starts_with("http://") || target.starts_with("https://") || target.starts_with('/');
}

bool is_words_only(const Inlines& nodes) {
  bool words = true;
  document::for_each_inline(nodes, [&](const Inline& node) {
    words = words && (std::holds_alternative<document::Text>(node.content) ||
                      std::holds_alternative<document::Styled>(node.content));
  });
  return words;
}

class Links {
 public:
  explicit Links(Pass& pass) : pass_(pass) {
    document::for_each_inline(pass.document.blocks, [&](const Inline& node) {
      if (const auto* link = std::get_if<Link>(&node.content)) ++times_[key_of(*link)];
    });
    for (const auto& [key, times] : times_) {
      const std::u32string words = base::to_utf32(key.second);
      const bool han = !words.empty() && std::all_of(words.begin(), words.end(), is_han);
      if (times >= kManyTimes && han && words.size() <= kLongestTag) occurrences_[words] = 0;
    }
    if (!occurrences_.empty()) count_occurrences();
  }

  void clean(Inlines& nodes) {
    bool has_link = false;
    document::for_each_inline(
        nodes, [&](const Inline& node) { has_link = has_link || std::holds_alternative<Link>(node.content); });
    if (!has_link) return;
    text_ = base::to_utf32(document::plain_text(nodes));
    at_ = 0;
    visit(nodes);
  }

 private:
  using Key = std::pair<std::string, std::string>;
  static Key key_of(const Link& link) { return {link.target, document::plain_text(link.children)}; }

  // Of the words that are linked many times, linked or not.
  void count_occurrences() {
    document::for_each_text(pass_.document.blocks, [&](const Inlines& nodes) {
      const std::u32string text = base::to_utf32(document::plain_text(nodes));
      for (size_t i = 0; i < text.size(); ++i) {
        for (size_t length = 1; length <= std::min(kLongestTag, text.size() - i); ++length) {
          const auto found = occurrences_.find(std::u32string_view(text).substr(i, length));
          if (found != occurrences_.end()) ++found->second;
        }
      }
    });
  }

  // An author links a word where he first uses it, a machine each time.
  bool is_linked_each_time(const std::string& written, const std::string& words) const {
    const auto times = times_.find({written, words});
    if (times == times_.end() || times->second < kManyTimes) return false;
    if (is_list(written) && character_count(words) <= kLongestTag) return true;
    const auto all = occurrences_.find(base::to_utf32(words));
    return all != occurrences_.end() && all->second == times->second;
  }

  void visit(Inlines& nodes) {
    Inlines out;
    out.reserve(nodes.size());
    for (Inline& node : nodes) {
      if (auto* styled = std::get_if<document::Styled>(&node.content)) {
        visit(styled->children);
      } else if (auto* link = std::get_if<Link>(&node.content)) {
        const size_t begin = at_;
        visit(link->children);
        if (!document::is_mark(node) && is_web_address(link->target) && settle(node, *link, begin)) {
          std::move(link->children.begin(), link->children.end(), std::back_inserter(out));
          continue;
        }
      } else {
        at_ += character_count(document::plain_text(node));
      }
      out.push_back(std::move(node));
    }
    nodes = std::move(out);
  }

  // Whether only the words of the link stay.
  bool settle(Inline& node, Link& link, size_t begin) {
    const std::string written = link.target;
    if (auto target = redirect_target(link.target)) link.target = std::move(*target);
    // Outside of a web page nothing says by which scheme it was fetched.
    if (link.target.starts_with("//")) link.target.insert(0, "https:");
    const char* reason = injection(node, link, written, begin);
    if (reason == nullptr) {
      if (link.target == written) return false;
      pass_.record("address.link", node.info.span, written, link.target);
      show_target(link, written);
      return false;
    }
    pass_.record("address.injected-link", node.info.span, written);
    pass_.decide("injected-link", node.info.span, 90, std::string(reason) + ": " + written);
    if (node.info.attributes.id.empty()) return true;
    node.content = document::Styled{document::StyledKind::span, std::move(link.children)};  // links may lead here
    return false;
  }

  // Where the words of the link are the address that passes on, they follow.
  void show_target(Link& link, const std::string& written) {
    auto* text = link.children.size() == 1 ? std::get_if<document::Text>(&link.children.front().content) : nullptr;
    if (text == nullptr || trimmed(text->text) != written) return;
    pass_.record("edit.link-text", link.children.front().info.span, text->text, link.target);
    text->text = link.target;
  }

  // Why the link is not the author's; null when it may be.
  const char* injection(const Inline& node, const Link& link, const std::string& written, size_t begin) {
    if (is_advertising(written) || is_advertising(link.target)) return "it leads to an advertiser";
    const auto& classes = node.info.attributes.classes;
    if (std::any_of(classes.begin(), classes.end(), marks_injected_link)) return "its class is that of such links";
    if (!is_words_only(link.children)) return nullptr;
    const std::string words = document::plain_text(link.children);
    if (is_list_of(link.target, words)) return "it lists what there is about its own words";
    if (is_linked_each_time(written, words)) return "it is the same each time the words come";
    return is_part_of_words(begin, at_) ? "it begins and ends within words" : nullptr;
  }

  // [begin, end) of text_: Han between Han, with a word running on at both ends.
  bool is_part_of_words(size_t begin, size_t end) {
    if (end - begin > kLongestPart || begin == end || begin == 0 || end >= text_.size()) return false;
    if (!std::all_of(text_.begin() + static_cast<std::ptrdiff_t>(begin) - 1,
                     text_.begin() + static_cast<std::ptrdiff_t>(end) + 1, is_han)) {
      return false;
    }
    size_t from = begin;
    while (from > 0 && begin - from < kWindow && is_han(text_[from - 1])) --from;
    size_t to = end;
    while (to < text_.size() && to - end < kWindow && is_han(text_[to])) ++to;
    icu::UnicodeString around;
    int32_t first = 0;
    int32_t last = 0;
    for (size_t i = from; i < to; ++i) {
      if (i == begin) first = around.length();
      if (i == end) last = around.length();
      around.append(static_cast<UChar32>(text_[i]));
    }
    if (!words_) {
      UErrorCode status = U_ZERO_ERROR;
      words_.reset(icu::BreakIterator::createWordInstance(icu::Locale::getChinese(), status));
      if (U_FAILURE(status)) words_.reset();
    }
    if (!words_) return false;
    words_->setText(around);
    return !words_->isBoundary(first) && !words_->isBoundary(last);
  }

  Pass& pass_;
  std::map<Key, int> times_;
  std::map<std::u32string, int, std::less<>> occurrences_;
  std::unique_ptr<icu::BreakIterator> words_;
  std::u32string text_;  // of the stretch at hand
  size_t at_ = 0;        // characters of it before the node at hand
};

}  // namespace

void clean_links(Pass& pass) {
  Links links(pass);
  document::for_each_text(pass.document.blocks, [&](Inlines& nodes) { links.clean(nodes); });
}

}  // namespace huozi::edit
