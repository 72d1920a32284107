// Figures: an image in whole rows, its caption and credit under it, kept together.
#include <algorithm>

#include "document/element.h"
#include "document/placeholder.h"
#include "layout/block_setter.h"

namespace huozi::layout {

using namespace document;
using style::ComputedStyle;
using style::ElementRef;

namespace {

struct SoleImage {
  const Inline* image = nullptr;
  const Inline* link = nullptr;  // round it
};

// The image that a paragraph holds and nothing besides; styling round it means nothing.
SoleImage sole_image(const Block& block) {
  SoleImage found;
  const auto* paragraph = std::get_if<Paragraph>(&block.content);
  const Inlines* children = paragraph ? &paragraph->children : nullptr;
  while (children && children->size() == 1 && !found.image) {
    const Inline& only = children->front();
    const auto* styled = std::get_if<Styled>(&only.content);
    const auto* link = std::get_if<Link>(&only.content);
    if (link) found.link = &only;
    if (std::holds_alternative<Image>(only.content)) found.image = &only;
    children = styled ? &styled->children : link ? &link->children : nullptr;
  }
  return found;
}

struct Size {
  Length width, height;
};

// As wide as its own style says, else as its figure's, else as it is by itself. `measure`: the figure's; nothing while
// only its widths are asked for.
Length picture_width(const ComputedStyle& own, const ComputedStyle& figure, const Size& natural,
                     std::optional<Length> measure) {
  std::optional<Length> around = measure;  // the figure's width, of which percentages are
  if (figure.width) around = measure ? std::min(*figure.width, *measure) : *figure.width;
  if (measure && figure.width_share > 0) around = measure->scaled(figure.width_share, 1000);
  Length width = natural.width;
  if (own.width) {
    width = *own.width;
  } else if (own.width_share > 0 && around) {
    width = around->scaled(own.width_share, 1000);
  } else if (own.height) {
    width = own.height->scaled(natural.width.raw(), std::max<int64_t>(natural.height.raw(), 1));
  } else if (around && (figure.width || figure.width_share > 0)) {
    width = *around;
  }
  if (own.max_width) width = std::min(width, *own.max_width);
  if (own.max_width_share > 0 && around) width = std::min(width, around->scaled(own.max_width_share, 1000));
  return measure ? std::min(width, *measure) : width;
}

}  // namespace

void BlockSetter::figure(const Figure& figure, const NodeInfo& info, const ElementRef& element,
                         const ComputedStyle& style, const Around& around) {
  const bool captioned = !figure.caption.empty() || !figure.credit.empty();
  int index = 0;
  for (const Block& child : figure.children) {
    if (const SoleImage sole = sole_image(child); sole.image) {
      ++index;
      const std::optional<InlineLink> link = sole.link ? link_of(*sole.link) : std::nullopt;
      const ElementRef img =
          style::make_ref(element_of(*sole.image), sole.image->info.attributes, &element, index, index);
      const ComputedStyle own = cascade_.style(img, style);
      image_box(std::get<Image>(sole.image->content), sole.image->info, link, own, style, around);
    } else {
      block(child, {element, style, around.language, around.left, around.right, around.flow, around.depth}, ++index,
            static_cast<int>(figure.children.size()));
    }
    if (captioned || index < static_cast<int>(figure.children.size())) around.flow.keep_with_next();
  }
  if (captioned) caption(figure, info, element, style, around);
}

void BlockSetter::image_box(const Image& image, const NodeInfo& info, const std::optional<InlineLink>& link,
                            const ComputedStyle& own, const ComputedStyle& style, const Around& around) {
  if (widths_) {
    const Size natural = image.file.empty() ? Size{style.font_size * 12, style.font_size * 9}
                                            : Size{Length::ratio(image.pixel_width * 3LL, 4),
                                                   Length::ratio(image.pixel_height * 3LL, 4)};
    const Length wanted = picture_width(own, style, natural, std::nullopt);
    return take_widths({std::min(wanted, style.font_size * 4), wanted}, around);
  }
  const Length full = measure(around);
  if (image.file.empty()) {
    // No local copy: a frame of the usual proportions, so that the page shows what is missing.
    const Length width = full * 2 / 3;
    const Length pitch = around.flow.on_grid() ? around.flow.pitch() : style.line_height;
    const Length height = pitch * std::max<int64_t>(base::units_down(width * 9 / 16, pitch), 3);
    Row& row = around.flow.add(height);
    const Length inset = pitch / 4;
    const Rect box{around.left + (full - width) / 2, inset, width, height - inset * 2};
    const Length line = Length::ratio(2, 5);
    row.items.emplace_back(RuleItem{{box.x, box.y, box.width, line}, style.color, info.id});
    row.items.emplace_back(RuleItem{{box.x, box.y + box.height - line, box.width, line}, style.color, info.id});
    row.items.emplace_back(RuleItem{{box.x, box.y, line, box.height}, style.color, info.id});
    row.items.emplace_back(RuleItem{{box.x + box.width - line, box.y, line, box.height}, style.color, info.id});
    ComputedStyle label_style = style;
    label_style.text_indent = Length();
    InlineText text = begin_text(label_style, {cascade_, shaper_.library(), around.language});
    append_text(text, missing_image_text(around.language), 0, info.id);
    ParagraphShape shape;
    shape.measure = box.width;
    shape.align = shape.align_last = style::TextAlign::center;
    for (SetLine& set : set_paragraph(text, shape, 0, shaper_, diagnostics_)) {
      // In the middle row, so that it stands beside the lines of the facing page.
      const int64_t middle = (base::units_down(row.height, pitch) - 1) / 2;
      layout::make_label(set);
      place_line(set, text, row, box.x, pitch * middle + (pitch - style.font_size) / 2 + ascent_of(style.font_size));
    }
    if (link) row.items.emplace_back(link_area(*link, box));
    return;
  }
  // CSS Images 3: one pixel is 1/96 inch unless the style says otherwise; at most the measure and the page.
  const int64_t across = std::max<int64_t>(image.pixel_width, 1);
  const int64_t down = std::max<int64_t>(image.pixel_height, 1);
  Length width = picture_width(own, style, {Length::ratio(across * 3, 4), Length::ratio(down * 3, 4)}, full);
  Length height = width.scaled(down, across);
  const Length tallest = image_room_.value_or(geometry_.max_height * 3 / 4);
  if (height > tallest) {
    height = tallest;
    width = height.scaled(across, down);
  }
  if (image_room_) {
    ++images_;
    report_coarse(across, down, width, info.span);
  }
  Row& row = around.flow.add(height);
  const Rect box{around.left + (full - width) / 2, (row.height - height) / 2, width, height};
  row.items.emplace_back(ImageItem{box, image.file, image.alternative, info.id});
  if (link) row.items.emplace_back(link_area(*link, box));
}

// A plate is looked at closely.
void BlockSetter::report_coarse(int64_t across, int64_t down, Length width, source::Span span) {
  constexpr int64_t kPlateResolution = 150;  // pixels an inch
  const Length enough = Length::points(across * 72) / kPlateResolution;
  if (width <= enough) return;
  const int64_t resolution = Length::points(across * 72) / width;
  const int64_t wanted = base::units_up(width * kPlateResolution, Length::points(72));
  diagnostics_.report("layout.plate-coarse", span,
                      {std::to_string(resolution), std::to_string(wanted), std::to_string(wanted * down / across)});
}

void BlockSetter::caption(const Figure& figure, const NodeInfo& info, const ElementRef& element,
                          const ComputedStyle& style, const Around& around) {
  const Attributes none;
  const ElementRef caption = style::make_ref(figcaption_element(), none, &element, 2, 2);
  const ComputedStyle caption_style = cascade_.style(caption, style);
  const InlineContext context{cascade_, shaper_.library(), around.language, geometry_.folio_digits};
  InlineText text = begin_text(caption_style, context);
  enter_element(caption, caption_style);
  const Number number{figure.number, info.id};
  generate(text, "before", caption, caption_style, around, &number);
  append_inlines(text, figure.caption, caption, caption_style, context);
  if (!figure.credit.empty()) {
    if (!figure.caption.empty()) append_text(text, "\u3000", 0, {});
    Inline credit;
    credit.content = Styled{StyledKind::span, figure.credit};
    credit.info.attributes.classes = {"credit"};
    append_inlines(text, {credit}, caption, caption_style, context);
  }
  generate(text, "after", caption, caption_style, around);
  if (!figure.children.empty()) around.flow.margin(caption_style.margin.top);
  const size_t rows = lines_to_rows(text, caption_style,
                                    legible({element, style, around.language, around.left + caption_style.margin.left,
                                             around.right + caption_style.margin.right, around.flow, around.depth}));
  around.flow.keep_together(rows);
}

}  // namespace huozi::layout
