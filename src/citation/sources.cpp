#include "citation/sources.h"

#include <algorithm>
#include <map>

#include "citation/repeat.h"
#include "document/plain_text.h"
#include "document/walk.h"

namespace huozi::citation {

using namespace document;

namespace {

std::vector<CitedSource::Words> words_of(const Note& note) {
  std::vector<CitedSource::Words> words;
  for_each_text(
      note.blocks,
      [&](const Inlines& text) {
        for (const Inline& node : text) {
          const auto* link = std::get_if<Link>(&node.content);
          words.push_back({plain_text(node), link ? link->target : std::string()});
        }
      },
      Notes::skip);
  return words;
}

void cut(std::vector<CitedSource::Words>& words, size_t length) {
  for (CitedSource::Words& each : words) {
    each.text.resize(std::min(each.text.size(), length));
    length -= each.text.size();
  }
  std::erase_if(words, [](const CitedSource::Words& each) { return each.text.empty(); });
}

// Of what was said or written, or else of the report of it.
std::string date_of(const CitationRecord& record) {
  return record.date.empty() ? record.dateline_date : record.date;
}

}  // namespace

std::vector<CitedSource> cited_sources(const Book& book) {
  std::vector<CitedSource> sources;
  std::map<std::string, size_t> known;  // by key
  for_each_note(book, [&](const Inline& call, const Note& note) {
    if (note.kind != NoteKind::citation) return;
    std::vector<CitedSource::Words> words = words_of(note);
    std::string all;
    for (const CitedSource::Words& each : words) all += each.text;
    const std::string_view source = cited_words(all).source;
    if (source.empty()) return;
    const bool has_key = note.citation && !note.citation->key.empty();
    const auto [found, fresh] =
        known.try_emplace(has_key ? "key " + note.citation->key : "words " + std::string(source), sources.size());
    if (fresh) {
      cut(words, source.size());
      sources.push_back({std::move(words), note.citation ? date_of(*note.citation) : std::string(), {}});
    }
    sources[found->second].notes.push_back(call.info.id);
  });
  std::stable_sort(sources.begin(), sources.end(), [](const CitedSource& a, const CitedSource& b) {
    if (a.date.empty() || b.date.empty()) return !a.date.empty() && b.date.empty();
    return a.date < b.date;
  });
  return sources;
}

}  // namespace huozi::citation
