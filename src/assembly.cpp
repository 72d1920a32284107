#include "assembly.h"

#include <algorithm>
#include <map>

#include <fmt/format.h>

#include "assets.h"
#include "base/file.h"
#include "book_citations.h"
#include "citation/bibliography.h"
#include "citation/repeat.h"
#include "document/colophon_page.h"
#include "document/front_matter_pages.h"
#include "document/imprint_page.h"
#include "document/links.h"
#include "document/walk.h"
#include "edit/near_duplicates.h"
#include "image/check.h"
#include "image/probe.h"
#include "image/svg_clean.h"
#include "index/index_section.h"
#include "index/references_section.h"
#include "index/sources_section.h"
#include "index/terms.h"

namespace huozi {

using namespace document;
using parse::Manifest;

namespace {

class Assembler {
 public:
  Assembler(const Manifest& manifest, const BookFolder& folder, source::SourceSet& sources,
            source::Diagnostics& diagnostics)
      : manifest_(manifest),
        assets_(manifest),
        folder_(folder),
        sources_(sources),
        diagnostics_(diagnostics),
        citations_(manifest, folder, sources, diagnostics) {}

  Assembly run(std::vector<Article> articles) {
    out_.numbered_sources = citations_.numbered();
    take(std::move(articles));
    report_duplicates();
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
  void take(std::vector<Article> articles) {
    order_ = std::move(articles);
    for (size_t i = 0; i < order_.size(); ++i) {
      Article& article = order_[i];
      articles_[article.path.text] = i;
      if (article.file) citations_.settle(article.document, article.diagnostics, article.audit);
      diagnostics_.append(std::move(article.diagnostics));
      out_.audit.append(std::move(article.audit));
      if (!article.file) continue;
      out_.articles.emplace_back(article.path.text, article.file->id());
      out_.article_figures.push_back(std::move(article.figures));
    }
  }

  void report_duplicates() {
    std::vector<edit::Fingerprint> prints;
    for (const Article& article : order_) prints.emplace_back(article.document);
    for (const edit::NearDuplicate& pair : edit::near_duplicates(prints)) {
      const std::string& first = order_[pair.first].path.text;
      const std::string& second = order_[pair.second].path.text;
      const auto wanted = [&](const parse::Alike& alike) {
        return std::minmax(alike.first.text, alike.second.text) == std::minmax(first, second);
      };
      if (std::any_of(manifest_.duplicates.begin(), manifest_.duplicates.end(), wanted)) continue;
      const source::Span span{order_[pair.second].document.file, 0, 0};
      diagnostics_.report("article.near-duplicate", span, {first, std::to_string(pair.percent), second});
    }
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
    if (const parse::Asset* asset = assets_.find(image.source)) {
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
      std::error_code error;
      const bool there = std::filesystem::is_regular_file(*place, error);
      diagnostics_.report(there ? "image.too-large" : "image.missing", span, {path});
      return;
    }
    const auto probed = image::probe(*bytes);
    if (!probed) {
      diagnostics_.report(image::has_known_signature(*bytes) ? "image.damaged" : "image.format", span, {path});
      return;
    }
    const auto [checked, is_new] = image_conditions_.try_emplace(path, image::Condition::whole);
    if (is_new) checked->second = image::check(*bytes, *probed);
    if (is_new && checked->second == image::Condition::whole) report_losses(*bytes, *probed, path, span);
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

  // What no output shows of it.
  void report_losses(std::string_view bytes, const image::ImageInfo& info, const std::string& path, source::Span span) {
    if (info.animated) diagnostics_.report("image.animated", span, {path});
    const auto svg = info.format == image::Format::svg ? image::clean_svg(bytes) : std::nullopt;
    if (!svg || svg->removed.empty()) return;
    diagnostics_.report("image.cleaned", span, {path, fmt::format("{}", fmt::join(svg->removed, ", "))});
  }

  const Manifest& manifest_;
  Assets assets_;
  const BookFolder& folder_;
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

Assembly assemble(const Manifest& manifest, const BookFolder& folder, std::vector<Article> articles,
                  source::SourceSet& sources, source::Diagnostics& diagnostics) {
  return Assembler(manifest, folder, sources, diagnostics).run(std::move(articles));
}

}  // namespace huozi
