#include "parse/docx_symbol.h"

#include <algorithm>
#include <array>
#include <charconv>

#include "base/utf8.h"

namespace huozi::parse {
namespace {

struct Symbol {
  std::string_view font;
  unsigned code;
  char32_t character;
};

// The fonts' own charts; places as in the fonts, without the F000 that Word adds.
constexpr std::array kSymbols = {
    Symbol{"Symbol", 0x22, U'∀'},      Symbol{"Symbol", 0x24, U'∃'},      Symbol{"Symbol", 0x40, U'≅'},
    Symbol{"Symbol", 0x5E, U'⊥'},      Symbol{"Symbol", 0xA2, U'′'},      Symbol{"Symbol", 0xA3, U'≤'},
    Symbol{"Symbol", 0xA5, U'∞'},      Symbol{"Symbol", 0xAC, U'←'},      Symbol{"Symbol", 0xAD, U'↑'},
    Symbol{"Symbol", 0xAE, U'→'},      Symbol{"Symbol", 0xAF, U'↓'},      Symbol{"Symbol", 0xB0, U'°'},
    Symbol{"Symbol", 0xB1, U'±'},      Symbol{"Symbol", 0xB3, U'≥'},      Symbol{"Symbol", 0xB4, U'×'},
    Symbol{"Symbol", 0xB5, U'∝'},      Symbol{"Symbol", 0xB6, U'∂'},      Symbol{"Symbol", 0xB7, U'•'},
    Symbol{"Symbol", 0xB8, U'÷'},      Symbol{"Symbol", 0xB9, U'≠'},      Symbol{"Symbol", 0xBA, U'≡'},
    Symbol{"Symbol", 0xBB, U'≈'},      Symbol{"Symbol", 0xBC, U'…'},      Symbol{"Symbol", 0xC7, U'∩'},
    Symbol{"Symbol", 0xC8, U'∪'},      Symbol{"Symbol", 0xCE, U'∈'},      Symbol{"Symbol", 0xD6, U'√'},
    Symbol{"Symbol", 0xD7, U'⋅'},      Symbol{"Symbol", 0xDE, U'⇒'},      Symbol{"Symbol", 0xE5, U'∑'},
    Symbol{"Symbol", 0xF2, U'∫'},      Symbol{"Wingdings", 0x6C, U'●'},   Symbol{"Wingdings", 0x6E, U'■'},
    Symbol{"Wingdings", 0x6F, U'□'},   Symbol{"Wingdings", 0x71, U'❑'},   Symbol{"Wingdings", 0x75, U'◆'},
    Symbol{"Wingdings", 0x76, U'❖'},   Symbol{"Wingdings", 0x9F, U'•'},   Symbol{"Wingdings", 0xA7, U'▪'},
    Symbol{"Wingdings", 0xA8, U'□'},   Symbol{"Wingdings", 0xAB, U'★'},   Symbol{"Wingdings", 0xD8, U'➢'},
    Symbol{"Wingdings", 0xDF, U'←'},   Symbol{"Wingdings", 0xE0, U'→'},   Symbol{"Wingdings", 0xE1, U'↑'},
    Symbol{"Wingdings", 0xE2, U'↓'},   Symbol{"Wingdings", 0xFB, U'✗'},   Symbol{"Wingdings", 0xFC, U'✓'},
    Symbol{"Wingdings", 0xFD, U'☒'},   Symbol{"Wingdings", 0xFE, U'☑'},   Symbol{"Wingdings 2", 0x4F, U'✗'},
    Symbol{"Wingdings 2", 0x50, U'✓'}, Symbol{"Wingdings 2", 0x51, U'☒'}, Symbol{"Wingdings 2", 0x52, U'☑'},
    Symbol{"Wingdings 2", 0xA3, U'□'},
};

// Symbol's places of Latin letters are Greek ones.
constexpr std::u32string_view kGreekCapitals = U"ΑΒΧΔΕΦΓΗΙϑΚΛΜΝΟΠΘΡΣΤΥςΩΞΨΖ";
constexpr std::u32string_view kGreekSmall = U"αβχδεφγηιϕκλμνοπθρστυϖωξψζ";

char32_t character_at(std::string_view font, unsigned place) {
  const auto found = std::find_if(kSymbols.begin(), kSymbols.end(),
                                  [&](const Symbol& row) { return row.font == font && row.code == place; });
  if (found != kSymbols.end()) return found->character;
  if (font == "Symbol" && place >= 'A' && place <= 'Z') return kGreekCapitals[place - 'A'];
  if (font == "Symbol" && place >= 'a' && place <= 'z') return kGreekSmall[place - 'a'];
  return 0;
}

}  // namespace

std::string symbol_text(std::string_view font, std::string_view code) {
  unsigned value = 0;
  const auto [end, error] = std::from_chars(code.data(), code.data() + code.size(), value, 16);
  std::string out;
  if (error != std::errc() || end != code.data() + code.size() || value < 0x20) {
    base::append_utf8(out, base::kReplacement);
    return out;
  }
  const unsigned place = value >= 0xF000 && value <= 0xF0FF ? value - 0xF000 : value;
  const char32_t known = character_at(font, place);
  base::append_utf8(out, known != 0 ? known : static_cast<char32_t>(value));
  return out;
}

}  // namespace huozi::parse
