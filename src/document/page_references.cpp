#include "document/page_references.h"

#include <algorithm>
#include <array>
#include <map>
#include <string>
#include <string_view>

#include "document/front_matter_pages.h"
#include "document/plain_text.h"
#include "document/target_names.h"
#include "document/walk.h"

namespace huozi::document {
namespace {

constexpr std::string_view kClass = "page";
constexpr std::string_view kNoteClass = "note";
constexpr std::string_view kOrdinal = "第";
constexpr std::array<std::string_view, 2> kPage = {"页", "頁"};
constexpr size_t kLongestGap = 12;  // bytes

// Cuts bytes [begin, end) out of a Text and keeps only them.
void keep(Inline& node, size_t begin, size_t end) {
  std::string& text = std::get<Text>(node.content).text;
  Span& span = node.info.span;
  const bool exact = span.end - span.begin == text.size();
  text = text.substr(begin, end - begin);
  if (exact) {
    span = {span.file, span.begin + static_cast<uint32_t>(begin), span.begin + static_cast<uint32_t>(end)};
  } else if (span.end > span.begin && span.end - span.begin == text.size()) {
    --span.end;  // a span as long as its text promises that the source writes the text so
  }
}

std::string_view without_blanks(std::string_view text, bool at_end) {
  while (!text.empty() && (at_end ? text.back() : text.front()) == ' ') {
    at_end ? text.remove_suffix(1) : text.remove_prefix(1);
  }
  return text;
}

class Maker {
 public:
  explicit Maker(Book& book) : book_(book), names_(target_names(book)) {}

  void run() {
    for (Section& section : book_.sections) {
      const std::string& own = section.language;
      traditional_ = is_traditional_chinese(own.empty() ? book_.metadata.language : own);
      make(section.title);
      for_each_text(section.blocks, [&](Inlines& text) { make(text); });
      for_each_inline(section, [&](Inline& node) {
        if (auto* styled = std::get_if<Styled>(&node.content)) make(styled->children);
      });
    }
  }

 private:
  static bool is_reference(const Inline& node) {
    return std::holds_alternative<Link>(node.content) && asks_for_page(node.info);
  }
  static bool is_gap(const Inline& node) {
    const auto* text = std::get_if<Text>(&node.content);
    if (!text || text->text.size() > kLongestGap) return false;
    const auto holds = [&](std::string_view word) { return text->text.find(word) != std::string::npos; };
    return !holds(kOrdinal) && std::none_of(kPage.begin(), kPage.end(), holds);
  }

  void make(Inlines& inlines) {
    for (size_t i = 0; i < inlines.size(); ++i) {
      if (std::holds_alternative<Link>(inlines[i].content) && asks_for_note(inlines[i].info)) make_note(inlines[i]);
      if (!is_reference(inlines[i])) continue;
      size_t last = i;
      while (last + 2 < inlines.size() && is_gap(inlines[last + 1]) && is_reference(inlines[last + 2])) last += 2;
      std::string before = i > 0 ? take_ordinal(inlines[i - 1]) : std::string();
      std::string after = last + 1 < inlines.size() ? take_page(inlines[last + 1]) : std::string();
      for (size_t k = i; k <= last; k += 2) {
        make(inlines[k], k == i ? std::move(before) : std::string(), k == last ? std::move(after) : std::string());
      }
      i = last;
    }
    std::erase_if(inlines, [](const Inline& node) {
      const auto* text = std::get_if<Text>(&node.content);
      return text && text->text.empty();
    });
  }

  void make(Inline& node, std::string before, std::string after) const {
    const Link link = std::get<Link>(std::move(node.content));
    std::erase(node.info.attributes.classes, kClass);
    if (!link.node) {
      node.content = Text{before + "??" + after};
      return;
    }
    PageReference reference{*link.node, std::move(before), std::move(after), plain_text(link.children)};
    if (reference.words.empty()) reference.words = words_for(*link.node);
    node.content = std::move(reference);
  }

  static void make_note(Inline& node) {
    const std::optional<NodeId> target = std::get<Link>(node.content).node;
    std::erase(node.info.attributes.classes, kNoteClass);
    if (!target) {
      node.content = Text{"??"};
      return;
    }
    PageReference reference{*target};
    reference.note_number = true;
    node.content = std::move(reference);
  }

  // 第 at the end of the text before the number, with the blanks behind it.
  static std::string take_ordinal(Inline& node) {
    const auto* text = std::get_if<Text>(&node.content);
    const std::string_view whole = text ? std::string_view(text->text) : std::string_view();
    const std::string_view words = without_blanks(whole, true);
    if (!words.ends_with(kOrdinal)) return {};
    const size_t at = words.size() - kOrdinal.size();
    std::string taken(whole.substr(at));
    keep(node, 0, at);
    return taken;
  }

  // 页 at the beginning of the text after it, with the blanks before it.
  static std::string take_page(Inline& node) {
    const auto* text = std::get_if<Text>(&node.content);
    const std::string_view whole = text ? std::string_view(text->text) : std::string_view();
    const std::string_view words = without_blanks(whole, false);
    for (const std::string_view page : kPage) {
      if (!words.starts_with(page)) continue;
      const size_t end = whole.size() - words.size() + page.size();
      std::string taken(whole.substr(0, end));
      keep(node, end, whole.size());
      return taken;
    }
    return {};
  }

  std::string words_for(NodeId target) const {
    const auto found = names_.find(target);
    if (found == names_.end()) return traditional_ ? "連結處" : "链接处";
    if (found->second.is_number) return found->second.text;
    return traditional_ ? "「" + found->second.text + "」" : "“" + found->second.text + "”";
  }

  Book& book_;
  const std::map<NodeId, TargetName> names_;
  bool traditional_ = false;
};

}  // namespace

bool asks_for_page(const NodeInfo& info) {
  return info.attributes.has_class(kClass);
}

bool asks_for_note(const NodeInfo& info) {
  return info.attributes.has_class(kNoteClass);
}

void make_page_references(Book& book) {
  Maker(book).run();
}

}  // namespace huozi::document
