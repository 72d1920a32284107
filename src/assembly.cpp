#include "assembly.h"

#include <algorithm>
#include <map>

#include <fmt/format.h>

#include "base/file.h"
#include "base/parallel.h"
#include "book_citations.h"
#include "citation/bibliography.h"
#include "citation/repeat.h"
#include "document/colophon_page.h"
#include "document/front_matter_pages.h"
#include "document/imprint_page.h"
#include "document/links.h"
#include "document/walk.h"
#include "edit/clean.h"
#include "image/check.h"
#include "image/probe.h"
#include "index/index_section.h"
#include "index/references_section.h"
#include "index/sources_section.h"
#include "index/terms.h"
#include "parse/article.h"

namespace huozi {

using namespace document;
using parse::Manifest;

namespace {

struct Article {
  parse::Located path;
  const source::SourceFile* file = nullptr;
  Document document;
  source::Diagnostics diagnostics;
  Audit audit;
};

class Assembler {
 public:
  Assembler(const Manifest& manifest, const BookFolder& folder, bool clean, unsigned jobs, source::SourceSet& sources,
            source::Diagnostics& diagnostics)
      : manifest_(manifest),
        folder_(folder),
        clean_(clean),
        jobs_(jobs),
        sources_(sources),
        diagnostics_(diagnostics),
        citations_(manifest, folder, sources, diagnostics) {}

  Assembly run() {
    out_.numbered_sources = citations_.numbered();
    read_articles();
    check_overrides();
    settle_metadata();
    for (const parse::MatterItem& item : manifest_.front) add_matter(item);
    for (const parse::Chapter& chapter : manifest_.chapters) add_chapter(chapter);
    for (const parse::MatterItem& item : manifest_.back) add_matter(item);
    settle_repeated();
    index::settle_marks(out_.book);
    find_images();
    resolve_links(out_.book, out_.articles, diagnostics_);
    // The contents come last: they list everything else. They do so again where a stylesheet numbers it.
    make_contents(out_.book);
    return std::move(out_);
  }

 private:
  // ------------------------------------------------------------ reading

  void wish(const parse::Located& path) {
    if (path.text.empty() || articles_.count(path.text)) return;
    articles_[path.text] = order_.size();
    order_.push_back({path, nullptr, {}, {}, {}});
  }

  void wish(const parse::Chapter& chapter) {
    for (const parse::Located& article : chapter.articles) wish(article);
    for (const parse::Chapter& inner : chapter.chapters) wish(inner);
  }

  void read_articles() {
    for (const parse::MatterItem& item : manifest_.front) wish(parse::Located{item.path, item.span});
    for (const parse::Chapter& chapter : manifest_.chapters) wish(chapter);
    for (const parse::MatterItem& item : manifest_.back) wish(parse::Located{item.path, item.span});
    // Files get their ids in the manifest's order, whatever the threads do.
    for (Article& article : order_) article.file = open(article.path);
    base::parallel_map(order_.size(), jobs_, [&](size_t i) {
      read(order_[i]);
      return 0;
    });
    for (Article& article : order_) {
      diagnostics_.append(std::move(article.diagnostics));
      out_.audit.append(std::move(article.audit));
      if (article.file) out_.articles.emplace_back(article.path.text, article.file->id());
    }
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
    article.document = parse::read_article(*article.file, article.diagnostics, article.audit);
    const parse::Override* change = override_of(article.path.text);
    if (change) apply(*change, article.document.metadata);
    if (clean_) {
      edit::clean(article.document, edit_options(change), article.diagnostics, article.audit);
    }
    citations_.settle(article.document, article.diagnostics, article.audit);
  }

  const parse::Override* override_of(const std::string& path) const {
    for (const parse::Override& change : manifest_.overrides) {
      if (change.article.text == path) return &change;
    }
    return nullptr;
  }

  void check_overrides() {
    std::vector<std::string_view> paths;
    for (const Article& article : order_) paths.push_back(article.path.text);
    for (const parse::Override& change : manifest_.overrides) {
      const parse::Located& path = change.article;
      if (articles_.count(path.text) != 0) continue;
      std::string meant = source::nearest(path.text, paths);
      if (meant.empty() && !paths.empty()) meant = paths.front();
      diagnostics_.report("manifest.unused-override", path.span, {path.text, meant});
    }
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
    options.has_local_copy = [this](std::string_view url) { return asset_of(url) != nullptr; };
    return options;
  }

  const parse::Asset* asset_of(std::string_view url) const {
    for (const parse::Asset& asset : manifest_.assets) {
      if (asset.url.text == url) return &asset;
    }
    return nullptr;
  }

  // ------------------------------------------------------------ facts

  void settle_metadata() {
    BookMetadata& metadata = out_.book.metadata;
    metadata = manifest_.metadata;
    if (metadata.date.empty()) {
      for (const Article& article : order_) metadata.date = std::max(metadata.date, article.document.metadata.date);
    }
    if (metadata.identifier.empty()) metadata.identifier = parse::default_identifier(metadata);
  }

  // ------------------------------------------------------------ sections

  void add_matter(const parse::MatterItem& item) {
    const size_t index = out_.book.sections.size();
    switch (item.role) {
      case SectionRole::half_title:
        add(half_title(out_.book.metadata, index), "half-title");
        break;
      case SectionRole::title_page:
        add(title_page(out_.book.metadata, index), "title-page");
        break;
      case SectionRole::imprint:
        if (manifest_.imprint.kind == Imprint::Kind::none) {
          diagnostics_.report("manifest.no-imprint", item.span);
        } else {
          add(imprint_page(out_.book.metadata, manifest_.imprint, {}, index), "imprint");
        }
        break;
      case SectionRole::colophon:
        add(colophon_page(out_.book.metadata, {}, index), "colophon");
        break;
      case SectionRole::contents: {
        Section placeholder;
        placeholder.role = SectionRole::contents;
        add(std::move(placeholder), "contents");
        break;
      }
      case SectionRole::front_article:
      case SectionRole::back_article: {
        const bool front = item.role == SectionRole::front_article;
        size_t& count = front ? front_articles_ : back_articles_;
        add_article(item.path, item.role, fmt::format("{}-{:03}", front ? "front" : "back", ++count));
        break;
      }
      case SectionRole::sources:
        add_sources(item.span);
        break;
      case SectionRole::references:
        add_references(item.span);
        break;
      case SectionRole::index:
        add_index(item.span);
        break;
      default:
        break;  // reported by the manifest as not yet supported
    }
  }

  // Of what stands before it in the book.
  void add_sources(source::Span wanted) {
    out_.sources = citation::cited_sources(out_.book, citations_.bibliography());
    if (out_.sources.empty()) {
      diagnostics_.report("manifest.no-sources", wanted);
    } else {
      out_.book.sections.push_back(index::empty_sources_section(out_.book.metadata.language));
    }
  }

  // Likewise.
  void add_references(source::Span wanted) {
    const std::vector<citation::Line> entries = citation::cited_entries(out_.book, citations_.bibliography());
    if (entries.empty()) {
      diagnostics_.report("manifest.no-references", wanted);
    } else {
      const std::string& language = out_.book.metadata.language;
      out_.book.sections.push_back(index::references_section(entries, citations_.numbered(), language));
    }
  }

  // Likewise.
  void add_index(source::Span wanted) {
    const std::string& language = out_.book.metadata.language;
    index::mark_terms(out_.book, manifest_.index.terms, diagnostics_);
    out_.index = index::make_entries(index::find_marks(out_.book), manifest_.index, language, diagnostics_);
    if (out_.index.empty()) {
      diagnostics_.report("manifest.no-index", wanted);
    } else {
      out_.book.sections.push_back(index::empty_index_section());
    }
  }

  void add(Section section, std::string name) {
    section.name = std::move(name);
    out_.book.sections.push_back(std::move(section));
  }

  Article* find(const std::string& path) {
    const auto found = articles_.find(path);
    if (found == articles_.end() || !order_[found->second].file) return nullptr;
    return &order_[found->second];
  }

  static Inlines title_of(Document& document, const std::string& path) {
    const ArticleMetadata& metadata = document.metadata;
    Inline text;
    text.info.id = document.make_id();
    text.info.span = metadata.title_span;
    text.content = Text{metadata.title.empty() ? std::filesystem::path(path).stem().string() : metadata.title};
    return {text};
  }

  void add_article(const std::string& path, SectionRole role, std::string name) {
    Article* article = find(path);
    if (!article) return;
    Section section;
    section.role = role;
    section.info.id = {article->document.file, 0};
    section.info.attributes.id = article->document.metadata.title_id;
    section.title = title_of(article->document, path);
    if (role == SectionRole::chapter) citations_.cite_source(article->document, section.title);
    section.language = article->document.metadata.language;
    if (!article->document.metadata.numbered) leave_unnumbered(section.info);
    section.blocks = std::move(article->document.blocks);
    add(std::move(section), std::move(name));
  }

  // What the stylesheet may number (style/heading_numbers) is told by this class, which it may use too.
  static void leave_unnumbered(NodeInfo& info) {
    std::vector<std::string>& classes = info.attributes.classes;
    if (!info.attributes.has_class("unnumbered")) classes.push_back("unnumbered");
  }

  std::string chapter_name() { return fmt::format("chapter-{:03}", ++chapters_); }

  void add_chapter(const parse::Chapter& chapter) {
    switch (chapter.kind) {
      case parse::Chapter::Kind::article:
        add_article(chapter.articles.front().text, SectionRole::chapter, chapter_name());
        break;
      case parse::Chapter::Kind::sections:
        add_sections(chapter);
        break;
      case parse::Chapter::Kind::part: {
        Section section = generated_section(chapter, SectionRole::part);
        add(std::move(section), fmt::format("part-{:03}", ++parts_));
        for (const parse::Chapter& inner : chapter.chapters) add_chapter(inner);
        break;
      }
      case parse::Chapter::Kind::selection:
        break;  // reported by the manifest as not yet supported
    }
  }

  Section generated_section(const parse::Chapter& chapter, SectionRole role) {
    const parse::Located& title = chapter.title;
    GeneratedIds ids(out_.book.sections.size());
    Section section;
    section.role = role;
    section.info.id = ids.next();
    section.info.span = title.span;
    Inline text;
    text.info.id = ids.next();
    text.info.span = title.span;
    text.content = Text{title.text};
    section.title = {text};
    if (!chapter.numbered) leave_unnumbered(section.info);
    return section;
  }

  // Several articles as sections of one chapter: their titles at level 2, their headings a level deeper.
  void add_sections(const parse::Chapter& chapter) {
    Section section = generated_section(chapter, SectionRole::chapter);
    for (const parse::Located& path : chapter.articles) {
      Article* article = find(path.text);
      if (!article) continue;
      Block heading;
      heading.info.id = {article->document.file, 0};
      heading.info.span = article->document.metadata.title_span;
      if (!article->document.metadata.numbered) leave_unnumbered(heading.info);
      heading.info.attributes.id = article->document.metadata.title_id;
      Inlines title = title_of(article->document, path.text);
      citations_.cite_source(article->document, title);
      heading.content = Heading{2, std::move(title), {}};
      Blocks& blocks = article->document.blocks;
      for_each_block(blocks, [](Block& block) {
        if (auto* inner = std::get_if<Heading>(&block.content)) inner->level = std::min(inner->level + 1, 6);
      });
      section.blocks.push_back(std::move(heading));
      std::move(blocks.begin(), blocks.end(), std::back_inserter(section.blocks));
    }
    add(std::move(section), chapter_name());
  }

  // citations.repeat.
  void settle_repeated() {
    using Repeat = parse::Citations::Repeat;
    const Repeat repeat = manifest_.citations.repeat;
    for (Section& section : out_.book.sections) {
      if (repeat == Repeat::short_form) citation::shorten_repeated(section, out_.audit);
      if (repeat == Repeat::tongshang) citation::mark_repeated(section, citation::Repeat::above);
      if (repeat == Repeat::tongzhu) citation::mark_repeated(section, citation::Repeat::numbered);
    }
  }

  // ------------------------------------------------------------ images

  void find_images() {
    for_each_inline(out_.book, [&](Inline& node) {
      auto* image = std::get_if<Image>(&node.content);
      if (image) find_image(*image, node.info);
    });
  }

  void find_image(Image& image, const NodeInfo& info) {
    std::string path = image.source;
    source::Span span = info.span;
    if (const parse::Asset* asset = asset_of(image.source)) {
      path = asset->path.text;
      span = asset->path.span;
    } else if (path.find("://") != std::string::npos || path.starts_with("//") || path.starts_with("data:")) {
      return;  // reported as remote by the editing passes
    } else if (const source::SourceFile* file = sources_.find(info.span.file)) {
      const auto article = std::find_if(order_.begin(), order_.end(), [&](const Article& a) { return a.file == file; });
      if (article != order_.end()) {
        path = (std::filesystem::path(article->path.text).parent_path() / path).lexically_normal().string();
      }
    }
    const auto place = base::path_inside(folder_.folder, path);
    if (!place) {
      diagnostics_.report("image.outside", span, {path});
      return;
    }
    const auto bytes = base::read_file(*place);
    if (!bytes) {
      diagnostics_.report("image.missing", span, {path});
      return;
    }
    const auto probed = image::probe(*bytes);
    if (!probed) {
      diagnostics_.report(image::has_known_signature(*bytes) ? "image.damaged" : "image.format", span, {path});
      return;
    }
    const auto [checked, is_new] = image_conditions_.try_emplace(path, image::Condition::whole);
    if (is_new) checked->second = image::check(*bytes, *probed);
    if (checked->second != image::Condition::whole) {
      const bool damaged = checked->second == image::Condition::damaged;
      diagnostics_.report(damaged ? "image.damaged" : "image.too-large", span, {path});
      return;
    }
    image.file = path;
    image.pixel_width = probed->shown_width();
    image.pixel_height = probed->shown_height();
    if (std::find(out_.images.begin(), out_.images.end(), path) == out_.images.end()) out_.images.push_back(path);
  }

  const Manifest& manifest_;
  const BookFolder& folder_;
  bool clean_;
  unsigned jobs_;
  source::SourceSet& sources_;
  source::Diagnostics& diagnostics_;
  BookCitations citations_;
  Assembly out_;
  std::vector<Article> order_;
  std::map<std::string, image::Condition> image_conditions_;  // by path
  std::map<std::string, size_t> articles_;                    // path -> index into order_
  size_t chapters_ = 0, parts_ = 0, front_articles_ = 0, back_articles_ = 0;
};

}  // namespace

Assembly assemble(const Manifest& manifest, const BookFolder& folder, bool clean, unsigned jobs,
                  source::SourceSet& sources, source::Diagnostics& diagnostics) {
  return Assembler(manifest, folder, clean, jobs, sources, diagnostics).run();
}

}  // namespace huozi
