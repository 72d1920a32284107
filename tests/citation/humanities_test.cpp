#include "citation/humanities.h"

#include "support/catch.h"

namespace huozi {
namespace {

std::string cited(std::string author, std::string title, std::string source, std::string date, std::string url) {
  document::ArticleMetadata article;
  article.author = std::move(author);
  article.title = std::move(title);
  article.source = std::move(source);
  article.date = std::move(date);
  article.url = std::move(url);
  const citation::NoteText text = citation::cite_article(article);
  return text.before + (text.address.empty() ? "" : "<" + text.address + ">") + text.after;
}

TEST_CASE("an article is cited by author, title, source, date and address") {
  CHECK(cited("林舟", "活字", "示例报", "2022-05-25", "") == "林舟：《活字》，示例报，2022年5月25日。");
  CHECK(cited("林舟", "活字", "示例报", "2022-05-05", "https://example.com/1") ==
        "林舟：《活字》，示例报，2022年5月5日，<https://example.com/1>。");
}

TEST_CASE("the source leads where no author is known") {
  CHECK(cited("", "活字", "观察者网", "2022-05-25", "") == "观察者网：《活字》，2022年5月25日。");
  CHECK(cited("观察者网", "活字", "观察者网", "", "") == "观察者网：《活字》。");
}

TEST_CASE("what is missing is left out, and nothing is cited from a title alone") {
  CHECK(cited("", "活字", "", "2022-05", "") == "《活字》，2022年5月。");
  CHECK(cited("", "活字", "", "", "https://example.com/") == "《活字》，<https://example.com/>。");
  CHECK(cited("林舟", "活字", "", "", "") == "林舟：《活字》。");
  CHECK(cited("", "活字", "", "", "").empty());
}

TEST_CASE("title marks within a title become single ones") {
  CHECK(cited("林舟", "读《天工开物》", "", "2022", "") == "林舟：《读〈天工开物〉》，2022年。");
}

}  // namespace
}  // namespace huozi
