#include "pdf/printer_marks.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <sstream>

#include "pages.h"
#include "support/catch.h"
#include "unpacked.h"

using namespace huozi;
using base::Length;

namespace {

layout::Page marked(bool crop, bool cross, Length bleed) {
  layout::Page page = test::page({});
  page.crop_marks = crop;
  page.cross_marks = cross;
  page.bleed = bleed;
  return page;
}

struct Drawing {
  std::vector<std::array<double, 4>> lines;    // left, bottom, right, top
  std::vector<std::array<double, 4>> patches;  // likewise
  size_t circles = 0;
  std::string first_plate;
  std::vector<std::string> inks;  // of the patches, with their tints
};

// Reads the operators of a stream of marks.
Drawing read(const std::string& stream) {
  Drawing out;
  std::vector<double> numbers;
  std::string name;
  double x = 0, y = 0;
  std::istringstream in(stream);
  for (std::string word; in >> word;) {
    if (word[0] == '/') {
      name = word;
    } else if (word[0] == '-' || word[0] == '.' || (word[0] >= '0' && word[0] <= '9')) {
      numbers.push_back(std::stod(word));
    } else {
      if (word == "m") x = numbers[0], y = numbers[1];
      if (word == "l") {
        out.lines.push_back(
            {std::min(x, numbers[0]), std::min(y, numbers[1]), std::max(x, numbers[0]), std::max(y, numbers[1])});
      }
      if (word == "s") ++out.circles;
      if (word == "CS") out.first_plate = name;
      if (word == "scn") out.inks.push_back(name + std::to_string(std::lround(numbers[0] * 100)));
      if (word == "re") {
        out.patches.push_back({numbers[0], numbers[1], numbers[0] + numbers[2], numbers[1] + numbers[3]});
      }
      numbers.clear();
    }
  }
  return out;
}

constexpr double kMm = 72 / 25.4;

}  // namespace

TEST_CASE("marks of the cut are on all plates, 5 mm long, 3 mm from the page at least and outside of the bleed",
          "[pdf]") {
  for (const Length bleed : {Length(), Length::points(4), Length::ratio(30 * 72, 254), Length::points(40)}) {
    const layout::Page page = marked(true, false, bleed);
    const Length margin = bleed + pdf::slug_of(page);
    const Drawing drawn = read(pdf::printer_marks(page, margin));
    CHECK(drawn.first_plate == "/PA");
    CHECK(drawn.patches.empty());
    CHECK(drawn.circles == 0);
    REQUIRE(drawn.lines.size() == (bleed > Length() ? 16 : 8));
    const double left = margin.to_points(), right = left + 360, bottom = left, top = bottom + 500;
    const double out = bleed.to_points();
    size_t cuts = 0;
    for (const auto& line : drawn.lines) {
      const bool upright = line[0] == line[2];
      const double at = upright ? line[0] : line[1], length = upright ? line[3] - line[1] : line[2] - line[0];
      const bool cut =
          std::abs(at - (upright ? left : bottom)) < 0.002 || std::abs(at - (upright ? right : top)) < 0.002;
      cuts += cut ? 1 : 0;
      CHECK(std::abs(length - (cut ? 5 : 2.5) * kMm) < 0.003);
      // Not within the bleed, and on the sheet.
      const bool beside =
          line[2] <= left - out || line[0] >= right + out || line[3] <= bottom - out || line[1] >= top + out;
      CHECK(beside);
      CHECK((line[0] >= 0 && line[1] >= 0 && line[2] <= right + left && line[3] <= top + bottom));
      const double away =
          upright ? std::max(bottom - line[3], line[1] - top) : std::max(left - line[2], line[0] - right);
      CHECK(away > 3 * kMm - 0.003);
    }
    CHECK(cuts == 8);
  }
}

TEST_CASE("cross asks for register marks at four sides and patches of the inks", "[pdf]") {
  const layout::Page page = marked(false, true, Length::points(9));
  const Drawing drawn = read(pdf::printer_marks(page, page.bleed + pdf::slug_of(page)));
  CHECK(drawn.circles == 4);
  CHECK(drawn.lines.size() == 8);
  CHECK(drawn.inks == std::vector<std::string>{"/PC100", "/PM100", "/PY100", "/PK100", "/PK75", "/PK50", "/PK25"});
  REQUIRE(drawn.patches.size() == 7);
  // The bleed ends at 24.094 + 518; the sheet at 566.189.
  for (const auto& patch : drawn.patches) {
    CHECK(std::abs(patch[2] - patch[0] - 5 * kMm) < 0.002);
    CHECK((patch[1] > 542.1 && patch[3] < 566.1));
    CHECK((patch[0] > 213.1 && patch[2] < 393.1));
  }
  for (const auto& line : drawn.lines) {
    CHECK((line[2] < 24.1 || line[0] > 402.09 || line[3] < 24.1 || line[1] > 542.09));
    CHECK((line[0] > 0 && line[1] > 0 && line[2] < 426.2 && line[3] < 566.2));
  }
  layout::Page slip = page;
  slip.width = Length::points(60);
  CHECK(read(pdf::printer_marks(slip, Length::points(33))).patches.empty());
}

TEST_CASE("folds are marked with broken lines at head and foot, and marks of register keep away from them", "[pdf]") {
  layout::Page page = marked(true, true, Length::points(9));
  const Drawing plain = read(pdf::printer_marks(page, page.bleed + pdf::slug_of(page)));
  page.folds = {Length::points(170), Length::points(190)};
  const std::string stream = pdf::printer_marks(page, page.bleed + pdf::slug_of(page));
  const size_t begin = stream.find("[2 1.5] 0 d"), end = stream.find("[] 0 d");
  REQUIRE(begin < end);
  REQUIRE(end < stream.size());
  const Drawing folds = read(stream.substr(begin + 11, end - begin - 11));
  REQUIRE(folds.lines.size() == 4);
  const double margin = (page.bleed + pdf::slug_of(page)).to_points();
  for (size_t i = 0; i < folds.lines.size(); ++i) {
    const auto& line = folds.lines[i];
    CHECK(std::abs(line[0] - margin - (i < 2 ? 170 : 190)) < 0.002);
    CHECK(line[0] == line[2]);
    CHECK((line[3] < margin - 9 || line[1] > margin + 500 + 9));
    CHECK((line[1] > 0 && line[3] < 2 * margin + 500));
  }
  const Drawing drawn = read(stream);
  CHECK(drawn.lines.size() == plain.lines.size() + 4);
  CHECK(drawn.circles == 4);
  REQUIRE(!drawn.patches.empty());
  // Both panels are 170 wide; the first one has them.
  CHECK(drawn.patches.front()[0] > margin + 85);
  CHECK(drawn.patches.back()[2] < margin + 170);
}

TEST_CASE("without marks there is neither stream nor room", "[pdf]") {
  const layout::Page page = marked(false, false, Length::points(9));
  CHECK(pdf::printer_marks(page, page.bleed).empty());
  CHECK(pdf::slug_of(page) == Length());
}

TEST_CASE("a press's file has marks in all plates once for all pages, a screen's none", "[pdf]") {
  std::vector<layout::Page> pages(3, marked(true, true, Length::points(9)));
  pdf::Options options = test::options();
  CHECK(test::unpacked(test::write(pages, options)).find("/Separation") == std::string::npos);
  for (const pdf::Profile profile : {pdf::Profile::print, pdf::Profile::x1a}) {
    options.profile = profile;
    const std::string bytes = test::write(pages, options);
    CHECK(bytes.find("[/Separation /All /DeviceCMYK <</FunctionType 2/Domain[0 1]/C0[0 0 0 0]/C1[1 1 1 1]/N 1>>]") !=
          std::string::npos);
    size_t streams = 0;
    for (size_t at = bytes.find("stream\n"); at != std::string::npos; at = bytes.find("stream\n", at + 1)) {
      streams += bytes.compare(at - 3, 3, "end") == 0 ? 0 : 1;
    }
    CHECK(streams == 3 + 1 + 1);  // pages, marks, metadata
  }
}
