// What book.yaml says for the e-book's package: people, subjects, accessibility.
#include <algorithm>

#include "parse/manifest_codes.h"
#include "parse/manifest_parts.h"

namespace huozi::parse {
namespace {

using source::Diagnostics;
using source::YamlNode;

void read_subject(const YamlNode& item, Manifest& out, Diagnostics& diagnostics) {
  document::Subject subject;
  if (item.kind != YamlNode::Kind::mapping) {  // a word alone
    subject.name = text_of(item, "subjects", diagnostics).text;
  } else {
    Fields fields(item, "subjects", diagnostics);
    subject.name = fields.text("name");
    if (subject.name.empty()) fields.report_missing("name");
    subject.authority = fields.text("authority");
    subject.term = fields.text("term");
    // Either says nothing without the other (EPUB 3.3 D.3.1, D.3.9).
    if (subject.authority.empty() != subject.term.empty()) {
      fields.report_missing(subject.term.empty() ? "term" : "authority");
    }
    fields.finish();
  }
  if (subject.name.empty()) return;
  out.metadata.subjects.push_back(subject.name);
  out.publication.subjects.push_back(std::move(subject));
}

bool is_web_address(std::string_view text) {
  return text.starts_with("https://") || text.starts_with("http://");
}

}  // namespace

void read_creators(Fields& top, Manifest& out, Diagnostics& diagnostics) {
  const YamlNode* list = top.list("creators");
  if (!list) return;
  for (const YamlNode& item : list->items) {
    document::Creator creator;
    if (item.kind == YamlNode::Kind::scalar) {  // a name alone
      creator.name = text_of(item, "creators", diagnostics).text;
    } else if (expect_mapping(item, "creators", diagnostics)) {
      Fields fields(item, "creators", diagnostics);
      creator.name = fields.text("name");
      if (creator.name.empty()) fields.report_missing("name");
      const Located role = fields.located("role");
      if (!role.text.empty() && !is_relator_code(role.text)) {
        diagnostics.report("manifest.role", role.span, {role.text});
      } else if (!role.text.empty()) {
        creator.role = role.text;
      }
      const std::string filed = fields.text("file_as");
      if (!filed.empty() && !creator.name.empty()) out.publication.file_as[creator.name] = filed;
      fields.finish();
    }
    if (!creator.name.empty()) out.metadata.creators.push_back(std::move(creator));
  }
}

void read_publication(Fields& top, Manifest& out, Diagnostics& diagnostics) {
  if (const std::string filed = top.text("file_as"); !filed.empty())
    out.publication.file_as[out.metadata.title] = filed;
  if (const YamlNode* subjects = top.get("subjects")) {
    if (subjects->kind == YamlNode::Kind::sequence) {
      for (const YamlNode& item : subjects->items) read_subject(item, out, diagnostics);
    } else {
      read_subject(*subjects, out, diagnostics);
    }
  }
  const YamlNode* node = top.mapping("accessibility");
  if (!node) return;
  Fields fields(*node, "accessibility", diagnostics);
  document::AccessibilityStatement& statement = out.publication.accessibility;
  statement.certified_by = fields.text("certified_by");
  statement.credential = fields.text("credential");
  const Located report = fields.located("report");
  statement.report = report.text;
  if (!report.text.empty() && !is_web_address(report.text)) {
    diagnostics.report("manifest.not-address", report.span, {report.text});
    statement.report.clear();
  }
  statement.summary = fields.text("summary");
  // A credential and a report are someone's.
  if (statement.certified_by.empty() && !(statement.credential + statement.report).empty()) {
    fields.report_missing("certified_by");
  }
  fields.finish();
}

}  // namespace huozi::parse
