#include "citation/humanities.h"

#include <charconv>
#include <string_view>

namespace huozi::citation {
namespace {

// 《》 around the title; its own become 〈〉.
std::string in_title_marks(const std::string& title) {
  std::string inner = title;
  const auto replace = [&](std::string_view from, std::string_view to) {
    for (size_t at = inner.find(from); at != std::string::npos; at = inner.find(from, at + to.size())) {
      inner.replace(at, from.size(), to);
    }
  };
  replace("《", "〈");
  replace("》", "〉");
  return "《" + inner + "》";
}

// 2022-05-05 -> 2022年5月5日; less precise dates say less. Anything else as it is.
std::string chinese_date(std::string_view iso) {
  constexpr std::string_view kUnits[] = {"年", "月", "日"};
  std::string out;
  std::string_view rest = iso;
  for (const std::string_view unit : kUnits) {
    unsigned number = 0;
    const auto [end, error] = std::from_chars(rest.data(), rest.data() + rest.size(), number);
    if (error != std::errc()) return std::string(iso);
    out += std::to_string(number);
    out += unit;
    rest.remove_prefix(static_cast<size_t>(end - rest.data()));
    if (rest.empty()) return out;
    if (rest.front() != '-') break;
    rest.remove_prefix(1);
  }
  return std::string(iso);
}

}  // namespace

NoteText cite_article(const document::ArticleMetadata& article) {
  NoteText text;
  if (article.author.empty() && article.source.empty() && article.date.empty() && article.url.empty()) return text;
  const bool source_leads = article.author.empty();
  const std::string& lead = source_leads ? article.source : article.author;
  if (!lead.empty()) text.before = lead + "：";
  text.before += in_title_marks(article.title);
  if (!source_leads && !article.source.empty() && article.source != article.author) {
    text.before += "，" + article.source;
  }
  if (!article.date.empty()) text.before += "，" + chinese_date(article.date);
  if (article.url.empty()) {
    text.before += "。";
  } else {
    text.before += "，";
    text.address = article.url;
    text.after = "。";
  }
  return text;
}

}  // namespace huozi::citation
