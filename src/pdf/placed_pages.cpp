#include "pdf/placed_pages.h"

#include <podofo/podofo.h>

#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <cmath>
#include <set>
#include <stdexcept>

#include "pdf/deflate.h"
#include "pdf/foreign_objects.h"

namespace huozi::pdf {
namespace {

using PoDoFo::PdfObject;

constexpr size_t kMostPages = 20'000;

// A page and what it has from the nodes above it.
struct Node {
  const PdfObject* object = nullptr;
  const PdfObject *resources = nullptr, *media = nullptr, *crop = nullptr, *rotate = nullptr;
  int depth = 0;
};

}  // namespace

struct PlacedPages::Impl {
  std::string name;
  std::string_view bytes;
  // PoDoFo's documents write the clock's time into the information they read; its parser leaves all as it is.
  PoDoFo::PdfVecObjects all;
  PoDoFo::PdfParser parser{&all};
  std::optional<ForeignObjects> objects;
  std::optional<ObjectCopier> copier;
  ObjectFile* file = nullptr;
  std::vector<Node> nodes;
  std::vector<PageBoxes> pages;
  PlacedFacts facts;
  size_t annotated = 0;

  const PdfObject* catalog() const { return objects->find(parser.GetTrailer(), "Root"); }

  // False: more than kMostPages.
  bool collect_pages() {
    std::vector<Node> stack{{objects->find(catalog(), "Pages")}};
    std::set<const PdfObject*> seen;
    while (!stack.empty()) {
      Node node = stack.back();
      stack.pop_back();
      if (!node.object || !node.object->IsDictionary()) continue;
      if (node.depth > kDeepest || !seen.insert(node.object).second) throw Damage("pages in a circle");
      const auto inherit = [&](const PdfObject*& value, const char* key) {
        if (const PdfObject* own = objects->find(node.object, key)) value = own;
      };
      inherit(node.resources, "Resources");
      inherit(node.media, "MediaBox");
      inherit(node.crop, "CropBox");
      inherit(node.rotate, "Rotate");
      const PdfObject* kids = objects->find(node.object, "Kids");
      if (!kids) {
        if (nodes.size() == kMostPages) return false;
        nodes.push_back(node);
        continue;
      }
      if (!kids->IsArray()) throw Damage("a page tree without pages");
      const PoDoFo::PdfArray& array = kids->GetArray();
      for (size_t i = array.size(); i-- > 0;) {
        Node kid = node;
        kid.object = objects->resolve(&array[i]);
        ++kid.depth;
        stack.push_back(kid);
      }
    }
    return true;
  }

  std::optional<Box> box(const PdfObject* object) const {
    object = objects->resolve(object);
    if (!object || !object->IsArray() || object->GetArray().size() != 4) return std::nullopt;
    Length sides[4];
    for (size_t i = 0; i < 4; ++i) {
      const auto number = objects->number(&object->GetArray()[i]);
      if (!number) return std::nullopt;
      sides[i] = Length::from_raw(std::llround(*number * Length::kUnitsPerPoint));
    }
    return Box{std::min(sides[0], sides[2]), std::min(sides[1], sides[3]), std::max(sides[0], sides[2]),
               std::max(sides[1], sides[3])};
  }

  // ISO 32000-1, 14.11.2: a box that is missing is the crop box, and that the media box; none reaches beyond the media.
  PageBoxes boxes_of(const Node& node) const {
    const auto within = [](std::optional<Box> inner, const Box& outer) {
      if (!inner) return outer;
      const Box common{std::max(inner->left, outer.left), std::max(inner->bottom, outer.bottom),
                       std::min(inner->right, outer.right), std::min(inner->top, outer.top)};
      return common.left < common.right && common.bottom < common.top ? common : outer;
    };
    const Box media = box(node.media).value_or(Box{{}, {}, Length::points(612), Length::points(792)});
    const Box crop = within(box(node.crop), media);
    PageBoxes boxes;
    boxes.trim = within(box(objects->find(node.object, "TrimBox")), media);
    if (!objects->find(node.object, "TrimBox")) boxes.trim = crop;
    boxes.bleed = within(box(objects->find(node.object, "BleedBox")), media);
    if (!objects->find(node.object, "BleedBox")) boxes.bleed = crop;
    boxes.bleed = {std::min(boxes.bleed.left, boxes.trim.left), std::min(boxes.bleed.bottom, boxes.trim.bottom),
                   std::max(boxes.bleed.right, boxes.trim.right), std::max(boxes.bleed.top, boxes.trim.top)};
    const auto degrees = static_cast<int>(objects->number(node.rotate).value_or(0));
    boxes.quarter_turns = (degrees / 90 % 4 + 4) % 4;
    return boxes;
  }

  // Annotations that print and would be missed: all but links and windows.
  bool has_annotations(const Node& node) const {
    const PdfObject* list = objects->find(node.object, "Annots");
    if (!list || !list->IsArray()) return false;
    return std::any_of(list->GetArray().begin(), list->GetArray().end(), [&](const PdfObject& each) {
      const PdfObject* subtype = objects->find(&each, "Subtype");
      return subtype && !objects->is_name(subtype, "Link") && !objects->is_name(subtype, "Popup");
    });
  }

  void read_facts() {
    const PdfObject* info = objects->find(parser.GetTrailer(), "Info");
    document::BookMetadata& metadata = facts.metadata;
    metadata.title = objects->text(objects->find(info, "Title"));
    const std::string author = objects->text(objects->find(info, "Author"));
    if (!author.empty()) metadata.creators = {{author, "aut"}};
    metadata.description = objects->text(objects->find(info, "Subject"));
    const std::string keywords = objects->text(objects->find(info, "Keywords"));
    if (!keywords.empty()) metadata.subjects = {keywords};
    metadata.language = objects->text(objects->find(catalog(), "Lang"));
    facts.date = date_of(objects->text(objects->find(info, "ModDate")));
    if (!facts.date) facts.date = date_of(objects->text(objects->find(info, "CreationDate")));
    facts.opens_right =
        objects->is_name(objects->find(objects->find(catalog(), "ViewerPreferences"), "Direction"), "R2L");

    const std::string version = objects->text(objects->find(info, "GTS_PDFXVersion"));
    if (press_intents().empty()) return;
    if (version == "PDF/X-1:2001") {
      facts.standard = Standard::x1a;
    } else if (version == "PDF/X-4") {
      facts.standard = Standard::x4;
    } else if (version.empty()) {
      // ISO 15930-7, 6.2: in the XMP packet alone.
      const PdfObject* packet = objects->find(catalog(), "Metadata");
      const std::string xmp = packet && packet->HasStream() ? unpacked(*packet) : std::string();
      if (xmp.find("GTS_PDFXVersion>PDF/X-4<") != std::string::npos ||
          xmp.find("GTS_PDFXVersion=\"PDF/X-4\"") != std::string::npos) {
        facts.standard = Standard::x4;
      }
    }
  }

  // "D:20240229123456+08'00'"; what follows the day may be left out.
  static std::optional<int64_t> date_of(const std::string& text) {
    const size_t begin = text.starts_with("D:") ? 2 : 0;
    int parts[6] = {0, 1, 1, 0, 0, 0};
    size_t at = begin;
    for (size_t i = 0; i < 6; ++i) {
      const size_t width = i == 0 ? 4 : 2;
      if (at + width > text.size()) break;
      int value = 0;
      for (size_t k = 0; k < width; ++k) {
        const char c = text[at + k];
        if (c < '0' || c > '9') return i == 0 ? std::nullopt : std::optional(seconds_of(parts));
        value = value * 10 + (c - '0');
      }
      parts[i] = value;
      at += width;
    }
    return at == begin ? std::nullopt : std::optional(seconds_of(parts));
  }
  static int64_t seconds_of(const int (&parts)[6]) {
    const std::chrono::year_month_day day{std::chrono::year(parts[0]),
                                          std::chrono::month(static_cast<unsigned>(std::clamp(parts[1], 1, 12))),
                                          std::chrono::day(static_cast<unsigned>(std::clamp(parts[2], 1, 28)))};
    // A day beyond the 28th is counted on, so that none is refused.
    return (std::chrono::sys_days(day).time_since_epoch().count() + std::max(parts[2] - 28, 0)) * int64_t{86400} +
           parts[3] * 3600 + parts[4] * 60 + parts[5];
  }

  std::vector<const PdfObject*> press_intents() const {
    std::vector<const PdfObject*> found;
    const PdfObject* intents = objects->find(catalog(), "OutputIntents");
    if (!intents || !intents->IsArray()) return found;
    for (const PdfObject& each : intents->GetArray()) {
      if (objects->is_name(objects->find(&each, "S"), "GTS_PDFX")) found.push_back(objects->resolve(&each));
    }
    return found;
  }

  Ref add_form(const Node& node, const Box& clip) {
    Dict form;
    form.add("Type", Val::name("XObject")).add("Subtype", Val::name("Form"));
    form.add("BBox", Array()
                         .add(Val::length(clip.left))
                         .add(Val::length(clip.bottom))
                         .add(Val::length(clip.right))
                         .add(Val::length(clip.top)));
    form.add("Resources", node.resources ? copier->shared(*node.resources) : Val(Dict()));
    if (const PdfObject* group = objects->find(node.object, "Group")) form.add("Group", copier->shared(*group));

    const PdfObject* contents = objects->find(node.object, "Contents");
    std::vector<const PdfObject*> streams;
    if (contents && contents->IsArray()) {
      for (const PdfObject& each : contents->GetArray()) streams.push_back(objects->resolve(&each));
    } else if (contents) {
      streams.push_back(contents);
    }
    std::erase_if(streams, [](const PdfObject* each) { return !each || !each->HasStream(); });
    const Ref ref = file->alloc();
    if (streams.size() == 1) {
      for (const char* key : {"Filter", "DecodeParms"}) {
        if (const PdfObject* each = objects->find(streams.front(), key)) form.add(key, copier->value(*each));
      }
      file->stream(ref, form, as_stored(*streams.front()), ObjectFile::Data::plain);
      return ref;
    }
    std::string content;
    for (const PdfObject* each : streams) {
      content += unpacked(*each) + '\n';
      if (content.size() > kMostContent) throw Damage("too much content");
    }
    file->stream(ref, form, deflate(content), ObjectFile::Data::deflated);
    return ref;
  }

  // Runs what reads the file; what is wrong with it is reported.
  template <typename Read>
  bool guarded(source::Diagnostics& diagnostics, Read read) {
    try {
      read();
      return true;
    } catch (const PoDoFo::PdfError& error) {
      // PoDoFo has many words for what it cannot decrypt; the key stands in plain sight in every such file.
      const bool locked =
          error.GetError() == PoDoFo::ePdfError_InvalidPassword || bytes.find("/Encrypt") != std::string_view::npos;
      diagnostics.report(locked ? "impose.encrypted" : "impose.damaged", {}, {name});
    } catch (const Damage&) {
      diagnostics.report("impose.damaged", {}, {name});
    } catch (const std::bad_alloc&) {
      diagnostics.report("impose.damaged", {}, {name});
    } catch (const std::length_error&) {
      diagnostics.report("impose.damaged", {}, {name});
    }
    return false;
  }
};

PlacedPages::PlacedPages(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}
PlacedPages::~PlacedPages() = default;

std::unique_ptr<PlacedPages> PlacedPages::read(const std::string& bytes, const std::string& name,
                                               source::Diagnostics& diagnostics) {
  PoDoFo::PdfError::EnableLogging(false);
  // ISO 32000-1, annex H.3.4.1: readers look for the header in the first kilobyte.
  if (std::string_view(bytes).substr(0, 1024).find("%PDF-") == std::string_view::npos) {
    diagnostics.report("impose.not-pdf", {}, {name});
    return nullptr;
  }
  auto impl = std::make_unique<Impl>();
  impl->name = name;
  impl->bytes = bytes;
  bool few = true;
  const bool read = impl->guarded(diagnostics, [&] {
    impl->all.SetAutoDelete(true);
    impl->parser.ParseFile(bytes.data(), static_cast<long>(bytes.size()), true);
    if (impl->parser.GetEncrypted()) return;
    impl->objects.emplace(impl->all);
    few = impl->collect_pages();
    for (const Node& node : impl->nodes) {
      impl->pages.push_back(impl->boxes_of(node));
      if (impl->has_annotations(node)) ++impl->annotated;
    }
    impl->read_facts();
  });
  if (!read) return nullptr;
  if (impl->parser.GetEncrypted()) {
    diagnostics.report("impose.encrypted", {}, {name});
  } else if (!few) {
    diagnostics.report("impose.too-many", {}, {name, fmt::format("{}", kMostPages)});
  } else if (impl->pages.empty()) {
    diagnostics.report("impose.no-pages", {}, {name});
  } else {
    if (impl->annotated > 0) diagnostics.report("impose.annotations", {}, {std::to_string(impl->annotated)});
    return std::unique_ptr<PlacedPages>(new PlacedPages(std::move(impl)));
  }
  return nullptr;
}

const std::vector<PageBoxes>& PlacedPages::pages() const {
  return impl_->pages;
}
const PlacedFacts& PlacedPages::facts() const {
  return impl_->facts;
}

void PlacedPages::begin(ObjectFile& file) {
  impl_->file = &file;
  impl_->copier.emplace(impl_->all, file);
}

std::optional<Ref> PlacedPages::add(size_t page, const Box& clip, source::Diagnostics& diagnostics) {
  Ref ref;
  const bool read = impl_->guarded(diagnostics, [&] { ref = impl_->add_form(impl_->nodes[page], clip); });
  return read ? std::optional(ref) : std::nullopt;
}

bool PlacedPages::finish(Dict& catalog, source::Diagnostics& diagnostics) {
  return impl_->guarded(diagnostics, [&] {
    Array intents;
    for (const PdfObject* each : impl_->press_intents()) intents.add(impl_->copier->shared(*each));
    if (!intents.syntax().empty()) catalog.add("OutputIntents", intents);
    // Layers that are hidden stay hidden.
    if (const PdfObject* layers = impl_->objects->find(impl_->catalog(), "OCProperties")) {
      catalog.add("OCProperties", impl_->copier->shared(*layers));
    }
    impl_->copier->copy_waiting();
  });
}

}  // namespace huozi::pdf
