#include "citation/repeat.h"

#include <algorithm>
#include <map>
#include <set>

#include "document/plain_text.h"
#include "document/walk.h"

namespace huozi::citation {

using namespace document;

namespace {

constexpr std::string_view kComma = "，", kStop = "。", kPoint = ".";

// The note's paragraph if it is its only block, or null.
template <typename AnyNote>
auto* only_paragraph(AnyNote& note) {
  using Found = decltype(std::get_if<Paragraph>(&note.blocks.front().content));
  if (note.kind != NoteKind::citation || note.blocks.size() != 1) return Found();
  const Found paragraph = std::get_if<Paragraph>(&note.blocks.front().content);
  return paragraph && !paragraph->children.empty() ? paragraph : Found();
}

// Without mark-up, or null.
Paragraph* plain_paragraph(Note& note) {
  Paragraph* const paragraph = only_paragraph(note);
  const auto is_text = [](const Inline& node) { return std::holds_alternative<Text>(node.content); };
  if (!paragraph) return nullptr;
  return std::all_of(paragraph->children.begin(), paragraph->children.end(), is_text) ? paragraph : nullptr;
}

// Nothing but words, whatever they look like.
bool is_words(const Inlines& inlines) {
  bool words = true;
  for_each_inline(inlines, [&](const Inline& node) {
    const auto& content = node.content;
    words = words && (std::holds_alternative<Text>(content) || std::holds_alternative<Link>(content) ||
                      std::holds_alternative<Styled>(content));
  });
  return words;
}

// Where the page of a book begins as GB/T 7714 has it, 1987：43 or 1987: 43-45, at the end of the words; or npos.
size_t point_page(std::string_view words) {
  const auto is_digit = [](char c) { return c >= '0' && c <= '9'; };
  size_t at = words.size();
  while (at > 0 && (is_digit(words[at - 1]) || words[at - 1] == '-')) --at;
  if (at == words.size() || !is_digit(words[at])) return words.npos;
  for (const std::string_view colon : {std::string_view("："), std::string_view(": ")}) {
    if (!words.substr(0, at).ends_with(colon)) continue;
    const size_t end = at - colon.size();
    size_t year = end;
    while (year > 0 && is_digit(words[year - 1])) --year;
    const bool alone = year > 0 && words[year - 1] != '-';
    if (end - year == 4 && alone) return end;
  }
  return words.npos;
}

}  // namespace

CitedWords cited_words(std::string_view note) {
  CitedWords cited;
  cited.source = note;
  for (const std::string_view stop : {kStop, kPoint}) {
    if (!note.ends_with(stop) || !cited.stop.empty()) continue;
    cited.source.remove_suffix(stop.size());
    cited.stop = note.substr(cited.source.size());
  }
  if (const size_t page = point_page(cited.source); page != note.npos) {
    cited.page = cited.source.substr(page);
    cited.source = cited.source.substr(0, page);
    return cited;
  }
  const bool several = cited.source.find(kStop) != note.npos || cited.source.find("；") != note.npos;
  const size_t page = cited.source.rfind("，第");
  const bool paged = cited.source.ends_with("页") || cited.source.ends_with("頁");
  if (several || page == note.npos || !paged) return cited;
  cited.page = cited.source.substr(page);
  cited.source = cited.source.substr(0, page);
  return cited;
}

std::optional<ShortForm> short_form(std::string_view note) {
  const CitedWords cited = cited_words(note);
  const std::string_view words = cited.source;
  // Two citations in one note are not one source.
  if (cited.stop.empty() || words.find(kStop) != words.npos || words.find("；") != words.npos) return std::nullopt;
  const size_t opening = words.find("：《");
  if (opening == words.npos || opening == 0) return std::nullopt;
  const size_t closing = words.find("》", opening);
  if (closing == words.npos || words.substr(0, opening).find(kComma) != words.npos) return std::nullopt;
  const size_t details = words.find(kComma, closing);
  if (details == words.npos) return std::nullopt;
  ShortForm form;
  form.source = words.substr(0, details);
  form.text = form.source;
  form.text += cited.page;
  form.text += cited.stop;
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

void mark_repeated(Section& section, Repeat repeat) {
  std::map<std::string, std::set<std::string>> pages;  // by source: all that were cited
  std::map<std::string, std::string> last_page;        // by source
  for_each_note(section, [&](const Inline&, Note& note) {
    const Paragraph* const paragraph = only_paragraph(note);
    if (!paragraph || !is_words(paragraph->children)) return;
    const std::string words = plain_text(paragraph->children);
    const CitedWords cited = cited_words(words);
    RepeatedCitation& form = note.repeated.emplace();
    form.source = cited.source;
    // Where a page is told in a form that is not known, notes are of one source when all their words are the same.
    const bool keyed = note.citation && !note.citation->key.empty() && note.citation->pages.empty();
    if (cited.page.empty() && keyed) form.source = note.citation->key;
    if (cited.page.empty() && note.cited.size() == 1 && note.cited[0].locator.empty()) form.source = note.cited[0].key;
    form.numbered = repeat == Repeat::numbered;
    const std::string page(cited.page);
    const auto [last, fresh] = last_page.try_emplace(form.source, page);
    std::set<std::string>& earlier = pages[form.source];
    // The first such note on the page may be any of those before it.
    const bool differs = form.numbered ? earlier.size() > 1 || !earlier.contains(page) : last->second != page;
    if (!fresh && !(differs && page.empty())) {
      form.before = form.numbered ? "同" : "同上";
      if (differs) form.after = page;
      form.after += cited.stop;
    }
    earlier.insert(page);
    last->second = page;
  });
}

void record_brief(const Book& book, const std::map<NodeId, std::string>& shown, Audit& audit) {
  for_each_note(book, [&](const Inline& call, const Note& note) {
    const auto found = shown.find(call.info.id);
    const Paragraph* const paragraph = only_paragraph(note);
    if (found == shown.end() || !paragraph) return;
    audit.entries.push_back(
        {"citation.repeat", paragraph->children.front().info.span, plain_text(paragraph->children), found->second});
  });
}

}  // namespace huozi::citation
