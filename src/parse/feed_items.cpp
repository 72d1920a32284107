#include "parse/feed_items.h"

#include <algorithm>

#include "parse/feed.h"
#include "parse/xml_guard.h"

namespace huozi::parse {
namespace {

constexpr size_t kMostItems = 10'000;

std::string_view local_name(std::string_view name) {
  return name.substr(name.find(':') + 1);  // npos + 1 is 0
}

bool is_root(std::string_view name) {
  const std::string_view local = local_name(name);
  return local == "rss" || local == "RDF" || local == "feed";
}

bool is_item(std::string_view name) {
  return local_name(name) == "item" || local_name(name) == "entry";
}

// The first tag.
XmlMarkup root_of(std::string_view text) {
  XmlMarkup markup = next_markup(text, 0);
  while (markup.begin < text.size() && markup.kind == XmlMarkup::Kind::other) markup = next_markup(text, markup.end);
  return markup;
}

// Where every item stands, by its tags alone. Items do not nest: a start tag within one ends it.
std::vector<std::pair<size_t, size_t>> item_places(std::string_view text) {
  std::vector<std::pair<size_t, size_t>> out;
  bool open = false;
  for (XmlMarkup markup = next_markup(text, 0); markup.begin < text.size() && out.size() <= kMostItems;
       markup = next_markup(text, markup.end)) {
    if (!is_item(markup.name)) continue;
    if (markup.kind == XmlMarkup::Kind::open) {
      if (open) out.back().second = markup.begin;
      out.emplace_back(markup.begin, text.size());
      open = true;
    } else if (markup.kind == XmlMarkup::Kind::close && open) {
      out.back().second = markup.end;
      open = false;
    }
  }
  return out;
}

void find_items(const XmlNode& parent, std::vector<const XmlNode*>& out) {
  for (const XmlNode& node : parent.children) {
    if (node.is("item") || node.is("entry")) out.push_back(&node);
    if (node.is("channel")) find_items(node, out);
  }
}

source::Span line_span(const source::SourceFile& file, uint32_t line) {
  const std::string_view text = file.line(line);
  const size_t begin = text.empty() ? 0 : static_cast<size_t>(text.data() - file.text().data());
  return file.span(begin, begin + text.size());
}

}  // namespace

bool is_feed(std::string_view text) {
  return is_root(root_of(text).name);
}

FeedItems read_feed_items(const source::SourceFile& file, source::Diagnostics& diagnostics) {
  FeedItems out;
  const std::string_view text = file.text();
  const XmlMarkup root = root_of(text);
  if (!is_root(root.name)) {
    diagnostics.report("feed.not-feed", file.span(root.begin, root.end));
    return out;
  }
  const std::vector<std::pair<size_t, size_t>> places = item_places(text);
  if (places.size() > kMostItems) {
    const auto [begin, end] = places[kMostItems];
    diagnostics.report("feed.too-many", file.span(begin, end), {std::to_string(kMostItems)});
  }
  XmlTree whole = parse_xml(text);
  if (whole.good()) {
    out.trees.push_back(std::move(whole));
    const XmlNode& top = out.trees.back().root;
    out.feed = top.child("channel") ? top.child("channel") : &top;
    std::vector<const XmlNode*> nodes;
    find_items(top, nodes);
    const bool known_places = nodes.size() == places.size();
    for (size_t i = 0; i < std::min(nodes.size(), kMostItems); ++i) {
      const source::Span span =
          known_places ? file.span(places[i].first, places[i].second) : line_span(file, nodes[i]->line);
      out.items.push_back({nodes[i], span});
    }
    return out;
  }
  diagnostics.report("feed.syntax", line_span(file, whole.fault_line), {whole.fault});
  // Each piece within the feed's own first tag, which names the spaces. First what stands before the items.
  const std::string open(text.substr(root.begin, root.end - root.begin));
  const std::string close = "</" + std::string(root.name) + '>';
  if (open.size() > 4096 || root.kind != XmlMarkup::Kind::open) return out;
  out.trees.reserve(places.size() + 1);
  const size_t head_end = places.empty() ? text.size() : places.front().first;
  std::string head(text.substr(root.end, head_end - root.end));
  if (head.find("<channel") != std::string::npos && head.find("</channel") == std::string::npos) head += "</channel>";
  if (XmlTree tree = parse_xml(open + head + close); tree.good()) {
    out.trees.push_back(std::move(tree));
    const XmlNode& top = out.trees.back().root;
    out.feed = top.child("channel") ? top.child("channel") : &top;
  }
  for (size_t i = 0; i < std::min(places.size(), kMostItems); ++i) {
    const auto [begin, end] = places[i];
    XmlTree tree = parse_xml(open + std::string(text.substr(begin, end - begin)) + close);
    if (!tree.good()) {
      diagnostics.report("feed.item", file.span(begin, std::min(end, begin + 200)), {tree.fault});
      continue;
    }
    out.trees.push_back(std::move(tree));
    std::vector<const XmlNode*> nodes;
    find_items(out.trees.back().root, nodes);
    for (const XmlNode* node : nodes) out.items.push_back({node, file.span(begin, end)});
  }
  return out;
}

}  // namespace huozi::parse
