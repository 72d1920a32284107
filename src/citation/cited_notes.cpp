#include "citation/cited_notes.h"

#include <set>
#include <utility>
#include <vector>

#include "citation/entry.h"
#include "document/plain_text.h"
#include "document/walk.h"

namespace huozi::citation {

using namespace document;

namespace {

// Strangers' files: an entry may be long and cited often.
constexpr size_t kMostText = 16u << 20;  // bytes written in one article
constexpr size_t kMostHints = 20;        // keys that are looked for among all

void drop_stop(Line& line) {
  for (const std::string_view stop : {std::string_view("。"), std::string_view(".")}) {
    if (line.empty() || !line.back().address.empty() || !line.back().text.ends_with(stop)) continue;
    line.back().text.resize(line.back().text.size() - stop.size());
    if (line.back().text.empty()) line.pop_back();
    return;
  }
}

class Writer {
 public:
  Writer(Document& article, const Bibliography& bibliography, bool has_file, source::Diagnostics& diagnostics,
         Audit& audit)
      : article_(article), bibliography_(bibliography), has_file_(has_file), diagnostics_(diagnostics), audit_(audit) {}

  void write() {
    // Found first and changed then: a walk does not like it when what it walks on changes.
    std::vector<std::pair<Inline*, Note*>> found;  // and the note it stands in, or null
    for_each_note(article_.blocks, [&](Inline& node, Note& note) {
      if (!note.cited.empty() && note.kind == NoteKind::citation && inner_.count(&node) == 0) {
        found.emplace_back(&node, nullptr);
      }
      if (note.kind == NoteKind::citation) return;
      for_each_inline(
          note.blocks,
          [&](Inline& inner) {
            const auto* nested = std::get_if<Note>(&inner.content);
            if (!nested || nested->cited.empty() || nested->kind != NoteKind::citation) return;
            if (inner_.insert(&inner).second) found.emplace_back(&inner, &note);
          },
          Notes::skip);
    });
    for (const auto& [node, outer] : found) write(*node, outer);
  }

 private:
  void write(Inline& node, Note* outer) {
    Note& note = std::get<Note>(node.content);
    std::string words;
    for_each_text(note.blocks, [&](const Inlines& text) { words += plain_text(text); });
    if (!all_known(note)) {
      node.content = Text{words};
      return;
    }
    Line line;
    for (size_t i = 0; i < note.cited.size(); ++i) {
      const CitedKey& each = note.cited[i];
      if (i > 0) drop_stop(line), append(line, {bibliography_.style().between, {}});
      std::string before = each.prefix;
      if (!before.empty() && static_cast<unsigned char>(before.back()) < 0x80) before += ' ';
      append(line, {before, {}});
      for (Words& piece : entry(*bibliography_.find(each.key), bibliography_.style(), each.locator)) {
        append(line, std::move(piece));
      }
    }
    if (outer) drop_stop(line);
    written_ += text_of(line).size();
    if (written_ > kMostText) {
      if (!std::exchange(said_, true)) diagnostics_.report("citation.too-much", node.info.span, {"16 MiB"});
      node.content = Text{words};
      return;
    }
    audit_.entries.push_back({"citation.entry", node.info.span, words, text_of(line)});
    Inlines children = inlines_of(line, node.info.span);
    if (outer) {
      outer->cited.insert(outer->cited.end(), note.cited.begin(), note.cited.end());
      node.content = Styled{StyledKind::span, std::move(children)};
    } else {
      std::get<Paragraph>(note.blocks.front().content).children = std::move(children);
    }
  }

  bool all_known(const Note& note) {
    bool known = true;
    for (const CitedKey& each : note.cited) {
      if (bibliography_.find(each.key)) continue;
      known = false;
      if (has_file_) {
        const std::vector<std::string_view> keys = bibliography_.keys();
        std::string meant = hints_++ < kMostHints ? source::nearest(each.key, keys) : std::string();
        if (meant.empty()) meant = keys.empty() ? std::string("nothing: it has no entries") : std::string(keys.front());
        diagnostics_.report("citation.unknown-key", each.span, {each.key, meant});
      } else {
        const bool plain = note.cited.front().prefix.empty();
        diagnostics_.report(plain ? "citation.no-references" : "citation.taken-as-text", each.span, {each.key});
      }
    }
    return known;
  }

  Inlines inlines_of(const Line& line, Span span) {
    Inlines out;
    const auto node = [&](auto content) {
      Inline made;
      made.info.id = article_.make_id();
      made.info.span = span;
      made.content = std::move(content);
      return made;
    };
    for (const Words& piece : line) {
      Inline text = node(Text{piece.text});
      out.push_back(piece.address.empty() ? std::move(text) : node(Link{piece.address, {std::move(text)}}));
    }
    return out;
  }

  Document& article_;
  const Bibliography& bibliography_;
  bool has_file_;
  source::Diagnostics& diagnostics_;
  Audit& audit_;
  std::set<const Inline*> inner_;
  size_t written_ = 0, hints_ = 0;
  bool said_ = false;
};

}  // namespace

void write_cited_notes(Document& article, const Bibliography& bibliography, bool has_file,
                       source::Diagnostics& diagnostics, Audit& audit) {
  Writer(article, bibliography, has_file, diagnostics, audit).write();
}

}  // namespace huozi::citation
