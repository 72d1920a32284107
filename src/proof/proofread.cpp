#include "proof/proofread.h"

#include <algorithm>

#include "document/front_matter_pages.h"
#include "document/walk.h"
#include "proof/article_rules.h"
#include "proof/names.h"
#include "proof/scripts.h"
#include "proof/word_finder.h"

namespace huozi::proof {
namespace {

constexpr std::string_view kPrefix = "proof.";

struct Ignored {
  source::Span where;
  std::string ids;  // with a blank around each
};

bool is_blank(char c) {
  return c == ' ' || c == '\t' || c == '\r' || c == '\n';
}

// The rules a comment names, " P02 C05 "; empty: it is another comment.
std::string ids_of(std::string_view comment) {
  constexpr std::string_view kWord = "huozi-ignore";
  if (comment.starts_with("<!--")) comment.remove_prefix(4);
  if (comment.ends_with("-->")) comment.remove_suffix(3);
  while (!comment.empty() && is_blank(comment.front())) comment.remove_prefix(1);
  if (!comment.starts_with(kWord)) return {};
  std::string out(comment.substr(kWord.size()));
  std::replace_if(
      out.begin(), out.end(), [](char c) { return is_blank(c) || c == ','; }, ' ');
  return " " + id_of(out) + " ";
}

std::vector<Ignored> ignored_in(const document::Document& document, const document::Audit& audit,
                                const source::SourceFile& file) {
  std::vector<source::Span> blocks;
  document::for_each_block(document.blocks, [&](const document::Block& block) {
    if (block.info.span.file == file.id()) blocks.push_back(block.info.span);
  });
  std::vector<Ignored> out;
  for (const document::AuditEntry& entry : audit.entries) {
    if (entry.rule != "parse.comment" || entry.span.file != file.id()) continue;
    std::string ids = ids_of(file.slice(entry.span));
    if (ids.empty()) ids = ids_of(entry.removed);
    if (ids.empty()) continue;
    const std::string_view text = file.text();
    const size_t line = text.substr(0, entry.span.begin).rfind('\n');
    const size_t line_end = text.find('\n', entry.span.end);
    out.push_back({file.span(line == std::string_view::npos ? 0 : line + 1, std::min(line_end, text.size())), ids});
    const source::Span* next = nullptr;
    for (const source::Span& block : blocks) {
      if (block.begin >= entry.span.end && (next == nullptr || block.begin < next->begin)) next = &block;
    }
    if (next != nullptr) out.push_back({*next, std::move(ids)});
  }
  return out;
}

bool is_chinese(std::string_view language) {
  return language == "zh" || language.starts_with("zh-");
}

void check_text(const Stretch& text, bool traditional, Findings& out) {
  check_marks(text, out);
  check_nesting(text, out);
  check_dashes(text, traditional, out);
  if (!traditional) check_ranges(text, out);
  check_quotations(text, traditional, out);
  check_numbers(text, out);
  check_years(text, out);
  check_repeats(text, out);
  check_characters(text, out);
  check_dates(text, out);
}

// What is looked for by lists and tables that are made once a book.
class BookRules {
 public:
  explicit BookRules(const Words& words) : words_(words) {}

  // `number`: of the article, among those that are checked.
  void check(const Article& article, const std::vector<Stretch>& texts, bool traditional, size_t number,
             Findings& out) {
    const Script script = scripts_.script_of(texts);
    for (const Stretch& text : texts) {
      check_text(text, traditional, out);
      words_.check(text, script, out);
      scripts_.check(text, script, out);
      names_.add(text, number);
    }
    check_pairs(texts, out);
    check_sequence(article, out);
    check_source_dates(*article.document, out);
  }

  void check_names(std::vector<Findings>& out) const { names_.check(out); }

 private:
  WordFinder words_;
  Scripts scripts_;
  Names names_;
};

// In source order, without what the book or the article does not want to hear.
Findings kept(Findings found, const Article& article, const Settings& settings) {
  const std::vector<Ignored> ignored = ignored_in(*article.document, *article.audit, *article.file);
  const auto unwanted = [&](const Finding& each) {
    const std::string id = id_of(std::string_view(each.rule).substr(kPrefix.size()));
    const bool off = std::any_of(settings.off.begin(), settings.off.end(),
                                 [&](const std::string& written) { return id_of(written) == id; });
    return off || std::any_of(ignored.begin(), ignored.end(), [&](const Ignored& here) {
             return each.span.begin >= here.where.begin && each.span.begin < here.where.end &&
                    here.ids.find(" " + id + " ") != std::string::npos;
           });
  };
  std::erase_if(found, unwanted);
  std::stable_sort(found.begin(), found.end(),
                   [](const Finding& a, const Finding& b) { return a.span.begin < b.span.begin; });
  return found;
}

}  // namespace

void report(Findings& out, const Stretch& text, std::string_view rule, size_t begin, size_t end,
            std::vector<std::string> arguments, std::optional<std::string> right) {
  Finding found{std::string(rule), text.span(begin, end), std::move(arguments), {}};
  if (right && text.exact(begin, end)) found.fix = Fix{found.span, std::move(*right)};
  out.push_back(std::move(found));
}

std::string id_of(std::string_view written) {
  std::string out(written);
  std::transform(out.begin(), out.end(), out.begin(),
                 [](char c) { return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c; });
  return out;
}

const std::vector<std::string_view>& rule_ids() {
  static const std::vector<std::string_view> ids = {
      "P01", "P02", "P03", "P04", "P05", "P06", "P07", "P08", "P09", "P10", "P11", "P12", "N01",
      "N02", "N03", "N04", "C01", "C02", "C03", "C04", "C05", "S01", "S02", "S03", "S04",
  };
  return ids;
}

std::vector<Findings> proofread(const std::vector<Article>& articles, const Settings& settings) {
  std::vector<Article> chinese;  // the others have no findings
  std::vector<size_t> places;
  std::vector<std::vector<Stretch>> texts;
  std::vector<Findings> found;
  BookRules rules(settings.words);
  for (size_t i = 0; i < articles.size(); ++i) {
    const std::string& own = articles[i].document->metadata.language;
    const std::string& language = own.empty() ? settings.language : own;
    if (!is_chinese(language)) continue;
    texts.push_back(stretches_of(*articles[i].document, *articles[i].file));
    rules.check(articles[i], texts.back(), document::is_traditional_chinese(language), chinese.size(), found.emplace_back());
    chinese.push_back(articles[i]);
    places.push_back(i);
  }
  check_spacing(texts, found);
  rules.check_names(found);
  check_captions(chinese, texts, found);
  check_sources(chinese, found);
  std::vector<Findings> out(articles.size());
  for (size_t i = 0; i < chinese.size(); ++i) out[places[i]] = kept(std::move(found[i]), chinese[i], settings);
  return out;
}

}  // namespace huozi::proof
