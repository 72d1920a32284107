// Who may include whom. The rules are the two tables below; src/README.md tells why.
#include <algorithm>
#include <filesystem>
#include <fstream>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "support/catch.h"

namespace {
namespace fs = std::filesystem;

// A folder of src/ and those it includes beside itself. The pipeline (the files at the top of src/, here the room kTop)
// and command/ may include everything.
const std::map<std::string, std::set<std::string>> kFolders = {
    {"base", {}},
    {"source", {"base"}},
    {"document", {"base", "source"}},
    {"print", {"base", "source"}},
    {"parse", {"base", "source", "document", "print"}},
    {"edit", {"base", "source", "document"}},
    {"proof", {"base", "source", "document"}},
    {"desk", {"base", "source", "document", "proof"}},
    {"compare", {"base"}},
    {"citation", {"base", "source", "document"}},
    {"select", {"base", "source", "document", "parse", "print"}},
    {"write", {"base", "source", "document"}},
    {"fetch", {"base", "source"}},
    {"index", {"base", "source", "document", "citation"}},
    {"image", {"base", "source"}},
    {"text", {"base", "source"}},
    {"style", {"base", "source", "document"}},
    {"layout", {"base", "source", "document", "style", "text", "image"}},
    {"cover", {"base", "source", "document", "style", "text", "layout"}},
    {"raster", {"base", "source", "document", "style", "text", "layout"}},
    {"impose", {"base"}},
    {"pdf", {"base", "source", "document", "style", "text", "image", "layout", "impose"}},
    {"epub", {"base", "source", "document", "style", "image"}},
    {"job", {"base", "source", "document", "print"}},
    {"preview", {"base", "source", "document", "text", "layout"}},
};
const std::string kTop = ".";
bool includes_everything(const std::string& room) {
  return room == kTop || room == "command";
}

// Where a third-party or system header may be included: always in .cpp files only, so that the library stays inside.
// The first row whose prefix fits decides; a header that no row knows is refused, so a new library needs a row.
struct Library {
  std::string_view prefix;
  std::set<std::string> folders;
};
const std::vector<Library> kLibraries = {
    {"cairo.h", {"raster", "image"}},
    {"cairo-pdf.h", {"image"}},
    {"podofo", {"pdf"}},
    {"libdeflate.h", {"pdf", "raster", "epub"}},
    {"tinyxml2.h", {"epub", "parse", "image"}},
    {"zip.h", {"epub", "parse"}},
    {"gumbo.h", {"parse"}},
    {"curl/", {"fetch"}},
    {"cmark-gfm", {"parse"}},
    {"hb", {"text"}},
    {"hyphen.h", {"text"}},
    {"fontconfig/", {"text"}},
    {"libfyaml.h", {"source"}},
    {"png.h", {"image"}},
    {"jpeglib.h", {"image"}},
    {"jerror.h", {"image"}},
    {"webp/", {"image"}},
    {"gif_lib.h", {"image"}},
    {"lcms2.h", {"image"}},
    {"librsvg/", {"image"}},
    {"setjmp.h", {"image"}},
    {"unicode/", {"source", "document", "parse", "select", "edit", "proof", "citation", "text", "index"}},
    {"fmt/",
     {"base", "source", "document", "parse", "edit", "proof", "desk", "compare", "citation", "write", "fetch", "image", "text", "style", "layout",
      "pdf", "epub", "preview", "command", kTop}},
    {"CLI/", {"command", kTop}},
    {"nlohmann/", {"parse", "fetch", "desk", "compare", "job", "command", kTop}},
    {"fcntl.h", {"base", "command"}},
    {"sys/socket.h", {"fetch"}},
    {"netinet/in.h", {"fetch"}},
    {"sys/", {"base", "command"}},
    {"unistd.h", {"base", "command"}},
    {"malloc.h", {kTop}},
};

struct File {
  std::string path;  // below src/
  std::string room;  // the folder, or kTop
  std::vector<std::string> lines;
};

struct Include {
  std::string name;
  bool angle = false;
};

std::vector<File> read_sources() {
  std::vector<File> files;
  const fs::path root = fs::path(HUOZI_SOURCE_DIR) / "src";
  for (const auto& entry : fs::recursive_directory_iterator(root)) {
    if (entry.path().extension() != ".h" && entry.path().extension() != ".cpp") continue;
    const fs::path path = entry.path().lexically_relative(root);
    File file{path.generic_string(), path.has_parent_path() ? path.begin()->string() : kTop, {}};
    std::ifstream in(entry.path());
    for (std::string line; std::getline(in, line);) file.lines.push_back(line);
    files.push_back(std::move(file));
  }
  std::sort(files.begin(), files.end(), [](const File& a, const File& b) { return a.path < b.path; });
  return files;
}

std::vector<Include> includes_of(const File& file) {
  std::vector<Include> includes;
  for (const std::string& line : file.lines) {
    size_t at = line.find_first_not_of(" \t");
    if (at == std::string::npos || line[at] != '#') continue;
    at = line.find_first_not_of(" \t", at + 1);
    if (at == std::string::npos || line.compare(at, 7, "include") != 0) continue;
    const size_t open = line.find_first_of("<\"", at);
    if (open == std::string::npos) continue;
    const bool angle = line[open] == '<';
    const size_t close = line.find(angle ? '>' : '"', open + 1);
    if (close != std::string::npos) includes.push_back({line.substr(open + 1, close - open - 1), angle});
  }
  return includes;
}

bool is_header(const File& file) {
  return file.path.ends_with(".h");
}

// Standard headers have neither a dot nor a folder in their names.
bool is_standard(const Include& include) {
  return include.angle && include.name.find_first_of("./") == std::string::npos;
}

}  // namespace

TEST_CASE("folders include only what the architecture lets them", "[structure]") {
  const std::vector<File> files = read_sources();
  REQUIRE(files.size() > 20);
  for (const File& file : files) {
    const bool everything = includes_everything(file.room);
    const auto row = kFolders.find(file.room);
    INFO(file.path << ": its folder has no row in the table");
    REQUIRE((everything || row != kFolders.end()));
    for (const Include& include : includes_of(file)) {
      if (include.angle) continue;
      INFO(file.path << " includes \"" << include.name << '"');
      const size_t slash = include.name.find('/');
      const std::string from = slash == std::string::npos ? kTop : include.name.substr(0, slash);
      if (everything) {
        CHECK((includes_everything(from) || kFolders.contains(from)));
      } else {
        CHECK((from == file.room || row->second.contains(from)));
      }
    }
  }
}

TEST_CASE("third-party libraries stay inside the .cpp files of their folders", "[structure]") {
  for (const File& file : read_sources()) {
    for (const Include& include : includes_of(file)) {
      if (!include.angle || is_standard(include)) continue;
      INFO(file.path << " includes <" << include.name << '>');
      CHECK_FALSE(is_header(file));
      const auto row = std::find_if(kLibraries.begin(), kLibraries.end(),
                                    [&](const Library& library) { return include.name.starts_with(library.prefix); });
      CHECK((row != kLibraries.end() && row->folders.contains(file.room)));
    }
  }
}

TEST_CASE("a source file includes its own header first", "[structure]") {
  const std::vector<File> files = read_sources();
  std::set<std::string> paths;
  for (const File& file : files) paths.insert(file.path);
  for (const File& file : files) {
    if (is_header(file)) continue;
    const std::string own = file.path.substr(0, file.path.size() - 4) + ".h";
    if (!paths.contains(own)) continue;
    INFO(file.path);
    const std::vector<Include> includes = includes_of(file);
    CHECK((!includes.empty() && includes.front().name == own));
  }
}

TEST_CASE("a header says first what it is, and guards itself", "[structure]") {
  for (const File& file : read_sources()) {
    if (!is_header(file)) continue;
    INFO(file.path);
    REQUIRE_FALSE(file.lines.empty());
    CHECK(file.lines.front().starts_with("// "));
    const auto guard = std::find(file.lines.begin(), file.lines.end(), "#pragma once");
    CHECK(guard != file.lines.end());
  }
}

TEST_CASE("no source file grows beyond what one sitting can read", "[structure]") {
  for (const File& file : read_sources()) {
    INFO(file.path << " has " << file.lines.size() << " lines");
    CHECK(file.lines.size() <= 800);
  }
}
