#include "pdf/embedded_font.h"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>

#include "base/hash.h"
#include "pdf/deflate.h"
#include "text/subset.h"

namespace huozi::pdf {
namespace {

constexpr int kDefaultWidth = 1000;  // most glyphs of a Chinese font

// Code and glyph, in the order of the codes.
std::vector<std::pair<uint16_t, text::GlyphId>> codes_of(const FontUse& use) {
  std::vector<std::pair<uint16_t, text::GlyphId>> codes;
  codes.reserve(use.glyphs().size());
  for (const text::GlyphId glyph : use.glyphs()) codes.emplace_back(use.font().cid(glyph), glyph);
  std::sort(codes.begin(), codes.end());
  return codes;
}

Array widths_of(const FontUse& use) {
  Array widths, run;
  int first = -1, next = -1;
  const auto flush = [&] {
    if (first >= 0) widths.add(first).add(run);
    run = Array();
    first = -1;
  };
  for (const auto& [code, glyph] : codes_of(use)) {
    const int width = use.width(glyph);
    if (width == kDefaultWidth) continue;
    if (code != next) {
      flush();
      first = code;
    }
    run.add(width);
    next = code + 1;
  }
  flush();
  return widths;
}

Dict descriptor_of(const FontUse& use, const FontProgram& program, Ref file) {
  const text::FontMetrics& metrics = use.font().metrics();
  const auto scaled = [&](int units) { return Val(int64_t{units} * 1000 / metrics.units_per_em); };
  Array box;
  for (const int side : metrics.bbox) box.add(scaled(side));
  constexpr int kFixedPitch = 1, kSerif = 2, kSymbolic = 4, kItalic = 64;  // ISO 32000-1, table 123
  int flags = kSymbolic;
  if (metrics.fixed_pitch) flags |= kFixedPitch;
  if (metrics.serif) flags |= kSerif;
  if (metrics.italic_angle < 0 || metrics.italic_angle > 0) flags |= kItalic;
  Dict descriptor;
  descriptor.add("Type", Val::name("FontDescriptor"))
      .add("FontName", Val::name(program.name))
      .add("Flags", flags)
      .add("FontBBox", box)
      .add("ItalicAngle", static_cast<int64_t>(metrics.italic_angle))
      .add("Ascent", scaled(metrics.ascender))
      .add("Descent", scaled(metrics.descender))
      .add("CapHeight", scaled(metrics.cap_height))
      // Fonts do not tell their stems; readers only use this to imitate a font that is missing.
      .add("StemV", 10 + 220 * (metrics.weight - 50) / 900);
  return descriptor.add(use.font().outline() == text::OutlineKind::true_type ? "FontFile2" : "FontFile3", file);
}

}  // namespace

std::string subset_tag(const FontUse& use) {
  std::string identity = base::to_hex(use.font().content_hash());
  for (const text::GlyphId glyph : use.glyphs()) identity += ' ' + std::to_string(glyph);
  uint64_t hash = base::hash64(identity);
  std::string tag;
  for (int i = 0; i < 6; ++i, hash /= 26) tag += static_cast<char>('A' + hash % 26);
  return tag;
}

std::string to_unicode_cmap(const FontUse& use) {
  std::string cmap =
      "/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n"
      "/CIDSystemInfo <</Registry (Adobe) /Ordering (UCS) /Supplement 0>> def\n"
      "/CMapName /Adobe-Identity-UCS def\n/CMapType 2 def\n"
      "1 begincodespacerange\n<0000> <FFFF>\nendcodespacerange\n";
  const auto codes = codes_of(use);
  constexpr size_t kBlock = 100;  // the most a bfchar section may hold
  for (size_t begin = 0; begin < codes.size(); begin += kBlock) {
    const size_t end = std::min(codes.size(), begin + kBlock);
    fmt::format_to(std::back_inserter(cmap), "{} beginbfchar\n", end - begin);
    for (size_t i = begin; i < end; ++i) {
      fmt::format_to(std::back_inserter(cmap), "<{:04X}> <", codes[i].first);
      for (const char byte : utf16be(use.reads_as(codes[i].second))) {
        fmt::format_to(std::back_inserter(cmap), "{:02X}", static_cast<unsigned char>(byte));
      }
      cmap += ">\n";
    }
    cmap += "endbfchar\n";
  }
  return cmap + "endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n";
}

std::optional<FontProgram> make_font_program(const FontUse& use) {
  const text::Font& font = use.font();
  std::vector<text::GlyphId> glyphs = use.glyphs();
  FontProgram made;
  made.name = font.postscript_name();
  if (font.may_subset()) {
    made.name = subset_tag(use) + '+' + made.name;
  } else {  // the licence wants the font whole
    glyphs.resize(font.glyph_count());
    for (size_t i = 0; i < glyphs.size(); ++i) glyphs[i] = static_cast<text::GlyphId>(i);
  }
  const auto subset = text::subset_for_pdf(font, glyphs);
  if (!subset) return std::nullopt;
  made.plain_size = subset->program.size();
  made.program = deflate(subset->program);
  made.to_unicode = deflate(to_unicode_cmap(use));
  return made;
}

Ref add_font(ObjectFile& file, const FontUse& use, const FontProgram& program) {
  const Ref type0 = file.alloc(), program_ref = file.alloc(), to_unicode = file.alloc();
  const bool true_type = use.font().outline() == text::OutlineKind::true_type;

  Dict stream;
  if (true_type) {
    stream.add("Length1", static_cast<int64_t>(program.plain_size));
  } else {
    stream.add("Subtype", Val::name("CIDFontType0C"));
  }
  file.stream(program_ref, stream, program.program, ObjectFile::Data::deflated);
  file.stream(to_unicode, Dict(), program.to_unicode, ObjectFile::Data::deflated);
  const Ref descriptor = file.add(descriptor_of(use, program, program_ref));

  Dict system, cid_font;
  system.add("Registry", Val::bytes("Adobe")).add("Ordering", Val::bytes("Identity")).add("Supplement", 0);
  cid_font.add("Type", Val::name("Font"))
      .add("Subtype", Val::name(true_type ? "CIDFontType2" : "CIDFontType0"))
      .add("BaseFont", Val::name(program.name))
      .add("CIDSystemInfo", system)
      .add("FontDescriptor", descriptor)
      .add("DW", kDefaultWidth)
      .add("W", widths_of(use));
  if (true_type) cid_font.add("CIDToGIDMap", Val::name("Identity"));

  Dict font;
  font.add("Type", Val::name("Font"))
      .add("Subtype", Val::name("Type0"))
      .add("BaseFont", Val::name(true_type ? program.name : program.name + "-Identity-H"))
      .add("Encoding", Val::name("Identity-H"))
      .add("DescendantFonts", Array().add(file.add(cid_font)))
      .add("ToUnicode", to_unicode);
  file.set(type0, font);
  return type0;
}

}  // namespace huozi::pdf
