#include "text/shaper.h"

#include <hb.h>

#include <algorithm>
#include <array>

#include "text/glyph_cache.h"

namespace huozi::text {
namespace {

constexpr size_t kLongestStretch = 1000;  // characters shaped in one go
constexpr char32_t kGeta = U'〓';

bool is_quote(char32_t cp) {
  return cp == U'“' || cp == U'”' || cp == U'‘' || cp == U'’';
}

struct HbBuffer {
  hb_buffer_t* buffer = hb_buffer_create();
  ~HbBuffer() { hb_buffer_destroy(buffer); }
};

}  // namespace

struct Shaper::Impl {
  FontLibrary& library;
  HbBuffer hb;
  std::unordered_map<uint64_t, std::unique_ptr<GlyphCache>> caches;  // by language and face
  std::vector<std::string> languages;
  // of the paragraph at work
  std::string_view text;
  const std::vector<ShapeRun>* runs = nullptr;
  struct RunFaces {
    uint64_t language = 0;  // index into `languages`
    hb_language_t hb_language = HB_LANGUAGE_INVALID;
    GlyphCache* first = nullptr;  // of the run's first face, which has nearly everything
  };
  std::vector<RunFaces> run_faces;
  // What HarfBuzz made of a word. Font units; the offset is in bytes from the word's beginning.
  struct RunGlyph {
    GlyphId id;
    uint32_t offset;
    int advance, x, y;
  };
  std::unordered_map<std::string, std::vector<RunGlyph>> words;
  std::vector<RunGlyph> scratch;
  std::string word_key;
  std::vector<Character> characters;
  ShapedText out;
  // white space and breaks seen since the last cluster
  Length space;
  bool forced_break = false;
  bool break_here = false;
  bool glued = false;
  bool soft_hyphen = false;
  bool doubled = false;  // whether two of ？！ stand side by side somewhere

  explicit Impl(FontLibrary& fonts) : library(fonts) {}

  void begin(std::string_view new_text, const std::vector<ShapeRun>& new_runs) {
    text = new_text;
    runs = &new_runs;
    out = ShapedText();
    space = Length();
    forced_break = break_here = glued = soft_hyphen = doubled = false;
    run_faces.clear();
    for (const ShapeRun& run : new_runs) {
      const auto known = std::find(languages.begin(), languages.end(), run.language);
      run_faces.push_back({static_cast<uint64_t>(known - languages.begin()),
                           hb_language_from_string(run.language.c_str(), -1), nullptr});
      if (known == languages.end()) languages.push_back(run.language);
      const auto index = static_cast<uint32_t>(run_faces.size() - 1);
      run_faces.back().first = &cache(run.fonts->front(), index);
    }
  }

  GlyphCache& cache(FontId id, uint32_t run) {
    auto& slot = caches[run_faces[run].language << 32 | id];
    if (!slot) slot = std::make_unique<GlyphCache>(library.font(id), (*runs)[run].language, library.latin_only(id));
    return *slot;
  }

  // The first face that has the character. Chinese quotation marks of a face that has them at Latin width only come
  // from the next face with full-width ones, as books set in Kai have always done; Latin ones the other way round.
  FontId font_for(uint32_t run, char32_t cp, bool square = false) {
    FontId makeshift = UINT32_MAX;
    const std::vector<FontId>& fonts = *(*runs)[run].fonts;
    for (const FontId id : fonts) {
      GlyphCache& faces = id == fonts.front() ? *run_faces[run].first : cache(id, run);
      if (square && faces.latin_only()) continue;
      const SquareGlyph& glyph = faces.square(cp);
      if (glyph.id == 0) continue;
      if (square ? !glyph.makeshift : !is_quote(cp) || faces.has_latin_form(cp)) return id;
      if (makeshift == UINT32_MAX) makeshift = id;
    }
    return makeshift;
  }

  Cluster& add_cluster(const Character& first, uint32_t text_end, uint32_t run, FontId font) {
    Cluster& cluster = out.clusters.emplace_back();
    cluster.text_begin = first.offset;
    cluster.text_end = text_end;
    cluster.glyph_begin = cluster.glyph_end = static_cast<uint32_t>(out.glyphs.size());
    cluster.font = font;
    cluster.run = run;
    cluster.code_point = first.code_point;
    cluster.cls = first.cls;
    cluster.size = cluster.type_size = (*runs)[run].size;
    cluster.space_before = space;
    cluster.forced_break_before = forced_break;
    cluster.break_here_before = break_here;
    cluster.glued_before = glued;
    cluster.soft_hyphen_before = soft_hyphen;
    space = Length();
    forced_break = break_here = glued = soft_hyphen = false;
    return cluster;
  }

  void add_square(const Character& c, uint32_t run_index) {
    const ShapeRun& run = (*runs)[run_index];
    GlyphCache& first = *run_faces[run_index].first;
    if (const GlyphId whole = first.whole_square(c.code_point)) {
      Cluster& cluster = add_cluster(c, c.offset + c.length, run_index, run.fonts->front());
      cluster.advance = run.size;
      out.glyphs.push_back({whole, {}, {}});
      ++cluster.glyph_end;
      return;
    }
    if (const SquareGlyph& glyph = first.square(c.code_point);
        glyph.id != 0 && !glyph.makeshift && !first.latin_only()) {
      return add_glyph(c, run_index, run.fonts->front(), first.font(), glyph);
    }
    FontId id = font_for(run_index, c.code_point, true);
    char32_t shown = c.code_point;
    if (id == UINT32_MAX) {
      out.missing.push_back(c.offset);
      shown = kGeta;
      id = font_for(run_index, shown, true);
      if (id == UINT32_MAX) id = run.fonts->front();
    }
    GlyphCache& faces = cache(id, run_index);
    add_glyph(c, run_index, id, faces.font(), faces.square(shown));
  }

  void add_glyph(const Character& c, uint32_t run_index, FontId id, const Font& font, const SquareGlyph& glyph) {
    const Length size = (*runs)[run_index].size;
    Cluster& cluster = add_cluster(c, c.offset + c.length, run_index, id);
    const auto scaled = [&](int units) { return units == 0 ? Length() : font.scale(units, size); };
    cluster.advance = glyph.advance == font.metrics().units_per_em ? size : scaled(glyph.advance);
    cluster.blank_left = scaled(glyph.blank_left);
    cluster.blank_right = scaled(glyph.blank_right);
    if (glyph.id != 0) {
      out.glyphs.push_back({glyph.id, scaled(glyph.shift), scaled(glyph.lift)});
      cluster.glyph_end = static_cast<uint32_t>(out.glyphs.size());
    }
  }

  // Characters [begin, end) through HarfBuzz: one font, one run. `single`: one cluster for all of them.
  void shape_run(size_t begin, size_t end, uint32_t run_index, FontId id, bool single, bool proportional) {
    const ShapeRun& run = (*runs)[run_index];
    const Font& font = library.font(id);
    const Length size = library.size_of(id, run.size);
    const uint32_t from = characters[begin].offset;
    const uint32_t to = characters[end - 1].offset + characters[end - 1].length;
    const std::vector<RunGlyph>& glyphs = shape_word(from, to, run_index, id, proportional);

    size_t character = begin;
    for (size_t g = 0; g < glyphs.size();) {
      const uint32_t cluster_start = single ? 0 : glyphs[g].offset;
      size_t next = g;
      while (next < glyphs.size() && (single || glyphs[next].offset == cluster_start)) ++next;
      const uint32_t cluster_end = next < glyphs.size() ? from + glyphs[next].offset : to;
      while (character < end && characters[character].offset < from + cluster_start) ++character;
      const Character first = characters[std::min(character, end - 1)];
      add_cluster(first, cluster_end, run_index, id).type_size = size;
      int64_t pen = 0;
      for (size_t k = g; k < next; ++k) {
        if (glyphs[k].id != 0) {
          out.glyphs.push_back({glyphs[k].id, font.scale(pen + glyphs[k].x, size), font.scale(glyphs[k].y, size)});
        }
        pen += glyphs[k].advance;
      }
      Cluster& cluster = out.clusters.back();
      cluster.glyph_end = static_cast<uint32_t>(out.glyphs.size());
      cluster.advance = font.scale(pen, size);
      if (run.tabular && first.cls == CharClass::digit) widen_digit(cluster, font);
      g = next;
    }
  }

  // Words come again and again, so what HarfBuzz made of short ones is kept. The neighbours of a stretch shaped here
  // are of another script or face, so that they change nothing in it.
  const std::vector<RunGlyph>& shape_word(uint32_t from, uint32_t to, uint32_t run_index, FontId id,
                                          bool proportional) {
    constexpr size_t kLongest = 48;
    constexpr size_t kMost = 20'000;
    const bool tabular = (*runs)[run_index].tabular;
    if (to - from > kLongest) return scratch = shape_anew(from, to, run_index, id, proportional);
    word_key.assign(reinterpret_cast<const char*>(&id), sizeof id);
    word_key.append(reinterpret_cast<const char*>(&run_faces[run_index].language), sizeof(uint64_t));
    word_key += static_cast<char>((proportional ? 2 : 0) + (tabular ? 1 : 0));
    word_key.append(text, from, to - from);
    if (const auto known = words.find(word_key); known != words.end()) return known->second;
    if (words.size() >= kMost) words.clear();
    return words[word_key] = shape_anew(from, to, run_index, id, proportional);
  }

  std::vector<RunGlyph> shape_anew(uint32_t from, uint32_t to, uint32_t run_index, FontId id, bool proportional) {
    hb_buffer_t* buffer = hb.buffer;
    hb_buffer_clear_contents(buffer);
    hb_buffer_add_utf8(buffer, text.data(), static_cast<int>(text.size()), from, static_cast<int>(to - from));
    hb_buffer_set_direction(buffer, HB_DIRECTION_LTR);
    hb_buffer_set_language(buffer, run_faces[run_index].hb_language);
    hb_buffer_guess_segment_properties(buffer);
    std::array<hb_feature_t, 2> features;
    unsigned feature_count = 0;
    const auto want = [&](hb_tag_t tag) {
      features[feature_count++] = {tag, 1, HB_FEATURE_GLOBAL_START, HB_FEATURE_GLOBAL_END};
    };
    if (proportional) want(HB_TAG('p', 'w', 'i', 'd'));
    if ((*runs)[run_index].tabular) want(HB_TAG('t', 'n', 'u', 'm'));
    hb_shape(library.font(id).hb_font(), buffer, features.data(), feature_count);
    unsigned count = 0;
    const hb_glyph_info_t* infos = hb_buffer_get_glyph_infos(buffer, &count);
    const hb_glyph_position_t* positions = hb_buffer_get_glyph_positions(buffer, &count);
    std::vector<RunGlyph> glyphs(count);
    for (unsigned g = 0; g < count; ++g) {
      glyphs[g] = {infos[g].codepoint, infos[g].cluster - from, positions[g].x_advance, positions[g].x_offset,
                   positions[g].y_offset};
    }
    return glyphs;
  }

  // CLREQ 3.2.2: where figures stand under each other, all are as wide as the widest, also of a face without such
  // forms.
  void widen_digit(Cluster& cluster, const Font& font) {
    int widest = 0;
    for (char32_t d = U'0'; d <= U'9'; ++d) {
      if (const GlyphId glyph = font.glyph(d)) widest = std::max(widest, font.advance(glyph));
    }
    const Length extra = font.scale(widest, cluster.type_size) - cluster.advance;
    if (extra <= Length()) return;
    for (uint32_t g = cluster.glyph_begin; g < cluster.glyph_end; ++g) out.glyphs[g].x += extra / 2;
    cluster.advance += extra;
  }

  // A pair —— or ……: one cluster of two ems, so that it is neither split nor spread (CLREQ 3.1.5.1).
  size_t add_pair(size_t i, uint32_t run_index, uint32_t run_end) {
    size_t end = i + 1;
    const CharClass cls = characters[i].cls;
    while (end < characters.size() && characters[end].cls == cls && characters[end].offset < run_end && end - i < 2) {
      ++end;
    }
    const FontId id = font_for(run_index, characters[i].code_point, true);
    if (id == UINT32_MAX) {
      add_square(characters[i], run_index);
      return i + 1;
    }
    shape_run(i, end, run_index, id, true, false);
    Cluster& cluster = out.clusters.back();
    if (cls == CharClass::dash) join(cluster);
    // Faces whose marks are narrower than the square: keep the pair two ems wide, its ink in the middle.
    const Length wanted = cluster.size * static_cast<int64_t>(end - i);
    if (cluster.advance < wanted) {
      const Length shift = (wanted - cluster.advance) / 2;
      for (uint32_t g = cluster.glyph_begin; g < cluster.glyph_end; ++g) out.glyphs[g].x += shift;
      cluster.advance = wanted;
    }
    return end;
  }

  // CLREQ 3.1.1.2: the two parts of a dash are one stroke, whatever blanks the face puts beside each.
  void join(const Cluster& cluster) {
    if (cluster.glyph_end - cluster.glyph_begin != 2) return;
    ShapedGlyph& first = out.glyphs[cluster.glyph_begin];
    ShapedGlyph& second = out.glyphs[cluster.glyph_begin + 1];
    const Font& font = library.font(cluster.font);
    const Length gap = second.x + font.scale(font.box(second.id).left, cluster.size) - first.x -
                       font.scale(font.box(first.id).right, cluster.size);
    if (gap <= Length()) return;
    const Length nearer = gap / 2 + cluster.size / 200;  // a little more, so that no hairline shows
    first.x += nearer;
    second.x -= nearer;
  }

  // CLREQ 3.1.3.3: two of ？！ side by side share one em, so that three take two.
  void pair_up_doubled_marks() {
    const auto is = [](const Cluster& c) {
      return c.cls == CharClass::stop && (c.code_point == U'！' || c.code_point == U'？');
    };
    for (size_t k = 1; k < out.clusters.size(); ++k) {
      Cluster& first = out.clusters[k - 1];
      Cluster& second = out.clusters[k];
      if (!is(first) || !is(second) || second.space_before > Length() || second.forced_break_before) continue;
      second.advance -= second.blank_right;
      second.blank_right = Length();
      for (Cluster* c : {&first, &second}) {
        // Marks in the middle of the square give up a quarter on either side.
        GlyphCache& faces = cache(c->font, c->run);
        const Length inset = faces.font().scale(faces.square(c->code_point).inset, c->size);
        c->advance -= inset * 2;
        for (uint32_t g = c->glyph_begin; g < c->glyph_end; ++g) out.glyphs[g].x -= inset;
      }
      ++k;
    }
  }

  size_t add_latin(size_t i, uint32_t run_index, uint32_t run_end) {
    const FontId id = font_for(run_index, characters[i].code_point);
    if (id == UINT32_MAX) {
      add_square(characters[i], run_index);
      return i + 1;
    }
    const auto shared = [&](size_t k) {
      const char32_t cp = characters[k].code_point;
      return cp >= 0x2010 && cp <= 0x2027;
    };
    size_t end = i + 1;
    // HarfBuzz takes the square of the time for a letter with so many marks as no text has.
    const size_t bound = std::min(characters.size(), i + kLongestStretch);
    while (end < bound && characters[end].offset < run_end && !is_square(characters[end].cls) &&
           characters[end].cls < CharClass::space && shared(end) == shared(i) &&
           font_for(run_index, characters[end].code_point) == id) {
      ++end;
    }
    while (end < bound && characters[end].cls == CharClass::ignorable && characters[end].offset < run_end) {
      ++end;
    }
    shape_run(i, end, run_index, id, false, shared(i));
    return end;
  }

  void add_space(uint32_t run_index) {
    const ShapeRun& run = (*runs)[run_index];
    const FontId id = run.fonts->front();
    const Font& font = library.font(id);
    const GlyphId glyph = font.glyph(U' ');
    const Length width = glyph ? font.scale(font.advance(glyph), library.size_of(id, run.size)) : run.size / 4;
    space = std::max(space, std::max(width, Length::from_raw(1)));
  }

  // One U+00A0 is a blank like others, but for the line that may not end there; several are meant to be as wide as
  // they are.
  bool is_lone_no_break_space(size_t i) const {
    constexpr char32_t kNoBreakSpace = 0xA0;
    const auto is = [&](size_t k) { return k < characters.size() && characters[k].code_point == kNoBreakSpace; };
    return is(i) && !is(i + 1) && (i == 0 || !is(i - 1)) && !out.clusters.empty();
  }

  void add_fixed_space(const Character& c, uint32_t run_index) {
    const Length em = (*runs)[run_index].size;
    Cluster& cluster = add_cluster(c, c.offset + c.length, run_index, (*runs)[run_index].fonts->front());
    switch (c.code_point) {
      case 0x3000:
      case 0x2003:
        cluster.advance = em;
        break;
      case 0x2002:
      case 0x2007:
        cluster.advance = em / 2;
        break;
      default:
        cluster.advance = em / 4;
    }
  }
};

Shaper::Shaper(FontLibrary& library) : library_(library), impl_(std::make_unique<Impl>(library)) {}
Shaper::~Shaper() = default;

ShapedText Shaper::shape(std::string_view text, const std::vector<ShapeRun>& runs,
                         const std::vector<Length>& object_advances, const std::vector<bool>& note_calls,
                         bool keep_spaces) {
  Impl& s = *impl_;
  if (runs.empty()) return {};
  s.begin(text, runs);
  const std::string& language = runs.front().language;
  classify(text, language.starts_with("zh") || language.starts_with("ja"), s.characters);
  s.out.clusters.reserve(s.characters.size());
  s.out.glyphs.reserve(s.characters.size());

  uint32_t run = 0;
  size_t object = 0;
  for (size_t i = 0; i < s.characters.size();) {
    Character& c = s.characters[i];
    while (run + 1 < runs.size() && c.offset >= runs[run].end) ++run;
    switch (c.cls) {
      case CharClass::space:
        if (keep_spaces) {
          Character fixed = c;
          fixed.cls = CharClass::fixed_space;
          s.add_fixed_space(fixed, run);
          s.space = Length();
          s.add_space(run);
          s.out.clusters.back().advance = s.space;
          s.space = Length();
        } else {
          s.add_space(run);
        }
        ++i;
        break;
      case CharClass::fixed_space:
        if (!keep_spaces && s.is_lone_no_break_space(i)) {
          s.add_space(run);
          s.glued = true;
        } else {
          s.add_fixed_space(c, run);
        }
        ++i;
        break;
      case CharClass::break_here:
        s.break_here = true;
        ++i;
        break;
      case CharClass::soft_hyphen:
        s.soft_hyphen = true;
        ++i;
        break;
      case CharClass::line_break:
        s.forced_break = true;
        s.space = Length();
        ++i;
        break;
      case CharClass::ignorable:
        // Belongs to the cluster before it; a variation selector chooses that cluster's glyph.
        if (!s.out.clusters.empty()) {
          Cluster& last = s.out.clusters.back();
          if (last.glyph_end == last.glyph_begin + 1) {
            if (const GlyphId g = s.library.font(last.font).variation_glyph(last.code_point, c.code_point)) {
              s.out.glyphs[last.glyph_begin].id = g;
            }
          }
          last.text_end = c.offset + c.length;
        }
        ++i;
        break;
      case CharClass::object: {
        const bool call = object < note_calls.size() && note_calls[object];
        c.cls = call ? CharClass::note_call : CharClass::object;
        s.add_cluster(c, c.offset + c.length, run, runs[run].fonts->front()).advance =
            object < object_advances.size() ? object_advances[object] : Length();
        ++object;
        ++i;
        break;
      }
      case CharClass::dash:
      case CharClass::ellipsis:
        i = s.add_pair(i, run, runs[run].end);
        break;
      default:
        if (is_square(c.cls)) {
          if (runs[run].dot_stops && c.code_point == U'。') c.code_point = U'．';
          if (c.cls == CharClass::stop) s.doubled = s.doubled || (i > 0 && s.characters[i - 1].cls == CharClass::stop);
          s.add_square(c, run);
          ++i;
        } else {
          i = s.add_latin(i, run, runs[run].end);
        }
    }
  }
  if (s.doubled && !keep_spaces) s.pair_up_doubled_marks();
  return std::move(s.out);
}

}  // namespace huozi::text
