// The items of a feed's XML, also where the XML as a whole is ill-formed.
// Not here: what stands in an item (feed). Inside parse/ only.
#pragma once

#include <string>
#include <vector>

#include "parse/xml_tree.h"
#include "source/diagnostic.h"
#include "source/source_file.h"

namespace huozi::parse {

struct FeedItem {
  const XmlNode* node = nullptr;
  source::Span span;  // from its start tag to its end
};

struct FeedItems {
  std::vector<XmlTree> trees;     // what the items lie in
  const XmlNode* feed = nullptr;  // channel, or Atom's feed: what is said of all items; null: not known
  std::vector<FeedItem> items;
};

// Reports feed.not-feed, feed.syntax, feed.too-many.
FeedItems read_feed_items(const source::SourceFile& file, source::Diagnostics& diagnostics);

}  // namespace huozi::parse
