#include "index/terms.h"

#include <algorithm>
#include <map>
#include <string>
#include <utility>

#include "document/walk.h"
#include "index/term_matcher.h"

namespace huozi::index {

using namespace document;

namespace {

// A stretch of text as one string, and the texts it is made of, in order.
class Stretch {
 public:
  explicit Stretch(Inlines& inlines) { collect(inlines); }

  struct Piece {
    Inline* node;
    size_t begin;  // in all()
  };
  const std::string& all() const { return all_; }
  const std::vector<Piece>& pieces() const { return pieces_; }

 private:
  void collect(Inlines& inlines) {
    for (Inline& node : inlines) collect(node);
  }

  void collect(Inline& node) {
    if (auto* text = std::get_if<Text>(&node.content)) {
      pieces_.push_back({&node, all_.size()});
      all_ += text->text;
    } else if (auto* styled = std::get_if<Styled>(&node.content)) {
      if (styled->kind == StyledKind::code || node.info.attributes.has_class("index")) {
        all_ += '\n';  // no term goes over it
      } else {
        collect(styled->children);
      }
    } else if (auto* link = std::get_if<Link>(&node.content)) {
      collect(link->children);
    } else if (auto* ruby = std::get_if<Ruby>(&node.content)) {
      for (Ruby::Pair& pair : ruby->pairs) collect(pair.base);
    } else if (!std::holds_alternative<Note>(node.content)) {
      all_ += '\n';
    }
  }

  std::string all_;
  std::vector<Piece> pieces_;
};

struct Cut {
  size_t begin, end;  // bytes of the Text
  size_t term;
};
using Cuts = std::map<const Inline*, std::vector<Cut>>;

class Marker {
 public:
  Marker(Book& book, const std::vector<IndexTerm>& terms) : book_(book), terms_(terms), matcher_(words(terms)) {
    used_.resize(terms.size());
    const auto see = [this](const NodeId id) { last_[id.article] = std::max(last_[id.article], id.ordinal); };
    for (const Section& section : book.sections) see(section.info.id);
    walk(
        std::as_const(book), Notes::enter, [&](const Block& block) { see(block.info.id); },
        [&](const Inline& node) { see(node.info.id); });
  }

  void run() {
    for (Section& section : book_.sections) {
      const SectionRole role = section.role;
      const bool article =
          role == SectionRole::chapter || role == SectionRole::front_article || role == SectionRole::back_article;
      if (article) for_each_text(section.blocks, [this](Inlines& text) { mark(text); });
    }
  }

  bool is_used(size_t term) const { return used_[term]; }

 private:
  static std::vector<std::string> words(const std::vector<IndexTerm>& terms) {
    std::vector<std::string> out;
    for (const IndexTerm& term : terms) out.push_back(term.see.empty() ? term.term : std::string());
    return out;
  }

  void mark(Inlines& inlines) {
    const Stretch stretch(inlines);
    Cuts cuts;
    const auto& pieces = stretch.pieces();
    size_t piece = 0;
    for (const Match& match : matcher_.find(stretch.all())) {
      const bool known = used_[match.term];
      used_[match.term] = true;
      if (known && terms_[match.term].first_only) continue;
      while (piece + 1 < pieces.size() && pieces[piece + 1].begin <= match.begin) ++piece;
      const size_t length = std::get<Text>(pieces[piece].node->content).text.size();
      const size_t begin = match.begin - pieces[piece].begin;
      const size_t end = std::min(match.end - pieces[piece].begin, length);
      cuts[pieces[piece].node].push_back({begin, end, match.term});
    }
    if (!cuts.empty()) rebuild(inlines, cuts);
  }

  void rebuild(Inlines& inlines, const Cuts& cuts) {
    Inlines out;
    for (Inline& node : inlines) {
      const auto found = cuts.find(&node);
      if (found != cuts.end()) {
        divide(node, found->second, out);
        continue;
      }
      if (auto* styled = std::get_if<Styled>(&node.content)) rebuild(styled->children, cuts);
      if (auto* link = std::get_if<Link>(&node.content)) rebuild(link->children, cuts);
      if (auto* ruby = std::get_if<Ruby>(&node.content)) {
        for (Ruby::Pair& pair : ruby->pairs) rebuild(pair.base, cuts);
      }
      out.push_back(std::move(node));
    }
    inlines = std::move(out);
  }

  void divide(const Inline& text, const std::vector<Cut>& cuts, Inlines& out) {
    const std::string& whole = std::get<Text>(text.content).text;
    const size_t first = out.size();
    size_t done = 0;
    for (const Cut& cut : cuts) {
      if (cut.begin > done) out.push_back(part(text, done, cut.begin));
      const IndexTerm& term = terms_[cut.term];
      Inline mark = part(text, cut.begin, cut.end);
      Inline span;
      span.info.id = next_id(text);
      span.info.span = mark.info.span;
      span.info.attributes.classes = {"index"};
      span.info.attributes.values.emplace_back("entry", term.entry.empty() ? term.term : term.entry);
      if (!term.reading.empty()) span.info.attributes.values.emplace_back("reading", term.reading);
      span.content = Styled{StyledKind::span, {std::move(mark)}};
      out.push_back(std::move(span));
      done = cut.end;
    }
    if (done < whole.size()) out.push_back(part(text, done, whole.size()));
    // The first part stays the node that it was.
    Inline& front = out[first];
    Inline* const kept =
        std::holds_alternative<Text>(front.content) ? &front : &std::get<Styled>(front.content).children[0];
    kept->info.id = text.info.id;
    kept->info.attributes.id = text.info.attributes.id;
  }

  NodeId next_id(const Inline& beside) { return {beside.info.id.article, ++last_[beside.info.id.article]}; }

  Inline part(const Inline& text, size_t begin, size_t end) {
    const std::string& whole = std::get<Text>(text.content).text;
    Inline out = text;
    out.info.id = next_id(text);
    out.info.attributes.id.clear();
    Span& span = out.info.span;
    if (span.end - span.begin == whole.size()) {
      span = {span.file, span.begin + static_cast<uint32_t>(begin), span.begin + static_cast<uint32_t>(end)};
    } else if (span.end > span.begin && span.end - span.begin == end - begin) {
      --span.end;  // a span as long as its text promises that the source writes the text so
    }
    out.content = Text{whole.substr(begin, end - begin)};
    return out;
  }

  Book& book_;
  const std::vector<IndexTerm>& terms_;
  TermMatcher matcher_;
  std::vector<bool> used_;                   // by term
  std::map<source::FileId, uint32_t> last_;  // ordinals
};

}  // namespace

void mark_terms(Book& book, const std::vector<IndexTerm>& terms, source::Diagnostics& diagnostics) {
  if (terms.empty()) return;
  Marker marker(book, terms);
  marker.run();
  for (size_t i = 0; i < terms.size(); ++i) {
    if (terms[i].see.empty() && !marker.is_used(i))
      diagnostics.report("index.unused-term", terms[i].span, {terms[i].term});
  }
}

}  // namespace huozi::index
