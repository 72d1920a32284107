// The verbs of the command line, one file each. Exit statuses: 0 done, 1 errors in the user's input (or warnings with
// --strict), 2 wrong usage.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace huozi::command {

struct BuildArguments {
  std::vector<std::filesystem::path> books;
  std::filesystem::path output = "dist";
  bool epub_only = false;
  bool pdf_only = false;
  bool cover = false;  // the printed book's cover too
  std::vector<std::string> profiles;
  unsigned jobs = 0;  // 0: as many as there are processors
  bool strict = false;
  bool release = false;
  bool proof = false;
  bool no_clean = false;
  bool update_lock = false;
};

struct CheckArguments {
  std::vector<std::filesystem::path> books;
  std::string format = "text";  // text, json or sarif
  bool explain = false;         // what was made of each piece of the articles, and how sure that is
  bool fix = false;             // show the corrections proofreading is sure of, and make them when told so
  bool yes = false;             // told so
  unsigned jobs = 0;
  bool strict = false;
  bool release = false;
};

struct ImportArguments {
  std::vector<std::filesystem::path> sources;
  std::filesystem::path into = "articles";
  bool force = false;          // replace articles that differ
  bool fetch_images = false;   // download pictures that have web addresses
  bool private_hosts = false;  // also of the own machine and network
};

struct ImposeArguments {
  std::filesystem::path pdf;
  std::filesystem::path output = "dist";
  std::string signature = "16";  // 4, 8, 16, 32, saddle or 2up
  std::string binding;           // left or right; empty: as the file says
  double caliper = 0.1;          // these in mm
  std::optional<double> creep;
  double gutter = 0;
  std::string sheet;
};

struct DiffArguments {
  std::filesystem::path before, after;  // books, or reports of builds
  std::string format = "text";          // text or json
  bool pdf = false;                     // NEW's pages with change bars too
  std::filesystem::path output = "dist";
  unsigned jobs = 0;
};

int build(const BuildArguments& arguments);
// Everything a build does but the files. Problems on stderr, in the order of the sources; with format json on stdout
// the report, of several books a list of them; with sarif one log of all. With `fix` a patch on stdout; the status is
// that of the articles before it, or 1 when a file could not be corrected.
int check(const CheckArguments& arguments);
// Paths of the articles on stdout, those that stayed as they were marked (unchanged).
int import_articles(const ImportArguments& arguments);
// What the book's queries chose; with `explain` also what they passed over, and why.
int list(const std::filesystem::path& book, bool explain);
// What changed between two editions, on stdout. That they differ is no error.
int diff(const DiffArguments& arguments);
int fonts(const std::filesystem::path& book);
// The path of the imposed file on stdout, problems on stderr.
int impose(const ImposeArguments& arguments);

}  // namespace huozi::command
