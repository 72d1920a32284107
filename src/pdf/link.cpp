#include "pdf/link.h"

#include <fmt/format.h>

#include <variant>

namespace huozi::pdf {
namespace {

Array rectangle(const layout::Page& page, const layout::Rect& rect, layout::Length margin) {
  const layout::Length left = margin + rect.x, top = margin + page.height - rect.y;
  Array corners;
  corners.add(Val::length(left)).add(Val::length(top - rect.height));
  corners.add(Val::length(left + rect.width)).add(Val::length(top));
  return corners;
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
                const Destinations& destinations, source::Diagnostics& diagnostics) {
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
    annotations.add(file.add(annotation));
  }
  return annotations;
}

}  // namespace huozi::pdf
