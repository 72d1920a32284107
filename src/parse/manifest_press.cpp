// What book.yaml tells the print shop: papers, binding, inks, and the cover around the book.
#include <array>
#include <utility>

#include "parse/manifest_parts.h"
#include "print/paper.h"

namespace huozi::parse {
namespace {

using source::Diagnostics;
using source::YamlNode;

constexpr std::array<std::pair<std::string_view, std::optional<print::Binding>>, 3> kBindings = {
    {{"perfect", print::Binding::perfect}, {"sewn", print::Binding::sewn}, {"saddle", print::Binding::saddle}}};
constexpr std::array<std::pair<std::string_view, bool>, 4> kOnOff = {
    {{"on", true}, {"off", false}, {"true", true}, {"false", false}}};
constexpr std::array<std::pair<std::string_view, RenderingIntent>, 2> kIntents = {
    {{"relative", RenderingIntent::relative}, {"perceptual", RenderingIntent::perceptual}}};

void read_paper(Fields& press, std::string_view key, PaperChoice& out, Diagnostics& diagnostics) {
  const YamlNode* node = press.get(key);
  if (!node) return;
  PaperChoice choice;
  if (node->kind == YamlNode::Kind::mapping) {
    Fields fields(*node, press.dotted(key), diagnostics);
    choice.name = fields.located("name");
    choice.caliper = fields.length("caliper", print::kLeastCaliper, print::kMostCaliper);
    if (choice.name.text.empty()) {
      if (!choice.caliper) fields.report_missing("name");
      choice.name.span = node->span;
    }
    fields.finish();
  } else {
    choice.name = text_of(*node, press.dotted(key), diagnostics);
  }
  if (!choice.name.text.empty() || choice.caliper) out = std::move(choice);
}

// One digit on either side of a +.
Located read_colours(Fields& press, std::string_view key, Diagnostics& diagnostics) {
  Located written = press.located(key);
  const std::string& text = written.text;
  if (text.empty()) return {};
  const auto is_count = [](char c) { return c >= '0' && c <= '8'; };
  if (text.size() == 3 && is_count(text[0]) && text[1] == '+' && is_count(text[2])) return written;
  diagnostics.report("manifest.colours", written.span, {text});
  return {};
}

}  // namespace

void read_press(Fields& outputs, Press& out, Diagnostics& diagnostics) {
  const YamlNode* node = outputs.mapping("print");
  if (!node) return;
  Fields press(*node, "outputs.print", diagnostics);
  out.icc = press.located("icc");
  out.intent = press.choice<RenderingIntent>("intent", kIntents, out.intent);
  out.ink_limit = press.count("ink_limit");
  read_paper(press, "paper", out.paper, diagnostics);
  read_paper(press, "cover_paper", out.cover_paper, diagnostics);
  out.binding = press.choice<std::optional<print::Binding>>("binding", kBindings, std::nullopt);
  out.colours = read_colours(press, "colours", diagnostics);
  if (Located cover = read_colours(press, "cover_colours", diagnostics); !cover.text.empty()) {
    out.cover_colours = std::move(cover.text);
  }
  press.finish();
}

void read_cover_spread(Fields& outputs, CoverSpread& out, Diagnostics& diagnostics) {
  constexpr print::Micrometres kMostFlap = 200'000, kMostSpine = 200'000;
  const YamlNode* node = outputs.mapping("cover");
  if (!node) return;
  Fields cover(*node, "outputs.cover", diagnostics);
  out.flaps = cover.length("flaps", 0, kMostFlap).value_or(0);
  out.spine = cover.length("spine", 0, kMostSpine);
  out.glue = cover.length("glue", 0, print::kMostGlue);
  out.back = cover.lines("back");
  out.front_flap = cover.lines("front_flap");
  out.back_flap = cover.lines("back_flap");
  out.price = cover.choice<bool>("price", kOnOff, out.price);
  out.barcode = cover.choice<bool>("barcode", kOnOff, out.barcode);
  cover.finish();
}

}  // namespace huozi::parse
