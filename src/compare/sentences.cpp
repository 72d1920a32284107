#include "compare/sentences.h"

#include <algorithm>

#include "base/utf8.h"

namespace huozi::compare {
namespace {

bool is_whole(std::string_view element) {
  constexpr std::string_view kWhole[] = {"h1", "h2", "h3", "h4", "h5", "h6", "td", "th", "dt", "img"};
  return std::find(std::begin(kWhole), std::end(kWhole), element) != std::end(kWhole);
}

bool is_blank(char32_t c) {
  return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == 0xA0 || c == 0x3000 || (c >= 0x2000 && c <= 0x200B);
}

enum class Mark { none, stop, latin_stop };

Mark mark_of(char32_t c) {
  switch (c) {
    case U'。':
    case U'！':
    case U'？':
    case U'…':
    case U'｡':
    case U'．':
    case U'‼':
    case U'⁇':
    case U'⁈':
    case U'⁉':
      return Mark::stop;
    case U'.':
    case U'!':
    case U'?':
      return Mark::latin_stop;
    default:
      return Mark::none;
  }
}

bool closes(char32_t c) {
  return std::u32string_view(U"”’」』﹂﹄）)】〕》〉］]｝}\"'»").find(c) != std::u32string_view::npos;
}

class Splitter {
 public:
  explicit Splitter(std::string_view text) : text_(text) {}

  std::vector<Range> run() {
    size_t begin = 0;
    for (size_t at = 0; at < text_.size();) {
      const base::Decoded here = base::decode_utf8(text_, at);
      const Mark mark = mark_of(here.code_point);
      if (here.code_point == '\n') {
        add(begin, at);
        begin = at += here.length;
      } else if (mark == Mark::none) {
        at += here.length;
      } else {
        const size_t end = end_of_marks(at);
        if (ends_at(end)) {
          add(begin, end);
          begin = end;
        }
        at = end;
      }
    }
    add(begin, text_.size());
    return std::move(out_);
  }

 private:
  char32_t at(size_t offset) const { return base::decode_utf8(text_, offset).code_point; }

  // After the stops that stand together, and what closes after them.
  size_t end_of_marks(size_t offset) {
    only_latin_ = true;
    while (offset < text_.size()) {
      const base::Decoded here = base::decode_utf8(text_, offset);
      const Mark mark = mark_of(here.code_point);
      if (mark == Mark::none && !closes(here.code_point)) break;
      if (mark == Mark::stop) only_latin_ = false;
      offset += here.length;
    }
    return offset;
  }

  // 3.14 and “e.g. so” go on.
  bool ends_at(size_t end) const {
    if (!only_latin_ || end == text_.size()) return true;
    if (!is_blank(at(end))) return at(end) >= 0x2E80;  // typed before Han
    size_t next = end;
    while (next < text_.size() && is_blank(at(next))) next += base::decode_utf8(text_, next).length;
    return next == text_.size() || at(next) < 'a' || at(next) > 'z';
  }

  void add(size_t begin, size_t end) {
    while (begin < end && is_blank(at(begin))) begin += base::decode_utf8(text_, begin).length;
    size_t last = begin;  // after the last that is no blank
    for (size_t i = begin; i < end;) {
      const base::Decoded here = base::decode_utf8(text_, i);
      i += here.length;
      if (!is_blank(here.code_point)) last = i;
    }
    if (begin < last) out_.push_back({static_cast<uint32_t>(begin), static_cast<uint32_t>(last)});
  }

  std::string_view text_;
  std::vector<Range> out_;
  bool only_latin_ = true;
};

}  // namespace

std::vector<Range> sentences(std::string_view text, std::string_view element) {
  if (!is_whole(element)) return Splitter(text).run();
  if (text.empty()) return {};
  return {{0, static_cast<uint32_t>(text.size())}};
}

}  // namespace huozi::compare
