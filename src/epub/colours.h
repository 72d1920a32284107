// Whether a stylesheet's colours leave its words readable (WCAG 2.1 §1.4.3), on white, black and whatever the reader
// chooses. Not here: any other property.
#pragma once

#include <string_view>

namespace huozi::epub {

// True when every rule either leaves colours of text and ground to the reader, or gives both with a contrast of 4.5:1.
// What cannot be judged counts as unreadable. `css`: as style::print_for_epub prints it.
bool has_plain_colours(std::string_view css);

}  // namespace huozi::epub
