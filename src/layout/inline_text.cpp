#include "layout/inline_text.h"

#include <array>
#include <utility>

#include "document/element.h"
#include "document/links.h"
#include "document/placeholder.h"

namespace huozi::layout {
namespace {

using namespace document;

constexpr std::string_view kObject = "\xEF\xBF\xBC";     // U+FFFC
constexpr std::string_view kLineBreak = "\xE2\x80\xA8";  // U+2028

// An object character of the source's own would be taken for one of the objects: it stands as U+FFFD, as many bytes.
std::string own_text(std::string_view text) {
  std::string out(text);
  for (size_t at = out.find(kObject); at != std::string::npos; at = out.find(kObject, at)) {
    out.replace(at, kObject.size(), "\xEF\xBF\xBD");
  }
  return out;
}

bool is_decorated(const TextStyle& style) {
  return style.decoration != style::TextDecoration::none || style.framed;
}

void append_raw(InlineText& out, std::string_view text, uint32_t style_index, NodeId node) {
  InlineRun run;
  run.begin = static_cast<uint32_t>(out.text.size());
  out.text += text;
  run.end = static_cast<uint32_t>(out.text.size());
  run.style = style_index;
  run.node = node;
  out.runs.push_back(run);
  const bool decorated = style_index > 0 && is_decorated(out.styles[style_index]);
  if (decorated) out.decorations.push_back({run.begin, run.end, style_index, node});
}

// A small picture stands for a character and is as tall as one; others have a pixel for each 1/96 inch (CSS Values 4
// 6.2), unless the style says otherwise.
void size_image(InlineObject& object, const Image& image, const style::ComputedStyle& style) {
  const bool known = image.pixel_width > 0 && image.pixel_height > 0;
  const int64_t across = known ? image.pixel_width : 1;
  const int64_t down = known ? image.pixel_height : 1;
  Length height = known ? Length::ratio(down * 3, 4) : style.font_size;
  if (height <= style.font_size * 2) height = style.font_size;
  if (style.width && !style.height) height = style.width->scaled(down, across);
  object.height = style.height.value_or(height);
  object.width = style.width.value_or(object.height.scaled(across, down));
}

class Flattener {
 public:
  Flattener(InlineText& out, const InlineContext& context) : out_(out), context_(context) {}

  struct Around {
    const style::ElementRef& element;
    const style::ComputedStyle& style;
    uint32_t style_index;
    std::string_view language;
    int32_t link;
  };

  void children(const Inlines& inlines, const Around& around) {
    int index = 0;
    for (const Inline& node : inlines) one(node, around, ++index, static_cast<int>(inlines.size()));
  }

 private:
  void one(const Inline& node, const Around& around, int index, int siblings) {
    if (const auto* text = std::get_if<Text>(&node.content)) {
      add_run(own_text(text->text), around, node.info);
      return;
    }
    if (std::holds_alternative<LineBreak>(node.content)) {
      add_run(kLineBreak, around, node.info);
      return;
    }
    const style::ElementRef element =
        style::make_ref(element_of(node), node.info.attributes, &around.element, index, siblings);
    const style::ComputedStyle style = context_.cascade.style(element, around.style);
    if (style.display == style::Display::none) return;
    const Attributes& attributes = node.info.attributes;
    if (!attributes.id.empty() || attributes.has_class("index")) {
      out_.anchors.push_back({static_cast<uint32_t>(out_.text.size()), node.info.id});
    }
    const std::string_view language =
        node.info.attributes.lang.empty() ? around.language : std::string_view(node.info.attributes.lang);
    const uint32_t style_index = add_style(style, language, around);
    const Around inner{element, style, style_index, language, around.link};
    const size_t decoration = out_.decorations.size();
    const bool decorated = is_decorated(out_.styles[style_index]);
    if (decorated) out_.decorations.push_back({static_cast<uint32_t>(out_.text.size()), 0, style_index, node.info.id});
    const auto* styled = std::get_if<Styled>(&node.content);
    const bool holds_text = styled || std::holds_alternative<Link>(node.content);
    if (holds_text) generate("before", inner);
    const bool rows = styled && style.two_row_note && add_warichu(styled->children, inner);
    if (!rows) content(node, inner, around, index, siblings);
    if (holds_text) generate("after", inner);
    if (decorated) out_.decorations[decoration].end = static_cast<uint32_t>(out_.text.size());
  }

  void content(const Inline& node, const Around& inner, const Around& around, int index, int siblings) {
    if (const auto* styled = std::get_if<Styled>(&node.content)) {
      children(styled->children, inner);
    } else if (const auto* link = std::get_if<Link>(&node.content)) {
      std::optional<InlineLink> leads = link_of(node);
      if (leads) out_.links.push_back(std::move(*leads));
      const int32_t link_index = leads ? static_cast<int32_t>(out_.links.size() - 1) : around.link;
      children(link->children, {inner.element, inner.style, inner.style_index, inner.language, link_index});
    } else if (const auto* note = std::get_if<Note>(&node.content)) {
      add_note_call(*note, node.info, around, index, siblings);
    } else if (const auto* image = std::get_if<Image>(&node.content); image && image->file.empty()) {
      add_run(missing_image_text(inner.language), inner, {});
    } else if (image) {
      InlineObject object;
      object.kind = InlineObject::Kind::image;
      object.image = image;
      size_image(object, *image, inner.style);
      add_object(object, inner.style_index, node.info, inner);
    } else if (const auto* reference = std::get_if<PageReference>(&node.content)) {
      InlineObject object;
      object.kind = InlineObject::Kind::reference;
      // Four digits at the end of a row; among words, where the line makes up for what is left of it, the widest
      // number's.
      object.in_text = !reference->before.empty() || !reference->words.empty() || reference->note_number;
      object.note_number = reference->note_number;
      int digits = object.in_text ? context_.folio_digits : 4;
      if (object.note_number) digits = 2;
      object.width = inner.style.width.value_or(inner.style.font_size * digits / 2);
      object.target = reference->target;
      add_run(reference->before, inner, node.info);
      add_object(object, inner.style_index, node.info, inner);
      add_run(reference->after, inner, node.info);
    } else if (std::holds_alternative<Leader>(node.content)) {
      InlineObject object;
      object.kind = InlineObject::Kind::leader;
      object.width = inner.style.font_size * 2;
      add_object(object, inner.style_index, node.info, inner);
    } else if (const auto* ruby = std::get_if<Ruby>(&node.content)) {
      for (const Ruby::Pair& pair : ruby->pairs) add_ruby(pair, inner, node.info);
    }
  }

  // What the element's ::before or ::after says, as far as it is words: counters count blocks.
  void generate(std::string_view pseudo, const Around& around) {
    const style::ComputedStyle style = context_.cascade.pseudo_style(around.element, pseudo, around.style);
    if (style.content.empty() || style.display == style::Display::none) return;
    std::string words;
    for (const style::ContentItem& item : style.content) {
      if (item.kind == style::ContentItem::Kind::text) words += item.value;
    }
    if (!words.empty()) add_run(own_text(words), around, {}, add_style(style, around.language, around));
  }

  // The children at half their size. False, and nothing added, where something is among them that stands in no row of
  // two: calls of notes, pictures, ruby, marks beside characters, forced breaks, type that is larger.
  bool add_warichu(const Inlines& inlines, const Around& around) {
    if (in_ruby_ || in_warichu_) return false;
    const InlineText& out = out_;
    const auto [text, runs, styles, objects, links, decorations, rubies, anchors] =
        std::array{out.text.size(),  out.runs.size(),        out.styles.size(), out.objects.size(),
                   out.links.size(), out.decorations.size(), out.rubies.size(), out.anchors.size()};
    style::ComputedStyle half = around.style;
    half.font_size = around.style.font_size / 2;
    half.letter_spacing = around.style.letter_spacing / 2;
    half.text_decoration = style::TextDecoration::none;  // the element's own, which it has already
    half.vertical_align = style::VerticalAlign::baseline;
    half.baseline_shift = Length();
    in_warichu_ = true;
    children(inlines, {around.element, half, add_style(half, around.language, around), around.language, around.link});
    in_warichu_ = false;
    bool fits = out.objects.size() == objects && out.rubies.size() == rubies && out.decorations.size() == decorations &&
                out.text.find(kLineBreak, text) == std::string::npos;
    for (size_t i = styles; i < out.styles.size(); ++i) {
      fits = fits && out.styles[i].emphasis.mark == style::EmphasisMark::none && out.styles[i].size <= half.font_size;
      out_.styles[i].hyphens = style::Hyphens::none;
    }
    if (fits) {
      const auto end = static_cast<uint32_t>(out.text.size());
      if (end > text) out_.warichus.push_back({static_cast<uint32_t>(text), end, around.style.font_size});
      return true;
    }
    out_.text.resize(text);
    out_.runs.resize(runs);
    out_.styles.resize(styles);
    out_.objects.resize(objects);
    out_.links.resize(links);
    out_.decorations.resize(decorations);
    out_.rubies.resize(rubies);
    out_.anchors.resize(anchors);
    return false;
  }

  uint32_t add_style(const style::ComputedStyle& style, std::string_view language, const Around& around) {
    const TextStyle& parent = out_.styles[around.style_index];
    out_.styles.push_back(make_text_style(style, language, context_.fonts, parent.raise, parent.size));
    return static_cast<uint32_t>(out_.styles.size() - 1);
  }

  // An annotation without a base, or within another pair's base, is written behind it.
  void add_ruby(const Ruby::Pair& pair, const Around& around, const NodeInfo& info) {
    const bool within = std::exchange(in_ruby_, true);
    const auto begin = static_cast<uint32_t>(out_.text.size());
    children(pair.base, around);
    in_ruby_ = within;
    const auto end = static_cast<uint32_t>(out_.text.size());
    if (pair.text.empty()) return;
    if (within || begin == end) {
      add_run(own_text("（" + pair.text + "）"), around, info);
      return;
    }
    const Attributes none;
    const style::ElementRef rt = style::make_ref({"rt", {}}, none, &around.element, 1, 1);
    const style::ComputedStyle style = context_.cascade.style(rt, around.style);
    out_.rubies.push_back(
        {begin, end, own_text(pair.text), add_style(style, around.language, around), style.ruby_position, info.id});
  }

  // css-gcpm-3 2.2: the call is a pseudo-element of the note, in the text's place.
  void add_note_call(const Note& note, const NodeInfo& info, const Around& around, int index, int siblings) {
    const Attributes none;
    const style::ElementRef element = style::make_ref(note_element(note), none, &around.element, index, siblings);
    const style::ComputedStyle style = context_.cascade.pseudo_style(element, "footnote-call", around.style);
    InlineObject object;
    object.kind = InlineObject::Kind::note_call;
    object.width = style.font_size;  // the widest circled digit: 1 em of its own size
    object.note = &note;
    add_object(object, add_style(style, around.language, around), info, around);
  }

  void add_object(InlineObject object, uint32_t style_index, const NodeInfo& info, const Around& around) {
    object.style = style_index;
    object.node = info.id;
    out_.objects.push_back(object);
    add_run(kObject, around, info, style_index);
  }

  void add_run(std::string_view text, const Around& around, const NodeInfo& info) {
    add_run(text, around, info, around.style_index);
  }
  void add_run(std::string_view text, const Around& around, const NodeInfo& info, uint32_t style_index) {
    if (text.empty()) return;
    InlineRun run;
    run.begin = static_cast<uint32_t>(out_.text.size());
    out_.text += text;
    run.end = static_cast<uint32_t>(out_.text.size());
    run.style = style_index;
    run.node = info.id;
    run.span = info.span;
    run.link = around.link;
    out_.runs.push_back(run);
  }

  InlineText& out_;
  const InlineContext& context_;
  bool in_ruby_ = false;
  bool in_warichu_ = false;
};

}  // namespace

std::optional<InlineLink> link_of(const Inline& node) {
  const auto* link = std::get_if<Link>(&node.content);
  if (!link || !(link->node || is_address(link->target))) return std::nullopt;
  return InlineLink{link->node ? std::string() : link->target, link->node, node.info.id};
}

LinkItem link_area(const InlineLink& link, const Rect& rect) {
  return {rect, link.uri, link.target.value_or(NodeId()), link.node,
          link.target ? LinkItem::Kind::internal : LinkItem::Kind::uri};
}

InlineText begin_text(const style::ComputedStyle& style, const InlineContext& context) {
  InlineText out;
  out.styles.push_back(make_text_style(style, context.language, context.fonts));
  return out;
}

void append_inlines(InlineText& out, const Inlines& inlines, const style::ElementRef& block,
                    const style::ComputedStyle& style, const InlineContext& context) {
  Flattener(out, context).children(inlines, {block, style, 0, context.language, -1});
}

void append_text(InlineText& out, std::string_view text, uint32_t style_index, NodeId node) {
  append_raw(out, own_text(text), style_index, node);
}

void append_object(InlineText& out, InlineObject object) {
  append_raw(out, kObject, object.style, object.node);
  out.objects.push_back(object);
}

}  // namespace huozi::layout
