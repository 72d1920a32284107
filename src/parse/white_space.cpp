#include "parse/white_space.h"

#include <set>

#include <unicode/uchar.h>
#include <unicode/uscript.h>

#include "base/utf8.h"
#include "document/mark.h"
#include "document/plain_text.h"
#include "parse/inlines.h"
#include "parse/legible.h"

namespace huozi::parse {

using namespace document;

namespace {

constexpr char32_t kNoBreakSpace = 0xA0;
constexpr char32_t kObject = 0xFFFC;

bool collapses(char32_t cp) {
  return cp == ' ' || cp == '\t' || cp == '\n' || cp == '\f' || cp == '\r' || cp == 0x85 || cp == 0x2028 ||
         cp == 0x2029;
}

bool ends_line(char32_t cp) {
  return cp == '\n' || cp == '\r' || cp == 0x85 || cp == 0x2028 || cp == 0x2029;
}

// Blanks of a width of their own, with which writers indent.
bool indents(char32_t cp) {
  return cp == 0x3000 || (cp >= 0x2000 && cp <= 0x200A);
}

// CSS Text 3 §4.1.3: East Asian Width F, W or H, and not Hangul.
bool is_east_asian(char32_t cp) {
  if (cp >= 0x4E00 && cp <= 0x9FFF) return true;
  if (cp < 0x1100) return false;  // before the first that is wide
  const auto c = static_cast<UChar32>(cp);
  const int width = u_getIntPropertyValue(c, UCHAR_EAST_ASIAN_WIDTH);
  if (width != U_EA_FULLWIDTH && width != U_EA_WIDE && width != U_EA_HALFWIDTH) return false;
  UErrorCode status = U_ZERO_ERROR;
  return uscript_getScript(c, &status) != USCRIPT_HANGUL;
}

// Marks that Chinese shares with other scripts: East Asian when the other side is.
bool is_shared_mark(char32_t cp) {
  return cp == 0x2014 || cp == 0x2018 || cp == 0x2019 || cp == 0x201C || cp == 0x201D || cp == 0x2026 || cp == 0xB7;
}

// `in_chinese`: the text before `before`, as far as it is no shared mark, is East Asian.
bool joins_without_blank(char32_t before, bool in_chinese, char32_t after) {
  const bool shared_before = is_shared_mark(before);
  const bool east_before = is_east_asian(before) || (shared_before && in_chinese);
  const bool east_after = is_east_asian(after);
  return (east_before && (east_after || is_shared_mark(after))) || (east_after && shared_before);
}

// Written as it stands, whatever is beside it: neither a blank, nor invisible, nor a shared mark.
bool is_plain(char32_t cp) {
  return (cp >= 0x21 && cp <= 0x7E) || (cp >= 0x3001 && cp <= 0xD7FF) || (cp >= 0xFF01 && cp <= 0xFF60);
}

// One Text node and what becomes of it.
struct Piece {
  Inline* node = nullptr;
  bool written_so = false;  // byte i of the text is byte span.begin + i of the source
  std::string text;
  uint32_t begin = 0;
  uint32_t end = 0;
  bool exact = true;
};

class Collapser {
 public:
  explicit Collapser(ReadContext& context) : context_(context) {}

  void run(Inlines& inlines) {
    visit(inlines);
    hold_back_edge("parse.trailing-blank");
    for (const Inline* node : breaks_since_text_) doomed_.insert(node);
    for (Piece& piece : pieces_) commit(piece);
  }

  bool is_doomed(const Inline& node) const { return doomed_.count(&node) > 0; }

 private:
  // A blank not yet decided on: it is written when something visible follows on the same line.
  struct Held {
    size_t piece;
    char32_t code_point;
    uint32_t begin;  // offset in the source
    uint32_t end;
    bool collapsible;
    bool has_line_end;
  };

  void visit(Inlines& inlines) {
    for (Inline& node : inlines) {
      if (auto* text = std::get_if<Text>(&node.content)) {
        read(node, text->text);
      } else if (auto* styled = std::get_if<Styled>(&node.content)) {
        visit(styled->children);
      } else if (auto* link = std::get_if<Link>(&node.content)) {
        if (is_mark(node) && link->children.empty()) {  // a number or words will stand there
          before_visible(kObject);
          after_visible(kObject);
        }
        visit(link->children);
      } else if (std::holds_alternative<LineBreak>(node.content)) {
        hold_back_edge("parse.trailing-blank");
        at_line_start_ = true;
        if (at_start_) doomed_.insert(&node);
        breaks_since_text_.push_back(&node);
      } else if (const auto* ruby = std::get_if<Ruby>(&node.content)) {
        read_ruby(*ruby);
      } else if (std::holds_alternative<Note>(node.content)) {
        // A call belongs to the text before it: a line end after it is judged by that text.
        before_visible(last_);
        breaks_since_text_.clear();
      } else {
        before_visible(kObject);
        after_visible(kObject);
      }
    }
  }

  void read_ruby(const Ruby& ruby) {
    std::u32string base;
    for (const Ruby::Pair& pair : ruby.pairs) base += base::to_utf32(plain_text(pair.base));
    before_visible(base.empty() ? kObject : base.front());
    after_visible(base.empty() ? kObject : base.back());
  }

  void read(Inline& node, const std::string& text) {
    const Span span = node.info.span;
    pieces_.push_back({&node, span.end - span.begin == text.size(), {}, span.begin, span.begin, true});
    const size_t index = pieces_.size() - 1;
    // Plain characters behind plain ones change nothing but what was last, so they are written together.
    size_t run_begin = 0, run_end = 0;
    char32_t run_last = 0;
    const auto end_run = [&] {
      if (run_begin == run_end) return;
      const auto at = static_cast<uint32_t>(run_begin), end = static_cast<uint32_t>(run_end);
      write(index, std::string_view(text).substr(run_begin, run_end - run_begin), span.begin + at, span.begin + end);
      after_visible(run_last);
      run_begin = run_end;
    };
    for (const auto item : base::CodePoints(text)) {
      if (is_plain(item.code_point) && !at_start_ && held_.empty() && pieces_[index].written_so) {
        if (run_begin == run_end) run_begin = item.offset;
        run_end = item.offset + item.length;
        run_last = item.code_point;
        continue;
      }
      end_run();
      const bool exact = pieces_[index].written_so;
      const uint32_t begin = exact ? span.begin + item.offset : span.begin;
      const uint32_t end = exact ? begin + item.length : span.end;
      char32_t cp = item.code_point;
      if (is_invisible(cp)) continue;
      if (cp == kIllegible) cp = base::kReplacement;
      if (collapses(cp)) {
        hold_collapsible(index, begin, end, ends_line(cp));
      } else if (cp == kNoBreakSpace || indents(cp)) {
        held_.push_back({index, cp, begin, end, false, false});
      } else {
        before_visible(cp);
        write(index, cp, begin, end);
        after_visible(cp);
      }
    }
    end_run();
  }

  void hold_collapsible(size_t index, uint32_t begin, uint32_t end, bool line_end) {
    if (!held_.empty() && held_.back().collapsible) {
      held_.back().has_line_end = held_.back().has_line_end || line_end;
    } else {
      held_.push_back({index, ' ', begin, end, true, line_end});
    }
  }

  void before_visible(char32_t next) {
    if (at_start_) {
      hold_back_edge("parse.indent");
    } else {
      for (size_t i = 0; i < held_.size(); ++i) {
        const Held& blank = held_[i];
        if (blank.collapsible) {
          if (at_line_start_) continue;
          const char32_t after = i + 1 < held_.size() ? held_[i + 1].code_point : next;
          if (blank.has_line_end && joins_without_blank(last_, in_chinese_, after)) continue;
        }
        write(blank.piece, blank.code_point, blank.begin, blank.end);
        after_visible(blank.code_point);
      }
      held_.clear();
    }
  }

  void after_visible(char32_t cp) {
    at_start_ = at_line_start_ = false;
    last_ = cp;
    if (!is_shared_mark(cp)) in_chinese_ = is_east_asian(cp);
    breaks_since_text_.clear();
  }

  // Blanks at a block's or a line's edge go; those of a width of their own are told.
  void hold_back_edge(std::string_view rule) {
    std::string removed;
    Span span;
    for (const Held& blank : held_) {
      if (blank.collapsible || blank.code_point == kNoBreakSpace) continue;
      base::append_utf8(removed, blank.code_point);
      span = joined(span, {pieces_[blank.piece].node->info.span.file, blank.begin, blank.end});
    }
    held_.clear();
    if (!removed.empty()) context_.record(rule, span, std::move(removed));
  }

  void write(size_t index, char32_t cp, uint32_t begin, uint32_t end) {
    write(index, base::to_utf8({&cp, 1}), begin, end);
  }

  void write(size_t index, std::string_view text, uint32_t begin, uint32_t end) {
    Piece& piece = pieces_[index];
    const size_t offset = piece.text.size();
    if (offset == 0) piece.begin = begin;
    piece.text += text;
    if (!piece.written_so || begin != piece.begin + offset || end - begin != text.size()) piece.exact = false;
    piece.end = std::max(piece.end, end);
  }

  void commit(Piece& piece) {
    Span& span = piece.node->info.span;
    span.begin = piece.text.empty() ? span.begin : piece.begin;
    span.end = piece.text.empty() ? span.begin : piece.end;
    // A span as long as its text promises that the source writes the text so.
    if (!piece.exact && span.end > span.begin && span.end - span.begin == piece.text.size()) --span.end;
    std::get<Text>(piece.node->content).text = std::move(piece.text);
  }

  ReadContext& context_;
  std::vector<Piece> pieces_;
  std::vector<Held> held_;
  std::vector<const Inline*> breaks_since_text_;
  std::set<const Inline*> doomed_;
  bool at_start_ = true;
  bool at_line_start_ = true;
  char32_t last_ = kObject;
  bool in_chinese_ = false;
};

using Kinds = unsigned;  // a bit for each StyledKind

// What is the same twice over when nested: <b><strong>.
bool repeats(StyledKind kind, Kinds around) {
  return (kind == StyledKind::strong || kind == StyledKind::emphasis || kind == StyledKind::mark ||
          kind == StyledKind::underline || kind == StyledKind::strikethrough || kind == StyledKind::code) &&
         (around >> static_cast<unsigned>(kind) & 1u);
}

bool only_blanks(const Inlines& inlines) {
  for (const Inline& node : inlines) {
    const auto* text = std::get_if<Text>(&node.content);
    if (!text || text->text.find_first_not_of(" \xC2\xA0") != std::string::npos) return false;
  }
  return true;
}

void tidy(Inlines& inlines, const Collapser& collapser, Kinds around) {
  Inlines out;
  for (Inline& node : inlines) {
    if (collapser.is_doomed(node)) continue;
    if (const auto* text = std::get_if<Text>(&node.content)) {
      if (text->text.empty()) continue;
    }
    auto* styled = std::get_if<Styled>(&node.content);
    auto* link = std::get_if<Link>(&node.content);
    if (styled || link) {
      Inlines& children = styled ? styled->children : link->children;
      const Kinds inner = styled ? around | 1u << static_cast<unsigned>(styled->kind) : around;
      tidy(children, collapser, inner);
      const bool keeps_id = !node.info.attributes.id.empty();
      if (children.empty() && !keeps_id && !is_mark(node)) continue;
      const bool repeated = styled && repeats(styled->kind, around) && node.info.attributes.classes.empty();
      if (!keeps_id && !is_mark(node) && (repeated || only_blanks(children))) {
        Inlines unwrapped = std::move(children);
        for (Inline& child : unwrapped) append_merged(out, std::move(child));
        continue;
      }
    }
    append_merged(out, std::move(node));
  }
  inlines = std::move(out);
}

}  // namespace

void finish_inlines(Inlines& inlines, ReadContext& context) {
  Collapser collapser(context);
  collapser.run(inlines);
  tidy(inlines, collapser, 0);
  if (is_blank(inlines)) inlines.clear();
}

}  // namespace huozi::parse
