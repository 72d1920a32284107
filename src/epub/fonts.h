// The package's fonts: their @font-face rules, and their obfuscation (EPUB 3.3 §4.4). Inside epub/ only.
// Not here: making subsets; the files' names (plan).
#pragma once

#include <string>
#include <string_view>

#include "epub/plan.h"

namespace huozi::epub {

// CSS for style.css, whose urls begin at the package's folder.
std::string font_faces(const Plan& plan);

// The font's bytes with the first 1040 changed by a key from the package's unique identifier; doing it twice gives them
// back.
std::string obfuscated(std::string_view font, std::string_view unique_identifier);

// META-INF/encryption.xml, naming every font. REQUIRES: there are some.
std::string write_encryption(const Plan& plan);

}  // namespace huozi::epub
