#include "parse/html_guard.h"

#include <algorithm>
#include <set>
#include <vector>

#include "base/ascii.h"
#include "parse/html_elements.h"
#include "parse/legible.h"

namespace huozi::parse {
namespace {

// Unclosed formatting is opened again in every later block; these bound how often.
constexpr size_t kMostFormatting = 32;
constexpr uint64_t kMostReopened = 1'000'000;

bool is_letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}
bool is_blank(char c) {
  return c == ' ' || c == '\t' || c == '\n' || c == '\f' || c == '\r';
}
using base::lower;

// A rough tokenizer: tags, comments and raw text. It only has to see at least as much nesting as there is.
class Guard {
 public:
  Guard(std::string& html, const HtmlOrigin& origin, ReadContext& context)
      : html_(html), origin_(origin), context_(context) {}

  void run() {
    size_t at = 0;
    while ((at = html_.find('<', at)) != std::string::npos) {
      if (html_.compare(at, 4, "<!--") == 0) {
        at = after("-->", at + 4);
      } else if (at + 1 < html_.size() && (html_[at + 1] == '!' || html_[at + 1] == '?')) {
        at = after(">", at + 1);
      } else if (at + 1 < html_.size() && is_letter(html_[at + 1])) {
        at = start_tag(at);
      } else if (at + 2 < html_.size() && html_[at + 1] == '/' && is_letter(html_[at + 2])) {
        at = end_tag(at);
      } else {
        ++at;
      }
    }
  }

 private:
  size_t after(std::string_view mark, size_t from) const {
    const size_t found = html_.find(mark, from);
    return found == std::string::npos ? html_.size() : found + mark.size();
  }

  std::string name_at(size_t at) const {
    std::string name;
    while (at < html_.size() && !is_blank(html_[at]) && html_[at] != '>' && html_[at] != '/')
      name += lower(html_[at++]);
    return name;
  }

  // The offset behind the tag's `>`; quotes hide it only as attribute values.
  size_t tag_end(size_t at) {
    const size_t begin = at;
    bool value_may_begin = false;
    for (; at < html_.size(); ++at) {
      const char c = html_[at];
      if (c == '>') return at + 1;
      if (value_may_begin && (c == '"' || c == '\'')) {
        at = html_.find(c, at + 1);
        if (at == std::string::npos) break;
      }
      if (!is_blank(c)) value_may_begin = c == '=';
    }
    const source::Span span = origin_.span(begin, html_.size());
    context_.warn("html.unclosed-tag", span);
    context_.record("parse.unclosed-tag", span, visible_text(std::string_view(html_).substr(begin)));
    return html_.size();
  }

  void erase(size_t begin, size_t end) {
    if (html_[end - 1] != '>') return;  // cut off by the file's end: no tag at all
    context_.warn_once("html.too-deep", origin_.span(begin, end), std::to_string(kDeepest));
    html_[begin + 1] = '!';
    std::fill(html_.begin() + static_cast<std::ptrdiff_t>(begin) + 2,
              html_.begin() + static_cast<std::ptrdiff_t>(end) - 1, ' ');
  }

  size_t start_tag(size_t begin) {
    const std::string name = name_at(begin + 1);
    const size_t end = tag_end(begin);
    const bool self_closed = end >= begin + 2 && html_[end - 2] == '/';
    const bool foreign = std::find_if(open_.begin(), open_.end(),
                                      [](const std::string& n) { return n == "svg" || n == "math"; }) != open_.end();
    close_implied(name, foreign);
    reopened_ += formatting_.size();
    const bool formatting = is_formatting_element(name);
    if (!is_void_element(name) && !(foreign && self_closed) && counts(name, foreign)) {
      if (open_.size() >= static_cast<size_t>(kDeepest) || reopened_ > kMostReopened ||
          (formatting && formatting_.size() >= kMostFormatting)) {
        erase(begin, end);
        return end;
      }
      open_.push_back(name);
      if (formatting) formatting_.insert(name);
    } else if (reopened_ > kMostReopened) {
      erase(begin, end);
      return end;
    }
    return foreign ? end : raw_text_end(name, end);
  }

  // Elements whose end tags are usually left out do not nest in themselves; their parents are counted.
  static bool counts(std::string_view name, bool foreign) {
    static constexpr std::string_view kOptionalEnd[] = {"p", "li", "dt", "dd", "html", "head", "body"};
    return foreign || std::find(std::begin(kOptionalEnd), std::end(kOptionalEnd), name) == std::end(kOptionalEnd);
  }

  void close_implied(std::string_view name, bool foreign) {
    if (foreign) return;
    const bool cell = name == "td" || name == "th";
    static constexpr std::string_view kRows[] = {"tr", "tbody", "thead", "tfoot", "caption", "colgroup"};
    const bool row = std::find(std::begin(kRows), std::end(kRows), name) != std::end(kRows);
    if (cell || row) {
      const auto stops = [&](const std::string& open) { return open == "table" || (cell && open == "tr"); };
      const auto found = std::find_if(open_.rbegin(), open_.rend(), stops);
      if (found != open_.rend()) open_.erase(found.base(), open_.end());
    } else if (!open_.empty() && (name == "option" || name == "rt" || name == "rp") &&
               (open_.back() == "option" || open_.back() == "rt" || open_.back() == "rp")) {
      open_.pop_back();
    }
  }

  size_t end_tag(size_t begin) {
    const std::string name = name_at(begin + 2);
    const size_t end = tag_end(begin);
    const auto formatting = formatting_.find(name);
    if (formatting != formatting_.end()) formatting_.erase(formatting);
    const auto found = std::find(open_.rbegin(), open_.rend(), name);
    if (found != open_.rend()) open_.erase(std::prev(found.base()), open_.end());
    return end;
  }

  size_t raw_text_end(std::string_view name, size_t at) {
    static constexpr std::string_view kRaw[] = {"script", "style",  "textarea", "title",
                                                "xmp",    "iframe", "noembed",  "noframes"};
    if (std::find(std::begin(kRaw), std::end(kRaw), name) == std::end(kRaw)) return at;
    for (size_t close = at; (close = html_.find("</", close)) != std::string::npos; close += 2) {
      if (name_at(close + 2) == name) return close;
    }
    return html_.size();
  }

  std::string& html_;
  const HtmlOrigin& origin_;
  ReadContext& context_;
  std::vector<std::string> open_;
  std::multiset<std::string> formatting_;
  uint64_t reopened_ = 0;
};

}  // namespace

std::string guarded_html(std::string html, const HtmlOrigin& origin, ReadContext& context) {
  Guard(html, origin, context).run();
  return html;
}

}  // namespace huozi::parse
