#include "job/ticket_json.h"

#include <nlohmann/json.hpp>

namespace huozi::job {
namespace {

using Json = nlohmann::ordered_json;

Json text(const std::string& words) {
  return words.empty() ? Json() : Json(words);
}

Json thousandths(uint32_t value) {
  return value % 1000 == 0 ? Json(value / 1000) : Json(value / 1000.0);
}

Json mm(print::Micrometres length) {
  return thousandths(length);
}

Json paper_json(const std::optional<Paper>& paper) {
  if (!paper) return {};
  return {{"name", text(paper->name)}, {"caliper_mm", mm(paper->caliper)}};
}

Json file_json(const File& file) {
  Json fonts = Json::array();
  for (const Font& font : file.fonts) {
    fonts.push_back({{"family", font.family},
                     {"postscript_name", font.postscript_name},
                     {"embedded", font.embedded},
                     {"subset", font.subset}});
  }
  return {{"name", file.name},
          {"kind", file.kind == File::Kind::cover ? "cover" : "text"},
          {"standard", text(file.standard)},
          {"bytes", file.bytes},
          {"sha256", file.sha256},
          {"fonts", std::move(fonts)}};
}

Json pictures_json(const std::vector<Picture>& pictures, const char* value) {
  Json out = Json::array();
  for (const Picture& each : pictures) {
    out.push_back({{"file", each.file}, {"page", each.page}, {"label", text(each.label)}, {value, each.value}});
  }
  return out;
}

}  // namespace

std::string ticket_json(const Facts& facts) {
  Json out;
  out["schema"] = "huozi-job-1";
  out["title"] = text(facts.title);
  out["subtitle"] = text(facts.subtitle);
  out["isbn"] = text(facts.isbn);
  out["publisher"] = text(facts.publisher);
  out["edition"] = text(facts.edition);
  out["printing"] = text(facts.printing);
  out["print_run"] = facts.print_run ? Json(*facts.print_run) : Json();
  out["trim"] = {{"width_mm", mm(facts.width)},
                 {"height_mm", mm(facts.height)},
                 {"name", text(facts.size_name)},
                 {"sheet_format", text(facts.sheet_format)}};
  out["bleed_mm"] = mm(facts.bleed);
  out["marks"] = facts.marks;
  out["pages"] = facts.pages;
  out["sheets"] = facts.sheets ? thousandths(*facts.sheets) : Json();
  out["signatures"] = {{"pages", facts.signatures.size},
                       {"count", facts.signatures.count},
                       {"blank_pages", facts.signatures.blanks},
                       {"nested", facts.binding == print::Binding::saddle}};
  out["paper"] = paper_json(facts.paper);
  out["cover_paper"] = paper_json(facts.cover_paper);
  out["binding"] = print::binding_name(facts.binding);
  out["spine_mm"] = facts.spine ? mm(*facts.spine) : Json();
  out["colours"] = {{"text", text(facts.colours)}, {"cover", text(facts.cover_colours)}};
  out["colour_pages"] = facts.in_colour ? Json::array() : Json();
  for (const PageRun& run : facts.in_colour.value_or(std::vector<PageRun>())) {
    out["colour_pages"].push_back({{"first", run.first},
                                   {"last", run.last},
                                   {"first_label", text(run.first_label)},
                                   {"last_label", text(run.last_label)}});
  }
  out["output_intent"] = text(facts.output_intent);
  out["rendering_intent"] = text(facts.rendering_intent);
  out["ink_limit"] = facts.ink_limit;
  out["files"] = Json::array();
  for (const File& file : facts.files) out["files"].push_back(file_json(file));
  out["coarse_images"] = pictures_json(facts.coarse, "ppi");
  out["heavy_images"] = pictures_json(facts.heavy, "ink");
  // Names of files may have bytes that are no UTF-8.
  return out.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

}  // namespace huozi::job
