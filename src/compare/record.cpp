#include "compare/record.h"

#include <charconv>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

namespace huozi::compare {
namespace {

using Json = nlohmann::ordered_json;

std::string on_a_line(const Json& value) {
  return value.dump(-1, ' ', false, Json::error_handler_t::replace);
}

std::string lines_text(const std::vector<Line>& lines) {
  std::string out;
  for (const Line& line : lines) {
    out += fmt::format("{}{}:{}:{}", out.empty() ? "" : " ", line.page, line.line, line.text_begin);
  }
  return out;
}

// Takes a number off, and what ends it.
bool take_number(std::string_view& text, char end, uint32_t& out) {
  const auto [rest, error] = std::from_chars(text.data(), text.data() + text.size(), out);
  if (error != std::errc()) return false;
  text.remove_prefix(static_cast<size_t>(rest - text.data()));
  if (text.empty()) return end == ' ';
  if (text.front() != end) return false;
  text.remove_prefix(1);
  return true;
}

bool read_lines(std::string_view text, size_t pages, size_t bytes, std::vector<Line>& out) {
  while (!text.empty()) {
    Line line;
    if (!take_number(text, ':', line.page) || !take_number(text, ':', line.line) ||
        !take_number(text, ' ', line.text_begin)) {
      return false;
    }
    const bool goes_back = !out.empty() && line.text_begin < out.back().text_begin;
    if (line.page >= pages || line.text_begin > bytes || goes_back) return false;
    out.push_back(line);
  }
  return true;
}

std::string string_of(const Json& object, const char* key) {
  const auto found = object.find(key);
  return found != object.end() && found->is_string() ? found->get<std::string>() : std::string();
}

std::optional<Paragraph> read_paragraph(const Json& row, size_t pages) {
  if (!row.is_object()) return std::nullopt;
  Paragraph out;
  out.id = string_of(row, "id");
  out.element = string_of(row, "element");
  out.part = string_of(row, "part");
  out.note = row.contains("note");
  out.text = string_of(row, "text");
  out.digest = string_of(row, "digest");
  if (!read_lines(string_of(row, "lines"), pages, out.text.size(), out.lines)) return std::nullopt;
  return out;
}

}  // namespace

std::string record_json(const Edition& edition) {
  std::string out = "{\n    \"pages\": [";
  for (size_t i = 0; i < edition.pages.size(); ++i) {
    out +=
        (i > 0 ? ",\n      " : "\n      ") + on_a_line(Json::array({edition.pages[i].label, edition.pages[i].digest}));
  }
  out += "\n    ],\n    \"paragraphs\": [";
  for (size_t i = 0; i < edition.paragraphs.size(); ++i) {
    const Paragraph& each = edition.paragraphs[i];
    Json row;
    row["id"] = each.id;
    row["element"] = each.element;
    if (!each.part.empty()) row["part"] = each.part;
    if (each.note) row["note"] = true;
    row["text"] = each.text;
    if (!each.digest.empty()) row["digest"] = each.digest;
    row["lines"] = lines_text(each.lines);
    out += (i > 0 ? ",\n      " : "\n      ") + on_a_line(row);
  }
  return out + "\n    ]\n  }";
}

std::string with_record(std::string report, const Edition& edition) {
  report.erase(report.rfind('}'));  // its own, the last one
  report.erase(report.find_last_not_of('\n') + 1);
  return report + ",\n  \"edition\": " + record_json(edition) + "\n}\n";
}

std::optional<Edition> read_record(std::string_view report) {
  const Json all = Json::parse(report, nullptr, false);
  if (!all.is_object() || !all.contains("edition") || !all["edition"].is_object()) return std::nullopt;
  const Json& record = all["edition"];
  if (!record.contains("pages") || !record["pages"].is_array()) return std::nullopt;
  if (!record.contains("paragraphs") || !record["paragraphs"].is_array()) return std::nullopt;
  Edition out;
  for (const Json& page : record["pages"]) {
    if (!page.is_array() || page.size() != 2 || !page[0].is_string() || !page[1].is_string()) return std::nullopt;
    out.pages.push_back({page[0].get<std::string>(), page[1].get<std::string>()});
  }
  for (const Json& row : record["paragraphs"]) {
    auto paragraph = read_paragraph(row, out.pages.size());
    if (!paragraph) return std::nullopt;
    out.paragraphs.push_back(std::move(*paragraph));
  }
  return out;
}

}  // namespace huozi::compare
