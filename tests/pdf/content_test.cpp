#include "pdf/content.h"

#include <array>
#include <cmath>
#include <random>
#include <sstream>

#include "pages.h"
#include "support/catch.h"

using namespace huozi;
using base::Length;

namespace {

struct Shown {
  double x, y;
  uint16_t code;
  friend bool operator==(const Shown&, const Shown&) = default;
};

// Reads back the text operators of a stream as a PDF reader does (ISO 32000-1, 9.4).
class Interpreter {
 public:
  Interpreter(std::string_view stream, const pdf::FontUses& fonts) : in_(stream), fonts_(fonts) { run(); }
  std::vector<Shown> shown;
  int open = 0;  // marked content not closed
  size_t actual_texts = 0;

 private:
  void run() {
    std::vector<double> numbers;
    std::vector<std::string> strings;  // of one operator; adjustments become "\1" and wait in `numbers`
    std::string name;
    while (at_ < in_.size()) {
      const char c = in_[at_];
      if (c == '(') {
        strings.push_back(literal());
      } else if (c == '[' || c == ']' || c == '\n' || c == ' ') {
        ++at_;
      } else if (c == '<' || c == '>') {
        ++at_;
      } else if (c == '/') {
        name = word();
      } else if (c == '-' || c == '.' || (c >= '0' && c <= '9')) {
        numbers.push_back(std::stod(word()));
        strings.push_back("");
      } else {
        apply(word(), numbers, strings, name);
        numbers.clear();
        strings.clear();
      }
    }
  }
  std::string word() {
    const size_t begin = at_++;
    while (at_ < in_.size() && std::string_view(" \n()[]<>/").find(in_[at_]) == std::string_view::npos) ++at_;
    return std::string(in_.substr(begin, at_ - begin));
  }
  std::string literal() {
    std::string out;
    for (++at_; in_[at_] != ')'; ++at_) {
      if (in_[at_] == '\\') {
        ++at_;
        out += in_[at_] == 'r' ? '\r' : in_[at_];
      } else {
        out += in_[at_];
      }
    }
    ++at_;
    return out;
  }
  void apply(const std::string& operation, const std::vector<double>& numbers, const std::vector<std::string>& strings,
             const std::string& name) {
    if (operation == "BT") {
      x_ = y_ = 0;
      turned_ = clockwise_ = false;
    } else if (operation == "Tf") {
      font_ = std::stoul(name.substr(2));
      size_ = numbers[0];
    } else if (operation == "Tc") {
      spacing_ = numbers[0];
    } else if (operation == "Ts") {
      rise_ = numbers[0];
    } else if (operation == "Td" || operation == "Tm") {
      const bool relative = operation == "Td";
      if (!relative) {
        turned_ = numbers[0] == 0 && numbers[1] == 1 && numbers[2] == -1;
        clockwise_ = numbers[0] == 0 && numbers[1] == -1 && numbers[2] == 1;
      }
      const double along = numbers[relative ? 0 : 4], across = numbers[relative ? 1 : 5];
      x_ = relative ? x_ + (turned_ ? -across : clockwise_ ? across : along) : along;
      y_ = relative ? y_ + (turned_ ? along : clockwise_ ? -along : across) : across;
      pen_ = 0;
    } else if (operation == "Tj" || operation == "TJ") {
      size_t number = 0;
      for (const std::string& codes : strings) {
        if (codes.empty()) pen_ -= numbers[number++] / 1000 * size_;
        for (size_t i = 0; i + 1 < codes.size(); i += 2) {
          const auto code = static_cast<uint16_t>(static_cast<unsigned char>(codes[i]) << 8 |
                                                  static_cast<unsigned char>(codes[i + 1]));
          shown.push_back({x_ + (turned_      ? -rise_
                                 : clockwise_ ? rise_
                                              : pen_),
                           y_ + (turned_      ? pen_
                                 : clockwise_ ? -pen_
                                              : rise_),
                           code});
          pen_ += fonts_.fonts[font_].width(code) / 1000.0 * size_ + spacing_;
        }
      }
    } else if (operation == "BDC") {
      ++open;
      if (!strings.empty()) ++actual_texts;
    } else if (operation == "EMC") {
      --open;
    }
  }

  std::string_view in_;
  const pdf::FontUses& fonts_;
  size_t at_ = 0;
  size_t font_ = 0;
  double size_ = 0, spacing_ = 0, rise_ = 0, x_ = 0, y_ = 0, pen_ = 0;
  bool turned_ = false, clockwise_ = false;
};

pdf::PageContent content_of(const layout::Page& page, const pdf::FontUses& fonts) {
  return pdf::write_content(page, {Length(), page.height}, Length(), fonts, {}, pdf::Inks(pdf::Standard::none, {}), {});
}

// The page's glyphs as the layout placed them.
std::vector<Shown> placed(const layout::Page& page) {
  std::vector<Shown> out;
  for (const layout::Item& item : page.items) {
    const auto* run = std::get_if<layout::GlyphRun>(&item.content);
    if (!run) continue;
    for (const layout::Glyph& glyph : run->glyphs) {
      const Length right = run->turned ? -glyph.y : run->clockwise ? glyph.y : glyph.x;
      const Length up = run->turned ? glyph.x : run->clockwise ? -glyph.x : glyph.y;
      out.push_back({(run->origin.x + right).to_points(), (page.height - run->origin.y + up).to_points(),
                     test::fonts()[run->font]->cid(glyph.id)});
    }
  }
  return out;
}

void check_positions(const layout::Page& page) {
  const pdf::FontUses fonts = pdf::collect_fonts({page}, test::fonts());
  const Interpreter read(content_of(page, fonts).stream, fonts);
  const std::vector<Shown> expected = placed(page);
  REQUIRE(read.shown.size() == expected.size());
  for (size_t i = 0; i < expected.size(); ++i) {
    REQUIRE(read.shown[i].code == expected[i].code);
    REQUIRE(std::abs(read.shown[i].x - expected[i].x) < 0.01);
    REQUIRE(std::abs(read.shown[i].y - expected[i].y) < 0.01);
  }
  CHECK(read.open == 0);
}

const std::string kHan = "天下大势分久必合合久必分周末七国分争并入于秦及秦灭之后楚汉分争又并入于汉";

}  // namespace

TEST_CASE("glyph origins agree with the layout to a hundredth of a point") {
  for (const int64_t half_points : {15, 18, 21, 44, 72, 200}) {
    test::LineOptions options;
    options.size = Length::ratio(half_points, 2);
    auto page =
        test::page(test::line({{test::kSong, kHan}, {test::kKai, "office（注）"}, {test::kLatin, "AVAST"}}, options));
    std::mt19937 random(1);
    for (layout::Item& item : page.items) {
      auto& run = std::get<layout::GlyphRun>(item.content);
      Length shift;
      for (layout::Glyph& glyph : run.glyphs) {
        shift += Length::from_raw(static_cast<int64_t>(random() % 40'000) - 20'000);
        glyph.x += shift;
        glyph.y = Length::from_raw(random() % 3 == 0 ? 12'345 : 0);
      }
    }
    check_positions(page);
  }
}

TEST_CASE("rounding does not add up along a line") {
  // A seventh of a point between all glyphs, which no decimal fraction gives.
  test::LineOptions options;
  options.stretch = Length::ratio(1, 7);
  std::string text;
  for (int i = 0; i < 20; ++i) text += kHan;
  check_positions(test::page(test::line({{test::kSong, text}}, options)));
}

TEST_CASE("uniform stretch is one operator, not a number a glyph") {
  test::LineOptions options;
  options.stretch = Length::ratio(1, 4);
  const auto page = test::page(test::line({{test::kSong, kHan}}, options));
  const pdf::FontUses fonts = pdf::collect_fonts({page}, test::fonts());
  const std::string stream = content_of(page, fonts).stream;
  CHECK(stream.find(".25 Tc\n") != std::string::npos);
  CHECK(stream.find("TJ") == std::string::npos);
}

TEST_CASE("slanted and upright text keep their places") {
  auto items = test::line({{test::kLatin, "upright"}, {test::kLatin, "slanted"}, {test::kLatin, "upright"}});
  std::get<layout::GlyphRun>(items[1].content).slant = 200;
  const auto page = test::page(std::move(items));
  check_positions(page);
  const pdf::FontUses fonts = pdf::collect_fonts({page}, test::fonts());
  CHECK(content_of(page, fonts).stream.find("1 0 .2 1 ") != std::string::npos);
}

TEST_CASE("turned text runs upwards from its origin, slanted and raised text too") {
  auto items = test::line({{test::kSong, kHan}, {test::kLatin, "slanted"}, {test::kKai, "字（注）"}});
  Length y = Length::points(300);
  for (layout::Item& item : items) {
    auto& run = std::get<layout::GlyphRun>(item.content);
    run.turned = true;
    run.origin = {Length::points(70), y};
    run.glyphs.back().y = Length::points(2);
    y -= run.glyphs.back().x + Length::points(12);
  }
  std::get<layout::GlyphRun>(items[1].content).slant = 200;
  auto upright = test::line({{test::kSong, "又是正文"}});
  items.insert(items.begin(), upright.begin(), upright.end());
  items.insert(items.end(), upright.begin(), upright.end());
  const auto page = test::page(std::move(items));
  check_positions(page);
  const pdf::FontUses fonts = pdf::collect_fonts({page}, test::fonts());
  const std::string stream = content_of(page, fonts).stream;
  CHECK(stream.find("0 1 -1 0 70 200 Tm") != std::string::npos);
  CHECK(stream.find("0 1 -1 .2 70 ") != std::string::npos);
}

TEST_CASE("clockwise text runs downwards from its origin, slanted and raised text too") {
  auto items = test::line({{test::kLatin, "Rivers"}, {test::kLatin, "slanted"}, {test::kSong, "又是正文"}});
  Length y = Length::points(20);
  for (size_t i = 0; i < 2; ++i) {
    auto& run = std::get<layout::GlyphRun>(items[i].content);
    run.clockwise = true;
    run.origin = {Length::points(70), y};
    run.glyphs.back().y = Length::points(2);
    y += run.glyphs.back().x + Length::points(12);
  }
  std::get<layout::GlyphRun>(items[1].content).slant = 200;
  const auto page = test::page(std::move(items));
  check_positions(page);
  const pdf::FontUses fonts = pdf::collect_fonts({page}, test::fonts());
  const std::string stream = content_of(page, fonts).stream;
  CHECK(stream.find("0 -1 1 0 70 ") != std::string::npos);
  CHECK(stream.find("0 -1 1 -.2 70 ") != std::string::npos);
}

TEST_CASE("gaps in turned text mislead no more than in upright text") {
  const auto count = [](bool turned, Length gap) {
    auto items = test::line({{test::kSong, "甲"}, {test::kSong, "乙"}});
    auto& first = std::get<layout::GlyphRun>(items[0].content);
    auto& second = std::get<layout::GlyphRun>(items[1].content);
    const Length along = first.size + gap;
    first.turned = second.turned = turned;
    second.origin = first.origin;
    (turned ? second.origin.y : second.origin.x) += turned ? -along : along;
    const auto page = test::page(std::move(items));
    const pdf::FontUses fonts = pdf::collect_fonts({page}, test::fonts());
    return Interpreter(content_of(page, fonts).stream, fonts).actual_texts;
  };
  for (const bool turned : {false, true}) {
    CHECK(count(turned, Length()) == 0);
    CHECK(count(turned, Length::points(3)) == 1);
    CHECK(count(turned, Length::points(40)) == 0);
  }
}

TEST_CASE("a turned image keeps its orientation, turned") {
  const auto matrix = [](int orientation, bool turned) {
    layout::ImageItem image{
        {Length::points(10), Length::points(10), Length::points(turned ? 20 : 40), Length::points(turned ? 40 : 20)},
        "a.png",
        "",
        {}};
    image.turned = turned;
    const auto page = test::page({{layout::Region::body, image}});
    const pdf::FontUses fonts = pdf::collect_fonts({page}, test::fonts());
    const std::string stream = pdf::write_content(page, {Length(), page.height}, Length(), fonts,
                                                  {{"a.png", {0, orientation}}}, pdf::Inks(pdf::Standard::none, {}), {})
                                   .stream;
    std::array<double, 6> numbers{};
    std::istringstream in(stream.substr(stream.find("q ") + 2));
    for (double& number : numbers) in >> number;
    return numbers;
  };
  for (int orientation = 1; orientation <= 8; ++orientation) {
    INFO("orientation " << orientation);
    const auto upright = matrix(orientation, false), turned = matrix(orientation, true);
    CHECK(turned[0] == -upright[1]);
    CHECK(turned[1] == upright[0]);
    CHECK(turned[2] == -upright[3]);
    CHECK(turned[3] == upright[2]);
  }
}

TEST_CASE("of an image with a window only that is shown") {
  layout::ImageItem image{{Length::points(-10), Length(), Length::points(100), Length::points(50)}, "a.png", "", {}};
  const auto drawn = [&] {
    const auto page = test::page({{layout::Region::body, image}});
    const pdf::FontUses fonts = pdf::collect_fonts({page}, test::fonts());
    return pdf::write_content(page, {Length(), page.height}, Length(), fonts, {{"a.png", {0, 1}}},
                              pdf::Inks(pdf::Standard::none, {}), {})
        .stream;
  };
  CHECK(drawn().find("q 100 0 0 50 -10 450 cm /I0 Do Q") != std::string::npos);
  image.window = {Length(), Length::points(5), Length::points(80), Length::points(40)};
  CHECK(drawn().find("q 0 455 80 40 re W n 100 0 0 50 -10 450 cm /I0 Do Q") != std::string::npos);
}

TEST_CASE("colours: black is gray alone, tints and process colours as asked") {
  auto items = test::line({{test::kSong, "墨"}});
  items.push_back({layout::Region::body, layout::RuleItem{{{}, {}, Length::points(10), Length::points(2)},
                                                          {style::Color::Space::gray, {250, 0, 0, 0}},
                                                          {}}});
  items.push_back(
      {layout::Region::body, layout::RuleItem{{{}, Length::points(90), Length::points(10), Length::points(2)},
                                              {style::Color::Space::cmyk, {0, 1000, 500, 0}},
                                              {}}});
  items.push_back({layout::Region::body, layout::RuleItem{{{}, {}, Length::points(1), Length::points(1)},
                                                          {style::Color::Space::rgb, {1000, 0, 9999, 0}},
                                                          {}}});
  const auto page = test::page(std::move(items));
  const pdf::FontUses fonts = pdf::collect_fonts({page}, test::fonts());
  const std::string stream = content_of(page, fonts).stream;
  CHECK(stream.find("0 g\n") != std::string::npos);
  CHECK(stream.find(".75 g\n0 498 10 2 re f\n") != std::string::npos);
  CHECK(stream.find("0 1 .5 0 k\n0 408 10 2 re f\n") != std::string::npos);
  CHECK(stream.find("1 0 1 rg\n") != std::string::npos);
}

TEST_CASE("a press holds no line thinner than its least pen: rules grow about their middle, strokes in place") {
  std::vector<layout::Item> items;
  const Length thin = Length::ratio(1, 10), five = Length::points(5);
  items.push_back({layout::Region::body, layout::RuleItem{{five, five, Length::points(100), thin}, {}, {}}});
  items.push_back({layout::Region::body, layout::RuleItem{{five, five, thin, Length::points(50)}, {}, {}}});
  items.push_back(
      {layout::Region::body, layout::RuleItem{{five, five, Length::points(9), Length::ratio(1, 2)}, {}, {}}});
  layout::PathItem path;
  path.steps = {{layout::PathStep::Kind::move, {}}, {layout::PathStep::Kind::line, {layout::Point{five, {}}}}};
  path.places = {Length()};
  path.pen = thin;
  items.push_back({layout::Region::body, path});
  const layout::Page page = test::page(items);
  const pdf::FontUses fonts = pdf::collect_fonts({page}, test::fonts());
  const auto drawn = [&](Length least_pen) {
    const pdf::Inks inks(pdf::Standard::none, {});
    return pdf::write_content(page, {Length(), page.height}, least_pen, fonts, {}, inks, {}).stream;
  };
  const auto has = [](const std::string& stream, std::string_view part) { return stream.find(part) != stream.npos; };
  const std::string press = drawn(Length::ratio(1, 4));
  CHECK(has(press, "5 494.825 100 .25 re f\n"));
  CHECK(has(press, "4.925 445 .25 50 re f\n"));
  CHECK(has(press, "5 494.5 9 .5 re f\n"));
  CHECK(has(press, ".25 w "));
  const std::string screen = drawn(Length());
  CHECK(has(screen, "5 494.9 100 .1 re f\n"));
  CHECK(has(screen, ".1 w "));
}

TEST_CASE("figures: filled or stroked at each of their places, leaving no trace on what follows") {
  using Kind = layout::PathStep::Kind;
  const Length one = Length::points(1), two = Length::points(2);
  layout::PathItem path;
  path.origin = {Length::points(10), Length::points(20)};
  path.steps = {{Kind::move, {layout::Point{one, {}}}},
                {Kind::line, {layout::Point{two, one}}},
                {Kind::curve, {layout::Point{one, one}, {two, two}, {one, two}}},
                {Kind::close, {}}};
  path.places = {Length(), Length::points(10)};
  path.color = {style::Color::Space::rgb, {1000, 0, 0, 0}};
  std::vector<layout::Item> items;
  items.push_back({layout::Region::body, path});
  path.turned = true;
  items.push_back({layout::Region::body, path});
  path.turned = false;
  path.places.pop_back();
  path.pen = Length::ratio(1, 2);
  items.push_back({layout::Region::body, path});
  for (layout::Item& item : test::line({{test::kSong, "墨"}})) items.push_back(item);
  const auto page = test::page(std::move(items));
  const pdf::FontUses fonts = pdf::collect_fonts({page}, test::fonts());
  const std::string stream = content_of(page, fonts).stream;
  const std::string shape = "1 0 m 2 -1 l 1 -1 2 -2 1 -2 c h ";
  CHECK(stream.find("1 0 0 rg\nq 1 0 0 1 10 480 cm " + shape + "f*\n1 0 0 1 10 0 cm " + shape + "f*\nQ\n") !=
        std::string::npos);
  CHECK(stream.find("q .5 w 1 J 1 j 1 0 0 RG\n1 0 0 1 10 480 cm " + shape + "S\nQ\n") != std::string::npos);
  CHECK(stream.find("q 0 1 -1 0 10 480 cm " + shape + "f*\n1 0 0 1 10 0 cm " + shape + "f*\nQ\n") != std::string::npos);
  CHECK(stream.find("0 g\n") > stream.find("S\nQ\n"));
}

TEST_CASE("margin items are artifacts, and marks are balanced") {
  auto items = test::line({{test::kSong, "正文"}});
  test::LineOptions head;
  head.region = layout::Region::margin;
  for (layout::Item& item : test::line({{test::kSong, "书眉"}}, head)) items.push_back(item);
  for (layout::Item& item : test::line({{test::kSong, "又是正文"}})) items.push_back(item);
  const auto page = test::page(std::move(items));
  const pdf::FontUses fonts = pdf::collect_fonts({page}, test::fonts());
  const std::string stream = content_of(page, fonts).stream;
  const size_t begin = stream.find("/Artifact"), end = stream.find("EMC");
  REQUIRE(begin != std::string::npos);
  REQUIRE(end != std::string::npos);
  CHECK(begin < end);
  CHECK(stream.find("/Artifact", begin + 1) == std::string::npos);
  CHECK(Interpreter(stream, fonts).open == 0);
  check_positions(page);
}

TEST_CASE("plain Chinese text needs no ActualText, an autospace does") {
  const auto count = [](const std::string& text) {
    const auto page = test::page(test::line({{test::kSong, text}}));
    const pdf::FontUses fonts = pdf::collect_fonts({page}, test::fonts());
    return Interpreter(content_of(page, fonts).stream, fonts).actual_texts;
  };
  CHECK(count(kHan + "，——“引文”。") == 0);
  CHECK(count("English words only, spaced") == 0);
  CHECK(count("用TeX排") == 2);
}

TEST_CASE("what layout never emits is refused") {
  auto page = test::page(test::line({{test::kSong, "墨"}}));
  auto& run = std::get<layout::GlyphRun>(page.items[0].content);
  run.glyphs[0].id = 0;
  CHECK_THROWS_AS(pdf::collect_fonts({page}, test::fonts()), std::logic_error);
  run.glyphs[0].id = 70'000;
  CHECK_THROWS_AS(pdf::collect_fonts({page}, test::fonts()), std::logic_error);
  run.font = 17;
  CHECK_THROWS_AS(pdf::collect_fonts({page}, test::fonts()), std::logic_error);
}
