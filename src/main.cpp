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
  build_verb->add_option("--jobs", build.jobs, "threads (default: one a processor)")->type_name("N");
  build_verb->add_flag("--strict", build.strict, "warnings are errors");
  build_verb->add_flag("--release", build.release, "refuse placeholders: facts, pictures, characters still to come");
  build_verb->add_flag("--no-clean", build.no_clean, "leave articles as they are written");

  build_verb->add_flag("--update-lock", build.update_lock, "let the book's queries choose anew");

  // Part of the command line's contract; what they ask for is not there yet.
  for (const char* name : {"--cover", "--proof"}) {
    build_verb->add_flag_callback(
        name, [&build, name] { build.unsupported.emplace_back(name); }, "not yet supported");
  }

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
  return command::fonts(book);
}

}  // namespace

int main(int argc, char** argv) {
  try {
    return run(argc, argv);
  } catch (const std::exception& error) {
    std::fputs("huozi: error: ", stderr);
    std::fputs(error.what(), stderr);
    std::fputs("\n", stderr);
    return 1;
  }
}
