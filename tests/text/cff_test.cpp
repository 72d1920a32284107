#include "text/cff.h"

#include <string>

#include "support/catch.h"
#include "support/fonts.h"

using namespace huozi;
using namespace std::string_literals;

namespace {

// Header, name INDEX "A", a Top DICT INDEX holding `dict`, then `charset`, which stands at byte `charset_offset`.
std::string table_of(const std::string& dict, const std::string& charset) {
  std::string table = "\1\0\4\1"s + "\0\1\1\1\2A"s + "\0\1\1\1"s + static_cast<char>(dict.size() + 1) + dict;
  return table + charset;
}

// ROS (12 30) and charset (15); operands of one byte are value + 139.
std::string cid_dict(int charset_offset) {
  return "\x8B\x8B\x8B\x0C\x1E"s + static_cast<char>(charset_offset + 139) + "\x0F"s;
}

constexpr int kCharsetOffset = 22;

}  // namespace

TEST_CASE("a CFF table with ROS is CID-keyed, one without is not") {
  CHECK(text::read_cff_facts(table_of(cid_dict(0), ""), 4).cid_keyed);
  CHECK_FALSE(text::read_cff_facts(table_of("\x8B\x0F"s, ""), 4).cid_keyed);
  // 12 30 inside an operand is no operator: a 5-byte integer.
  CHECK_FALSE(text::read_cff_facts(table_of("\x1D\x0C\x1E\x0C\x1E\x0F"s, ""), 4).cid_keyed);
}

TEST_CASE("CIDs that are not glyph ids are read from every format of charset") {
  const std::vector<uint16_t> expected{0, 5, 6, 9};
  REQUIRE(table_of(cid_dict(kCharsetOffset), "").size() == kCharsetOffset);
  for (const std::string& charset : {"\0\0\5\0\6\0\x9"s, "\1\0\5\1\0\x9\0"s, "\2\0\5\0\1\0\x9\0\0"s}) {
    CHECK(text::read_cff_facts(table_of(cid_dict(kCharsetOffset), charset), 4).cids == expected);
  }
}

TEST_CASE("an identity charset needs no table") {
  CHECK(text::read_cff_facts(table_of(cid_dict(kCharsetOffset), "\2\0\1\0\2"s), 4).cids.empty());
  CHECK(test::song()->cid(12'345) == 12'345);
}

TEST_CASE("damaged CFF tables are read without harm") {
  const std::string whole = table_of(cid_dict(kCharsetOffset), "\2\0\5\xFF\xFF"s);
  for (size_t size = 0; size <= whole.size(); ++size) text::read_cff_facts(whole.substr(0, size), 4);
  CHECK(text::read_cff_facts(whole, 4).cids.size() == 4);
  CHECK_FALSE(text::read_cff_facts(std::string(64, '\xFF'), 4).cid_keyed);
}
