#include "desk/sarif.h"

#include <algorithm>
#include <filesystem>
#include <map>
#include <set>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "desk/reading_order.h"

namespace huozi::desk {
namespace {

using Json = nlohmann::ordered_json;

constexpr size_t kLongestSnippet = 1000;  // bytes

// A rule's sentence without a finding's words in it.
source::Diagnostic unfilled(const source::Rule& rule) {
  return {std::string(rule.id), {}, std::vector<std::string>(10, "…")};
}

// RFC 3986 §2.3: all but unreserved characters are encoded, and a colon never looks like a scheme's.
std::string address_of(const std::string& path) {
  const std::string normal = std::filesystem::path(path).lexically_normal().generic_string();
  std::string out = normal.starts_with('/') ? "file://" : "";
  for (const char c : normal) {
    const bool plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' ||
                       c == '.' || c == '_' || c == '~' || c == '/';
    out += plain ? std::string(1, c) : fmt::format("%{:02X}", static_cast<unsigned char>(c));
  }
  return out;
}

Json region_of(const source::SourceFile& file, const source::Span& span) {
  const source::Position begin = file.position(span.begin);
  const source::Position end = file.position(std::max(span.begin, span.end));
  return {{"startLine", begin.line}, {"startColumn", begin.column}, {"endLine", end.line}, {"endColumn", end.column}};
}

Json location_of(const source::SourceFile& file, const source::Span& span) {
  Json region = region_of(file, span);
  const std::string_view words = file.slice(span);
  if (!words.empty() && words.size() <= kLongestSnippet) region["snippet"] = {{"text", words}};
  return {
      {"physicalLocation", {{"artifactLocation", {{"uri", address_of(file.path())}}}, {"region", std::move(region)}}}};
}

Json fix_of(const proof::Fix& fix, const source::SourceFile& file, const std::string& hint) {
  Json change;
  change["artifactLocation"] = {{"uri", address_of(file.path())}};
  change["replacements"] =
      Json::array({{{"deletedRegion", region_of(file, fix.span)}, {"insertedContent", {{"text", fix.text}}}}});
  Json out;
  if (!hint.empty()) out["description"] = {{"text", hint}};
  out["artifactChanges"] = Json::array({std::move(change)});
  return out;
}

Json result_of(const source::Diagnostic& each, size_t rule_index, const source::SourceSet& sources,
               const FixTable& fixes, const PlaceOf& place_of) {
  const std::string hint = source::hint_of(each);
  Json out;
  out["ruleId"] = each.rule;
  out["ruleIndex"] = rule_index;
  out["level"] = source::severity_name(source::find_rule(each.rule)->severity);
  out["message"] = {{"text", source::message_of(each)}};
  const source::SourceFile* file = sources.find(each.span.file);
  out["locations"] = Json::array();
  if (file) out["locations"].push_back(location_of(*file, each.span));
  const proof::Fix* fix = fixes.find(each);
  const source::SourceFile* fixed = fix ? sources.find(fix->span.file) : nullptr;
  if (fixed) out["fixes"] = Json::array({fix_of(*fix, *fixed, hint)});
  if (!hint.empty()) out["properties"]["suggestion"] = hint;
  if (const auto printed = place_in(place_of, each.span)) {
    out["properties"]["printed"] = {
        {"page", printed->page}, {"line", printed->line}, {"paragraph", printed->paragraph}};
  }
  return out;
}

Json rule_of(const source::Rule& rule) {
  const source::Diagnostic any = unfilled(rule);
  Json out;
  out["id"] = rule.id;
  out["shortDescription"] = {{"text", source::message_of(any)}};
  if (!rule.hint.empty()) out["help"] = {{"text", source::hint_of(any)}};
  out["defaultConfiguration"] = {{"level", source::severity_name(rule.severity)}};
  return out;
}

}  // namespace

std::string sarif_log(std::string_view version, const std::vector<Checked>& books) {
  std::set<std::string_view> spoken;
  for (const Checked& book : books) {
    for (const source::Diagnostic& each : book.diagnostics) spoken.insert(each.rule);
  }
  Json rules = Json::array();
  std::map<std::string_view, size_t> places;
  for (const source::Rule& rule : source::all_rules()) {
    if (!spoken.contains(rule.id)) continue;
    places[rule.id] = rules.size();
    rules.push_back(rule_of(rule));
  }
  Json results = Json::array();
  for (const Checked& book : books) {
    const FixTable fixes(book.fixes);
    for (const source::Diagnostic& each : book.diagnostics) {
      results.push_back(result_of(each, places.at(each.rule), *book.sources, fixes, book.place_of));
    }
  }
  Json run;
  run["tool"] = {{"driver", {{"name", "huozi"}, {"version", version}, {"rules", std::move(rules)}}}};
  run["columnKind"] = "unicodeCodePoints";
  run["results"] = std::move(results);
  Json log;
  log["$schema"] = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";
  log["version"] = "2.1.0";
  log["runs"] = Json::array({std::move(run)});
  return log.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

}  // namespace huozi::desk
