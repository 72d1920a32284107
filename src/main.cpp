#include <malloc.h>
#include <CLI/CLI.hpp>

#include <cstdio>
#include <exception>

#include "command/command.h"

namespace {

int run(int argc, char** argv) {
  using namespace huozi;
  CLI::App app{"huozi 活字: books of Chinese articles, as EPUB and PDF", "huozi"};
  app.set_version_flag("--version", "huozi " HUOZI_VERSION);
  app.require_subcommand(1);

  command::BuildArguments build;
  CLI::App* build_verb = app.add_subcommand("build", "make a book's EPUB, PDF and report");
  build_verb->add_option("BOOK", build.books, "folder with book.yaml, or the file itself")->required();
  build_verb->add_option("-o", build.output, "folder for the outputs")->type_name("DIR")->capture_default_str();
  CLI::Option* epub = build_verb->add_flag("--epub", build.epub_only, "the EPUB only");
  build_verb->add_flag("--pdf", build.pdf_only, "the PDFs only")->excludes(epub);
  build_verb->add_option("--profile", build.profiles, "only these PDFs")
      ->type_name("NAME")
      ->check(CLI::IsMember({"print", "screen", "x1a", "plain"}));
  build_verb->add_flag("--cover", build.cover, "also the printed book's cover: back, spine, front, for the print shop");
  build_verb->add_option("--jobs", build.jobs, "threads (default: one a processor)")->type_name("N");
  build_verb->add_flag("--strict", build.strict, "warnings are errors");
  build_verb->add_flag("--release", build.release, "refuse placeholders: facts, pictures, characters still to come");
  build_verb->add_flag("--proof", build.proof, "a proof edition besides: line numbers, paragraphs, findings")
      ->excludes(epub);
  build_verb->add_flag("--no-clean", build.no_clean, "leave articles as they are written");

  build_verb->add_flag("--update-lock", build.update_lock, "let the book's queries choose anew");

  command::CheckArguments check;
  CLI::App* check_verb = app.add_subcommand("check", "problems of a book's sources, manifest, text and pages");
  check_verb->add_option("BOOK", check.books, "folder with book.yaml, or the file itself")->required();
  check_verb->add_option("--format", check.format, "text, the report as json, or sarif")
      ->check(CLI::IsMember({"text", "json", "sarif"}))
      ->capture_default_str();
  CLI::Option* check_explain =
      check_verb->add_flag("--explain", check.explain, "what each piece was taken for, why, and how sure that is");
  check_verb->add_option("--jobs", check.jobs, "threads (default: one a processor)")->type_name("N");
  check_verb->add_flag("--strict", check.strict, "warnings are errors");
  check_verb->add_flag("--release", check.release, "refuse placeholders: facts, pictures, characters still to come");
  CLI::Option* fix =
      check_verb->add_flag("--fix", check.fix, "show the corrections one is sure of, as a patch, and ask to make them");
  fix->excludes(check_explain);
  check_verb->add_flag("--yes", check.yes, "make the corrections without asking")->needs(fix);

  command::ImportArguments import;
  CLI::App* import_verb = app.add_subcommand("import", "make clean articles of files of other kinds");
  import_verb->add_option("SRC", import.sources, "files, or folders of them")->required();
  import_verb->add_option("--into", import.into, "folder for the articles")->type_name("DIR")->capture_default_str();
  import_verb->add_flag("--force", import.force, "replace articles that differ");
  import_verb->add_flag("--fetch-images", import.fetch_images, "download pictures that have web addresses");
  import_verb->add_flag("--allow-private-hosts", import.private_hosts, "also from this machine and its own network");

  std::filesystem::path book;
  bool explain = false;
  CLI::App* list_verb = app.add_subcommand("list", "which articles the book's queries chose");
  list_verb->add_option("BOOK", book, "folder with book.yaml, or the file itself")->required();
  list_verb->add_flag("--explain", explain, "also what they passed over, and why");

  command::DiffArguments diff;
  CLI::App* diff_verb =
      app.add_subcommand("diff", "sentences added, removed, changed between two editions, with pages");
  diff_verb->add_option("OLD", diff.before, "the earlier edition: a book, or the NAME.report.json of its build")
      ->required();
  diff_verb->add_option("NEW", diff.after, "the later one")->required();
  diff_verb->add_option("--format", diff.format, "text or json")
      ->check(CLI::IsMember({"text", "json"}))
      ->capture_default_str();
  diff_verb->add_flag("--pdf", diff.pdf, "also NEW's pages with change bars: NAME.diff.pdf");
  diff_verb->add_option("-o", diff.output, "folder for that")->type_name("DIR")->capture_default_str();
  diff_verb->add_option("--jobs", diff.jobs, "threads (default: one a processor)")->type_name("N");

  CLI::App* fonts_verb = app.add_subcommand("fonts", "which font serves which role, and what no font has");
  fonts_verb->add_option("BOOK", book, "folder with book.yaml, or the file itself")->required();

  command::ImposeArguments imposed;
  CLI::App* impose_verb = app.add_subcommand("impose", "lay a PDF's pages out on sheets for the print shop");
  impose_verb->add_option("PDF", imposed.pdf, "a finished PDF; best the one for print, with its bleed")->required();
  impose_verb
      ->add_option("--signature", imposed.signature, "pages of a folded sheet, saddle stitch, or a proof's spreads")
      ->type_name("KIND")
      ->check(CLI::IsMember({"16", "4", "8", "32", "saddle", "2up"}))
      ->capture_default_str();
  impose_verb->add_option("-o", imposed.output, "the output, or a folder for it")
      ->type_name("PATH")
      ->capture_default_str();
  impose_verb->add_option("--binding", imposed.binding, "the side of the spine (default: as the PDF says, else left)")
      ->type_name("SIDE")
      ->check(CLI::IsMember({"left", "right"}));
  CLI::Option* caliper =
      impose_verb->add_option("--caliper", imposed.caliper, "the paper's thickness, which makes creep")
          ->type_name("MM")
          ->check(CLI::Range(0.0, 1.0))
          ->capture_default_str();
  impose_verb->add_option("--creep", imposed.creep, "how far the innermost leaf moves to the spine, instead")
      ->type_name("MM")
      ->check(CLI::Range(0.0, 20.0))
      ->excludes(caliper);
  impose_verb->add_option("--gutter", imposed.gutter, "room between pages at the spine, such as is milled off")
      ->type_name("MM")
      ->check(CLI::Range(0.0, 50.0))
      ->capture_default_str();
  impose_verb->add_option("--sheet", imposed.sheet, "the sheet: 320x450 (mm), A3 (default: as large as is needed)")
      ->type_name("SIZE");

  try {
    app.parse(argc, argv);
  } catch (const CLI::ParseError& error) {
    return app.exit(error) == 0 ? 0 : 2;
  }
  if (*build_verb) return command::build(build);
  if (*check_verb) {
    if (check.fix && check.format != "text") {
      std::fputs("--fix goes with the format text only\n", stderr);
      return 2;
    }
    return command::check(check);
  }
  if (*import_verb) return command::import_articles(import);
  if (*diff_verb) return command::diff(diff);
  if (*list_verb) return command::list(book, explain);
  if (*impose_verb) return command::impose(imposed);
  return command::fonts(book);
}

}  // namespace

int main(int argc, char** argv) {
  // The program runs once over a book: memory given back to the system is asked for again by the next article.
  mallopt(M_TRIM_THRESHOLD, 1 << 30);
  mallopt(M_MMAP_THRESHOLD, 1 << 26);
  mallopt(M_TOP_PAD, 1 << 24);
  try {
    return run(argc, argv);
  } catch (const std::exception& error) {
    std::fputs("huozi: error: ", stderr);
    std::fputs(error.what(), stderr);
    std::fputs("\n", stderr);
    return 1;
  }
}
