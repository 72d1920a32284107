#include "parse/docx_package.h"

#include <algorithm>

namespace huozi::parse {
namespace {

constexpr uint64_t kLargestPart = 64u << 20;
constexpr size_t kMostMargins = 64;

std::string folder_of(std::string_view part) {
  const size_t slash = part.rfind('/');
  return slash == std::string_view::npos ? std::string() : std::string(part.substr(0, slash));
}

// The part that `target` names from `folder`; nothing when it leads out of the file.
std::optional<std::string> resolved(const std::string& folder, std::string_view target) {
  const std::string whole =
      target.starts_with('/') || folder.empty() ? std::string(target) : folder + '/' + std::string(target);
  std::vector<std::string> steps;
  for (size_t at = 0; at <= whole.size();) {
    const size_t end = std::min(whole.find_first_of("/\\", at), whole.size());
    const std::string step = whole.substr(at, end - at);
    if (step == "..") {
      if (steps.empty()) return std::nullopt;
      steps.pop_back();
    } else if (!step.empty() && step != ".") {
      steps.push_back(step);
    }
    at = end + 1;
  }
  std::string out;
  for (const std::string& step : steps) out += (out.empty() ? "" : "/") + step;
  if (out.empty() || out.find('\0') != std::string::npos) return std::nullopt;
  return out;
}

std::string_view last_step(std::string_view address) {
  return address.substr(address.rfind('/') + 1);  // npos + 1 is 0
}

std::string outcome_words(ZipArchive::Outcome outcome) {
  if (outcome == ZipArchive::Outcome::missing) return "it is missing";
  return outcome == ZipArchive::Outcome::too_large ? "it is too large" : "its bytes are damaged";
}

}  // namespace

const DocxRelation* DocxPart::relation(std::string_view id) const {
  const auto found = relations.find(id);
  return found == relations.end() ? nullptr : &found->second;
}

std::map<std::string, DocxRelation, std::less<>> DocxPackage::read_relations(const std::string& part,
                                                                             std::vector<DocxFault>& faults) {
  std::map<std::string, DocxRelation, std::less<>> out;
  const std::string folder = folder_of(part);
  const std::string name = (folder.empty() ? "" : folder + '/') + "_rels/" + std::string(last_step(part)) + ".rels";
  std::string bytes;
  if (archive_.read(name, kLargestPart, bytes) != ZipArchive::Outcome::read) return out;  // most parts have none
  const XmlTree tree = parse_xml(bytes);
  if (!tree.good()) faults.push_back({"docx.part", {name, tree.fault}});
  for (const XmlNode& node : tree.root.children) {
    if (!node.is("Relationship")) continue;
    DocxRelation relation{std::string(last_step(node.value("Type"))), std::string(node.value("Target")),
                          node.value("TargetMode") == "External"};
    if (!relation.external) {
      const std::optional<std::string> target = resolved(folder, relation.target);
      if (!target) {
        faults.push_back({"docx.outside", {relation.target}});
        continue;
      }
      relation.target = *target;
    }
    out.emplace(node.value("Id"), std::move(relation));
  }
  return out;
}

std::optional<DocxPart> DocxPackage::read_part(const std::string& name, std::vector<DocxFault>& faults) {
  std::string bytes;
  const ZipArchive::Outcome outcome = archive_.read(name, kLargestPart, bytes);
  if (outcome != ZipArchive::Outcome::read) {
    faults.push_back({"docx.part", {name, outcome_words(outcome)}});
    return std::nullopt;
  }
  DocxPart part;
  part.name = name;
  part.xml = parse_xml(bytes);
  if (!part.xml.good()) {
    faults.push_back({"docx.part", {name, part.xml.fault}});
    return std::nullopt;
  }
  part.relations = read_relations(name, faults);
  return part;
}

std::optional<DocxPackage> DocxPackage::open(std::string_view bytes, std::vector<DocxFault>& faults) {
  if (bytes.starts_with("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1")) {  // the compound file of .doc and of encryption
    faults.push_back({"docx.old-format", {}});
    return std::nullopt;
  }
  const bool zip = bytes.starts_with("PK");
  std::optional<ZipArchive> archive = zip ? ZipArchive::open(bytes) : std::nullopt;
  if (!archive) {
    faults.push_back({zip ? "docx.damaged" : "docx.not-word", {}});
    return std::nullopt;
  }
  DocxPackage package(std::move(*archive));
  std::string main = "word/document.xml";
  std::string properties;
  for (const auto& [id, relation] : package.read_relations("", faults)) {
    if (relation.external) continue;
    if (relation.type == "officeDocument") main = relation.target;
    if (relation.type == "core-properties") properties = relation.target;
  }
  if (!package.archive_.holds(main)) {
    faults.push_back({"docx.not-word", {}});
    return std::nullopt;
  }
  std::optional<DocxPart> document = package.read_part(main, faults);
  if (!document || document->xml.root.child("body") == nullptr) {
    faults.push_back({document ? "docx.not-word" : "docx.damaged", {}});
    return std::nullopt;
  }
  package.document = std::move(*document);
  if (!properties.empty()) package.properties = package.read_part(properties, faults);
  for (const auto& [id, relation] : package.document.relations) {
    if (relation.external) continue;
    std::optional<DocxPart>* part = relation.type == "styles"      ? &package.styles
                                    : relation.type == "numbering" ? &package.numbering
                                    : relation.type == "footnotes" ? &package.footnotes
                                    : relation.type == "endnotes"  ? &package.endnotes
                                    : relation.type == "comments"  ? &package.comments
                                                                   : nullptr;
    if (part != nullptr) *part = package.read_part(relation.target, faults);
    const bool margin = relation.type == "header" || relation.type == "footer";
    if (!margin || package.margins.size() >= kMostMargins) continue;
    if (std::optional<DocxPart> read = package.read_part(relation.target, faults)) {
      package.margins.push_back(std::move(*read));
    }
  }
  std::sort(package.margins.begin(), package.margins.end(),
            [](const DocxPart& a, const DocxPart& b) { return a.name < b.name; });
  return package;
}

std::vector<DocxPart*> DocxPackage::text_parts() {
  std::vector<DocxPart*> out = {&document};
  for (std::optional<DocxPart>* part : {&footnotes, &endnotes, &comments}) {
    if (*part) out.push_back(&**part);
  }
  for (DocxPart& part : margins) out.push_back(&part);
  return out;
}

}  // namespace huozi::parse
