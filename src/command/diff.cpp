#include <cctype>
#include <exception>
#include <optional>

#include <fmt/format.h>

#include "base/file.h"
#include "command/command.h"
#include "command/progress.h"
#include "compare/record.h"
#include "compare/reports.h"
#include "compared_edition.h"
#include "make_change_bars.h"
#include "output_folder.h"

namespace huozi::command {
namespace {

constexpr uint64_t kMostRecord = 256u << 20;  // bytes

bool has_extension(const std::filesystem::path& path, std::string_view wanted) {
  std::string extension = path.extension().string();
  for (char& c : extension) c = static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
  return extension == wanted;
}

bool is_record(const std::filesystem::path& path) {
  return has_extension(path, ".json");
}

std::optional<compare::Edition> edition_of_record(const std::filesystem::path& path, source::Diagnostics& diagnostics) {
  const auto text = base::read_file(path, kMostRecord);
  if (!text) {
    diagnostics.report("file.unreadable", {}, {path.string(), "256 MiB"});
    return std::nullopt;
  }
  auto edition = compare::read_record(*text);
  if (!edition) {
    diagnostics.report("diff.record", {}, {path.string()});
  } else {
    edition->name = path.string();
  }
  return edition;
}

// Of two editions; each is read as what it is.
class Comparer {
 public:
  explicit Comparer(const DiffArguments& arguments) : arguments_(arguments) {}

  // Errors are told on stderr.
  bool run() {
    before_ = read(arguments_.before, [](const auto&...) {});
    if (!before_) return false;
    after_ = read(arguments_.after,
                  [&](const PrintEdition& pages, const compare::Edition& after, source::Diagnostics& diagnostics) {
                    if (!arguments_.pdf) return;
                    name_ = pages.folder.name;
                    found_ = compare::compare(*before_, after);
                    bars_ = make_change_bars(pages, *before_, after, found_, diagnostics);
                  });
    if (!after_) return false;
    if (arguments_.pdf) return write_bars();
    found_ = compare::compare(*before_, *after_);
    return true;
  }

  std::string report() const {
    return arguments_.format == "json" ? compare::json_report(*before_, *after_, found_)
                                       : compare::text_report(*before_, *after_, found_);
  }

 private:
  template <typename UsePages>
  std::optional<compare::Edition> read(const std::filesystem::path& path, UsePages use_pages) {
    source::SourceSet sources;
    source::Diagnostics diagnostics;
    std::optional<compare::Edition> edition;
    if (has_extension(path, ".pdf")) {
      diagnostics.report("diff.pdf", {}, {path.string()});
    } else if (is_record(path)) {
      if (arguments_.pdf && &path == &arguments_.after) diagnostics.report("diff.bars", {}, {path.string()});
      edition = edition_of_record(path, diagnostics);
    } else {
      BuildOptions options;
      options.book = path;
      options.jobs = jobs_or_all(arguments_.jobs);
      options.write = false;
      options.use_pages = [&](const PrintEdition& pages, source::Diagnostics& found) {
        edition = compared_edition(pages, path.string());
        use_pages(pages, *edition, found);
      };
      if (!build_shown(std::move(options), sources, diagnostics).ok) edition.reset();
    }
    // What a check warns of is another matter.
    for (const source::Diagnostic& each : diagnostics.items()) {
      if (source::find_rule(each.rule)->severity != source::Severity::error) continue;
      fmt::print(stderr, "{}", source::render(each, sources));
    }
    if (diagnostics.has_errors()) edition.reset();
    return edition;
  }

  bool write_bars() {
    source::Diagnostics diagnostics;
    OutputFolder output(arguments_.output, name_, diagnostics);
    output.write(bars_.suffix, bars_.bytes);
    for (const source::Diagnostic& each : diagnostics.items()) {
      fmt::print(stderr, "{}", source::render(each, source::SourceSet()));
    }
    for (const std::filesystem::path& path : output.written()) fmt::print(stderr, "{}\n", path.string());
    return !output.failed();
  }

  const DiffArguments& arguments_;
  std::optional<compare::Edition> before_, after_;
  compare::Comparison found_;
  std::string name_;  // of the new book
  OutputFile bars_;
};

}  // namespace

int diff(const DiffArguments& arguments) {
  Comparer comparer(arguments);
  if (!comparer.run()) return 1;
  fmt::print("{}", comparer.report());
  return 0;
}

}  // namespace huozi::command
