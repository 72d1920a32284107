// What a line of text looks like from its characters alone: a sentence, a byline, a date.
// Not here: where the line stands (headings, attributions), what its styling is. Inside edit/ only.
#pragma once

#include <cstddef>
#include <string_view>

namespace huozi::edit {

bool is_blank(char32_t code_point);  // also U+00A0, U+3000 and zero-width blanks
bool is_han(char32_t code_point);
bool is_one_of(char32_t code_point, std::u32string_view set);

// Without blanks at both ends.
std::string_view trimmed(std::string_view text);
size_t character_count(std::string_view text);
bool contains(std::string_view text, std::string_view part);
bool contains_any(std::string_view text, std::u32string_view characters);
bool has_han(std::string_view text);

// The last character that is not a blank, a closing quotation mark or a closing bracket; 0 when there is none.
char32_t last_mark(std::string_view text);

// Ends as a sentence does: 。！？… and their half-width forms.
bool ends_sentence(std::string_view text);
// A sentence of some length: the text of an article, not one of its labels.
bool is_running_text(std::string_view text);
// Ends with ： (what it announces follows).
bool announces(std::string_view text);

// Bytes of the dash of two em (——, ――, — —) a line begins with, blanks round it included; 0 when it does not.
size_t dash_length(std::string_view text);

// Bylines, datelines, signatures, sources, licence remarks: short lines that are never headings.
bool is_credit_or_date(std::string_view text);

// The whole line stands in one pair of brackets or quotation marks.
bool is_enclosed(std::string_view text);

}  // namespace huozi::edit
