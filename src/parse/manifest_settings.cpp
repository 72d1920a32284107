#include <algorithm>
#include <array>

#include "parse/manifest_codes.h"
#include "parse/manifest_parts.h"
#include "parse/manifest_support.h"

namespace huozi::parse {
namespace {

using source::Diagnostics;
using source::YamlNode;

template <typename Value, size_t N>
using Choices = std::array<std::pair<std::string_view, Value>, N>;

constexpr Choices<Citations::Style, 3> kStyles = {{{"humanities", Citations::Style::humanities},
                                                   {"gb-t-7714-2025", Citations::Style::gb_t_7714_2025},
                                                   {"gb-t-7714-2015", Citations::Style::gb_t_7714_2015}}};
constexpr Choices<Citations::Attributions, 3> kAttributions = {{{"note", Citations::Attributions::note},
                                                                {"inline", Citations::Attributions::inline_text},
                                                                {"keep", Citations::Attributions::keep}}};
constexpr Choices<bool, 2> kArticleSource = {{{"none", false}, {"note", true}}};
constexpr Choices<Citations::Repeat, 4> kRepeats = {{{"full", Citations::Repeat::full},
                                                     {"short", Citations::Repeat::short_form},
                                                     {"tongshang", Citations::Repeat::tongshang},
                                                     {"tongzhu", Citations::Repeat::tongzhu}}};
constexpr Choices<bool, 2> kAutoOff = {{{"auto", true}, {"off", false}}};
constexpr Choices<Cleaning::Quotes, 3> kQuotes = {
    {{"convert", Cleaning::Quotes::convert}, {"report", Cleaning::Quotes::report}, {"off", Cleaning::Quotes::off}}};
constexpr Choices<EpubProfile, 3> kEpubProfiles = {
    {{"standard", EpubProfile::standard}, {"duokan", EpubProfile::duokan}, {"legacy-zh", EpubProfile::legacy_zh}}};
constexpr Choices<EpubFonts, 3> kEpubFonts = {
    {{"none", EpubFonts::none}, {"rare", EpubFonts::rare}, {"all", EpubFonts::all}}};
constexpr Choices<PdfProfile, 4> kPdfProfiles = {{{"print", PdfProfile::print},
                                                  {"screen", PdfProfile::screen},
                                                  {"x1a", PdfProfile::x1a},
                                                  {"plain", PdfProfile::plain}}};

std::string read_language(Fields& top, Diagnostics& diagnostics) {
  const Located written = top.located("language");
  if (written.text.empty()) return document::BookMetadata().language;
  if (const auto tag = language_tag(written.text)) return *tag;
  diagnostics.report("manifest.language", written.span, {written.text});
  return document::BookMetadata().language;
}

void read_series(Fields& top, document::BookMetadata& out, Diagnostics& diagnostics) {
  const YamlNode* node = top.mapping("series");
  if (!node) return;
  Fields series(*node, "series", diagnostics);
  out.series_title = series.text("title");
  if (out.series_title.empty()) series.report_missing("title");
  out.series_position = series.text("position");
  series.finish();
}

void read_headings(Fields& fields, Override& out, Diagnostics& diagnostics) {
  const YamlNode* node = fields.get("headings");
  if (!node) return;
  if (node->kind == YamlNode::Kind::sequence) {
    out.headings = Override::Headings::listed;
    out.heading_texts = texts_of(*node, "overrides.headings", diagnostics);
    return;
  }
  constexpr Choices<Override::Headings, 2> kModes = {
      {{"auto", Override::Headings::automatic}, {"as-is", Override::Headings::as_is}}};
  out.headings = fields.choice<Override::Headings>("headings", kModes, Override::Headings::unset);
}

std::optional<EpubProfile> read_epub(Fields& outputs, Outputs& out, Diagnostics& diagnostics) {
  const YamlNode* node = outputs.get("epub");
  if (!node) return EpubProfile::standard;
  if (!node->quoted && node->text == "false") return std::nullopt;
  if (!node->quoted && node->text == "true") return EpubProfile::standard;
  if (!expect_mapping(*node, "outputs.epub", diagnostics)) return EpubProfile::standard;
  Fields epub(*node, "outputs.epub", diagnostics);
  const auto profile = epub.choice<EpubProfile>("profile", kEpubProfiles, EpubProfile::standard);
  out.epub_fonts = epub.choice<EpubFonts>("fonts", kEpubFonts, out.epub_fonts);
  out.obfuscate_fonts = epub.truth("obfuscate_fonts").value_or(false);
  epub.finish();
  return profile;
}

std::vector<PdfOutput> read_pdf(const YamlNode& node, Diagnostics& diagnostics) {
  std::vector<PdfOutput> out;
  std::vector<std::string_view> names;
  for (const auto& [name, profile] : kPdfProfiles) names.push_back(name);
  for (const Located& item : texts_of(node, "outputs.pdf", diagnostics)) {
    const auto found = std::find(names.begin(), names.end(), item.text);
    if (found == names.end()) {
      report_unknown_value(item, "outputs.pdf", names, diagnostics);
      continue;
    }
    const PdfProfile profile = kPdfProfiles[static_cast<size_t>(found - names.begin())].second;
    if (std::any_of(out.begin(), out.end(), [&](const PdfOutput& other) { return other.profile == profile; })) {
      diagnostics.report("manifest.repeated", item.span, {item.text});
      continue;
    }
    check_supported("outputs.pdf", item.text, item.span, diagnostics);
    out.push_back({profile, item.span});
  }
  return out;
}

}  // namespace

void read_metadata(Fields& top, Manifest& manifest, Diagnostics& diagnostics) {
  document::BookMetadata& out = manifest.metadata;
  std::vector<Located>& placeholders = manifest.placeholders;
  out.title = top.text("title");
  const YamlNode* title = top.get("title");
  if (!title || (title->kind == YamlNode::Kind::scalar && out.title.empty())) top.report_missing("title");
  out.subtitle = top.text("subtitle");
  out.language = read_language(top, diagnostics);
  read_creators(top, manifest, diagnostics);
  out.publisher = read_fact(top, "publisher", placeholders);
  out.date = top.date("date");
  out.identifier = top.text("identifier");
  out.isbn = read_isbn_field(top, placeholders, diagnostics);
  out.rights = top.text("rights");
  out.description = top.text("description");
  read_publication(top, manifest, diagnostics);
  read_series(top, out, diagnostics);
}

std::vector<Override> read_overrides(Fields& top, Diagnostics& diagnostics) {
  std::vector<Override> out;
  const YamlNode* node = top.mapping("overrides");
  if (!node) return out;
  for (const auto& [key, value] : node->entries) {
    Override item;
    item.article = path_of(key, "overrides", diagnostics);
    if (value.is_null() || !expect_mapping(value, "overrides", diagnostics)) continue;
    Fields fields(value, "overrides", diagnostics);
    item.title = fields.text("title");
    item.author = fields.text("author");
    item.date = fields.date("date");
    item.source = fields.text("source");
    item.url = fields.text("url");
    item.rights = fields.text("rights");
    item.numbered = fields.truth("numbered");
    read_headings(fields, item, diagnostics);
    fields.finish();
    if (!item.article.text.empty()) out.push_back(std::move(item));
  }
  return out;
}

Citations read_citations(Fields& top, Diagnostics& diagnostics) {
  Citations out;
  const YamlNode* node = top.mapping("citations");
  if (!node) return out;
  Fields fields(*node, "citations", diagnostics);
  out.style = fields.choice<Citations::Style>("style", kStyles, out.style);
  out.attributions = fields.choice<Citations::Attributions>("attributions", kAttributions, out.attributions);
  out.article_source_note = fields.choice<bool>("article_source", kArticleSource, out.article_source_note);
  out.repeat = fields.choice<Citations::Repeat>("repeat", kRepeats, out.repeat);
  out.access_date = fields.date("access_date");
  fields.finish();
  return out;
}

Cleaning read_cleaning(Fields& top, Diagnostics& diagnostics) {
  Cleaning out;
  const YamlNode* node = top.mapping("clean");
  if (!node) return out;
  Fields fields(*node, "clean", diagnostics);
  out.noise = fields.texts("noise");
  if (const YamlNode* rules = fields.get("noise_rules"); rules && !rules->is_null()) {
    out.noise_rules = texts_of(*rules, "clean.noise_rules", diagnostics);
    for (Located& each : out.noise_rules) {
      if (each.text != "shipped" && each.text != "off") check_inside(each, diagnostics);
    }
    std::erase_if(out.noise_rules, [](const Located& each) { return each.text.empty() || each.text == "off"; });
  }
  out.captions = fields.choice<bool>("captions", kAutoOff, out.captions);
  out.headings = fields.choice<bool>("headings", kAutoOff, out.headings);
  out.quotes = fields.choice<Cleaning::Quotes>("quotes", kQuotes, out.quotes);
  fields.finish();
  return out;
}

std::vector<Alike> read_duplicates(Fields& top, Diagnostics& diagnostics) {
  std::vector<Alike> out;
  const YamlNode* list = top.list("duplicates");
  if (!list) return out;
  for (const YamlNode& item : list->items) {
    const bool pair = item.kind == YamlNode::Kind::sequence && item.items.size() == 2;
    if (!pair) {
      diagnostics.report("manifest.duplicates", item.span);
      continue;
    }
    Alike alike{path_of(item.items[0], "duplicates", diagnostics), path_of(item.items[1], "duplicates", diagnostics)};
    if (!alike.first.text.empty() && !alike.second.text.empty()) out.push_back(std::move(alike));
  }
  return out;
}

void read_proofreading(Fields& top, Manifest& out, Diagnostics& diagnostics) {
  const YamlNode* node = top.mapping("proofread");
  if (!node) return;
  Fields fields(*node, "proofread", diagnostics);
  if (const YamlNode* ids = fields.get("off"); ids && !ids->is_null())
    out.proofreading_off = texts_of(*ids, "proofread.off", diagnostics);
  if (const YamlNode* files = fields.get("words"); files && !files->is_null()) {
    out.proofreading_words = texts_of(*files, "proofread.words", diagnostics);
    for (Located& each : out.proofreading_words) check_inside(each, diagnostics);
    std::erase_if(out.proofreading_words, [](const Located& each) { return each.text.empty(); });
  }
  fields.finish();
}

std::vector<Asset> read_assets(Fields& top, Diagnostics& diagnostics) {
  std::vector<Asset> out;
  const YamlNode* node = top.mapping("assets");
  if (!node) return out;
  for (const auto& [key, value] : node->entries) {
    Asset asset{text_of(key, "assets", diagnostics), path_of(value, "assets", diagnostics)};
    if (!asset.url.text.empty() && !asset.path.text.empty()) out.push_back(std::move(asset));
  }
  return out;
}

Outputs read_outputs(Fields& top, Diagnostics& diagnostics) {
  Outputs out;
  const YamlNode* node = top.mapping("outputs");
  if (!node) return out;
  Fields fields(*node, "outputs", diagnostics);
  out.epub = read_epub(fields, out, diagnostics);
  read_press(fields, out.print, diagnostics);
  read_cover_spread(fields, out.cover, diagnostics);
  if (const YamlNode* pdf = fields.get("pdf")) out.pdf = read_pdf(*pdf, diagnostics);
  fields.finish();
  return out;
}

}  // namespace huozi::parse
