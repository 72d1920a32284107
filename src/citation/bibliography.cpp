#include "citation/bibliography.h"

#include <algorithm>
#include <memory>
#include <set>
#include <utility>

#include <unicode/coll.h>

#include "citation/entry.h"
#include "citation/names.h"
#include "document/walk.h"

namespace huozi::citation {

using namespace document;

namespace {

// As ICU has it; by code points without it.
class ByPinyin {
 public:
  ByPinyin() {
    UErrorCode status = U_ZERO_ERROR;
    const icu::Locale locale = icu::Locale::forLanguageTag("zh-u-co-pinyin", status);
    collator_.reset(icu::Collator::createInstance(locale, status));
    if (U_FAILURE(status)) collator_.reset();
  }

  std::string key(const Reference& reference, const Style& style) const {
    const bool han = is_han_entry(reference);
    const NameRules& rules = han ? style.han.names : style.western.names;
    NameRules sorted = rules;
    sorted.family_first = true;
    const Names& names = reference.authors.empty() ? reference.editors : reference.authors;
    std::string key = han ? "0" : "1";
    for (const std::string& part : {names_text(names, sorted), reference.title, reference.date}) {
      key += bytes_of(part);
      key += '\0';
    }
    return key;
  }

 private:
  std::string bytes_of(const std::string& text) const {
    if (!collator_) return text;
    const icu::UnicodeString given = icu::UnicodeString::fromUTF8(text);
    std::vector<uint8_t> bytes(static_cast<size_t>(collator_->getSortKey(given, nullptr, 0)));
    collator_->getSortKey(given, bytes.data(), static_cast<int32_t>(bytes.size()));
    return std::string(bytes.begin(), bytes.end());
  }

  std::unique_ptr<icu::Collator> collator_;
};

}  // namespace

Bibliography::Bibliography(Style style, std::vector<Reference> references, const std::string& access)
    : style_(std::move(style)), references_(std::move(references)) {
  for (size_t i = 0; i < references_.size(); ++i) {
    places_.emplace(references_[i].key, i);
    if (references_[i].access.empty()) references_[i].access = access;
  }
}

const Reference* Bibliography::find(const std::string& key) const {
  const auto found = places_.find(key);
  return found == places_.end() ? nullptr : &references_[found->second];
}

std::vector<std::string_view> Bibliography::keys() const {
  std::vector<std::string_view> out;
  for (const Reference& reference : references_) out.push_back(reference.key);
  return out;
}

std::vector<Line> cited_entries(const Book& book, const Bibliography& bibliography) {
  std::vector<const Reference*> cited;
  std::set<std::string> known;
  for_each_note(book, [&](const Inline&, const Note& note) {
    for (const CitedKey& each : note.cited) {
      const Reference* const reference = bibliography.find(each.key);
      if (reference && known.insert(each.key).second) cited.push_back(reference);
    }
  });
  if (!bibliography.style().numbered) {
    const ByPinyin order;
    std::vector<std::pair<std::string, const Reference*>> sorted;
    for (const Reference* each : cited) sorted.emplace_back(order.key(*each, bibliography.style()), each);
    std::stable_sort(sorted.begin(), sorted.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
    for (size_t i = 0; i < cited.size(); ++i) cited[i] = sorted[i].second;
  }
  std::vector<Line> lines;
  for (const Reference* each : cited) lines.push_back(entry(*each, bibliography.style()));
  return lines;
}

}  // namespace huozi::citation
