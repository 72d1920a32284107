#include "print/paper.h"

#include <algorithm>
#include <array>
#include <utility>

#include "base/han.h"
#include "base/utf8.h"
#include "source/yaml.h"

namespace huozi::print {
namespace {

using source::YamlNode;

constexpr size_t kMostNames = 3, kLongestName = 60;  // bytes; a longer one is like none

// How often two characters stand side by side in both names.
size_t likeness(std::string_view a, std::string_view b) {
  size_t common = 0;
  for (size_t i = 0; i + 1 < a.size(); ++i) common += b.find(a.substr(i, 2)) != std::string_view::npos ? 1 : 0;
  return common;
}

void replace_all(std::string& text, std::string_view from, std::string_view to) {
  for (size_t at = 0; (at = text.find(from, at)) != std::string::npos; at += to.size()) {
    text.replace(at, from.size(), to);
  }
}

// What all spellings of a paper's name have in common.
std::string key_of(std::string_view name) {
  std::string key;
  for (const auto& each : base::CodePoints(name)) {
    const char32_t c = each.code_point;
    if (c == U' ') continue;
    const std::string_view simplified = base::to_simplified(c);
    if (c >= U'A' && c <= U'Z') {
      key += static_cast<char>(c - U'A' + U'a');
    } else {
      key += simplified.empty() ? name.substr(each.offset, each.length) : simplified;
    }
  }
  constexpr std::array<std::pair<std::string_view, std::string_view>, 5> kSame = {
      {{"\u3000", ""}, {"克", "g"}, {"g/m²", "g"}, {"g/㎡", "g"}, {"gsm", "g"}}};
  for (const auto& [from, to] : kSame) replace_all(key, from, to);
  constexpr std::string_view kPaper = "纸";
  if (key.ends_with(kPaper)) key.resize(key.size() - kPaper.size());
  return key;
}

class Reader {
 public:
  explicit Reader(source::Diagnostics& diagnostics) : diagnostics_(diagnostics) {}

  Papers read(const YamlNode& root) {
    Papers out;
    const YamlNode* list = root.kind == YamlNode::Kind::mapping ? root.get("papers") : nullptr;
    if (!list || list->kind != YamlNode::Kind::sequence) {
      refuse(list ? *list : root, "a list `papers`");
      return out;
    }
    for (const YamlNode& item : list->items) {
      Paper each = paper(item);
      if (!each.name.empty() && each.caliper > 0) out.push_back(std::move(each));
    }
    return out;
  }

 private:
  void refuse(const YamlNode& node, std::string_view wanted) {
    diagnostics_.report("papers.bad", node.span, {std::string(wanted)});
  }

  std::string text(const YamlNode& node) {
    if (node.kind == YamlNode::Kind::scalar && !node.text.empty() && node.text.size() <= kLongestName) return node.text;
    refuse(node, "a name of at most 20 characters");
    return {};
  }

  Paper paper(const YamlNode& node) {
    Paper out;
    if (node.kind != YamlNode::Kind::mapping || !node.get("name") || !node.get("caliper")) {
      refuse(node, "a paper: `name` and `caliper`");
      return out;
    }
    for (const auto& [key, value] : node.entries) {
      if (key.text == "name") {
        out.name = text(value);
      } else if (key.text == "caliper") {
        const auto caliper = value.kind == YamlNode::Kind::scalar ? read_millimetres(value.text) : std::nullopt;
        if (caliper && *caliper >= kLeastCaliper && *caliper <= kMostCaliper) {
          out.caliper = *caliper;
        } else {
          refuse(value, "a thickness of 0.02 to 2 mm");
        }
      } else if (key.text == "also" && value.kind == YamlNode::Kind::sequence) {
        for (const YamlNode& item : value.items) out.also.push_back(text(item));
      } else {
        refuse(key, "`name`, `caliper`, or `also` and a list");
      }
    }
    return out;
  }

  source::Diagnostics& diagnostics_;
};

}  // namespace

Papers read_papers(const source::SourceFile& file, source::Diagnostics& diagnostics) {
  const auto size = static_cast<uint32_t>(file.text().size());
  const auto root = source::read_yaml(file, {file.id(), 0, size}, diagnostics);
  return root ? Reader(diagnostics).read(*root) : Papers();
}

const Paper* find_paper(const Papers& papers, std::string_view name) {
  const std::string wanted = key_of(name);
  const auto is_wanted = [&](std::string_view other) { return !other.empty() && key_of(other) == wanted; };
  const auto found = std::find_if(papers.begin(), papers.end(), [&](const Paper& paper) {
    return is_wanted(paper.name) || std::any_of(paper.also.begin(), paper.also.end(), is_wanted);
  });
  return found == papers.end() ? nullptr : &*found;
}

std::string nearest_papers(const Papers& papers, std::string_view name) {
  const std::string wanted = key_of(name.substr(0, kLongestName));
  std::vector<std::pair<size_t, const Paper*>> ranked;
  for (const Paper& paper : papers) ranked.emplace_back(likeness(key_of(paper.name), wanted), &paper);
  std::stable_sort(ranked.begin(), ranked.end(), [](const auto& a, const auto& b) { return a.first > b.first; });
  std::string out;
  for (size_t i = 0; i < std::min(kMostNames, ranked.size()); ++i) {
    out.append(out.empty() ? "" : ", ").append(ranked[i].second->name);
  }
  return out;
}

}  // namespace huozi::print
