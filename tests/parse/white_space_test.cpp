#include "parse/white_space.h"

#include <algorithm>

#include "document/plain_text.h"
#include "parse/inlines.h"
#include "parse/legible.h"
#include "parse/markdown_emphasis.h"
#include "parse/markdown_lines.h"
#include "support/catch.h"
#include "support/random_text.h"

using namespace huozi;

namespace {

// The text as one node, from the file's second byte on; `written_so`: its span is as long as it is.
std::string finished(const source::SourceFile& file, const std::string& text, bool written_so) {
  source::Diagnostics diagnostics;
  document::Audit audit;
  parse::ReadContext context{file, diagnostics, audit, {}};
  const auto end = static_cast<uint32_t>(text.size() + (written_so ? 1 : 2));
  document::Inlines nodes;
  nodes.push_back(parse::make_text({file.id(), 1, end}, text));
  parse::finish_inlines(nodes, context);
  for (const document::Inline& node : nodes) {
    // The promise of a span as long as its text; a blank may be another one there.
    const auto& words = std::get<document::Text>(node.content).text;
    std::string source(file.slice(node.info.span));
    std::replace_if(
        source.begin(), source.end(), [](char c) { return c == '\t' || c == '\n' || c == '\r'; }, ' ');
    if (source.size() == words.size()) CHECK(source == words);
  }
  return document::plain_text(nodes);
}

}  // namespace

TEST_CASE("text that the source writes so is finished as any other") {
  test::RandomText random(3);
  for (int i = 0; i < 3000; ++i) {
    const std::string text = parse::legible_text(random(true));
    source::SourceSet sources;
    const source::SourceFile& file = sources.add("a.md", "x" + text + " ");
    CHECK(finished(file, text, true) == finished(file, text, false));
  }
}

TEST_CASE("the end of a line is its first line feed or return") {
  test::RandomText random(4);
  for (int i = 0; i < 3000; ++i) {
    std::string text = random(false);
    if (i % 5 == 0) text = std::string(static_cast<size_t>(i % 600), 'x') + text;
    const size_t end = std::min(text.find_first_of("\r\n"), text.size());
    CHECK(parse::line_end_from(text, 0) == end);
    if (end < text.size()) {
      CHECK(parse::line_end_from(text, end + 1) == std::min(text.find_first_of("\r\n", end + 1), text.size()));
    }
  }
}

TEST_CASE("a stand-in is never a character that the text has") {
  test::RandomText random(5);
  for (int i = 0; i < 2000; ++i) {
    const std::string text = parse::legible_text(random(true) + "**“茶”**桥\u0250\u2E00\uE001");
    const parse::MaskedMarkdown masked = parse::mask_emphasis(text);
    CHECK(masked.text.size() == text.size());
    CHECK(masked.restore(masked.text) == text);
  }
}
