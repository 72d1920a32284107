#include <algorithm>
#include <array>

#include "parse/manifest_codes.h"
#include "parse/manifest_parts.h"

namespace huozi::parse {
namespace {

using source::Diagnostics;
using source::YamlNode;

constexpr std::array<std::pair<std::string_view, Imprint::Kind>, 3> kKinds = {
    {{"isbn", Imprint::Kind::isbn}, {"internal", Imprint::Kind::internal}, {"none", Imprint::Kind::none}}};

std::string without_final_line_ends(std::string text) {
  while (text.ends_with('\n')) text.pop_back();
  return text;
}

void read_cip(Fields& fields, Imprint& out, std::vector<Located>& placeholders, Diagnostics& diagnostics) {
  const YamlNode* cip = fields.get("cip");
  if (!cip || text_of(*cip, "imprint.cip", diagnostics).text.empty()) return;
  out.cip = without_final_line_ends(cip->text);
  for (size_t begin = 0; begin <= out.cip.size();) {
    const size_t end = std::min(out.cip.find('\n', begin), out.cip.size());
    const std::string line = out.cip.substr(begin, end - begin);
    if (is_cip_placeholder(line)) placeholders.push_back({one_line(line), cip->span});
    begin = end + 1;
  }
}

void read_format(Fields& fields, Imprint& out, Diagnostics& diagnostics) {
  const Located written = fields.located("format");
  if (written.text.empty()) return;
  if (const auto format = read_sheet_format(written.text)) {
    out.format = document::SheetFormat{format->width, format->height, format->leaves};
  } else {
    diagnostics.report("manifest.sheet-format", written.span, {written.text});
  }
}

// Faces of the cover, which is no page of the book's.
void read_outside(Fields& fields, Imprint& out, Diagnostics& diagnostics) {
  constexpr uint32_t kMostCovers = 4, kMostFlaps = 4;
  constexpr std::array<std::pair<std::string_view, bool>, 2> kTruth = {{{"true", true}, {"false", false}}};
  const YamlNode* node = fields.mapping("outside");
  if (!node) return;
  Fields outside(*node, "imprint.outside", diagnostics);
  out.outside.covers = std::min(outside.count("covers").value_or(0), kMostCovers);
  out.outside.flaps = std::min(outside.count("flaps").value_or(0), kMostFlaps);
  out.outside.spine = outside.choice<bool>("spine", kTruth, false);
  outside.finish();
}

}  // namespace

std::string read_fact(Fields& fields, std::string_view key, std::vector<Located>& placeholders) {
  Located written = fields.located(key);
  if (is_placeholder(written.text)) placeholders.push_back(written);
  return std::move(written.text);
}

std::string read_isbn_field(Fields& top, std::vector<Located>& placeholders, Diagnostics& diagnostics) {
  const Located written = top.located("isbn");
  if (written.text.empty()) return {};
  const auto isbn = read_isbn(written.text);
  if (!isbn && is_placeholder(written.text)) {
    placeholders.push_back(written);
    return written.text;
  }
  if (!isbn) {
    diagnostics.report("manifest.isbn", written.span, {written.text});
  } else if (isbn->digits.back() != isbn->check_digit) {
    diagnostics.report("manifest.isbn-check-digit", written.span, {written.text, std::string(1, isbn->check_digit)});
  } else {
    return written.text;
  }
  return {};
}

void read_imprint(Fields& top, Manifest& manifest, Diagnostics& diagnostics) {
  const YamlNode* node = top.mapping("imprint");
  if (!node) return;
  manifest.imprint_span = node->span;
  Imprint& out = manifest.imprint;
  std::vector<Located>& placeholders = manifest.placeholders;
  Fields fields(*node, "imprint", diagnostics);
  out.kind = fields.choice<Imprint::Kind>("kind", kKinds, Imprint::Kind::none);
  out.edition = read_fact(fields, "edition", placeholders);
  out.printing = read_fact(fields, "printing", placeholders);
  out.print_run = fields.count("print_run");
  out.price = read_fact(fields, "price", placeholders);
  out.permit = read_fact(fields, "permit", placeholders);
  out.compiled_by = read_fact(fields, "compiled_by", placeholders);
  out.printed_by = read_fact(fields, "printed_by", placeholders);
  out.recipients = read_fact(fields, "recipients", placeholders);
  read_format(fields, out, diagnostics);
  read_outside(fields, out, diagnostics);
  read_cip(fields, out, placeholders, diagnostics);
  for (Located& line : fields.texts("extra")) {
    if (is_placeholder(line.text)) placeholders.push_back(line);
    manifest.extra_spans.push_back(line.span);
    out.extra.push_back(std::move(line.text));
  }
  fields.finish();
}

}  // namespace huozi::parse
