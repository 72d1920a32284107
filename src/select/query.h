// Whether an article is one that a query of book.yaml asks for, and why not.
// Not here: finding the files, their order's pinning (lock).
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "parse/manifest.h"
#include "select/candidate.h"

namespace huozi::select {

// Empty when the query asks for it; else the condition that it fails: "category", "author", "tag", "text", "since",
// "until", "exclude". Within a condition one of the values is enough; all conditions must hold. category: one of the
// article's, or several from the first on with / between (新媒体/观察者网); author, tag: whole; text: anywhere in the
// title or the text (`holds_text`); since, until: an article without a date fails; exclude: a path or a glob.
std::string failed_condition(const parse::Selection& query, const Candidate& article,
                             const std::function<bool(std::string_view)>& holds_text);

// The query as one line, for the lock: equal queries, equal texts.
std::string query_text(const parse::Selection& query);

// As `sort` says; equal ones by path. date: articles without one come last. title: as the language's dictionaries order
// (BCP 47; zh-Hans by Pinyin, zh-Hant by strokes).
void sort_articles(std::vector<Candidate>& articles, parse::Selection::Sort sort, const std::string& language);

}  // namespace huozi::select
