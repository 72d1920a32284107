#include "selections.h"

#include <algorithm>
#include <map>
#include <optional>
#include <set>

#include "article_index_place.h"
#include "base/file.h"
#include "base/hash.h"
#include "base/parallel.h"
#include "edit/source_text.h"
#include "parse/front_matter.h"
#include "select/article_index.h"
#include "select/files.h"
#include "select/lock.h"
#include "select/query.h"

namespace huozi {
namespace fs = std::filesystem;

namespace {

constexpr size_t kShownPaths = 5;
constexpr size_t kWorthAnIndex = 500;  // files: fewer are read sooner than an index pays

edit::Fingerprint fingerprint(std::string_view body) {
  std::vector<std::string_view> pieces;
  edit::part_source(
      body, [&](std::string_view piece) { pieces.push_back(piece); }, [](std::string_view) {});
  return edit::Fingerprint(pieces);
}

// What the index keeps of an article. Its problems are not reported here: the chosen ones are read again.
select::IndexedArticle found_out(const std::string& text) {
  const source::SourceFile file(source::kNoFile, {}, text);
  source::Diagnostics known;
  parse::FrontMatter front = parse::read_front_matter(file, known);
  front.metadata.title_span = {};
  return {std::move(front.metadata), front.body_begin, {}};
}

struct Look {
  ListedArticle listed;
  base::Hash128 hash{};
  std::string news;  // for the index; empty: it knows
};

// The article's file as a query sees it. The index, if there is one, is asked by what the file holds now.
Look look_at(const fs::path& place, const std::string& path, const parse::Selection& query, Duplicates duplicates,
             const select::ArticleIndex* index) {
  Look look;
  ListedArticle& out = look.listed;
  out.article.path = path;
  const auto read = base::read_file(place);
  if (!read) {
    out.failed = "unreadable";
    return look;
  }
  const std::string& text = *read;
  look.hash = base::hash128(text);
  out.article.hash = base::to_hex(look.hash);
  auto known = index ? index->find(look.hash) : std::nullopt;
  bool news = !known;
  if (!known) known = found_out(text);
  const std::string_view body = std::string_view(text).substr(std::min<size_t>(known->body_begin, text.size()));
  out.article.metadata = known->metadata;
  if (out.article.metadata.title.empty()) out.article.metadata.title = fs::path(path).stem().string();
  std::optional<std::string> words;
  out.failed = select::failed_condition(query, out.article, [&](std::string_view wanted) {
    if (!words) {
      words.emplace();
      const auto add = [&](std::string_view piece) { words->append(piece); };
      edit::part_source(body, add, [](std::string_view) {});
    }
    return words->find(wanted) != std::string::npos;
  });
  if (out.failed.empty() && duplicates == Duplicates::report) {
    if (known->sketch.size() == out.sketch.size()) {
      std::copy(known->sketch.begin(), known->sketch.end(), out.sketch.begin());
    } else {
      out.sketch = fingerprint(body).sketch();
      known->sketch.assign(out.sketch.begin(), out.sketch.end());
      news = true;
    }
  }
  if (index && news) look.news = select::ArticleIndex::encode(*known);
  return look;
}

// Of a file that was there a moment ago.
edit::Fingerprint read_fingerprint(const fs::path& place) {
  const source::SourceFile file(source::kNoFile, {}, base::read_file(place).value_or(""));
  source::Diagnostics known;
  return fingerprint(file.text().substr(parse::read_front_matter(file, known).body_begin));
}

class Resolver {
 public:
  Resolver(const parse::Manifest& manifest, const BookFolder& folder, Locking locking, Duplicates duplicates,
           unsigned jobs, source::SourceSet& sources, source::Diagnostics& diagnostics)
      : language_(manifest.metadata.language),
        folder_(folder),
        locking_(locking),
        duplicates_(duplicates),
        jobs_(jobs),
        sources_(sources),
        diagnostics_(diagnostics) {}

  SelectionResult run(parse::Manifest& manifest) {
    if (!read_lock()) return {};
    for (const parse::MatterItem& item : manifest.front) placed_.insert(item.path);
    for (const parse::MatterItem& item : manifest.back) placed_.insert(item.path);
    note_placed(manifest.chapters);
    replace(manifest.chapters);
    if (index_) index_->write();
    const bool whole = old_ && next_ >= old_->selections.size();
    if (old_ && !whole) {
      const auto& rest = old_->selections[next_].articles;
      diagnostics_.report("lock.unused", rest.empty() ? source::Span() : rest.front().span);
    }
    if (!old_ && !new_.selections.empty()) result_.lock = select::write_lock(new_);
    return std::move(result_);
  }

 private:
  // False when there is one that cannot be read.
  bool read_lock() {
    if (locking_ == Locking::update) return true;
    std::error_code error;
    const fs::path place = folder_.folder / kLockName;
    if (!fs::exists(place, error)) return true;
    const std::string shown = (fs::path(folder_.shown) / kLockName).string();
    auto text = base::read_file(place);
    if (!text) {
      diagnostics_.report("file.unreadable", {}, {shown, "64 MiB"});
      return false;
    }
    old_ = select::read_lock(sources_.add(shown, std::move(*text)), diagnostics_);
    return old_.has_value();
  }

  // What book.yaml names itself, or an earlier query has taken, stands there and nowhere else.
  void note_placed(const std::vector<parse::Chapter>& chapters) {
    for (const parse::Chapter& chapter : chapters) {
      for (const parse::Located& each : chapter.articles) placed_.insert(each.text);
      note_placed(chapter.chapters);
    }
  }

  void replace(std::vector<parse::Chapter>& chapters) {
    std::vector<parse::Chapter> out;
    for (parse::Chapter& chapter : chapters) {
      replace(chapter.chapters);
      if (chapter.kind == parse::Chapter::Kind::selection) {
        put(chapter, out);
      } else {
        out.push_back(std::move(chapter));
      }
    }
    chapters = std::move(out);
  }

  // Chapters for the selection.
  void put(parse::Chapter& chapter, std::vector<parse::Chapter>& out) {
    const std::vector<select::Candidate> chosen = choose(chapter);
    if (chosen.empty()) return;
    std::vector<parse::Located> articles;
    for (const select::Candidate& each : chosen) articles.push_back({each.path, chapter.span});
    if (chapter.selection.as_sections) {
      chapter.kind = parse::Chapter::Kind::sections;
      chapter.articles = std::move(articles);
      out.push_back(std::move(chapter));
      return;
    }
    for (parse::Located& each : articles) {
      parse::Chapter made;
      made.span = chapter.span;
      made.articles = {std::move(each)};
      out.push_back(std::move(made));
    }
  }

  std::vector<select::Candidate> choose(const parse::Chapter& chapter) {
    const parse::Selection& query = chapter.selection;
    const std::vector<std::string> files = select::find_files(folder_.folder, query.from, diagnostics_);
    if (!index_ && files.size() >= kWorthAnIndex) open_index();
    const select::ArticleIndex* const index = index_ ? &*index_ : nullptr;
    std::vector<Look> looks = base::parallel_map(files.size(), jobs_, [&](size_t i) {
      return look_at(folder_.folder / files[i], files[i], query, duplicates_, index);
    });
    std::vector<ListedArticle> all;
    all.reserve(looks.size());
    for (Look& look : looks) {
      if (index_ && !look.news.empty()) {
        index_->put(look.hash, std::move(look.news));
      } else if (index_) {
        index_->keep(look.hash);
      }
      all.push_back(std::move(look.listed));
    }
    looks = {};
    if (duplicates_ == Duplicates::report) report_duplicates(all, chapter.span);
    std::vector<select::Candidate> wanted;
    for (ListedArticle& each : all) {
      if (each.failed.empty() && placed_.contains(each.article.path)) each.failed = "placed";
      if (each.failed.empty()) wanted.push_back(each.article);
    }
    select::sort_articles(wanted, query.sort, language_);
    const std::string text = select::query_text(query);
    if (old_) {
      wanted = keep_locked(std::move(wanted), text, chapter.span);
    } else {
      select::LockedSelection& locked = new_.selections.emplace_back();
      locked.query = text;
      for (const select::Candidate& each : wanted) locked.articles.push_back({each.path, each.hash, {}});
    }
    if (wanted.empty()) diagnostics_.report("select.nothing", chapter.span);
    for (const select::Candidate& each : wanted) placed_.insert(each.path);
    list(wanted, std::move(all));
    return wanted;
  }

  void open_index() {
    auto place = article_index_place(folder_.folder);
    if (place) index_.emplace(std::move(*place), article_index_maker());
  }

  void report_duplicates(const std::vector<ListedArticle>& all, source::Span span) {
    std::vector<edit::Sketch> sketches;
    for (const ListedArticle& each : all) sketches.push_back(each.sketch);
    const auto pairs = edit::likely_pairs(sketches);
    const std::vector<int> percents = base::parallel_map(pairs.size(), jobs_, [&](size_t i) {
      if (all[pairs[i].first].article.hash == all[pairs[i].second].article.hash) return 100;
      const auto read = [&](size_t place) { return read_fingerprint(folder_.folder / all[place].article.path); };
      return static_cast<int>(read(pairs[i].first).similarity(read(pairs[i].second)) * 100);
    });
    for (size_t i = 0; i < pairs.size(); ++i) {
      if (percents[i] < static_cast<int>(edit::kNearDuplicate * 100)) continue;
      diagnostics_.report(
          "select.near-duplicate", span,
          {all[pairs[i].first].article.path, all[pairs[i].second].article.path, std::to_string(percents[i])});
    }
  }

  // Of those that are wanted now the locked ones, in the order they were locked in.
  std::vector<select::Candidate> keep_locked(std::vector<select::Candidate> wanted, const std::string& query,
                                             source::Span span) {
    std::map<std::string, select::Candidate*> by_path;
    for (select::Candidate& each : wanted) by_path[each.path] = &each;
    std::vector<select::Candidate> kept;
    const bool known = next_ < old_->selections.size() && old_->selections[next_].query == query;
    if (!known) {
      diagnostics_.report("lock.query", span);
      ++next_;
      return wanted;
    }
    for (const select::LockedArticle& locked : old_->selections[next_++].articles) {
      const auto found = by_path.find(locked.path);
      if (found == by_path.end()) {
        diagnostics_.report("lock.missing", locked.span, {locked.path});
        continue;
      }
      if (found->second->hash != locked.hash) diagnostics_.report("lock.changed", locked.span, {locked.path});
      kept.push_back(*found->second);
      by_path.erase(found);
    }
    report_new(by_path, span);
    return kept;
  }

  void report_new(const std::map<std::string, select::Candidate*>& others, source::Span span) {
    if (others.empty()) return;
    std::string shown;
    size_t count = 0;
    for (const auto& [path, article] : others) {
      if (count++ == kShownPaths) {
        shown += " …";
        break;
      }
      shown += (shown.empty() ? "" : ", ") + path;
    }
    diagnostics_.report("lock.new", span, {std::to_string(others.size()), shown});
  }

  void list(const std::vector<select::Candidate>& chosen, std::vector<ListedArticle> all) {
    std::vector<ListedArticle>& listed = result_.listed.emplace_back();
    std::set<std::string> in_book;
    for (const select::Candidate& each : chosen) {
      listed.push_back({each, {}, {}, true});
      in_book.insert(each.path);
    }
    for (ListedArticle& each : all) {
      if (!in_book.contains(each.article.path)) listed.push_back(std::move(each));
    }
  }

  std::string language_;
  const BookFolder& folder_;
  Locking locking_;
  Duplicates duplicates_;
  unsigned jobs_;
  source::SourceSet& sources_;
  source::Diagnostics& diagnostics_;
  std::set<std::string> placed_;  // paths that stand in the book already
  std::optional<select::Lock> old_;
  size_t next_ = 0;  // selection of the old lock
  select::Lock new_;
  std::optional<select::ArticleIndex> index_;  // of large books
  SelectionResult result_;
};

}  // namespace

SelectionResult resolve_selections(parse::Manifest& manifest, const BookFolder& folder, Locking locking,
                                   Duplicates duplicates, unsigned jobs, source::SourceSet& sources,
                                   source::Diagnostics& diagnostics) {
  return Resolver(manifest, folder, locking, duplicates, jobs, sources, diagnostics).run(manifest);
}

}  // namespace huozi
