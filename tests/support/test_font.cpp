#include "support/test_font.h"

#include <unistd.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <fstream>
#include <functional>
#include <iterator>
#include <map>

namespace huozi::test {
namespace {

// Big-endian bytes, as all of sfnt.
class Bytes {
 public:
  template <typename... Values>
  explicit Bytes(Values... values) {
    (u16(values), ...);
  }
  Bytes& u8(int64_t value) { return put(value, 1); }
  Bytes& u16(int64_t value) { return put(value, 2); }
  Bytes& u24(int64_t value) { return put(value, 3); }
  Bytes& u32(int64_t value) { return put(value, 4); }
  Bytes& text(std::string_view value) {
    data_ += value;
    return *this;
  }
  Bytes& zeros(size_t count) {
    data_.append(count, '\0');
    return *this;
  }
  size_t size() const { return data_.size(); }
  const std::string& str() const { return data_; }

 private:
  Bytes& put(int64_t value, int bytes) {
    for (int shift = 8 * (bytes - 1); shift >= 0; shift -= 8) data_ += static_cast<char>(value >> shift & 0xFF);
    return *this;
  }
  std::string data_;
};

struct Box {
  int advance = 0;
  int left = 0, right = 0;  // equal: no ink
};

constexpr int kEm = kTestFontUnits;
constexpr Box kSquare{kEm, 50, 950};
constexpr Box kHalf{kEm / 2, 50, 450};
constexpr std::u32string_view kOpenings = U"“‘（《〈「『【〔［｛〖";
constexpr std::u32string_view kQuotes = U"“”‘’";
constexpr char32_t kVariantBase = 0x845B, kVariantSelector = 0xE0100;

Box box_of_mark(char32_t cp, bool narrow, bool wide) {
  if (narrow && kQuotes.find(cp) != std::u32string_view::npos) return {350, 30, 320};
  if (cp == U'·' || cp == U'•') return kHalf;
  if (cp == U'–') return wide ? Box{kEm, 100, 900} : Box{kEm, 300, 700};
  if (cp == U'—') return narrow ? kSquare : Box{kEm, 0, kEm};  // the parts of a dash touch, or do not
  if (cp == U'…' || cp == U'～' || cp == U'／' || cp == U'％' || cp == U'￥') return kSquare;
  return kOpenings.find(cp) == std::u32string_view::npos ? Box{kEm, 100, 400} : Box{kEm, 600, 900};
}

// Glyphs in order; 0 is .notdef.
struct Glyphs {
  std::vector<Box> boxes{kSquare};
  std::map<char32_t, int> of;

  int add(Box box) {
    boxes.push_back(box);
    return static_cast<int>(boxes.size()) - 1;
  }
  void add(char32_t cp, Box box) {
    if (of.find(cp) == of.end()) of[cp] = add(box);
  }
  int count() const { return static_cast<int>(boxes.size()); }
};

Glyphs glyphs_of(const TestFont& font) {
  Glyphs glyphs;
  glyphs.add(U' ', {kEm / 4, 0, 0});
  for (char32_t c = U'!'; c <= U'~'; ++c) glyphs.add(c, kHalf);
  for (const char32_t c : font.marks) glyphs.add(c, box_of_mark(c, font.narrow_quotes, font.wide_only));
  for (const char32_t c : font.squares) glyphs.add(c, kSquare);
  for (const auto& [first, last] : font.ranges) {
    for (char32_t c = first; c <= last; ++c) glyphs.add(c, kSquare);
  }
  return glyphs;
}

std::string cmap_of(const Glyphs& glyphs, int variant) {
  Bytes groups;
  int64_t group_count = 0;
  for (auto at = glyphs.of.begin(); at != glyphs.of.end();) {
    auto last = at;
    for (auto next = std::next(at);
         next != glyphs.of.end() && next->first == last->first + 1 && next->second == last->second + 1; ++next) {
      last = next;
    }
    groups.u32(at->first).u32(last->first).u32(at->second);
    ++group_count;
    at = std::next(last);
  }
  Bytes plain;
  plain.u16(12).u16(0).u32(static_cast<int64_t>(16 + groups.size())).u32(0).u32(group_count).text(groups.str());
  Bytes selectors;
  selectors.u16(14).u32(30).u32(1).u24(kVariantSelector).u32(0).u32(21);
  selectors.u32(1).u24(kVariantBase).u16(variant);
  Bytes cmap(0, 2);
  cmap.u16(0).u16(5).u32(20).u16(3).u16(10).u32(static_cast<int64_t>(20 + selectors.size()));
  return cmap.text(selectors.str()).text(plain.str()).str();
}

std::string gsub_of(const Glyphs& glyphs, int fi, const std::vector<std::pair<int, int>>& narrow) {
  Bytes scripts(1);
  scripts.text("DFLT").u16(8);
  scripts.text(Bytes(4, 0, 0, 0xFFFF, 2, 0, 1).str());
  Bytes features(2);
  features.text("liga").u16(14).text("pwid").u16(20).text(Bytes(0, 1, 0, 0, 1, 1).str());

  // LigatureSubst format 1: coverage f, one set, one ligature f i -> fi.
  const Bytes ligature(1, 18, 1, 8, 1, 4, fi, 2, glyphs.of.at(U'i'), 1, 1, glyphs.of.at(U'f'));
  // SingleSubst format 2 with its coverage after it.
  Bytes single(2, 6 + 2 * static_cast<int>(narrow.size()), static_cast<int>(narrow.size()));
  for (const auto& pair : narrow) single.u16(pair.second);
  single.u16(1).u16(static_cast<int64_t>(narrow.size()));
  for (const auto& pair : narrow) single.u16(pair.first);

  Bytes lookups(2, 6, 14 + static_cast<int>(ligature.size()));
  lookups.text(Bytes(4, 0, 1, 8).str()).text(ligature.str());
  lookups.text(Bytes(1, 0, 1, 8).str()).text(single.str());

  Bytes gsub(1, 0, 10);
  gsub.u16(static_cast<int64_t>(10 + scripts.size()));
  gsub.u16(static_cast<int64_t>(10 + scripts.size() + features.size()));
  return gsub.text(scripts.str()).text(features.str()).text(lookups.str()).str();
}

std::string name_of(const std::string& family) {
  std::string plain = family;
  plain.erase(std::remove(plain.begin(), plain.end(), ' '), plain.end());
  const std::pair<int, std::string> names[] = {{1, family}, {2, "Regular"}, {4, family + " Regular"}, {6, plain}};
  Bytes records, strings;
  for (const auto& [id, text] : names) {
    records.u16(3).u16(1).u16(0x409).u16(id).u16(static_cast<int64_t>(text.size() * 2));
    records.u16(static_cast<int64_t>(strings.size()));
    for (const char c : text) strings.u16(c);
  }
  return Bytes(0, 4, 54).text(records.str()).text(strings.str()).str();
}

std::string os2_of() {
  Bytes os2(4, kEm, 400, 5, 0);
  os2.zeros(22);  // subscripts, superscripts, strikeout, class
  for (const int panose : {2, 2, 4, 0, 0, 0, 0, 0, 0, 0}) os2.u8(panose);
  os2.zeros(16).text("HUOZ").u16(0x40).u16(0x20).u16(0xFFFF);
  os2.u16(880).u16(-120).u16(0).u16(880).u16(120);  // typographic and Windows extents
  os2.zeros(8).u16(500).u16(700).u16(0).u16(0x20).u16(2);
  return os2.str();
}

uint32_t checksum(const std::string& data) {
  uint32_t sum = 0;
  for (size_t i = 0; i < data.size(); ++i) {
    sum += static_cast<uint32_t>(static_cast<unsigned char>(data[i])) << (24 - 8 * (i % 4));
  }
  return sum;
}

std::string sfnt_of(const std::map<std::string, std::string>& tables) {
  const auto count = static_cast<int>(tables.size());
  int power = 1, log = 0;
  while (power * 2 <= count) power *= 2, ++log;
  Bytes file;
  file.u32(0x10000).u16(count).u16(power * 16).u16(log).u16((count - power) * 16);
  Bytes body;
  for (const auto& [tag, data] : tables) {
    file.text(tag).u32(checksum(data)).u32(static_cast<int64_t>(12 + tables.size() * 16 + body.size()));
    file.u32(static_cast<int64_t>(data.size()));
    body.text(data).zeros((4 - data.size() % 4) % 4);
  }
  return file.text(body.str()).str();
}

// Only when it would change: the system's font cache goes by the file's time.
void write_if_different(const std::filesystem::path& path, const std::string& bytes) {
  std::ifstream old(path, std::ios::binary);
  if (old && std::string(std::istreambuf_iterator<char>(old), {}) == bytes) return;
  const std::filesystem::path fresh = path.string() + "." + std::to_string(getpid());
  std::ofstream(fresh, std::ios::binary) << bytes;
  std::filesystem::rename(fresh, path);
}

constexpr std::u32string_view kMarks =
    U"，、；：。！？．‼⁇⁈⁉“”‘’（）《》〈〉「」『』【】〔〕［］｛｝〖〗·•‧・—–～…／％‰℃℉°′″￥＄€№々〻ー";

}  // namespace

std::string make_test_font(const TestFont& font) {
  Glyphs glyphs = glyphs_of(font);
  std::vector<std::pair<int, int>> narrow;  // by glyph, as a coverage table wants them
  for (const auto& [cp, glyph] : std::map(glyphs.of)) {
    if (!font.wide_only && kQuotes.find(cp) != std::u32string_view::npos)
      narrow.emplace_back(glyph, glyphs.add({kEm / 4, 30, 220}));
  }
  std::sort(narrow.begin(), narrow.end());
  const int fi = glyphs.add(kHalf);
  const int variant = glyphs.add(kSquare);

  Bytes hmtx, loca, glyf;
  for (const Box& box : glyphs.boxes) {
    hmtx.u16(box.advance).u16(box.left);
    loca.u32(static_cast<int64_t>(glyf.size()));
    if (box.left == box.right) continue;
    const int bottom = -70, top = 830, width = box.right - box.left, height = top - bottom;
    glyf.text(Bytes(1, box.left, bottom, box.right, top, 3, 0).u32(0x01010101).str());
    glyf.text(Bytes(box.left, 0, width, 0, bottom, height, 0, -height).u16(0).str());
  }
  loca.u32(static_cast<int64_t>(glyf.size()));

  std::map<std::string, std::string> tables;
  Bytes head(1, 0, 1, 0);
  head.u32(0).u32(0x5F0F3CF5).u16(3).u16(kEm).zeros(16).u16(0).u16(-120).u16(kEm).u16(880);
  tables["head"] = head.u16(0).u16(8).u16(2).u16(1).u16(0).str();
  tables["hhea"] = Bytes(1, 0, 880, -120, 0, kEm).zeros(22).u16(glyphs.count()).str();
  tables["maxp"] = Bytes(1, 0, glyphs.count(), 4, 1, 0, 0, 2).zeros(16).str();
  tables["OS/2"] = os2_of();
  tables["hmtx"] = hmtx.str();
  tables["cmap"] = cmap_of(glyphs, variant);
  tables["loca"] = loca.str();
  tables["glyf"] = glyf.str();
  tables["name"] = name_of(font.family);
  tables["post"] = Bytes(3, 0).zeros(28).str();
  tables["GSUB"] = gsub_of(glyphs, fi, narrow);
  return sfnt_of(tables);
}

const std::filesystem::path& test_fonts_folder() {
  static const std::filesystem::path folder = [] {
    // Of this checkout: another one's fonts may be different.
    const std::string checkout = std::to_string(std::hash<std::string>()(HUOZI_SOURCE_DIR));
    const auto path =
        std::filesystem::temp_directory_path() / ("huozi-test-fonts-" + std::to_string(getuid()) + "-" + checkout);
    std::filesystem::create_directories(path);
    TestFont song{"Huozi Test", std::u32string(kMarks), U"〓〇⺀ˊˇˋ˙", {{0x3105, 0x312F}, {0x4E00, 0x9FFF}}, false};
    for (char32_t c = U'①'; c <= U'⑳'; ++c) song.squares += c;
    for (char32_t c = U'㉑'; c <= U'㉟'; ++c) song.squares += c;
    for (char32_t c = U'㊱'; c <= U'㊿'; ++c) song.squares += c;
    const TestFont kai{"Huozi Test Kai", U"“”‘’—", U"", {{0x4E00, 0x9FFF}}, true};
    const TestFont rare{"Huozi Test Rare", U"", U"", {{0x3400, 0x3410}, {0x20000, 0x20010}}, false};
    const TestFont wide{"Huozi Test Wide", U"“”‘’—–", U"", {{0x4E00, 0x9FFF}}, false, true};
    write_if_different(path / "wide.ttf", make_test_font(wide));
    write_if_different(path / "song.ttf", make_test_font(song));
    write_if_different(path / "kai.ttf", make_test_font(kai));
    write_if_different(path / "rare.ttf", make_test_font(rare));
    write_if_different(
        path / "fonts.yaml",
        "roles:\n  serif: Huozi Test\n  sans-serif: Huozi Test\n  fangsong: Huozi Test\n"
        "  monospace: Huozi Test\n  kai: Huozi Test Kai\n"
        "  mixed: {latin: Huozi Test Kai, latin-size: 120%, default: Huozi Test}\nfallback: [Huozi Test Rare]\n");
    return path;
  }();
  return folder;
}

}  // namespace huozi::test
