#include "style/declaration_reader.h"

#include <algorithm>

#include "style/named_size.h"

namespace huozi::style {
namespace {

using Kind = Token::Kind;

constexpr size_t kLongestExcerpt = 60;

std::string excerpt(std::string_view text) {
  if (text.size() <= kLongestExcerpt) return std::string(text);
  size_t end = kLongestExcerpt;
  while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0) == 0x80) --end;
  return std::string(text.substr(0, end)) + "…";
}

// The name meant, or nothing. Searching is dear: not for endless words, nor on and on in a file that is no stylesheet.
std::string suggestion(std::string_view word, const std::vector<std::string_view>& names,
                       const source::Diagnostics& diagnostics) {
  constexpr size_t kLongestWord = 64, kMostReports = 500;
  if (word.size() > kLongestWord || diagnostics.items().size() > kMostReports) return {};
  return source::nearest(word, names);
}

class DeclarationReader {
 public:
  DeclarationReader(std::span<const Token> tokens, const source::SourceFile& file, unsigned place, unsigned media,
                    source::Diagnostics& diagnostics)
      : tokens_(tokens), file_(file), place_(place), media_(media), diagnostics_(diagnostics) {}

  // `tokens_` holds the name, what follows it and the value.
  void read(Declarations& into) {
    size_t at = 1;
    while (at < tokens_.size() && tokens_[at].kind == Kind::white_space) ++at;
    if (at == tokens_.size() || tokens_[at].kind != Kind::colon) {
      diagnostics_.report("style.expected", span(0, 1), {":", tokens_[0].text});
      return;
    }
    const std::string name = lower(tokens_[0].text);
    Declaration declaration;
    declaration.property = known_property(name);
    if (!declaration.property) return;
    std::span<const Token> value = trimmed(tokens_.subspan(at + 1));
    declaration.important = take_important(value);
    if (read_value(declaration, value)) into.push_back(std::move(declaration));
  }

 private:
  source::Span span(size_t first, size_t last) const { return file_.span(tokens_[first].begin, tokens_[last - 1].end); }

  const Property* known_property(const std::string& name) {
    const source::Span at = span(0, 1);
    const Property* property = find_property(name);
    if (!property) {
      const std::string near = suggestion(name, property_names(), diagnostics_);
      if (name.starts_with("--")) {
        diagnostics_.report("style.custom-property", at, {name});
      } else if (near.empty()) {
        diagnostics_.report("style.unsupported-property", at, {name});
      } else {
        diagnostics_.report("style.unknown-property", at, {name, near});
      }
      return nullptr;
    }
    if (!(property->places & place_)) {
      const bool only_page = (property->places & Property::page) && !(property->places & Property::element);
      diagnostics_.report("style.misplaced-property", at,
                          {name, only_page                                ? "an @page rule"
                                 : property->places == Property::footnote ? "an @footnote block"
                                                                          : "a rule for elements or a margin box"});
      return nullptr;
    }
    // Kept: it does no harm, and the author is told that it does nothing.
    if (media_ == kEpubMedium && !property->epub) diagnostics_.report("style.no-effect", at, {name, "e-books"});
    if (media_ == kPrintMedium && !property->pdf) diagnostics_.report("style.no-effect", at, {name, "print"});
    return property;
  }

  static std::span<const Token> trimmed(std::span<const Token> tokens) {
    while (!tokens.empty() && tokens.front().kind == Kind::white_space) tokens = tokens.subspan(1);
    while (!tokens.empty() && tokens.back().kind == Kind::white_space) tokens = tokens.first(tokens.size() - 1);
    return tokens;
  }

  static bool take_important(std::span<const Token>& value) {
    if (value.size() < 2 || value.back().kind != Kind::ident || lower(value.back().text) != "important") return false;
    const auto before = trimmed(value.first(value.size() - 1));
    if (before.empty() || before.back().kind != Kind::delimiter || before.back().text != "!") return false;
    value = trimmed(before.first(before.size() - 1));
    return true;
  }

  bool read_value(Declaration& declaration, std::span<const Token> value) {
    if (value.size() == 1 && value[0].kind == Kind::ident) {
      const std::string word = lower(value[0].text);
      if (word == "inherit") declaration.wide = Declaration::Wide::inherit;
      if (word == "initial") declaration.wide = Declaration::Wide::initial;
      if (word == "unset") declaration.wide = Declaration::Wide::unset;
      if (declaration.wide != Declaration::Wide::none) return true;
    }
    const Grammar& grammar = grammar_of(*declaration.property);
    if (auto components = read_components(value); components && !components->empty()) {
      declaration.value = std::move(*components);
      if (grammar.accept(declaration.value, {media_ == kEpubMedium, place_ == Property::page})) {
        if (declaration.property->name == "letter-spacing") bound_letter_spacing(declaration.value[0].quantity, value);
        return true;
      }
    }
    report_value(*declaration.property, grammar, value);
    return false;
  }

  // In ems it is known here whether letters touch, for both outputs; other units depend on the type's size.
  void bound_letter_spacing(Quantity& spacing, std::span<const Token> value) {
    if ((spacing.unit != Unit::em && spacing.unit != Unit::ic) || spacing.millionths >= kLeastLetterSpacing) return;
    const source::Span at = file_.span(value.front().begin, value.back().end);
    diagnostics_.report("style.letter-spacing", at, {excerpt(file_.slice(at))});
    spacing.millionths = kLeastLetterSpacing;
  }

  void report_value(const Property& property, const Grammar& grammar, std::span<const Token> value) {
    const source::Span at = value.empty() ? span(0, 1) : file_.span(value.front().begin, value.back().end);
    const std::string shown = value.empty() ? std::string() : excerpt(file_.slice(at));
    std::vector<std::string_view> known(grammar.keywords().begin(), grammar.keywords().end());
    std::string takes(property.grammar);
    const auto add_names = [&](std::string_view type, const std::vector<std::string_view>& names) {
      if (property.grammar.find(type) == std::string_view::npos) return;
      known.insert(known.end(), names.begin(), names.end());
      takes.append("; ").append(type).append(": ");
      for (const std::string_view name : names) takes.append(name).append(name == names.back() ? "" : " ");
    };
    add_names("<chinese-size>", chinese_size_names());
    add_names("<page-size>", paper_size_names());
    for (const Token& token : value) {
      if (token.kind != Kind::ident || std::find(known.begin(), known.end(), lower(token.text)) != known.end())
        continue;
      if (const std::string near = suggestion(lower(token.text), known, diagnostics_); !near.empty()) {
        diagnostics_.report("style.misspelt-value", file_.span(token.begin, token.end),
                            {std::string(property.name), token.text, near});
        return;
      }
    }
    diagnostics_.report("style.bad-value", at, {std::string(property.name), shown, takes});
  }

  std::span<const Token> tokens_;
  const source::SourceFile& file_;
  unsigned place_;
  unsigned media_;
  source::Diagnostics& diagnostics_;
};

}  // namespace

bool opens_block(const Token& token) {
  return token.kind == Kind::open_curly || token.kind == Kind::open_round || token.kind == Kind::open_square ||
         token.kind == Kind::function;
}

size_t block_end(std::span<const Token> tokens, size_t open) {
  std::vector<Kind> expected;
  for (size_t i = open; i < tokens.size(); ++i) {
    const Kind kind = tokens[i].kind;
    if (kind == Kind::open_curly) {
      expected.push_back(Kind::close_curly);
    } else if (kind == Kind::open_round || kind == Kind::function) {
      expected.push_back(Kind::close_round);
    } else if (kind == Kind::open_square) {
      expected.push_back(Kind::close_square);
    } else if (kind == expected.back()) {
      expected.pop_back();
      if (expected.empty()) return i;
    }
  }
  return tokens.size() - 1;
}

void read_declaration(std::span<const Token> tokens, size_t name, size_t end, const source::SourceFile& file,
                      unsigned place, unsigned media, Declarations& into, source::Diagnostics& diagnostics) {
  DeclarationReader(tokens.subspan(name, end - name), file, place, media, diagnostics).read(into);
}

}  // namespace huozi::style
