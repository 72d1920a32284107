#include "proof/stretch.h"

#include <algorithm>
#include <set>
#include <utility>

#include "base/utf8.h"
#include "document/walk.h"
#include "proof/places.h"

namespace huozi::proof {

using namespace document;

namespace {

void add(const Inline& node, const std::string& text, const source::SourceFile& file, bool apart, Stretch& out) {
  for (const auto item : base::CodePoints(text)) out.text += item.code_point;
  const std::vector<source::Span> places = places_of(text, file, node.info.span);
  out.spans.insert(out.spans.end(), places.begin(), places.end());
  out.apart.resize(out.text.size(), apart);
}

void add_object(const Inline& node, char32_t what, Stretch& out) {
  out.text += what;
  out.spans.push_back(node.info.span);
  out.apart.push_back(true);
}

bool is_apart(const Attributes& attributes) {
  return !attributes.lang.empty() || attributes.has_class("proper-noun") || attributes.has_class("book-name");
}

}  // namespace

Stretch stretch_of(const Inlines& nodes, const source::SourceFile& file, bool apart_as_a_whole) {
  Stretch out;
  std::vector<std::pair<const Inline*, bool>> pending;
  const auto push = [&](const Inlines& children, bool apart) {
    for (auto each = children.rbegin(); each != children.rend(); ++each) pending.emplace_back(&*each, apart);
  };
  push(nodes, apart_as_a_whole);
  while (!pending.empty()) {
    const Inline& node = *pending.back().first;
    const bool apart = pending.back().second || is_apart(node.info.attributes);
    pending.pop_back();
    const auto* styled = std::get_if<Styled>(&node.content);
    if (const auto* text = std::get_if<Text>(&node.content)) {
      add(node, text->text, file, apart, out);
    } else if (styled != nullptr && styled->kind != StyledKind::code) {
      push(styled->children, apart);
    } else if (const auto* link = std::get_if<Link>(&node.content)) {
      push(link->children, apart);
    } else {
      add_object(node, std::holds_alternative<LineBreak>(node.content) ? U'\n' : kObject, out);
    }
  }
  return out;
}

source::Span Stretch::span(size_t begin, size_t end) const {
  source::Span out = spans[begin];
  const source::Span last = spans[end - 1];
  if (last.file == out.file && last.end > out.end) out.end = last.end;
  return out;
}

std::string Stretch::words(size_t begin, size_t end) const {
  std::u32string out = text.substr(begin, end - begin);
  std::replace(out.begin(), out.end(), kObject, U'…');
  return base::to_utf8(out);
}

std::string Stretch::excerpt(size_t begin, size_t end) const {
  constexpr size_t kLongest = 24;
  if (end - begin <= kLongest) return words(begin, end);
  return words(begin, begin + kLongest / 2) + "…" + words(end - kLongest / 2, end);
}

bool Stretch::exact(size_t begin, size_t end) const {
  for (size_t i = begin; i < end; ++i) {
    const source::Span span = spans[i];
    if (text[i] == kObject || span.file == source::kNoFile || span.end - span.begin != words(i, i + 1).size())
      return false;
    if (i > begin && (span.file != spans[i - 1].file || span.begin != spans[i - 1].end)) return false;
  }
  return true;
}

std::vector<Stretch> stretches_of(const Document& document, const source::SourceFile& file) {
  std::set<const Inlines*> verse;
  std::set<const Inlines*> foreign;
  for_each_block(document.blocks, [&](const Block& block) {
    if (is_apart(block.info.attributes)) {
      for_each_text(block, [&](const Inlines& text) { foreign.insert(&text); });
    }
    if (!std::holds_alternative<Division>(block.content) || !block.info.attributes.has_class("verse")) return;
    for_each_text(block, [&](const Inlines& text) { verse.insert(&text); });
  });
  std::vector<Stretch> out;
  bool after_verse = false;
  for_each_text(document.blocks, [&](const Inlines& text) {
    if (text.empty()) return;
    const bool is_verse = verse.contains(&text);
    if (is_verse && !out.empty()) out.back().beside_verse = true;
    if (!is_verse) {
      out.push_back(stretch_of(text, file, foreign.contains(&text)));
      out.back().beside_verse = after_verse;
    }
    after_verse = is_verse;
  });
  return out;
}

bool is_han(char32_t c) {
  return (c >= 0x4E00 && c <= 0x9FFF) || (c >= 0x3400 && c <= 0x4DBF) || (c >= 0x20000 && c <= 0x3FFFD) || c == U'〇';
}

bool is_digit(char32_t c) {
  return c >= U'0' && c <= U'9';
}

bool is_latin(char32_t c) {
  return is_digit(c) || (c >= U'a' && c <= U'z') || (c >= U'A' && c <= U'Z');
}

bool is_chinese_digit(char32_t c) {
  return one_of(c, U"〇一二三四五六七八九");
}

bool one_of(char32_t c, std::u32string_view set) {
  return set.find(c) != std::u32string_view::npos;
}

}  // namespace huozi::proof
