#include "parse/plain_text_article.h"

#include <algorithm>
#include <utility>
#include <vector>

#include <unicode/uchar.h>

#include "base/utf8.h"
#include "document/plain_text.h"
#include "parse/article.h"
#include "parse/front_matter.h"
#include "parse/inlines.h"
#include "parse/legible.h"
#include "parse/markdown_spans.h"
#include "parse/number_nodes.h"
#include "parse/white_space.h"

namespace huozi::parse {

using namespace document;

namespace {

constexpr size_t kNarrowest = 40;  // columns: nobody breaks lines below twenty ideographs, but verse has such
constexpr size_t kWidest = 160;
constexpr size_t kLongestTitle = 80;  // columns
constexpr size_t kIndent = 2;         // columns with which a paragraph begins

struct PlainLine {
  size_t begin = 0;  // offsets in the file
  size_t end = 0;
  size_t indent = 0;  // columns of blanks before the text
  size_t width = 0;   // columns of the text
  bool ends_sentence = false;
  bool blank() const { return width == 0; }
};

size_t columns(char32_t cp) {
  if (cp == '\t') return 4;
  const int width = u_getIntPropertyValue(static_cast<UChar32>(cp), UCHAR_EAST_ASIAN_WIDTH);
  return width == U_EA_WIDE || width == U_EA_FULLWIDTH ? 2 : 1;
}

bool is_blank_character(char32_t cp) {
  return u_isUWhiteSpace(static_cast<UChar32>(cp)) || is_invisible(cp);
}

bool ends_sentence(char32_t cp) {
  return std::u32string_view(U"。！？!?…；;：:”’」』）)，,、").find(cp) != std::u32string_view::npos;
}

PlainLine line_of(std::string_view text, size_t begin, size_t end) {
  PlainLine line{begin, end, 0, 0, false};
  size_t pending = 0;  // blanks that may be the line's last
  for (const auto item : base::CodePoints(text.substr(begin, end - begin))) {
    const size_t wide = columns(item.code_point);
    if (is_blank_character(item.code_point)) {
      (line.width == 0 ? line.indent : pending) += wide;
      continue;
    }
    line.width += std::exchange(pending, 0) + wide;
    line.ends_sentence = ends_sentence(item.code_point);
  }
  return line;
}

std::vector<PlainLine> lines_of(std::string_view text) {
  std::vector<PlainLine> lines;
  for (size_t at = 0; at < text.size();) {
    const size_t end = std::min(text.find_first_of("\r\n\f", at), text.size());
    lines.push_back(line_of(text, at, end));
    at = end + (text.substr(end).starts_with("\r\n") ? 2 : 1);
  }
  return lines;
}

// Where lines of this file end because there is no more room, or 0: they end where paragraphs do.
size_t broken_width(const std::vector<PlainLine>& lines) {
  std::vector<size_t> widths;  // of lines with another right below that is no paragraph's first
  size_t sentences = 0;
  size_t widest = 0;
  for (size_t i = 0; i < lines.size(); ++i) {
    widest = std::max(widest, lines[i].indent + lines[i].width);
    if (i + 1 == lines.size() || lines[i].blank() || lines[i + 1].blank() || lines[i + 1].indent >= kIndent) continue;
    widths.push_back(lines[i].indent + lines[i].width);
    sentences += lines[i].ends_sentence;
  }
  if (widths.empty() || widest < kNarrowest || widest > kWidest) return 0;
  const size_t full = widest * 3 / 4;
  const auto long_lines =
      static_cast<size_t>(std::count_if(widths.begin(), widths.end(), [&](size_t w) { return w >= full; }));
  const bool clearly = long_lines * 4 >= widths.size() * 3 && sentences * 2 <= widths.size();
  return clearly ? full : 0;
}

class PlainReader {
 public:
  PlainReader(const source::SourceFile& file, ReadContext& context)
      : text_(legible_text(file.text())), file_(file), context_(context), lines_(lines_of(text_)) {}

  Document read() {
    Document document;
    document.file = file_.id();
    const size_t full = broken_width(lines_);
    const size_t title = title_line();
    for (size_t i = 0; i < lines_.size();) {
      if (lines_[i].blank()) {
        ++i;
        continue;
      }
      size_t next = i + 1;
      while (full > 0 && next < lines_.size() && i != title && continues(lines_[next - 1], lines_[next], full)) ++next;
      Inlines inlines = text_of(i, next);
      const Span span = file_.span(lines_[i].begin, lines_[next - 1].end);
      if (i == title && !inlines.empty()) {
        document.metadata.title = plain_text(inlines);
        document.metadata.title_span = span;
      } else if (!inlines.empty()) {
        document.blocks.push_back(make_paragraph(span, std::move(inlines)));
      }
      i = next;
    }
    return document;
  }

 private:
  static bool continues(const PlainLine& line, const PlainLine& next, size_t full) {
    return !next.blank() && next.indent < kIndent && line.indent + line.width >= full;
  }

  // The index of the line that is the title, or of none.
  size_t title_line() const {
    const auto none = static_cast<size_t>(-1);
    const auto shows = [](const PlainLine& line) { return !line.blank(); };
    const auto first = std::find_if(lines_.begin(), lines_.end(), shows);
    if (first == lines_.end() || first->ends_sentence || first->width > kLongestTitle) return none;
    const auto next = std::find_if(first + 1, lines_.end(), shows);
    if (next == lines_.end()) return none;
    const bool gap = next > first + 1;
    // Right below begins a paragraph, or a line more than twice as long.
    const bool apart =
        gap || (next->indent >= kIndent && first->indent != next->indent) || next->width > 2 * first->width;
    return apart ? static_cast<size_t>(first - lines_.begin()) : none;
  }

  Inlines text_of(size_t first, size_t last) {
    Inlines inlines;
    for (size_t i = first; i < last; ++i) {
      const PlainLine& line = lines_[i];
      inlines.push_back(make_text(file_.span(line.begin, line.end), text_.substr(line.begin, line.end - line.begin)));
      if (i + 1 < last) inlines.push_back(make_text(file_.span(line.end, line.end + 1), "\n"));
    }
    link_bare_urls(inlines);
    finish_inlines(inlines, context_);
    return inlines;
  }

  std::string text_;
  const source::SourceFile& file_;
  ReadContext& context_;
  std::vector<PlainLine> lines_;
};

bool begins_with_tag(std::string_view text) {
  const size_t at = text.find_first_not_of(" \t\r\n");
  if (at == std::string_view::npos || text[at] != '<' || at + 1 == text.size()) return false;
  const char next = text[at + 1];
  return next == '!' || (next >= 'a' && next <= 'z') || (next >= 'A' && next <= 'Z');
}

}  // namespace

Document read_plain_text_article(const source::SourceFile& file, source::Diagnostics& diagnostics, Audit& audit) {
  source::Diagnostics reported_there;
  const uint32_t body = read_front_matter(file, reported_there).body_begin;
  if (body > 0 || begins_with_tag(file.text())) return read_article(file, diagnostics, audit);
  const size_t bad = base::find_invalid_utf8(file.text());
  if (bad != std::string_view::npos) diagnostics.report("file.not-utf8", file.span(bad, bad + 1));
  ReadContext context{file, diagnostics, audit, {}, 0};
  Document document = PlainReader(file, context).read();
  number_nodes(document);
  return document;
}

}  // namespace huozi::parse
