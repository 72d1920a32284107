#include "build.h"

#include <algorithm>
#include <cstdlib>
#include <ctime>
#include <map>
#include <set>
#include <tuple>

#include "assembly.h"
#include "base/file.h"
#include "base/utf8.h"
#include "citation/repeat.h"
#include "data_folder.h"
#include "document/front_matter_pages.h"
#include "document/link_names.h"
#include "document/numbering.h"
#include "document/page_references.h"
#include "document/walk.h"
#include "edition.h"
#include "generated.h"
#include "index/index_section.h"
#include "index/sources_section.h"
#include "layout/folios.h"
#include "layout/page_maker.h"
#include "layout/page_marks.h"
#include "layout/page_report.h"
#include "make_epub.h"
#include "parse/date.h"
#include "parse/manifest.h"
#include "pdf/write_pdf.h"
#include "press.h"
#include "proofreading.h"
#include "release.h"
#include "report.h"
#include "set_book.h"
#include "style/heading_numbers.h"
#include "style/note_numbers.h"
#include "style/stylesheet.h"
#include "style_files.h"
#include "text/char_class.h"
#include "text/font_library.h"

namespace huozi {
namespace fs = std::filesystem;

namespace {

constexpr std::string_view kGenerator = "huozi " HUOZI_VERSION;
constexpr int kOutlineDepth = 3;

std::optional<BookFolder> book_folder(const fs::path& book, source::Diagnostics& diagnostics) {
  std::error_code error;
  const fs::path file = fs::is_directory(book, error) ? book / "book.yaml" : book;
  if (!fs::is_regular_file(file, error)) {
    diagnostics.report("file.no-book", {}, {file.string()});
    return std::nullopt;
  }
  const fs::path folder = fs::absolute(file).lexically_normal().parent_path();
  return BookFolder{folder, file, folder.filename().string(), file.parent_path().string()};
}

std::optional<parse::Manifest> read_manifest(const BookFolder& folder, source::SourceSet& sources,
                                             source::Diagnostics& diagnostics) {
  auto yaml = base::read_file(folder.file);
  if (!yaml) {
    diagnostics.report("file.unreadable", {}, {folder.file.string(), "64 MiB"});
    return std::nullopt;
  }
  const std::string shown = (fs::path(folder.shown) / folder.file.filename()).string();
  auto manifest = parse::read_manifest(sources.add(shown, std::move(*yaml)), diagnostics);
  if (diagnostics.has_errors()) return std::nullopt;
  return manifest;
}

// What a PDF profile is called on the command line, in the file's name, and by the writer.
struct PdfKind {
  parse::PdfProfile wanted;
  pdf::Profile profile;
  std::string_view name;
  std::string_view suffix;
};

constexpr PdfKind kPdfKinds[] = {{parse::PdfProfile::screen, pdf::Profile::screen, "screen", ".pdf"},
                                 {parse::PdfProfile::print, pdf::Profile::print, "print", ".print.pdf"},
                                 {parse::PdfProfile::x1a, pdf::Profile::x1a, "x1a", ".x1a.pdf"},
                                 {parse::PdfProfile::plain, pdf::Profile::plain, "plain", ".plain.pdf"}};

bool is_for_press(const PdfKind& kind) {
  return kind.profile == pdf::Profile::print || kind.profile == pdf::Profile::x1a;
}

// The PDFs the manifest asks for and --profile does not rule out.
std::vector<PdfKind> wanted_pdfs(const parse::Manifest& manifest, const BuildOptions& options,
                                 source::Diagnostics& diagnostics) {
  std::vector<PdfKind> result;
  if (!options.pdf) return result;
  for (const PdfKind& kind : kPdfKinds) {
    const bool listed = std::any_of(manifest.outputs.pdf.begin(), manifest.outputs.pdf.end(),
                                    [&](const parse::PdfOutput& pdf) { return pdf.profile == kind.wanted; });
    const auto& only = options.profiles;
    const bool named = std::find(only.begin(), only.end(), kind.name) != only.end();
    if (listed && (only.empty() || named)) result.push_back(kind);
    if (named && !listed) diagnostics.report("command.profile", {}, {std::string(kind.name)});
  }
  return result;
}

// The book's date, else the first day ZIP can tell.
int64_t date_of(const std::string& date) {
  std::tm day{};
  day.tm_year = 80;
  day.tm_mday = 1;
  if (date.size() >= 4) {
    day.tm_year = std::atoi(date.substr(0, 4).c_str()) - 1900;
    if (date.size() >= 7) day.tm_mon = std::atoi(date.substr(5, 2).c_str()) - 1;
    if (date.size() >= 10) day.tm_mday = std::atoi(date.substr(8, 2).c_str());
  }
  return timegm(&day);
}

// SOURCE_DATE_EPOCH if it is set; one that means nothing is an error, as reproducible builds ask.
std::optional<int64_t> environment_date(source::Diagnostics& diagnostics) {
  const char* const epoch = std::getenv("SOURCE_DATE_EPOCH");
  if (!epoch) return std::nullopt;
  const auto seconds = parse::parse_epoch(epoch);
  if (!seconds) diagnostics.report("command.source-date-epoch", {}, {epoch});
  return seconds;
}

// What depends on pages in the print edition's words.
LateSections late_sections(const Assembly& assembly) {
  LateSections late;
  late[document::SectionRole::sources] = [&](document::Section& section, const document::Folios& folios) {
    const std::string& language = assembly.book.metadata.language;
    index::fill_sources(section, assembly.sources, assembly.numbered_sources, language, &folios);
  };
  late[document::SectionRole::index] = [&](document::Section& section, const document::Folios& folios) {
    index::fill_index(section, assembly.index, assembly.book.metadata.language, index::Medium::print, &folios);
  };
  return late;
}

// The same sections as the e-book has them. `folios`: of the print edition, if there is one.
void fill_for_epub(Assembly& assembly, const document::Folios* folios) {
  const std::string& language = assembly.book.metadata.language;
  for (document::Section& section : assembly.book.sections) {
    if (section.role == document::SectionRole::sources) {
      index::fill_sources(section, assembly.sources, assembly.numbered_sources, language, nullptr);
    } else if (section.role == document::SectionRole::index) {
      index::fill_index(section, assembly.index, language, index::Medium::ebook, folios);
    }
  }
}

// Each at its place; pages that end short in one message.
std::vector<PageException> report_exceptions(const document::Book& book, const SetBook& set,
                                             const style::Cascade& cascade, source::Diagnostics& diagnostics) {
  using Kind = layout::PageFault::Kind;
  const std::vector<layout::ReportedFault> faults = layout::report_faults(book, set.galleys, set.plans, cascade);
  std::map<document::NodeId, source::Span> spans;
  if (!faults.empty()) {
    const auto note = [&](const auto& node) { spans[node.info.id] = node.info.span; };
    document::walk(book, document::Notes::enter, note, note);
    for (const document::Section& section : book.sections) {
      if (!section.title.empty()) spans[section.info.id] = section.title.front().info.span;
    }
  }
  std::vector<PageException> exceptions;
  std::string short_pages;
  for (const layout::ReportedFault& each : faults) {
    const Kind kind = each.fault.kind;
    const auto span = spans.find(each.near);
    const source::Span near = span == spans.end() ? source::Span() : span->second;
    exceptions.push_back({each.page, std::string(layout::fault_name(kind)), each.fault.rows, near});
    if (kind == Kind::widow) diagnostics.report("layout.widow", near, {each.page});
    if (kind == Kind::parted) diagnostics.report("layout.parted", near, {each.page});
    if (kind == Kind::late_note) diagnostics.report("layout.late-note", near, {each.page});
    if (kind == Kind::short_page) short_pages += (short_pages.empty() ? "" : ", ") + each.page;
  }
  if (!short_pages.empty()) diagnostics.report("layout.short-pages", {}, {short_pages});
  return exceptions;
}

std::string make_pdf(const document::Book& book, const std::vector<layout::Page>& pages, const text::FontLibrary& fonts,
                     const PdfKind& kind, const std::optional<image::PressProfile>& press,
                     const pdf::PictureLimits& limits, const BookFolder& folder, int64_t date, unsigned jobs,
                     source::Diagnostics& diagnostics) {
  std::vector<const text::Font*> faces;
  for (size_t i = 0; i < fonts.size(); ++i) faces.push_back(&fonts.font(static_cast<text::FontId>(i)));
  pdf::Options options;
  options.outline = document::contents_of(book, kOutlineDepth);
  options.profile = kind.profile;
  options.press = press;
  options.pictures = limits;
  options.release = limits.release;
  options.producer = kGenerator;
  options.source_date_epoch = date;
  options.jobs = jobs;
  options.image_folder = folder.folder;
  return pdf::write_pdf(book, pages, faces, options, diagnostics);
}

// What several files have in common is told once.
void report_once(const source::Diagnostics& found, source::Diagnostics& diagnostics) {
  using Key = std::tuple<std::string, source::FileId, uint32_t, uint32_t, std::vector<std::string>>;
  std::set<Key> told;
  for (const source::Diagnostic& each : found.items()) {
    if (!told.emplace(each.rule, each.span.file, each.span.begin, each.span.end, each.arguments).second) continue;
    diagnostics.report(each.rule, each.span, each.arguments);
  }
}

Figures figures_of(const Assembly& assembly, size_t pages) {
  Figures figures;
  figures.pages = pages;
  figures.sections = assembly.book.sections.size();
  figures.images = assembly.images.size();
  document::for_each_inline(assembly.book, [&](const document::Inline& node) {
    if (std::holds_alternative<document::Note>(node.content)) ++figures.notes;
    if (const auto* text = std::get_if<document::Text>(&node.content)) {
      for (const auto c : base::CodePoints(text->text)) {
        if (text::char_class(c.code_point) == text::CharClass::han) ++figures.characters;
      }
    }
  });
  return figures;
}

// Notes that say 同上 or 同① on their page; the e-book has them in full.
void add_brief_notes(const document::Book& book, const std::vector<layout::Page>& pages, document::Audit& audit) {
  std::map<document::NodeId, std::string> shown;
  for (const layout::Page& page : pages) {
    for (const layout::BriefNote& brief : page.brief_notes) shown.emplace(brief.note, brief.words);
  }
  if (!shown.empty()) citation::record_brief(book, shown, audit);
}

bool failed(const source::Diagnostics& diagnostics, bool strict) {
  return diagnostics.has_errors() || (strict && diagnostics.has_warnings());
}

// Beside book.yaml.
void write_lock(const BookFolder& folder, const std::string& lock, BuildResult& result) {
  const fs::path path = folder.folder / kLockName;
  if (base::read_file(path) == lock) return;
  base::write_file_atomically(path, lock);
  result.written.push_back(fs::path(folder.shown) / kLockName);
}

// Where the outputs go. The folder is made when the first is written.
class OutputFolder {
 public:
  OutputFolder(const BuildOptions& options, const BookFolder& book, BuildResult& result,
               source::Diagnostics& diagnostics)
      : options_(options), book_(book), result_(result), diagnostics_(diagnostics) {}

  void write(std::string_view suffix, std::string_view bytes) {
    if (!options_.write || failed_) return;
    std::error_code error;
    fs::create_directories(options_.output, error);
    if (error) {
      diagnostics_.report("file.output", {}, {options_.output.string(), error.message()});
      result_.ok = false;
      failed_ = true;
      return;
    }
    const fs::path path = options_.output / (book_.name + std::string(suffix));
    base::write_file_atomically(path, bytes);
    result_.written.push_back(path);
  }

 private:
  const BuildOptions& options_;
  const BookFolder& book_;
  BuildResult& result_;
  source::Diagnostics& diagnostics_;
  bool failed_ = false;
};

}  // namespace

std::optional<Assembly> read_book(const fs::path& book, bool clean, unsigned jobs, source::SourceSet& sources,
                                  source::Diagnostics& diagnostics) {
  const auto folder = book_folder(book, diagnostics);
  auto manifest = folder ? read_manifest(*folder, sources, diagnostics) : std::nullopt;
  if (!manifest) return std::nullopt;
  resolve_selections(*manifest, *folder, Locking::keep, Duplicates::ignore, jobs, sources, diagnostics);
  std::vector<Article> articles = read_articles(*manifest, *folder, clean, jobs, sources, diagnostics);
  return assemble(*manifest, *folder, std::move(articles), sources, diagnostics);
}

std::optional<SelectionResult> list_articles(const fs::path& book, unsigned jobs, source::SourceSet& sources,
                                             source::Diagnostics& diagnostics) {
  const auto folder = book_folder(book, diagnostics);
  auto manifest = folder ? read_manifest(*folder, sources, diagnostics) : std::nullopt;
  if (!manifest) return std::nullopt;
  return resolve_selections(*manifest, *folder, Locking::keep, Duplicates::report, jobs, sources, diagnostics);
}

BuildResult build_book(const BuildOptions& options, source::SourceSet& sources, source::Diagnostics& diagnostics) {
  const auto stage = [&](std::string_view name) {
    if (options.progress) options.progress(name);
  };
  BuildResult result;

  const auto folder = book_folder(options.book, diagnostics);
  const std::optional<int64_t> wanted_date = environment_date(diagnostics);
  if (!folder) return result;
  result.folder = folder->folder;
  stage("reading book.yaml");
  auto manifest = read_manifest(*folder, sources, diagnostics);
  if (!manifest) return result;
  stage("choosing articles");
  const SelectionResult selected =
      resolve_selections(*manifest, *folder, options.locking, Duplicates::ignore, options.jobs, sources, diagnostics);

  stage("reading articles");
  std::vector<Article> articles = read_articles(*manifest, *folder, options.clean, options.jobs, sources, diagnostics);
  if (options.proofread) result.fixes = proofread_articles(*manifest, *folder, articles, sources, diagnostics);
  Assembly assembly = assemble(*manifest, *folder, std::move(articles), sources, diagnostics);
  result.articles = assembly.articles;
  if (options.release) check_release(*manifest, assembly.book, diagnostics);
  const style::Stylesheet sheet = read_styles(*manifest, *folder, sources, diagnostics);
  OutputFolder output(options, *folder, result, diagnostics);
  const auto finish = [&](size_t page_count, const std::vector<PageException>& exceptions) {
    result.ok = !failed(diagnostics, options.strict);
    result.report = report_json(diagnostics, result.fixes, assembly.audit, figures_of(assembly, page_count),
                                assembly.article_figures, exceptions, sources);
    result.audit = std::move(assembly.audit);
    output.write(".report.json", result.report);
  };
  if (diagnostics.has_errors()) {
    finish(0, {});
    return result;
  }

  // The e-book has the print edition's numbers, but for notes that pages count.
  const style::Cascade cascade(sheet, style::Medium::print);
  style::number_headings(assembly.book, cascade, assembly.audit, diagnostics);
  document::make_contents(assembly.book);
  document::make_page_references(assembly.book);
  document::name_links(assembly.book, assembly.audit);
  document::number_notes(assembly.book, style::note_starts(assembly.book, cascade));

  const int64_t date = wanted_date.value_or(date_of(assembly.book.metadata.date));
  const std::vector<PdfKind> pdf_kinds = wanted_pdfs(*manifest, options, diagnostics);
  const bool wants_epub = options.epub && manifest->outputs.epub.has_value();
  std::vector<layout::Page> pages;
  std::vector<std::string> pdfs;
  std::vector<PageException> exceptions;
  document::Folios folios;
  std::optional<text::FontLibrary> library;
  if (!pdf_kinds.empty() || wants_epub) library.emplace(data_folder() / "fonts", sources, diagnostics);
  if (!pdf_kinds.empty()) {
    stage("setting pages");
    text::FontLibrary& fonts = *library;
    if (fonts.resolve({{"serif"}, 400, false, assembly.book.metadata.language}).empty()) {
      diagnostics.report("fonts.none", {}, {"serif"});
      return result;
    }
    SetBook set = set_book(assembly.book, late_sections(assembly), cascade, fonts, options.jobs, diagnostics);
    document::Book& book = set.book;
    settle_colophon(kGenerator, book, set.galleys, set.plans, cascade, fonts, assembly.audit);
    settle_imprint(*manifest, book, set.galleys, set.plans, cascade, fonts, assembly.audit, diagnostics);
    copy_edition(book, assembly.book);
    folios = layout::folios(book, set.galleys, set.plans, cascade);
    pages = layout::make_pages(book, set.galleys, set.plans, cascade, fonts, diagnostics);
    for (std::string& words : layout::continuation_words(set.galleys, set.plans)) {
      assembly.audit.generated.push_back({"table-continued", std::move(words)});
    }
    if (options.release) check_characters(diagnostics);
    exceptions = report_exceptions(book, set, cascade, diagnostics);
    add_brief_notes(assembly.book, pages, assembly.audit);
    for (const layout::Galley& galley : set.galleys) {
      for (const std::string& title : galley.note_titles) assembly.audit.generated.push_back({"note-title", title});
    }
    stage("writing PDF");
    std::optional<image::PressProfile> press;
    pdf::PictureLimits limits;
    limits.ink = static_cast<int>(std::min(manifest->outputs.print.ink_limit.value_or(300), 400u));
    limits.release = options.release;
    if (std::any_of(pdf_kinds.begin(), pdf_kinds.end(), is_for_press)) {
      press = press_profile(manifest->outputs.print.icc, *folder, diagnostics);
    }
    source::Diagnostics found;
    for (const PdfKind& kind : pdf_kinds) {
      pdfs.push_back(make_pdf(book, pages, fonts, kind, press, limits, *folder, date, options.jobs, found));
    }
    report_once(found, diagnostics);
  }
  fill_for_epub(assembly, pdf_kinds.empty() ? nullptr : &folios);
  epub::Output epub;
  if (wants_epub) {
    stage("writing EPUB");
    epub = make_epub(*manifest, assembly, sheet, cascade, *library, layout::page_marks(pages, assembly.book), *folder,
                     date, kGenerator, options.jobs, diagnostics);
    for (auto& generated : epub.generated) assembly.audit.generated.push_back(std::move(generated));
  }

  list_generated(assembly.book, assembly.audit);

  stage("");
  if (!failed(diagnostics, options.strict)) {
    if (wants_epub) output.write(".epub", epub.bytes);
    for (size_t i = 0; i < pdfs.size(); ++i) output.write(pdf_kinds[i].suffix, pdfs[i]);
    if (!selected.lock.empty() && options.write) write_lock(*folder, selected.lock, result);
  }
  finish(pages.size(), exceptions);
  return result;
}

}  // namespace huozi
