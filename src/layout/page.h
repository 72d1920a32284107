// Pages: positioned items, everything resolved. What pdf/ and preview/ draw. Coordinates: the finished (trimmed) page's
// top left corner is the origin, x to the right, y downwards, in Length.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <variant>
#include <vector>

#include "base/length.h"
#include "document/node.h"
#include "style/computed_style.h"
#include "text/font.h"

namespace huozi::layout {

using base::Length;
using document::NodeId;

struct Point {
  Length x, y;
};

struct Rect {
  Length x, y, width, height;
};

// What part of the page an item belongs to. Margin items (running heads, folios, crop marks) are artifacts.
enum class Region { body, note, margin };

// A glyph of a run. Horizontal advance between glyphs follows from the positions, not from the font.
struct Glyph {
  text::GlyphId id = 0;
  Length x;                 // from the run's origin
  Length y;                 // raise above the run's baseline
  uint32_t text_begin = 0;  // bytes of GlyphRun::text this glyph stands for; several glyphs may share a range,
  uint32_t text_end = 0;    // the first of them carries it; an empty range: a further glyph of the cluster before
};

struct GlyphRun {
  text::FontId font = 0;
  Length size;
  style::Color color;
  Point origin;               // of the baseline
  std::vector<Glyph> glyphs;  // in visual order
  std::string text;          // UTF-8 as the author wrote it, in reading order: what copy and search must give. Includes
                             // a trailing space where the source has one between this run's last word and the next;
                             // without soft hyphens
  NodeId node;               // the text node
  uint32_t text_offset = 0;  // of `text` in the node's text
  std::string lang;          // BCP 47
  int slant = 0;             // synthetic slant in thousandths; only for Latin
  bool line_end = false;     // the line's last run: what follows stands on another line
  bool hyphen = false;       // the last glyph is the hyphen of a divided word, which is in no text
  bool turned = false;       // see Page
  bool clockwise = false;    // likewise; not both
  bool label = false;        // a list item's marker or a note's own mark; `node` is the item, or the note
};

struct RuleItem {  // a filled rectangle
  Rect rect;
  style::Color color;
  NodeId node;
};

// One step of a path. A curve's points are its two controls and its end; `close` has none.
struct PathStep {
  enum class Kind : uint8_t { move, line, curve, close };
  Kind kind = Kind::close;
  std::array<Point, 3> points{};
};

// A figure drawn beside text: a wavy line, the marks of emphasised characters. No part of the text.
struct PathItem {
  Point origin;
  std::vector<PathStep> steps;  // from the origin
  std::vector<Length> places;   // from the origin, to the right: the figure is drawn at each; ascending
  Length pen;                   // the width of its stroke; zero: filled, by the even-odd rule
  style::Color color;
  NodeId node;
  bool turned = false;
};

struct ImageItem {
  Rect rect;
  std::string file;  // path of the image, as document::Image::file
  std::string alternative;
  NodeId node;
  bool turned = false;
  Rect window{};  // what of it is shown; one without a width: all
};

struct LinkItem {  // an active area; screen PDF only
  Rect rect;
  std::string uri;  // either a URI
  NodeId target;    // or a node's destination (uri empty)
  NodeId node;
  enum class Kind { uri, internal, note_call, note_back } kind = Kind::uri;
};

struct Item {
  Region region = Region::body;
  std::variant<GlyphRun, RuleItem, PathItem, ImageItem, LinkItem> content;
};

// Where a node begins on the page: destinations of links and outline entries.
struct Anchor {
  NodeId node;
  Length y;  // top of its first line
};

// A note that stands on the page in its brief form (citations.repeat), and what that says there: 同①，第5页。
struct BriefNote {
  NodeId note;
  std::string words;
};

// What a turned item says of itself, but for where it stands, is said before a quarter turn counterclockwise: a run's
// glyphs follow each other upwards, what rises above their baseline is at its left. A rect is that of the finished
// page. A clockwise run, Latin letters on a spine, is turned the other way: its glyphs follow each other downwards.
struct Page {
  Length width, height;  // trimmed size
  Length bleed;
  bool crop_marks = false, cross_marks = false;  // around the page, in a print file
  std::vector<Length> folds;                     // likewise: where the sheet is folded, by x, ascending
  bool recto = true;
  std::string label;        // folio as printed or as it would be ("iv", "12")
  std::vector<Item> items;  // body in reading order, then notes, then margin items
  std::vector<Anchor> anchors;
  std::vector<BriefNote> brief_notes;
};

}  // namespace huozi::layout
