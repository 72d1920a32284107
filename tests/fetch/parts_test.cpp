#include "fetch/address.h"
#include "fetch/image_type.h"
#include "fetch/lock_file.h"
#include "fetch/url.h"
#include "support/catch.h"

using namespace huozi::fetch;

namespace {

bool public4(uint8_t a, uint8_t b, uint8_t c, uint8_t d) {
  return is_public(std::array<uint8_t, 4>{a, b, c, d});
}
std::string type_of(std::string_view bytes) {
  const ImageType* type = image_type(bytes);
  return type ? std::string(type->name) : "none";
}

}  // namespace

TEST_CASE("addresses that are not the public internet's", "[fetch]") {
  for (const auto& [a, b] : std::vector<std::pair<uint8_t, uint8_t>>{
           {0, 0}, {10, 1}, {127, 0}, {169, 254}, {172, 16}, {172, 31}, {192, 168}, {100, 64}, {224, 0}, {255, 255}}) {
    CHECK_FALSE(public4(a, b, 1, 1));
  }
  CHECK(public4(172, 32, 0, 1));
  CHECK(public4(100, 128, 0, 1));
  CHECK(public4(8, 8, 8, 8));
  CHECK(public4(223, 5, 5, 5));
  using V6 = std::array<uint8_t, 16>;
  CHECK(is_public(V6{0x24, 0x08, 0x80}));
  CHECK_FALSE(is_public(V6{}));
  CHECK_FALSE(is_public(V6{0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1}));
  CHECK_FALSE(is_public(V6{0xFE, 0x80}));
  CHECK_FALSE(is_public(V6{0xFC}));
  CHECK_FALSE(is_public(V6{0x20, 0x01, 0x0D, 0xB8}));
  CHECK_FALSE(is_public(V6{0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0xFF, 0xFF, 10, 0, 0, 1}));
  CHECK(is_public(V6{0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0xFF, 0xFF, 8, 8, 8, 8}));
  CHECK_FALSE(is_public(V6{0x20, 0x02, 192, 168, 0, 1}));
  CHECK_FALSE(is_public(V6{0, 0x64, 0xFF, 0x9B, 0, 0, 0, 0, 0, 0, 0, 0, 127, 0, 0, 1}));
}

TEST_CASE("pictures by their first bytes", "[fetch]") {
  CHECK(type_of("\x89PNG\r\n\x1A\n") == "image/png");
  CHECK(type_of("\xFF\xD8\xFF\xE0") == "image/jpeg");
  CHECK(type_of("GIF87a") == "image/gif");
  CHECK(type_of("RIFF1234WEBPVP8 ") == "image/webp");
  CHECK(type_of("RIFF1234WAVEfmt ") == "none");
  CHECK(type_of("<?xml version='1.0'?>\n<!-- <p> -->\n<svg xmlns='x'>") == "image/svg+xml");
  CHECK(type_of("<html><body><svg></svg>") == "none");
  CHECK(type_of("<svgs>") == "none");
  CHECK(type_of("") == "none");
}

TEST_CASE("addresses as articles write them", "[fetch]") {
  CHECK(fetchable_url(" //host/a b.png#x ") == "https://host/a%20b.png");
  CHECK(fetchable_url("HTTP://host") == "http://host");
  CHECK(fetchable_url("http://host/图?a=%20&b=1") == "http://host/%E5%9B%BE?a=%20&b=1");
  for (const char* bad : {"", "a.png", "/a.png", "file:///a", "data:image/png;base64,", "http://", "http:///a",
                          "http://u:p@host/", "javascript://x", "http://a\nb/", "http://host/\xFF"}) {
    INFO(bad);
    CHECK_FALSE(fetchable_url(bad));
  }
  CHECK_FALSE(fetchable_url("http://host/" + std::string(5000, 'a')));
}

TEST_CASE("the lock file's day", "[fetch]") {
  CHECK(lock_date("0") == "1970-01-01");
  CHECK(lock_date("1709164800") == "2024-02-29");
  CHECK(lock_date("never").size() == 10);
  CHECK(lock_date(nullptr).size() == 10);
}

TEST_CASE("a lock file is what was written", "[fetch]") {
  const Lock lock = {{"http://b/\"", {"images/1.png", "x", "image/png", "2024-01-01"}},
                     {"http://a/", {"images/2.gif", "y", "image/gif", "2024-01-02"}}};
  CHECK(parse_lock(lock_text(lock)) == lock);
  CHECK_FALSE(parse_lock(""));
  CHECK_FALSE(parse_lock("{\"images\": []}"));
  CHECK_FALSE(parse_lock(std::string(100'000, '[')));
}

TEST_CASE("which addresses name this machine openly", "[fetch]") {
  for (const char* url : {"http://localhost/a", "http://localhost:80", "https://127.0.0.1/a", "http://127.1.2.3:8/a",
                          "http://[::1]/a", "http://[::1]:80/a"}) {
    INFO(url);
    CHECK(names_this_machine(url));
  }
  for (const char* url :
       {"http://localhost.example.org/", "http://127.example.org/", "http://2130706433/", "http://127.1/",
        "http://0.0.0.0/", "http://[::ffff:127.0.0.1]/", "http://example.org/127.0.0.1", "localhost"}) {
    INFO(url);
    CHECK_FALSE(names_this_machine(url));
  }
}
