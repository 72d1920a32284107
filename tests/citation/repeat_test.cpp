#include "citation/repeat.h"

#include "document/plain_text.h"
#include "document/walk.h"
#include "support/builders.h"
#include "support/catch.h"

using namespace huozi;

namespace {

std::string shortened(const char* words) {
  const auto form = citation::short_form(words);
  return form ? form->text : "-";
}

}  // namespace

TEST_CASE("the short form keeps author, title and page") {
  CHECK(shortened("赵景深：《文坛忆旧》，上海：北新书局，1948年，第43页。") == "赵景深：《文坛忆旧》，第43页。");
  CHECK(shortened("毛泽东：《毛泽东选集》第1卷，北京：人民出版社，1991年，第32—33页。") ==
        "毛泽东：《毛泽东选集》第1卷，第32—33页。");
  CHECK(shortened("甲：《在会上的讲话》（2022年3月1日），《人民日报》2022年3月2日，第1版。") ==
        "甲：《在会上的讲话》（2022年3月1日）。");
  CHECK(shortened("甲：《题》，第3页。") == "-");
  CHECK(shortened("2022年3月1日，在会上的讲话") == "-");
  CHECK(shortened("甲：《题》，乙社，2001年；丙：《题》，丁社，2002年。") == "-");
  CHECK(shortened("《题》，乙社。") == "-");
}

TEST_CASE("a note's words are a source, a page and a stop") {
  const auto taken_apart = [](const char* words) {
    const citation::CitedWords cited = citation::cited_words(words);
    return std::string(cited.source) + "|" + std::string(cited.page) + "|" + std::string(cited.stop);
  };
  CHECK(taken_apart("甲：《题》，某社，2001年，第3—5页。") == "甲：《题》，某社，2001年|，第3—5页|。");
  CHECK(taken_apart("甲：《題》，某社，2001年，第3頁") == "甲：《題》，某社，2001年|，第3頁|");
  CHECK(taken_apart("甲：《题》，《某报》2001年1月1日，第3版。") == "甲：《题》，《某报》2001年1月1日，第3版||。");
  CHECK(taken_apart("2022年3月1日，在会上的讲话") == "2022年3月1日，在会上的讲话||");
  CHECK(taken_apart("甲. 题[M]. 北京：某社，2001：3-5.") == "甲. 题[M]. 北京：某社，2001|：3-5|.");
  CHECK(taken_apart("甲. 题[M]. 北京: 某社, 2001: 3.") == "甲. 题[M]. 北京: 某社, 2001|: 3|.");
  CHECK(taken_apart("甲. 题[J]. 刊，2001，3（2）：5-9.") == "甲. 题[J]. 刊，2001，3（2）：5-9||.");
  CHECK(taken_apart("甲：《题》，第3页；乙：《文》，第5页。") == "甲：《题》，第3页；乙：《文》，第5页||。");
}

TEST_CASE("a source's later notes say what they repeat, and their own page") {
  using document::Note;
  const auto briefs = [](citation::Repeat repeat, std::initializer_list<const char*> notes) {
    document::Section section;
    for (const char* words : notes) {
      document::Inline node = test::note({test::p(words)});
      std::get<Note>(node.content).kind = document::NoteKind::citation;
      section.blocks.push_back(test::p({test::t("文"), std::move(node)}));
    }
    citation::mark_repeated(section, repeat);
    std::string all;
    document::for_each_note(section, [&](const document::Inline&, const Note& each) {
      const auto& form = each.repeated.value();
      all += form.before.empty() ? "-" : form.before + (form.numbered ? "#" : "") + form.after;
      all += " ";
    });
    return all;
  };
  using citation::Repeat;
  CHECK(briefs(Repeat::above, {"甲：《题》，社，第1页。", "甲：《题》，社，第1页。", "甲：《题》，社，第2页。",
                               "甲：《题》，社，第2页。", "乙：《题》，社。", "乙：《题》，社。"}) ==
        "- 同上。 同上，第2页。 同上。 - 同上。 ");
  // Whichever of them is the first on the page: after two pages each says its own.
  CHECK(briefs(Repeat::numbered, {"甲：《题》，社，第1页。", "讲话", "甲：《题》，社，第1页。", "讲话",
                                  "甲：《题》，社，第2页。", "甲：《题》，社，第2页。"}) ==
        "- - 同#。 同# 同#，第2页。 同#，第2页。 ");
  // Without a page it would be the page before; another printing is another source.
  CHECK(briefs(Repeat::above, {"甲：《题》，社，第1页。", "甲：《题》，社。", "甲：《题》，社，第1页。",
                               "甲：《题》，别社，第1页。"}) == "- - 同上，第1页。 - ");
}

TEST_CASE("records of one source with pages of their own are told apart", "[citation]") {
  document::Section section;
  for (const char* page : {"3", "9"}) {
    document::Inline node = test::note({test::p((std::string("甲. 题[Z]，图") + page).c_str())});
    auto& note = std::get<document::Note>(node.content);
    note.kind = document::NoteKind::citation;
    note.citation.emplace().key = "k";
    note.citation->pages = page;
    section.blocks.push_back(test::p({test::t("文"), std::move(node)}));
  }
  citation::mark_repeated(section, citation::Repeat::above);
  document::for_each_note(section, [&](const document::Inline&, const document::Note& each) {
    CHECK(each.repeated.value().before.empty());
  });
}

TEST_CASE("notes that are not words alone, or the author's, have no brief form") {
  using test::note, test::p, test::t;
  document::Section section;
  document::Inline own = note({p("同")}), nested = note({p({t("文"), note({p("内")})})}),
                   two = note({p("甲"), p("乙")});
  for (document::Inline* each : {&nested, &two}) {
    std::get<document::Note>(each->content).kind = document::NoteKind::citation;
  }
  section.blocks = {p({own, own, nested, nested, two, two})};
  citation::mark_repeated(section, citation::Repeat::above);
  document::for_each_note(
      section, [&](const document::Inline&, const document::Note& each) { CHECK_FALSE(each.repeated.has_value()); });
}

TEST_CASE("citation notes of a section are short from a source's second on") {
  using test::note, test::p, test::t;
  document::Section section;
  const auto cite = [&](const char* words, document::NoteKind kind = document::NoteKind::citation) {
    document::Inline node = note({p(words)});
    std::get<document::Note>(node.content).kind = kind;
    section.blocks.push_back(p({t("文"), std::move(node)}));
  };
  cite("甲：《题》，某社，2001年，第1页。");
  cite("乙：《题》，某社，2001年，第2页。");
  cite("甲：《题》，某社，2001年，第3页。");
  cite("甲：《题》，某社，2001年，第4页。", document::NoteKind::author);
  document::Audit audit;
  citation::shorten_repeated(section, audit);
  std::string all;
  document::for_each_note(section, [&](const document::Inline&, const document::Note& each) {
    all += document::plain_text(std::get<document::Paragraph>(each.blocks[0].content).children);
  });
  CHECK(all ==
        "甲：《题》，某社，2001年，第1页。乙：《题》，某社，2001年，第2页。甲：《题》，第3页。"
        "甲：《题》，某社，2001年，第4页。");
  REQUIRE(audit.entries.size() == 1);
  CHECK(audit.entries[0].removed == "甲：《题》，某社，2001年，第3页。");
}
