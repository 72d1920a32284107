// Notes in HTML: a call that leads to an element marked as a note (EPUB 3 structural semantics, DPUB-ARIA, and the
// classes Pandoc and cmark write).
#include <algorithm>
#include <array>

#include "parse/html_reader.h"
#include "parse/inlines.h"

namespace huozi::parse {

using namespace document;

namespace {

constexpr size_t kDeepestNote = 4;  // a note in a note in a note ...

template <size_t N>
bool has_any(const HtmlNode& node, std::string_view key, const std::array<std::string_view, N>& words) {
  return std::any_of(words.begin(), words.end(), [&](std::string_view word) { return node.has_word(key, word); });
}

bool is_note_text(const HtmlNode& node) {
  constexpr std::array<std::string_view, 6> kTypes = {"footnote", "endnote",   "rearnote",
                                                      "note",     "footnotes", "endnotes"};
  constexpr std::array<std::string_view, 3> kRoles = {"doc-footnote", "doc-endnote", "doc-endnotes"};
  constexpr std::array<std::string_view, 4> kClasses = {"footnote", "footnotes", "endnote", "endnotes"};
  return has_any(node, "epub:type", kTypes) || has_any(node, "role", kRoles) || has_any(node, "class", kClasses);
}

bool is_call(const HtmlNode& node, bool in_call) {
  constexpr std::array<std::string_view, 2> kClasses = {"footnote-ref", "noteref"};
  return node.name == "a" && (in_call || node.has_word("epub:type", "noteref") ||
                              node.has_word("role", "doc-noteref") || has_any(node, "class", kClasses));
}

std::string_view fragment_of(const HtmlNode& link) {
  const std::string* href = link.attribute("href");
  return href && href->size() > 1 && href->front() == '#' ? std::string_view(*href).substr(1) : std::string_view();
}

}  // namespace

void HtmlReader::find_notes(const HtmlNode& node, bool in_notes) {
  const bool in_call =
      node.name == "sup" && (node.has_word("class", "footnote-ref") || node.has_word("class", "noteref"));
  for (const HtmlNode& child : node.children) {
    if (child.kind != HtmlNode::Kind::element) continue;
    const bool note = in_notes || is_note_text(child);
    const std::string* id = child.attribute("id");
    if (note && id && !id->empty()) note_texts_.emplace(*id, &child);
    if (is_call(child, in_call)) calls_.insert(&child);
    find_notes(child, note);
  }
}

const HtmlNode* HtmlReader::note_called_by(const HtmlNode& link) const {
  const auto found = note_texts_.find(fragment_of(link));
  return found == note_texts_.end() ? nullptr : found->second;
}

bool HtmlReader::is_backlink(const HtmlNode& node) const {
  constexpr std::array<std::string_view, 3> kClasses = {"footnote-back", "footnote-backref", "backlink"};
  return !open_notes_.empty() && (node.has_word("role", "doc-backlink") || node.has_word("epub:type", "backlink") ||
                                  has_any(node, "class", kClasses));
}

bool HtmlReader::add_note(const HtmlNode& link, Inlines& out) {
  const HtmlNode* text = note_called_by(link);
  if (!text) {
    context_.warn("html.missing-note", link.span, {std::string(fragment_of(link))});
    return false;
  }
  if (open_notes_.size() >= kDeepestNote || open_notes_.count(text) > 0 || !context_.may_set_note(text->span)) {
    context_.warn("parse.note-in-itself", link.span);
    return false;
  }
  open_notes_.insert(text);
  const bool again = !set_notes_.insert(text).second;
  Blocks blocks = flow(text->children);
  open_notes_.erase(text);
  context_.record("parse.note-mark", link.span, text_of(link));
  if (again) context_.record("parse.note-repeated", link.span, {}, words_of(blocks));
  out.push_back({{{}, link.span, {}}, Note{NoteKind::author, std::move(blocks), std::nullopt, 0}});
  return true;
}

void HtmlReader::add_unset_notes(Blocks& out) {
  for (const auto& [id, text] : note_texts_) {
    if (called_notes_.count(text) == 0 || set_notes_.count(text) > 0) continue;
    Blocks blocks = flow(text->children);
    std::move(blocks.begin(), blocks.end(), std::back_inserter(out));
  }
}

}  // namespace huozi::parse
