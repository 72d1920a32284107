#include <algorithm>
#include <array>
#include <set>

#include "parse/manifest_parts.h"
#include "parse/manifest_support.h"

namespace huozi::parse {
namespace {

using document::SectionRole;
using source::Diagnostics;
using source::YamlNode;

struct NamedRole {
  std::string_view name;
  SectionRole role;
};

constexpr std::array kFrontRoles = {
    NamedRole{"half-title", SectionRole::half_title},
    NamedRole{"title-page", SectionRole::title_page},
    NamedRole{"imprint", SectionRole::imprint},
    NamedRole{"contents", SectionRole::contents},
};

constexpr std::array kBackRoles = {
    NamedRole{"sources", SectionRole::sources},
    NamedRole{"references", SectionRole::references},
    NamedRole{"index", SectionRole::index},
    NamedRole{"colophon", SectionRole::colophon},
};

using Sort = Selection::Sort;
constexpr std::array<std::pair<std::string_view, Sort>, 4> kSorts = {{
    {"date", Sort::date},
    {"-date", Sort::date_descending},
    {"title", Sort::title},
    {"path", Sort::path},
}};
constexpr std::array<std::pair<std::string_view, bool>, 2> kSelectAs = {{{"chapters", false}, {"sections", true}}};

// Says once of every further mention that it is one.
class Mentions {
 public:
  explicit Mentions(Diagnostics& diagnostics) : diagnostics_(diagnostics) {}
  bool first(const Located& item) {
    if (seen_.insert(item.text).second) return true;
    diagnostics_.report("manifest.repeated", item.span, {item.text});
    return false;
  }

 private:
  Diagnostics& diagnostics_;
  std::set<std::string> seen_;
};

// The pieces huozi makes go by name; anything that looks like a file name is an article.
std::vector<MatterItem> read_matter(const YamlNode& list, std::string_view key, std::span<const NamedRole> roles,
                                    SectionRole article_role, Diagnostics& diagnostics) {
  std::vector<MatterItem> out;
  Mentions mentions(diagnostics);
  std::vector<std::string_view> names;
  for (const NamedRole& role : roles) names.push_back(role.name);
  for (const Located& item : texts_of(list, key, diagnostics)) {
    const auto named =
        std::find_if(roles.begin(), roles.end(), [&](const NamedRole& r) { return r.name == item.text; });
    if (named != roles.end()) {
      check_supported(key, item.text, item.span, diagnostics);
      if (mentions.first(item)) out.push_back({named->role, "", item.span});
    } else if (item.text.find_first_of("./") == std::string::npos) {
      report_unknown_value(item, key, names, diagnostics);
    } else {
      Located path = item;
      check_inside(path, diagnostics);
      if (!path.text.empty() && mentions.first(path)) out.push_back({article_role, path.text, path.span});
    }
  }
  return out;
}

class ChapterReader {
 public:
  explicit ChapterReader(Diagnostics& diagnostics) : diagnostics_(diagnostics), mentions_(diagnostics) {}

  std::vector<Chapter> chapters(const YamlNode& list, bool parts_allowed) {
    std::vector<Chapter> out;
    for (const YamlNode& item : list.items) {
      if (item.kind == YamlNode::Kind::scalar) {
        Chapter chapter;
        chapter.span = item.span;
        if (item.text.empty()) diagnostics_.report("manifest.chapter", item.span);
        chapter.articles = articles(item, "chapters");
        if (!chapter.articles.empty()) out.push_back(std::move(chapter));
      } else if (item.kind == YamlNode::Kind::mapping) {
        described(item, parts_allowed, out);
      } else {
        diagnostics_.report("manifest.chapter", item.span);
      }
    }
    return out;
  }

 private:
  void described(const YamlNode& item, bool parts_allowed, std::vector<Chapter>& out) {
    Fields fields(item, "chapters", diagnostics_);
    Chapter chapter;
    chapter.span = item.span;
    bool good = true;
    if (fields.has("part")) {
      good = part(fields, parts_allowed, chapter);
    } else if (fields.has("select")) {
      good = selection(fields, chapter);
    } else {
      good = sections(fields, item, chapter);
    }
    fields.finish();
    if (good) out.push_back(std::move(chapter));
  }

  bool part(Fields& fields, bool allowed, Chapter& chapter) {
    chapter.kind = Chapter::Kind::part;
    chapter.title = fields.located("part");
    chapter.numbered = fields.truth("numbered").value_or(true);
    if (chapter.title.text.empty()) fields.report_missing("part");
    const YamlNode* list = fields.list("chapters");
    if (!allowed) {
      diagnostics_.report("manifest.nested-part", chapter.span);
      return false;
    }
    if (list) chapter.chapters = chapters(*list, false);
    if (chapter.chapters.empty()) fields.report_missing("chapters");
    return !chapter.chapters.empty();
  }

  bool sections(Fields& fields, const YamlNode& item, Chapter& chapter) {
    chapter.kind = Chapter::Kind::sections;
    chapter.title = fields.located("title");
    chapter.numbered = fields.truth("numbered").value_or(true);
    const YamlNode* list = fields.get("articles");
    if (!list) {
      diagnostics_.report("manifest.chapter", item.span);
      return false;
    }
    if (chapter.title.text.empty()) fields.report_missing("title");
    chapter.articles = articles(*list, "chapters.articles");
    if (chapter.articles.empty()) fields.report_missing("articles");
    return !chapter.articles.empty();
  }

  bool selection(Fields& fields, Chapter& chapter) {
    chapter.kind = Chapter::Kind::selection;
    const YamlNode* node = fields.mapping("select");
    if (!node) return false;
    Fields query(*node, "chapters.select", diagnostics_);
    Selection& out = chapter.selection;
    if (const YamlNode* from = query.get("from")) out.from = paths(*from, "chapters.select.from");
    if (out.from.empty()) query.report_missing("from");
    out.categories = plain(query.texts("category"));
    out.authors = plain(query.texts("author"));
    out.tags = plain(query.texts("tag"));
    out.texts = plain(query.texts("text"));
    out.exclude = plain(query.texts("exclude"));
    out.since = query.date("since");
    out.until = query.date("until");
    out.sort = query.choice<Sort>("sort", kSorts, Sort::date);
    out.as_sections = query.choice<bool>("as", kSelectAs, false);
    query.finish();
    if (out.as_sections) {
      chapter.title = fields.located("title");
      chapter.numbered = fields.truth("numbered").value_or(true);
      if (chapter.title.text.empty()) fields.report_missing("title");
    }
    return !out.from.empty() && (!out.as_sections || !chapter.title.text.empty());
  }

  std::vector<Located> paths(const YamlNode& list, std::string_view key) {
    std::vector<Located> out = texts_of(list, key, diagnostics_);
    for (Located& path : out) check_inside(path, diagnostics_);
    std::erase_if(out, [](const Located& path) { return path.text.empty(); });
    return out;
  }

  std::vector<Located> articles(const YamlNode& list, std::string_view key) {
    std::vector<Located> out = paths(list, key);
    std::erase_if(out, [this](const Located& path) { return !mentions_.first(path); });
    return out;
  }

  Diagnostics& diagnostics_;
  Mentions mentions_;
};

}  // namespace

std::vector<MatterItem> read_front(Fields& top, Imprint::Kind imprint, Diagnostics& diagnostics) {
  if (const YamlNode* list = top.list("front")) {
    return read_matter(*list, "front", kFrontRoles, SectionRole::front_article, diagnostics);
  }
  std::vector<MatterItem> out = {{SectionRole::title_page, "", {}}};
  if (imprint != Imprint::Kind::none) out.push_back({SectionRole::imprint, "", {}});
  out.push_back({SectionRole::contents, "", {}});
  return out;
}

std::vector<MatterItem> read_back(Fields& top, Diagnostics& diagnostics) {
  const YamlNode* list = top.list("back");
  return list ? read_matter(*list, "back", kBackRoles, SectionRole::back_article, diagnostics)
              : std::vector<MatterItem>();
}

std::vector<Chapter> read_chapters(Fields& top, Diagnostics& diagnostics) {
  const YamlNode* list = top.list("chapters");
  if (!list) {
    if (!top.get("chapters")) top.report_missing("chapters");
    return {};
  }
  if (list->items.empty()) top.report_missing("chapters");
  return ChapterReader(diagnostics).chapters(*list, true);
}

}  // namespace huozi::parse
