#include "desk/corrections.h"

#include <algorithm>
#include <tuple>

namespace huozi::desk {

using proof::Fix;

Corrected correct(std::string_view text, std::vector<Fix> fixes) {
  std::stable_sort(fixes.begin(), fixes.end(), [](const Fix& a, const Fix& b) {
    return std::tie(a.span.begin, a.span.end) < std::tie(b.span.begin, b.span.end);
  });
  Corrected out;
  size_t at = 0;
  for (Fix& fix : fixes) {
    const size_t begin = fix.span.begin, end = fix.span.end;
    const Fix* last = out.made.empty() ? nullptr : &out.made.back();
    if (last != nullptr && last->span == fix.span && last->text == fix.text) continue;
    const bool twice_here = last != nullptr && last->span == fix.span;  // two insertions at one place
    if (begin > end || end > text.size() || begin < at || twice_here) {
      out.left.push_back(std::move(fix));
      continue;
    }
    if (text.substr(begin, end - begin) == fix.text) continue;
    out.text += text.substr(at, begin - at);
    out.text += fix.text;
    at = end;
    out.made.push_back(std::move(fix));
  }
  out.text += text.substr(at);
  return out;
}

}  // namespace huozi::desk
