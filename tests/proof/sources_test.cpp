#include "told.h"

namespace huozi {
namespace {

using namespace test;

document::Document citing(std::initializer_list<document::CitationRecord> records, const char* date = "") {
  Blocks blocks;
  for (const document::CitationRecord& record : records) {
    Inline call = note({p({t(record.title)})});
    auto& content = std::get<document::Note>(call.content);
    content.kind = document::NoteKind::citation;
    content.citation = record;
    blocks.push_back(p({t("茶。"), call}));
  }
  document::Document out = document_of(std::move(blocks)).document;
  out.metadata.date = date;
  return out;
}

document::CitationRecord record(const char* title, const char* date, const char* dateline = "") {
  document::CitationRecord out;
  out.title = title;
  out.date = date;
  out.dateline_date = dateline;
  return out;
}

TEST_CASE("sources later than the article", "[proof]") {
  CHECK(told({citing({record("在茶会上的讲话", "2023-03-01")}, "2022-05-25")}) ==
        "S03: 2023-03-01 | the article that cites it is of 2022-05-25");
  CHECK(told({citing({record("在茶会上的讲话", "", "2023-03-01")}, "2022-05-25")}) ==
        "S03: 2023-03-01 | the article that cites it is of 2022-05-25");
  for (const char* date : {"2022-05-25", "2021-12-31", "2022", "2022-05", ""}) {
    INFO(date);
    CHECK(told({citing({record("在茶会上的讲话", date)}, "2022-05-25")}).empty());
  }
  CHECK(told({citing({record("在茶会上的讲话", "2023-03-01")})}).empty());
}

TEST_CASE("one source in two wordings", "[proof]") {
  const document::Document one =
      citing({record("对图书馆工作作出的指示", "2022-03-01"), record("对图书馆工作作出的指示", "2022-03-01")});
  CHECK(told({one, citing({record("就图书馆工作作出的指示", "2022-03-01")})}) ==
        "S04: 就图书馆工作作出的指示 | 对图书馆工作作出的指示");
  // What is used most is kept, wherever it stands.
  CHECK(told({citing({record("就图书馆工作作出指示", "2022-03-01")}), one}).empty());
  CHECK(told({citing({record("在全国宣传工作座谈会上的讲话", "2022-03-01")}),
              citing({record("在全国宜传工作座谈会上的讲话", "2022-03-01")})}) ==
        "S04: 在全国宜传工作座谈会上的讲话 | 在全国宣传工作座谈会上的讲话");
  for (const char* other : {"对茶馆工作作出的指示", "对图书馆工作作出的指示", "在图书馆的讲话"}) {
    INFO(other);
    CHECK(told({one, citing({record(other, "2022-03-01")})}).empty());
  }
  CHECK(told({one, citing({record("就图书馆工作作出的指示", "2021-03-01")})}).empty());
  CHECK(told({citing({record("在第一次图书馆工作会议上的讲话", "2022-03-01")}),
              citing({record("在第二次图书馆工作会议上的讲话", "2022-03-01")})})
            .empty());
}

TEST_CASE("names that sound alike", "[proof]") {
  const Blocks usual = {p("《公共图书馆管理制度》，《公共图书馆管理制度》，《公共图书馆管理制度》。")};
  const auto beside = [&](const char* words) {
    return told({document_of(usual).document, document_of({p({t(words)})}).document});
  };
  CHECK(beside("《公共图书馆管理治度》。") == "S04: 公共图书馆管理治度 | 公共图书馆管理制度");
  CHECK(beside("《公共图书馆管理力度》，《公共图书馆管理制度》。").empty());
  CHECK(beside("《公共图书馆管理制度》《公共图书馆管理治度》《公共图书馆管理治度》。").empty());
  CHECK(beside("公共图书馆管理治度。").empty());
}

}  // namespace
}  // namespace huozi
