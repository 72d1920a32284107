// Writes the tables of src/base/han.cpp from the ICU the program is built with: han_tables FILE. A program and its ICU
// have the same number in their names, so the tables cannot be of another version than what runs.
#include <fstream>
#include <iostream>
#include <memory>
#include <string>

#include <unicode/translit.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>
#include <unicode/uscript.h>

namespace {

constexpr UChar32 kFirst = 0x2E80, kLast = 0x3FFFF;  // radicals to the tertiary plane

class Transform {
 public:
  explicit Transform(const char* id) {
    UErrorCode status = U_ZERO_ERROR;
    made_.reset(icu::Transliterator::createInstance(id, UTRANS_FORWARD, status));
    if (U_FAILURE(status)) throw std::runtime_error(std::string("ICU has no transform ") + id);
  }

  icu::UnicodeString operator()(icu::UnicodeString text) const {
    made_->transliterate(text);
    return text;
  }

 private:
  std::unique_ptr<icu::Transliterator> made_;
};

bool is_han(UChar32 c) {
  UErrorCode status = U_ZERO_ERROR;
  return u_hasBinaryProperty(c, UCHAR_IDEOGRAPHIC) || uscript_getScript(c, &status) == USCRIPT_HAN;
}

// A row for each character that `of` changes, and changes into something else than `other` does.
template <typename F, typename G>
void write_table(std::ostream& out, const char* name, F&& of, G&& other) {
  out << "constexpr HanRow " << name << "[] = {\n";
  for (UChar32 c = kFirst; c <= kLast; ++c) {
    if (!is_han(c)) continue;
    const icu::UnicodeString before(c), after = of(before);
    if (after == before || after == other(before)) continue;
    std::string text;
    after.toUTF8String(text);
    out << "    {0x" << std::hex << c << ", \"" << text << "\"},\n";
  }
  out << "};\n";
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 2) {
    std::cerr << "usage: han_tables FILE\n";
    return 2;
  }
  try {
    const Transform latin("Han-Latin"), names("Han-Latin/Names");
    const Transform without_tones("NFD; [\\u0300\\u0301\\u0304\\u030C] Remove; NFC");
    const Transform simplified("Traditional-Simplified"), traditional("Simplified-Traditional");
    const auto reading = [&](const icu::UnicodeString& text) { return without_tones(latin(text)); };
    const auto surname = [&](const icu::UnicodeString& text) { return without_tones(names(text)); };
    const auto nothing = [](const icu::UnicodeString&) { return icu::UnicodeString(); };
    std::ofstream out(argv[1], std::ios::binary);
    write_table(out, "kReadings", reading, nothing);
    write_table(out, "kSurnames", surname, reading);
    write_table(out, "kSimplified", simplified, nothing);
    write_table(out, "kTraditional", traditional, nothing);
    return out.flush().good() ? 0 : 1;
  } catch (const std::exception& error) {
    std::cerr << "han_tables: " << error.what() << "\n";
    return 1;
  }
}
