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
