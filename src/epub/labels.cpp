#include "epub/labels.h"

#include <cctype>

#include "document/front_matter_pages.h"

namespace huozi::epub {
namespace {

constexpr Labels kSimplified = {
    .cover = "封面",
    .contents = "目录",
    .body = "正文",
    .bibliography = "引文出处",
    .index = "索引",
    .landmarks = "导航",
    .pages = "纸书页码",
    .note = "注释",
    .back = "返回正文注释",
    .picture = "图片",
    .no_picture = "〔图片缺〕",
    .author_mark = "，",
    .list_mark = "、",
    .title_page = "扉页",
    .imprint = "版权页",
    .continued = "（续）",
    .print_edition = "（印刷版）",
    .summary = "本书文字可以重新排版，有目录和分级标题，可按阅读顺序朗读。",
    .summary_images = "图片都有文字说明。",
    .summary_images_undescribed = "有的图片没有文字说明。",
    .summary_notes = "注释与正文可以往返跳转。",
    .summary_pages = "标有纸书页码，可按页码查找。",
    .summary_ruby = "部分文字注有读音。",
};

constexpr Labels kTraditional = {
    .cover = "封面",
    .contents = "目錄",
    .body = "正文",
    .bibliography = "引文出處",
    .index = "索引",
    .landmarks = "導覽",
    .pages = "紙書頁碼",
    .note = "註釋",
    .back = "返回正文註釋",
    .picture = "圖片",
    .no_picture = "〔圖片缺〕",
    .author_mark = "，",
    .list_mark = "、",
    .title_page = "扉頁",
    .imprint = "版權頁",
    .continued = "（續）",
    .print_edition = "（印刷版）",
    .summary = "本書文字可以重新排版，有目錄和分級標題，可按閱讀順序朗讀。",
    .summary_images = "圖片都有文字說明。",
    .summary_images_undescribed = "有的圖片沒有文字說明。",
    .summary_notes = "註釋與正文可以往返跳轉。",
    .summary_pages = "標有紙書頁碼，可按頁碼查找。",
    .summary_ruby = "部分文字注有讀音。",
};

constexpr Labels kEnglish = {
    .cover = "Cover",
    .contents = "Contents",
    .body = "Text",
    .bibliography = "Sources",
    .index = "Index",
    .landmarks = "Landmarks",
    .pages = "Pages of the printed book",
    .note = "Note ",
    .back = "Back to note ",
    .picture = "Picture",
    .no_picture = "[picture missing]",
    .author_mark = ", ",
    .list_mark = ", ",
    .title_page = "Title page",
    .imprint = "Copyright page",
    .continued = " (continued)",
    .print_edition = " (printed edition)",
    .summary = "The text can be laid out anew; it has a table of contents, headings by level and an order of reading. ",
    .summary_images = "Every picture is described in words. ",
    .summary_images_undescribed = "Some pictures are not described in words. ",
    .summary_notes = "Notes and their places in the text are linked both ways. ",
    .summary_pages = "The pages of the printed book are marked. ",
    .summary_ruby = "Some words have their readings beside them. ",
};

bool is_alnum(char c) {
  return std::isalnum(static_cast<unsigned char>(c)) != 0;
}

}  // namespace

const Labels& labels_for(std::string_view language) {
  if (language == "en" || language.starts_with("en-")) return kEnglish;
  return document::is_traditional_chinese(language) ? kTraditional : kSimplified;
}

bool is_language_tag(std::string_view tag) {
  size_t length = 0;
  bool first = true;
  for (const char c : tag) {
    if (c == '-') {
      if (length == 0 || (first && length < 2)) return false;
      length = 0;
      first = false;
    } else if (!is_alnum(c) || ++length > 8 || (first && (c >= '0' && c <= '9'))) {
      return false;
    }
  }
  return length > (first ? 1u : 0u);
}

}  // namespace huozi::epub
