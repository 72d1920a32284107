#include <map>
#include <utility>

#include "base/utf8.h"
#include "document/walk.h"
#include "proof/article_rules.h"
#include "proof/names.h"

namespace huozi::proof {

using namespace document;

namespace {

constexpr size_t kShortestTitle = 8;  // shorter ones differ in a character and are two

// More wordings of one day's sources are not compared: a strangers' book may have any number.
constexpr size_t kMostWordings = 200;

struct Wording {
  std::u32string bare;                                  // without what may be worded one way or the other
  std::vector<std::pair<size_t, source::Span>> places;  // with the article
};
// What was said or published, as it is worded.
using Wordings = std::map<std::u32string, Wording>;

// 对…作出的指示, 就…作出指示; 在…上的讲话, 在…时讲话.
std::u32string bare(std::u32string_view words) {
  constexpr std::u32string_view kLoose = U"对就在于上时中的作做出《》“”‘’（）()、，,：: 　";
  std::u32string out;
  for (const char32_t c : words) {
    if (!one_of(c, kLoose)) out += c;
  }
  return out;
}

// The places of one text's single character that is another in the other text; -1 where they differ in more or less.
std::ptrdiff_t one_difference(std::u32string_view a, std::u32string_view b) {
  if (a.size() != b.size()) return -1;
  std::ptrdiff_t place = -1;
  for (size_t i = 0; i < a.size(); ++i) {
    if (a[i] == b[i]) continue;
    if (place >= 0) return -1;
    place = static_cast<std::ptrdiff_t>(i);
  }
  return place;
}

bool one_source(const Wording& a, const Wording& b) {
  if (a.bare == b.bare) return true;
  const std::ptrdiff_t place = one_difference(a.bare, b.bare);
  if (place < 0 || a.bare.size() < kShortestTitle) return false;
  const auto at = static_cast<size_t>(place);
  return !tells_apart(a.bare[at]) && !tells_apart(b.bare[at]);
}

}  // namespace

void check_source_dates(const Document& document, Findings& out) {
  const std::string& own = document.metadata.date;
  if (own.empty()) return;
  for_each_note(document.blocks, [&](const Inline& node, const Note& note) {
    if (!note.citation) return;
    const CitationRecord& record = *note.citation;
    for (const std::string* date : {&record.date, &record.dateline_date, &record.published}) {
      // 2023 and 2023-03 hold every day of theirs.
      if (date->empty() || date->substr(0, own.size()) <= own.substr(0, date->size())) continue;
      out.push_back({"proof.s03", node.info.span, {*date, "the article that cites it is of " + own}, {}});
      return;
    }
  });
}

void check_sources(const std::vector<Article>& articles, std::vector<Findings>& out) {
  std::map<std::pair<std::string, std::string>, Wordings> by_day;
  for (size_t i = 0; i < articles.size(); ++i) {
    for_each_note(articles[i].document->blocks, [&](const Inline& node, const Note& note) {
      if (!note.citation) return;
      const CitationRecord& record = *note.citation;
      const std::string& date = record.date.empty() ? record.dateline_date : record.date;
      if (date.empty() || record.title.empty()) return;
      const std::u32string words = base::to_utf32(record.title);
      Wording& wording = by_day[{date, record.speaker}][words];
      wording.bare = bare(words);
      wording.places.emplace_back(i, node.info.span);
    });
  }
  // The wording that is used most, or first, is the one to keep.
  const auto better = [](const Wording& a, const Wording& b) {
    if (a.places.size() != b.places.size()) return a.places.size() > b.places.size();
    const auto& [article, span] = a.places.front();
    const auto& [other_article, other_span] = b.places.front();
    return article != other_article ? article < other_article : span.begin < other_span.begin;
  };
  for (const auto& [day, wordings] : by_day) {
    if (wordings.size() > kMostWordings) continue;
    for (const auto& [words, own] : wordings) {
      const auto* best = &*wordings.find(words);
      for (const auto& other : wordings) {
        if (one_source(own, other.second) && better(other.second, best->second)) best = &other;
      }
      if (best->first == words) continue;
      for (const auto& [article, span] : own.places) {
        out[article].push_back({"proof.s04", span, {base::to_utf8(words), base::to_utf8(best->first)}, {}});
      }
    }
  }
}

}  // namespace huozi::proof
