#include "parse/references.h"

#include <set>
#include <string>

#include "base/utf8.h"
#include "parse/bibtex.h"
#include "parse/csl_json.h"

namespace huozi::parse {
namespace {

constexpr size_t kMostEntries = 20'000;

bool is_json(const source::SourceFile& file) {
  if (file.path().ends_with(".json")) return true;
  if (file.path().ends_with(".bib")) return false;
  const size_t first = file.text().find_first_not_of(" \t\r\n");
  return first != std::string_view::npos && (file.text()[first] == '[' || file.text()[first] == '{');
}

}  // namespace

std::vector<document::Reference> read_references(const source::SourceFile& file, source::Diagnostics& diagnostics) {
  if (const size_t bad = base::find_invalid_utf8(file.text()); bad != std::string_view::npos) {
    diagnostics.report("file.not-utf8", file.span(bad, bad + 1));
    return {};
  }
  std::vector<document::Reference> all = is_json(file) ? read_csl_json(file, kMostEntries + 1, diagnostics)
                                                       : read_bibtex(file, kMostEntries + 1, diagnostics);
  if (all.size() > kMostEntries) {
    diagnostics.report("references.too-many", all.back().span, {std::to_string(kMostEntries)});
    all.pop_back();
  }
  std::set<std::string> keys;
  std::erase_if(all, [&](const document::Reference& each) {
    if (keys.insert(each.key).second) return false;
    diagnostics.report("references.repeated", each.span, {each.key});
    return true;
  });
  return all;
}

}  // namespace huozi::parse
