#include "command/fix.h"

#include <unistd.h>

#include <algorithm>
#include <cstdio>
#include <exception>
#include <filesystem>
#include <iostream>
#include <map>
#include <set>

#include <fmt/format.h>

#include "base/file.h"
#include "base/utf8.h"
#include "desk/corrected_file.h"
#include "select/lock.h"

namespace huozi::command {
namespace fs = std::filesystem;

namespace {

using desk::CorrectedFile;
using desk::Refusal;

struct Work {
  const source::SourceFile* source;
  CorrectedFile file;
};

// As the book's articles stand.
std::vector<Work> work_of(const BuildResult& result, const source::SourceSet& sources) {
  std::map<source::FileId, std::vector<proof::Fix>> fixes;
  for (const proof::Finding& each : result.fixes) {
    if (each.fix) fixes[each.fix->span.file].push_back(*each.fix);
  }
  std::vector<Work> out;
  for (const auto& [path, id] : result.articles) {
    const auto found = fixes.find(id);
    const source::SourceFile* source = found == fixes.end() ? nullptr : sources.find(id);
    if (source) out.push_back({source, desk::corrected_file(result.folder, path, *source, std::move(found->second))});
  }
  return out;
}

// False for what must be told of.
bool tell(const Work& work, Refusal refused, source::Diagnostics& diagnostics) {
  const source::Span span{work.source->id(), 0, 0};
  if (refused == Refusal::changed) diagnostics.report("fix.changed", span);
  if (refused == Refusal::outside) diagnostics.report("file.outside", span, {work.file.path});
  if (refused == Refusal::read_only) diagnostics.report("fix.read-only", span);
  return refused == Refusal::none;
}

void print(const source::Diagnostics& diagnostics, const source::SourceSet& sources) {
  for (const source::Diagnostic& each : diagnostics.items()) fmt::print(stderr, "{}", source::render(each, sources));
}

// What a terminal would obey is not shown to it.
std::string for_terminal(const std::string& diff) {
  std::string out;
  for (const auto item : base::CodePoints(diff)) {
    const char32_t c = item.code_point;
    const bool control = (c < 0x20 && c != '\n' && c != '\t') || (c >= 0x7F && c < 0xA0) ||
                         (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069);
    base::append_utf8(out, control ? base::kReplacement : c);
  }
  return out;
}

void show(const Work& work) {
  const fs::path shown = fs::path(work.source->path()).lexically_normal();
  const fs::path near = shown.is_absolute() ? shown.lexically_relative(fs::current_path()) : shown;
  const bool below = !near.empty() && *near.begin() != "..";
  const std::string path = (below ? near : shown).string();
  const std::string diff = desk::unified_diff(path, work.file.before, work.file.made);
  const std::string& printed = isatty(STDOUT_FILENO) ? for_terminal(diff) : diff;
  std::fwrite(printed.data(), 1, printed.size(), stdout);
}

bool says_yes() {
  fmt::print(stderr, "apply? [y/N] ");
  std::fflush(stderr);
  std::string answer;
  return std::getline(std::cin, answer) && (answer == "y" || answer == "Y" || answer == "yes");
}

// How many of the corrected articles the edition's lock holds as they were.
size_t locked(const fs::path& folder, const std::vector<std::string>& paths) {
  auto text = base::read_file(folder / kLockName);
  if (!text) return 0;
  source::SourceSet sources;
  source::Diagnostics known;
  const auto lock = select::read_lock(sources.add(kLockName, std::move(*text)), known);
  std::set<std::string> all;
  if (!lock) return 0;
  for (const select::LockedSelection& each : lock->selections) {
    for (const select::LockedArticle& article : each.articles) all.insert(article.path);
  }
  return static_cast<size_t>(
      std::count_if(paths.begin(), paths.end(), [&](const std::string& path) { return all.contains(path); }));
}

// False: not all of them.
bool write(const BuildResult& result, const std::vector<Work>& all, source::Diagnostics& diagnostics) {
  bool good = true;
  std::vector<std::string> written;
  for (const Work& work : all) {
    if (work.file.made.empty()) continue;
    try {
      if (tell(work, desk::replace(work.file), diagnostics)) {
        written.push_back(work.file.path);
        continue;
      }
    } catch (const std::exception& error) {
      fmt::print(stderr, "huozi: error: {}\n", error.what());
    }
    good = false;
  }
  fmt::print(stderr, "{} files corrected\n", written.size());
  const size_t count = locked(result.folder, written);
  if (count > 0) diagnostics.report("fix.locked", {}, {std::to_string(count), kLockName});
  return good;
}

}  // namespace

bool fix(const BuildResult& result, const source::SourceSet& sources, bool yes) {
  source::Diagnostics diagnostics;
  bool good = true;
  size_t corrections = 0, files = 0;
  const std::vector<Work> all = work_of(result, sources);
  for (const Work& work : all) {
    if (!tell(work, work.file.refused, diagnostics)) good = false;
    for (const proof::Fix& left : work.file.left) diagnostics.report("fix.overlap", left.span);
    if (work.file.made.empty()) continue;
    show(work);
    corrections += work.file.made.size();
    ++files;
  }
  std::fflush(stdout);
  fmt::print(stderr, "{} corrections in {} files\n", corrections, files);
  if (corrections > 0) {
    // Nobody is asked who has not seen the patch.
    const bool asked = !yes && isatty(STDIN_FILENO) && isatty(STDOUT_FILENO);
    if (yes || (asked && says_yes())) {
      good = write(result, all, diagnostics) && good;
    } else if (!asked) {
      fmt::print(stderr,
                 "nothing is written; `huozi check --fix --yes` makes them, or `patch -p0` with what was printed\n");
    }
  }
  print(diagnostics, sources);
  return good;
}

}  // namespace huozi::command
