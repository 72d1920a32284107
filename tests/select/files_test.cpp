#include "select/files.h"

#include <fstream>

#include "support/catch.h"

namespace fs = std::filesystem;
using namespace huozi;
using select::matches_glob;

TEST_CASE("globs", "[select]") {
  CHECK(matches_glob("articles/*.md", "articles/甲.md"));
  CHECK_FALSE(matches_glob("articles/*.md", "articles/x/甲.md"));
  CHECK(matches_glob("articles/**/*.md", "articles/x/y/甲.md"));
  CHECK(matches_glob("articles/**/*.md", "articles/甲.md"));
  CHECK(matches_glob("**", "a/b/c"));
  CHECK(matches_glob("a?.md", "a乙.md"));
  CHECK_FALSE(matches_glob("a?.md", "a.md"));
  CHECK(matches_glob("[甲-乙a-c]*.md", "b.md"));
  CHECK_FALSE(matches_glob("[!a-c]*.md", "b.md"));
  CHECK(matches_glob("[!a-c]*.md", "d.md"));
  CHECK(matches_glob("a[.md", "a[.md"));
  CHECK(matches_glob("./a//b.md", "a/b.md"));
  // No mismatch costs more than the product of the lengths.
  const std::string stars = [] {
    std::string out;
    for (int i = 0; i < 500; ++i) out += "*a";
    return out;
  }();
  CHECK_FALSE(matches_glob(stars + "b", std::string(2000, 'a')));
}

namespace {

struct Folder {
  fs::path path = fs::temp_directory_path() / "huozi-select-files-test";
  Folder() {
    fs::remove_all(path);
    fs::create_directories(path);
  }
  ~Folder() { fs::remove_all(path); }
  void put(const std::string& name) const {
    fs::create_directories((path / name).parent_path());
    std::ofstream(path / name) << "x";
  }
};

std::vector<std::string> found(const Folder& folder, std::vector<std::string> from, std::string* rules = nullptr) {
  std::vector<parse::Located> located;
  for (std::string& each : from) located.push_back({std::move(each), {}});
  source::Diagnostics diagnostics;
  auto files = select::find_files(folder.path, located, diagnostics);
  for (const auto& item : diagnostics.items()) {
    if (rules) *rules += item.rule + ' ';
  }
  return files;
}

using List = std::vector<std::string>;

}  // namespace

TEST_CASE("files of folders and globs, in order, each once", "[select]") {
  const Folder folder;
  for (const char* name : {"b/2.md", "b/1.html", "b/.git/3.md", "b/pic.png", "b/c/4.md", "5.md"}) folder.put(name);
  CHECK(found(folder, {"b/"}) == List{"b/1.html", "b/2.md", "b/c/4.md"});
  CHECK(found(folder, {"b", "b/*.md"}) == List{"b/1.html", "b/2.md", "b/c/4.md"});
  CHECK(found(folder, {"b/**/4.*"}) == List{"b/c/4.md"});
  CHECK(found(folder, {"*.md"}) == List{"5.md"});
  CHECK(found(folder, {"5.md"}) == List{"5.md"});
  std::string rules;
  CHECK(found(folder, {"d", "b/*.htm"}, &rules).empty());
  CHECK(rules == "select.nothing-there select.nothing-there ");
}

TEST_CASE("no link leads out of the folder, or round in circles", "[select]") {
  const Folder folder;
  folder.put("in/a.md");
  std::ofstream(folder.path.parent_path() / "huozi-select-outside.md") << "x";
  fs::create_symlink(folder.path.parent_path() / "huozi-select-outside.md", folder.path / "in/out.md");
  fs::create_directory_symlink(folder.path / "in", folder.path / "in/loop");
  CHECK(found(folder, {"in"}) == List{"in/a.md"});
  fs::remove(folder.path.parent_path() / "huozi-select-outside.md");
}
