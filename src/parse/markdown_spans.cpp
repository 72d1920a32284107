#include "parse/markdown_spans.h"

#include <algorithm>

#include "document/plain_text.h"
#include "parse/inlines.h"
#include "parse/markdown_citations.h"
#include "parse/pandoc_attributes.h"
#include "parse/ruby_builder.h"

namespace huozi::parse {

using namespace document;

namespace {

bool is_exact(const Inline& node) {
  return node.info.span.end - node.info.span.begin == std::get<Text>(node.content).text.size();
}

// Bytes [begin, end) of a Text as a Text of its own.
Inline part_of(const Inline& node, size_t begin, size_t end) {
  Span span = node.info.span;
  if (is_exact(node)) {
    span = {span.file, span.begin + static_cast<uint32_t>(begin), span.begin + static_cast<uint32_t>(end)};
  }
  return make_text(span, std::get<Text>(node.content).text.substr(begin, end - begin));
}

bool is_escaped(const Inline& node, size_t at, const source::SourceFile& file) {
  if (!is_exact(node)) return true;
  const std::string_view source = file.text();
  size_t slashes = 0;
  for (size_t i = node.info.span.begin + at; i > 0 && source[i - 1] == '\\'; --i) ++slashes;
  return slashes % 2 == 1;
}

// Not find_first_of, which calls a function for every byte.
size_t bracket_from(std::string_view text, size_t at) {
  while (at < text.size() && text[at] != '[' && text[at] != ']') ++at;
  return at;
}

class Brackets {
 public:
  explicit Brackets(ReadContext& context) : context_(context) {}

  Inlines run(Inlines inlines) {
    for (Inline& node : whole_texts(std::move(inlines))) {
      if (std::holds_alternative<Text>(node.content)) {
        take_attributes(node);
        read(node);
      } else {
        out_.push_back(std::move(node));
      }
    }
    return std::move(out_);
  }

 private:
  static constexpr size_t kMostOpen = 1000;

  // The parser cuts texts at characters that may begin marks, such as the ! in attributes: they are put together again.
  static Inlines whole_texts(Inlines inlines) {
    Inlines out;
    for (Inline& node : inlines) {
      auto* before = out.empty() ? nullptr : std::get_if<Text>(&out.back().content);
      const auto* text = std::get_if<Text>(&node.content);
      const bool follows =
          before && text && is_exact(out.back()) && is_exact(node) && out.back().info.span.end == node.info.span.begin;
      if (follows && before->text != "\n" && text->text != "\n") {  // ends of lines are seen by others
        before->text += text->text;
        out.back().info.span.end = node.info.span.end;
      } else {
        out.push_back(std::move(node));
      }
    }
    return out;
  }

  // `{.page}` right behind a link is the link's, `{.decoration}` behind a picture the picture's (Pandoc's
  // link_attributes).
  void take_attributes(Inline& node) {
    const std::string& text = std::get<Text>(node.content).text;
    if (out_.empty() || !text.starts_with('{')) return;
    const Inline& before = out_.back();
    if (!std::holds_alternative<Link>(before.content) && !std::holds_alternative<Image>(before.content)) return;
    const size_t close = text.find('}');
    if (close == std::string::npos || is_escaped(node, 0, context_.file)) return;
    auto attributes = parse_attributes(std::string_view(text).substr(1, close - 1));
    if (!attributes) return;
    NodeInfo& info = out_.back().info;
    info.span = joined(info.span, part_of(node, 0, close + 1).info.span);
    info.attributes = std::move(*attributes);
    node = part_of(node, close + 1, text.size());
  }

  void read(const Inline& node) {
    const std::string& text = std::get<Text>(node.content).text;
    size_t done = 0;
    const auto flush = [&](size_t to) {
      if (to > done) out_.push_back(part_of(node, done, to));
      done = to;
    };
    for (size_t at = bracket_from(text, 0); at < text.size(); at = bracket_from(text, at)) {
      if (is_escaped(node, at, context_.file)) {
        ++at;
        continue;
      }
      if (text[at] == '[') {
        flush(at);
        if (open_.size() == kMostOpen) open_.erase(open_.begin());
        open_.push_back(out_.size());
        out_.push_back(part_of(node, at, at + 1));
        done = ++at;
        continue;
      }
      if (open_.empty()) {
        ++at;
        continue;
      }
      flush(at);
      const size_t first = open_.back();
      open_.pop_back();
      const size_t close = at + 1 < text.size() && text[at + 1] == '{' ? text.find('}', at) : std::string::npos;
      auto attributes = close == std::string::npos
                            ? std::nullopt
                            : parse_attributes(std::string_view(text).substr(at + 2, close - at - 2));
      if (attributes) {
        wrap(first, std::move(*attributes), part_of(node, at, close + 1).info.span);
        done = at = close + 1;
      } else if (take_citation(first, part_of(node, at, at + 1).info.span)) {
        done = ++at;
      } else {
        report_note_call(first, part_of(node, at, at + 1).info.span);
        ++at;
      }
    }
    flush(text.size());
  }

  void wrap(size_t first, Attributes attributes, Span close) {
    Inlines children(std::make_move_iterator(out_.begin() + static_cast<std::ptrdiff_t>(first) + 1),
                     std::make_move_iterator(out_.end()));
    const Span span = joined(out_[first].info.span, close);
    out_.resize(first);
    const auto ruby = std::find_if(attributes.values.begin(), attributes.values.end(),
                                   [](const auto& value) { return value.first == "ruby"; });
    Inline wrapped{{{}, span, {}}, Styled{}};
    if (ruby != attributes.values.end() && !plain_text(children).empty()) {
      const std::string annotation = ruby->second;
      attributes.values.erase(ruby);
      wrapped.content = ruby_of(std::move(children), annotation, context_);
    } else {
      wrapped.content = Styled{StyledKind::span, std::move(children)};
    }
    wrapped.info.attributes = std::move(attributes);
    out_.push_back(std::move(wrapped));
  }

  // [@key]: a note that holds these words until the entry's take their place. Blanks before it go.
  bool take_citation(size_t first, Span close) {
    std::string words;
    for (size_t i = first + 1; i < out_.size(); ++i) {
      const auto* text = std::get_if<Text>(&out_[i].content);
      if (!text) return false;
      words += text->text;
    }
    std::vector<CitedKey> cited = read_citation(words);
    if (cited.empty()) return false;
    const Span open = out_[first].info.span;
    const Span whole = joined(open, close);
    std::string shown = "[" + words + "]";
    const bool exact = context_.file.slice(whole) == shown;
    for (CitedKey& each : cited) {
      const uint32_t begin = whole.begin + 1;
      each.span = exact ? Span{whole.file, begin + each.span.begin, begin + each.span.end} : whole;
    }
    std::replace(shown.begin(), shown.end(), '\n', ' ');
    out_.resize(first);
    if (!out_.empty() && std::holds_alternative<Text>(out_.back().content)) {
      const std::string& before = std::get<Text>(out_.back().content).text;
      const size_t end = before.find_last_not_of(' ') + 1;
      if (end > 0 && end < before.size()) out_.back() = part_of(out_.back(), 0, end);
    }
    Note note;
    note.kind = NoteKind::citation;
    note.cited = std::move(cited);
    // A span as long as its text would say that it is written so.
    note.blocks.push_back({{{}, whole, {}}, Paragraph{{make_text(exact ? whole : open, std::move(shown))}}});
    out_.push_back({{{}, whole, {}}, std::move(note)});
    return true;
  }

  void report_note_call(size_t first, Span close) {
    std::string text;
    for (size_t i = first + 1; i < out_.size(); ++i) text += plain_text(out_[i]);
    if (text.size() < 2 || text.front() != '^' || text.find(' ') != std::string::npos) return;
    context_.warn("markdown.undefined-note", joined(out_[first].info.span, close), {text.substr(1)});
  }

  ReadContext& context_;
  Inlines out_;
  std::vector<size_t> open_;  // indices of the `[` texts in out_
};

bool is_url_character(char c) {
  return c > ' ' && c < 0x7F && std::string_view("<>\"`[]{}|\\^").find(c) == std::string_view::npos;
}

bool is_alphanumeric(char c) {
  return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

// GFM §6.9: marks at the end belong to the sentence, a closing parenthesis too when it has no partner in the URL.
size_t url_end(std::string_view text, size_t begin) {
  size_t end = begin;
  while (end < text.size() && is_url_character(text[end])) ++end;
  while (end > begin) {
    const char last = text[end - 1];
    const std::string_view url = text.substr(begin, end - begin);
    const bool unpaired =
        last == ')' && std::count(url.begin(), url.end(), '(') < std::count(url.begin(), url.end(), ')');
    if (!unpaired && std::string_view("?!.,:;*_~'").find(last) == std::string_view::npos) break;
    --end;
  }
  return end;
}

// The first URL at or behind `from`: its offsets and its target. End == begin: there is none.
struct BareUrl {
  size_t begin = 0;
  size_t end = 0;
  std::string target;
};

BareUrl find_url(std::string_view text, size_t from) {
  for (size_t at = from; at < text.size(); ++at) {
    if (text[at] != 'h' && text[at] != 'w') continue;
    if (at > 0 && is_alphanumeric(text[at - 1])) continue;
    for (const std::string_view scheme : {"https://", "http://", "www."}) {
      if (!text.substr(at).starts_with(scheme)) continue;
      const size_t end = url_end(text, at);
      const std::string_view url = text.substr(at, end - at);
      if (url.size() <= scheme.size() || !is_alphanumeric(url[scheme.size()]) ||
          url.find('.', scheme.size()) == std::string_view::npos) {
        continue;
      }
      return {at, end, (scheme == "www." ? "http://" : "") + std::string(url)};
    }
  }
  return {};
}

}  // namespace

void read_bracketed_spans(Inlines& inlines, ReadContext& context) {
  inlines = Brackets(context).run(std::move(inlines));
}

void link_bare_urls(Inlines& inlines) {
  Inlines out;
  for (Inline& node : inlines) {
    const auto* text = std::get_if<Text>(&node.content);
    size_t done = 0;
    for (BareUrl url; text && (url = find_url(text->text, done)).end > url.begin;) {
      if (url.begin > done) out.push_back(part_of(node, done, url.begin));
      Inline shown = part_of(node, url.begin, url.end);
      const Span span = shown.info.span;
      out.push_back({{{}, span, {}}, Link{std::move(url.target), {std::move(shown)}}});
      done = url.end;
    }
    if (done == 0) {
      out.push_back(std::move(node));
    } else if (done < text->text.size()) {
      out.push_back(part_of(node, done, text->text.size()));
    }
  }
  inlines = std::move(out);
}

Attributes take_heading_attributes(Inlines& inlines) {
  if (inlines.empty() || !std::holds_alternative<Text>(inlines.back().content)) return {};
  const std::string& text = std::get<Text>(inlines.back().content).text;
  const size_t open = text.rfind('{');
  if (open == std::string::npos || !text.ends_with('}')) return {};
  auto attributes = parse_attributes(std::string_view(text).substr(open + 1, text.size() - open - 2));
  if (!attributes) return {};
  inlines.back() = part_of(inlines.back(), 0, open);
  return std::move(*attributes);
}

}  // namespace huozi::parse
