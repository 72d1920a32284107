// Word files built by tests: parts by name, packed with libzip. Header only.
// Not here: reading them (parse/docx).
#pragma once

#include <zip.h>

#include <cstring>
#include <map>
#include <stdexcept>
#include <string>
#include <utility>
#include <vector>

#include "parse/docx.h"
#include "support/document_dump.h"

namespace huozi::test {

inline std::string pack(const std::map<std::string, std::string>& parts) {
  zip_error_t error;
  zip_error_init(&error);
  zip_source_t* target = zip_source_buffer_create(nullptr, 0, 0, &error);
  zip_t* archive = zip_open_from_source(target, ZIP_TRUNCATE, &error);
  if (archive == nullptr) throw std::runtime_error("no archive");
  zip_source_keep(target);
  for (const auto& [name, bytes] : parts) {
    zip_source_t* source = zip_source_buffer(archive, bytes.data(), bytes.size(), 0);
    if (zip_file_add(archive, name.c_str(), source, ZIP_FL_ENC_UTF_8) < 0) throw std::runtime_error(name);
  }
  if (zip_close(archive) != 0) throw std::runtime_error("cannot pack");
  zip_stat_t stat;
  zip_stat_init(&stat);
  zip_source_open(target);
  zip_source_stat(target, &stat);
  std::string out(stat.size, '\0');
  zip_source_read(target, out.data(), out.size());
  zip_source_close(target);
  zip_source_free(target);
  return out;
}

struct DocxFile {
  std::map<std::string, std::string> parts;
  std::vector<std::pair<std::string, std::string>> relations;  // type and target of the main part: rId1, rId2 ...

  explicit DocxFile(const std::string& body = {}) {
    parts["_rels/.rels"] =
        R"(<Relationships><Relationship Id="r1" Type="http://schemas/officeDocument" Target="word/document.xml"/>)"
        R"(<Relationship Id="r2" Type="http://schemas/core-properties" Target="docProps/core.xml"/></Relationships>)";
    parts["docProps/core.xml"] = "<cp:coreProperties/>";
    set_body(body);
  }
  void set_body(const std::string& body) {
    parts["word/document.xml"] = root("document", "<w:body>" + body + "<w:sectPr/></w:body>");
  }

  static std::string root(const std::string& name, const std::string& content) {
    return R"(<?xml version="1.0" encoding="UTF-8" standalone="yes"?>)"
           "\n<w:" +
           name +
           R"( xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main")"
           R"( xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships">)" +
           content + "</w:" + name + ">";
  }

  // The id of the new relation. `content` of an XML part; its root has the type's name.
  std::string relate(const std::string& type, const std::string& target) {
    relations.emplace_back(type, target);
    return "rId" + std::to_string(relations.size());
  }
  DocxFile& with(const std::string& type, const std::string& content) {
    relate(type, type + ".xml");
    parts["word/" + type + ".xml"] = root(type, content);
    return *this;
  }

  std::string bytes() const {
    std::map<std::string, std::string> all = parts;
    std::string& rels = all["word/_rels/document.xml.rels"];
    rels = "<Relationships>";
    for (size_t i = 0; i < relations.size(); ++i) {
      const bool external = relations[i].second.find("://") != std::string::npos;
      rels += "<Relationship Id=\"rId" + std::to_string(i + 1) + "\" Type=\"http://schemas/" + relations[i].first +
              "\" Target=\"" + relations[i].second + "\"" + (external ? " TargetMode=\"External\"" : "") + "/>";
    }
    rels += "</Relationships>";
    return pack(all);
  }
};

// `<w:p>` with one run; `properties` stand in its w:pPr.
inline std::string wp(const std::string& text, const std::string& properties = {}) {
  return "<w:p><w:pPr>" + properties + "</w:pPr><w:r><w:t xml:space=\"preserve\">" + text + "</w:t></w:r></w:p>";
}
inline std::string wr(const std::string& text, const std::string& properties = {}) {
  return "<w:r><w:rPr>" + properties + "</w:rPr><w:t xml:space=\"preserve\">" + text + "</w:t></w:r>";
}

struct DocxReading {
  source::SourceSet sources;
  source::Diagnostics diagnostics;
  document::Audit audit;
  std::optional<parse::DocxArticle> article;

  explicit DocxReading(const std::string& bytes, const std::string& path = "garden.docx") {
    article = parse::read_docx(bytes, path, sources, diagnostics, audit);
  }
  explicit DocxReading(const DocxFile& file) : DocxReading(file.bytes()) {}

  std::string dump() const { return article ? test::dump(article->document.blocks) : "nothing"; }
  std::string source() const { return std::string(sources.find(0)->text()); }
  std::string rules() const {
    std::string out;
    for (const auto& item : diagnostics.items()) out += (out.empty() ? "" : " ") + item.rule;
    return out;
  }
  std::string audit_dump() const { return test::dump(audit); }
};

inline std::string docx(const std::string& body) {
  return DocxReading(DocxFile(body)).dump();
}

}  // namespace huozi::test
