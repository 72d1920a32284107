#include "citation/sources.h"

#include <algorithm>
#include <map>
#include <utility>

#include "citation/attribution.h"
#include "citation/entry.h"
#include "citation/repeat.h"
#include "document/plain_text.h"
#include "document/walk.h"

namespace huozi::citation {

using namespace document;

namespace {

Line words_of(const Note& note) {
  Line words;
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

void cut(Line& words, size_t length) {
  for (Words& each : words) {
    each.text.resize(std::min(each.text.size(), length));
    length -= each.text.size();
  }
  std::erase_if(words, [](const Words& each) { return each.text.empty(); });
}

// Of what was said or written, or else of its publication or the report of it.
std::string date_of(const CitationRecord& record) {
  if (!record.date.empty()) return record.date;
  return record.published.empty() ? record.dateline_date : record.published;
}

class Collector {
 public:
  Collector(const Book& book, const Bibliography& bibliography) : bibliography_(bibliography) {
    for_each_note(book, [&](const Inline& call, const Note& note) {
      if (!note.cited.empty()) return add_entries(call, note);
      if (note.kind == NoteKind::citation) add_words(call, note);
    });
  }

  std::vector<CitedSource> take() { return std::move(sources_); }

 private:
  // True: it is new, and its words are to be filled in.
  bool add(const std::string& key, const Inline& call) {
    const auto [found, fresh] = known_.try_emplace(key, sources_.size());
    if (fresh) sources_.emplace_back();
    std::vector<NodeId>& notes = sources_[found->second].notes;
    if (notes.empty() || notes.back() != call.info.id) notes.push_back(call.info.id);
    return fresh;
  }

  void add_entries(const Inline& call, const Note& note) {
    for (const CitedKey& each : note.cited) {
      const Reference* const reference = bibliography_.find(each.key);
      if (!reference || !add("entry " + each.key, call)) continue;
      sources_.back().words = listed(entry(*reference, bibliography_.style()));
      sources_.back().date = reference->said.empty() ? reference->date : reference->said;
    }
  }

  void add_words(const Inline& call, const Note& note) {
    Line words = words_of(note);
    const std::string all = text_of(words);
    const std::string_view source = cited_words(all).source;
    if (source.empty()) return;
    const bool has_key = note.citation && !note.citation->key.empty();
    if (!add(has_key ? "key " + note.citation->key : "words " + std::string(source), call)) return;
    CitedSource& made = sources_.back();
    if (note.citation) made.date = date_of(*note.citation);
    if (note.citation && note.citation->complete) {
      Reference reference = reference_of(*note.citation);
      if (text_of(entry(reference, bibliography_.style())) == all) {
        if (reference.type != Reference::Type::newspaper) reference.pages.clear();
        made.words = listed(entry(reference, bibliography_.style()));
        return;
      }
    }
    if (!bibliography_.style().numbered || !all.ends_with('.')) cut(words, source.size());
    made.words = std::move(words);
  }

  // What follows in brackets takes the place of 。; the point of GB/T 7714 belongs to the entry.
  Line listed(Line words) const {
    if (!bibliography_.style().numbered) cut(words, cited_words(text_of(words)).source.size());
    return words;
  }

  const Bibliography& bibliography_;
  std::map<std::string, size_t> known_;
  std::vector<CitedSource> sources_;
};

}  // namespace

std::vector<CitedSource> cited_sources(const Book& book, const Bibliography& bibliography) {
  std::vector<CitedSource> sources = Collector(book, bibliography).take();
  if (bibliography.style().numbered) return sources;
  std::stable_sort(sources.begin(), sources.end(), [](const CitedSource& a, const CitedSource& b) {
    if (a.date.empty() || b.date.empty()) return !a.date.empty() && b.date.empty();
    return a.date < b.date;
  });
  return sources;
}

}  // namespace huozi::citation
