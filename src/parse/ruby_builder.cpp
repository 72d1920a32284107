#include "parse/ruby_builder.h"

#include "base/utf8.h"
#include "parse/white_space.h"

namespace huozi::parse {

using namespace document;

namespace {

std::vector<std::string> words_of(std::string_view text) {
  std::vector<std::string> words(1);
  for (const char c : text) {
    if (c == ' ' || c == '\t' || c == '\n' || c == '\r') {
      if (!words.back().empty()) words.emplace_back();
    } else {
      words.back() += c;
    }
  }
  if (words.back().empty()) words.pop_back();
  return words;
}

}  // namespace

void RubyBuilder::add_base(Inlines base, ReadContext& context) {
  finish_inlines(base, context);
  if (!base.empty()) ruby_.pairs.push_back({std::move(base), {}});
}

void RubyBuilder::annotate(std::string text) {
  std::string joined;
  for (const std::string& word : words_of(text)) joined += (joined.empty() ? "" : " ") + word;
  if (joined.empty()) return;
  if (annotated_ == ruby_.pairs.size()) ruby_.pairs.emplace_back();
  ruby_.pairs[annotated_++].text = std::move(joined);
}

Ruby ruby_of(Inlines base, const std::string& annotation, ReadContext& context) {
  finish_inlines(base, context);
  const std::vector<std::string> words = words_of(annotation);
  const auto* text = base.size() == 1 ? std::get_if<Text>(&base.front().content) : nullptr;
  RubyBuilder builder;
  if (!text || base::to_utf32(text->text).size() != words.size()) {
    builder.add_base(std::move(base), context);
    builder.annotate(annotation);
    return builder.finish();
  }
  const Span span = base.front().info.span;
  const bool exact = span.end - span.begin == text->text.size();
  for (const auto item : base::CodePoints(text->text)) {
    const uint32_t begin = span.begin + item.offset;
    Inline one{{{}, exact ? Span{span.file, begin, begin + item.length} : span, {}},
               Text{text->text.substr(item.offset, item.length)}};
    const size_t index = builder.pair_count();
    builder.add_base({std::move(one)}, context);
    if (builder.pair_count() > index) builder.annotate(words[index]);
  }
  return builder.finish();
}

}  // namespace huozi::parse
