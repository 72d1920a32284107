#include "parse/html_image.h"

#include "support/catch.h"
#include "support/reading.h"

using namespace huozi;
using parse::largest_of_srcset;

namespace {

std::string picture(const std::string& attributes) {
  const test::Reading reading("a.html", "<img " + attributes + ">");
  const std::string dump = reading.dump();
  const size_t begin = dump.find("image \"");
  if (begin == std::string::npos) return {};
  return dump.substr(begin + 7, dump.find('"', begin + 7) - begin - 7);
}

}  // namespace

TEST_CASE("the largest of a set of pictures", "[html]") {
  CHECK(largest_of_srcset("a.jpg 300w, b.jpg 900w, c.jpg 600w") == "b.jpg");
  CHECK(largest_of_srcset("a.jpg, b.jpg 1.5x,c.jpg 1.25x") == "b.jpg");
  CHECK(largest_of_srcset("x,w_300.jpg 300w,\n\ty,w_400.jpg   400w") == "y,w_400.jpg");
  CHECK(largest_of_srcset("a.jpg 2x, b.jpg 2x") == "a.jpg");
  CHECK(largest_of_srcset("a.jpg") == "a.jpg");
  for (const char* nothing : {"", " , ,", ",", "a.jpg -1x", "a.jpg x y"}) CHECK(largest_of_srcset(nothing).empty());
  CHECK(largest_of_srcset("a.jpg 99999999999999999999w, b.jpg 3w") == "b.jpg");
}

TEST_CASE("the address beside src is the true one, unless somebody saved the picture", "[html]") {
  CHECK(picture("src='https://a.org/loading.gif' data-src='https://a.org/1.jpg'") == "https://a.org/1.jpg");
  CHECK(picture("src='https://a.org/1.jpg' data-original='https://a.org/1-large.jpg'") == "https://a.org/1-large.jpg");
  CHECK(picture("src='saved/1.jpg' data-src='https://a.org/1.jpg'") == "saved/1.jpg");
  CHECK(picture("src='/static/none.gif' file='data/1.jpg'") == "data/1.jpg");
  CHECK(picture("src='1.jpg' data-src='data:image/gif;base64,R0' file='3'") == "1.jpg");
  CHECK(picture("src='https://a.org/1.jpg' srcset='https://a.org/1.webp 2x'") == "https://a.org/1.jpg");
  CHECK(picture("src='https://a.org/1.jpg' srcset='https://a.org/2.jpg 2x'") == "https://a.org/2.jpg");
  CHECK(picture("src='https://a.org/loading.gif'") == "https://a.org/loading.gif");
  CHECK(picture("src='nonesuch.png' data-src='https://a.org/1.jpg'") == "nonesuch.png");
}
