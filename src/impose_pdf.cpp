#include "impose_pdf.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>

#include "base/file.h"
#include "build_date.h"
#include "data_folder.h"
#include "pdf/sheet_marks.h"
#include "pdf/write_imposed.h"
#include "style/named_size.h"
#include "text/font_library.h"

namespace huozi {
namespace {

using base::Length;

constexpr std::string_view kGenerator = "huozi " HUOZI_VERSION;
constexpr uint64_t kLargestFile = 512u << 20;
constexpr Length kTrim = Length::ratio(30 * 72, 254);
constexpr Length kSameSize = Length::ratio(1, 2);    // pages that differ by less have one size
constexpr Length kLargest = Length::points(14'400);  // ISO 32000-1, annex C.2
constexpr size_t kThickest = 64;                     // pages that are stitched through one fold; of paper of 80 g

Length mm(int64_t whole) {
  return Length::ratio(whole * 720, 254);
}

std::string in_mm(Length length) {
  return fmt::format("{:.1f}", length.to_points() * 25.4 / 72);
}

std::string said(Length width, Length height) {
  return in_mm(width) + " × " + in_mm(height) + " mm";
}

bool same_size(const pdf::PageBoxes& one, const pdf::PageBoxes& other) {
  const auto near = [](Length a, Length b) { return std::max(a, b) - std::min(a, b) <= kSameSize; };
  return near(one.width(), other.width()) && near(one.height(), other.height());
}

std::filesystem::path output_path(const ImposeOptions& options) {
  if (options.output.extension() == ".pdf") return options.output;
  return options.output / (options.pdf.stem().string() + ".imposed.pdf");
}

impose::Job job_of(const ImposeOptions& options, const pdf::PlacedPages& pages) {
  impose::Job job;
  job.kind = options.kind;
  job.signature = options.signature;
  job.binding = options.binding.value_or(pages.facts().opens_right ? impose::Binding::right : impose::Binding::left);
  job.pages = pages.pages().size();
  job.width = pages.pages().front().width();
  job.height = pages.pages().front().height();
  job.gutter = options.gutter;
  job.trim = kTrim;
  job.creep_step = options.caliper;
  return job;
}

impose::Plan plan_of(const ImposeOptions& options, const pdf::PlacedPages& pages) {
  impose::Job job = job_of(options, pages);
  impose::Plan plan = impose::make_plan(job);
  if (!options.creep) return plan;
  job.creep_step = plan.deepest == 0 ? Length() : *options.creep / static_cast<int64_t>(plan.deepest);
  return impose::make_plan(job);
}

// The sheet's size; nothing when the block of pages does not fit, as is told.
std::optional<std::pair<Length, Length>> sheet_of(const ImposeOptions& options, const impose::Plan& plan,
                                                  source::Diagnostics& diagnostics) {
  const Length around = pdf::kSheetMargin * 2;
  auto [width, height] = options.sheet.value_or(std::pair(plan.width + around, plan.height + around));
  const auto fits = [&](Length w, Length h, Length room) { return w >= plan.width + room && h >= plan.height + room; };
  // Upright or lying: with room for the marks rather than without.
  if (!fits(width, height, around) && (fits(height, width, around) || !fits(width, height, Length()))) {
    std::swap(width, height);
  }
  if (!fits(width, height, Length()) || std::max(width, height) > kLargest) {
    diagnostics.report("impose.sheet", {},
                       {said(width, height), said(plan.width, plan.height), said(kLargest, kLargest)});
    return std::nullopt;
  }
  if (!fits(width, height, around)) {
    diagnostics.report("impose.tight", {}, {said(plan.width + around, plan.height + around)});
  }
  return std::pair(width, height);
}

// One face for the words on the sheets; null, and told, when there is none.
const text::Font* label_font(text::FontLibrary& library, source::Diagnostics& diagnostics) {
  for (const text::FontId id : library.resolve({{"sans-serif"}, 400, false, "zh-Hans"})) {
    const text::Font& font = library.font(id);
    if (!library.latin_only(id) && font.may_embed() && font.may_subset()) return &font;
  }
  diagnostics.report("impose.no-font", {}, {});
  return nullptr;
}

}  // namespace

ImposeResult impose_pdf(const ImposeOptions& options, source::SourceSet& sources, source::Diagnostics& diagnostics) {
  const std::filesystem::path target = output_path(options);
  std::error_code error;
  if (std::filesystem::equivalent(options.pdf, target, error)) {
    diagnostics.report("impose.same-file", {}, {target.string()});
    return {};
  }
  const auto bytes = base::read_file(options.pdf, kLargestFile);
  if (!bytes) {
    diagnostics.report("file.unreadable", {}, {options.pdf.string(), "512 MiB"});
    return {};
  }
  const auto environment = environment_date(diagnostics);
  const auto pages = pdf::PlacedPages::read(*bytes, options.pdf.string(), diagnostics);
  if (!pages || diagnostics.has_errors()) return {};
  const std::vector<pdf::PageBoxes>& boxes = pages->pages();
  const auto odd = std::find_if(boxes.begin(), boxes.end(),
                                [&](const pdf::PageBoxes& each) { return !same_size(each, boxes.front()); });
  if (odd != boxes.end()) {
    diagnostics.report("impose.sizes", {},
                       {std::to_string(odd - boxes.begin() + 1), said(odd->width(), odd->height()),
                        said(boxes.front().width(), boxes.front().height())});
    return {};
  }

  const impose::Plan plan = plan_of(options, *pages);
  // Where creep eats a margin, the page is lost.
  if (const Length most = plan.job.creep_step * static_cast<int64_t>(plan.deepest); most > plan.job.width / 4) {
    diagnostics.report("impose.creep", {}, {in_mm(most), std::to_string(boxes.size())});
    return {};
  }
  const auto sheet = sheet_of(options, plan, diagnostics);
  if (!sheet) return {};
  if (boxes.size() == 1) diagnostics.report("impose.one-page", {});
  if (plan.blanks > 0) diagnostics.report("impose.blanks", {}, {std::to_string(plan.blanks)});
  if (options.kind == impose::Kind::saddle && boxes.size() > kThickest) {
    diagnostics.report("impose.thick", {}, {std::to_string(boxes.size() + plan.blanks), std::to_string(kThickest)});
  }

  text::FontLibrary library(data_folder() / "fonts", sources, diagnostics);
  pdf::ImposedOptions with;
  with.producer = kGenerator;
  with.source_date_epoch = environment.value_or(pages->facts().date.value_or(date_of({})));
  with.title = options.pdf.stem().string();
  with.width = sheet->first;
  with.height = sheet->second;
  with.font = label_font(library, diagnostics);
  const auto imposed = pdf::write_imposed(*pages, plan, with, diagnostics);
  if (!imposed || diagnostics.has_errors()) return {};

  std::filesystem::create_directories(target.parent_path(), error);
  if (error && !target.parent_path().empty()) {
    diagnostics.report("file.output", {}, {target.parent_path().string(), error.message()});
    return {};
  }
  base::write_file_atomically(target, *imposed);
  return {true, target, plan.sheets.size()};
}

std::optional<std::pair<Length, Length>> sheet_size(const std::string& said) {
  for (const style::PaperSize& paper : style::paper_sizes()) {
    if (paper.name == said) return std::pair(mm(paper.width), mm(paper.height));
  }
  int64_t sides[2] = {};
  const char* at = said.data();
  const char* const end = at + said.size();
  for (int i = 0; i < 2; ++i) {
    const auto read = std::from_chars(at, end, sides[i]);
    if (read.ec != std::errc() || sides[i] < 1 || sides[i] > 5000) return std::nullopt;
    at = read.ptr;
    if (i == 0 && (at == end || *at++ != 'x')) return std::nullopt;
  }
  return at == end ? std::optional(std::pair(mm(sides[0]), mm(sides[1]))) : std::nullopt;
}

}  // namespace huozi
