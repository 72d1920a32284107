#include "citation/repeat.h"

#include <algorithm>
#include <set>

#include "document/plain_text.h"
#include "document/walk.h"

namespace huozi::citation {

using namespace document;

namespace {

constexpr std::string_view kComma = "，", kStop = "。";

// The note's words if they are one paragraph of text without mark-up, or null.
Paragraph* plain_paragraph(Note& note) {
  if (note.kind != NoteKind::citation || note.blocks.size() != 1) return nullptr;
  auto* paragraph = std::get_if<Paragraph>(&note.blocks.front().content);
  const auto is_text = [](const Inline& node) { return std::holds_alternative<Text>(node.content); };
  if (!paragraph || paragraph->children.empty()) return nullptr;
  return std::all_of(paragraph->children.begin(), paragraph->children.end(), is_text) ? paragraph : nullptr;
}

}  // namespace

std::optional<ShortForm> short_form(std::string_view note) {
  if (!note.ends_with(kStop)) return std::nullopt;
  const std::string_view words = note.substr(0, note.size() - kStop.size());
  // Two citations in one note are not one source.
  if (words.find(kStop) != words.npos || words.find("；") != words.npos) return std::nullopt;
  const size_t opening = words.find("：《");
  if (opening == words.npos || opening == 0) return std::nullopt;
  const size_t closing = words.find("》", opening);
  if (closing == words.npos || words.substr(0, opening).find(kComma) != words.npos) return std::nullopt;
  const size_t details = words.find(kComma, closing);
  if (details == words.npos) return std::nullopt;
  ShortForm form;
  form.source = words.substr(0, details);
  form.text = form.source;
  const size_t page = words.rfind("，第");
  const bool paged = page != words.npos && page >= details && words.ends_with("页");
  if (paged && page == details) return std::nullopt;
  if (paged) form.text += words.substr(page);
  form.text += kStop;
  return form;
}

void shorten_repeated(Section& section, Audit& audit) {
  std::set<std::string> cited;
  for_each_note(section, [&](Inline&, Note& note) {
    Paragraph* const paragraph = plain_paragraph(note);
    if (!paragraph) return;
    const std::string words = plain_text(paragraph->children);
    const std::optional<ShortForm> form = short_form(words);
    if (!form || cited.insert(form->source).second) return;
    paragraph->children.resize(1);
    Inline& text = paragraph->children.front();
    text.content = Text{form->text};
    audit.entries.push_back({"citation.repeat", text.info.span, words, form->text});
  });
}

}  // namespace huozi::citation
