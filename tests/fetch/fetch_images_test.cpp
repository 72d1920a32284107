#include "fetch/fetch_images.h"

#include <cstdlib>
#include <fstream>

#include "base/file.h"
#include "base/sha256.h"
#include "fetch/http_server.h"
#include "support/catch.h"

using namespace huozi;
using fetch::FetchOptions;
using fetch::FetchResult;
using test::Connection;
using test::HttpServer;
namespace fs = std::filesystem;

namespace {

const std::string kPng = std::string("\x89PNG\r\n\x1A\n") + std::string(5000, 'p');

// A folder of its own, gone with the test.
struct Folder {
  fs::path path;
  Folder() {
    std::string name = (fs::temp_directory_path() / "huozi-fetch-XXXXXX").string();
    path = ::mkdtemp(name.data());
  }
  ~Folder() {
    std::error_code ignored;
    fs::remove_all(path, ignored);
  }
  std::string read(const std::string& file) const { return base::read_file(path / file).value_or(""); }
  std::vector<std::string> images() const {
    std::vector<std::string> out;
    std::error_code error;
    for (const auto& entry : fs::directory_iterator(path / "images", error)) out.push_back(entry.path().filename());
    return out;
  }
  std::string only_image() const { return images().size() == 1 ? read("images/" + images().front()) : ""; }
};

struct Run {
  source::Diagnostics diagnostics;
  FetchResult result;

  Run(const std::vector<std::string>& urls, const Folder& folder, FetchOptions options = quick()) {
    std::vector<fetch::ImageRequest> requests;
    for (const std::string& url : urls) requests.push_back({url, {}});
    result = fetch_images(requests, folder.path, options, diagnostics);
  }
  static FetchOptions quick() {
    FetchOptions options;
    options.allow_private = true;
    options.wait_milliseconds = 1;
    options.total_milliseconds = 5000;
    options.date = "2024-05-06";
    return options;
  }
  std::string rules() const {
    std::string out;
    for (const auto& item : diagnostics.items()) out += (out.empty() ? "" : " ") + item.rule;
    return out;
  }
};

}  // namespace

TEST_CASE("a picture is fetched once, named by its bytes and recorded", "[fetch]") {
  HttpServer server;
  Folder folder;
  server.on("/a.jpg?w=1", [](const Connection& c) { c.file(kPng, "Content-Type: text/html\r\n"); });
  server.on("/same", [](const Connection& c) { c.file(kPng); });
  const std::string hash = base::sha256_hex(kPng);
  const std::string file = "images/" + hash.substr(0, 24) + ".png";
  const std::vector<std::string> urls = {server.url("/a.jpg?w=1"), server.url("/same"), server.url("/same")};
  const Run first(urls, folder);
  CHECK(first.rules().empty());
  CHECK(first.result.downloaded == 2);
  CHECK(first.result.files.at(urls[0]) == file);
  CHECK(first.result.files.at(urls[1]) == file);
  CHECK(folder.read(file) == kPng);
  CHECK(folder.images().size() == 1);
  const std::string lock = folder.read("images.lock.json");
  CHECK(lock == "{\n  \"images\": {\n    \"" + urls[0] + "\": {\n      \"date\": \"2024-05-06\",\n      \"file\": \"" +
                    file + "\",\n      \"sha256\": \"" + hash + "\",\n      \"type\": \"image/png\"\n    },\n    \"" +
                    urls[1] + "\": {\n      \"date\": \"2024-05-06\",\n      \"file\": \"" + file +
                    "\",\n      \"sha256\": \"" + hash + "\",\n      \"type\": \"image/png\"\n    }\n  }\n}\n");

  SECTION("the second run asks no server and changes no byte") {
    const size_t before = server.requests().size();
    FetchOptions later = Run::quick();
    later.date = "2030-01-01";
    const Run second({urls[1], urls[0]}, folder, later);
    CHECK(second.result.files == first.result.files);
    CHECK(second.result.downloaded == 0);
    CHECK(server.requests().size() == before);
    CHECK(folder.read("images.lock.json") == lock);
  }
  SECTION("a file that is gone or changed is fetched again") {
    std::ofstream(folder.path / file) << "changed";
    const Run second(urls, folder);
    CHECK(second.result.downloaded == 1);
    CHECK(folder.read(file) == kPng);
  }
  SECTION("a lock file that is none, or names files elsewhere, is not believed") {
    std::ofstream(folder.path / "images.lock.json") << "[[[";
    CHECK(Run(urls, folder).rules() == "fetch.lock");
    std::ofstream(folder.path / "images.lock.json", std::ios::trunc)
        << R"({"images": {")" << urls[0] << R"(": {"file": "images/../../secret", "sha256": "x"}}})";
    const Run third(urls, folder);
    CHECK(third.result.files.at(urls[0]) == file);
    CHECK(folder.read("images.lock.json") == lock);
  }
}

TEST_CASE("redirects are followed so far, and nowhere but over http", "[fetch]") {
  HttpServer server;
  Folder folder;
  server.on("/go", [](const Connection& c) { c.redirect("/there"); });
  server.on("/there", [](const Connection& c) { c.file(kPng); });
  server.on("/loop", [](const Connection& c) { c.redirect("/loop"); });
  server.on("/file", [](const Connection& c) { c.redirect("file:///etc/passwd"); });
  server.on("/ftp", [](const Connection& c) { c.redirect("ftp://127.0.0.1/a.png"); });
  server.on("/name", [&](const Connection& c) {
    std::string target = server.url("/there");
    c.redirect(target.insert(7, "user:secret@"));
  });
  const Run run({server.url("/go"), server.url("/loop"), server.url("/file"), server.url("/ftp"), server.url("/name")},
                folder);
  CHECK(run.result.files.size() == 1);
  CHECK(run.rules() == "fetch.redirects fetch.protocol fetch.protocol fetch.failed");
  CHECK(folder.only_image() == kPng);
  for (const std::string& request : server.requests()) CHECK(request.find("Authorization") == std::string::npos);
}

TEST_CASE("machines of the own network are not asked, by address, name or redirect", "[fetch]") {
  HttpServer server;
  Folder folder;
  server.on("/a", [](const Connection& c) { c.file(kPng); });
  FetchOptions options = Run::quick();
  options.allow_private = false;
  const std::string port = server.url("").substr(16);
  const Run run({"http://0.0.0.0" + port + "/a", "http://10.1.2.3" + port + "/a", "http://169.254.169.254/a",
                 "http://[::ffff:127.0.0.1]" + port + "/a", "http://2130706433" + port + "/a"},
                folder, options);
  CHECK(run.result.files.empty());
  CHECK(run.rules() ==
        "fetch.private-host fetch.private-host fetch.private-host fetch.private-host fetch.private-host");
  CHECK(server.requests().empty());
}

TEST_CASE("this machine is asked where it is named openly, and leads no further", "[fetch]") {
  HttpServer server;
  Folder folder;
  server.on("/a", [](const Connection& c) { c.file(kPng); });
  server.on("/inside",
            [](const Connection& c) { c.answer("302 Found", "Location: http://169.254.169.254/a\r\n", ""); });
  FetchOptions options = Run::quick();
  options.allow_private = false;
  const Run run({server.url("/a"), server.url("/inside")}, folder, options);
  CHECK(run.result.files.size() == 1);
  CHECK(run.rules() == "fetch.private-host");
}

TEST_CASE("what is too large is not kept, whether the server says so or not", "[fetch]") {
  HttpServer server;
  Folder folder;
  std::atomic<size_t> sent = 0;
  server.on("/announced", [](const Connection& c) { c.answer("200 OK", "Content-Length: 99999999\r\n", kPng); });
  server.on("/endless", [&](const Connection& c) {
    bool open = c.answer("200 OK", "", kPng);
    while (open && !server.stopped() && sent < (200u << 20)) {
      open = c.send(kPng);
      sent += kPng.size();
    }
  });
  FetchOptions options = Run::quick();
  options.largest = 20'000;
  const Run run({server.url("/announced"), server.url("/endless")}, folder, options);
  CHECK(run.rules() == "fetch.too-large fetch.too-large");
  CHECK(folder.images().empty());
  CHECK(sent < (100u << 20));
  CHECK(folder.read("images.lock.json").empty());
}

TEST_CASE("a page, nothing, an error: each its own message, and the others go on", "[fetch]") {
  HttpServer server;
  Folder folder;
  server.on("/page.png", [](const Connection& c) { c.file("<html>not a picture", "Content-Type: image/png\r\n"); });
  server.on("/long.png", [](const Connection& c) { c.file(std::string(9000, 'x')); });
  server.on("/empty", [](const Connection& c) { c.file(""); });
  server.on("/gone", [](const Connection& c) { c.answer("410 Gone", "", kPng); });
  server.on("/good", [](const Connection& c) { c.file("GIF89a....."); });
  const Run run(
      {server.url("/page.png"), server.url("/long.png"), server.url("/empty"), server.url("/gone"), server.url("/none"),
       "file:///etc/passwd", "/a.png", "http://user@127.0.0.1/", "ftp://127.0.0.1/a", "http://127.0.0.1:1/a",
       "http://no-such-host.invalid/a", "https" + server.url("/good").substr(4), server.url("/good")},
      folder);
  CHECK(run.rules() ==
        "fetch.no-image fetch.no-image fetch.no-image fetch.status fetch.status fetch.bad-url fetch.bad-url "
        "fetch.bad-url fetch.bad-url fetch.refused fetch.no-host fetch.tls");
  CHECK(run.result.files.size() == 1);
  CHECK(run.diagnostics.items()[3].arguments == std::vector<std::string>{server.url("/gone"), "410"});
  CHECK(folder.only_image() == "GIF89a.....");
}

TEST_CASE("a server that does not answer, or fails at first", "[fetch]") {
  HttpServer server;
  Folder folder;
  std::atomic<int> asked = 0;
  server.on("/slow", [&](const Connection&) {
    for (int i = 0; i < 100 && !server.stopped(); ++i) std::this_thread::sleep_for(std::chrono::milliseconds(10));
  });
  server.on("/busy", [&](const Connection& c) {
    if (++asked < 3) {
      c.answer("503 Busy", "Content-Length: 0\r\n", "");
    } else {
      c.file(kPng);
    }
  });
  server.on("/always", [](const Connection& c) { c.answer("500 Oh", "Content-Length: 2\r\n", "no"); });
  FetchOptions options = Run::quick();
  options.total_milliseconds = 150;
  options.attempts = 2;
  CHECK(Run({server.url("/slow")}, folder, options).rules() == "fetch.timeout");
  const Run run({server.url("/busy"), server.url("/always")}, folder);
  CHECK(run.rules() == "fetch.status");
  CHECK(asked == 3);
  CHECK(server.requests().size() == 2 + 3 + 3);
}

TEST_CASE("what a broken connection left is continued", "[fetch]") {
  HttpServer server;
  Folder folder;
  std::atomic<bool> whole = false;
  std::atomic<bool> ranges = true;
  std::atomic<int> continued = 0;
  std::string tag = "\"one\"";
  std::string bytes = kPng;
  server.on("/a.png", [&](const Connection& c) {
    const std::string headers = "ETag: " + tag + "\r\n";
    const std::string length = "Content-Length: " + std::to_string(bytes.size()) + "\r\n";
    const size_t range = c.request().find("Range: bytes=");
    if (!whole) {
      c.answer("200 OK", headers + length, bytes.substr(0, 3000));
    } else if (ranges && range != std::string::npos &&
               (c.request().find("If-Range:") == std::string::npos ||
                c.request().find("If-Range: " + tag) != std::string::npos)) {
      ++continued;
      const size_t from = std::stoul(c.request().substr(range + 13));
      c.answer("206 Partial Content",
               "Content-Range: bytes " + std::to_string(from) + "-" + std::to_string(bytes.size() - 1) + "/" +
                   std::to_string(bytes.size()) + "\r\nContent-Length: " + std::to_string(bytes.size() - from) + "\r\n",
               bytes.substr(from));
    } else {
      c.file(bytes, headers);
    }
  });
  FetchOptions once = Run::quick();
  once.attempts = 1;
  const Run broken({server.url("/a.png")}, folder, once);
  CHECK(broken.rules() == "fetch.cut-short");
  CHECK(broken.result.files.empty());
  whole = true;

  SECTION("where the server can") {
    const Run run({server.url("/a.png")}, folder, once);
    CHECK(run.rules().empty());
    CHECK(continued == 1);
    CHECK(server.requests().back().find("Range: bytes=3000-") != std::string::npos);
    CHECK(folder.only_image() == kPng);
  }
  SECTION("from the beginning where it cannot") {
    ranges = false;
    CHECK(Run({server.url("/a.png")}, folder, once).rules().empty());
    CHECK(folder.only_image() == kPng);
  }
  SECTION("from the beginning where the picture is another by now") {
    tag = "\"two\"";
    bytes[1000] = 'q';
    CHECK(Run({server.url("/a.png")}, folder, once).rules().empty());
    CHECK(folder.only_image() == bytes);
  }
}

TEST_CASE("a folder images that leads elsewhere is not written to", "[fetch]") {
  HttpServer server;
  Folder folder;
  Folder elsewhere;
  server.on("/a", [](const Connection& c) { c.file(kPng); });
  fs::create_directory_symlink(elsewhere.path, folder.path / "images");
  CHECK(Run({server.url("/a")}, folder).rules() == "fetch.output");
  CHECK(fs::is_empty(elsewhere.path));
}
