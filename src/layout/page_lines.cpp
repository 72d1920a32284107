#include "layout/page_lines.h"

#include <algorithm>
#include <iterator>
#include <utility>

#include "layout/turn.h"

namespace huozi::layout {
namespace {

struct Line : PageLine {
  TableRows rows;
  bool words = false;  // of the text, not only dots, a folio and the like
};

Length distance(Length a, Length b) {
  return std::max(a, b) - std::min(a, b);
}

// Baselines of cells side by side differ a little where their type does, less than half the lines of one cell do.
bool same_baseline(const Line& a, const Line& b) {
  return distance(a.baseline, b.baseline) <= std::min(a.size, b.size) / 2;
}

class LineFinder {
 public:
  explicit LineFinder(const PrintedBlocks& blocks) : blocks_(blocks) {}

  std::vector<Line> run(const Page& page) {
    for (const Item& item : page.items) {
      const auto* run = std::get_if<GlyphRun>(&item.content);
      if (run && item.region != Region::margin && !run->label && !run->glyphs.empty()) add(*run, item.region);
    }
    close();
    return std::move(lines_);
  }

 private:
  void add(const GlyphRun& run, Region region) {
    const auto found = blocks_.sources.find(run.node);
    const RunSource* source = found == blocks_.sources.end() ? nullptr : &found->second;
    if (source && source->kind == RunSource::Kind::mark) return;
    if (open_ && (piece_.region != region || piece_.turned != run.turned)) close();
    if (!open_) {
      piece_ = {};
      piece_.region = region;
      piece_.turned = run.turned;
      open_ = true;
    }
    const Point origin = run.turned ? turned_back(run.origin) : run.origin;
    if (!source || source->kind != RunSource::Kind::above) widen(run, origin);
    if (source) add_part(*source, run.text_offset);
    if (run.line_end) close();
  }

  // The line's baseline is that of its largest type, which is neither raised nor half as large as the text around.
  void widen(const GlyphRun& run, Point origin) {
    const Length left = origin.x + run.glyphs.front().x;
    const Length right = origin.x + run.glyphs.back().x + run.size;
    const bool first = piece_.size == Length();
    piece_.left = first ? left : std::min(piece_.left, left);
    piece_.right = first ? right : std::max(piece_.right, right);
    if (run.size < piece_.size || (run.size == piece_.size && origin.y <= piece_.baseline)) return;
    piece_.size = run.size;
    piece_.baseline = origin.y;
  }

  void add_part(const RunSource& source, uint32_t offset) {
    const bool exact = source.kind == RunSource::Kind::words;
    const uint32_t begin = source.begin + (exact ? std::min(offset, source.size) : 0);
    piece_.words = piece_.words || exact;
    const TableRows& rows = blocks_.rows[source.paragraph];
    if (rows.begin < rows.end) piece_.rows = rows;
    merge_part(piece_, {source.paragraph, begin, exact});
  }

  static void merge_part(Line& line, const LinePart& part) {
    const auto known = std::find_if(line.parts.begin(), line.parts.end(),
                                    [&](const LinePart& each) { return each.paragraph == part.paragraph; });
    if (known == line.parts.end()) {
      line.parts.push_back(part);
    } else if (part.exact != known->exact) {
      if (part.exact) *known = part;
    } else {
      known->text_begin = std::min(known->text_begin, part.text_begin);
    }
  }

  void close() {
    if (!std::exchange(open_, false) || piece_.size == Length()) return;
    Line* line = line_of_piece();
    if (!line) {
      last_ = lines_.size();
      lines_.push_back(std::move(piece_));
      return;
    }
    line->left = std::min(line->left, piece_.left);
    line->right = std::max(line->right, piece_.right);
    line->words = line->words || piece_.words;
    line->rows.begin = std::min(line->rows.begin, piece_.rows.begin);
    line->rows.end = std::max(line->rows.end, piece_.rows.end);
    for (const LinePart& part : piece_.parts) merge_part(*line, part);
  }

  // The line that the piece goes on, or stands beside.
  Line* line_of_piece() {
    if (lines_.empty()) return nullptr;
    const bool in_table = piece_.rows.begin < piece_.rows.end;
    for (size_t i = lines_.size(); in_table && i-- > 0 && lines_[i].rows.table == piece_.rows.table;) {
      if (!lines_[i].rows.beside(piece_.rows) || !stands_on(lines_[i])) continue;
      last_ = i;
      return &lines_[i];
    }
    Line& line = lines_[last_];
    if (in_table || !stands_on(line)) return nullptr;
    // After a mark within the line, and from a row's words to its folio; notes may stand side by side.
    const bool near = distance(piece_.left, line.right) < std::max(piece_.size, line.size);
    const bool follows = piece_.left > line.right - line.size;
    return !piece_.words || near || (piece_.region == Region::note && follows) ? &line : nullptr;
  }

  bool stands_on(const Line& line) const {
    return line.region == piece_.region && line.turned == piece_.turned && same_baseline(line, piece_);
  }

  const PrintedBlocks& blocks_;
  std::vector<Line> lines_;
  size_t last_ = 0;  // of lines_: the one that words were last added to
  Line piece_;       // runs that follow each other on a line
  bool open_ = false;
};

// Lines of one region and direction, as they come in the page's items, in the order of their numbers.
class LineOrder {
 public:
  void add(Line line) {
    if (columns_.empty()) columns_.emplace_back();
    std::vector<Line>& column = columns_.back();
    if (floats_.empty() && !column.empty() && goes_up(line)) {
      if (begins_column(line)) {
        columns_.emplace_back();
      } else {
        floats_.push_back(std::move(line));
        return;
      }
    }
    (floats_.empty() ? columns_.back() : floats_).push_back(std::move(line));
  }

  void append_to(std::vector<PageLine>& out) {
    if (columns_.empty()) return;
    const auto by_place = [](const Line& a, const Line& b) { return a.baseline < b.baseline; };
    // What stands at the head of the page, or at its foot, after the text.
    if (columns_.size() == 1) {
      std::move(floats_.begin(), floats_.end(), std::back_inserter(columns_.front()));
    } else {
      const Length top = std::min_element(columns_.front().begin(), columns_.front().end(), by_place)->baseline;
      for (Line& line : floats_) (line.baseline < top ? columns_.front() : columns_.back()).push_back(std::move(line));
    }
    for (uint32_t i = 0; i < columns_.size(); ++i) {
      std::stable_sort(columns_[i].begin(), columns_[i].end(), by_place);
      for (Line& line : columns_[i]) {
        line.column = i;
        std::sort(line.parts.begin(), line.parts.end(),
                  [](const LinePart& a, const LinePart& b) { return a.paragraph < b.paragraph; });
        out.push_back(std::move(line));
      }
    }
  }

 private:
  bool goes_up(const Line& line) const {
    const Line& last = columns_.back().back();
    return line.baseline <= last.baseline && !last.rows.beside(line.rows);
  }

  // Right of all that stands as low as it.
  bool begins_column(const Line& line) const {
    const std::vector<Line>& column = columns_.back();
    return std::all_of(column.begin(), column.end(), [&](const Line& each) {
      return each.baseline < line.baseline - line.size / 2 || each.right <= line.left + line.size / 2;
    });
  }

  std::vector<std::vector<Line>> columns_;
  std::vector<Line> floats_;  // once one has come, all that is left
};

}  // namespace

std::vector<PageLine> page_lines(const Page& page, const PrintedBlocks& blocks) {
  std::vector<PageLine> lines;
  LineOrder orders[4];  // the body's, turned, the notes', turned
  for (Line& line : LineFinder(blocks).run(page)) {
    const size_t which = (line.region == Region::note ? 2U : 0U) + (line.turned ? 1U : 0U);
    orders[which].add(std::move(line));
  }
  for (LineOrder& order : orders) order.append_to(lines);
  return lines;
}

}  // namespace huozi::layout
