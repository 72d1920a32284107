#include "compare/changes.h"

#include <algorithm>
#include <chrono>
#include <ctime>
#include <random>

#include "compare/sentences.h"
#include "support/catch.h"

using namespace huozi::compare;

namespace {

Paragraph paragraph(std::string text, std::string element = "p") {
  Paragraph out;
  out.text = std::move(text);
  out.element = std::move(element);
  return out;
}

Edition edition(const std::vector<std::string>& texts) {
  Edition out;
  for (const std::string& text : texts) {
    out.paragraphs.push_back(paragraph(text));
    out.paragraphs.back().id = "1-" + std::to_string(out.paragraphs.size());
  }
  return out;
}

std::string words(const Edition& edition, const Place& place) {
  if (place.text.begin == place.text.end) return {};
  return edition.paragraphs[place.paragraph].text.substr(place.text.begin, place.text.end - place.text.begin);
}

// One line a change: kind, old words, new words.
std::string told_of(const Edition& before, const Edition& after) {
  std::string out;
  for (const Change& each : compare(before, after).changes) {
    out += std::string(kind_name(each.kind)) + (each.whole ? " whole" : "") + "|" + words(before, each.before) + "|" +
           words(after, each.after) + "\n";
  }
  return out;
}
std::string told(const std::vector<std::string>& before, const std::vector<std::string>& after) {
  return told_of(edition(before), edition(after));
}

double cpu_seconds() {
  return static_cast<double>(std::clock()) / CLOCKS_PER_SEC;
}

}  // namespace

TEST_CASE("equal editions differ in nothing") {
  CHECK(told({"茶园在山上。春天采茶。", "桥在河上。"}, {"茶园在山上。春天采茶。", "桥在河上。"}).empty());
  CHECK(told(std::vector<std::string>{}, std::vector<std::string>{}).empty());
}

TEST_CASE("a sentence comes, goes, changes") {
  CHECK(told({"茶园在山上。春天采茶。"}, {"茶园在山上。雨后最忙。春天采茶。"}) == "added||雨后最忙。\n");
  CHECK(told({"茶园在山上。雨后最忙。春天采茶。"}, {"茶园在山上。春天采茶。"}) == "removed|雨后最忙。|\n");
  CHECK(told({"茶园在山上。他走的很快。"}, {"茶园在山上。他走得很快。"}) == "changed|他走的很快。|他走得很快。\n");
  CHECK(told({"桥修好了，大家都来看。"}, {"桥修好了；大家都来看。"}) ==
        "changed|桥修好了，大家都来看。|桥修好了；大家都来看。\n");
}

TEST_CASE("two sentences made one are one change") {
  CHECK(told({"图书馆早上开门。读者很多。后来下雨。"}, {"图书馆早上开门，读者很多。后来下雨。"}) ==
        "changed|图书馆早上开门。读者很多。|图书馆早上开门，读者很多。\n");
  CHECK(told({"图书馆早上开门，读者很多。后来下雨。"}, {"图书馆早上开门。读者很多。后来下雨。"}) ==
        "changed|图书馆早上开门，读者很多。|图书馆早上开门。读者很多。\n");
}

TEST_CASE("paragraphs come, go and move") {
  const std::string a = "第一段写茶园和山路。", b = "第二段写石桥和流水。", c = "第三段写书架和窗户。";
  CHECK(told({a, b}, {a, c, b}) == "added whole||" + c + "\n");
  CHECK(told({a, c, b}, {a, b}) == "removed whole|" + c + "|\n");
  CHECK(told({a, b, c, "末段。"}, {b, c, a, "末段。"}) == "moved whole|" + a + "|" + a + "\n");
}

TEST_CASE("what is short moves with what stands beside it") {
  const std::string a = "第一段写茶园和山路。", b = "第二段写石桥和流水。", c = "第三段写书架和窗户。", d = "末。";
  const Edition before = edition({"是", a, "是", "否", b, c, d, "是"});
  const Edition after = edition({"是", b, c, d, "否", a, "是", "否", "是"});
  const Comparison found = compare(before, after);
  REQUIRE(found.changes.size() == 2);
  CHECK(found.changes[0].kind == Kind::added);
  CHECK(found.changes[1].kind == Kind::moved);
  CHECK(found.changes[1].paragraphs == 3);
}

TEST_CASE("what an edition has none of is nowhere in it") {
  Edition before = edition({"正文一句。"});
  Edition after = edition({"正文一句。", "第一条注。"});
  after.paragraphs[1].note = true;
  const Comparison found = compare(before, after);
  REQUIRE(found.changes.size() == 1);
  // Where its paragraph is: notes there were none.
  CHECK(found.changes[0].before.paragraph == 0);
  CHECK(found.changes[0].before.text == Range{15, 15});
  CHECK(compare(after, before).changes[0].after.paragraph == 0);
  before.paragraphs.clear();
  const std::vector<Change> all = compare(before, after).changes;
  REQUIRE(all.size() == 2);
  CHECK(all[0].before.paragraph == kNowhere);
  CHECK(all[1].before.paragraph == kNowhere);
}

TEST_CASE("a note comes and goes where the text has it, not beside the note before") {
  Edition before = edition({"第一段写茶园。", "注一。", "第二段写桥。", "第三段写河。", "注二。"}), after = before;
  before.paragraphs[1].note = before.paragraphs[4].note = after.paragraphs[1].note = true;
  after.paragraphs.pop_back();
  after.paragraphs[3].text = "第三段写河。";
  const Comparison found = compare(before, after);
  REQUIRE(found.changes.size() == 1);
  CHECK(found.changes[0].kind == Kind::removed);
  CHECK(found.changes[0].after.paragraph == 3);
  CHECK(found.changes[0].after.text == Range{18, 18});
}

TEST_CASE("notes and pictures that go with their paragraph are not told to have moved") {
  Edition before = edition({"第一段写茶园和山上的路。", "注一写的是茶园的年份。", "第二段写桥和两岸的人家。",
                            "第三段写河和渡口的石阶。", "注二写的是河水的深浅。", "images/river.png 河"});
  before.paragraphs[1].note = before.paragraphs[4].note = true;
  before.paragraphs[5].element = "img";
  Edition after = before;
  std::rotate(after.paragraphs.begin(), after.paragraphs.begin() + 3, after.paragraphs.end());
  CHECK(told_of(before, after) == "moved whole|第三段写河和渡口的石阶。|第三段写河和渡口的石阶。\n");
  // The note alone: it is another paragraph's now.
  after = before;
  std::swap(after.paragraphs[1], after.paragraphs[2]);
  std::swap(after.paragraphs[2], after.paragraphs[4]);
  CHECK(told_of(before, after).find("moved whole|注") != std::string::npos);
}

TEST_CASE("a picture that went to another paragraph moved, though it is the only one") {
  const std::string picture = "images/river.png 河";
  Edition before = edition({"第一段写茶园。", "第二段写桥。", "第三段写河。", picture, "末段。"}), after = before;
  before.paragraphs[3].element = after.paragraphs[3].element = "img";
  std::swap(after.paragraphs[2], after.paragraphs[3]);
  CHECK(told_of(before, after).empty());  // a report that kept no digests has no places of pictures
  before.paragraphs[3].digest = after.paragraphs[2].digest = "1";
  CHECK(told_of(before, after) == "moved whole|" + picture + "|" + picture + "\n");
  // What came, went or moved before it is another matter.
  after = before;
  after.paragraphs[2].text = "新添一段，写山里的药农。";
  CHECK(told_of(before, after).find(picture) == std::string::npos);
  after.paragraphs.erase(after.paragraphs.begin() + 2);
  CHECK(told_of(before, after) == "removed whole|第三段写河。|\n");
  CHECK(told_of(after, before) == "added whole||第三段写河。\n");
  before.paragraphs[2].text = "第三段写河，河边有一座茶馆，门口种着两棵柳树。";
  after = before;
  std::rotate(after.paragraphs.begin(), after.paragraphs.begin() + 2, after.paragraphs.begin() + 3);
  CHECK(told_of(before, after).find(picture) == std::string::npos);
}

TEST_CASE("another picture under the same name is told") {
  Edition before = edition({"第一段写茶园。", "images/a.png 茶园"}), after = before;
  before.paragraphs[1].element = after.paragraphs[1].element = "img";
  before.paragraphs[1].digest = "1";
  CHECK(told_of(before, after).empty());  // a report of a version that kept none
  after.paragraphs[1].digest = "1";
  CHECK(told_of(before, after).empty());
  after.paragraphs[1].digest = "2";
  CHECK(told_of(before, after) == "changed whole|images/a.png 茶园|images/a.png 茶园\n");
}

TEST_CASE("a heading that became a paragraph is told, and the other way round") {
  Edition before = edition({"开头写茶园。", "怎样存茶？怕潮。", "结尾写桥。"}), after = before;
  before.paragraphs[1].element = "h2";
  const std::string words = "怎样存茶？怕潮。";
  CHECK(told_of(before, after) == "recast whole|" + words + "|" + words + "\n");
  CHECK(told_of(after, before) == "recast whole|" + words + "|" + words + "\n");
  CHECK(counts_of(compare(before, after)).recast == 1);
  after.paragraphs[1].element = "h3";
  CHECK(told_of(before, after).empty());
  // Of what changed or moved besides it is said there.
  after.paragraphs[1].element = "p";
  before.paragraphs.push_back(after.paragraphs[0]);
  before.paragraphs.back().text = "书末写河。";
  after.paragraphs.push_back(before.paragraphs.back());
  std::rotate(after.paragraphs.begin() + 1, after.paragraphs.begin() + 2, after.paragraphs.end());
  const Comparison moved = compare(before, after);
  REQUIRE(moved.changes.size() == 1);
  CHECK(moved.changes[0].kind == Kind::moved);
  CHECK(is_recast(before, after, moved.changes[0]));
}

TEST_CASE("pictures are a flow of their own") {
  Edition before = edition({"第一段写茶园。", "images/a.png 茶园", "images/b.png"}),
          after = edition({"第一段写茶园。", "images/a.png 茶山"});
  before.paragraphs[1].element = before.paragraphs[2].element = after.paragraphs[1].element = "img";
  CHECK(told_of(before, after) == "changed|images/a.png 茶园|images/a.png 茶山\nremoved whole|images/b.png|\n");
}

TEST_CASE("a paragraph that moved may have changed too") {
  const std::string a = "茶园的路从村口的老树下开始，一直通到山顶。路边种了许多兰花，春天很香。";
  const std::string changed = "茶园的路从村口的老树下开始，一直通到山腰。路边种了许多兰花，春天很香。";
  CHECK(told({a, "桥。", "河。", "船。"}, {"桥。", "河。", "船。", changed}) ==
        "moved whole|" + a + "|" + changed +
            "\nchanged|茶园的路从村口的老树下开始，一直通到山顶。|茶园的路从村口的老树下开始，一直通到山腰。\n");
}

TEST_CASE("a paragraph cut in two has the same words") {
  CHECK(told({"茶园在山上。春天采茶。"}, {"茶园在山上。", "春天采茶。"}) == "split|春天采茶。|春天采茶。\n");
  CHECK(told({"茶园在山上。", "春天采茶。"}, {"茶园在山上。春天采茶。"}) == "joined|春天采茶。|春天采茶。\n");
  CHECK(told({"茶园在山上，春天采茶。"}, {"茶园在山上，", "春天采茶。"}) ==
        "split|茶园在山上，春天采茶。|春天采茶。\n");
}

TEST_CASE("headings and cells at one place are versions of each other") {
  Edition before = edition({"开头。", "", "结尾。"}), after = before;
  before.paragraphs[1] = paragraph("春季", "h2");
  after.paragraphs[1] = paragraph("秋日", "h2");
  CHECK(told_of(before, after) == "changed|春季|秋日\n");
  before.paragraphs[1].element = after.paragraphs[1].element = "p";
  CHECK(told_of(before, after) == "removed whole|春季|\nadded whole||秋日\n");
}

TEST_CASE("notes are a flow of their own, generated parts are counted") {
  Edition before = edition({"正文一句。再来一句。", "注的话。", "目录一"}),
          after = edition({"正文一句。", "注的话。", "再来一句。", "目录二"});
  before.paragraphs[1].note = after.paragraphs[1].note = true;
  before.paragraphs[2].part = after.paragraphs[3].part = "contents";
  CHECK(told_of(before, after) == "split|再来一句。|再来一句。\n");
  const Comparison found = compare(before, after);
  REQUIRE(found.parts.size() == 1);
  CHECK(found.parts[0].part == "contents");
  CHECK(found.parts[0].removed == 1);
  CHECK(found.parts[0].added == 1);
}

TEST_CASE("pages are compared by folio and look") {
  Edition before, after;
  before.pages = {{"1", "a"}, {"2", "b"}, {"3", "c"}};
  after.pages = {{"1", "a"}, {"2", "x"}};
  const Comparison found = compare(before, after);
  CHECK(found.pages_changed == std::vector<uint32_t>{1});
  CHECK(found.pages_removed == std::vector<uint32_t>{2});
}

TEST_CASE("the changes make the new edition of the old one") {
  // Few words, so that sentences repeat; the same dice on every machine.
  static const std::vector<std::string> kWords = {"茶", "桥", "书", "山", "水", "的", "得", "在", "了", "窗"};
  for (uint32_t seed = 0; seed < 400; ++seed) {
    std::mt19937 engine(seed);
    const auto below = [&](uint32_t n) { return static_cast<uint32_t>(engine() % n); };
    const auto sentence = [&] {
      std::string out;
      for (uint32_t n = 1 + below(seed % 2 ? 4 : 20); n > 0; --n)
        out += kWords[below(static_cast<uint32_t>(kWords.size()))];
      return out + (below(4) ? "。" : "！”");
    };
    const auto text = [&] {
      std::string out;
      for (uint32_t n = 1 + below(4); n > 0; --n) out += sentence();
      return out;
    };
    std::vector<std::string> old_texts;
    for (uint32_t n = below(30); n > 0; --n) old_texts.push_back(text());
    std::vector<std::string> new_texts = old_texts;
    for (uint32_t n = below(8); n > 0; --n) {
      const uint32_t at = below(static_cast<uint32_t>(new_texts.size() + 1));
      const auto here = new_texts.begin() + at;
      switch (below(5)) {
        case 0:
          new_texts.insert(here, text());
          break;
        case 1:
          if (here != new_texts.end()) new_texts.erase(here);
          break;
        case 2:
          if (here != new_texts.end()) *here += sentence();
          break;
        case 3:
          if (here != new_texts.end()) here->replace(0, 3, kWords[below(10)]);
          break;
        default:
          if (here != new_texts.end()) std::rotate(new_texts.begin(), here, new_texts.end());
      }
    }
    const Edition before = edition(old_texts), after = edition(new_texts);
    const auto cut = [](const Edition& of) {
      std::vector<std::pair<std::pair<uint32_t, uint32_t>, std::string>> out;  // place, words
      for (uint32_t p = 0; p < of.paragraphs.size(); ++p) {
        for (const Range range : sentences(of.paragraphs[p].text, "p")) {
          out.push_back({{p, range.begin}, of.paragraphs[p].text.substr(range.begin, range.end - range.begin)});
        }
      }
      return out;
    };
    // What a change takes out of the old edition, and puts into the new one. Of a moved paragraph what did not change.
    const std::vector<Change> changes = compare(before, after).changes;
    const auto covers = [&](const Change& each, bool old_side, std::pair<uint32_t, uint32_t> at) {
      const Place& place = old_side ? each.before : each.after;
      if (each.kind == Kind::split || each.kind == Kind::joined) return false;
      if (each.kind == Kind::moved) return at.first >= place.paragraph && at.first < place.paragraph + each.paragraphs;
      return at.first == place.paragraph && at.second >= place.text.begin && at.second < place.text.end;
    };
    std::vector<std::string> rest, made, wanted;
    for (const auto& [at, said] : cut(before)) {
      bool covered = false;
      for (const Change& each : changes) covered = covered || covers(each, true, at);
      if (!covered) rest.push_back(said);
    }
    size_t next = 0;
    for (const auto& [at, said] : cut(after)) {
      bool covered = false;
      for (const Change& each : changes) covered = covered || covers(each, false, at);
      wanted.push_back(said);
      if (covered) {
        made.push_back(said);
      } else if (next < rest.size()) {
        made.push_back(rest[next++]);
      }
    }
    INFO("seed " << seed);
    CHECK(next == rest.size());
    CHECK(made == wanted);
    // The marks of a change are all that differs.
    for (const Change& each : changes) {
      if (each.kind != Kind::changed) continue;
      const auto unmarked = [](std::string said, const std::vector<Range>& marks, uint32_t begin) {
        for (size_t i = marks.size(); i-- > 0;)
          said.replace(marks[i].begin - begin, marks[i].end - marks[i].begin, "|");
        return said;
      };
      CHECK(each.marks.in_old.size() == each.marks.in_new.size());
      CHECK(unmarked(words(before, each.before), each.marks.in_old, each.before.text.begin) ==
            unmarked(words(after, each.after), each.marks.in_new, each.after.text.begin));
    }
  }
}

TEST_CASE("books of many paragraphs are compared at once") {
  std::mt19937 engine(7);
  std::vector<std::string> texts;
  for (int i = 0; i < 50'000; ++i) {
    std::string text;
    for (int k = 0; k < 30; ++k) text += std::string("\xE4\xB8") + static_cast<char>(0x80 + engine() % 64);
    texts.push_back(text + "。");
  }
  std::vector<std::string> changed = texts;
  for (size_t i = 0; i < changed.size(); i += 10) changed[i].replace(30, 3, "桥");
  std::rotate(changed.begin() + 100, changed.begin() + 200, changed.begin() + 400);
  const double begun = cpu_seconds();
  const Comparison found = compare(edition(texts), edition(changed));
  const double spent = cpu_seconds() - begun;
  CHECK(found.changes.size() >= 5000);
  CHECK(spent < 1.0);
}

TEST_CASE("hostile books cost no more") {
  const double begun = cpu_seconds();
  compare(edition(std::vector<std::string>(100'000, "同样的话。")),
          edition(std::vector<std::string>(99'000, "同样的话。")));
  std::vector<std::string> a, b;
  std::mt19937 engine(1);
  for (int i = 0; i < 100'000; ++i) {
    a.push_back(engine() % 2 ? "甲。" : "乙。");
    b.push_back(engine() % 2 ? "甲。" : "乙。");
  }
  compare(edition(a), edition(b));
  for (std::string& each : a) each = "这一段的话都差不多" + each;
  for (std::string& each : b) each = "那一段的话都差不多" + each;
  compare(edition(a), edition(b));
  std::string one, other;
  for (int i = 0; i < 300'000; ++i) {
    one += engine() % 2 ? "甲" : "乙";
    other += engine() % 2 ? "甲" : "乙";
  }
  compare(edition({one}), edition({other}));
  CHECK(cpu_seconds() - begun < 4.0);
}
