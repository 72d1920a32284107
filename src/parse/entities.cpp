#include "parse/entities.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <optional>

#include "base/utf8.h"

namespace huozi::parse {
namespace {

struct Named {
  std::string_view name;
  char32_t code_point;
};

constexpr std::array kNamed = {
    Named{"amp", U'&'},        Named{"lt", U'<'},         Named{"gt", U'>'},         Named{"quot", U'"'},
    Named{"apos", U'\''},      Named{"nbsp", U' '},       Named{"ensp", U'\u2002'},  Named{"emsp", U'\u2003'},
    Named{"ldquo", U'\u201C'}, Named{"rdquo", U'\u201D'}, Named{"lsquo", U'\u2018'}, Named{"rsquo", U'\u2019'},
    Named{"hellip", U'…'},     Named{"mdash", U'—'},      Named{"ndash", U'–'},      Named{"middot", U'·'},
    Named{"bull", U'•'},       Named{"times", U'×'},      Named{"deg", U'°'},        Named{"laquo", U'«'},
    Named{"raquo", U'»'},      Named{"copy", U'©'},       Named{"reg", U'®'},        Named{"trade", U'™'},
    Named{"yen", U'¥'},        Named{"lsaquo", U'‹'},     Named{"rsaquo", U'›'},
};

constexpr size_t kLongestName = 10;

// `reference` is what stands between & and ;.
std::optional<char32_t> value_of(std::string_view reference) {
  if (!reference.starts_with('#')) {
    const auto found = std::find_if(kNamed.begin(), kNamed.end(), [&](const Named& n) { return n.name == reference; });
    return found == kNamed.end() ? std::nullopt : std::optional(found->code_point);
  }
  reference.remove_prefix(1);
  const bool hexadecimal = reference.starts_with('x') || reference.starts_with('X');
  if (hexadecimal) reference.remove_prefix(1);
  uint32_t value = 0;
  const char* end = reference.data() + reference.size();
  const auto [rest, error] = std::from_chars(reference.data(), end, value, hexadecimal ? 16 : 10);
  const bool surrogate = value >= 0xD800 && value <= 0xDFFF;
  if (error != std::errc() || rest != end || value == 0 || value > 0x10FFFF || surrogate) return std::nullopt;
  return value < 0x20 || value == 0x7F || value == 0xA0 ? U' ' : static_cast<char32_t>(value);
}

}  // namespace

std::string decode_entities(std::string_view text) {
  std::string out;
  size_t at = 0;
  while (at < text.size()) {
    if (text[at] == '&') {
      const size_t end = text.substr(0, std::min(text.size(), at + kLongestName + 2)).find(';', at);
      if (end != std::string_view::npos) {
        if (const auto code_point = value_of(text.substr(at + 1, end - at - 1))) {
          base::append_utf8(out, *code_point);
          at = end + 1;
          continue;
        }
      }
    }
    out += text[at++];
  }
  return out;
}

}  // namespace huozi::parse
