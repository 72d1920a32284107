// Markdown's inlines. Marks are used where they are sure to be read as what they are; elsewhere stand tags.
#include <algorithm>

#include "base/utf8.h"
#include "document/element.h"
#include "document/walk.h"
#include "write/attributes.h"
#include "write/markdown_writer.h"
#include "write/tags.h"

namespace huozi::write {

using namespace document;

namespace {

// What a mark of emphasis looks at on its two sides (CommonMark §6.2).
enum class Side { space, mark, letter, other };

// `other`: beyond ASCII. Inside a mark it is never in the way, punctuation or not: the reader sees to that.
Side side_of(char32_t cp) {
  if (cp <= ' ' || cp == 0x7F || cp == 0x85 || cp == 0xA0 || cp == 0x1680 || (cp >= 0x2000 && cp <= 0x200A) ||
      cp == 0x2028 || cp == 0x2029 || cp == 0x202F || cp == 0x205F || cp == 0x3000) {
    return Side::space;
  }
  if (cp < 0x80) return is_alphanumeric(static_cast<char>(cp)) ? Side::letter : Side::mark;
  return Side::other;
}

bool is_ideograph_or_short(char32_t cp) {
  return cp < 0x10000 || (cp >= 0x20000 && cp <= 0x3FFFF);
}

// The first or last character a node shows; nodes other than text are written with a mark of ASCII.
Side edge_of(const Inline& node, bool first) {
  const auto* text = std::get_if<Text>(&node.content);
  if (!text) return Side::mark;
  if (text->text.empty()) return Side::space;
  if (first) return side_of(base::decode_utf8(text->text, 0).code_point);
  size_t at = text->text.size() - 1;
  while (at > 0 && (static_cast<unsigned char>(text->text[at]) & 0xC0) == 0x80) --at;
  return side_of(base::decode_utf8(text->text, at).code_point);
}

bool fits_inside(const Inline& node, bool first, Side outside) {
  const Side inside = edge_of(node, first);
  if (inside == Side::mark) return outside == Side::space || outside == Side::mark;
  if (inside == Side::other) {
    const auto& text = std::get<Text>(node.content).text;
    const std::u32string characters = base::to_utf32(text);
    return is_ideograph_or_short(first ? characters.front() : characters.back());
  }
  return inside == Side::letter;
}

// The reader looks at each line of a quotation for itself.
bool has_break(const Inlines& inlines) {
  bool found = false;
  for_each_inline(
      inlines, [&](const Inline& node) { found = found || std::holds_alternative<LineBreak>(node.content); },
      document::Notes::skip);
  return found;
}

std::string_view mark_of(StyledKind kind) {
  if (kind == StyledKind::emphasis) return "*";
  if (kind == StyledKind::strong) return "**";
  if (kind == StyledKind::strikethrough) return "~~";
  return {};
}

const Text* only_text(const Inlines& inlines) {
  return inlines.size() == 1 ? std::get_if<Text>(&inlines.front().content) : nullptr;
}

bool is_address(std::string_view text) {
  constexpr std::string_view kMarks = "-._/:?=%#+";
  return (text.starts_with("http://") || text.starts_with("https://")) &&
         std::all_of(text.begin(), text.end(),
                     [&](char c) { return is_alphanumeric(c) || kMarks.find(c) != std::string_view::npos; });
}

size_t word_count(std::string_view text) {
  size_t count = text.empty() ? 0 : 1;
  for (const char c : text) count += c == ' ';
  return count;
}

// What stands between the brackets of [@key], which is a note's text until the entry takes its place.
std::optional<std::string_view> words_of_citation(const Note& note) {
  const auto* paragraph = note.blocks.size() == 1 ? std::get_if<Paragraph>(&note.blocks.front().content) : nullptr;
  const Text* text = paragraph && !note.cited.empty() ? only_text(paragraph->children) : nullptr;
  if (!text || !text->text.starts_with('[') || !text->text.ends_with(']')) return std::nullopt;
  return std::string_view(text->text).substr(1, text->text.size() - 2);
}

bool begins_with(const Ruby& ruby, std::string_view mark) {
  const Text* base = ruby.pairs.empty() ? nullptr : only_text(ruby.pairs.front().base);
  return base && base->text.starts_with(mark);
}

// The annotation for [base]{ruby="…"} that is read as these pairs, or nothing.
std::optional<std::string> one_annotation(const Ruby& ruby) {
  std::string annotation;
  for (const Ruby::Pair& pair : ruby.pairs) {
    const Text* base = only_text(pair.base);
    const bool single = base && base::to_utf32(base->text).size() == 1 && word_count(pair.text) == 1;
    if (ruby.pairs.size() > 1 && !single) return std::nullopt;
    annotation += (annotation.empty() ? "" : " ") + pair.text;
  }
  if (ruby.pairs.size() != 1) return annotation.empty() ? std::nullopt : std::optional(annotation);
  const Ruby::Pair& pair = ruby.pairs.front();
  const Text* base = only_text(pair.base);
  if (!base || pair.text.empty()) return std::nullopt;
  const size_t characters = base::to_utf32(base->text).size();
  return characters == 1 || characters != word_count(pair.text) ? std::optional(annotation) : std::nullopt;
}

}  // namespace

class InlineWriter {
 public:
  InlineWriter(MarkdownWriter& writer, Place place) : writer_(writer), place_(place) {}

  std::string run(const Inlines& inlines) {
    add(inlines, Side::space, Side::space);
    return std::move(out_);
  }

 private:
  struct Sides {
    Side before;
    Side after;
  };

  // `before` and `after`: what stands round all of them.
  void add(const Inlines& inlines, Side before, Side after) {
    for (size_t i = 0; i < inlines.size(); ++i) {
      if (std::holds_alternative<Text>(inlines[i].content)) {
        std::string text;
        size_t next = i;
        for (; next < inlines.size() && std::holds_alternative<Text>(inlines[next].content); ++next) {
          text += std::get<Text>(inlines[next].content).text;
        }
        out_ += markdown_text(text, last_character(), place_);
        i = next - 1;
        continue;
      }
      const Sides sides{i > 0 ? outer(inlines[i - 1], false) : before,
                        i + 1 < inlines.size() ? outer(inlines[i + 1], true) : after};
      std::visit([&](const auto& content) { add(content, inlines[i].info.attributes, sides); }, inlines[i].content);
    }
  }

  static Side outer(const Inline& node, bool first) {
    if (std::holds_alternative<LineBreak>(node.content)) return first ? Side::mark : Side::space;
    return edge_of(node, first);
  }

  char last_character() const {
    if (!out_.empty()) return out_.back();
    return place_ == Place::paragraph ? '\n' : ' ';
  }

  void add(const Text&, const Attributes&, Sides) {}

  void add(const Styled& node, const Attributes& attributes, Sides sides) {
    if (node.kind == StyledKind::span) return add_span(node, attributes);
    const Text* text = only_text(node.children);
    if (node.kind == StyledKind::code && is_empty(attributes) && text && !text->text.empty()) {
      // Backticks side by side would be one run.
      if (last_character() != '`') {
        out_ += markdown_code(text->text);
        return;
      }
    }
    const std::string_view mark = mark_of(node.kind);
    const bool fits = !mark.empty() && !in_marks_ && is_empty(attributes) && !node.children.empty() &&
                      !has_break(node.children) && last_character() != mark.front() &&
                      fits_inside(node.children.front(), true, sides.before) &&
                      fits_inside(node.children.back(), false, sides.after);
    if (!fits) return add_element(element_of(Inline{{}, Styled{node.kind, {}}}).name, attributes, node.children);
    out_ += mark;
    in_marks_ = true;
    add(node.children, Side::mark, Side::mark);
    in_marks_ = false;
    out_ += mark;
  }

  void add_element(std::string_view name, const Attributes& attributes, const Inlines& children) {
    out_ += start_tag(name, attributes);
    add(children, Side::mark, Side::mark);
    out_ += end_tag(name);
  }

  void add_span(const Styled& node, const Attributes& attributes) {
    if (is_empty(attributes)) return add(node.children, Side::mark, Side::mark);
    const auto written = place_ == Place::cell ? std::nullopt : braces(attributes, Braces::text);
    if (!written) return add_element("span", attributes, node.children);
    const size_t begin = out_.size();
    out_ += '[';
    add(node.children, Side::mark, Side::mark);
    if (is_note_mark(begin)) {
      out_.replace(begin, 1, start_tag("span", attributes));
      out_ += "</span>";
    } else {
      out_ += ']' + *written;
    }
  }

  // Whether what is written from `begin` on would be taken for the call of a note, backslash or not.
  bool is_note_mark(size_t begin) const { return out_.compare(begin, 3, "[\\^") == 0; }

  void add(const Link& node, const Attributes& attributes, Sides) {
    const Text* text = only_text(node.children);
    if (is_empty(attributes) && text && text->text == node.target && is_address(node.target)) {
      out_ += '<' + node.target + '>';
      return;
    }
    const bool plain = is_empty(attributes);
    const auto written = plain || place_ == Place::cell ? std::nullopt : braces(attributes, Braces::text);
    if (!plain && !written) {
      std::string tag = start_tag("a", attributes);
      out_ += tag.insert(2, " href=" + html_value(node.target));
      add(node.children, Side::mark, Side::mark);
      out_ += "</a>";
      return;
    }
    out_ += '[';
    add(node.children, Side::mark, Side::mark);
    out_ += "](" + markdown_target(node.target) + ')' + written.value_or("");
  }

  void add(const Image& node, const Attributes& attributes, Sides) {
    if (!is_empty(attributes)) {
      out_ += image_tag(node, attributes);
      return;
    }
    out_ += "![" + markdown_text(node.alternative, '[', place_) + "](" + markdown_target(node.source);
    if (!node.title.empty()) out_ += ' ' + markdown_title(node.title);
    out_ += ')';
  }

  void add(const LineBreak&, const Attributes&, Sides) {
    if (place_ != Place::paragraph) {
      out_ += "<br>";
      return;
    }
    // A line that begins with a tag and ends behind it would be a block of HTML.
    const size_t line = out_.rfind('\n') + 1;
    const bool plain = writer_.keeps_lines_ && line < out_.size() && out_[line] != '<';
    out_ += plain ? "\n" : "\\\n";
  }

  void add(const Note& node, const Attributes&, Sides) {
    if (const auto words = words_of_citation(node)) {
      out_ += '[' + markdown_text(*words, '[', place_) + ']';
      return;
    }
    writer_.notes_.emplace_back(++writer_.last_note_, &node);
    out_ += "[^" + std::to_string(writer_.last_note_) + ']';
  }

  void add(const Ruby& node, const Attributes& attributes, Sides) {
    const bool fits = place_ != Place::cell && !begins_with(node, "^");
    if (const auto annotation = fits ? one_annotation(node) : std::nullopt) {
      Attributes all = attributes;
      all.values.insert(all.values.begin(), {"ruby", *annotation});
      if (const auto written = braces(all, Braces::text)) {
        out_ += '[';
        for (const Ruby::Pair& pair : node.pairs) add(pair.base, Side::mark, Side::mark);
        out_ += ']' + *written;
        return;
      }
    }
    std::vector<WrittenPair> pairs;
    for (const Ruby::Pair& pair : node.pairs) {
      InlineWriter base(writer_, place_);
      base.out_ = ">";  // not at the line's beginning
      base.add(pair.base, Side::mark, Side::mark);
      pairs.push_back({base.out_.substr(1), markdown_text(pair.text, '>', place_)});
    }
    out_ += ruby_element(pairs, attributes);
  }

  // Made by the build, after any article is written.
  void add(const PageReference&, const Attributes&, Sides) {}
  void add(const Leader&, const Attributes&, Sides) {}

  MarkdownWriter& writer_;
  Place place_;
  std::string out_;
  bool in_marks_ = false;
};

std::string MarkdownWriter::line(const Inlines& inlines, Place place) {
  return InlineWriter(*this, place).run(inlines);
}

}  // namespace huozi::write
