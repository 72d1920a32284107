#include "report.h"

#include <nlohmann/json.hpp>

#include "import.h"

namespace huozi {
namespace {

using Json = nlohmann::ordered_json;

void add_place(Json& entry, const source::Span& span, const source::SourceSet& sources, bool with_column) {
  const source::SourceFile* file = sources.find(span.file);
  const source::Position at = file ? file->position(span.begin) : source::Position{0, 0};
  entry["file"] = file ? file->path() : "";
  entry["line"] = at.line;
  if (with_column) entry["column"] = at.column;
}

Json diagnostics_json(const source::Diagnostics& diagnostics, const source::SourceSet& sources) {
  Json out = Json::array();
  for (const source::Diagnostic& d : diagnostics.items()) {
    Json entry;
    entry["severity"] = source::severity_name(source::find_rule(d.rule)->severity);
    entry["rule"] = d.rule;
    add_place(entry, d.span, sources, true);
    entry["message"] = source::message_of(d);
    entry["hint"] = source::hint_of(d);
    out.push_back(std::move(entry));
  }
  return out;
}

Json audit_json(const document::Audit& audit, const source::SourceSet& sources) {
  Json out = Json::array();
  for (const document::AuditEntry& a : audit.entries) {
    Json entry;
    entry["rule"] = a.rule;
    add_place(entry, a.span, sources, false);
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

// Ill-formed UTF-8 of a source is replaced, never an exception.
std::string written(const Json& report) {
  return report.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

}  // namespace

std::string report_json(const source::Diagnostics& diagnostics, const document::Audit& audit, const Figures& figures,
                        const std::vector<ArticleFigures>& articles, const std::vector<PageException>& exceptions,
                        const source::SourceSet& sources) {
  Json report;
  report["diagnostics"] = diagnostics_json(diagnostics, sources);
  report["audit"] = audit_json(audit, sources);
  report["generated"] = Json::array();
  for (const document::GeneratedText& g : audit.generated) {
    report["generated"].push_back({{"what", g.what}, {"text", g.text}});
  }
  report["decisions"] = Json::array();
  for (const document::Decision& d : audit.decisions) {
    Json entry;
    entry["rule"] = d.rule;
    add_place(entry, d.span, sources, true);
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
  for (const PageException& each : exceptions) {
    Json entry;
    entry["page"] = each.page;
    entry["what"] = each.what;
    if (each.rows > 0) entry["lines"] = each.rows;
    add_place(entry, each.near, sources, false);
    report["unavoidable"].push_back(std::move(entry));
  }
  report["figures"] = {{"pages", figures.pages},
                       {"characters", figures.characters},
                       {"notes", figures.notes},
                       {"sections", figures.sections},
                       {"images", figures.images}};
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
    entry["diagnostics"] = diagnostics_json(each.diagnostics, sources);
    report["articles"].push_back(std::move(entry));
  }
  return written(report);
}

}  // namespace huozi
