// Which characters the fonts of ordinary reading devices have. Not here: what a given font has (text/font).
#pragma once

namespace huozi::text {

// The repertoire of GBK, which Chinese systems have had in their fonts since 1995 (level 1 of GB 18030-2022 without
// CJK Extension A), letters of Latin-1 to Latin Extended-B, Greek, Cyrillic, kana, bopomofo, hangul, ① to ⑳, and emoji,
// which have fonts of their own. Controls and other characters without ink are common too. Not common are CJK
// Extension A and all later ones, compatibility ideographs but GBK's, phonetic letters, private use, rare symbols.
bool is_common(char32_t code_point);

}  // namespace huozi::text
