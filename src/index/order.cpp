#include "index/order.h"

#include <algorithm>
#include <charconv>
#include <vector>

#include <unicode/alphaindex.h>
#include <unicode/coll.h>
#include <unicode/uscript.h>

#include "base/utf8.h"
#include "document/front_matter_pages.h"
#include "index/pinyin.h"

namespace huozi::index {
namespace {

using document::IndexSort;

constexpr int kLatin = 1000, kOther = 1001;  // groups; strokes and letters come before them

icu::UnicodeString unicode(std::string_view text) {
  return icu::UnicodeString::fromUTF8(icu::StringPiece(text.data(), static_cast<int32_t>(text.size())));
}

bool is_han(char32_t cp) {
  UErrorCode status = U_ZERO_ERROR;
  return uscript_getScript(static_cast<UChar32>(cp), &status) == USCRIPT_HAN;
}

size_t han_count(std::string_view heading) {
  size_t count = 0;
  for (const auto item : base::CodePoints(heading)) count += is_han(item.code_point);
  return count;
}

// 1 to 99 as 一 ... 九十九.
std::string chinese_number(int number) {
  constexpr std::string_view kDigits[] = {"", "一", "二", "三", "四", "五", "六", "七", "八", "九"};
  const auto tens = static_cast<size_t>(number / 10 % 10), ones = static_cast<size_t>(number % 10);
  std::string out;
  if (tens > 1) out += kDigits[tens];
  if (tens > 0) out += "十";
  out += kDigits[ones];
  return out;
}

// 0: it is none.
int stroke_number(std::string_view reading) {
  int strokes = 0;
  const auto read = std::from_chars(reading.data(), reading.data() + reading.size(), strokes);
  return read.ec == std::errc() && read.ptr != reading.data() && strokes > 0 && strokes < 100 ? strokes : 0;
}

}  // namespace

class Order::Impl {
 public:
  Impl(IndexSort sort, std::string_view language) {
    traditional_ = document::is_traditional_chinese(language);
    strokes_ = sort == IndexSort::stroke || (sort == IndexSort::by_language && traditional_);
    UErrorCode status = U_ZERO_ERROR;
    const icu::Locale locale = icu::Locale::forLanguageTag(strokes_ ? "zh-u-co-stroke" : "zh-u-co-pinyin", status);
    collator_.reset(icu::Collator::createInstance(locale, status));
    icu::AlphabeticIndex groups(locale, status);
    groups.addLabels(icu::Locale::getEnglish(), status);
    groups_.reset(groups.buildImmutableIndex(status));
    if (U_FAILURE(status)) collator_.reset(), groups_.reset();
  }

  bool strokes() const { return strokes_; }

  SortKey key(std::string_view heading, std::string_view reading) const {
    SortKey out;
    group(heading, reading, out);
    const std::string sorted_as = strokes_ ? std::string(heading) : read_as(heading, reading);
    out.bytes = bytes_of(sorted_as);
    out.bytes.append(1, '\0').append(bytes_of(heading)).append(1, '\0').append(heading);
    return out;
  }

  bool understands(std::string_view heading, std::string_view reading) const {
    return stroke_number(reading) > 0 || is_pinyin(heading, reading);
  }

 private:
  bool is_pinyin(std::string_view heading, std::string_view reading) const {
    const std::vector<std::string> syllables = syllables_of(reading);
    return !syllables.empty() && syllables.size() <= han_count(heading) &&
           std::all_of(syllables.begin(), syllables.end(),
                       [this](const std::string& each) { return pinyin_.character(each) != 0; });
  }

  // A letter, or a number of strokes.
  void group(std::string_view heading, std::string_view reading, SortKey& out) const {
    std::string label;
    if (groups_) {
      UErrorCode status = U_ZERO_ERROR;
      const int32_t bucket = groups_->getBucketIndex(unicode(heading), status);
      const auto* found = groups_->getBucket(bucket);
      if (found) found->getLabel().toUTF8String(label);
    }
    const bool letter = label.size() == 1 && label[0] >= 'A' && label[0] <= 'Z';
    if (strokes_) {
      const int given = stroke_number(reading);
      const int strokes = given > 0 ? given : stroke_number(label);
      const int group = strokes > 0 ? strokes : letter ? kLatin : kOther;
      out.group = group;
      out.group_label = group == kLatin   ? "西文"
                        : group == kOther ? "其他"
                                          : chinese_number(strokes) + (traditional_ ? "畫" : "画");
      return;
    }
    const std::vector<std::string> syllables = syllables_of(reading);
    if (is_pinyin(heading, reading)) {
      label.assign(1, static_cast<char>(syllables[0][0] - 'a' + 'A'));
    } else if (!letter) {
      label = "其他";
    }
    out.group = label.size() == 1 ? label[0] : kOther;
    out.group_label = label;
  }

  // The heading with its Han characters replaced by such as ICU has at the place of the reading.
  std::string read_as(std::string_view heading, std::string_view reading) const {
    if (!is_pinyin(heading, reading)) return std::string(heading);
    const std::vector<std::string> syllables = syllables_of(reading);
    std::string out;
    size_t next = 0;
    for (const auto item : base::CodePoints(heading)) {
      const bool replaced = is_han(item.code_point) && next < syllables.size();
      base::append_utf8(out, replaced ? pinyin_.character(syllables[next++]) : item.code_point);
    }
    return out;
  }

  std::string bytes_of(std::string_view text) const {
    if (!collator_) return std::string(text);
    const icu::UnicodeString given = unicode(text);
    std::vector<uint8_t> bytes(static_cast<size_t>(collator_->getSortKey(given, nullptr, 0)));
    collator_->getSortKey(given, bytes.data(), static_cast<int32_t>(bytes.size()));
    return std::string(bytes.begin(), bytes.end());
  }

  bool strokes_ = false;
  bool traditional_ = false;
  PinyinTable pinyin_;
  std::unique_ptr<icu::Collator> collator_;
  std::unique_ptr<icu::AlphabeticIndex::ImmutableIndex> groups_;
};

Order::Order(IndexSort sort, std::string_view language) : impl_(std::make_unique<Impl>(sort, language)) {}
Order::~Order() = default;

SortKey Order::key(std::string_view heading, std::string_view reading) const {
  return impl_->key(heading, reading);
}
bool Order::understands(std::string_view heading, std::string_view reading) const {
  return impl_->understands(heading, reading);
}
bool Order::by_strokes() const {
  return impl_->strokes();
}

}  // namespace huozi::index
