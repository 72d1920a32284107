#include "image/check.h"

#include <random>

#include "base/file.h"
#include "support/catch.h"
#include "support/png.h"

using namespace huozi;
using namespace std::string_literals;
using image::Condition;

namespace {

Condition condition(const std::string& file) {
  const auto info = image::probe(file);
  if (!info) return image::has_known_signature(file) ? Condition::damaged : Condition::whole;
  return image::check(file, *info);
}

std::string photograph() {
  return base::read_file(std::string(HUOZI_SOURCE_DIR) + "/books/manual/images/notes.jpg").value();
}

}  // namespace

TEST_CASE("a whole JPEG is whole, with stray bytes too") {
  const std::string file = photograph();
  CHECK(condition(file) == Condition::whole);
  CHECK(condition(file + "rubbish behind its end") == Condition::whole);
}

TEST_CASE("a JPEG that is cut off or overwritten is damaged") {
  const std::string file = photograph();
  CHECK(condition(file.substr(0, file.size() - 2)) == Condition::damaged);
  CHECK(condition(file.substr(0, file.size() / 2)) == Condition::damaged);
  CHECK(condition(file.substr(0, file.size() / 2) + "\xFF\xD9"s) == Condition::damaged);
  std::string overwritten = file;
  overwritten.replace(file.size() / 2, 2000, 2000, '\xFF');
  CHECK(condition(overwritten) == Condition::damaged);
}

TEST_CASE("a PNG that is cut off or altered is damaged") {
  for (const int color : {0, 2, 4, 6}) {
    const size_t channels = color == 0 ? 1 : color == 2 ? 3 : color == 4 ? 2 : 4;
    std::string rows;
    for (int row = 0; row < 4; ++row) rows += '\0' + std::string(3 * channels, 'a');
    const std::string file = test::png(3, 4, color, rows);
    CHECK(condition(file) == Condition::whole);
    CHECK(condition(test::png(3, 4, color, rows.substr(1))) == Condition::damaged);
    CHECK(condition(file.substr(0, file.size() - 13)) == Condition::damaged);
    std::string altered = file;
    altered[file.size() - 30] ^= 1;
    CHECK(condition(altered) == Condition::damaged);
  }
}

TEST_CASE("a picture larger than books can use is not read") {
  std::string huge = test::png(20'000, 20'000, 0, "\0"s);
  CHECK(condition(huge) == Condition::too_large);
}

TEST_CASE("whatever the damage, the check ends") {
  std::mt19937 random(7);
  const std::string jpeg = photograph();
  const std::string png = base::read_file(std::string(HUOZI_SOURCE_DIR) + "/books/manual/images/head.png").value();
  for (int round = 0; round < 300; ++round) {
    std::string file = round % 2 ? jpeg : png;
    for (size_t n = random() % 20 + 1; n > 0; --n) file[random() % file.size()] = static_cast<char>(random());
    if (const auto info = image::probe(file)) image::check(file, *info);
  }
}
