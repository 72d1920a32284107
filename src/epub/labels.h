// The few words the package adds in the book's language, and language tags fit for lang attributes.
// Not here: words of the book itself.
#pragma once

#include <string_view>

namespace huozi::epub {

struct Labels {
  std::string_view cover;          // 封面
  std::string_view contents;       // 目录
  std::string_view body;           // 正文
  std::string_view bibliography;   // 引文出处
  std::string_view index;          // 索引
  std::string_view landmarks;      // 导航
  std::string_view pages;          // 纸书页码
  std::string_view note;           // 注释, before its number
  std::string_view back;           // 返回正文注释, before its number
  std::string_view picture;        // 图片
  std::string_view no_picture;     // 〔图片缺〕: stands where a picture is not available
  std::string_view author_mark;    // between the book's title and its authors in the cover's description
  std::string_view list_mark;      // between authors
  std::string_view title_page;     // 扉页
  std::string_view imprint;        // 版权页
  std::string_view continued;      // （续）: after the title of a section that a second file holds
  std::string_view print_edition;  // after the title: where the page numbers come from
  std::string_view summary;        // the sentences of the accessibility summary
  std::string_view summary_images;
  std::string_view summary_images_undescribed;
  std::string_view summary_notes;
  std::string_view summary_pages;
  std::string_view summary_ruby;
};

// English for en, Traditional Chinese for zh-Hant, zh-TW, zh-HK and zh-MO, simplified for every other language.
const Labels& labels_for(std::string_view language);

// Well-formed after BCP 47 §2.1, as far as lang attributes need it: subtags of 1 to 8 ASCII letters and digits.
bool is_language_tag(std::string_view tag);

}  // namespace huozi::epub
