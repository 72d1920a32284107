#include "epub/cover.h"

#include <algorithm>

#include "base/utf8.h"
#include "epub/labels.h"
#include "epub/section_file.h"
#include "epub/xml_writer.h"

namespace huozi::epub {
namespace {

// Units of the drawing.
constexpr int kWidth = 1600;
constexpr int kHeight = 2560;
constexpr int kBand = kWidth / 6;
constexpr int kLeft = kBand + 120;
constexpr int kMeasure = kWidth - kLeft - 110;
constexpr int kTitleTop = 560;
constexpr int kTitleSize = 150;
constexpr int kSubtitleSize = 72;
constexpr int kSmallSize = 60;
constexpr int kSeriesSize = 76;
constexpr int kFootRule = 2140;
constexpr size_t kMostCreators = 6;

constexpr std::string_view kPaper = "#f6f1e7";
constexpr std::string_view kRed = "#8f2a21";
constexpr std::string_view kInk = "#231f1c";
constexpr std::string_view kSong =
    "'Noto Serif CJK SC','Source Han Serif SC','Noto Serif SC','Songti SC','SimSun','Noto Serif CJK TC',serif";
constexpr std::string_view kKai = "'LXGW WenKai','Kaiti SC','KaiTi','STKaiti','Noto Serif CJK SC',serif";

// In thousandths of an em: Han and full-width marks 1, Latin and digits about 0.55.
int width_of(std::string_view text) {
  int width = 0;
  for (const auto [code_point, offset, length] : base::CodePoints(text)) {
    width = std::min(width + (code_point >= 0x2000 ? 1000 : 550), 1'000'000);
  }
  return width;
}

// The size at which the text fills no more than `room`, at most `size`.
int fitting_size(std::string_view text, int size, int room) {
  const int width = std::max(width_of(text), 1);
  return std::clamp(room * 1000 / width, 8, size);
}

class Drawing {
 public:
  Drawing() {
    xml_.open("svg").attribute("xmlns", "http://www.w3.org/2000/svg");
    number("width", kWidth).number("height", kHeight);
    xml_.attribute("viewBox", "0 0 " + std::to_string(kWidth) + " " + std::to_string(kHeight));
  }
  void title(std::string_view text) { xml_.leaf("title", text); }
  void rectangle(int x, int y, int width, int height, std::string_view color) {
    xml_.open("rect");
    number("x", x).number("y", y).number("width", width).number("height", height);
    xml_.attribute("fill", color).close_void();
  }
  void text(int x, int baseline, int size, std::string_view families, int weight, std::string_view color,
            std::string_view content, std::string_view anchor = "start") {
    xml_.open("text");
    number("x", x).number("y", baseline).number("font-size", size).number("font-weight", weight);
    xml_.attribute("font-family", families).attribute("fill", color);
    if (anchor != "start") xml_.attribute("text-anchor", anchor);
    xml_.text(content).close();
  }
  std::string take() {
    xml_.close();
    return xml_.take();
  }

 private:
  Drawing& number(std::string_view name, int value) {
    xml_.attribute(name, std::to_string(value));
    return *this;
  }
  XmlWriter xml_;
};

// Character below character: few SVG renderers know vertical writing.
void draw_series(Drawing& drawing, std::string_view series) {
  const std::u32string characters = base::to_utf32(series);
  const int count = static_cast<int>(std::min<size_t>(characters.size(), 1000));
  const int pitch = std::min(kSeriesSize * 5 / 4, (kFootRule - kTitleTop) / std::max(count, 1));
  const int size = std::max(std::min(kSeriesSize, pitch * 4 / 5), 8);
  for (int i = 0; i < count; ++i) {
    const std::string one = base::to_utf8(characters.substr(static_cast<size_t>(i), 1));
    drawing.text(kBand / 2, kTitleTop + i * pitch, size, kKai, 400, kPaper, one, "middle");
  }
}

std::string joined_creators(const document::BookMetadata& metadata, std::string_view separator) {
  std::string names;
  const size_t count = std::min(metadata.creators.size(), kMostCreators);
  for (size_t i = 0; i < count; ++i) {
    if (i > 0) names += separator;
    names += metadata.creators[i].name;
  }
  if (count < metadata.creators.size()) names += "等";
  return names;
}

std::string cover_description(const document::BookMetadata& metadata) {
  const Labels& labels = labels_for(metadata.language);
  std::string description = std::string(labels.cover) + "：" + metadata.title;
  const std::string creators = joined_creators(metadata, labels.list_mark);
  if (!creators.empty()) description += std::string(labels.author_mark) + creators;
  return description;
}

}  // namespace

std::string typeset_cover(const document::BookMetadata& metadata) {
  Drawing drawing;
  drawing.title(cover_description(metadata));
  drawing.rectangle(0, 0, kWidth, kHeight, kPaper);
  drawing.rectangle(0, 0, kBand, kHeight, kRed);
  draw_series(drawing, metadata.series_title);

  const std::vector<std::string> lines = title_lines(metadata.title, 3);
  int size = kTitleSize;
  for (const std::string& line : lines) size = std::min(size, fitting_size(line, kTitleSize, kMeasure));
  int baseline = kTitleTop;
  for (const std::string& line : lines) {
    drawing.text(kLeft, baseline, size, kSong, 900, kInk, line);
    baseline += size * 4 / 3;
  }
  if (!metadata.subtitle.empty()) {
    const int subtitle_size = fitting_size(metadata.subtitle, kSubtitleSize, kMeasure);
    drawing.text(kLeft, baseline + kSubtitleSize / 2, subtitle_size, kKai, 400, kInk, metadata.subtitle);
  }
  drawing.rectangle(kLeft, kFootRule, kMeasure, 3, kRed);
  const std::string creators = joined_creators(metadata, "　");
  if (!creators.empty()) {
    drawing.text(kLeft, kFootRule + 110, fitting_size(creators, kSmallSize, kMeasure), kKai, 400, kInk, creators);
  }
  if (!metadata.publisher.empty()) {
    const int publisher_size = fitting_size(metadata.publisher, kSmallSize, kMeasure);
    drawing.text(kLeft, kFootRule + 220, publisher_size, kSong, 400, kInk, metadata.publisher);
  }
  return drawing.take();
}

std::string write_cover_page(const Plan& plan) {
  const document::BookMetadata& metadata = plan.book().metadata;
  XmlWriter xml;
  begin_xhtml(xml, plan.language(), labels_for(plan.language()).cover, "../", "cover");
  xml.open("section").attribute("class", "cover");
  xml.open("img").attribute("role", "doc-cover").attribute("src", "../" + plan.cover_path());
  xml.attribute("alt", cover_description(metadata)).attribute("style", "max-width:100%;max-height:95vh").close_void();
  xml.close().close().close();
  return xml.take();
}

}  // namespace huozi::epub
