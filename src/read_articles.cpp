#include "read_articles.h"

#include <filesystem>
#include <set>

#include "assembly.h"
#include "assets.h"
#include "base/file.h"
#include "base/parallel.h"
#include "document/walk.h"
#include "edit/clean.h"
#include "noise_files.h"
#include "parse/article.h"
#include "parse/front_matter.h"

namespace huozi {

using namespace document;
using parse::Manifest;

namespace {

class Reader {
 public:
  Reader(const Manifest& manifest, const BookFolder& folder, bool clean, source::SourceSet& sources,
         source::Diagnostics& diagnostics)
      : manifest_(manifest), assets_(manifest), folder_(folder), clean_(clean), sources_(sources), diagnostics_(diagnostics) {}

  std::vector<Article> run(unsigned jobs) {
    for (const parse::MatterItem& item : manifest_.front) wish(parse::Located{item.path, item.span});
    for (const parse::Chapter& chapter : manifest_.chapters) wish(chapter);
    for (const parse::MatterItem& item : manifest_.back) wish(parse::Located{item.path, item.span});
    for (Article& article : articles_) article.file = open(article.path);
    if (clean_) noise_ = read_noise_files(manifest_, folder_, sources_, diagnostics_);
    base::parallel_map(articles_.size(), jobs, [&](size_t i) {
      read(articles_[i]);
      return 0;
    });
    return std::move(articles_);
  }

 private:
  void wish(const parse::Located& path) {
    if (path.text.empty() || !known_.insert(path.text).second) return;
    articles_.push_back({path, nullptr, {}, {}, {}, {}});
  }

  void wish(const parse::Chapter& chapter) {
    for (const parse::Located& article : chapter.articles) wish(article);
    for (const parse::Chapter& inner : chapter.chapters) wish(inner);
  }

  const source::SourceFile* open(const parse::Located& path) {
    const auto place = base::path_inside(folder_.folder, path.text);
    if (!place) {
      diagnostics_.report("file.outside", path.span, {path.text});
      return nullptr;
    }
    auto text = base::read_file(*place);
    if (!text) {
      diagnostics_.report("file.unreadable", path.span, {path.text, "64 MiB"});
      return nullptr;
    }
    return &sources_.add((std::filesystem::path(folder_.shown) / path.text).string(), std::move(*text));
  }

  void read(Article& article) const {
    if (!article.file) return;
    Document& document = article.document;
    document = parse::read_article(*article.file, article.diagnostics, article.audit);
    source::Diagnostics known;  // the front matter's problems are reported already
    const uint32_t body = parse::read_front_matter(*article.file, known).body_begin;
    const ArticleMetadata& metadata = document.metadata;
    const bool from_body = metadata.title_span.end > body;
    const std::string title = from_body ? metadata.title : std::string();
    const parse::Override* change = override_of(article.path.text);
    if (change) apply(*change, document.metadata);
    if (clean_) edit::clean(document, edit_options(change), article.diagnostics, article.audit);
    article.figures = figures_of(document, article.audit);
    article.figures.conservation =
        edit::check_conservation(article.file->text().substr(body), title, document, article.audit);
    report_losses(article.figures.conservation, article.file->id(), article.diagnostics);
  }

  const parse::Override* override_of(const std::string& path) const {
    for (const parse::Override& change : manifest_.overrides) {
      if (change.article.text == path) return &change;
    }
    return nullptr;
  }

  static void apply(const parse::Override& change, ArticleMetadata& metadata) {
    const auto set = [](std::string& to, const std::string& from) {
      if (!from.empty()) to = from;
    };
    if (!change.title.empty()) metadata.title_span = {};
    set(metadata.title, change.title);
    set(metadata.author, change.author);
    set(metadata.date, change.date);
    set(metadata.source, change.source);
    set(metadata.url, change.url);
    metadata.numbered = change.numbered.value_or(metadata.numbered);
  }

  edit::Options edit_options(const parse::Override* change) const {
    edit::Options options;
    options.captions = manifest_.clean.captions;
    options.language = manifest_.metadata.language;
    if (!manifest_.clean.headings) options.headings = edit::Headings::as_is;
    using Listed = parse::Override::Headings;
    if (change && change->headings == Listed::as_is) options.headings = edit::Headings::as_is;
    if (change && change->headings == Listed::automatic) options.headings = edit::Headings::automatic;
    if (change && change->headings == Listed::listed) {
      options.headings = edit::Headings::listed;
      for (const parse::Located& line : change->heading_texts) options.heading_lines.push_back(line.text);
    }
    switch (manifest_.clean.quotes) {
      case parse::Cleaning::Quotes::convert:
        options.quotes = edit::Quotes::convert;
        break;
      case parse::Cleaning::Quotes::report:
        options.quotes = edit::Quotes::report;
        break;
      case parse::Cleaning::Quotes::off:
        options.quotes = edit::Quotes::off;
        break;
    }
    switch (manifest_.citations.attributions) {
      case parse::Citations::Attributions::note:
        options.attributions = edit::Attributions::note;
        break;
      case parse::Citations::Attributions::inline_text:
        options.attributions = edit::Attributions::parenthesis;
        break;
      case parse::Citations::Attributions::keep:
        options.attributions = edit::Attributions::keep;
        break;
    }
    for (const parse::Located& noise : manifest_.clean.noise) options.noise.push_back(noise.text);
    options.noise_rules = noise_;
    options.rights_cleared = change && !change->rights.empty();
    options.has_local_copy = [this](std::string_view url) { return assets_.find(url) != nullptr; };
    return options;
  }

  const Manifest& manifest_;
  Assets assets_;
  const BookFolder& folder_;
  bool clean_;
  edit::NoiseRules noise_;
  source::SourceSet& sources_;
  source::Diagnostics& diagnostics_;
  std::vector<Article> articles_;
  std::set<std::string> known_;
};

}  // namespace

ArticleFigures figures_of(const Document& document, const Audit& audit) {
  ArticleFigures out;
  out.file = document.file;
  walk(
      document.blocks, Notes::enter,
      [&](const Block& block) {
        if (std::holds_alternative<Heading>(block.content)) ++out.headings;
        if (std::holds_alternative<List>(block.content)) ++out.lists;
        if (const auto* table = std::get_if<Table>(&block.content)) {
          ++out.tables;
          if (!table->caption.empty()) ++out.captions;
        }
        if (const auto* figure = std::get_if<Figure>(&block.content)) {
          ++out.figures;
          if (!figure->caption.empty() || !figure->credit.empty()) ++out.captions;
        }
      },
      [&](const Inline& node) {
        const auto* note = std::get_if<Note>(&node.content);
        if (note) ++(note->kind == NoteKind::citation ? out.citations : out.notes);
      });
  for (const AuditEntry& entry : audit.entries) {
    if (!entry.removed.empty() && entry.replaced_by.empty()) ++out.removals;
  }
  return out;
}

void report_losses(const edit::Conservation& found, source::FileId file, source::Diagnostics& diagnostics) {
  const source::Span span{file, 0, 0};
  if (found.lost > 0) {
    diagnostics.report("article.text-lost", span, {std::to_string(found.lost), found.lost_characters});
  }
  if (found.gained > 0) {
    diagnostics.report("article.text-gained", span, {std::to_string(found.gained), found.gained_characters});
  }
}

std::vector<Article> read_articles(const Manifest& manifest, const BookFolder& folder, bool clean, unsigned jobs,
                                   source::SourceSet& sources, source::Diagnostics& diagnostics) {
  return Reader(manifest, folder, clean, sources, diagnostics).run(jobs);
}

}  // namespace huozi
