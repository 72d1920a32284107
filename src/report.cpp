#include "report.h"

#include <algorithm>
#include <map>

#include <nlohmann/json.hpp>

#include "base/utf8.h"
#include "desk/reading_order.h"
#include "import.h"

namespace huozi {
namespace {

using Json = nlohmann::ordered_json;

void add_place(Json& entry, const source::Span& span, const source::SourceSet& sources) {
  const source::SourceFile* file = sources.find(span.file);
  const source::Position at = file ? file->position(span.begin) : source::Position{0, 0};
  entry["file"] = file ? file->path() : "";
  entry["line"] = at.line;
  entry["column"] = at.column;
}

// Lines of files without columns: those are counted along the line, too long for the many entries of an audit.
class Lines {
 public:
  explicit Lines(const source::SourceSet& sources) : sources_(sources) {}

  void add_to(Json& entry, const source::Span& span) {
    const source::SourceFile* file = sources_.find(span.file);
    entry["file"] = file ? file->path() : "";
    entry["line"] = file ? line_in(*file, span.begin) : 0;
  }

 private:
  size_t line_in(const source::SourceFile& file, uint32_t offset) {
    auto [found, is_new] = ends_.try_emplace(file.id());
    std::vector<size_t>& ends = found->second;
    const std::string_view text = file.text();
    for (size_t at = 0; is_new && (at = text.find('\n', at)) != std::string_view::npos; ++at) ends.push_back(at);
    return static_cast<size_t>(std::lower_bound(ends.begin(), ends.end(), offset) - ends.begin()) + 1;
  }

  const source::SourceSet& sources_;
  std::map<source::FileId, std::vector<size_t>> ends_;  // offsets of the line feeds
};

constexpr size_t kExcerptSide = 20;  // characters
constexpr std::string_view kProof = "proof.";

bool begins_character(char c) {
  return (static_cast<unsigned char>(c) & 0xC0) != 0x80;
}

// What stands at the span, and some characters of its lines on either side.
std::string excerpt(const source::SourceFile& file, const source::Span& span) {
  const std::string_view text = file.text();
  size_t begin = std::min<size_t>(span.begin, text.size());
  size_t end = std::clamp<size_t>(span.end, begin, text.size());
  for (size_t i = 0; i < kExcerptSide && begin > 0 && text[begin - 1] != '\n'; ++i) {
    do {
      --begin;
    } while (begin > 0 && !begins_character(text[begin]));
  }
  for (size_t i = 0; i < kExcerptSide && end < text.size() && text[end] != '\n' && text[end] != '\r'; ++i) {
    end += base::decode_utf8(text, end).length;
  }
  return std::string(text.substr(begin, end - begin));
}

Json fix_json(const proof::Fix& fix, const source::SourceSet& sources) {
  Json out;
  const source::SourceFile* file = sources.find(fix.span.file);
  const source::Position begin = file ? file->position(fix.span.begin) : source::Position{0, 0};
  const source::Position end = file ? file->position(fix.span.end) : source::Position{0, 0};
  out["line"] = begin.line;
  out["column"] = begin.column;
  out["end_line"] = end.line;
  out["end_column"] = end.column;
  out["replaces"] = file ? file->slice(fix.span) : std::string_view();
  out["text"] = fix.text;
  return out;
}

Json diagnostics_json(const source::Diagnostics& diagnostics, const std::vector<proof::Finding>& findings,
                      const source::SourceSet& sources, const desk::PlaceOf& place_of = {}) {
  Json out = Json::array();
  const desk::FixTable fixes(findings);
  for (const source::Diagnostic& d : diagnostics.items()) {
    Json entry;
    entry["severity"] = source::severity_name(source::find_rule(d.rule)->severity);
    entry["rule"] = d.rule;
    add_place(entry, d.span, sources);
    entry["message"] = source::message_of(d);
    entry["hint"] = source::hint_of(d);
    const source::SourceFile* file = d.rule.starts_with(kProof) ? sources.find(d.span.file) : nullptr;
    if (file) entry["excerpt"] = excerpt(*file, d.span);
    if (const auto printed = desk::place_in(place_of, d.span)) {
      entry["printed"] = {{"page", printed->page}, {"line", printed->line}, {"paragraph", printed->paragraph}};
    }
    if (const proof::Fix* fix = fixes.find(d)) entry["fix"] = fix_json(*fix, sources);
    out.push_back(std::move(entry));
  }
  return out;
}

Json audit_json(const document::Audit& audit, const source::SourceSet& sources) {
  Json out = Json::array();
  Lines lines(sources);
  for (const document::AuditEntry& a : audit.entries) {
    Json entry;
    entry["rule"] = a.rule;
    lines.add_to(entry, a.span);
    entry["removed"] = a.removed;
    entry["replaced_by"] = a.replaced_by;
    out.push_back(std::move(entry));
  }
  return out;
}

void add_figures(Json& entry, const ArticleFigures& each) {
  entry["han"] = {{"source", each.conservation.source}, {"markup", each.conservation.markup},
                  {"kept", each.conservation.kept},     {"removed", each.conservation.removed},
                  {"added", each.conservation.added},   {"lost", each.conservation.lost},
                  {"gained", each.conservation.gained}};
  entry["headings"] = each.headings;
  entry["notes"] = each.notes;
  entry["citations"] = each.citations;
  entry["figures"] = each.figures;
  entry["captions"] = each.captions;
  entry["tables"] = each.tables;
  entry["lists"] = each.lists;
  entry["removals"] = each.removals;
}

Json millimetres(print::Micrometres length) {
  return static_cast<double>(length) / 1000;
}

Json cover_json(const CoverFigures& cover) {
  Json out;
  out["width_mm"] = millimetres(cover.width);
  out["height_mm"] = millimetres(cover.height);
  out["spine_mm"] = millimetres(cover.spine);
  out["flap_mm"] = millimetres(cover.flap);
  out["pages"] = cover.pages;
  out["binding"] = print::binding_name(cover.binding);
  out["paper"] = cover.paper.name;
  out["caliper_mm"] = millimetres(cover.paper.caliper);
  out["cover_paper"] = cover.cover_paper.name;
  return out;
}

// Ill-formed UTF-8 of a source is replaced, never an exception.
std::string written(const Json& report) {
  return report.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

}  // namespace

std::string report_json(const source::Diagnostics& diagnostics, const std::vector<proof::Finding>& fixes,
                        const document::Audit& audit, const Figures& figures,
                        const std::vector<ArticleFigures>& articles, const std::vector<PageException>& exceptions,
                        const source::SourceSet& sources, const desk::PlaceOf& place_of) {
  Json report;
  report["diagnostics"] = diagnostics_json(diagnostics, fixes, sources, place_of);
  report["audit"] = audit_json(audit, sources);
  report["generated"] = Json::array();
  for (const document::GeneratedText& g : audit.generated) {
    report["generated"].push_back({{"what", g.what}, {"text", g.text}});
  }
  report["decisions"] = Json::array();
  for (const document::Decision& d : audit.decisions) {
    Json entry;
    entry["rule"] = d.rule;
    add_place(entry, d.span, sources);
    entry["confidence"] = d.confidence;
    entry["reason"] = d.reason;
    report["decisions"].push_back(std::move(entry));
  }
  report["articles"] = Json::array();
  for (const ArticleFigures& each : articles) {
    const source::SourceFile* file = sources.find(each.file);
    Json entry;
    entry["file"] = file ? file->path() : "";
    add_figures(entry, each);
    report["articles"].push_back(std::move(entry));
  }
  report["unavoidable"] = Json::array();
  Lines lines(sources);
  for (const PageException& each : exceptions) {
    Json entry;
    entry["page"] = each.page;
    entry["what"] = each.what;
    if (each.rows > 0) entry["lines"] = each.rows;
    lines.add_to(entry, each.near);
    report["unavoidable"].push_back(std::move(entry));
  }
  report["figures"] = {{"pages", figures.pages},
                       {"characters", figures.characters},
                       {"notes", figures.notes},
                       {"sections", figures.sections},
                       {"images", figures.images}};
  if (!figures.revision.empty()) report["figures"]["revision"] = figures.revision;
  if (figures.cover) report["figures"]["cover"] = cover_json(*figures.cover);
  return written(report);
}

std::string import_report_json(const std::vector<ImportedArticle>& articles, const source::SourceSet& sources) {
  Json report;
  report["articles"] = Json::array();
  for (const ImportedArticle& each : articles) {
    Json entry;
    entry["source"] = each.source;
    entry["encoding"] = each.encoding;
    entry["file"] = each.file;
    entry["title"] = each.title;
    add_figures(entry, each.figures);
    entry["audit"] = audit_json(each.audit, sources);
    entry["diagnostics"] = diagnostics_json(each.diagnostics, {}, sources);
    report["articles"].push_back(std::move(entry));
  }
  return written(report);
}

}  // namespace huozi
