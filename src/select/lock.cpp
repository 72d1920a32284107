#include "select/lock.h"

#include <algorithm>
#include <string_view>

#include "source/yaml.h"

namespace huozi::select {
namespace {

using source::YamlNode;

constexpr std::string_view kHead =
    "# The articles that the queries of book.yaml chose. `huozi build --update-lock` chooses anew.\n";

// As a double-quoted scalar (YAML 1.2 §7.3.1). File names may hold anything.
std::string quoted(std::string_view text) {
  constexpr char kDigits[] = "0123456789ABCDEF";
  std::string out = "\"";
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    if (c == '"' || c == '\\') {
      out += '\\';
      out += c;
    } else if (byte < 0x20 || byte == 0x7F) {
      out += "\\x";
      out += kDigits[byte >> 4];
      out += kDigits[byte & 15];
    } else {
      out += c;
    }
  }
  return out + '"';
}

// A long line of brackets takes libfyaml two hundred times its length in memory; locks have an article a line.
constexpr size_t kLongestLine = 64u << 10;

size_t longest_line(std::string_view text) {
  size_t longest = 0;
  for (size_t begin = 0; begin < text.size();) {
    const size_t end = std::min(text.find('\n', begin), text.size());
    longest = std::max(longest, end - begin);
    begin = end + 1;
  }
  return longest;
}

class Reader {
 public:
  explicit Reader(source::Diagnostics& diagnostics) : diagnostics_(diagnostics) {}

  std::optional<Lock> read(const YamlNode& root) {
    const YamlNode* list = root.kind == YamlNode::Kind::mapping ? root.get("selections") : nullptr;
    if (!list || list->kind != YamlNode::Kind::sequence) return refuse(root);
    Lock lock;
    for (const YamlNode& item : list->items) {
      const YamlNode* query = text(item, "query");
      const YamlNode* articles = item.kind == YamlNode::Kind::mapping ? item.get("articles") : nullptr;
      if (!query || !articles || articles->kind != YamlNode::Kind::sequence) return refuse(item);
      LockedSelection& selection = lock.selections.emplace_back();
      selection.query = query->text;
      for (const YamlNode& each : articles->items) {
        const YamlNode* path = text(each, "path");
        const YamlNode* hash = text(each, "hash");
        if (!path || !hash) return refuse(each);
        selection.articles.push_back({path->text, hash->text, path->span});
      }
    }
    return lock;
  }

 private:
  static const YamlNode* text(const YamlNode& node, std::string_view key) {
    const YamlNode* value = node.kind == YamlNode::Kind::mapping ? node.get(key) : nullptr;
    return value && value->kind == YamlNode::Kind::scalar ? value : nullptr;
  }

  std::nullopt_t refuse(const YamlNode& node) {
    diagnostics_.report("lock.bad", node.span);
    return std::nullopt;
  }

  source::Diagnostics& diagnostics_;
};

}  // namespace

std::optional<Lock> read_lock(const source::SourceFile& file, source::Diagnostics& diagnostics) {
  const auto size = static_cast<uint32_t>(file.text().size());
  const bool plain = longest_line(file.text()) <= kLongestLine;
  const auto root = source::read_yaml(file, {file.id(), 0, size}, diagnostics, plain ? kMostLock : source::kMostYaml);
  return root ? Reader(diagnostics).read(*root) : std::nullopt;
}

std::string write_lock(const Lock& lock) {
  std::string out(kHead);
  out += lock.selections.empty() ? "selections: []\n" : "selections:\n";
  for (const LockedSelection& selection : lock.selections) {
    out += "  - query: " + quoted(selection.query) + '\n';
    out += selection.articles.empty() ? "    articles: []\n" : "    articles:\n";
    for (const LockedArticle& each : selection.articles) {
      out += "      - {path: " + quoted(each.path) + ", hash: " + quoted(each.hash) + "}\n";
    }
  }
  return out;
}

}  // namespace huozi::select
