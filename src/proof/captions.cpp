#include <cstdint>
#include <map>
#include <optional>
#include <set>

#include "document/walk.h"
#include "proof/article_rules.h"

namespace huozi::proof {

using namespace document;

namespace {

constexpr size_t kMostDigits = 3;
constexpr size_t kLongestCaption = 60;
constexpr size_t kFewestCaptions = 2;

// 图2-1
struct Label {
  char32_t kind = 0;  // 图 or 表
  std::vector<uint32_t> numbers;
  size_t length = 0;
  friend bool operator<(const Label& a, const Label& b) {
    return a.kind != b.kind ? a.kind < b.kind : a.numbers < b.numbers;
  }
};

std::optional<Label> label_at(const Stretch& text, size_t i) {
  Label out;
  const size_t begin = i;
  if (!one_of(text.at(i), U"图表圖")) return std::nullopt;
  out.kind = text.at(i) == U'表' ? U'表' : U'图';
  ++i;
  if (text.at(i) == U' ') ++i;
  while (is_digit(text.at(i)) && out.numbers.size() < 4) {
    const size_t first = i;
    uint32_t number = 0;
    for (; is_digit(text.at(i)); ++i) {
      if (i - first == kMostDigits) return std::nullopt;
      number = number * 10 + static_cast<uint32_t>(text.at(i) - U'0');
    }
    out.numbers.push_back(number);
    out.length = i - begin;
    if (one_of(text.at(i), U"-.–－‐—") && is_digit(text.at(i + 1))) ++i;
  }
  if (out.numbers.empty()) return std::nullopt;
  return out;
}

// 图3（a）, 图3b
bool is_part(const Stretch& text, const Label& label) {
  const char32_t after = text.at(label.length);
  return one_of(after, U"（(-") || (is_latin(after) && !is_digit(after));
}

struct Captions {
  std::set<Label> all;
  std::map<char32_t, size_t> counts;
};

// The captions of an article, with what is wrong in their order.
Captions captions_of(const Article& article, Findings& out) {
  Captions captions;
  std::map<Label, uint32_t> last;  // by what stands before the last number
  const auto add = [&](const Inlines& words) {
    const Stretch text = stretch_of(words, *article.file);
    const auto label = label_at(text, 0);
    if (!label) return;
    const bool fresh = captions.all.insert(*label).second;
    ++captions.counts[label->kind];
    Label family = *label;
    const uint32_t number = family.numbers.back();
    family.numbers.pop_back();
    const auto before = last.find(family);
    if (before != last.end() && !is_part(text, *label)) {
      if (!fresh) {
        report(out, text, "proof.s02", 0, label->length, {text.words(0, label->length), "the number is given twice"});
      } else if (number > before->second + 1) {
        report(out, text, "proof.s02", 0, label->length,
               {text.words(0, label->length), "the number before it is " + std::to_string(before->second)});
      }
    }
    last[family] = number;
  };
  for_each_block(article.document->blocks, [&](const Block& block) {
    if (const auto* figure = std::get_if<Figure>(&block.content)) {
      add(figure->caption);
    } else if (const auto* table = std::get_if<Table>(&block.content)) {
      add(table->caption);
    } else if (const auto* paragraph = std::get_if<Paragraph>(&block.content)) {
      // A caption that was not seen as one.
      const Stretch text = stretch_of(paragraph->children, *article.file);
      const auto label = text.text.size() <= kLongestCaption ? label_at(text, 0) : std::nullopt;
      if (label) captions.all.insert(*label);
    }
  });
  return captions;
}

// Where the article says 见图5, 如表2-1所示.
void check_references(const Stretch& text, const Captions& own, const std::set<Label>& book, Findings& out) {
  for (size_t i = 1; i < text.text.size(); ++i) {
    if (!one_of(text.before(i), U"见如見")) continue;
    auto label = label_at(text, i);
    if (!label) continue;
    const auto count = own.counts.find(label->kind);
    if (count == own.counts.end() || count->second < kFewestCaptions) continue;
    Label first = *label;
    first.numbers.resize(1);
    // 图1-3 is three figures where they have single numbers.
    if (own.all.contains(*label) || own.all.contains(first)) continue;
    if (label->numbers.size() > 1 && book.contains(*label)) continue;
    report(out, text, "proof.s02", i, i + label->length,
           {text.words(i, i + label->length), "there is no such caption"});
  }
}

}  // namespace

void check_captions(const std::vector<Article>& articles, const std::vector<std::vector<Stretch>>& texts,
                    std::vector<Findings>& out) {
  std::vector<Captions> captions;
  std::set<Label> book;
  for (size_t i = 0; i < articles.size(); ++i) {
    captions.push_back(captions_of(articles[i], out[i]));
    book.insert(captions[i].all.begin(), captions[i].all.end());
  }
  for (size_t i = 0; i < articles.size(); ++i) {
    if (captions[i].counts.empty()) continue;
    for (const Stretch& text : texts[i]) {
      check_references(text, captions[i], book, out[i]);
    }
  }
}

}  // namespace huozi::proof
