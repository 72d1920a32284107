// Reads a sheet: @import, rules, @media, @page, @counter-style, by CSS Syntax 3 §5 with its error recovery.
#include <algorithm>
#include <array>
#include <iterator>

#include "style/counter_style_reader.h"
#include "style/declaration_reader.h"

namespace huozi::style {
namespace {

using Kind = Token::Kind;
using Tokens = std::span<const Token>;

constexpr size_t kLargestSheet = 1u << 20;
constexpr int kDeepestMedia = 8;
constexpr size_t kDeepestImport = 8;
constexpr size_t kMostImports = 32;

// The sheets that are being read, each imported by the one before, and how many there were in all.
struct Imports {
  const FindImport& find;
  std::vector<const source::SourceFile*> chain;
  size_t count = 0;
};

StylesheetData read_file(const source::SourceFile& file, Imports& imports, source::Diagnostics& diagnostics);

void append(StylesheetData& data, StylesheetData&& more) {
  std::move(more.rules.begin(), more.rules.end(), std::back_inserter(data.rules));
  std::move(more.pages.begin(), more.pages.end(), std::back_inserter(data.pages));
  std::move(more.counter_styles.begin(), more.counter_styles.end(), std::back_inserter(data.counter_styles));
}

class Reader {
 public:
  Reader(const source::SourceFile& file, Imports& imports, source::Diagnostics& diagnostics)
      : file_(file), imports_(imports), diagnostics_(diagnostics), tokens_(tokenize(file, diagnostics)) {}

  StylesheetData read() {
    rules(0, tokens_.size() - 1, kAllMedia, 0);
    return std::move(data_);
  }

 private:
  source::Span span(size_t first, size_t last) const {
    return file_.span(tokens_[first].begin, tokens_[std::max(last, first + 1) - 1].end);
  }
  bool is(size_t at, Kind kind) const { return tokens_[at].kind == kind; }

  size_t skip_space(size_t at, size_t end) const {
    while (at < end && is(at, Kind::white_space)) ++at;
    return at;
  }

  // The first token from `at` on, outside blocks, of one of two kinds; or `end`.
  size_t find(size_t at, size_t end, Kind first, Kind second) const {
    while (at < end && !is(at, first) && !is(at, second)) {
      at = opens_block(tokens_[at]) ? block_end(tokens_, at) + 1 : at + 1;
    }
    return std::min(at, end);
  }

  // The block that opens at `open`: the index of its closing token; reports a missing one.
  size_t close_of(size_t open) {
    const size_t close = block_end(tokens_, open);
    if (is(close, Kind::end)) diagnostics_.report("style.unclosed", span(open, open + 1), {"block"});
    return close;
  }

  void rules(size_t at, size_t end, unsigned media, int depth) {
    while (at < end) {
      if (is(at, Kind::white_space) || is(at, Kind::comment_mark)) {
        ++at;
      } else if (is(at, Kind::at_keyword) && tokens_[at].text == "import") {
        at = import_rule(at, end);
      } else if (is(at, Kind::at_keyword)) {
        at = at_rule(at, end, media, depth);
      } else {
        at = style_rule(at, end, media);
      }
    }
  }

  size_t style_rule(size_t begin, size_t end, unsigned media) {
    imports_end_ = true;
    const size_t open = find(begin, end, Kind::open_curly, Kind::open_curly);
    if (open >= end) {
      diagnostics_.report("style.expected", span(begin, begin + 1), {"{", tokens_[begin].text});
      return end;
    }
    const size_t close = close_of(open);
    auto selectors = read_selectors(Tokens(tokens_).subspan(begin, open - begin), file_, diagnostics_);
    if (selectors) {
      Rule rule;
      rule.selectors = std::move(*selectors);
      rule.media = media;
      block(open + 1, close, Property::element, media, rule.declarations, nullptr);
      data_.rules.push_back(std::move(rule));
    }
    return close + 1;
  }

  // Declarations between `at` and `end`; at-rules are given to `page`'s boxes, or are errors without one.
  void block(size_t at, size_t end, unsigned place, unsigned media, Declarations& into, PageRule* page) {
    while ((at = skip_space(at, end)) < end) {
      if (is(at, Kind::semicolon)) {
        ++at;
        continue;
      }
      if (is(at, Kind::at_keyword)) {
        at = nested_at_rule(at, end, media, page);
        continue;
      }
      const size_t stop = find(at, end, Kind::semicolon, Kind::open_curly);
      if (stop < end && is(stop, Kind::open_curly)) {
        diagnostics_.report("style.nested-rule", span(at, stop));
        at = close_of(stop) + 1;
        continue;
      }
      if (is(at, Kind::ident)) {
        read_declaration(tokens_, at, stop, file_, place, media, into, diagnostics_);
      } else {
        diagnostics_.report("style.expected", span(at, stop), {"a property", tokens_[at].text});
      }
      at = stop;
    }
  }

  // ---------------------------------------------------------------- at-rules

  static std::string list(std::span<const std::string_view> names) {
    std::string result;
    for (const std::string_view name : names) result += (result.empty() ? "@" : ", @") + std::string(name);
    return result;
  }

  size_t nested_at_rule(size_t at, size_t end, unsigned media, PageRule* page) {
    const std::string& name = tokens_[at].text;
    const auto boxes = margin_box_names();
    const bool box = page && std::find(boxes.begin(), boxes.end(), name) != boxes.end();
    const size_t open = find(at, end, Kind::semicolon, Kind::open_curly);
    const bool has_block = open < end && is(open, Kind::open_curly);
    const size_t close = has_block ? close_of(open) : open;
    if (has_block && box) {
      Declarations declarations;
      block(open + 1, close, Property::element, media, declarations, nullptr);
      page->boxes.emplace_back(name, std::move(declarations));
    } else if (has_block && page && name == "footnote") {
      block(open + 1, close, Property::footnote, media, page->footnote, nullptr);
    } else if (page) {
      diagnostics_.report("style.unknown-at-rule", span(at, at + 1), {name, "@footnote, " + list(boxes)});
    } else {
      diagnostics_.report("style.nested-rule", span(at, at + 1));
    }
    return close + 1;
  }

  // css-cascade-4 2: before all rules but @charset. No media and no conditions: a sheet has its own @media.
  size_t import_rule(size_t at, size_t end) {
    const size_t stop = find(at, end, Kind::semicolon, Kind::open_curly);
    const bool has_block = stop < end && is(stop, Kind::open_curly);
    const size_t name = skip_space(at + 1, stop);
    const bool named = name < stop && is(name, Kind::string);
    if (!named || skip_space(name + 1, stop) != stop || has_block) {
      const size_t odd = named ? skip_space(name + 1, stop) : name;
      diagnostics_.report("style.expected", span(at, stop), {named ? ";" : "\"name.css\"", tokens_[odd].text});
    } else if (imports_end_) {
      diagnostics_.report("style.late-import", span(at, stop));
    } else {
      import(tokens_[name].text, span(name, name + 1));
    }
    return (has_block ? close_of(stop) : stop) + 1;
  }

  void import(const std::string& name, source::Span at) {
    const source::SourceFile* const file = imports_.find ? imports_.find(file_, name) : nullptr;
    const auto same = [&](const source::SourceFile* other) { return file && other->path() == file->path(); };
    if (!file) {
      diagnostics_.report("style.import-missing", at, {name});
    } else if (std::any_of(imports_.chain.begin(), imports_.chain.end(), same)) {
      diagnostics_.report("style.import-cycle", at, {name});
    } else if (imports_.chain.size() > kDeepestImport || imports_.count >= kMostImports) {
      diagnostics_.report("style.too-many-imports", at,
                          {name, std::to_string(kDeepestImport), std::to_string(kMostImports)});
    } else {
      ++imports_.count;
      append(data_, read_file(*file, imports_, diagnostics_));
    }
  }

  size_t at_rule(size_t at, size_t end, unsigned media, int depth) {
    static constexpr std::array<std::string_view, 6> kKnown = {"import",        "page",    "media",
                                                               "counter-style", "charset", "namespace"};
    const std::string& name = tokens_[at].text;
    imports_end_ = imports_end_ || name != "charset";
    const size_t open = find(at, end, Kind::semicolon, Kind::open_curly);
    const bool has_block = open < end && is(open, Kind::open_curly);
    const size_t close = has_block ? close_of(open) : open;
    const bool known = std::find(kKnown.begin(), kKnown.end(), name) != kKnown.end();
    if (!known) {
      diagnostics_.report("style.unknown-at-rule", span(at, at + 1), {name, list(kKnown)});
    } else if (name == "charset" || name == "namespace") {
      // Sheets are UTF-8 and elements have no namespaces here: nothing to do.
    } else if (!has_block) {
      diagnostics_.report("style.expected", span(at, at + 1), {"{", "@" + name});
    } else if (name == "media") {
      media_rule(at, open, close, media, depth);
    } else if (name == "page") {
      page_rule(at, open, close, media);
    } else if (auto style = read_counter_style(tokens_, at, open, close, file_, diagnostics_)) {
      style->media = media;
      data_.counter_styles.push_back(std::move(*style));
    }
    return close + 1;
  }

  void media_rule(size_t at, size_t open, size_t close, unsigned outer, int depth) {
    unsigned media = 0;
    bool good = depth < kDeepestMedia;
    if (!good) diagnostics_.report("style.too-deep", span(at, at + 1));
    bool wants_name = true;
    for (size_t i = at + 1; i < open && good; ++i) {
      if (is(i, Kind::white_space)) continue;
      const std::string word = lower(tokens_[i].text);
      const unsigned bits = word == "print"                      ? kPrintMedium
                            : word == "epub" || word == "screen" ? kEpubMedium
                            : word == "all"                      ? kAllMedia
                                                                 : 0;
      good = wants_name ? is(i, Kind::ident) && bits != 0 : is(i, Kind::comma);
      media |= bits;
      wants_name = !wants_name;
      if (!good) diagnostics_.report("style.bad-media", span(at + 1, open), {std::string(file_.slice(span(i, open)))});
    }
    if (good) rules(open + 1, close, outer & (media == 0 ? kAllMedia : media), depth + 1);
  }

  void page_rule(size_t at, size_t open, size_t close, unsigned media) {
    PageRule rule;
    rule.media = media;
    for (size_t begin = at + 1; begin <= open;) {
      const size_t comma = find(begin, open, Kind::comma, Kind::comma);
      begin = skip_space(begin, comma);
      size_t end = comma;
      while (end > begin && is(end - 1, Kind::white_space)) --end;
      if (!page_selector(begin, end, rule)) {
        const source::Span where = span(begin, end);
        diagnostics_.report("style.bad-page-selector", where, {std::string(file_.slice(where))});
        return;
      }
      begin = comma + 1;
    }
    block(open + 1, close, Property::page, media, rule.declarations, &rule);
    data_.pages.push_back(std::move(rule));
  }

  bool page_selector(size_t begin, size_t end, PageRule& rule) {
    PageSelector selector;
    if (begin < end && is(begin, Kind::ident)) selector.name = tokens_[begin++].text;
    for (; begin + 1 < end && is(begin, Kind::colon) && is(begin + 1, Kind::ident); begin += 2) {
      const std::string pseudo = lower(tokens_[begin + 1].text);
      if (pseudo == "first") {
        selector.first = true;
      } else if (pseudo == "blank") {
        selector.blank = true;
      } else if (pseudo == "plate") {
        selector.plate = true;
      } else if (pseudo == "left") {
        selector.left = true;
      } else if (pseudo == "right") {
        selector.right = true;
      } else {
        return false;
      }
    }
    rule.selectors.push_back(std::move(selector));
    return begin == end;
  }

  const source::SourceFile& file_;
  Imports& imports_;
  source::Diagnostics& diagnostics_;
  std::vector<Token> tokens_;
  StylesheetData data_;
  bool imports_end_ = false;
};

StylesheetData read_file(const source::SourceFile& file, Imports& imports, source::Diagnostics& diagnostics) {
  if (file.text().size() > kLargestSheet) {
    diagnostics.report("style.too-large", file.span(0, 0), {file.path()});
    return {};
  }
  imports.chain.push_back(&file);
  StylesheetData data = Reader(file, imports, diagnostics).read();
  imports.chain.pop_back();
  return data;
}

}  // namespace

Stylesheet read_stylesheet(const source::SourceFile& file, source::Diagnostics& diagnostics, const FindImport& find) {
  Imports imports{find, {}};
  return Stylesheet(std::make_shared<const StylesheetData>(read_file(file, imports, diagnostics)));
}

std::span<const std::string_view> margin_box_names() {
  static constexpr std::array<std::string_view, 16> kNames = {
      "top-left-corner",    "top-left",     "top-center",          "top-right",    "top-right-corner", "right-top",
      "right-middle",       "right-bottom", "bottom-right-corner", "bottom-right", "bottom-center",    "bottom-left",
      "bottom-left-corner", "left-bottom",  "left-middle",         "left-top"};
  return kNames;
}

}  // namespace huozi::style
