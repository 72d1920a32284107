#include "citation/attribution.h"

#include <algorithm>
#include <set>
#include <utility>

#include "citation/entry.h"
#include "document/plain_text.h"
#include "document/walk.h"

namespace huozi::citation {

using namespace document;

namespace {

Names one_name(const std::string& name) {
  Names names;
  if (!name.empty()) names.persons.push_back({{}, {}, {}, name});
  return names;
}

// A newspaper's sheet is told by its name; anything else that holds articles is a journal.
bool is_newspaper(const std::string& name) {
  return name.ends_with("报") || name.ends_with("報");
}

// Its numbers, without zeros in front.
std::set<std::string> numbers_of(std::string_view text) {
  std::set<std::string> numbers;
  std::string number;
  for (const char c : std::string(text) + " ") {
    if (c >= '0' && c <= '9') {
      if (c != '0' || !number.empty()) number += c;
    } else {
      numbers.insert(std::exchange(number, {}));
    }
  }
  return numbers;
}

// Whether a template had a place for every field. A first edition is not mentioned.
bool holds_all(const std::string& made, const Reference& reference) {
  const auto has = [&](const std::string& text) { return made.find(text) != std::string::npos; };
  const std::string speaker = reference.authors.empty() ? "" : reference.authors.persons.front().whole;
  if (!has(speaker) || !has(reference.title) || !has(reference.container) || !has(reference.place) ||
      !has(reference.publisher)) {
    return false;
  }
  const std::set<std::string> printed = numbers_of(made);
  const std::string edition = reference.edition == "1" ? "" : reference.edition;
  for (const std::string* field :
       {&reference.said, &reference.date, &reference.volume, &reference.issue, &edition, &reference.pages}) {
    const std::set<std::string> wanted = numbers_of(*field);
    if (!std::includes(printed.begin(), printed.end(), wanted.begin(), wanted.end())) return false;
  }
  return true;
}

// The note's only paragraph if it is all words without mark-up, or null.
Paragraph* plain_paragraph(Note& note) {
  if (note.kind != NoteKind::citation || !note.citation || note.blocks.size() != 1) return nullptr;
  auto* const paragraph = std::get_if<Paragraph>(&note.blocks.front().content);
  const auto is_text = [](const Inline& node) { return std::holds_alternative<Text>(node.content); };
  if (!paragraph || paragraph->children.empty()) return nullptr;
  return std::all_of(paragraph->children.begin(), paragraph->children.end(), is_text) ? paragraph : nullptr;
}

}  // namespace

Reference reference_of(const CitationRecord& record) {
  using Type = Reference::Type;
  Reference out;
  out.key = record.key;
  out.authors = one_name(record.speaker);
  out.title = record.title;
  out.container = record.container;
  out.place = record.place;
  out.publisher = record.publisher;
  out.date = record.published;
  out.said = record.date;
  using Kind = CitationRecord::Kind;
  const bool spoken = record.kind == Kind::speech || record.kind == Kind::instruction || record.kind == Kind::directive;
  if (!spoken && out.date.empty() && record.agency.empty()) out.date.swap(out.said);
  out.volume = record.volume;
  out.issue = record.issue;
  out.edition = record.edition;
  out.pages = record.pages;
  if (!record.agency.empty() && out.publisher.empty() && out.container.empty()) {
    out.publisher = record.agency;
    out.date = record.dateline_date;
  }
  if (!record.publisher.empty()) {
    out.type = Type::book;
  } else if (!record.container.empty()) {
    out.type = is_newspaper(record.container) ? Type::newspaper : Type::journal;
  }
  return out;
}

Reference reference_of(const ArticleMetadata& article, const std::string& access) {
  Reference out;
  if (article.author.empty() && article.source.empty() && article.date.empty() && article.url.empty()) return out;
  out.type = article.url.empty() ? Reference::Type::other : Reference::Type::electronic;
  out.authors = one_name(article.author);
  out.title = article.title;
  if (article.source != article.author) out.publisher = article.source;
  out.date = article.date;
  out.url = article.url;
  out.access = access;
  return out;
}

void restyle_attributions(Document& article, const Style& style, Audit& audit) {
  if (style.own_words) return;
  for_each_note(article.blocks, [&](Inline&, Note& note) {
    Paragraph* const paragraph = plain_paragraph(note);
    if (!paragraph || !note.citation->complete) return;
    const Reference reference = reference_of(*note.citation);
    const std::string made = text_of(entry(reference, style));
    const std::string words = plain_text(paragraph->children);
    if (made == words || !holds_all(made, reference)) return;
    Inline& text = paragraph->children.front();
    const Span end = paragraph->children.back().info.span;
    if (end.file == text.info.span.file) text.info.span.end = std::max(text.info.span.end, end.end);
    paragraph->children.resize(1);
    text.content = Text{made};
    audit.entries.push_back({"citation.style", text.info.span, words, made});
  });
}

}  // namespace huozi::citation
