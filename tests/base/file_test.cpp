#include "base/file.h"

#include <sys/stat.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <stdexcept>

#include "support/catch.h"

using namespace huozi::base;
namespace fs = std::filesystem;

namespace {

// A folder of its own for one test, removed at its end.
class Folder {
 public:
  Folder() {
    std::string name = (fs::temp_directory_path() / "huozi-file-XXXXXX").string();
    if (!::mkdtemp(name.data())) throw std::runtime_error("no temporary folder");
    path_ = name;
  }
  ~Folder() { fs::remove_all(path_); }
  Folder(const Folder&) = delete;
  Folder& operator=(const Folder&) = delete;
  fs::path operator/(const char* name) const { return path_ / name; }
  const fs::path& path() const { return path_; }

 private:
  fs::path path_;
};

size_t entries(const fs::path& folder) {
  return static_cast<size_t>(std::distance(fs::directory_iterator(folder), fs::directory_iterator()));
}

}  // namespace

TEST_CASE("what is written is read again, byte for byte", "[file]") {
  const Folder folder;
  const std::string bytes("a\0b\r\n\xFF活", 8);
  write_file_atomically(folder / "书.bin", bytes);
  CHECK(read_file(folder / "书.bin") == bytes);
  write_file_atomically(folder / "书.bin", "");
  CHECK(read_file(folder / "书.bin") == "");
  CHECK(entries(folder.path()) == 1);
}

TEST_CASE("a written file has the permissions of files the user makes", "[file]") {
  const Folder folder;
  const mode_t before = ::umask(027);
  write_file_atomically(folder / "out", "x");
  ::umask(before);
  CHECK(fs::status(folder / "out").permissions() == static_cast<fs::perms>(0640));
}

TEST_CASE("reading refuses what is missing, no regular file, or above the limit", "[file]") {
  const Folder folder;
  write_file_atomically(folder / "ten", "0123456789");
  CHECK(read_file(folder / "ten", 10).has_value());
  CHECK_FALSE(read_file(folder / "ten", 9).has_value());
  CHECK_FALSE(read_file(folder / "missing").has_value());
  CHECK_FALSE(read_file(folder.path()).has_value());
  REQUIRE(::mkfifo((folder / "pipe").c_str(), 0600) == 0);
  CHECK_FALSE(read_file(folder / "pipe").has_value());
}

TEST_CASE("a write that fails leaves the old content and no temporary file", "[file]") {
  const Folder folder;
  fs::create_directory(folder / "target");
  std::ofstream(folder / "target" / "old") << "old";
  // A folder cannot be replaced by a file: the failure comes last, at the renaming.
  CHECK_THROWS_WITH(write_file_atomically(folder / "target", "new"),
                    Catch::Matchers::Matches(".*target: cannot write: .+"));
  CHECK(read_file(folder / "target" / "old") == "old");
  CHECK(entries(folder.path()) == 1);
  CHECK_THROWS_WITH(write_file_atomically(folder / "no" / "such", "new"),
                    Catch::Matchers::Matches(".*such: cannot create: .+"));
}

TEST_CASE("a path inside the folder is found, existing or not", "[file]") {
  const Folder folder;
  const fs::path root = fs::canonical(folder.path());
  fs::create_directory(folder / "images");
  CHECK(path_inside(folder.path(), "images/a.png") == root / "images" / "a.png");
  CHECK(path_inside(folder.path(), "new/deep/a.png") == root / "new" / "deep" / "a.png");
  CHECK(path_inside(folder.path(), "images/../book.yaml") == root / "book.yaml");
  CHECK(path_inside(folder.path(), "..a/b..") == root / "..a" / "b..");
}

TEST_CASE("a path that leaves the folder is refused", "[file]") {
  const Folder folder;
  fs::create_directory(folder / "book");
  fs::create_directory(folder / "secret");
  const fs::path book = folder / "book";
  fs::create_directory_symlink(folder / "secret", book / "out");
  fs::create_directory_symlink("..", book / "up");
  fs::create_symlink("loop", book / "loop");
  for (const char* path : {"..", "../secret", "a/../../secret", "/etc/passwd", "", "out/key", "up/secret/key", "out",
                           "loop/x", "missing/../../secret", "../bookmark"}) {
    INFO(path);
    CHECK_FALSE(path_inside(book, path).has_value());
  }
  CHECK_FALSE(path_inside(book, std::string_view("a\0b", 3)).has_value());
  fs::create_directory(book / "real");
  fs::create_directory_symlink("real", book / "alias");
  CHECK(path_inside(book, "alias/x") == fs::canonical(book) / "real" / "x");
}
