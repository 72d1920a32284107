#include "select/query.h"

#include <algorithm>
#include <map>
#include <memory>
#include <tuple>

#include <unicode/coll.h>
#include <unicode/unistr.h>

#include "select/files.h"

namespace huozi::select {
namespace {

using parse::Selection;

bool has(const std::vector<std::string>& all, const std::string& wanted) {
  return std::find(all.begin(), all.end(), wanted) != all.end();
}

bool is_in_category(const std::vector<std::string>& categories, const std::string& wanted) {
  if (has(categories, wanted)) return true;
  std::string path;
  for (const std::string& each : categories) {
    path += (path.empty() ? "" : "/") + each;
    if (path == wanted) return true;
  }
  return false;
}

// Several authors of an article are joined by 、.
bool is_by(const std::string& authors, const std::string& wanted) {
  constexpr std::string_view kMark = "、";
  for (size_t at = 0; at <= authors.size();) {
    const size_t end = std::min(authors.find(kMark, at), authors.size());
    if (std::string_view(authors).substr(at, end - at) == wanted) return true;
    at = end + kMark.size();
  }
  return authors == wanted;
}

// By path; equal titles have equal keys.
std::map<std::string, std::string> sort_keys(const std::vector<Candidate>& articles, const std::string& language) {
  UErrorCode status = U_ZERO_ERROR;
  const std::unique_ptr<icu::Collator> collator(
      icu::Collator::createInstance(icu::Locale::forLanguageTag(language, status), status));
  std::map<std::string, std::string> keys;
  for (const Candidate& each : articles) {
    std::string& key = keys[each.path];
    if (U_FAILURE(status)) {
      key = each.metadata.title;
      continue;
    }
    const icu::UnicodeString title = icu::UnicodeString::fromUTF8(each.metadata.title);
    const int32_t length = collator->getSortKey(title, nullptr, 0);
    key.resize(static_cast<size_t>(length));
    collator->getSortKey(title, reinterpret_cast<uint8_t*>(key.data()), length);
  }
  return keys;
}

template <typename F>
bool any_or_none(const std::vector<std::string>& wanted, F&& f) {
  return wanted.empty() || std::any_of(wanted.begin(), wanted.end(), f);
}

}  // namespace

std::string failed_condition(const Selection& query, const Candidate& article,
                             const std::function<bool(std::string_view)>& holds_text) {
  const document::ArticleMetadata& facts = article.metadata;
  const auto excluded = [&](const std::string& pattern) {
    return pattern == article.path || matches_glob(pattern, article.path);
  };
  if (std::any_of(query.exclude.begin(), query.exclude.end(), excluded)) return "exclude";
  const auto in_category = [&](const std::string& each) { return is_in_category(facts.categories, each); };
  if (!any_or_none(query.categories, in_category)) return "category";
  if (!any_or_none(query.authors, [&](const std::string& each) { return is_by(facts.author, each); })) return "author";
  if (!any_or_none(query.tags, [&](const std::string& each) { return has(facts.tags, each); })) return "tag";
  if (!query.since.empty() && (facts.date.empty() || facts.date < query.since)) return "since";
  if (!query.until.empty() && (facts.date.empty() || facts.date > query.until)) return "until";
  const auto in_text = [&](const std::string& each) {
    return facts.title.find(each) != std::string::npos || holds_text(each);
  };
  return any_or_none(query.texts, in_text) ? std::string() : "text";
}

std::string query_text(const Selection& query) {
  std::string out;
  const auto put = [&](std::string_view key, const std::string& value) {
    if (!value.empty()) (out += out.empty() ? "" : "; ").append(key).append(": ").append(value);
  };
  const auto put_all = [&](std::string_view key, const std::vector<std::string>& values) {
    std::string joined;
    for (const std::string& each : values) joined += (joined.empty() ? "" : ", ") + each;
    put(key, joined);
  };
  std::vector<std::string> from;
  for (const parse::Located& each : query.from) from.push_back(each.text);
  put_all("from", from);
  put_all("category", query.categories);
  put_all("author", query.authors);
  put_all("tag", query.tags);
  put_all("text", query.texts);
  put("since", query.since);
  put("until", query.until);
  put_all("exclude", query.exclude);
  using Sort = Selection::Sort;
  if (query.sort != Sort::date) {
    put("sort", query.sort == Sort::date_descending ? "-date" : query.sort == Sort::title ? "title" : "path");
  }
  return out;
}

void sort_articles(std::vector<Candidate>& articles, Selection::Sort sort, const std::string& language) {
  std::map<std::string, std::string> keys;  // by path
  if (sort == Selection::Sort::title) keys = sort_keys(articles, language);
  const auto undated = [](const Candidate& each) { return each.metadata.date.empty(); };
  std::sort(articles.begin(), articles.end(), [&](const Candidate& a, const Candidate& b) {
    switch (sort) {
      case Selection::Sort::date:
        return std::tuple(undated(a), std::string_view(a.metadata.date), std::string_view(a.path)) <
               std::tuple(undated(b), std::string_view(b.metadata.date), std::string_view(b.path));
      case Selection::Sort::date_descending:
        return std::tuple(undated(a), std::string_view(b.metadata.date), std::string_view(a.path)) <
               std::tuple(undated(b), std::string_view(a.metadata.date), std::string_view(b.path));
      case Selection::Sort::title:
        return std::tie(keys.at(a.path), a.path) < std::tie(keys.at(b.path), b.path);
      case Selection::Sort::path:
        break;
    }
    return a.path < b.path;
  });
}

}  // namespace huozi::select
