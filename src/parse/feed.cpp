#include "parse/feed.h"

#include <algorithm>

#include "document/plain_text.h"
#include "document/walk.h"
#include "parse/article_title.h"
#include "parse/date.h"
#include "parse/entities.h"
#include "parse/feed_items.h"
#include "parse/html.h"
#include "parse/html_elements.h"
#include "parse/legible.h"
#include "parse/number_nodes.h"

namespace huozi::parse {

using namespace document;

namespace {

void append_escaped(std::string& out, std::string_view text) {
  for (const char c : text) {
    if (c == '&') {
      out += "&amp;";
    } else if (c == '<') {
      out += "&lt;";
    } else if (c == '>') {
      out += "&gt;";
    } else if (c == '"') {
      out += "&quot;";
    } else {
      out += c;
    }
  }
}

// XHTML within Atom, written as HTML again.
void append_html(std::string& out, const XmlNode& parent) {
  for (const XmlNode& node : parent.children) {
    if (node.name.empty()) {
      append_escaped(out, node.text);
      continue;
    }
    out += '<';
    out += node.name;
    for (const auto& [key, value] : node.attributes) {
      if (key == "xmlns") continue;
      out += ' ';
      out += key;
      out += "=\"";
      append_escaped(out, value);
      out += '"';
    }
    out += '>';
    if (is_void_element(node.name)) continue;
    append_html(out, node);
    out += "</";
    out += node.name;
    out += '>';
  }
}

// Plain text as HTML: its lines stay lines.
std::string html_of_lines(std::string_view text) {
  std::string out;
  for (size_t at = 0; at < text.size();) {
    const size_t end = std::min(text.find('\n', at), text.size());
    out += "<p>";
    append_escaped(out, text.substr(at, end - at));
    out += "</p>\n";
    at = end + 1;
  }
  return out;
}

// RFC 4287 §3.1.1, §4.1.3.3: of any Atom text. RSS has HTML, escaped.
std::string html_of(const XmlNode& node) {
  if (node.space != "atom") return node.all_text();
  const std::string_view type = node.value("type");
  if (type == "xhtml" || type == "application/xhtml+xml") {
    std::string out;
    const XmlNode* wrapper = node.child("div");
    append_html(out, wrapper ? *wrapper : node);
    return out;
  }
  if (type == "html" || type == "text/html") return node.all_text();
  return html_of_lines(node.all_text());
}

std::string one_line(std::string_view text) {
  return on_one_line(visible_text(text));
}

// The words of a title or name; character references that were escaped twice are decoded.
std::string plain(const XmlNode* node) {
  if (!node) return {};
  if (node->space == "atom" && !node->value("type").empty() && node->value("type") != "text") {
    source::Diagnostics unheard;
    Audit unseen;
    const source::SourceFile text(source::kNoFile, {}, html_of(*node));
    const Document document = read_html(text, 0, unheard, unseen);
    std::string out;
    for_each_text(document.blocks, [&](const Inlines& inlines) { out += plain_text(inlines) + ' '; });
    return one_line(out);
  }
  return one_line(decode_entities(node->all_text()));
}

// Of the item's own vocabulary: not <itunes:title> or <media:content>.
const XmlNode* own(const XmlNode& parent, std::string_view name) {
  for (const XmlNode& node : parent.children) {
    if (node.is(name) && (node.space.empty() || node.space == "rss" || node.space == "atom")) return &node;
  }
  return nullptr;
}

const XmlNode* in_space(const XmlNode& parent, std::string_view space, std::string_view name) {
  for (const XmlNode& node : parent.children) {
    if (node.is(name) && node.space == space) return &node;
  }
  return nullptr;
}

bool is_blank(const XmlNode* node) {
  return !node || (node->children.size() < 2 && one_line(node->all_text()).empty());
}

// RSS 2.0's author is an e-mail address with the name behind it: a@b.org (Name).
std::string without_address(const std::string& author) {
  const size_t open = author.find('(');
  if (author.find('@') == std::string::npos || open == std::string::npos || !author.ends_with(')')) return author;
  return author.substr(open + 1, author.size() - open - 2);
}

std::string author_of(const XmlNode& node) {
  std::string out;
  const auto add = [&](const std::string& name) {
    if (!name.empty()) out += (out.empty() ? "" : "、") + name;
  };
  for (const XmlNode& child : node.children) {
    if (child.is("creator") && child.space == "dc") add(plain(&child));
  }
  if (!out.empty()) return out;
  for (const XmlNode& child : node.children) {
    if (!child.is("author") || child.space == "other") continue;
    const XmlNode* name = child.child("name");
    add(name ? plain(name) : without_address(plain(&child)));
  }
  return out;
}

std::string link_of(const XmlNode& node) {
  std::string first;
  for (const XmlNode& child : node.children) {
    if (!child.is("link") || child.space == "other") continue;
    const std::string* href = child.attribute("href");
    const std::string_view relation = child.value("rel");
    if (!href && !child.all_text().empty()) return one_line(child.all_text());
    if (href && child.space == "atom" && (relation.empty() || relation == "alternate")) return one_line(*href);
  }
  const XmlNode* guid = own(node, "guid");
  const std::string id = guid && guid->value("isPermaLink") != "false" ? one_line(guid->all_text()) : std::string();
  return id.starts_with("http://") || id.starts_with("https://") ? id : std::string();
}

std::string raw_date_of(const XmlNode& node) {
  for (const auto& [space, name] : {std::pair("", "pubDate"), std::pair("dc", "date"), std::pair("atom", "published"),
                                    std::pair("atom", "updated"), std::pair("dcterms", "created")}) {
    const XmlNode* date = in_space(node, space, name);
    if (!is_blank(date)) return one_line(date->all_text());
  }
  return {};
}

std::vector<std::string> categories_of(const XmlNode& node) {
  std::vector<std::string> out;
  for (const XmlNode& child : node.children) {
    const bool subject = child.is("subject") && child.space == "dc";
    if (!subject && (!child.is("category") || child.space == "other")) continue;
    std::string word(child.space == "atom" ? child.value(child.attribute("label") ? "label" : "term") : "");
    if (child.space != "atom") word = child.all_text();
    word = one_line(decode_entities(word));
    if (!word.empty() && std::find(out.begin(), out.end(), word) == out.end()) out.push_back(word);
  }
  return out;
}

const XmlNode* content_of(const XmlNode& node) {
  for (const XmlNode* content : {in_space(node, "content", "encoded"), own(node, "content"), own(node, "description"),
                                 own(node, "summary"), in_space(node, "dc", "description")}) {
    if (!is_blank(content)) return content;
  }
  return nullptr;
}

}  // namespace

std::vector<Document> read_feed(const source::SourceFile& file, source::SourceSet& sources,
                                source::Diagnostics& diagnostics, Audit& audit) {
  const FeedItems feed = read_feed_items(file, diagnostics);
  const std::string source = feed.feed ? plain(own(*feed.feed, "title")) : std::string();
  const std::string feed_author = feed.feed && feed.feed->space == "atom" ? author_of(*feed.feed) : std::string();
  std::vector<Document> out;
  for (const FeedItem& item : feed.items) {
    const XmlNode& node = *item.node;
    const XmlNode* content = content_of(node);
    const source::SourceFile& text =
        sources.add(file.path() + '#' + std::to_string(out.size() + 1), content ? html_of(*content) : std::string());
    Document document = read_html(text, 0, diagnostics, audit);
    if (!content) diagnostics.report("feed.no-content", item.span);
    ArticleMetadata& metadata = document.metadata;
    metadata.title = plain(own(node, "title"));
    metadata.author = author_of(node);
    if (metadata.author.empty()) metadata.author = feed_author;
    metadata.date_raw = raw_date_of(node);
    metadata.date = parse_date(metadata.date_raw).value_or("");
    if (metadata.date.empty() && !metadata.date_raw.empty()) {
      diagnostics.report("feed.date", item.span, {metadata.date_raw});
    }
    metadata.source = source;
    metadata.url = link_of(node);
    metadata.categories = categories_of(node);
    take_title(document, audit);
    number_nodes(document);
    out.push_back(std::move(document));
  }
  return out;
}

}  // namespace huozi::parse
