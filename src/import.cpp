#include "import.h"

#include <algorithm>
#include <iterator>
#include <map>
#include <utility>

#include "base/file.h"
#include "document/walk.h"
#include "edit/clean.h"
#include "fetch/fetch_images.h"
#include "import_output.h"
#include "import_sources.h"
#include "noise_files.h"
#include "parse/article.h"
#include "parse/front_matter.h"
#include "read_source.h"
#include "report.h"
#include "write/article.h"

namespace huozi {
namespace fs = std::filesystem;

using document::Document;

namespace {

struct Import {
  const ImportSource* from;
  const source::SourceFile* text;
  Document document;
  std::string name;
  std::vector<parse::ExtractedImage> images;
  ImportedArticle article;
};

// All that is read, blanks apart.
std::string words_of(const Document& document) {
  std::string out = document.metadata.title;
  document::walk(
      document.blocks, document::Notes::enter,
      [&](const document::Block& block) {
        if (const auto* code = std::get_if<document::CodeBlock>(&block.content)) out += code->text;
      },
      [&](const document::Inline& node) {
        if (const auto* text = std::get_if<document::Text>(&node.content)) out += text->text;
        if (const auto* image = std::get_if<document::Image>(&node.content)) out += image->alternative + image->title;
        if (const auto* ruby = std::get_if<document::Ruby>(&node.content)) {
          for (const auto& pair : ruby->pairs) out += pair.text;
        }
      });
  std::erase(out, ' ');
  return out;
}

class Importer {
 public:
  Importer(const ImportOptions& options, source::SourceSet& sources, source::Diagnostics& diagnostics)
      : output_(options.into, options.force),
        fetches_(options.fetch_images),
        sources_(sources),
        diagnostics_(diagnostics) {
    fetching_.allow_private = options.private_hosts;
    files_ = find_import_sources(options.sources, options.into, diagnostics);
    options_.attributions = edit::Attributions::keep;
    options_.noise_rules = shipped_noise_rules(sources, diagnostics);
    options_.report_missing_images = false;  // the build tells which are missing
  }

  ImportResult run() {
    for (const ImportSource& file : files_) read(file);
    std::vector<ImportedArticle> articles;
    for (Import& each : imports_) clean(each);
    if (fetches_) fetch_images();
    for (Import& each : imports_) {
      take_images(each);
      lead_links(each);
      write(each);
      articles.push_back(std::move(each.article));
    }
    for (const ImportedArticle& article : articles) diagnostics_.append(article.diagnostics);
    if (!articles.empty()) output_.put_report(import_report_json(articles, sources_));
    result_.ok = !diagnostics_.has_errors();
    return std::move(result_);
  }

 private:
  void read(const ImportSource& file) {
    auto bytes = base::read_file(file.path);
    if (!bytes) {
      diagnostics_.report("file.unreadable", {}, {file.shown, "64 MiB"});
      return;
    }
    ImportedArticle article;
    auto reading = read_source(file.shown, std::move(*bytes), sources_, article.diagnostics, article.audit);
    if (!reading) {
      diagnostics_.append(std::move(article.diagnostics));
      return;
    }
    article.source = file.shown;
    article.encoding = reading->encoding;
    const bool alone = reading->documents.size() == 1;
    for (Document& document : reading->documents) {
      const std::string& title = document.metadata.title;
      const std::string stem = alone || title.empty() ? file.path.stem().string() : title;
      const source::SourceFile* text = sources_.find(document.file);
      ImportedArticle own{article.source, article.encoding, {}, {}, {}, {}, {}};
      take_changes(article.audit, text->id(), own.audit);
      own.diagnostics = std::exchange(article.diagnostics, {});
      Import import{&file,         text, std::move(document), output_.article_name(stem), std::move(reading->images),
                    std::move(own)};
      std::error_code error;
      names_.emplace(fs::weakly_canonical(file.path, error), import.name);
      imports_.push_back(std::move(import));
    }
    diagnostics_.append(std::move(article.diagnostics));  // of a feed without entries
  }

  // What belongs to one of the texts a file was read as; changes of no text go with the first.
  static void take_changes(document::Audit& from, source::FileId file, document::Audit& to) {
    const auto move = [&](auto& all, auto& some) {
      const auto rest = std::stable_partition(all.begin(), all.end(), [&](const auto& each) {
        return each.span.file != file && each.span.file != source::kNoFile;
      });
      some.insert(some.end(), std::make_move_iterator(rest), std::make_move_iterator(all.end()));
      all.erase(rest, all.end());
    };
    move(from.entries, to.entries);
    move(from.decisions, to.decisions);
    to.generated = std::exchange(from.generated, {});
  }

  void clean(Import& import) const {
    ImportedArticle& article = import.article;
    Document& document = import.document;
    const document::ArticleMetadata metadata = document.metadata;
    edit::clean(document, options_, article.diagnostics, article.audit);
    article.title = metadata.title;
    article.figures = figures_of(document, article.audit);
    source::Diagnostics known;  // the front matter's problems are reported already
    const uint32_t body = parse::read_front_matter(*import.text, known).body_begin;
    const std::string title = metadata.title_span.end > body ? metadata.title : std::string();
    article.figures.conservation =
        edit::check_conservation(import.text->text().substr(body), title, document, article.audit);
    if (article.encoding.empty()) {
      // A Word file's words; lists' numbers and what pictures are called are no part of them.
      article.figures.conservation.gained = 0;
      article.figures.conservation.gained_characters.clear();
    }
    report_losses(article.figures.conservation, import.text->id(), article.diagnostics);
  }

  // Every image's path or address as it is written, with its place.
  template <typename F>
  static void for_each_image(Document& document, F&& f) {
    if (!document.metadata.head_image.empty()) f(document.metadata.head_image, source::Span{});
    document::for_each_inline(document.blocks, [&](document::Inline& node) {
      auto* image = std::get_if<document::Image>(&node.content);
      if (image && !image->source.empty()) f(image->source, node.info.span);
    });
  }

  void fetch_images() {
    std::vector<fetch::ImageRequest> requests;
    for (Import& import : imports_) {
      for_each_image(import.document, [&](const std::string& written, source::Span span) {
        if (is_web_address(written) && !written.starts_with("data:")) requests.push_back({written, span});
      });
    }
    if (!requests.empty()) fetched_ = fetch::fetch_images(requests, output_.folder(), fetching_, diagnostics_).files;
  }

  void take_images(Import& import) {
    source::Diagnostics& diagnostics = import.article.diagnostics;
    const auto take = [&](std::string& written, source::Span span) {
      if (is_web_address(written)) {
        const auto copy = fetched_.find(written);
        if (copy != fetched_.end()) written = copy->second;
        return;
      }
      for (const parse::ExtractedImage& image : import.images) {
        if (image.path != written) continue;
        written = output_.add_image(image.path, image.bytes, span, diagnostics);
        return;
      }
      const auto path = import.from->beside(written);
      const auto bytes = path ? base::read_file(*path) : std::nullopt;
      if (bytes) {
        written = output_.add_image(*path, *bytes, span, diagnostics);
      } else {
        diagnostics.report("import.image", span, {written});
      }
    };
    for_each_image(import.document, take);
  }

  // A link to another file of this run leads to the article made of it.
  void lead_links(Import& import) const {
    document::for_each_inline(import.document.blocks, [&](document::Inline& node) {
      auto* link = std::get_if<document::Link>(&node.content);
      if (!link) return;
      const size_t mark = std::min(link->target.find('#'), link->target.size());
      const auto path = import.from->beside(std::string_view(link->target).substr(0, mark));
      const auto name = path ? names_.find(*path) : names_.end();
      if (name != names_.end()) link->target = name->second + link->target.substr(mark);
    });
  }

  void write(Import& import) {
    ImportedArticle& article = import.article;
    const source::Span span{import.text->id(), 0, 0};
    const std::string text = write::write_article(import.document);
    record_front_matter(import, text);
    if (!is_kept(import, text)) return;
    const ImportOutput::Put put = output_.put(import.name, text, span, article.diagnostics);
    if (put == ImportOutput::Put::refused) return;
    article.file = import.name;
    (put == ImportOutput::Put::written ? result_.written : result_.unchanged).push_back(output_.folder() / import.name);
  }

  // Keys that no reader knows and the hours of dates are not written again: what was there stands in the audit.
  static void record_front_matter(Import& import, std::string_view written) {
    source::Diagnostics known;
    const uint32_t end = parse::read_front_matter(*import.text, known).body_begin;
    const source::Span span{import.text->id(), 0, end};
    const size_t close = written.starts_with("---\n") ? written.find("\n---\n") + 5 : 0;
    const std::string_view old = import.text->slice(span);
    if (end == 0 || old == written.substr(0, close)) return;
    auto& entries = import.article.audit.entries;
    entries.insert(entries.begin(),
                   {"import.front-matter", span, std::string(old), std::string(written.substr(0, close))});
  }

  // Whether the new article says what the document does. Also told: whether it, imported again, would be another.
  bool is_kept(Import& import, const std::string& text) const {
    const source::Span span{import.text->id(), 0, 0};
    source::SourceSet sources;
    source::Diagnostics diagnostics;
    document::Audit audit;
    Document again = parse::read_article(sources.add(import.name, text), diagnostics, audit);
    if (words_of(again) != words_of(import.document)) {
      import.article.diagnostics.report("import.not-kept", span, {import.name});
      return false;
    }
    edit::clean(again, options_, diagnostics, audit);
    if (write::write_article(again) != text) {
      import.article.diagnostics.report("import.unstable", span, {import.name});
    }
    return true;
  }

  std::vector<ImportSource> files_;
  ImportOutput output_;
  edit::Options options_;
  bool fetches_;
  fetch::FetchOptions fetching_;
  source::SourceSet& sources_;
  source::Diagnostics& diagnostics_;
  std::vector<Import> imports_;
  std::map<fs::path, std::string> names_;       // by source
  std::map<std::string, std::string> fetched_;  // by address: the file below the folder
  ImportResult result_;
};

}  // namespace

ImportResult import_articles(const ImportOptions& options, source::SourceSet& sources,
                             source::Diagnostics& diagnostics) {
  return Importer(options, sources, diagnostics).run();
}

}  // namespace huozi
