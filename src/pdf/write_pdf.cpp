#include "pdf/write_pdf.h"

#include <algorithm>
#include <map>
#include <optional>
#include <set>
#include <string_view>

#include "base/file.h"
#include "base/parallel.h"
#include "pdf/conformance.h"
#include "pdf/content.h"
#include "pdf/deflate.h"
#include "pdf/destination.h"
#include "pdf/destination_names.h"
#include "pdf/embedded_font.h"
#include "pdf/image.h"
#include "pdf/link.h"
#include "pdf/metadata.h"
#include "pdf/object_file.h"
#include "pdf/outline.h"
#include "pdf/output_intent.h"
#include "pdf/page_label.h"
#include "pdf/page_tree.h"
#include "pdf/picture_report.h"
#include "pdf/picture_use.h"
#include "pdf/printer_marks.h"
#include "pdf/tag_tree.h"
#include "pdf/tag_writer.h"

namespace huozi::pdf {
namespace {

using layout::Length;
using layout::Page;

bool for_press(Profile profile) {
  return profile == Profile::print || profile == Profile::x1a;
}

Standard standard_of(const Options& options) {
  if (options.profile == Profile::screen) return Standard::accessible;
  if (!for_press(options.profile) || !options.press) return Standard::none;
  return options.profile == Profile::print ? Standard::x4 : Standard::x1a;
}

// A press cannot be trusted to hold a thinner line.
constexpr Length kLeastPen = Length::ratio(1, 4);

// What stands around the trimmed page.
Length margin_of(const Page& page, Profile profile) {
  return for_press(profile) ? page.bleed + slug_of(page) : Length();
}

Array box(Length margin, Length outset, const Page& page) {
  Array corners;
  corners.add(Val::length(margin - outset)).add(Val::length(margin - outset));
  corners.add(Val::length(margin + page.width + outset)).add(Val::length(margin + page.height + outset));
  return corners;
}

Resolution resolution_of(Profile profile) {
  return for_press(profile) ? Resolution{300, 1200} : Resolution{150, 600};
}

std::string_view words_of(Obstacle obstacle) {
  switch (obstacle) {
    case Obstacle::pictures:
      return "it has pictures or filters in it";
    case Obstacle::transparency:
      return "its colours are mixed with what is below them";
    case Obstacle::gradients:
      return "it has gradients";
    case Obstacle::too_large:
    case Obstacle::none:
      break;
  }
  return "it is too large";
}

struct Images {
  ImageUses uses;
  std::vector<Ref> refs;
  std::vector<PictureFacts> facts;
  std::set<std::string, std::less<>> in_colour;
};

Images add_images(ObjectFile& file, const document::Book& book, const std::vector<Page>& pages, const Inks& inks,
                  const Options& options, source::Diagnostics& diagnostics) {
  const std::vector<PictureUse> shown = picture_uses(pages);
  const ImageTarget target{standard_of(options), inks.converter(), resolution_of(options.profile)};
  const auto made = base::parallel_map(shown.size(), options.jobs, [&](size_t i) -> std::optional<ImageData> {
    const auto path = base::path_inside(options.image_folder, shown[i].file);
    const auto bytes = path ? base::read_file(*path) : std::nullopt;
    return bytes ? make_image(*bytes, target, {shown[i].width, shown[i].height}) : std::nullopt;
  });
  Images images;
  for (size_t i = 0; i < shown.size(); ++i) {
    const std::string& name = shown[i].file;
    if (!made[i]) {
      diagnostics.report("pdf.image", {}, {name});
      continue;
    }
    images.uses.emplace(name, ImageUse{static_cast<uint32_t>(images.refs.size()), made[i]->orientation});
    images.refs.push_back(add_image(file, *made[i]));
    if (made[i]->obstacle != Obstacle::none) {
      diagnostics.report("pdf.drawing-pixels", {}, {name, std::string(words_of(made[i]->obstacle))});
    }
    images.facts.push_back({name, made[i]->width, made[i]->height, made[i]->most_ink});
    if (is_in_colour(*made[i])) images.in_colour.insert(name);
  }
  if (for_press(options.profile)) report_pictures(book, shown, images.facts, options.pictures, diagnostics);
  return images;
}

bool has_colour(const Page& page, const Images& images) {
  return std::any_of(page.items.begin(), page.items.end(), [&](const layout::Item& item) {
    if (const auto* run = std::get_if<layout::GlyphRun>(&item.content)) return !Inks::is_black(run->color);
    if (const auto* rule = std::get_if<layout::RuleItem>(&item.content)) return !Inks::is_black(rule->color);
    if (const auto* path = std::get_if<layout::PathItem>(&item.content)) return !Inks::is_black(path->color);
    const auto* image = std::get_if<layout::ImageItem>(&item.content);
    return image && images.in_colour.contains(image->file);
  });
}

// Of the slug's line.
std::vector<const layout::GlyphRun*> runs_of(const SlugLines& slug) {
  std::vector<const layout::GlyphRun*> out;
  const auto add = [&](const std::vector<layout::GlyphRun>& runs) {
    for (const layout::GlyphRun& run : runs) out.push_back(&run);
  };
  for (const SlugLine& line : slug.lines) {
    add(line.words);
    for (const auto& ink : line.inks) add(ink);
  }
  for (const SlugLines::OfPage& page : slug.pages) add(page.folio);
  return out;
}

// The marks' stream shares the page's resources.
void add_fonts_of(const SlugLine& line, const FontUses& uses, std::vector<uint32_t>& fonts) {
  for (const layout::GlyphRun& run : line.words) fonts.push_back(uses.index[run.font]);
  for (const auto& ink : line.inks) {
    for (const layout::GlyphRun& run : ink) fonts.push_back(uses.index[run.font]);
  }
  std::sort(fonts.begin(), fonts.end());
  fonts.erase(std::unique(fonts.begin(), fonts.end()), fonts.end());
}

std::vector<Ref> add_fonts(ObjectFile& file, const FontUses& uses, const Options& options,
                           source::Diagnostics& diagnostics, std::vector<PressFacts::Font>& facts) {
  const auto programs =
      base::parallel_map(uses.fonts.size(), options.jobs, [&](size_t i) { return make_font_program(uses.fonts[i]); });
  std::vector<Ref> refs;
  for (size_t i = 0; i < uses.fonts.size(); ++i) {
    const text::Font& font = uses.fonts[i].font();
    if (!programs[i]) diagnostics.report("pdf.font-subset", {}, {font.postscript_name(), font.path()});
    facts.push_back({font.family(), font.postscript_name(), programs[i].has_value(), font.may_subset()});
    refs.push_back(add_font(file, uses.fonts[i], programs[i].value_or(FontProgram{font.postscript_name(), {}, 0, {}})));
  }
  return refs;
}

// Written once for all pages whose marks are the same.
class MarkStreams {
 public:
  MarkStreams(ObjectFile& file, const Options& options, const FontUses& fonts, const Inks& inks)
      : file_(file), options_(options), fonts_(fonts), inks_(inks) {}

  // Nothing when the page has none.
  std::optional<Ref> of(const Page& page, size_t index, Length margin, bool colour) {
    if (!for_press(options_.profile)) return std::nullopt;
    const SlugLines& slug = options_.slug;
    std::optional<SlugText> text;
    if (index < slug.pages.size()) text.emplace(SlugText{slug.lines[slug.pages[index].line], fonts_, inks_, colour});
    const std::string stream = printer_marks(page, margin, text ? &*text : nullptr);
    if (stream.empty()) return std::nullopt;
    if (!spaces_) spaces_ = file_.add(mark_color_spaces());
    const auto [found, is_new] = streams_.try_emplace(stream);
    if (is_new) {
      found->second = file_.alloc();
      file_.stream(found->second, Dict(), deflate(stream), ObjectFile::Data::deflated);
    }
    return found->second;
  }
  Ref color_spaces() const { return *spaces_; }  // REQUIRES: of() gave some

 private:
  ObjectFile& file_;
  const Options& options_;
  const FontUses& fonts_;
  const Inks& inks_;
  std::optional<Ref> spaces_;
  std::map<std::string, Ref> streams_;
};

Dict resources_of(const PageContent& content, const std::vector<Ref>& fonts, const std::vector<Ref>& images,
                  const Dict& graphics_states) {
  Dict resources, font_names, image_names;
  for (const uint32_t font : content.fonts) font_names.add("F" + std::to_string(font), fonts[font]);
  for (const uint32_t image : content.images) image_names.add("I" + std::to_string(image), images[image]);
  if (!content.fonts.empty()) resources.add("Font", font_names);
  if (!content.images.empty()) resources.add("XObject", image_names);
  if (!graphics_states.entries().empty()) resources.add("ExtGState", graphics_states);
  return resources;
}

// Pages that need the same have one dictionary.
class SharedResources {
 public:
  explicit SharedResources(ObjectFile& file) : file_(file) {}

  Ref of(const Dict& resources) {
    const Val value(resources);
    const auto [found, is_new] = refs_.try_emplace(value.syntax());
    if (is_new) found->second = file_.add(value);
    return found->second;
  }

 private:
  ObjectFile& file_;
  std::map<std::string, Ref> refs_;
};

Dict catalog_of(const document::Book& book, const Options& options, Ref page_tree, Ref metadata,
                const std::vector<Page>& pages, std::optional<Ref> outline, std::optional<Ref> structure) {
  Dict catalog;
  catalog.add("Type", Val::name("Catalog")).add("Pages", page_tree).add("Metadata", metadata);
  if (!book.metadata.language.empty()) catalog.add("Lang", Val::text(book.metadata.language));
  catalog.add("ViewerPreferences", Dict().add("DisplayDocTitle", Val::boolean(true)));
  catalog.add("PageLayout", Val::name(for_press(options.profile) ? "TwoPageRight" : "SinglePage"));
  catalog.add("PageLabels", page_labels(pages));
  if (structure) catalog.add("StructTreeRoot", *structure).add("MarkInfo", Dict().add("Marked", Val::boolean(true)));
  if (outline) catalog.add("Outlines", *outline).add("PageMode", Val::name("UseOutlines"));
  return catalog;
}

}  // namespace

std::string write_pdf(const document::Book& book, const std::vector<Page>& pages,
                      const std::vector<const text::Font*>& fonts, const Options& options,
                      source::Diagnostics& diagnostics, PressFacts* press_facts) {
  static const std::vector<layout::GlyphRun> kNoRuns;
  const bool has_slug = for_press(options.profile) && !options.slug.pages.empty();
  const FontUses uses =
      collect_fonts(pages, fonts, has_slug ? runs_of(options.slug) : std::vector<const layout::GlyphRun*>());
  std::optional<TagTree> tags;
  std::vector<std::vector<uint32_t>> slots;
  if (options.profile == Profile::screen) slots = tags.emplace(book).slots_of(pages);
  const Inks inks(standard_of(options), options.press);
  const Standard wanted = standard_of(options);
  const Standard standard = kept_standard(wanted, {book, pages, uses, inks, tags ? &*tags : nullptr}, diagnostics);
  if (options.release && standard != wanted) {
    diagnostics.report("release.standard", {},
                       {wanted == Standard::x1a  ? "x1a"
                        : wanted == Standard::x4 ? "print"
                                                 : "screen",
                        std::string(title_of(wanted))});
  }
  ObjectFile file;
  const Ref catalog = file.alloc(), page_tree = file.alloc(), metadata = file.alloc();
  std::vector<Ref> page_refs;
  for (size_t i = 0; i < pages.size(); ++i) page_refs.push_back(file.alloc());

  const Images images = add_images(file, book, pages, inks, options, diagnostics);
  PressFacts found;
  const std::vector<Ref> font_refs = add_fonts(file, uses, options, diagnostics, found.fonts);
  const Length least_pen = for_press(options.profile) ? kLeastPen : Length();
  auto contents = base::parallel_map(pages.size(), options.jobs, [&](size_t i) {
    const Page& page = pages[i];
    const Length margin = margin_of(page, options.profile);
    PageContent content = write_content(page, {margin, margin + page.height}, least_pen, uses, images.uses, inks,
                                        tags ? PageTags{&*tags, &slots[i]} : PageTags(),
                                        has_slug ? options.slug.pages[i].folio : kNoRuns);
    if (has_slug) add_fonts_of(options.slug.lines[options.slug.pages[i].line], uses, content.fonts);
    content.stream = deflate(content.stream);
    return content;
  });

  std::vector<Length> margins;
  for (const Page& page : pages) margins.push_back(margin_of(page, options.profile));
  const Destinations destinations(pages, page_refs, margins);
  const auto parents = add_page_tree(file, page_tree, page_refs);
  MarkStreams mark_streams(file, options, uses, inks);
  SharedResources shared_resources(file);
  for (const Page& page : pages) found.colour.push_back(has_colour(page, images));
  std::optional<LinkTags> link_tags;
  if (tags) link_tags.emplace(LinkTags{*tags, {}, static_cast<int64_t>(pages.size())});
  for (size_t i = 0; i < pages.size(); ++i) {
    const Page& page = pages[i];
    const Ref stream = file.alloc();
    file.stream(stream, Dict(), contents[i].stream, ObjectFile::Data::deflated);
    Dict dict;
    dict.add("Type", Val::name("Page")).add("Parent", parents[i]);
    dict.add("MediaBox", box(margins[i], margins[i], page));
    if (for_press(options.profile)) dict.add("BleedBox", box(margins[i], page.bleed, page));
    dict.add("TrimBox", box(margins[i], Length(), page));
    Dict resources = resources_of(contents[i], font_refs, images.refs, inks.graphics_states());
    const std::optional<Ref> marks = mark_streams.of(page, i, margins[i], found.colour[i]);
    if (marks) resources.add("ColorSpace", mark_streams.color_spaces());
    dict.add("Resources", shared_resources.of(resources))
        .add("Contents", marks ? Val(Array().add(stream).add(*marks)) : Val(stream));
    if (!for_press(options.profile)) {
      const Array links = add_links(file, page, page_refs[i], margins[i], destinations, book.metadata.language,
                                    link_tags ? &*link_tags : nullptr, diagnostics);
      if (!links.syntax().empty()) dict.add("Annots", links);
    }
    if (tags) dict.add("StructParents", static_cast<int64_t>(i)).add("Tabs", Val::name("S"));
    file.set(page_refs[i], dict);
  }

  if (press_facts) {
    found.standard = title_of(standard);
    found.pictures = press_pictures(pages, images.facts);
    *press_facts = std::move(found);
  }

  std::optional<Ref> structure;
  if (tags) {
    std::vector<std::vector<uint32_t>> marked;
    for (PageContent& content : contents) marked.push_back(std::move(content.slots));
    structure = add_tags(file, *tags, marked, page_refs, link_tags->annotations);
  }
  const FileFacts facts{options.producer, options.source_date_epoch, standard};
  Dict metadata_dict;
  metadata_dict.add("Type", Val::name("Metadata")).add("Subtype", Val::name("XML"));
  file.stream(metadata, metadata_dict, xmp_packet(book.metadata, facts), ObjectFile::Data::plain);
  const auto outline = add_outline(file, options.outline, destinations, diagnostics);
  Dict root = catalog_of(book, options, page_tree, metadata, pages, outline, structure);
  if (!for_press(options.profile)) {
    if (const auto names = add_destination_names(file, book, destinations))
      root.add("Names", Dict().add("Dests", *names));
  }
  if (standard != Standard::none) {
    root.add("OutputIntents", add_output_intent(file, standard, options.press.value_or(image::PressProfile())));
  }
  file.set(catalog, root);
  // A press's devices get the frame they have always known.
  const auto frame = for_press(options.profile) ? ObjectFile::Frame::table : ObjectFile::Frame::streams;
  return file.save(catalog, info_dictionary(book.metadata, facts), version_of(standard), frame);
}

}  // namespace huozi::pdf
