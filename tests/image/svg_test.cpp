#include <random>

#include "image/check.h"
#include "image/decode.h"
#include "image/svg_clean.h"
#include "support/catch.h"

using namespace huozi;
using namespace std::string_literals;

namespace {

std::string svg(const std::string& inside, const std::string& attributes = " viewBox='0 0 40 20'") {
  return "<?xml version='1.0'?>\n<svg xmlns='http://www.w3.org/2000/svg'" + attributes + ">" + inside + "</svg>";
}

std::string removed(const std::string& file) {
  const auto clean = image::clean_svg(file);
  if (!clean) return "refused";
  std::string names;
  for (const std::string& name : clean->removed) names += name + " ";
  // What was cleaned is clean.
  const auto again = image::clean_svg(clean->bytes);
  REQUIRE(again);
  CHECK(again->removed.empty());
  return names;
}

}  // namespace

TEST_CASE("a harmless drawing keeps its bytes") {
  const std::string file =
      svg("<style>.a{fill:url(#g)}</style><defs><linearGradient id='g'/></defs><!-- c --><use href='#g'/>"
          "<image href='data:image/png;base64,AAAA'/><text class='a' style='fill:url(\"#g\")'>茶 &amp; 水</text>");
  const auto clean = image::clean_svg(file);
  REQUIRE(clean);
  CHECK(clean->removed.empty());
  CHECK(clean->bytes == file);
}

TEST_CASE("what runs or fetches is taken out of a drawing") {
  CHECK(removed(svg("<script>x()</script><rect width='1' height='1'/>")) == "script ");
  CHECK(removed(svg("<s:script xmlns:s='http://www.w3.org/2000/svg'/>")) == "s:script ");
  CHECK(removed(svg("<rect onclick='x()' ONLOAD='y()'/>")) == "onclick ONLOAD ");
  CHECK(removed(svg("<foreignObject><p xmlns='http://www.w3.org/1999/xhtml'>x</p></foreignObject>")) ==
        "foreignObject ");
  CHECK(removed(svg("<g><h:p xmlns:h='http://www.w3.org/1999/xhtml'>x</h:p></g>")) == "h:p ");
  CHECK(removed(svg("<div xmlns='http://www.w3.org/1999/xhtml'>x</div>")) == "div ");
  CHECK(removed(svg("<image href='http://a.example/x.png'/>")) == "image ");
  CHECK(removed(svg("<image xlink:href=' file:///etc/passwd' xmlns:xlink='http://www.w3.org/1999/xlink'/>")) ==
        "image ");
  CHECK(removed(svg("<use href='other.svg#a'/>")) == "use ");
  CHECK(removed(svg("<a href='java\tscript:x()'><text>words</text></a>")) == "href ");
  CHECK(removed(svg("<rect fill='url(http://a.example/#x)'/>")) == "fill ");
  CHECK(removed(svg("<rect style='fill:\\75 rl(http://a.example)'/>")) == "style ");
  CHECK(removed(svg("<style>@import 'x.css';</style>")) == "style ");
  CHECK(removed(svg("<style><![CDATA[ .a { fill: URL( 'http://a.example' ) } ]]></style>")) == "style ");
  CHECK(removed(svg("<set attributeName='xlink:href' to='x'/>")) == "set ");
  CHECK(removed(svg("<image href='data:image/svg+xml;base64,AAAA'/>")) == "image ");
  CHECK(removed("<?xml-stylesheet href='x.css'?>" + svg("").substr(22)) == "? ");
  CHECK(removed(svg("<g/>", " xml:base='http://a.example/' onload='x()'")) == "xml:base onload ");
}

TEST_CASE("what is left of a cleaned drawing is all the rest") {
  const auto clean = image::clean_svg(svg("<script>x</script><text x='1'>茶 &lt; 水</text>"));
  REQUIRE(clean);
  CHECK(clean->bytes.find("茶 &lt; 水") != std::string::npos);
  CHECK(clean->bytes.find("script") == std::string::npos);
}

TEST_CASE("what is no drawing, or cannot be trusted, is refused") {
  CHECK(removed("<svg/>") == "refused");
  CHECK(removed("<svg xmlns='http://www.w3.org/2000/svg'>") == "refused");
  CHECK(removed("<!DOCTYPE svg [<!ENTITY a 'b'>]><svg xmlns='http://www.w3.org/2000/svg'>&a;</svg>") == "refused");
  CHECK(removed("<?xml version='1.0' encoding='gb2312'?><svg xmlns='http://www.w3.org/2000/svg'/>") == "refused");
  CHECK(removed(svg("\xFF")) == "refused");
  std::string deep;
  for (int i = 0; i < 300; ++i) deep += "<g>";
  for (int i = 0; i < 300; ++i) deep += "</g>";
  CHECK(removed(svg(deep)) == "refused");
  for (size_t size = 0; size < deep.size(); size += 7) image::clean_svg(svg(deep).substr(0, size));
}

TEST_CASE("a drawing's size") {
  const auto size = [](const std::string& attributes) {
    const auto info = image::probe(svg("", attributes));
    REQUIRE(info);
    CHECK(info->format == image::Format::svg);
    return std::to_string(info->width) + "x" + std::to_string(info->height);
  };
  CHECK(size(" width='30' height='20px'") == "30x20");
  CHECK(size(" width='1in' height='2.54cm'") == "96x96");
  CHECK(size(" viewBox='0 0 40 20'") == "40x20");
  CHECK(size(" width='100%' viewBox='0,0,40,20'") == "40x20");
  CHECK(size(" width='100' viewBox='0 0 40 20'") == "100x50");
  CHECK(size("") == "300x150");
  CHECK(size(" width='1e99' height='-4'") == "65535x150");
}

TEST_CASE("an SVG is known by its first element") {
  CHECK(image::has_known_signature("\xEF\xBB\xBF <?xml version='1.0'?><!-- <html> --><!DOCTYPE svg><svg>"));
  CHECK(image::has_known_signature("<s:svg xmlns:s='x'>"));
  CHECK(image::has_known_signature("<!DOCTYPE svg [<!ENTITY a 'b'>]>\n<svg>"));
  CHECK_FALSE(image::has_known_signature("<html><svg>"));
  CHECK_FALSE(image::has_known_signature("<!--<svg>"));
  CHECK_FALSE(image::has_known_signature("<!DOCTYPE svg ["));
  CHECK_FALSE(image::has_known_signature("<"));
}

TEST_CASE("a drawing is drawn at the size wanted, without what it would fetch") {
  const std::string file =
      svg("<rect width='20' height='20' fill='#ff0000'/><image href='/etc/x.png' width='40' height='20'/>");
  const auto info = image::probe(file);
  REQUIRE(info);
  const auto bitmap = image::decode(file, *info, {80, 40});
  REQUIRE(bitmap);
  CHECK(bitmap->width == 80);
  CHECK(bitmap->alpha);
  const uint8_t* left = bitmap->row(20) + 20 * 4;
  CHECK((left[0] == 255 && left[1] == 0 && left[3] == 255));
  CHECK(bitmap->row(20)[60 * 4 + 3] == 0);
}

TEST_CASE("a drawing that takes too long is drawn smaller, or is no picture") {
  const auto filtered = [](int steps) {
    std::string filter = "<filter id='f'>";
    for (int i = 0; i < steps; ++i) filter += "<feGaussianBlur stdDeviation='3'/>";
    return svg(filter + "</filter><rect filter='url(#f)' width='900' height='9'/>", " viewBox='0 0 1000 1000'");
  };
  const auto width = [](const std::string& file) {
    const auto info = image::probe(file);
    REQUIRE(info);
    const auto bitmap = image::decode(file, *info, {2000, 2000});
    CHECK((image::check(file, *info) == image::Condition::whole) == bitmap.has_value());
    return bitmap ? bitmap->width : 0;
  };
  CHECK(width(filtered(2)) == 2000);
  CHECK(width(filtered(40)) == 1000);
  CHECK(width(filtered(2000)) == 0);
  const std::string wide = svg("<rect width='9' height='9'/>", " viewBox='0 0 60000 6'");
  CHECK(image::decode(wide, *image::probe(wide))->width == 8192);
}

TEST_CASE("whatever the damage, a drawing ends") {
  std::mt19937 random(5);
  const std::string whole =
      svg("<style>.a{fill:url(#g)}</style><defs><linearGradient id='g'><stop offset='0'/></linearGradient></defs>"
          "<g transform='rotate(9)'><use href='#g'/><path class='a' d='M0 0L9 9Z'/><desc>茶</desc></g>");
  for (int round = 0; round < 200; ++round) {
    std::string file = whole;
    for (size_t n = random() % 4 + 1; n > 0; --n) file[random() % file.size()] = static_cast<char>(random() % 128);
    const auto info = image::probe(file);
    if (info) image::decode(file, *info, {40, 20});
  }
}
