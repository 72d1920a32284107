#include <set>

#include "document/plain_text.h"
#include "document/walk.h"
#include "edit/attribution_shape.h"
#include "edit/cleaned.h"

namespace huozi {
namespace {

using namespace test;

const char* const kQuoted = "图书馆是城市的书房，要让读者进得来、坐得住、借得到，办馆的人先要自己爱书。";
const char* const kSpeech = "——2021年4月23日，在全市读书节开幕式上的讲话";

struct Counted {
  size_t quotations = 0;
  size_t notes = 0;
  std::set<std::string> keys;
};
Counted counted(const Cleaned& result) {
  Counted out;
  document::for_each_block(result.document.blocks, [&](const document::Block& block) {
    out.quotations += std::holds_alternative<document::Quotation>(block.content) ? 1 : 0;
  });
  document::for_each_note(result.document.blocks, [&](const document::Inline&, const document::Note& note) {
    ++out.notes;
    if (note.citation) out.keys.insert(note.citation->key);
  });
  return out;
}

TEST_CASE("headings, quoted paragraphs and attributions: the whole of a compilation of remarks") {
  const char* const instruction = "——对阅览室工作作出的重要指示，据新华社上海2019年7月2日电";
  const Cleaned result = cleaned({
      p("全民阅读工作开展以来，各地图书馆延长开放时间，增加藏书，改进服务。现将有关论述摘编如下。"),
      p({img("https://example.com/a.jpg")}),
      p("2021年4月23日，全市读书节在图书馆广场开幕，读者排队换书。新华社记者 林舟/摄"),
      p("读书是一辈子的事"),
      p(kQuoted),
      p(kSpeech),
      p("让藏书走出书库"),
      p("书在库里是死的，借出去才是活的。"),
      p(instruction),
      p("方便读者，服务读者"),
      p("要综合施策，多开一个小时门，就能多来一批读者，把群众读书的需要解决好。"),
      p(instruction),
  });
  CHECK(result.outline() ==
        "p 全民阅读工作开展以来，各地图书馆延长开放时间，增加藏书，改进服务。现将有关论述摘编如下。\n"
        "figure 2021年4月23日，全市读书节在图书馆广场开幕，读者排队换书。|新华社记者 林舟/摄\n"
        "  p [https://example.com/a.jpg]\n"
        "h2 读书是一辈子的事\n"
        "quotation\n"
        "  p 图书馆是城市的书房，要让读者进得来、坐得住、借得到，办馆的人先要自己爱书。"
        "{p 2021年4月23日，在全市读书节开幕式上的讲话}\n"
        "h2 让藏书走出书库\n"
        "quotation\n"
        "  p 书在库里是死的，借出去才是活的。{p 对阅览室工作作出的重要指示，据新华社上海2019年7月2日电}\n"
        "h2 方便读者，服务读者\n"
        "quotation\n"
        "  p 要综合施策，多开一个小时门，就能多来一批读者，把群众读书的需要解决好。"
        "{p 对阅览室工作作出的重要指示，据新华社上海2019年7月2日电}\n");
  const Counted counts = counted(result);
  CHECK(counts.quotations == 3);
  CHECK(counts.notes == 3);
  CHECK(counts.keys.size() == 2);
}

TEST_CASE("a citation note stands after the final mark and keeps the line's span") {
  Sample sample = document_of({p(kQuoted), p({t("— — 《"), strong("读书"), t("札记》，1948年")})});
  const std::string source = sample.source;
  source::Diagnostics diagnostics;
  document::Audit audit;
  edit::clean(sample.document, {}, diagnostics, audit);
  const auto& quotation = std::get<document::Quotation>(sample.document.blocks.at(0).content);
  const auto& nodes = std::get<document::Paragraph>(quotation.children.at(0).content).children;
  REQUIRE(nodes.size() == 2);
  const auto& note = std::get<document::Note>(nodes.back().content);
  CHECK(note.kind == document::NoteKind::citation);
  CHECK(nodes.back().info.span.begin == std::string_view(kQuoted).size());
  CHECK(nodes.back().info.span.end == source.size());
  const auto& words = std::get<document::Paragraph>(note.blocks.at(0).content).children;
  CHECK(document::plain_text(words) == "《读书札记》，1948年");
  CHECK(source.substr(words[0].info.span.begin, words[0].info.span.end - words[0].info.span.begin) == "《");
  REQUIRE(audit.entries.size() == 1);
  CHECK(audit.entries[0].rule == "edit.attribution");
  CHECK(audit.entries[0].removed == "— — ");
  CHECK(note.citation->date == "1948");
}

TEST_CASE("dashed items of a plan are not attributions") {
  const Cleaned result = cleaned({
      p({strong("二、工作原则")}),
      p("要坚持以下原则，统筹推进各项工作，确保任务落到实处。"),
      p("——统筹规划、分类实施。坚持全市一盘棋，按2025年的目标安排任务。"),
      p("——重点突破、以点带面。贯彻重要指示，先在有条件的馆试行。"),
      p("——读者第一、服务为本，落实《读者服务办法》"),
      p("——安全有序、稳步推进"),
      p("各馆要按照上述原则制订实施办法，并在年底以前报告。"),
  });
  CHECK(counted(result).notes == 0);
  CHECK(counted(result).quotations == 0);
}

TEST_CASE("a dashed line that names no source, or says a whole sentence, stays") {
  const char* const line =
      GENERATE("——林舟", "——这是2021年的事。后来就不同了", "—2021年4月23日",
               "——2021年4月23日，在一次很长很长很长很长很长很长很长很长很长很长很长很长很长很长很长很长很长很长"
               "很长很长很长很长很长很长很长很长很长很长很长很长很长很长很长很长的会议上的讲话");
  const Cleaned result = cleaned({p(kQuoted), p(line)});
  CHECK(counted(result).notes == 0);
  CHECK(result.document.blocks.size() == 2);
}

TEST_CASE("how sure a line names a source") {
  const auto sure = [](std::string_view line) { return edit::judge_source_line(line).confidence; };
  for (const char* const line :
       {"——2021年4月23日，在读书节上的讲话", "——对阅览工作作出的重要指示，据示例社上海2019年7月2日电", "——《读书札记》",
        "——林舟《读书札记》，1948年", "——林舟，《读书札记》", "——2021年4月23日，林舟：《读书札记》", "——2021年4月",
        "——林舟，1948年", "——2021年4月23日于示例市", "——林舟在读书节上的致辞（2021年4月23日）"}) {
    CAPTURE(line);
    CHECK(sure(line) >= 50);
  }
  for (const char* const line :
       {"——", "——林舟", "——落实讲话精神", "——据统计，全市电话用户增加", "——贯彻指示要求，先在一馆试行",
        "——读者第一，落实《读者公约》", "——2021年4月新馆开门，读者多了一倍", "——读者多了，书也多了，2021年再看",
        "——说完了。", "——我们相识于2021年"}) {
    CAPTURE(line);
    CHECK(sure(line) < 50);
  }
}

TEST_CASE("every line with a dash is decided on") {
  const Cleaned result = cleaned({p(kQuoted), p(kSpeech), p(kQuoted), p("——林舟"), p({img("a.jpg")}), p(kSpeech)});
  std::string decided;
  for (const document::Decision& decision : result.audit.decisions) {
    if (decision.rule == "attribution") decided += std::to_string(decision.confidence) + " ";
  }
  CHECK(decided == "95 15 30 ");
}

TEST_CASE("a quotation may be a typed list") {
  const Cleaned result =
      cleaned({h(2, "读书"), p("1. 开门要早，让上班的人也能来一趟。"), p("2. 关灯要晚。"), p(kSpeech)});
  CHECK(result.outline() ==
        "h2 读书\nquotation\n  list\n    p 1. 开门要早，让上班的人也能来一趟。\n"
        "    p 2. 关灯要晚。{p 2021年4月23日，在全市读书节开幕式上的讲话}\n");
}

TEST_CASE("since the last heading all paragraphs are quoted, without a heading only the one above") {
  const Blocks two = {p(kQuoted), p(kQuoted), p(kSpeech)};
  const Cleaned without = cleaned(two);
  CHECK(std::holds_alternative<document::Paragraph>(without.document.blocks.at(0).content));
  CHECK(counted(without).quotations == 1);

  Blocks with_heading = {h(2, "读书")};
  with_heading.insert(with_heading.end(), two.begin(), two.end());
  const Cleaned with = cleaned(with_heading);
  REQUIRE(with.document.blocks.size() == 2);
  CHECK(std::get<document::Quotation>(with.document.blocks[1].content).children.size() == 2);

  const Cleaned announced = cleaned({h(2, "读书"), p("馆长在开幕式上说："), p(kQuoted), p(kQuoted), p(kSpeech)});
  REQUIRE(announced.document.blocks.size() == 3);
  CHECK(std::get<document::Quotation>(announced.document.blocks[2].content).children.size() == 2);
}

TEST_CASE("a marked quotation takes the attribution below it or in its last line") {
  const Cleaned below = cleaned({quote({p(kQuoted), p(kQuoted)}), p(kSpeech)});
  const Cleaned inside = cleaned({quote({p(kQuoted), p(kQuoted), p(kSpeech)})});
  CHECK(below.outline() == inside.outline());
  CHECK(counted(below).quotations == 1);
  CHECK(counted(below).notes == 1);
}

TEST_CASE("attributions in parentheses, or kept") {
  edit::Options options;
  options.attributions = edit::Attributions::parenthesis;
  const Cleaned bracketed = cleaned({p("书在库里是死的，借出去才是活的。"), p(kSpeech)}, options);
  CHECK(bracketed.outline() ==
        "quotation\n  p 书在库里是死的，借出去才是活的。（2021年4月23日，在全市读书节开幕式上的讲话）\n");
  options.attributions = edit::Attributions::keep;
  CHECK(cleaned({p(kQuoted), p(kSpeech)}, options).outline() == std::string("p ") + kQuoted + "\np " + kSpeech + "\n");
}

TEST_CASE("an attribution with nothing to quote above it stays") {
  CHECK(counted(cleaned({p(kSpeech), p(kQuoted)})).notes == 0);
  CHECK(counted(cleaned({h(2, "读书"), p(kSpeech)})).notes == 0);
  CHECK(counted(cleaned({p({img("a.jpg")}), p(kSpeech)})).notes == 0);
}

}  // namespace
}  // namespace huozi
