// How catalogues file a Chinese title or name: in Pinyin, and beside it in the other script.
// Not here: the order of an index (index/order), names the editor files by hand (document/publication).
#pragma once

#include <string>
#include <string_view>

namespace huozi::index {

// Syllables apart by blanks, without tones; what is not Han stays: "xin fang gong zuo xue xi du ben". Readings are the
// commonest ones: ICU reads characters, not words. Empty when nothing is Han.
std::string filed_title(std::string_view title);

// A person's name of two to four characters with the surname first, "Wang Xiaoming", "Ouyang Xiu"; other names
// (本书编写组, 卡尔·马克思) as titles are filed.
std::string filed_name(std::string_view name);

// `text` of the language in the other script, Traditional of Simplified and the reverse; empty when it is the same in
// both, when the language is not Chinese, or when a character has several counterparts (后 of 皇后 and of 以后): a
// title half wrong is worse than none.
std::string in_other_script(std::string_view text, std::string_view language);

// zh-Hans of Traditional, zh-Hant of every other Chinese.
std::string_view other_script(std::string_view language);

}  // namespace huozi::index
