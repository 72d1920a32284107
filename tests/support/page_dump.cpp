#include "support/page_dump.h"

#include "support/galley_dump.h"

namespace huozi::test {
namespace {

using namespace layout;

std::string line_of(const GlyphRun& run) {
  return "run " + describe(run);
}
std::string line_of(const RuleItem& rule) {
  return "rule " + describe(rule.rect);
}
std::string line_of(const PathItem& path) {
  return "path " + describe(path);
}
std::string line_of(const ImageItem& image) {
  return "image " + describe(image.rect) + " " + image.file + (image.turned ? " turned" : "");
}
std::string line_of(const LinkItem& link) {
  constexpr const char* kKinds[] = {"uri", "internal", "call", "back"};
  const std::string target = link.uri.empty() ? "#" + std::to_string(link.target.ordinal) : link.uri;
  return "link " + describe(link.rect) + " " + kKinds[static_cast<size_t>(link.kind)] + " " + target;
}

}  // namespace

std::string dump(const Page& page) {
  std::string out = "page " + page.label + (page.recto ? " recto " : " verso ");
  out += points(page.width) + "x" + points(page.height) + "\n";
  for (const Item& item : page.items) {
    out += item.region == Region::note ? "  note " : item.region == Region::margin ? "  margin " : "  ";
    out += std::visit([](const auto& content) { return line_of(content); }, item.content) + "\n";
  }
  return out;
}

std::string dump(const std::vector<Page>& pages) {
  std::string out;
  for (const Page& page : pages) out += dump(page);
  return out;
}

}  // namespace huozi::test
