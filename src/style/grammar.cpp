#include "style/grammar.h"

#include <algorithm>
#include <array>
#include <stdexcept>

#include <fmt/format.h>

#include "style/named_size.h"

namespace huozi::style {
namespace {

using Node = Grammar::Node;
using Kind = Node::Kind;
using Ends = std::vector<size_t>;

constexpr int kUnbounded = 1000;

// ---------------------------------------------------------------- reading a grammar

class GrammarReader {
 public:
  explicit GrammarReader(std::string_view text) : text_(text) {}

  Node read() {
    Node node = alternatives(0);
    if (!rest().empty()) fail();
    return node;
  }

 private:
  // Loosest first: | then || then && then juxtaposition.
  static constexpr std::array<std::string_view, 3> kMarks = {"|", "||", "&&"};
  static constexpr std::array<Kind, 3> kKinds = {Kind::one_of, Kind::any_of, Kind::all_of};

  [[noreturn]] void fail() const { throw std::logic_error(fmt::format("value grammar '{}' at {}", text_, at_)); }

  std::string_view rest() {
    while (at_ < text_.size() && text_[at_] == ' ') ++at_;
    return text_.substr(at_);
  }

  bool take(std::string_view mark) {
    const std::string_view left = rest();
    if (!left.starts_with(mark)) return false;
    if (mark == "|" && left.starts_with("||")) return false;
    at_ += mark.size();
    return true;
  }

  Node alternatives(size_t level) {
    if (level == kMarks.size()) return sequence();
    Node node;
    node.kind = kKinds[level];
    do {
      node.children.push_back(alternatives(level + 1));
    } while (take(kMarks[level]));
    return node.children.size() == 1 ? Node(std::move(node.children.front())) : node;
  }

  Node sequence() {
    Node node;
    while (!rest().empty() && !rest().starts_with('|') && !rest().starts_with("&&") && !rest().starts_with(']')) {
      node.children.push_back(term());
    }
    if (node.children.empty()) fail();
    return node.children.size() == 1 ? Node(std::move(node.children.front())) : node;
  }

  Node term() {
    Node node;
    if (take("[")) {
      node = alternatives(0);
      if (!take("]")) fail();
    } else if (take("<")) {
      const size_t close = text_.find('>', at_);
      if (close == std::string_view::npos) fail();
      read_type(node, text_.substr(at_, close - at_));
      at_ = close + 1;
    } else {
      const size_t end = std::min(text_.find_first_of(" |?*+#{]", at_), text_.size());
      if (end == at_) fail();
      node.kind = Kind::keyword;
      node.text = text_.substr(at_, end - at_);
      at_ = end;
    }
    return multiplied(std::move(node));
  }

  static void read_type(Node& node, std::string_view type) {
    node.kind = Kind::type;
    const size_t bracket = type.find(" [");
    node.text = type.substr(0, bracket);
    if (bracket == std::string_view::npos) return;
    const std::string range(type.substr(bracket + 2));
    const size_t comma = range.find(',');
    node.least = std::stoll(range) * kMillion;
    if (range.compare(comma + 1, 3, "∞") != 0) node.most = std::stoll(range.substr(comma + 1)) * kMillion;
  }

  Node multiplied(Node node) {
    const char mark = at_ < text_.size() ? text_[at_] : ' ';
    if (mark != '?' && mark != '*' && mark != '+' && mark != '#' && mark != '{') return node;
    if (node.minimum != 1 || node.maximum != 1) {  // a group's own multiplier stands
      Node group;
      group.children.push_back(std::move(node));
      node = std::move(group);
    }
    ++at_;
    node.minimum = mark == '?' || mark == '*' ? 0 : 1;
    node.maximum = mark == '?' ? 1 : kUnbounded;
    node.commas = mark == '#';
    if (mark == '{') {
      const size_t close = text_.find('}', at_);
      const std::string range(text_.substr(at_, close - at_));
      const size_t comma = range.find(',');
      node.minimum = std::stoi(range);
      node.maximum = comma == std::string::npos ? node.minimum : std::stoi(range.substr(comma + 1));
      at_ = close + 1;
    }
    return node;
  }

  std::string_view text_;
  size_t at_ = 0;
};

void collect_keywords(const Node& node, std::vector<std::string>& keywords) {
  if (node.kind == Kind::keyword) keywords.push_back(node.text);
  for (const Node& child : node.children) collect_keywords(child, keywords);
}

// ---------------------------------------------------------------- matching a value

bool only_keywords(const std::vector<Component>& arguments) {
  return std::all_of(arguments.begin(), arguments.end(), [](const Component& argument) {
    return argument.kind == Component::Kind::keyword || argument.kind == Component::Kind::comma;
  });
}

// css-gcpm-3 1.2.2
bool is_string_place(std::string_view word) {
  return word == "first" || word == "start" || word == "last" || word == "first-except";
}

// counter(name), counter(name, style), string(name), string(name, place), attr(name), content(), content(text),
// content(before).
bool is_content_function(const Component& component, std::string_view name) {
  if (component.kind != Component::Kind::function || component.text != name) return false;
  const auto& arguments = component.arguments;
  if (!only_keywords(arguments)) return false;
  if (name == "content") {
    return arguments.empty() ||
           (arguments.size() == 1 && (arguments[0].text == "text" || arguments[0].text == "before"));
  }
  const bool single = arguments.size() == 1 && arguments[0].kind == Component::Kind::keyword;
  const bool two = arguments.size() == 3 && arguments[0].kind == Component::Kind::keyword &&
                   arguments[1].kind == Component::Kind::comma && arguments[2].kind == Component::Kind::keyword;
  return single || (two && (name == "counter" || (name == "string" && is_string_place(arguments[2].text))));
}

bool is_quantity(const Component& component, const Node& node, std::string_view type) {
  if (component.kind != Component::Kind::quantity) return false;
  const Quantity& quantity = component.quantity;
  if (quantity.millionths < node.least || quantity.millionths > node.most) return false;
  if (type == "integer") return quantity.unit == Unit::none && quantity.integer;
  if (type == "number") return quantity.unit == Unit::none;
  if (type == "percentage") return quantity.unit == Unit::percent;
  if (type == "length") return is_length_unit(quantity.unit) || (quantity.unit == Unit::none && !quantity.millionths);
  return false;
}

bool is_type(const Component& component, const Node& node, const Grammar::Where& where) {
  const std::string_view type = node.text;
  using enum Component::Kind;
  if (type == "string") return component.kind == string;
  if (type == "custom-ident") return component.kind == keyword;
  if (type == "color") return color_of(component).has_value();
  if (type == "chinese-size") return component.kind == keyword && chinese_size(component.text).has_value();
  if (type == "page-size") return paper_size(component) != nullptr;
  if (type == "epub-percentage") return where.epub && is_quantity(component, node, "percentage");
  if (type == "epub-auto") return where.epub && component.kind == keyword && lower(component.text) == "auto";
  if (type == "page-auto") return where.page && component.kind == keyword && lower(component.text) == "auto";
  if (type.ends_with("()")) return is_content_function(component, type.substr(0, type.size() - 2));
  return is_quantity(component, node, type);
}

// Every matcher gives all positions where a match that begins at `at` may end, without repetitions of a position.
class Matcher {
 public:
  Matcher(const std::vector<Component>& value, const Grammar::Where& where) : value_(value), where_(where) {}

  Ends match(const Node& node, size_t at) const {
    if (node.minimum == 1 && node.maximum == 1) return once(node, at);
    Ends result;
    if (node.minimum == 0) add(result, at);
    Ends frontier{at};
    std::vector<bool> seen(value_.size() + 1);
    for (int n = 1; n <= node.maximum && !frontier.empty(); ++n) {
      Ends next;
      for (const size_t from : frontier) {
        size_t start = from;
        if (node.commas && n > 1) {
          if (start >= value_.size() || value_[start].kind != Component::Kind::comma) continue;
          ++start;
        }
        for (const size_t end : once(node, start)) {
          if (end == from || (node.maximum == kUnbounded && seen[end])) continue;
          seen[end] = true;
          add(next, end);
          if (n >= node.minimum) add(result, end);
        }
      }
      frontier = std::move(next);
    }
    return result;
  }

 private:
  static void add(Ends& ends, size_t end) {
    if (std::find(ends.begin(), ends.end(), end) == ends.end()) ends.push_back(end);
  }

  Ends once(const Node& node, size_t at) const {
    switch (node.kind) {
      case Kind::keyword:
        return at < value_.size() && value_[at].kind == Component::Kind::keyword && lower(value_[at].text) == node.text
                   ? Ends{at + 1}
                   : Ends{};
      case Kind::type:
        return at < value_.size() && is_type(value_[at], node, where_) ? Ends{at + 1} : Ends{};
      case Kind::sequence: {
        Ends ends{at};
        for (const Node& child : node.children) {
          Ends next;
          for (const size_t from : ends) {
            for (const size_t end : match(child, from)) add(next, end);
          }
          ends = std::move(next);
        }
        return ends;
      }
      case Kind::one_of: {
        Ends ends;
        for (const Node& child : node.children) {
          for (const size_t end : match(child, at)) add(ends, end);
        }
        return ends;
      }
      case Kind::all_of:
      case Kind::any_of: {
        Ends ends;
        unordered(node, at, 0, ends);
        return ends;
      }
    }
    return {};
  }

  // `used`: a bit for each child already matched. Grammars have at most three here.
  void unordered(const Node& node, size_t at, unsigned used, Ends& ends) const {
    const unsigned everything = (1u << node.children.size()) - 1;
    if (used == everything || (node.kind == Kind::any_of && used != 0)) add(ends, at);
    for (size_t i = 0; i < node.children.size(); ++i) {
      if (used & 1u << i) continue;
      for (const size_t end : match(node.children[i], at)) unordered(node, end, used | 1u << i, ends);
    }
  }

  const std::vector<Component>& value_;
  Grammar::Where where_;
};

}  // namespace

Grammar::Grammar(std::string_view text) : root_(GrammarReader(text).read()) {
  collect_keywords(root_, keywords_);
}

bool Grammar::accept(std::vector<Component>& value, const Where& where) const {
  const Ends ends = Matcher(value, where).match(root_, 0);
  if (std::find(ends.begin(), ends.end(), value.size()) == ends.end()) return false;
  for (Component& component : value) {
    if (component.kind != Component::Kind::keyword) continue;
    const std::string name = lower(component.text);
    if (name == "auto" || std::find(keywords_.begin(), keywords_.end(), name) != keywords_.end()) component.text = name;
  }
  return true;
}

}  // namespace huozi::style
