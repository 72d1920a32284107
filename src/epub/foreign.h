// The language of a passage that a Chinese book does not mark, where its letters leave no doubt: a voice that reads
// English as Pinyin cannot be understood. Not here: passages with a language of their own (document::Attributes).
#pragma once

#include <string>
#include <string_view>

#include "document/node.h"

namespace huozi::epub {

// The plain text without code, which is of no language.
std::string spoken_text(const document::Inlines& inlines);

// "en" of words that are English by their commonest ones, "ja" of sentences with kana, "ko" of Hangul; empty: Chinese,
// too short, or not sure.
std::string_view sure_language(std::string_view passage);

// A passage of some length without any Chinese, whatever its language.
bool is_foreign(std::string_view passage);

}  // namespace huozi::epub
