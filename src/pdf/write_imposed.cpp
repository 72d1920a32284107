#include "pdf/write_imposed.h"

#include <algorithm>

#include "pdf/content.h"
#include "pdf/deflate.h"
#include "pdf/embedded_font.h"
#include "pdf/metadata.h"
#include "pdf/page_tree.h"
#include "pdf/printer_marks.h"
#include "pdf/sheet_marks.h"

namespace huozi::pdf {
namespace {

Box common(const Box& one, const Box& other) {
  return {std::max(one.left, other.left), std::max(one.bottom, other.bottom), std::min(one.right, other.right),
          std::min(one.top, other.top)};
}

Array corners(const Box& box) {
  return Array()
      .add(Val::length(box.left))
      .add(Val::length(box.bottom))
      .add(Val::length(box.right))
      .add(Val::length(box.top));
}

// One side of a sheet, to become a page of the file.
struct Side {
  const impose::Sheet* sheet = nullptr;
  bool front = true;
  const std::vector<impose::Cell>& cells() const { return front ? sheet->front : sheet->back; }
};

class ImposedWriter {
 public:
  ImposedWriter(PlacedPages& pages, const impose::Plan& plan, const ImposedOptions& options,
                source::Diagnostics& diagnostics)
      : pages_(pages),
        plan_(plan),
        options_(options),
        diagnostics_(diagnostics),
        inks_(pages.facts().standard, {}),
        left_((options.width - plan.width) / 2),
        top_((options.height + plan.height) / 2) {
    for (const impose::Sheet& sheet : plan.sheets) {
      sides_.push_back({&sheet, true});
      if (!sheet.back.empty()) sides_.push_back({&sheet, false});
    }
    metadata_ = pages.facts().metadata;
    if (metadata_.title.empty()) metadata_.title = options.title;
  }

  std::optional<std::string> run() {
    const Ref catalog = file_.alloc(), page_tree = file_.alloc(), packet = file_.alloc();
    std::vector<Ref> refs;
    for (size_t i = 0; i < sides_.size(); ++i) refs.push_back(file_.alloc());
    const auto parents = add_page_tree(file_, page_tree, refs);
    color_spaces_ = file_.add(mark_color_spaces());
    set_words();
    pages_.begin(file_);
    for (size_t i = 0; i < sides_.size(); ++i) {
      if (!add_side(i, refs[i], parents[i])) return std::nullopt;
    }
    const FileFacts facts{options_.producer, options_.source_date_epoch, pages_.facts().standard};
    Dict stream;
    stream.add("Type", Val::name("Metadata")).add("Subtype", Val::name("XML"));
    file_.stream(packet, stream, xmp_packet(metadata_, facts), ObjectFile::Data::plain);
    Dict root;
    root.add("Type", Val::name("Catalog")).add("Pages", page_tree).add("Metadata", packet);
    root.add("ViewerPreferences", Dict().add("DisplayDocTitle", Val::boolean(true)));
    root.add("PageLayout", Val::name("SinglePage"));
    if (!pages_.finish(root, diagnostics_)) return std::nullopt;
    file_.set(catalog, root);
    return file_.save(catalog, info_dictionary(metadata_, facts), version_of(facts.standard), ObjectFile::Frame::table);
  }

 private:
  void set_words() {
    if (!options_.font) return;
    for (const Side& side : sides_) {
      words_.push_back(sheet_words(plan_, *side.sheet, side.front, metadata_.title, *options_.font));
    }
    uses_ = collect_fonts(words_, {options_.font});
    for (const FontUse& use : uses_.fonts) {
      if (const auto program = make_font_program(use)) fonts_.push_back(add_font(file_, use, *program));
    }
    if (fonts_.size() != uses_.fonts.size()) words_.clear();
  }

  bool add_side(size_t index, Ref ref, Ref parent) {
    const Side& side = sides_[index];
    Dict forms, fonts;
    std::string content;
    for (const impose::Cell& cell : side.cells()) {
      if (!cell.page) continue;
      const Placement at = placement(cell);
      const auto form = pages_.add(*cell.page, clip(cell, at), diagnostics_);
      if (!form) return false;
      const std::string name = "P" + std::to_string(*cell.page + 1);
      forms.add(name, *form);
      content += "q ";
      for (const int number : {at.a, at.b, at.c, at.d}) content += std::to_string(number) + ' ';
      for (const Length length : {at.e, at.f}) {
        append_decimal(content, milli(length), 3);
        content += ' ';
      }
      content += "cm /" + name + " Do Q\n";
    }
    content += sheet_marks(plan_, *side.sheet, side.front, left_, top_);
    if (!words_.empty()) {
      const PageContent words = write_content(words_[index], {left_, top_}, Length(), uses_, {}, inks_, PageTags());
      content += words.stream;
      for (const uint32_t font : words.fonts) fonts.add("F" + std::to_string(font), fonts_[font]);
    }
    Dict resources;
    if (!forms.entries().empty()) resources.add("XObject", forms);
    if (!fonts.entries().empty()) resources.add("Font", fonts);
    resources.add("ColorSpace", color_spaces_);
    const Dict states = inks_.graphics_states();
    if (!states.entries().empty()) resources.add("ExtGState", states);

    const Box sheet{Length(), Length(), options_.width, options_.height};
    const Box block{left_, top_ - plan_.height, left_ + plan_.width, top_};
    const Ref stream = file_.alloc();
    file_.stream(stream, Dict(), deflate(content), ObjectFile::Data::deflated);
    Dict dict;
    dict.add("Type", Val::name("Page")).add("Parent", parent).add("MediaBox", corners(sheet));
    dict.add("BleedBox", corners(common(sheet, grown(block, plan_.job.trim)))).add("TrimBox", corners(block));
    file_.set(ref, dict.add("Resources", resources).add("Contents", stream));
    return true;
  }

  static Box grown(const Box& box, Length by) { return {box.left - by, box.bottom - by, box.right + by, box.top + by}; }

  Placement placement(const impose::Cell& cell) const {
    return place(pages_.pages()[*cell.page], cell.turned, left_ + cell.left + cell.shift,
                 top_ - cell.top - plan_.job.height);
  }

  // In the page's coordinates.
  Box clip(const impose::Cell& cell, const Placement& at) const {
    const impose::Job& job = plan_.job;
    const Length left = left_ + cell.left, bottom = top_ - cell.top - job.height;
    Box room{left + cell.shift - job.trim, bottom - job.trim, left + cell.shift + job.width + job.trim,
             bottom + job.height + job.trim};
    // Creep takes from the margin at the spine.
    if (cell.spine_left) {
      room.left = left - job.gutter / 2;
    } else {
      room.right = left + job.width + job.gutter / 2;
    }
    return at.on_page(common(room, at.on_sheet(pages_.pages()[*cell.page].bleed)));
  }

  PlacedPages& pages_;
  const impose::Plan& plan_;
  const ImposedOptions& options_;
  source::Diagnostics& diagnostics_;
  const Inks inks_;
  const Length left_, top_;  // of the block, in the PDF's coordinates
  std::vector<Side> sides_;
  document::BookMetadata metadata_;
  ObjectFile file_;
  Ref color_spaces_;
  std::vector<layout::Page> words_;
  FontUses uses_;
  std::vector<Ref> fonts_;
};

Box bounds(Length x1, Length y1, Length x2, Length y2) {
  return {std::min(x1, x2), std::min(y1, y2), std::max(x1, x2), std::max(y1, y2)};
}

}  // namespace

Box Placement::on_sheet(const Box& box) const {
  return bounds(a * box.left + c * box.bottom + e, b * box.left + d * box.bottom + f, a * box.right + c * box.top + e,
                b * box.right + d * box.top + f);
}

Box Placement::on_page(const Box& box) const {
  const Length x1 = box.left - e, y1 = box.bottom - f, x2 = box.right - e, y2 = box.top - f;
  return bounds(a * x1 + b * y1, c * x1 + d * y1, a * x2 + b * y2, c * x2 + d * y2);
}

Placement place(const PageBoxes& page, bool turned, Length left, Length bottom) {
  // Quarter turns clockwise; the trimmed box then begins at its corner of this list.
  static constexpr int kTurns[4][4] = {{1, 0, 0, 1}, {0, -1, 1, 0}, {-1, 0, 0, -1}, {0, 1, -1, 0}};
  const int turns = (page.quarter_turns + (turned ? 2 : 0)) % 4;
  Placement at{kTurns[turns][0], kTurns[turns][1], kTurns[turns][2], kTurns[turns][3], {}, {}};
  const Box unplaced = at.on_sheet(page.trim);
  at.e = left - unplaced.left;
  at.f = bottom - unplaced.bottom;
  return at;
}

std::optional<std::string> write_imposed(PlacedPages& pages, const impose::Plan& plan, const ImposedOptions& options,
                                         source::Diagnostics& diagnostics) {
  return ImposedWriter(pages, plan, options, diagnostics).run();
}

}  // namespace huozi::pdf
