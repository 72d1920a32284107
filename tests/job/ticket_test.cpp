// The ticket in both its forms: ticket_json and ticket_page.
#include <nlohmann/json.hpp>

#include "document/plain_text.h"
#include "document/walk.h"
#include "job/ticket_json.h"
#include "job/ticket_page.h"
#include "support/catch.h"

using namespace huozi;

namespace {

job::Facts facts() {
  job::Facts out;
  out.title = "茶山";
  out.isbn = "978-7-302-12260-9";
  out.publisher = "某社";
  out.print_run = 3000;
  out.width = 140'000;
  out.height = 203'000;
  out.bleed = 3000;
  out.size_name = "大32开";
  out.sheets = 4250;
  out.pages = 134;
  out.signatures = print::signatures_of(134);
  out.marks = {"crop", "cross"};
  out.paper = job::Paper{"80g胶版", 105};
  out.spine = 7435;
  out.colours = "4+4";
  out.in_colour = std::vector<job::PageRun>{{3, 5, "iii", "1"}, {9, 9, "9", "9"}};
  out.output_intent = "某种条件";
  out.rendering_intent = "perceptual";
  out.ink_limit = 300;
  out.files = {{"book.print.pdf",
                job::File::Kind::text,
                1'234'567,
                std::string(64, 'a'),
                "PDF/X-4",
                {{"某宋", "MouSong-Regular", true, true}, {"某楷", "MouKai", true, false}}}};
  out.coarse = {{"images/桥.png", 7, "5", 212}};
  out.heavy = {{"images/茶.jpg", 8, "6", 330}};
  return out;
}

// Texts in reading order, parted by |.
std::string words(const document::Book& book) {
  std::string out;
  document::for_each_inline(book, [&](const document::Inline& node) {
    if (const auto* text = std::get_if<document::Text>(&node.content)) out += text->text + "|";
  });
  return out;
}

size_t count(const std::string& text, const std::string& wanted) {
  size_t found = 0;
  for (size_t at = text.find(wanted); at != std::string::npos; at = text.find(wanted, at + 1)) ++found;
  return found;
}

}  // namespace

TEST_CASE("the ticket's JSON has every fact as a program reads it", "[job]") {
  const std::string text = job::ticket_json(facts());
  CHECK(text.ends_with("}\n"));
  CHECK(text == job::ticket_json(facts()));
  const auto json = nlohmann::json::parse(text);
  CHECK(json["schema"] == "huozi-job-1");
  CHECK(json["title"] == "茶山");
  CHECK(json["print_run"] == 3000);
  CHECK(json["trim"]["width_mm"] == 140);
  CHECK(json["trim"]["name"] == "大32开");
  CHECK(json["sheets"] == 4.25);
  CHECK(json["signatures"] == nlohmann::json({{"pages", 16}, {"count", 9}, {"blank_pages", 10}, {"nested", false}}));
  CHECK(json["paper"] == nlohmann::json({{"name", "80g胶版"}, {"caliper_mm", 0.105}}));
  CHECK(json["spine_mm"] == 7.435);
  CHECK(json["binding"] == "perfect");
  CHECK(json["rendering_intent"] == "perceptual");
  CHECK(json["colour_pages"].size() == 2);
  CHECK(json["colour_pages"][0] ==
        nlohmann::json({{"first", 3}, {"last", 5}, {"first_label", "iii"}, {"last_label", "1"}}));
  CHECK(json["files"][0]["kind"] == "text");
  CHECK(json["files"][0]["bytes"] == 1'234'567);
  CHECK(json["files"][0]["fonts"][1]["subset"] == false);
  CHECK(json["coarse_images"][0] ==
        nlohmann::json({{"file", "images/桥.png"}, {"page", 7}, {"label", "5"}, {"ppi", 212}}));
  CHECK(json["heavy_images"][0]["ink"] == 330);
}

TEST_CASE("what a book does not state is null in the JSON, and its key is there", "[job]") {
  const auto full = nlohmann::json::parse(job::ticket_json(facts()));
  const auto bare = nlohmann::json::parse(job::ticket_json({}));
  for (const auto& [key, value] : full.items()) CHECK(bare.contains(key));
  for (const char* key : {"title", "isbn", "print_run", "sheets", "paper", "spine_mm", "colour_pages", "output_intent",
                          "rendering_intent"}) {
    CHECK(bare[key].is_null());
  }
  CHECK(bare["files"].empty());
}

TEST_CASE("names that are no UTF-8 leave the JSON whole", "[job]") {
  job::Facts facts_with = facts();
  facts_with.coarse[0].file = "a\xFF.png";
  CHECK(nlohmann::json::parse(job::ticket_json(facts_with))["coarse_images"].size() == 1);
}

TEST_CASE("the ticket's page has the facts in words", "[job]") {
  const std::string text = words(job::ticket_page(facts(), {}, "book.job.json"));
  for (const char* wanted :
       {"印刷工单|茶山|", "书号|ISBN 978-7-302-12260-9|", "印数|3,000册|", "成品尺寸|140 × 203毫米|", "印张|4.25|",
        "折帖|每帖16面，9帖，补白10面|", "正文用纸|80g胶版，厚0.105毫米|", "装订|无线胶装|", "书脊|7.435毫米|",
        "正文印色|4+4（有彩色面）|", "彩色面|第3–5面（页码iii–1）、第9面|", "标记|裁切线、套准标记、色标|",
        "输出意图|某种条件（可感知）|油墨上限|300%|", "嵌入字体|MouSong-Regular、MouKai（整套）|",
        "book.print.pdf|书芯|PDF/X-4|1,234,567|", "SHA-256　aaaaaaaa aaaaaaaa",
        "图片偏粗|images/桥.png，第7面（页码5），212像素每英寸|", "油墨过量|images/茶.jpg，第8面（页码6），330%|",
        "book.job.json"}) {
    INFO(wanted);
    CHECK(text.find(wanted) != std::string::npos);
  }
}

TEST_CASE("a stapled book is one booklet of sheets of four pages", "[job]") {
  job::Facts stapled = facts();
  stapled.binding = print::Binding::saddle;
  stapled.pages = 30;
  stapled.signatures = print::signatures_of(30, print::signature_size(stapled.binding));
  CHECK(words(job::ticket_page(stapled, {}, "")).find("折帖|每张4面，8张套成一帖，补白2面|") != std::string::npos);
  CHECK(nlohmann::json::parse(job::ticket_json(stapled))["signatures"] ==
        nlohmann::json({{"pages", 4}, {"count", 8}, {"blank_pages", 2}, {"nested", true}}));
  stapled.signatures = print::signatures_of(4, 4);
  CHECK(words(job::ticket_page(stapled, {}, "")).find("折帖|每张4面，1张，不补白|") != std::string::npos);
}

TEST_CASE("the ticket of a book in traditional script is in it too, and the book's words as they are", "[job]") {
  job::Facts traditional = facts();
  traditional.language = "zh-Hant-HK";
  traditional.title = "书脊";
  const document::Book page = job::ticket_page(traditional, {}, "book.job.json");
  CHECK(page.metadata.language == "zh-Hant-HK");
  const std::string text = words(page);
  for (const char* wanted :
       {"印刷工單|书脊|", "書號|ISBN", "印數|3,000冊|", "開本|大32開|", "裝訂|無線膠裝|書脊|7.435毫米|",
        "折帖|每帖16面，9帖，補白10面|", "正文用紙|80g胶版，厚0.105毫米|", "標記|裁切線、套準標記、色標|",
        "彩色面|第3–5面（頁碼iii–1）、第9面|", "圖片偏粗|images/桥.png，第7面（頁碼5），212像素每英寸|",
        "文件|內容|標準|字節|book.print.pdf|書芯|", "書裡沒有寫明的，格子空著。全部事實見 book.job.json。"}) {
    INFO(wanted);
    CHECK(text.find(wanted) != std::string::npos);
  }
}

TEST_CASE("a fact that is not stated has a row all the same, to be filled in", "[job]") {
  const std::string text = words(job::ticket_page({}, {}, "book.job.json"));
  for (const char* wanted : {"书号|出版|版次|印次|印数|成品尺寸|", "正文用纸|封面用纸|", "书脊|"}) {
    CHECK(text.find(wanted) != std::string::npos);
  }
  for (const char* unwanted : {"彩色面", "SHA-256", "图片偏粗", "油墨过量", "嵌入字体"}) {
    CHECK(text.find(unwanted) == std::string::npos);
  }
}

TEST_CASE("a text whose pages were looked at is said to be black where it is", "[job]") {
  job::Facts black = facts();
  black.colours = "1+1";
  black.in_colour = std::vector<job::PageRun>();
  CHECK(words(job::ticket_page(black, {}, "")).find("正文印色|1+1（只用黑版）|") != std::string::npos);
  CHECK(nlohmann::json::parse(job::ticket_json(black))["colour_pages"] == nlohmann::json::array());
  black.in_colour.reset();
  CHECK(words(job::ticket_page(black, {}, "")).find("正文印色|1+1|") != std::string::npos);
}

TEST_CASE("what has no bound is as long as there is room, and the page says so", "[job]") {
  job::Facts long_facts = facts();
  long_facts.title = std::string(3000, 'x');
  long_facts.files.assign(30, long_facts.files[0]);
  long_facts.coarse.assign(40, long_facts.coarse[0]);
  const std::string text = words(job::ticket_page(long_facts, {3, 20}, "book.job.json"));
  CHECK(text.find(std::string(20, 'x') + "……|") != std::string::npos);
  CHECK(text.find(std::string(21, 'x')) == std::string::npos);
  CHECK(count(text, "SHA-256") == 3);
  CHECK(text.find("共30个文件") != std::string::npos);
  CHECK(count(text, "212像素") == 3);
  CHECK(text.find("等40项") != std::string::npos);
}
