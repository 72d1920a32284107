#include "style/selector.h"

#include <algorithm>
#include <array>
#include <charconv>

#include <fmt/format.h>

namespace huozi::style {
namespace {

constexpr size_t kMostCompounds = 16;
constexpr std::array<std::string_view, 4> kSimpleClasses = {"first-child", "last-child", "root", "nth-child"};
constexpr std::array<std::string_view, 6> kElements = {"before",       "after",           "marker",
                                                       "first-letter", "footnote-marker", "footnote-call"};

using Kind = Token::Kind;

// `odd`, `even`, `3`, `2n+1`, `-n+3`: white space already left out, lower case.
bool read_nth(std::string_view text, PseudoClass& pseudo) {
  if (text == "odd") text = "2n+1";
  if (text == "even") text = "2n";
  const auto number = [](std::string_view digits, int64_t& value) {
    if (digits.starts_with('+')) digits.remove_prefix(1);
    int32_t parsed = 0;
    const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), parsed);
    value = parsed;
    return error == std::errc() && end == digits.data() + digits.size();
  };
  const size_t n = text.find('n');
  if (n == std::string_view::npos) return number(text, pseudo.offset);
  const std::string_view step = text.substr(0, n);
  const std::string_view offset = text.substr(n + 1);
  if (step.empty() || step == "+") {
    pseudo.step = 1;
  } else if (step == "-") {
    pseudo.step = -1;
  } else if (!number(step, pseudo.step)) {
    return false;
  }
  if (offset.empty()) return true;
  return (offset[0] == '+' || offset[0] == '-') && number(offset, pseudo.offset);
}

bool is_language(std::string_view text) {
  return !text.empty() && std::all_of(text.begin(), text.end(), [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-';
  });
}

class SelectorReader {
 public:
  SelectorReader(std::span<const Token> tokens, const source::SourceFile& file, source::Diagnostics& diagnostics)
      : tokens_(tokens), file_(file), diagnostics_(diagnostics) {}

  std::optional<Selector> read() {
    while (!tokens_.empty() && tokens_.front().kind == Kind::white_space) tokens_ = tokens_.subspan(1);
    while (!tokens_.empty() && tokens_.back().kind == Kind::white_space) tokens_ = tokens_.first(tokens_.size() - 1);
    bool child = false;
    do {
      if (!selector_.pseudo_element.empty() || selector_.compounds.size() == kMostCompounds) return bad();
      Compound compound;
      compound.child = child;
      if (!read_compound(compound)) return reported_ ? std::nullopt : bad();
      selector_.compounds.push_back(std::move(compound));
    } while (read_combinator(child));
    if (at_ < tokens_.size()) return bad();
    return std::move(selector_);
  }

 private:
  std::optional<Selector> bad() {
    const uint32_t begin = tokens_.empty() ? 0 : tokens_.front().begin;
    const uint32_t end = tokens_.empty() ? 0 : tokens_.back().end;
    const source::Span span = file_.span(begin, end);
    diagnostics_.report("style.bad-selector", span, {std::string(file_.slice(span))});
    return std::nullopt;
  }

  const Token* peek() const { return at_ < tokens_.size() ? &tokens_[at_] : nullptr; }
  bool is(Kind kind) const { return peek() && peek()->kind == kind; }
  bool is_delimiter(std::string_view text) const { return is(Kind::delimiter) && peek()->text == text; }

  bool read_combinator(bool& child) {
    const size_t before = at_;
    while (is(Kind::white_space)) ++at_;
    child = is_delimiter(">");
    if (child) {
      ++at_;
      while (is(Kind::white_space)) ++at_;
    }
    return at_ > before;
  }

  bool read_compound(Compound& compound) {
    const size_t before = at_;
    if (is(Kind::ident)) {
      compound.type = lower(tokens_[at_++].text);
      selector_.specificity += 1;
    } else if (is_delimiter("*")) {
      ++at_;
    }
    while (peek()) {
      if (is(Kind::hash)) {
        if (!compound.id.empty()) return false;
        compound.id = tokens_[at_++].text;
        selector_.specificity += 1u << 20;
      } else if (is_delimiter(".")) {
        ++at_;
        if (!is(Kind::ident)) return false;
        compound.classes.push_back(tokens_[at_++].text);
        selector_.specificity += 1u << 10;
      } else if (is(Kind::colon)) {
        if (!read_pseudo(compound)) return false;
      } else {
        break;
      }
      const size_t parts = compound.classes.size() + compound.pseudo_classes.size();
      if (parts > kMostCompounds || !selector_.pseudo_element.empty()) break;
    }
    return at_ > before;
  }

  bool read_pseudo(Compound& compound) {
    const uint32_t begin = tokens_[at_++].begin;
    const bool two = is(Kind::colon);
    if (two) ++at_;
    if (!is(Kind::ident) && !is(Kind::function)) return false;
    const Token& token = tokens_[at_++];
    const std::string name = lower(token.text);
    // CSS 2 wrote :before with one colon.
    const bool old = name == "before" || name == "after" || name == "first-letter";
    if (token.kind == Kind::ident && (two || old) &&
        std::find(kElements.begin(), kElements.end(), name) != kElements.end()) {
      selector_.pseudo_element = name;
      selector_.specificity += 1;
      return true;
    }
    PseudoClass pseudo;
    if (!two && read_pseudo_class(name, token.kind == Kind::function, pseudo)) {
      compound.pseudo_classes.push_back(std::move(pseudo));
      selector_.specificity += 1u << 10;
      return true;
    }
    diagnostics_.report("style.unknown-pseudo", file_.span(begin, token.end), {name});
    reported_ = true;
    return false;
  }

  bool read_pseudo_class(std::string_view name, bool function, PseudoClass& pseudo) {
    using PseudoKind = PseudoClass::Kind;
    if (function) {
      std::string argument;
      for (; peek() && !is(Kind::close_round); ++at_) {
        if (!is(Kind::white_space)) argument += file_.slice(file_.span(peek()->begin, peek()->end));
      }
      if (peek()) ++at_;
      argument = lower(argument);
      if (name == "lang") {
        pseudo.kind = PseudoKind::lang;
        pseudo.lang = argument;
        return is_language(argument);
      }
      pseudo.kind = PseudoKind::nth_child;
      return name == "nth-child" && read_nth(argument, pseudo);
    }
    if (name == "root") pseudo.kind = PseudoKind::root;
    if (name == "last-child") pseudo.kind = PseudoKind::last_child;
    return std::find(kSimpleClasses.begin(), kSimpleClasses.begin() + 3, name) != kSimpleClasses.begin() + 3;
  }

  std::span<const Token> tokens_;
  const source::SourceFile& file_;
  source::Diagnostics& diagnostics_;
  size_t at_ = 0;
  Selector selector_;
  bool reported_ = false;
};

bool has_language(const ElementRef* element, std::string_view wanted) {
  while (element && element->lang.empty()) element = element->parent;
  if (!element) return false;
  const std::string lang = lower(element->lang);
  return lang.starts_with(wanted) && (lang.size() == wanted.size() || lang[wanted.size()] == '-');
}

bool fits(const PseudoClass& pseudo, const ElementRef& element) {
  switch (pseudo.kind) {
    case PseudoClass::Kind::first_child:
      return element.first_child;
    case PseudoClass::Kind::last_child:
      return element.last_child;
    case PseudoClass::Kind::root:
      return element.name == "html";
    case PseudoClass::Kind::lang:
      return has_language(&element, pseudo.lang);
    case PseudoClass::Kind::nth_child: {
      const int64_t distance = element.index - pseudo.offset;
      if (pseudo.step == 0) return distance == 0;
      return distance % pseudo.step == 0 && distance / pseudo.step >= 0;
    }
  }
  return false;
}

bool fits(const Compound& compound, const ElementRef& element) {
  if (!compound.type.empty() && compound.type != element.name) return false;
  if (!compound.id.empty() && compound.id != element.id) return false;
  for (const std::string& name : compound.classes) {
    if (std::find(element.classes.begin(), element.classes.end(), name) == element.classes.end()) return false;
  }
  return std::all_of(compound.pseudo_classes.begin(), compound.pseudo_classes.end(),
                     [&](const PseudoClass& pseudo) { return fits(pseudo, element); });
}

// `nowhere`: no ancestor can do for the compounds to the left, so trying other descendants is in vain. Without it,
// a list of descendants takes time exponential in its length.
enum class Match { yes, no, nowhere };

Match match_left(const Selector& selector, size_t index, const ElementRef& element) {
  if (!fits(selector.compounds[index], element)) return Match::no;
  if (index == 0) return Match::yes;
  if (selector.compounds[index].child) {
    return element.parent ? match_left(selector, index - 1, *element.parent) : Match::nowhere;
  }
  for (const ElementRef* ancestor = element.parent; ancestor; ancestor = ancestor->parent) {
    const Match match = match_left(selector, index - 1, *ancestor);
    if (match != Match::no) return match;
  }
  return Match::nowhere;
}

std::string to_text(const PseudoClass& pseudo) {
  switch (pseudo.kind) {
    case PseudoClass::Kind::first_child:
      return ":first-child";
    case PseudoClass::Kind::last_child:
      return ":last-child";
    case PseudoClass::Kind::root:
      return ":root";
    case PseudoClass::Kind::lang:
      return fmt::format(":lang({})", pseudo.lang);
    case PseudoClass::Kind::nth_child:
      return pseudo.step == 0 ? fmt::format(":nth-child({})", pseudo.offset)
                              : fmt::format(":nth-child({}n{:+})", pseudo.step, pseudo.offset);
  }
  return {};
}

// A name as an identifier, with escapes for what an identifier cannot hold.
std::string identifier(std::string_view name) {
  std::string result;
  for (size_t i = 0; i < name.size(); ++i) {
    const char c = name[i];
    const bool digit = c >= '0' && c <= '9';
    const bool plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '-' || c == '_' ||
                       static_cast<unsigned char>(c) >= 0x80 || (digit && i > 0);
    if (plain) {
      result += c;
    } else {
      result += fmt::format("\\{:x} ", c);
    }
  }
  return result;
}

}  // namespace

std::optional<std::vector<Selector>> read_selectors(std::span<const Token> tokens, const source::SourceFile& file,
                                                    source::Diagnostics& diagnostics) {
  std::vector<Selector> result;
  bool good = true;
  size_t begin = 0;
  for (size_t i = 0; i <= tokens.size(); ++i) {
    if (i < tokens.size() && tokens[i].kind != Kind::comma) continue;
    auto selector = SelectorReader(tokens.subspan(begin, i - begin), file, diagnostics).read();
    if (selector) {
      result.push_back(std::move(*selector));
    } else {
      good = false;
    }
    begin = i + 1;
  }
  if (!good) return std::nullopt;
  return result;
}

bool matches(const Selector& selector, const ElementRef& element) {
  return match_left(selector, selector.compounds.size() - 1, element) == Match::yes;
}

std::string to_text(const Selector& selector) {
  std::string result;
  for (const Compound& compound : selector.compounds) {
    if (!result.empty()) result += compound.child ? " > " : " ";
    const size_t before = result.size();
    result += identifier(compound.type);
    if (!compound.id.empty()) result += "#" + identifier(compound.id);
    for (const std::string& name : compound.classes) result += "." + identifier(name);
    for (const PseudoClass& pseudo : compound.pseudo_classes) result += to_text(pseudo);
    if (result.size() == before && (selector.pseudo_element.empty() || &compound != &selector.compounds.back())) {
      result += "*";
    }
  }
  if (!selector.pseudo_element.empty()) result += "::" + selector.pseudo_element;
  return result;
}

}  // namespace huozi::style
