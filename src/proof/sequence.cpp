#include <cstdint>
#include <set>

#include "base/utf8.h"
#include "document/heading_family.h"
#include "document/walk.h"
#include "proof/article_rules.h"

namespace huozi::proof {

using namespace document;

namespace {

constexpr int kParagraph = 7;        // below every heading
constexpr int64_t kLongestJump = 4;  // a paragraph's number further on is none of a sequence
constexpr size_t kShown = 12;        // characters

struct Line {
  Stretch text;
  int level = kParagraph;
  HeadingFamily family = HeadingFamily::unnumbered;
  int64_t number = 0;
};

// A sequence of numbers whose next one may still come.
struct Open {
  Line last;
  size_t count = 1;
  bool told_order = false;
};

class Sequences {
 public:
  explicit Sequences(Findings& out) : out_(out) {}

  void add(Line line) {
    // A heading ends what stands below its level; a part without a number, its neighbour's sequence goes on.
    while (!open_.empty() && open_.back().last.level > line.level) open_.pop_back();
    if (line.family == HeadingFamily::unnumbered) return;
    size_t found = open_.size();
    while (found > 0 && !(open_[found - 1].last.level == line.level && open_[found - 1].last.family == line.family))
      --found;
    if (found == 0) {
      open_.push_back({std::move(line)});
      return;
    }
    open_.resize(found);
    Open& own = open_.back();
    const int64_t expected = own.last.number + 1;
    if (line.number == 1 && own.last.number != 1) {
      own.count = 0;
    } else if (line.number != expected && !elided_ && is_sure(own, line)) {
      tell(line, "it follows “" + beginning(own.last) + "”");
    }
    elided_ = false;
    ++own.count;
    own.last = std::move(line);
    check_order(found - 1);
  }

  // What is left out may have had numbers.
  void elide() { elided_ = true; }

 private:
  // Numbers of paragraphs may be anything: a sequence counted from 1, and a number left out of it.
  static bool is_sure(const Open& own, const Line& line) {
    if (line.level != kParagraph) return true;
    return own.count >= 2 && own.last.number == static_cast<int64_t>(own.count) && line.number > own.last.number &&
           line.number <= own.last.number + kLongestJump;
  }

  static std::string beginning(const Line& line) { return line.text.words(0, std::min(kShown, line.text.text.size())); }

  void tell(const Line& line, std::string why) {
    report(out_, line.text, "proof.s01", 0, std::min(kShown, line.text.text.size()), {beginning(line), std::move(why)});
  }

  // 一、 （一） 1. （1）: the second heading of a form that stands below a lower one, and once.
  void check_order(size_t at) {
    Open& own = open_[at];
    if (own.last.level == kParagraph || own.count != 2 || own.told_order) return;
    for (size_t above = at; above-- > 0;) {
      if (open_[above].last.level >= own.last.level) continue;
      if (own.last.family < open_[above].last.family) {
        tell(own.last, "it stands below “" + beginning(open_[above].last) + "”");
        own.told_order = true;
      }
      return;
    }
  }

  Findings& out_;
  std::vector<Open> open_;
  bool elided_ = false;
};

bool says_elision(const Stretch& text) {
  if (text.text.find_first_not_of(U"…. 　·*—-") == std::u32string::npos) return true;
  return text.text.size() <= 6 && text.text.find(U"略") != std::u32string::npos;
}

Line line_of(const Inlines& words, const source::SourceFile& file, int level) {
  Line out{stretch_of(words, file), level};
  const std::string text = base::to_utf8(std::u32string_view(out.text.text).substr(0, 20));
  out.family = family_of(text);
  out.number = number_in(text).value_or(0);
  return out;
}

// What has an order of its own: paragraphs in quotations, lists and tables.
std::set<const Block*> inner_blocks(const Document& document) {
  std::set<const Block*> out;
  for_each_block(
      document.blocks,
      [&](const Block& block) {
        if (std::holds_alternative<Division>(block.content) && !block.info.attributes.has_class("verse")) return;
        for_each_block(block, [&](const Block& inner) {
          if (&inner != &block) out.insert(&inner);
        });
      },
      Notes::skip);
  return out;
}

}  // namespace

void check_sequence(const Article& article, Findings& out) {
  const Document& document = *article.document;
  const std::set<const Block*> inner = inner_blocks(document);
  const std::string& title = document.metadata.title;
  for (const std::string_view excerpt : {"节选", "摘编", "摘录", "摘要", "選錄", "節選"}) {
    if (title.find(excerpt) != std::string::npos) return;
  }
  Sequences sequences(out);
  const auto visit = [&](const Block& block) {
    if (inner.contains(&block)) return;
    if (const auto* heading = std::get_if<Heading>(&block.content)) {
      if (!heading->children.empty()) sequences.add(line_of(heading->children, *article.file, heading->level));
    } else if (const auto* paragraph = std::get_if<Paragraph>(&block.content)) {
      Line line = line_of(paragraph->children, *article.file, kParagraph);
      if (says_elision(line.text)) sequences.elide();
      if (line.family != HeadingFamily::unnumbered && line.family != HeadingFamily::part &&
          line.family != HeadingFamily::chapter && line.family != HeadingFamily::section) {
        sequences.add(std::move(line));
      }
    }
  };
  for_each_block(document.blocks, visit, Notes::skip);
}

}  // namespace huozi::proof
