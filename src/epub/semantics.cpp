#include "epub/semantics.h"

#include <array>

namespace huozi::epub {
namespace {

using document::SectionRole;

struct TitleWord {
  std::string_view word;
  Semantics semantics;
};

// What a piece of front or back matter is, told by its title.
constexpr std::array<TitleWord, 8> kFrontTitles = {{
    {"前言", {"preface", "doc-preface"}},
    {"序", {"foreword", "doc-foreword"}},
    {"导言", {"introduction", "doc-introduction"}},
    {"導言", {"introduction", "doc-introduction"}},
    {"引言", {"introduction", "doc-introduction"}},
    {"导论", {"introduction", "doc-introduction"}},
    {"導論", {"introduction", "doc-introduction"}},
    {"绪论", {"introduction", "doc-introduction"}},
}};
constexpr std::array<TitleWord, 8> kBackTitles = {{
    {"后记", {"afterword", "doc-afterword"}},
    {"後記", {"afterword", "doc-afterword"}},
    {"跋", {"afterword", "doc-afterword"}},
    {"附录", {"appendix", "doc-appendix"}},
    {"附錄", {"appendix", "doc-appendix"}},
    {"结语", {"conclusion", "doc-conclusion"}},
    {"结论", {"conclusion", "doc-conclusion"}},
    {"致谢", {"acknowledgments", "doc-acknowledgments"}},
}};

template <size_t N>
Semantics semantics_by_title(const std::array<TitleWord, N>& words, std::string_view title) {
  for (const TitleWord& known : words) {
    if (title.find(known.word) != std::string_view::npos) return known.semantics;
  }
  return {};
}

}  // namespace

Semantics semantics_of(const document::Section& section, std::string_view title) {
  switch (section.role) {
    case SectionRole::half_title:
      return {"halftitlepage", ""};
    case SectionRole::title_page:
      return {"titlepage", ""};
    case SectionRole::imprint:
      return {"copyright-page", ""};
    case SectionRole::contents:
      return {};
    case SectionRole::front_article:
      return semantics_by_title(kFrontTitles, title);
    case SectionRole::part:
      return {"part", "doc-part"};
    case SectionRole::chapter:
      return {"chapter", "doc-chapter"};
    case SectionRole::back_article:
      return semantics_by_title(kBackTitles, title);
    case SectionRole::endnotes:
      return {"endnotes", "doc-endnotes"};
    case SectionRole::sources:
    case SectionRole::references:
      return {"bibliography", "doc-bibliography"};
    case SectionRole::index:
      return {"index", "doc-index"};
    case SectionRole::colophon:
      return {"colophon", "doc-colophon"};
  }
  return {};
}

}  // namespace huozi::epub
