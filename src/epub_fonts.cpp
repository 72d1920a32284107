#include "epub_fonts.h"

#include <algorithm>
#include <map>
#include <set>

#include <fmt/format.h>

#include "base/utf8.h"
#include "epub_characters.h"
#include "style/embedded_families.h"
#include "text/subset.h"

namespace huozi {
namespace {

constexpr std::string_view kRareFamily = "huozi-rare";
constexpr std::string_view kRolePrefix = "huozi-";

using Characters = std::set<char32_t>;
using FaceKey = std::tuple<std::string, int, bool>;  // family, weight, italic

std::string shown(char32_t c) {
  return fmt::format("U+{:04X} {}", static_cast<uint32_t>(c), base::to_utf8(std::u32string(1, c)));
}

// "U+3400-3402, U+20BB7"
std::string unicode_range(const Characters& characters) {
  std::string out;
  for (auto it = characters.begin(); it != characters.end();) {
    const char32_t first = *it;
    char32_t last = first;
    while (++it != characters.end() && *it == last + 1) last = *it;
    if (!out.empty()) out += ", ";
    out += fmt::format("U+{:X}", static_cast<uint32_t>(first));
    if (last > first) out += fmt::format("-{:X}", static_cast<uint32_t>(last));
  }
  return out;
}

// Marks, figures and letters that the e-book adds to the text: numbers of notes and lists.
Characters added_characters() {
  Characters out;
  for (char32_t c = 0x20; c < 0x7F; ++c) out.insert(c);
  for (char32_t c = U'①'; c <= U'⑳'; ++c) out.insert(c);
  for (const char32_t c : U"，。、；：？！（）《》〈〉“”‘’「」『』【】〔〕·—…～　〇一二三四五六七八九十百第章节") {
    if (c != 0) out.insert(c);
  }
  return out;
}

bool is_square(char32_t c) {
  return c >= 0x2E80 || (c >= 0x2010 && c <= 0x2027);
}

class FontSet {
 public:
  FontSet(text::FontLibrary& library, source::Diagnostics& diagnostics)
      : library_(library), diagnostics_(diagnostics) {}

  // The first font of the list that has the character and may be embedded. Null: none.
  const text::Font* find(const std::vector<text::FontId>& list, char32_t c) {
    for (const text::FontId id : list) {
      const text::Font& font = library_.font(id);
      if ((library_.latin_only(id) && is_square(c)) || font.glyph(c) == 0) continue;
      if (font.may_embed() && font.may_subset()) return &font;
      ++refused_[font.family() + " " + font.style_name()];
    }
    return nullptr;
  }

  // One font for a character of a face: the first that is added.
  void add(const text::Font& font, const FaceKey& face, char32_t c) {
    if (taken_[face].insert(c).second) wanted_[{font.path(), font.face_index()}].add(font, face, c);
  }

  // The faces whose characters are the most of their family have no range: it would be long, and later rules go first
  // where they overlap (CSS Fonts 4 §4.5).
  std::vector<epub::EmbeddedFont> make(bool always_ranges) {
    std::map<FaceKey, std::pair<size_t, const text::Font*>> largest;
    for (const auto& [place, use] : wanted_) {
      for (const auto& [face, characters] : use.faces) {
        auto& best = largest[face];
        if (characters.size() > best.first) best = {characters.size(), use.font};
      }
    }
    std::vector<epub::EmbeddedFont> whole, parts;
    for (const auto& [place, use] : wanted_) {
      Characters all;
      epub::EmbeddedFont font;
      bool ranged = true;
      for (const auto& [face, characters] : use.faces) {
        all.insert(characters.begin(), characters.end());
        const bool main = !always_ranges && largest[face].second == use.font;
        ranged = ranged && !main;
        const auto& [family, weight, italic] = face;
        font.faces.push_back({family, weight, italic, main ? "" : unicode_range(characters)});
      }
      auto subset = text::subset_for_epub(*use.font, {all.begin(), all.end()});
      if (!subset) {
        diagnostics_.report("epub.font-failed", {}, {use.font->family() + " " + use.font->style_name()});
        continue;
      }
      font.bytes = std::move(*subset);
      (ranged ? parts : whole).push_back(std::move(font));
    }
    std::move(parts.begin(), parts.end(), std::back_inserter(whole));
    for (const auto& [name, count] : refused_) {
      diagnostics_.report("epub.font-rights", {}, {name, std::to_string(count)});
    }
    return whole;
  }

 private:
  struct Use {
    const text::Font* font = nullptr;
    std::map<FaceKey, Characters> faces;
    void add(const text::Font& used, const FaceKey& face, char32_t c) {
      font = &used;
      faces[face].insert(c);
    }
  };

  text::FontLibrary& library_;
  source::Diagnostics& diagnostics_;
  std::map<std::pair<std::string, unsigned>, Use> wanted_;  // by file and face
  std::map<FaceKey, Characters> taken_;
  std::map<std::string, size_t> refused_;  // characters by font
};

// The PDFs of the same build have told of it already.
bool is_reported(const source::Diagnostics& diagnostics, const std::string& character) {
  return std::any_of(diagnostics.items().begin(), diagnostics.items().end(), [&](const source::Diagnostic& each) {
    return each.rule == "fonts.missing-character" && each.arguments.front() == character;
  });
}

void report_no_font(const RareCharacter& character, source::Diagnostics& diagnostics) {
  const std::string name = shown(character.code_point);
  if (!is_reported(diagnostics, name)) diagnostics.report("epub.character-no-font", character.first, {name});
}

std::vector<epub::EmbeddedFont> rare_fonts(const std::vector<RareCharacter>& rare, const document::Book& book,
                                           const style::Cascade& cascade, text::FontLibrary& library,
                                           source::Diagnostics& diagnostics) {
  FontSet set(library, diagnostics);
  const auto& list = library.resolve({cascade.body().font_family, 400, false, book.metadata.language});
  for (const RareCharacter& character : rare) {
    if (const text::Font* font = set.find(list, character.code_point)) {
      set.add(*font, {std::string(kRareFamily), 400, false}, character.code_point);
    } else {
      report_no_font(character, diagnostics);
    }
  }
  return set.make(true);
}

// The family under which a font serves a list: the name in the list that led to it, else that of the list's first role.
std::string family_of(const text::Font& font, const TypeRequest& type, text::FontLibrary& library) {
  const auto leads_here = [&](const std::string& family) {
    const auto& list = library.resolve({{family}, type.weight, type.italic, type.language});
    return &library.font(list.front()) == &font;
  };
  for (const std::string& family : type.families) {
    if (style::is_generic_family(family)) break;
    // A family that is not installed leads where serif does.
    if (family == font.family() || (leads_here(family) && !leads_here("serif"))) return family;
  }
  const auto role = std::find_if(type.families.begin(), type.families.end(), style::is_generic_family);
  return std::string(kRolePrefix) + (role == type.families.end() ? "serif" : *role);
}

std::vector<epub::EmbeddedFont> all_fonts(const std::vector<RareCharacter>& rare, const document::Book& book,
                                          const style::Cascade& cascade, text::FontLibrary& library,
                                          source::Diagnostics& diagnostics) {
  FontSet set(library, diagnostics);
  const Characters added = added_characters();
  Characters nowhere;
  // The book's own language first: what other languages share with it is shown as the book has it.
  const auto by_type = characters_by_type(book, cascade);
  std::vector<std::pair<TypeRequest, Characters>> types(by_type.begin(), by_type.end());
  std::stable_partition(types.begin(), types.end(),
                        [&](const auto& each) { return each.first.language == book.metadata.language; });
  for (const auto& [type, own] : types) {
    const auto& list = library.resolve({type.families, type.weight, type.italic, type.language});
    Characters characters = own;
    characters.insert(added.begin(), added.end());
    for (const char32_t c : characters) {
      const text::Font* const font = set.find(list, c);
      if (!font) {
        nowhere.insert(c);
        continue;
      }
      // An upright font is no italic one: the reader slants it.
      const bool italic = type.italic && font->metrics().italic_angle < 0;
      set.add(*font, {family_of(*font, type, library), type.weight, italic}, c);
    }
  }
  for (const RareCharacter& character : rare) {
    if (nowhere.count(character.code_point) != 0) report_no_font(character, diagnostics);
  }
  return set.make(false);
}

}  // namespace

EpubFontSet make_epub_fonts(const document::Book& book, const style::Stylesheet& sheet, parse::EpubFonts wanted,
                            text::FontLibrary& library, source::Diagnostics& diagnostics) {
  EpubFontSet out;
  out.sheet = sheet;
  const std::vector<RareCharacter> rare = rare_characters(book);
  if (wanted == parse::EpubFonts::none) {
    for (const RareCharacter& character : rare) {
      diagnostics.report("epub.character-left", character.first, {shown(character.code_point)});
    }
    return out;
  }
  if (wanted == parse::EpubFonts::rare && rare.empty()) return out;
  const style::Cascade cascade(sheet, style::Medium::epub);
  const bool all = wanted == parse::EpubFonts::all;
  out.fonts = (all ? all_fonts : rare_fonts)(rare, book, cascade, library, diagnostics);
  if (out.fonts.empty()) return out;
  style::EmbeddedFamilies families;
  if (all) families.generic_prefix = kRolePrefix;
  if (!all) families.last = kRareFamily;
  out.sheet = style::with_embedded_families(sheet, families);
  out.base_rules =
      all ? "html{font-family:\"huozi-serif\",serif}code,pre,kbd,samp{font-family:\"huozi-monospace\",monospace}\n"
          : "html{font-family:\"huozi-rare\",serif}code,pre,kbd,samp{font-family:\"huozi-rare\",monospace}\n";
  return out;
}

}  // namespace huozi
