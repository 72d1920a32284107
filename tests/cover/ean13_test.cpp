#include "cover/ean13.h"

#include <algorithm>
#include <string>

#include "cover/barcode.h"
#include "support/catch.h"
#include "support/test_library.h"

using namespace huozi;
using base::Length;

namespace {

std::string bars(std::string_view digits) {
  const auto modules = cover::ean13_modules(digits);
  std::string out;
  if (modules) {
    for (const bool bar : *modules) out += bar ? '1' : '0';
  }
  return out;
}

Length millimetres(int64_t hundredths) {
  return Length::ratio(hundredths * 72, 2540);
}

bool near(Length a, Length b) {
  return a - b < Length::ratio(1, 200) && b - a < Length::ratio(1, 200);
}

}  // namespace

TEST_CASE("a check digit is made of the twelve before it") {
  CHECK(cover::ean13_check_digit("978750864735") == '7');
  CHECK(cover::ean13_check_digit("000000000000") == '0');
  CHECK(cover::ean13_check_digit("400638133393") == '1');
}

TEST_CASE("digits become guards and two sets of six, the first digit in the sets' order") {
  // Figure 5.2.1.2-1 of the GS1 specifications names the sets of a first digit 9: A B B A B A.
  const std::string a2 = "0010011", b2 = "0011011", c2 = "1101100";
  const std::string digits = std::string("9222222") + "22222";
  const std::string code = digits + cover::ean13_check_digit(digits);
  const std::string drawn = bars(code);
  REQUIRE(drawn.size() == cover::kModules);
  CHECK(drawn.substr(0, 3) == "101");
  CHECK(drawn.substr(3, 42) == a2 + b2 + b2 + a2 + b2 + a2);
  CHECK(drawn.substr(45, 5) == "01010");
  CHECK(drawn.substr(50, 35) == c2 + c2 + c2 + c2 + c2);
  CHECK(drawn.substr(92) == "101");
  // A first digit 0 is an older code of twelve: all of set A.
  CHECK(bars("0000000000000").substr(3, 42) ==
        std::string("0001101000110100011010001101000110100011010001101").substr(0, 42));
  // The whole of a known code.
  CHECK(bars("4006381333931") ==
        "10100011010100111010111101111010001001011001101010100001010000101000010111010010000101100110101");
}

TEST_CASE("every digit in every set, after every first digit") {
  // The widths of the four bars and spaces of a digit; of set B in the other order. The sets of the left six.
  const std::string widths[] = {"3211", "2221", "2122", "1411", "1132", "1231", "1114", "1312", "1213", "3112"};
  const std::string sets[] = {"AAAAAA", "AABABB", "AABBAB", "AABBBA", "ABAABB",
                              "ABBAAB", "ABBBAA", "ABABAB", "ABABBA", "ABBABA"};
  for (size_t first = 0; first < 10; ++first) {
    for (size_t digit = 0; digit < 10; ++digit) {
      const std::string twelve = std::to_string(first) + std::string(11, static_cast<char>('0' + digit));
      const std::string drawn = bars(twelve + cover::ean13_check_digit(twelve));
      REQUIRE(drawn.size() == cover::kModules);
      std::string left;
      for (size_t i = 0; i < 11; ++i) {
        const std::string modules = drawn.substr(i < 6 ? 3 + 7 * i : 8 + 7 * i, 7);
        std::string runs = "1";
        for (size_t k = 1; k < 7; ++k) {
          if (modules[k] == modules[k - 1]) {
            ++runs.back();
          } else {
            runs += '1';
          }
        }
        const std::string backwards(runs.rbegin(), runs.rend());
        // Set A has an odd number of dark modules.
        const bool odd = std::count(modules.begin(), modules.end(), '1') % 2 == 1;
        CHECK(modules[0] == (i < 6 ? '0' : '1'));
        if (i < 6) left += odd ? 'A' : 'B';
        CHECK((i < 6 && !odd ? backwards : runs) == widths[digit]);
      }
      CHECK(left == sets[first]);
    }
  }
}

TEST_CASE("what is no code has no bars") {
  CHECK(bars("") == "");
  CHECK(bars("978750864735") == "");
  CHECK(bars("9787508647356") == "");
  CHECK(bars("97875086473577") == "");
  CHECK(bars("97875086473X7") == "");
}

TEST_CASE("bars have the standard's measures, black ink alone, and quiet zones on white") {
  source::SourceSet sources;
  source::Diagnostics diagnostics;
  const style::Cascade cascade(style::read_stylesheet(sources.add("cover.css", ""), diagnostics), style::Medium::print);
  for (const int per_cent : {100, 80}) {
    cover::Panel panel(Length::points(400), Length::points(600), "zh-Hans", cascade, test::test_library());
    const cover::Barcode code{*cover::ean13_modules("9787508647357"), "9787508647357", "978-7-5086-4735-7",
                              "定价：38元"};
    const layout::Point at{Length::points(100), Length::points(200)};
    cover::put_barcode(panel, code, at, per_cent);
    const layout::Page page = panel.take();
    std::vector<layout::RuleItem> rules;
    std::string words;
    for (const layout::Item& item : page.items) {
      if (const auto* rule = std::get_if<layout::RuleItem>(&item.content)) rules.push_back(*rule);
      if (const auto* run = std::get_if<layout::GlyphRun>(&item.content)) {
        words += run->text;
        CHECK(run->color == style::Color());
      }
    }
    REQUIRE(rules.size() == 31);  // the ground, 2 bars a guard, 2 a digit
    CHECK(rules[0].color == style::Color{style::Color::Space::cmyk, {0, 0, 0, 0}});
    CHECK(near(rules[0].rect.width, millimetres(3729).scaled(per_cent, 100)));
    CHECK(near(rules[0].rect.height, cover::barcode_height(per_cent, true)));
    const Length module = millimetres(33).scaled(per_cent, 100);
    CHECK(near(rules[1].rect.x - at.x, module * 11));
    const layout::Rect last = rules.back().rect;
    CHECK(near(at.x + rules[0].rect.width - last.x - last.width, module * 7));
    for (size_t i = 1; i < rules.size(); ++i) {
      const layout::Rect& bar = rules[i].rect;
      CHECK(rules[i].color == style::Color());
      const bool guard = i <= 2 || i == 15 || i == 16 || i >= 29;
      CHECK(near(bar.height, millimetres(guard ? 2450 : 2285).scaled(per_cent, 100)));
      CHECK(bar.y + bar.height < at.y + rules[0].rect.height);
    }
    CHECK(words == "9787508647357ISBN 978-7-5086-4735-7定价：38元");
  }
}
