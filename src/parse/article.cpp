#include "parse/article.h"

#include <algorithm>
#include <utility>

#include "base/ascii.h"
#include "base/utf8.h"
#include "parse/article_title.h"
#include "parse/front_matter.h"
#include "parse/html.h"
#include "parse/html_elements.h"
#include "parse/markdown.h"
#include "parse/number_nodes.h"

namespace huozi::parse {

using namespace document;

namespace {

using base::lower;

bool is_html_path(std::string_view path) {
  const std::string name = lower(path);
  return name.ends_with(".html") || name.ends_with(".htm") || name.ends_with(".xhtml");
}

// A scraper's body is HTML from its first tag on. Writers also begin with a tag that only opens a division, with
// attributes and a blank line right behind it: then Markdown follows.
bool is_html_body(std::string_view body) {
  const size_t begin = body.find_first_not_of(" \t\r\n");
  if (begin == std::string_view::npos || body[begin] != '<') return false;
  body.remove_prefix(begin);
  const std::string head = lower(body.substr(0, 16));
  if (head.starts_with("<!doctype")) return true;
  const size_t name_end = std::min(head.find_first_of(" \t\r\n/>", 1), head.size());
  const std::string name = head.substr(1, name_end - 1);
  const HtmlRole role = html_element(name).role;
  if (name == "head" || name == "style" || name == "script") return true;
  if (!is_block(role) && role != HtmlRole::image) return false;
  const size_t tag_end = body.find('>');
  if (tag_end == std::string_view::npos) return false;
  if (tag_end == name_end) return true;
  const size_t text = body.find_first_not_of(" \t\r", tag_end + 1);
  const size_t next =
      text == std::string_view::npos || body[text] != '\n' ? text : body.find_first_not_of(" \t\r", text + 1);
  const bool blank_line =
      text != std::string_view::npos && body[text] == '\n' && (next == std::string_view::npos || body[next] == '\n');
  return !blank_line;
}

// What front matter does not say is as the page's head says.
void fill_gaps(ArticleMetadata& front, ArticleMetadata head) {
  const auto fill = [](std::string& to, std::string& from) {
    if (to.empty()) to = std::move(from);
  };
  fill(front.language, head.language);
  fill(front.author, head.author);
  fill(front.source, head.source);
  fill(front.url, head.url);
  if (front.date.empty() && front.date_raw.empty()) {
    front.date = std::move(head.date);
    front.date_raw = std::move(head.date_raw);
  }
  if (front.tags.empty()) front.tags = std::move(head.tags);
}

}  // namespace

Document read_article(const source::SourceFile& file, source::Diagnostics& diagnostics, Audit& audit) {
  const std::string_view text = file.text();
  const size_t bad = base::find_invalid_utf8(text);
  if (bad != std::string_view::npos) diagnostics.report("file.not-utf8", file.span(bad, bad + 1));
  FrontMatter front = read_front_matter(file, diagnostics);
  const bool html =
      is_html_path(file.path()) || is_html_body(text.substr(std::min<size_t>(front.body_begin, text.size())));
  Document document = html ? read_html(file, front.body_begin, diagnostics, audit)
                           : read_markdown(file, front.body_begin, diagnostics, audit);
  ArticleMetadata head = std::move(document.metadata);
  document.metadata = std::move(front.metadata);
  const std::string head_title = std::exchange(head.title, {});
  fill_gaps(document.metadata, std::move(head));
  take_title(document, audit);
  if (document.metadata.title.empty()) document.metadata.title = head_title;
  number_nodes(document);
  return document;
}

}  // namespace huozi::parse
