#include "text/shaper.h"

#include <hb.h>

#include <algorithm>

#include "text/glyph_cache.h"

namespace huozi::text {
namespace {

constexpr char32_t kGeta = U'〓';

bool is_taiwan(std::string_view language) {
  return language.starts_with("zh-Hant") || language.starts_with("zh-TW") || language.starts_with("zh-HK");
}

struct HbBuffer {
  hb_buffer_t* buffer = hb_buffer_create();
  ~HbBuffer() { hb_buffer_destroy(buffer); }
};

}  // namespace

struct Shaper::Impl {
  FontLibrary& library;
  HbBuffer hb;
  std::unordered_map<FontId, std::unique_ptr<GlyphCache>> caches;
  // of the paragraph at work
  std::string_view text;
  const std::vector<ShapeRun>* runs = nullptr;
  std::vector<Character> characters;
  ShapedText out;
  // white space and breaks seen since the last cluster
  Length space;
  bool forced_break = false;
  bool break_here = false;
  bool soft_hyphen = false;

  explicit Impl(FontLibrary& fonts) : library(fonts) {}

  GlyphCache& cache(FontId id) {
    auto& slot = caches[id];
    if (!slot) slot = std::make_unique<GlyphCache>(library.font(id));
    return *slot;
  }

  // The first face that has the character. Chinese quotation marks of a face that has them at Latin width only come
  // from the next face with full-width ones, as books set in Kai have always done.
  FontId font_for(const ShapeRun& run, char32_t cp, bool square = false) {
    FontId narrow = UINT32_MAX;
    for (const FontId id : *run.fonts) {
      const SquareGlyph& glyph = cache(id).square(cp, char_class(cp), is_taiwan(run.language));
      if (glyph.id == 0) continue;
      if (!square || !glyph.narrow) return id;
      if (narrow == UINT32_MAX) narrow = id;
    }
    return narrow;
  }

  Cluster& add_cluster(const Character& first, uint32_t text_end, uint32_t run, FontId font) {
    Cluster cluster;
    cluster.text_begin = first.offset;
    cluster.text_end = text_end;
    cluster.glyph_begin = cluster.glyph_end = static_cast<uint32_t>(out.glyphs.size());
    cluster.font = font;
    cluster.run = run;
    cluster.code_point = first.code_point;
    cluster.cls = first.cls;
    cluster.size = (*runs)[run].size;
    cluster.space_before = space;
    cluster.forced_break_before = forced_break;
    cluster.break_here_before = break_here;
    cluster.soft_hyphen_before = soft_hyphen;
    space = Length();
    forced_break = break_here = soft_hyphen = false;
    out.clusters.push_back(cluster);
    return out.clusters.back();
  }

  void add_square(const Character& c, uint32_t run_index) {
    const ShapeRun& run = (*runs)[run_index];
    FontId id = font_for(run, c.code_point, true);
    char32_t shown = c.code_point;
    if (id == UINT32_MAX) {
      out.missing.push_back(c.offset);
      shown = kGeta;
      id = font_for(run, shown);
      if (id == UINT32_MAX) id = run.fonts->front();
    }
    GlyphCache& faces = cache(id);
    const SquareGlyph& glyph = faces.square(shown, shown == kGeta ? CharClass::han : c.cls, is_taiwan(run.language));
    Cluster& cluster = add_cluster(c, c.offset + c.length, run_index, id);
    const Font& font = faces.font();
    cluster.advance = font.scale(glyph.advance, run.size);
    cluster.blank_left = font.scale(glyph.blank_left, run.size);
    cluster.blank_right = font.scale(glyph.blank_right, run.size);
    if (glyph.id != 0) {
      out.glyphs.push_back({glyph.id, font.scale(glyph.shift, run.size), Length()});
      cluster.glyph_end = static_cast<uint32_t>(out.glyphs.size());
    }
  }

  // Characters [begin, end) through HarfBuzz: one font, one run. `single`: one cluster for all of them.
  void shape_run(size_t begin, size_t end, uint32_t run_index, FontId id, bool single, bool proportional) {
    const ShapeRun& run = (*runs)[run_index];
    const Font& font = library.font(id);
    hb_buffer_t* buffer = hb.buffer;
    hb_buffer_clear_contents(buffer);
    const uint32_t from = characters[begin].offset;
    const uint32_t to = characters[end - 1].offset + characters[end - 1].length;
    hb_buffer_add_utf8(buffer, text.data(), static_cast<int>(text.size()), from, static_cast<int>(to - from));
    hb_buffer_set_direction(buffer, HB_DIRECTION_LTR);
    hb_buffer_set_language(buffer, hb_language_from_string(run.language.c_str(), -1));
    hb_buffer_guess_segment_properties(buffer);
    const hb_feature_t feature{HB_TAG('p', 'w', 'i', 'd'), 1, HB_FEATURE_GLOBAL_START, HB_FEATURE_GLOBAL_END};
    hb_shape(font.hb_font(), buffer, &feature, proportional ? 1 : 0);
    unsigned count = 0;
    const hb_glyph_info_t* infos = hb_buffer_get_glyph_infos(buffer, &count);
    const hb_glyph_position_t* positions = hb_buffer_get_glyph_positions(buffer, &count);

    size_t character = begin;
    for (unsigned g = 0; g < count;) {
      const uint32_t cluster_start = single ? from : infos[g].cluster;
      unsigned next = g;
      while (next < count && (single || infos[next].cluster == cluster_start)) ++next;
      const uint32_t cluster_end = next < count ? infos[next].cluster : to;
      while (character < end && characters[character].offset < cluster_start) ++character;
      const Character first = characters[std::min(character, end - 1)];
      add_cluster(first, cluster_end, run_index, id);
      int64_t pen = 0;
      for (unsigned k = g; k < next; ++k) {
        if (infos[k].codepoint != 0) {
          out.glyphs.push_back({infos[k].codepoint, font.scale(pen + positions[k].x_offset, run.size),
                                font.scale(positions[k].y_offset, run.size)});
        }
        pen += positions[k].x_advance;
      }
      Cluster& cluster = out.clusters.back();
      cluster.glyph_end = static_cast<uint32_t>(out.glyphs.size());
      cluster.advance = font.scale(pen, run.size);
      g = next;
    }
  }

  // A pair —— or ……: one cluster of two ems, so that it is neither split nor spread (CLREQ 3.1.5.1).
  size_t add_pair(size_t i, uint32_t run_index, uint32_t run_end) {
    size_t end = i + 1;
    const CharClass cls = characters[i].cls;
    while (end < characters.size() && characters[end].cls == cls && characters[end].offset < run_end && end - i < 2) {
      ++end;
    }
    const FontId id = font_for((*runs)[run_index], characters[i].code_point);
    if (id == UINT32_MAX) {
      add_square(characters[i], run_index);
      return i + 1;
    }
    shape_run(i, end, run_index, id, true, false);
    Cluster& cluster = out.clusters.back();
    // Faces whose marks are narrower than the square: keep the pair two ems wide, its ink in the middle.
    const Length wanted = cluster.size * static_cast<int64_t>(end - i);
    if (cluster.advance < wanted) {
      const Length shift = (wanted - cluster.advance) / 2;
      for (uint32_t g = cluster.glyph_begin; g < cluster.glyph_end; ++g) out.glyphs[g].x += shift;
      cluster.advance = wanted;
    }
    return end;
  }

  size_t add_latin(size_t i, uint32_t run_index, uint32_t run_end) {
    const ShapeRun& run = (*runs)[run_index];
    const FontId id = font_for(run, characters[i].code_point);
    if (id == UINT32_MAX) {
      add_square(characters[i], run_index);
      return i + 1;
    }
    const auto shared = [&](size_t k) {
      const char32_t cp = characters[k].code_point;
      return cp >= 0x2010 && cp <= 0x2027;
    };
    size_t end = i + 1;
    while (end < characters.size() && characters[end].offset < run_end && !is_square(characters[end].cls) &&
           characters[end].cls < CharClass::space && shared(end) == shared(i) &&
           font_for(run, characters[end].code_point) == id) {
      ++end;
    }
    while (end < characters.size() && characters[end].cls == CharClass::ignorable && characters[end].offset < run_end) {
      ++end;
    }
    shape_run(i, end, run_index, id, false, shared(i));
    return end;
  }

  void add_space(uint32_t run_index) {
    const ShapeRun& run = (*runs)[run_index];
    const Font& font = library.font(run.fonts->front());
    const GlyphId glyph = font.glyph(U' ');
    const Length width = glyph ? font.scale(font.advance(glyph), run.size) : run.size / 4;
    space = std::max(space, std::max(width, Length::from_raw(1)));
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
  s.text = text;
  s.runs = &runs;
  s.out = ShapedText();
  s.space = Length();
  s.forced_break = s.break_here = s.soft_hyphen = false;
  if (runs.empty()) return {};
  s.characters = classify(text, runs.front().language.starts_with("zh") || runs.front().language.starts_with("ja"));
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
        s.add_fixed_space(c, run);
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
          s.add_square(c, run);
          ++i;
        } else {
          i = s.add_latin(i, run, runs[run].end);
        }
    }
  }
  return std::move(s.out);
}

}  // namespace huozi::text
