#include "edit/noise_rules.h"

#include <algorithm>
#include <charconv>
#include <iterator>

#include "base/utf8.h"
#include "edit/line_shape.h"
#include "source/yaml.h"

namespace huozi::edit {
namespace {

using source::YamlNode;

class Reader {
 public:
  explicit Reader(source::Diagnostics& diagnostics) : diagnostics_(diagnostics) {}

  NoiseRules read(const YamlNode& root) {
    NoiseRules out;
    if (!expect(root, YamlNode::Kind::mapping, "a mapping with `noise` and `rights`")) return out;
    for (const auto& [key, value] : root.entries) {
      if (key.text == "noise" && expect(value, YamlNode::Kind::sequence, "a list of rules")) {
        for (const YamlNode& item : value.items) out.rules.push_back(rule(item));
      } else if (key.text == "rights" && expect(value, YamlNode::Kind::mapping, "a mapping")) {
        rights(value, out);
      } else if (key.text != "noise" && key.text != "rights") {
        refuse(key, "`noise` or `rights`");
      }
    }
    // A rule without a name has been reported.
    std::erase_if(out.rules, [](const NoiseRule& each) { return each.name.empty(); });
    return out;
  }

 private:
  void refuse(const YamlNode& node, std::string_view wanted) {
    diagnostics_.report("noise-rules.bad", node.span, {std::string(wanted)});
  }

  bool expect(const YamlNode& node, YamlNode::Kind kind, std::string_view wanted) {
    if (node.kind != kind) refuse(node, wanted);
    return node.kind == kind;
  }

  std::vector<std::string> texts(const YamlNode& node) {
    std::vector<std::string> out;
    if (!expect(node, YamlNode::Kind::sequence, "a list of texts")) return out;
    for (const YamlNode& item : node.items) {
      const std::string_view text = trimmed(item.text);
      if (item.kind != YamlNode::Kind::scalar || text.empty()) {
        refuse(item, "a text");
      } else {
        out.emplace_back(text);
      }
    }
    return out;
  }

  NoiseRule rule(const YamlNode& node) {
    NoiseRule out;
    if (!expect(node, YamlNode::Kind::mapping, "a rule: `rule`, and `whole`, `begins`, `holds` or `all`")) return out;
    for (const auto& [key, value] : node.entries) {
      if (key.text == "rule") {
        if (expect(value, YamlNode::Kind::scalar, "the rule's name")) out.name = value.text;
      } else if (key.text == "whole") {
        out.whole = texts(value);
      } else if (key.text == "begins") {
        out.begins = texts(value);
      } else if (key.text == "holds") {
        out.holds = texts(value);
      } else if (key.text == "all") {
        out.all = texts(value);
      } else if (key.text == "edges") {
        out.edges = value.text == "true";
        if (!out.edges && value.text != "false") refuse(value, "true or false");
      } else if (key.text == "longest") {
        const char* const end = value.text.data() + value.text.size();
        const auto [rest, error] = std::from_chars(value.text.data(), end, out.longest);
        if (error != std::errc() || rest != end) refuse(value, "a number of characters");
      } else {
        refuse(key, "`rule`, `whole`, `begins`, `holds`, `all`, `longest` or `edges`");
      }
    }
    if (out.name.empty()) refuse(node, "a rule with a name: `rule`");
    return out;
  }

  void rights(const YamlNode& node, NoiseRules& out) {
    for (const auto& [key, value] : node.entries) {
      if (key.text == "phrases") {
        out.rights_phrases = texts(value);
      } else if (key.text == "boilerplate") {
        out.rights_boilerplate = texts(value);
      } else {
        refuse(key, "`phrases` or `boilerplate`");
      }
    }
  }

  source::Diagnostics& diagnostics_;
};

bool holds_any(std::string_view words, const std::vector<std::string>& parts) {
  return std::any_of(parts.begin(), parts.end(), [&](const std::string& part) { return contains(words, part); });
}

// What stands in quotation marks is spoken of, not said.
std::string unquoted(std::string_view words) {
  std::string out;
  int depth = 0;
  for (const auto item : base::CodePoints(words)) {
    if (is_one_of(item.code_point, U"“「『")) ++depth;
    if (depth == 0) out += words.substr(item.offset, item.length);
    if (is_one_of(item.code_point, U"”」』")) depth = std::max(depth - 1, 0);
  }
  return depth == 0 ? out : std::string(words);
}

}  // namespace

void NoiseRules::append(NoiseRules other) {
  const auto join = [](auto& to, auto& from) {
    to.insert(to.end(), std::make_move_iterator(from.begin()), std::make_move_iterator(from.end()));
  };
  join(rules, other.rules);
  join(rights_phrases, other.rights_phrases);
  join(rights_boilerplate, other.rights_boilerplate);
}

NoiseRules read_noise_rules(const source::SourceFile& file, source::Diagnostics& diagnostics) {
  const auto size = static_cast<uint32_t>(file.text().size());
  const auto root = source::read_yaml(file, {file.id(), 0, size}, diagnostics);
  if (!root || root->is_null()) return {};
  return Reader(diagnostics).read(*root);
}

bool matches(const NoiseRule& rule, std::string_view words, bool at_edge) {
  if (rule.edges && !at_edge) return false;
  if (std::find(rule.whole.begin(), rule.whole.end(), words) != rule.whole.end()) return true;
  const size_t length = character_count(words);
  if (length > rule.longest) return false;
  const bool begins = std::any_of(rule.begins.begin(), rule.begins.end(),
                                  [&](const std::string& each) { return words.starts_with(each); });
  const bool has_all = !rule.all.empty() && std::all_of(rule.all.begin(), rule.all.end(),
                                                        [&](const std::string& each) { return contains(words, each); });
  // A sentence that happens to begin with the words, or to hold them, is text.
  if ((begins || has_all) && !ends_sentence(words)) return true;
  return std::any_of(rule.holds.begin(), rule.holds.end(), [&](const std::string& each) {
    return contains(words, each) && character_count(each) * 2 >= length;
  });
}

Rights rights_in(const NoiseRules& rules, std::string_view words) {
  if (!holds_any(words, rules.rights_phrases) || !holds_any(unquoted(words), rules.rights_phrases)) {
    return Rights::unsaid;
  }
  constexpr std::u32string_view kEnds = U"，。；！？,;!?、";
  size_t begin = 0;
  const auto is_reservation = [&](std::string_view clause) {
    return trimmed(clause).empty() || holds_any(clause, rules.rights_phrases) ||
           holds_any(clause, rules.rights_boilerplate);
  };
  for (const auto item : base::CodePoints(words)) {
    if (!is_one_of(item.code_point, kEnds)) continue;
    if (!is_reservation(words.substr(begin, item.offset - begin))) return Rights::in_text;
    begin = item.offset + item.length;
  }
  return is_reservation(words.substr(begin)) ? Rights::boilerplate : Rights::in_text;
}

}  // namespace huozi::edit
