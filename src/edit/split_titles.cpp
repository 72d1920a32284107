// A title and the text under it in one paragraph, parted by line breaks: 01 on a line of its own and the title on the
// next, or a bold title on the first line. The title becomes a paragraph by itself, which find_headings then judges.
// A paragraph 01 above a paragraph with the title: the two become one.
#include <algorithm>
#include <iterator>
#include <optional>

#include "document/plain_text.h"
#include "edit/flow_edit.h"
#include "edit/inline_edit.h"
#include "edit/line_shape.h"
#include "edit/paragraph_style.h"
#include "edit/pass.h"

namespace huozi::edit {

using document::Block;
using document::Blocks;
using document::Inlines;

namespace {

constexpr size_t kLongestTitle = 35;
constexpr size_t kFewest = 2;

// 1 to 99, in two digits at most.
std::optional<int> bare_number(std::string_view line) {
  if (line.empty() || line.size() > 2) return std::nullopt;
  int value = 0;
  for (const char c : line) {
    if (c < '0' || c > '9') return std::nullopt;
    value = value * 10 + (c - '0');
  }
  return value > 0 ? std::optional<int>(value) : std::nullopt;
}

std::string words_of(const Inlines& line) {
  return std::string(trimmed(document::plain_text(line)));
}

// The number of a paragraph that begins with one and a title.
std::optional<int> title_number(const Block& block) {
  const document::Paragraph* paragraph = paragraph_of(block);
  if (paragraph == nullptr || has_image(paragraph->children) || paragraph->children.size() < 3) return std::nullopt;
  if (!std::holds_alternative<document::LineBreak>(paragraph->children[1].content)) return std::nullopt;
  const std::optional<int> number = bare_number(trimmed(document::plain_text(paragraph->children[0])));
  if (!number) return std::nullopt;
  const std::vector<Inlines> lines = lines_in(paragraph->children);
  const std::string title = words_of(lines[1]);
  const bool fits = !title.empty() && character_count(title) <= kLongestTitle && last_mark(title) != U'。' &&
                    last_mark(title) != U'；' && last_mark(title) != U'，';
  return fits ? number : std::nullopt;
}

// Places of the paragraphs whose numbers go on from 1.
std::vector<size_t> find_sequence(const Blocks& flow) {
  std::vector<size_t> places;
  for (size_t i = 0; i < flow.size(); ++i) {
    const std::optional<int> number = title_number(flow[i]);
    if (number && *number == static_cast<int>(places.size()) + 1) places.push_back(i);
  }
  if (places.size() < kFewest) places.clear();
  return places;
}

// Whether a line of these words can be the title under a number.
bool is_title_line(std::string_view words) {
  return !words.empty() && character_count(words) <= kLongestTitle && has_han(words) && !ends_sentence(words) &&
         !announces(words) && last_mark(words) != U'，' && dash_length(words) == 0;
}

// Places of paragraphs that are a number alone, from 1 on, each above its title.
std::vector<size_t> find_bare_numbers(const Blocks& flow) {
  std::vector<size_t> places;
  for (size_t i = 0; i + 1 < flow.size(); ++i) {
    const std::optional<int> number = bare_number(text_of(flow[i]));
    if (!number || *number != static_cast<int>(places.size()) + 1) continue;
    const document::Paragraph* title = paragraph_of(flow[i + 1]);
    if (title != nullptr && !has_image(title->children) && lines_in(title->children).size() == 1 &&
        is_title_line(text_of(flow[i + 1]))) {
      places.push_back(i);
    }
  }
  if (places.size() < kFewest) places.clear();
  return places;
}

// A bold first line that is no label and no sentence, above text that is not bold.
bool begins_with_bold_title(const Block& block) {
  const document::Paragraph* paragraph = paragraph_of(block);
  if (paragraph == nullptr || paragraph->children.size() < 3) return false;
  if (!std::holds_alternative<document::LineBreak>(paragraph->children[1].content)) return false;
  const Inlines title = {paragraph->children[0]};
  if (!is_wholly_strong(title)) return false;
  const std::string words = words_of(title);
  const std::vector<Inlines> lines = lines_in(paragraph->children);
  return character_count(words) <= kLongestTitle && has_han(words) && !contains_any(words, U"。，；：:;,") &&
         !is_enclosed(words) && !is_credit_or_date(words) &&
         std::all_of(lines.begin() + 1, lines.end(), [](const Inlines& line) {
           return !has_image(line) && (is_empty(line) || (!is_wholly_strong(line) && is_running_text(words_of(line))));
         });
}

// One alone may be a name or a label.
std::vector<size_t> find_bold_titles(const Blocks& flow, Pass& pass) {
  std::vector<size_t> places;
  for (size_t i = 0; i < flow.size(); ++i) {
    if (begins_with_bold_title(flow[i])) places.push_back(i);
  }
  if (places.size() == 1) {
    pass.decide("heading.bold", flow[places.front()].info.span, 40,
                "a bold line above text in one paragraph, but no other");
  }
  if (places.size() < kFewest) places.clear();
  return places;
}

// The break after the number becomes a blank.
Block title_of(const Block& block, std::vector<Inlines>& lines, Pass& pass) {
  Inlines words = std::move(lines[0]);
  const source::Span end = words.back().info.span;
  const source::Span at{end.file, end.end, end.end};
  pass.record("edit.numbered-title", at, {}, " ");
  auto next = lines[1].begin();
  auto* number = std::get_if<document::Text>(&words.back().content);
  if (const auto* text = std::get_if<document::Text>(&next->content); number != nullptr && text != nullptr) {
    number->text += " " + text->text;
    words.back().info.span = joined(end, next->info.span);
    ++next;
  } else {
    words.push_back(make_inline(pass, at, document::Text{" "}));
  }
  words.insert(words.end(), std::make_move_iterator(next), std::make_move_iterator(lines[1].end()));
  std::vector<Inlines> title;
  title.push_back(std::move(words));
  return paragraph_of_lines(block, std::move(title), pass);
}

// Each number goes before its title. The ids of the titles.
std::vector<document::NodeId> join_numbers(Blocks& flow, Pass& pass) {
  std::vector<document::NodeId> titles;
  const std::vector<size_t> places = find_bare_numbers(flow);
  for (auto place = places.rbegin(); place != places.rend(); ++place) {
    Block& number = flow[*place];
    Block& title = flow[*place + 1];
    const std::string id = title.info.attributes.id;
    std::vector<Inlines> lines = {std::move(paragraph_of(number)->children), std::move(paragraph_of(title)->children)};
    number = title_of(number, lines, pass);
    if (number.info.attributes.id.empty()) number.info.attributes.id = id;
    titles.push_back(number.info.id);
    flow.erase(flow.begin() + static_cast<std::ptrdiff_t>(*place) + 1);
  }
  return titles;
}

}  // namespace

std::vector<document::NodeId> split_titles(Blocks& flow, bool numbered, Pass& pass) {
  std::vector<document::NodeId> titles;
  if (numbered) titles = join_numbers(flow, pass);
  std::vector<size_t> places = numbered ? find_sequence(flow) : std::vector<size_t>();
  const std::vector<size_t> bold = find_bold_titles(flow, pass);
  places.insert(places.end(), bold.begin(), bold.end());
  if (places.empty()) return titles;
  std::sort(places.begin(), places.end());
  Blocks out;
  auto place = places.begin();
  for (size_t i = 0; i < flow.size(); ++i) {
    if (place == places.end() || *place != i) {
      out.push_back(std::move(flow[i]));
      continue;
    }
    ++place;
    const std::optional<int> number = title_number(flow[i]);
    std::vector<Inlines> lines = lines_in(std::move(paragraph_of(flow[i])->children));
    out.push_back(number ? title_of(flow[i], lines, pass) : paragraph_of_lines(flow[i], {lines.front()}, pass));
    out.back().info.attributes.id = flow[i].info.attributes.id;
    if (number) titles.push_back(out.back().info.id);
    lines.erase(lines.begin(), lines.begin() + (number ? 2 : 1));
    std::erase_if(lines, [](const Inlines& line) { return is_empty(line); });
    if (!lines.empty()) out.push_back(paragraph_of_lines(flow[i], std::move(lines), pass));
  }
  flow = std::move(out);
  return titles;
}

}  // namespace huozi::edit
