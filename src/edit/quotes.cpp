// Straight quotation marks beside Han become “ ” ‘ ’, in Traditional text 「 」 『 』, when they pair within their
// paragraph, across styling.
#include <algorithm>
#include <array>
#include <vector>

#include "base/utf8.h"
#include "document/walk.h"
#include "edit/inline_edit.h"
#include "edit/line_shape.h"
#include "edit/pass.h"
#include "edit/script.h"

namespace huozi::edit {

using document::Inline;
using document::Inlines;

namespace {

struct Character {
  char32_t code_point = 0;
  Inline* node = nullptr;  // a Text; null for what parts words without being a character (a break, a picture, code)
  size_t offset = 0;
};

// The text in order; code keeps its quotation marks and notes have their own paragraphs.
void collect(Inlines& nodes, std::vector<Character>& out) {
  for (Inline& node : nodes) {
    if (auto* text = std::get_if<document::Text>(&node.content)) {
      for (const auto item : base::CodePoints(text->text)) out.push_back({item.code_point, &node, item.offset});
    } else if (auto* link = std::get_if<document::Link>(&node.content)) {
      collect(link->children, out);
    } else if (auto* styled = std::get_if<document::Styled>(&node.content);
               styled != nullptr && styled->kind != document::StyledKind::code) {
      collect(styled->children, out);
    } else if (auto* ruby = std::get_if<document::Ruby>(&node.content)) {
      for (document::Ruby::Pair& pair : ruby->pairs) collect(pair.base, out);
    } else if (!std::holds_alternative<document::Note>(node.content)) {
      out.push_back({U' ', nullptr, 0});
    }
  }
}

bool is_chinese(char32_t cp) {
  return is_han(cp) || (cp >= U'\u3001' && cp <= U'\u303f') || (cp >= U'\uff01' && cp <= U'\uff60') ||
         cp == U'\u2014' || cp == U'\u2026';
}
bool is_latin(char32_t cp) {
  return (cp >= U'a' && cp <= U'z') || (cp >= U'A' && cp <= U'Z') || (cp >= U'0' && cp <= U'9') ||
         (cp >= U'\u00c0' && cp <= U'\u024f');
}

using Characters = std::vector<Character>;
char32_t at(const Characters& text, size_t i) {
  return i < text.size() ? text[i].code_point : U' ';
}
char32_t before(const Characters& text, size_t i) {
  return i > 0 ? text[i - 1].code_point : U' ';
}
bool touches_chinese(const Characters& text, size_t i) {
  return is_chinese(before(text, i)) || is_chinese(at(text, i + 1));
}

struct Pair {
  size_t open;
  size_t close;
};

enum class Pairing { none, paired, unpaired };

// Pairs of one mark that touch Chinese text. Unpaired: their number is odd, or one stands as a closing mark where an
// opening one should be, so that which belong together is a guess.
Pairing find_pairs(const Characters& text, char32_t mark, std::vector<Pair>& pairs) {
  std::vector<size_t> places;
  bool chinese = false;
  for (size_t i = 0; i < text.size(); ++i) {
    if (text[i].code_point != mark) continue;
    if (mark == U'\'' && is_latin(before(text, i)) && is_latin(at(text, i + 1))) continue;  // don't
    places.push_back(i);
    chinese = chinese || touches_chinese(text, i);
  }
  if (!chinese) return Pairing::none;
  if (places.size() % 2 != 0) return Pairing::unpaired;
  std::vector<Pair> found;
  for (size_t k = 0; k < places.size(); k += 2) {
    const Pair pair{places[k], places[k + 1]};
    if (is_blank(at(text, pair.open + 1)) || is_blank(before(text, pair.close)) || pair.close == pair.open + 1) {
      return Pairing::unpaired;
    }
    if (touches_chinese(text, pair.open) || touches_chinese(text, pair.close)) found.push_back(pair);
  }
  pairs.insert(pairs.end(), found.begin(), found.end());
  return found.empty() ? Pairing::none : Pairing::paired;
}

struct Replacement {
  size_t place;
  std::string_view mark;
};

struct Marks {
  std::string_view open;
  std::string_view close;
  std::string_view inner_open;
  std::string_view inner_close;
};
constexpr Marks kCurved = {"“", "”", "‘", "’"};
constexpr Marks kCornered = {"「", "」", "『", "』"};

bool opens_outer(char32_t cp) {
  return cp == U'“' || cp == U'「';
}
bool opens_inner(char32_t cp) {
  return cp == U'‘' || cp == U'『';
}
bool closes(char32_t cp) {
  return cp == U'”' || cp == U'’' || cp == U'」' || cp == U'』';
}

// Outer marks are double; inside other quotation marks they are single, and inside those double again.
std::vector<Replacement> replacements(const Characters& text, const std::vector<Pair>& pairs, const Marks& marks) {
  enum class Role { none, open, close };
  std::vector<Role> roles(text.size(), Role::none);
  for (const Pair& pair : pairs) {
    roles[pair.open] = Role::open;
    roles[pair.close] = Role::close;
  }
  std::vector<Replacement> out;
  std::vector<bool> singles;  // of the quotations that are open here
  for (size_t i = 0; i < text.size(); ++i) {
    const char32_t cp = text[i].code_point;
    if (opens_outer(cp) || opens_inner(cp)) {
      singles.push_back(opens_inner(cp));
    } else if (closes(cp) && !singles.empty()) {
      singles.pop_back();
    } else if (roles[i] == Role::open) {
      singles.push_back(singles.empty() ? cp == U'\'' : !singles.back());
      out.push_back({i, singles.back() ? marks.inner_open : marks.open});
    } else if (roles[i] == Role::close) {
      const bool single = singles.empty() ? cp == U'\'' : singles.back();
      if (!singles.empty()) singles.pop_back();
      out.push_back({i, single ? marks.inner_close : marks.close});
    }
  }
  return out;
}

void replace(Characters& text, const std::vector<Replacement>& changes, Pass& pass) {
  for (const Replacement& change : changes) {
    const Character& mark = text[change.place];
    pass.record("edit.quote", span_within(*mark.node, mark.offset, 1), base::to_utf8({&mark.code_point, 1}),
                std::string(change.mark));
  }
  // From the last to the first, so that the offsets before a change still hold.
  for (auto change = changes.rbegin(); change != changes.rend(); ++change) {
    const Character& mark = text[change->place];
    std::get<document::Text>(mark.node->content).text.replace(mark.offset, 1, change->mark);
  }
}

void convert(Inlines& nodes, Pass& pass) {
  bool has_mark = false;
  document::for_each_inline(nodes, [&](const Inline& node) {
    const auto* text = std::get_if<document::Text>(&node.content);
    const auto* ruby = std::get_if<document::Ruby>(&node.content);
    has_mark = has_mark || ruby || (text && (contains(text->text, "\"") || contains(text->text, "'")));
  });
  if (!has_mark) return;
  Characters text;
  collect(nodes, text);
  std::vector<Pair> pairs;
  bool unpaired = false;
  for (const char32_t mark : {U'"', U'\''}) unpaired = find_pairs(text, mark, pairs) == Pairing::unpaired || unpaired;
  const source::Span span = nodes.empty() ? source::Span{} : joined(nodes.front().info.span, nodes.back().info.span);
  if (unpaired) pass.diagnostics.report("quotes.unpaired", span);
  if (pairs.empty()) return;
  if (pass.options.quotes == Quotes::report) {
    for (const Pair& pair : pairs) {
      const Character& open = text[pair.open];
      pass.diagnostics.report("quotes.straight", span_within(*open.node, open.offset, 1));
    }
    return;
  }
  const std::string& language = pass.document.metadata.language;
  const bool cornered = is_traditional(language.empty() ? pass.options.language : language);
  replace(text, replacements(text, pairs, cornered ? kCornered : kCurved), pass);
}

}  // namespace

void convert_quotes(Pass& pass) {
  if (pass.options.quotes == Quotes::off) return;
  document::for_each_text(pass.document.blocks, [&](Inlines& nodes) { convert(nodes, pass); });
}

}  // namespace huozi::edit
