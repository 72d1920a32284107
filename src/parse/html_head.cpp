#include "parse/html_head.h"

#include <algorithm>
#include <array>
#include <map>

#include "base/ascii.h"
#include "base/utf8.h"
#include "parse/date.h"

namespace huozi::parse {
namespace {

using base::lower;

using document::ArticleMetadata;

constexpr size_t kLongest = 200;  // characters
constexpr size_t kMostTags = 20;

struct Fact {
  std::string_view name;  // of the meta element's name, property or itemprop; lower case
  std::string ArticleMetadata::*field;
};

constexpr std::array kFacts = {
    Fact{"og:title", &ArticleMetadata::title},
    Fact{"twitter:title", &ArticleMetadata::title},
    Fact{"dc.title", &ArticleMetadata::title},
    Fact{"author", &ArticleMetadata::author},
    Fact{"article:author", &ArticleMetadata::author},
    Fact{"og:article:author", &ArticleMetadata::author},
    Fact{"dc.creator", &ArticleMetadata::author},
    Fact{"article:published_time", &ArticleMetadata::date},
    Fact{"og:published_time", &ArticleMetadata::date},
    Fact{"og:release_date", &ArticleMetadata::date},
    Fact{"datepublished", &ArticleMetadata::date},
    Fact{"publishdate", &ArticleMetadata::date},
    Fact{"publish_date", &ArticleMetadata::date},
    Fact{"pubdate", &ArticleMetadata::date},
    Fact{"publication_date", &ArticleMetadata::date},
    Fact{"dc.date", &ArticleMetadata::date},
    Fact{"contentsource", &ArticleMetadata::source},
    Fact{"source", &ArticleMetadata::source},
    Fact{"dc.source", &ArticleMetadata::source},
    Fact{"og:site_name", &ArticleMetadata::source},
    Fact{"sitename", &ArticleMetadata::source},
    Fact{"dc.publisher", &ArticleMetadata::source},
    Fact{"og:url", &ArticleMetadata::url},
};

// White space as one blank, none at the ends. Empty: too long to be a fact.
std::string value_of(std::string_view text) {
  std::string out;
  bool blank = false;
  size_t count = 0;
  for (const auto item : base::CodePoints(text)) {
    const char32_t cp = item.code_point;
    if (cp <= U' ' || cp == U'\u00a0' || cp == U'\u3000') {
      blank = !out.empty();
      continue;
    }
    if (++count > kLongest) return {};
    if (blank) out += ' ';
    blank = false;
    base::append_utf8(out, cp);
  }
  return out;
}

bool is_web_address(std::string_view text) {
  return text.starts_with("https://") || text.starts_with("http://");
}

// Without the site's name behind a mark; where it is not known, what is no longer than the words before it.
std::string without_site(const std::string& title, std::string_view site) {
  constexpr std::array<std::string_view, 6> kMarks = {" - ", " | ", "_", "|", "｜", " – "};
  for (const std::string_view mark : kMarks) {
    const size_t at = title.find(mark);
    if (at == std::string::npos || at == 0) continue;
    const std::string_view behind = std::string_view(title).substr(at + mark.size());
    const bool named = !site.empty() && behind.find(site) != std::string_view::npos;
    if (named || behind.size() <= at) return value_of(title.substr(0, at));
  }
  return title;
}

class Head {
 public:
  void look(const HtmlNode& node) {
    for (const HtmlNode& child : node.children) {
      if (child.kind != HtmlNode::Kind::element) continue;
      if (child.name == "meta") {
        meta(child);
      } else if (child.name == "title" && title_.empty()) {
        title_ = value_of(text_of(child));
      } else if (child.name == "link" && child.has_word("rel", "canonical") && canonical_.empty()) {
        canonical_ = value_of(child.url("href"));
      } else if (child.name == "head" || child.name == "html") {
        look(child);
      }
    }
  }

  void give(ArticleMetadata& to) const {
    for (const Fact& fact : kFacts) {
      std::string& field = to.*fact.field;
      const auto found = values_.find(std::string(fact.name));
      if (!field.empty() || found == values_.end()) continue;
      if (fact.field == &ArticleMetadata::date) {
        const auto date = parse_date(found->second);
        if (!date) continue;
        to.date_raw = found->second;
        field = *date;
      } else if (fact.field == &ArticleMetadata::url) {
        if (is_web_address(found->second)) field = found->second;
      } else if (!is_web_address(found->second)) {  // article:author may be a page about somebody
        field = found->second;
      }
    }
    if (is_web_address(canonical_)) to.url = canonical_;
    if (to.title.empty()) to.title = title_;
    to.title = without_site(to.title, to.source);
    if (const auto words = values_.find("keywords"); words != values_.end()) tags(words->second, to.tags);
  }

 private:
  void meta(const HtmlNode& node) {
    const std::string* content = node.attribute("content");
    if (!content) return;
    for (const std::string_view key : {"property", "name", "itemprop"}) {
      const std::string* name = node.attribute(key);
      if (!name) continue;
      std::string value = value_of(*content);
      if (!value.empty()) values_.emplace(lower(*name), std::move(value));
      return;
    }
  }

  static void tags(const std::string& words, std::vector<std::string>& out) {
    std::string word;
    const auto end = [&] {
      std::string value = value_of(word);
      if (!value.empty() && out.size() < kMostTags && std::find(out.begin(), out.end(), value) == out.end()) {
        out.push_back(std::move(value));
      }
      word.clear();
    };
    for (const auto item : base::CodePoints(words)) {
      const char32_t cp = item.code_point;
      if (cp == U',' || cp == U'，' || cp == U';' || cp == U'；' || cp == U'、') {
        end();
      } else {
        base::append_utf8(word, cp);
      }
    }
    end();
  }

  std::map<std::string, std::string> values_;
  std::string title_;
  std::string canonical_;
};

}  // namespace

void read_head(const HtmlNode& root, document::ArticleMetadata& metadata) {
  Head head;
  head.look(root);
  head.give(metadata);
}

}  // namespace huozi::parse
