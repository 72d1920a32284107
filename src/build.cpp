#include "build.h"

#include <algorithm>
#include <map>
#include <memory>

#include "assembly.h"
#include "base/file.h"
#include "base/utf8.h"
#include "book_papers.h"
#include "build_date.h"
#include "citation/repeat.h"
#include "compare/record.h"
#include "compared_edition.h"
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
#include "make_cover_spread.h"
#include "make_epub.h"
#include "make_job_ticket.h"
#include "make_pdfs.h"
#include "make_proof.h"
#include "output_folder.h"
#include "parse/manifest.h"
#include "press.h"
#include "print_edition.h"
#include "print_places.h"
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

Figures figures_of(const Assembly& assembly, size_t pages) {
  Figures figures;
  figures.pages = pages;
  figures.sections = assembly.book.sections.size();
  figures.images = assembly.images.size();
  document::for_each_inline(assembly.book, [&](const document::Inline& node) {
    if (std::holds_alternative<document::Note>(node.content)) ++figures.notes;
    if (const auto* text = std::get_if<document::Text>(&node.content)) {
      for (const auto c : base::CodePoints(text->text)) {
        const bool common = c.code_point >= 0x4E00 && c.code_point <= 0x9FFF;
        if (common || text::char_class(c.code_point) == text::CharClass::han) ++figures.characters;
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

// Beside book.yaml. False: it says so already.
bool write_lock(const BookFolder& folder, const std::string& lock) {
  const fs::path path = folder.folder / kLockName;
  if (base::read_file(path) == lock) return false;
  base::write_file_atomically(path, lock);
  return true;
}

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
  const std::optional<BookPapers> papers = book_papers(*manifest, sources, diagnostics);
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
  std::vector<OutputFile> files;
  std::string revision;
  std::optional<CoverFigures> cover;
  std::optional<compare::Edition> record;
  // Errors leave the old files whole; the report tells of them in any case.
  const auto finish = [&](size_t page_count, const std::vector<PageException>& exceptions) {
    result.ok = !failed(diagnostics, options.strict);
    Figures figures = figures_of(assembly, page_count);
    figures.revision = revision;
    figures.cover = cover;
    result.report = report_json(diagnostics, result.fixes, assembly.audit, figures, assembly.article_figures,
                                exceptions, sources, result.place_of);
    result.audit = std::move(assembly.audit);
    if (!options.write) return;
    if (record) result.report = compare::with_record(std::move(result.report), *record);
    OutputFolder output(options.output, folder->name, diagnostics);
    if (result.ok) {
      for (const OutputFile& file : files) output.write(file.suffix, file.bytes);
    }
    output.write(".report.json", result.report);
    result.written = output.written();
    if (output.failed()) result.ok = false;
    if (result.ok && !selected.lock.empty() && write_lock(*folder, selected.lock)) {
      result.written.push_back(fs::path(folder->shown) / kLockName);
    }
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
  const std::vector<PdfKind> pdf_kinds = options.pdf && !options.use_pages
                                             ? wanted_pdfs(*manifest, options.profiles, diagnostics)
                                             : std::vector<PdfKind>();
  const bool wants_epub = options.epub && !options.use_pages && manifest->outputs.epub.has_value();
  const bool paged = !pdf_kinds.empty() || options.proof || options.cover || options.use_pages;
  std::vector<layout::Page> pages;
  std::vector<PageException> exceptions;
  document::Folios folios;
  std::optional<text::FontLibrary> library;
  if (paged || wants_epub) library.emplace(data_folder() / "fonts", sources, diagnostics);
  if (paged) {
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
    const auto text = std::make_shared<const std::vector<layout::PrintedParagraph>>(layout::printed_text(book, pages));
    result.place_of = print_places(text, pages);
    revision = revision_of(book.metadata, *text);
    if (options.release) check_characters(diagnostics);
    exceptions = report_exceptions(book, set, cascade, diagnostics);
    add_brief_notes(assembly.book, pages, assembly.audit);
    for (const layout::Galley& galley : set.galleys) {
      for (const std::string& title : galley.note_titles) assembly.audit.generated.push_back({"note-title", title});
    }
    PrintEdition edition{.manifest = *manifest,
                         .folder = *folder,
                         .book = book,
                         .pages = pages,
                         .text = *text,
                         .cascade = cascade,
                         .fonts = fonts,
                         .press = {},
                         .limits = {},
                         .papers = papers,
                         .date = date,
                         .generator = kGenerator,
                         .jobs = options.jobs,
                         .release = options.release};
    if (options.use_pages) options.use_pages(edition, diagnostics);
    if (options.write) record = compared_edition(edition, folder->name);
    if (!pdf_kinds.empty()) stage("writing PDF");
    edition.limits.ink = static_cast<int>(std::min(manifest->outputs.print.ink_limit.value_or(300), 400u));
    edition.limits.release = options.release;
    if (options.cover || std::any_of(pdf_kinds.begin(), pdf_kinds.end(), is_for_press)) {
      edition.press = press_profile(manifest->outputs.print, *folder, diagnostics);
    }
    for (OutputFile& pdf : make_pdfs(edition, pdf_kinds, diagnostics)) files.push_back(std::move(pdf));
    if (options.proof) {
      source::Diagnostics faults;
      files.push_back(make_proof(edition, revision, diagnostics, faults));
      if (pdf_kinds.empty()) diagnostics.append(std::move(faults));
    }
    if (options.cover && papers && !pages.empty()) {
      CoverSpreadFile spread = make_cover_spread(edition, *papers, diagnostics);
      cover = spread.figures;
      files.push_back(std::move(spread.file));
    }
    if (options.write) {
      for (OutputFile& file : make_job_ticket(edition, files, sources, diagnostics)) files.push_back(std::move(file));
    }
  }
  fill_for_epub(assembly, paged ? &folios : nullptr);
  epub::Output epub;
  if (wants_epub) {
    stage("writing EPUB");
    epub = make_epub(*manifest, assembly, sheet, cascade, *library, layout::page_marks(pages, assembly.book), *folder,
                     date, kGenerator, options.jobs, diagnostics);
    for (auto& generated : epub.generated) assembly.audit.generated.push_back(std::move(generated));
  }

  list_generated(assembly.book, assembly.audit);

  stage("");
  if (wants_epub) files.insert(files.begin(), {".epub", std::move(epub.bytes)});
  finish(pages.size(), exceptions);
  return result;
}

}  // namespace huozi
