#include <set>
#include <vector>

#include <fmt/format.h>

#include "base/utf8.h"
#include "build.h"
#include "command/command.h"
#include "command/progress.h"
#include "data_folder.h"
#include "document/walk.h"
#include "text/char_class.h"
#include "text/font_library.h"

namespace huozi::command {
namespace {

constexpr const char* kRoles[] = {"serif", "sans-serif", "kai", "fangsong", "monospace"};

std::set<char32_t> characters_of(const document::Book& book) {
  std::set<char32_t> result;
  const auto add = [&](std::string_view text) {
    for (const auto c : base::CodePoints(text)) {
      const text::CharClass cls = text::char_class(c.code_point);
      if (cls < text::CharClass::space) result.insert(c.code_point);
    }
  };
  document::for_each_inline(book, [&](const document::Inline& node) {
    if (const auto* text = std::get_if<document::Text>(&node.content)) add(text->text);
  });
  document::for_each_block(book, [&](const document::Block& node) {
    if (const auto* code = std::get_if<document::CodeBlock>(&node.content)) add(code->text);
  });
  return result;
}

}  // namespace

int fonts(const std::filesystem::path& path) {
  source::SourceSet sources;
  source::Diagnostics diagnostics;
  const unsigned jobs = jobs_or_all(0);
  const auto assembly = read_book(path, true, jobs, sources, diagnostics);
  int status = diagnostics.has_errors() || !assembly ? 1 : 0;
  if (assembly) {
    text::FontLibrary library(data_folder() / "fonts", sources, diagnostics);
    const std::string& language = assembly->book.metadata.language;
    for (const char* role : kRoles) {
      const auto& list = library.resolve({{role}, 400, false, language});
      if (list.empty()) {
        diagnostics.report("fonts.none", {}, {role});
        status = 1;
        continue;
      }
      // The faces for Latin text come first, if there are any.
      for (const text::FontId id : list) {
        const text::Font& font = library.font(id);
        const bool latin = library.latin_only(id);
        fmt::print("{:<11} {} {}  {}{}\n", role, font.family(), font.style_name(), font.path(),
                   latin ? "  (Latin)" : "");
        if (!latin) break;
      }
    }
    std::vector<text::FontId> serif = library.resolve({{"serif"}, 400, false, language});
    std::erase_if(serif, [&](text::FontId id) { return library.latin_only(id); });
    for (const char32_t cp : characters_of(assembly->book)) {
      bool found = false;
      for (size_t i = 0; i < serif.size() && !found; ++i) {
        found = library.font(serif[i]).glyph(cp) != 0;
        if (found && i > 0) {
          fmt::print("U+{:04X} {}  from {}\n", static_cast<uint32_t>(cp), base::to_utf8(std::u32string(1, cp)),
                     library.font(serif[i]).family());
        }
      }
      if (!found)
        fmt::print("U+{:04X} {}  in no font\n", static_cast<uint32_t>(cp), base::to_utf8(std::u32string(1, cp)));
    }
  }
  for (const source::Diagnostic& diagnostic : diagnostics.items()) {
    if (source::find_rule(diagnostic.rule)->severity == source::Severity::error) {
      fmt::print(stderr, "{}", source::render(diagnostic, sources));
    }
  }
  return status;
}

}  // namespace huozi::command
