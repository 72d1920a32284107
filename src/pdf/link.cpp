#include "pdf/link.h"

#include <fmt/format.h>

#include <variant>

#include "document/front_matter_pages.h"

namespace huozi::pdf {
namespace {

Array rectangle(const layout::Page& page, const layout::Rect& rect, layout::Length margin) {
  const layout::Length left = margin + rect.x, top = margin + page.height - rect.y;
  Array corners;
  corners.add(Val::length(left)).add(Val::length(top - rect.height));
  corners.add(Val::length(left + rect.width)).add(Val::length(top));
  return corners;
}

// What a screen reader says of the link.
std::string words_of(const layout::LinkItem& link, const std::string& label, std::string_view language) {
  using Kind = layout::LinkItem::Kind;
  const bool chinese = language.starts_with("zh");
  const bool traditional = document::is_traditional_chinese(language);
  switch (link.kind) {
    case Kind::uri:
      return link.uri;
    case Kind::note_call:
      return !chinese ? "Note" : traditional ? "註釋" : "注释";
    case Kind::note_back:
      return !chinese ? "Back to the text" : "返回正文";
    case Kind::internal:
      break;
  }
  if (!chinese) return fmt::format("Page {}", label);
  return fmt::format("第{}{}", label, traditional ? "頁" : "页");
}

}  // namespace

std::string ascii_uri(std::string_view uri) {
  std::string out;
  for (const char c : uri) {
    const auto byte = static_cast<unsigned char>(c);
    if (byte < 0x20 || byte == 0x7F) continue;
    if (byte == ' ' || byte > 0x7F || c == '<' || c == '>' || c == '"' || c == '\\') {
      out += fmt::format("%{:02X}", byte);
    } else {
      out += c;
    }
  }
  return out;
}

Array add_links(ObjectFile& file, const layout::Page& page, Ref page_ref, layout::Length margin,
                const Destinations& destinations, std::string_view language, LinkTags* tags,
                source::Diagnostics& diagnostics) {
  Array annotations;
  for (const layout::Item& item : page.items) {
    const auto* link = std::get_if<layout::LinkItem>(&item.content);
    if (!link) continue;
    constexpr int kPrint = 4;  // flag 3: PDF/A wants every annotation printable
    Dict annotation;
    annotation.add("Type", Val::name("Annot"))
        .add("Subtype", Val::name("Link"))
        .add("Rect", rectangle(page, link->rect, margin))
        .add("Border", Array().add(0).add(0).add(0))
        .add("F", kPrint)
        .add("P", page_ref);
    if (link->kind == layout::LinkItem::Kind::uri) {
      Dict action;
      action.add("S", Val::name("URI")).add("URI", Val::bytes(ascii_uri(link->uri)));
      annotation.add("A", action);
    } else {
      const auto destination = destinations.find(link->target);
      if (!destination) {
        diagnostics.report("pdf.link-target", {}, {page.label});
        continue;
      }
      annotation.add("Dest", *destination);
    }
    annotation.add("Contents", Val::text(words_of(*link, destinations.label(link->target), language)));
    const Ref ref = file.alloc();
    if (tags) {
      uint32_t tag = tags->tree.tag_of(*link);
      if (tag == kNoTag) tag = tags->tree.add_link(link->node);
      const int64_t key = tags->first_key + static_cast<int64_t>(tags->annotations.size());
      tags->annotations.push_back({ref, page_ref, tag, key});
      annotation.add("StructParent", key);
    }
    file.set(ref, annotation);
    annotations.add(ref);
  }
  return annotations;
}

}  // namespace huozi::pdf
