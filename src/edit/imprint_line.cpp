#include "edit/imprint_line.h"

#include <algorithm>
#include <array>
#include <optional>

#include <fmt/format.h>

#include "base/utf8.h"
#include "edit/line_shape.h"

namespace huozi::edit {
namespace {

constexpr size_t kLongestLine = 120;  // characters
constexpr size_t kLongestValue = 24;

enum class Kind { date, source, author, count, size, other };

struct Label {
  std::string_view word;
  Kind kind;
};

// Longer ones before those they begin with.
constexpr std::array kLabels = {
    Label{"文章来源", Kind::source}, Label{"信息来源", Kind::source}, Label{"稿件来源", Kind::source},
    Label{"新闻来源", Kind::source}, Label{"内容来源", Kind::source}, Label{"稿源", Kind::source},
    Label{"来源", Kind::source},     Label{"來源", Kind::source},     Label{"出处", Kind::source},
    Label{"文章作者", Kind::author}, Label{"作者", Kind::author},     Label{"撰稿", Kind::author},
    Label{"撰文", Kind::author},     Label{"记者", Kind::author},     Label{"記者", Kind::author},
    Label{"发布时间", Kind::date},   Label{"发布日期", Kind::date},   Label{"发表时间", Kind::date},
    Label{"发表日期", Kind::date},   Label{"发稿时间", Kind::date},   Label{"更新时间", Kind::date},
    Label{"更新日期", Kind::date},   Label{"发布于", Kind::date},     Label{"发表于", Kind::date},
    Label{"發布時間", Kind::date},   Label{"發佈時間", Kind::date},   Label{"时间", Kind::date},
    Label{"時間", Kind::date},       Label{"日期", Kind::date},       Label{"浏览次数", Kind::count},
    Label{"浏览量", Kind::count},    Label{"浏览", Kind::count},      Label{"阅读次数", Kind::count},
    Label{"阅读量", Kind::count},    Label{"阅读数", Kind::count},    Label{"阅读", Kind::count},
    Label{"点击次数", Kind::count},  Label{"点击量", Kind::count},    Label{"点击数", Kind::count},
    Label{"点击", Kind::count},      Label{"访问量", Kind::count},    Label{"访问次数", Kind::count},
    Label{"评论", Kind::count},      Label{"人气", Kind::count},      Label{"瀏覽", Kind::count},
    Label{"字体大小", Kind::size},   Label{"字体", Kind::size},       Label{"字号", Kind::size},
    Label{"字號", Kind::size},       Label{"责任编辑", Kind::other},  Label{"責任編輯", Kind::other},
    Label{"编辑", Kind::other},      Label{"編輯", Kind::other},      Label{"责编", Kind::other},
    Label{"审核", Kind::other},      Label{"校对", Kind::other},      Label{"编审", Kind::other},
};

// Buttons and what stands between words.
constexpr std::array<std::string_view, 12> kButtons = {"打印", "列印", "分享", "收藏", "字体", "字号",
                                                       "大",   "中",   "小",   "关闭", "转发", "评论"};
constexpr std::u32string_view kParting = U"|｜丨/／·•【】[]［］（）()，,；;—-";

size_t code_point_length(std::string_view text) {
  return text.empty() ? 0 : (*base::CodePoints(text).begin()).length;
}

char32_t first_of(std::string_view text) {
  return text.empty() ? 0 : (*base::CodePoints(text).begin()).code_point;
}

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

class Reader {
 public:
  explicit Reader(std::string_view text) : rest_(text) {}

  ImprintLine read() {
    part();
    while (!rest_.empty()) {
      if (!piece()) return line_;
      part();
    }
    line_.whole = true;
    return line_;
  }

 private:
  void part() {
    while (!rest_.empty() && (is_blank(first_of(rest_)) || is_one_of(first_of(rest_), kParting))) {
      rest_.remove_prefix(code_point_length(rest_));
    }
  }

  void blanks() {
    while (!rest_.empty() && is_blank(first_of(rest_))) rest_.remove_prefix(code_point_length(rest_));
  }

  bool literal(std::string_view word) {
    if (!rest_.starts_with(word)) return false;
    rest_.remove_prefix(word.size());
    return true;
  }

  std::optional<int> number(size_t least, size_t most) {
    size_t count = 0;
    int value = 0;
    while (count < rest_.size() && count < most && is_digit(rest_[count])) value = value * 10 + (rest_[count++] - '0');
    if (count < least || (count < rest_.size() && is_digit(rest_[count]))) return std::nullopt;
    rest_.remove_prefix(count);
    return value;
  }

  // 2022-05-25, 2022/5/25, 2022.5.25, 2022年5月25日, each with a weekday and a time behind it.
  bool date() {
    const std::string_view before = rest_;
    const auto year = number(4, 4);
    std::string_view mark;
    for (const std::string_view one : {"年", "-", "/", "."}) {
      if (year && mark.empty() && literal(one)) mark = one;
    }
    const auto month = mark.empty() ? std::nullopt : number(1, 2);
    const bool parted = month && literal(mark == "年" ? "月" : mark);
    const auto day = parted ? number(1, 2) : std::nullopt;
    const bool right = day && *year >= 1900 && *month >= 1 && *month <= 12 && *day >= 1 && *day <= 31 &&
                       (mark != "年" || literal("日"));
    if (!right || !line_.date.empty()) {
      rest_ = before;
      return false;
    }
    line_.date = fmt::format("{:04}-{:02}-{:02}", *year, *month, *day);
    blanks();
    if (literal("星期") || literal("周")) rest_.remove_prefix(code_point_length(rest_));
    if (!literal("T")) blanks();
    time();
    return true;
  }

  // 12:19, 12:19:20.
  void time() {
    const std::string_view before = rest_;
    const auto hour = number(1, 2);
    if (!hour || *hour > 24 || !(literal(":") || literal("：")) || !number(2, 2)) {
      rest_ = before;
      return;
    }
    if (literal(":") || literal("：")) number(2, 2);
    line_.timed = true;
  }

  static std::optional<Label> label_at(std::string_view text) {
    for (const Label& label : kLabels) {
      if (!text.starts_with(label.word)) continue;
      const std::string_view behind = trimmed(text.substr(label.word.size()));
      const bool named = behind.starts_with("：") || behind.starts_with(":");
      if (named || (label.word.ends_with("于") && !behind.empty() && is_digit(behind.front()))) return label;
    }
    return std::nullopt;
  }

  // What follows a label: until a mark, a date or the next label. Nothing for what no name is.
  std::optional<std::string> value() {
    blanks();
    size_t end = 0;
    size_t count = 0;
    while (end < rest_.size()) {
      const std::string_view ahead = rest_.substr(end);
      const char32_t cp = first_of(ahead);
      if (is_one_of(cp, U"|｜丨【】[]［］（）()") || label_at(ahead) || is_date_ahead(ahead)) break;
      if (is_blank(cp) && is_button(trimmed(ahead))) break;
      if (is_one_of(cp, U"。！？!?，；：:“”")) return std::nullopt;
      if (++count > kLongestValue) return std::nullopt;
      end += code_point_length(ahead);
    }
    const std::string found(trimmed(rest_.substr(0, end)));
    rest_.remove_prefix(end);
    return found;
  }

  static bool is_date_ahead(std::string_view text) {
    return text.size() > 5 && std::all_of(text.begin(), text.begin() + 4, is_digit) &&
           (text[4] == '-' || text[4] == '/' || text[4] == '.' || text.substr(4).starts_with("年"));
  }

  static bool is_button(std::string_view text) {
    return std::any_of(kButtons.begin(), kButtons.end(), [&](std::string_view word) {
      if (!text.starts_with(word)) return false;
      const std::string_view behind = text.substr(word.size());
      return behind.empty() || is_blank(first_of(behind)) || is_one_of(first_of(behind), kParting);
    });
  }

  bool count() {
    blanks();
    size_t digits = 0;
    while (digits < rest_.size() && (is_digit(rest_[digits]) || rest_[digits] == ',' || rest_[digits] == '.')) ++digits;
    rest_.remove_prefix(digits);
    literal("+");
    blanks();
    if (digits > 0) {
      for (const std::string_view unit : {"万", "次", "人次", "条"}) literal(unit);
    }
    return true;
  }

  bool labelled(const Label& label) {
    rest_.remove_prefix(label.word.size());
    blanks();
    if (!literal("：")) literal(":");
    ++line_.labels;
    if (label.kind == Kind::count) return count();
    if (label.kind == Kind::size) return true;  // the sizes follow as buttons
    if (label.kind == Kind::date) {
      blanks();
      return date();
    }
    const auto found = value();
    if (!found) return false;
    std::string& field = label.kind == Kind::source ? line_.source : line_.author;
    if (label.kind != Kind::other && field.empty()) field = *found;
    return true;
  }

  bool piece() {
    if (const auto label = label_at(rest_)) return labelled(*label);
    if (date()) return true;
    for (const std::string_view word : kButtons) {
      if (!is_button(rest_) || !literal(word)) continue;
      return true;
    }
    return false;
  }

  std::string_view rest_;
  ImprintLine line_;
};

}  // namespace

ImprintLine read_imprint_line(std::string_view text) {
  if (character_count(text) > kLongestLine) return {};
  return Reader(trimmed(text)).read();
}

}  // namespace huozi::edit
