#include "document/links.h"

#include <algorithm>
#include <map>
#include <optional>
#include <set>

#include "document/front_matter_pages.h"
#include "document/page_references.h"
#include "document/plain_text.h"
#include "document/walk.h"

namespace huozi::document {
namespace {

std::optional<int> hex_value(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  if (c >= 'a' && c <= 'f') return c - 'a' + 10;
  if (c >= 'A' && c <= 'F') return c - 'A' + 10;
  return std::nullopt;
}

std::string percent_decode(std::string_view text) {
  std::string decoded;
  for (size_t i = 0; i < text.size(); ++i) {
    const bool escape = text[i] == '%' && i + 2 < text.size() && hex_value(text[i + 1]) && hex_value(text[i + 2]);
    if (escape) {
      decoded += static_cast<char>(*hex_value(text[i + 1]) * 16 + *hex_value(text[i + 2]));
      i += 2;
    } else {
      decoded += text[i];
    }
  }
  return decoded;
}

// Bytes. Each line that shows a part of the link leads there, so that a longer one would cost more than it is worth.
constexpr size_t kLongestTarget = 8192;

using Names = std::map<std::pair<source::FileId, std::string>, NodeId>;

class Resolver {
 public:
  Resolver(Book& book, const ArticlePaths& articles, source::Diagnostics& diagnostics)
      : book_(book), articles_(articles), diagnostics_(diagnostics) {}

  void run() {
    for (const Section& section : book_.sections) {
      index(section);
      index_notes(section);
    }
    for (Section& section : book_.sections) {
      const std::string& own = section.language;
      traditional_ = is_traditional_chinese(own.empty() ? book_.metadata.language : own);
      walk(
          section, Notes::enter, [&](Block& block) { note_heading(block); },
          [&](Inline& node) {
            if (auto* link = std::get_if<Link>(&node.content)) resolve(node.info, *link);
          });
    }
  }

 private:
  void index(const Section& section) {
    add(section.info, section.info.id);
    if (section.info.id.article != source::kNoFile) articles_begin_.emplace(section.info.id.article, section.info.id);
    const auto on_block = [&](const Block& block) {
      add(block.info, block.info.id);
      add_parts(block);
      const auto* heading = std::get_if<Heading>(&block.content);
      if (heading == nullptr) return;
      const NodeId id = block.info.id;
      headings_.emplace(std::pair(id.article, plain_text(heading->children)), id);
      if (id.ordinal == 0) articles_begin_.emplace(id.article, id);  // of an article that is a section of a chapter
    };
    walk(section, Notes::enter, on_block, [&](const Inline& node) { add(node.info, node.info.id); });
  }

  // A note is meant by what stands in it, and by what it is called in.
  void index_notes(const Section& section) {
    for_each_note(section, [&](const Inline& call, const Note& note) {
      walk(
          note.blocks, Notes::skip, [&](const Block& block) { notes_.emplace(block.info.id, call.info.id); },
          [&](const Inline& node) { notes_.emplace(node.info.id, call.info.id); });
    });
    for_each_inline(section, [&](const Inline& node) {
      const auto* styled = std::get_if<Styled>(&node.content);
      if (!styled || node.info.attributes.id.empty()) return;
      for (const Inline& child : styled->children) {
        if (std::holds_alternative<Note>(child.content)) notes_.emplace(node.info.id, child.info.id);
      }
    });
  }

  void add(const NodeInfo& info, NodeId place) {
    uint32_t& last = last_ordinals_[info.id.article];
    last = std::max(last, info.id.ordinal);
    if (!info.attributes.id.empty()) ids_.emplace(std::pair(info.id.article, info.attributes.id), place);
  }

  // Items, entries and cells begin where their first block does, or else their whole block.
  void add_parts(const Block& block) {
    const auto part = [&](const NodeInfo& info, const Blocks* blocks) {
      const bool empty = blocks == nullptr || blocks->empty();
      add(info, empty ? block.info.id : blocks->front().info.id);
    };
    if (const auto* list = std::get_if<List>(&block.content)) {
      for (const ListItem& item : list->items) part(item.info, &item.children);
    } else if (const auto* definitions = std::get_if<DefinitionList>(&block.content)) {
      for (const auto& entry : definitions->entries) {
        part(entry.info, entry.definitions.empty() ? nullptr : &entry.definitions.front());
      }
    } else if (const auto* table = std::get_if<Table>(&block.content)) {
      for (const auto& row : table->rows) {
        for (const TableCell& cell : row) part(cell.info, nullptr);
      }
    }
  }

  void note_heading(const Block& block) {
    const auto* heading = std::get_if<Heading>(&block.content);
    if (heading == nullptr) return;
    for (const Inline& child : heading->children) {
      for_each_inline(child, [&](const Inline& node) { in_headings_.insert(node.info.id); });
    }
  }

  void resolve(const NodeInfo& info, Link& link) {
    if (link.target.size() > kLongestTarget) {
      diagnostics_.report("link.too-long", info.span, {std::to_string(kLongestTarget)});
      link.target.clear();
      return;
    }
    const size_t hash = link.target.find('#');
    const std::string path = link.target.substr(0, hash);
    const std::string fragment = hash == std::string::npos ? std::string() : link.target.substr(hash + 1);
    const bool page = asks_for_page(info);
    if ((path.empty() && fragment.empty()) || is_address(link.target)) {
      if (page) diagnostics_.report("link.no-page", info.span, {link.target});
      return;
    }
    const auto file = path.empty() ? std::optional(info.id.article) : article(info.id.article, path);
    link.node = file ? place(*file, fragment) : std::nullopt;
    if (link.node && asks_for_note(info)) {
      const auto note = notes_.find(*link.node);
      link.node = note == notes_.end() ? std::nullopt : std::optional(note->second);
      if (!link.node) diagnostics_.report("link.no-note", info.span, {link.target});
    } else if (!link.node) {
      diagnostics_.report(page ? "link.no-page" : "link.unresolved", info.span, {link.target});
    } else if (!page && *file != info.id.article && in_headings_.count(info.id) == 0) {
      Inline reference;
      reference.info.id = {info.id.article, ++last_ordinals_[info.id.article]};
      reference.info.span = info.span;
      reference.content = PageReference{*link.node, "（第", traditional_ ? "頁）" : "页）"};
      link.children.push_back(std::move(reference));
    }
  }

  std::optional<source::FileId> article(source::FileId from, std::string_view path) const {
    const auto here = std::find_if(articles_.begin(), articles_.end(), [&](const auto& a) { return a.second == from; });
    const std::string wanted = resolve_path(here == articles_.end() ? std::string_view() : here->first, path);
    const auto there =
        std::find_if(articles_.begin(), articles_.end(), [&](const auto& a) { return a.first == wanted; });
    return there == articles_.end() ? std::nullopt : std::optional(there->second);
  }

  std::optional<NodeId> place(source::FileId file, const std::string& fragment) const {
    if (fragment.empty()) {
      const auto whole = articles_begin_.find(file);
      return whole == articles_begin_.end() ? std::nullopt : std::optional(whole->second);
    }
    for (const std::string& name : {fragment, percent_decode(fragment)}) {
      for (const Names* names : {&ids_, &headings_}) {
        const auto found = names->find(std::pair(file, name));
        if (found != names->end()) return found->second;
      }
    }
    return std::nullopt;
  }

  Book& book_;
  const ArticlePaths& articles_;
  source::Diagnostics& diagnostics_;
  std::map<source::FileId, NodeId> articles_begin_;
  Names ids_;
  std::map<NodeId, NodeId> notes_;                    // by what stands in them, or around their call
  Names headings_;                                    // by their words
  std::map<source::FileId, uint32_t> last_ordinals_;  // page references get the next ones
  std::set<NodeId> in_headings_;
  bool traditional_ = false;
};

}  // namespace

void resolve_links(Book& book, const ArticlePaths& articles, source::Diagnostics& diagnostics) {
  Resolver(book, articles, diagnostics).run();
}

// RFC 3986 3.1 and 4.2.
bool is_address(std::string_view target) {
  const size_t end = target.find_first_of(":/?#");
  return target.starts_with("//") || (end != std::string_view::npos && end > 0 && target[end] == ':');
}

std::string resolve_path(std::string_view base, std::string_view path) {
  if (path.empty() || path.front() == '/') return {};
  const size_t slash = base.rfind('/');
  std::string joined(slash == std::string_view::npos ? std::string_view{} : base.substr(0, slash + 1));
  joined += percent_decode(path);
  std::vector<std::string_view> parts;
  const std::string_view all = joined;
  for (size_t begin = 0; begin <= all.size();) {
    const size_t end = std::min(all.find('/', begin), all.size());
    const std::string_view part = all.substr(begin, end - begin);
    if (part == "..") {
      if (parts.empty()) return {};
      parts.pop_back();
    } else if (!part.empty() && part != ".") {
      parts.push_back(part);
    }
    begin = end + 1;
  }
  std::string resolved;
  for (const std::string_view part : parts) {
    if (!resolved.empty()) resolved += '/';
    resolved += part;
  }
  return resolved;
}

}  // namespace huozi::document
