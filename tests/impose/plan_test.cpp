#include "impose/plan.h"

#include <algorithm>
#include <string>

#include "support/catch.h"

using namespace huozi;
using base::Length;
using impose::Binding;
using impose::Kind;

namespace {

// Tenths of a millimetre, in units that can be halved exactly.
constexpr Length mm(int64_t tenths) {
  return Length::ratio(tenths * 72, 254) / 8 * 8;
}

// A patch of paper with a page on each side. Lies where it lies on the table; the front is up until it is folded.
struct Patch {
  Length x, y;  // of its middle
  const impose::Cell* front = nullptr;
  const impose::Cell* back = nullptr;
  bool front_up = true, upside_down = false;
};

// Paper on a table, from the top downwards: whoever looks at it sees the first patch of each place.
using Paper = std::vector<Patch>;

Paper lay_down(const impose::Plan& plan, const impose::Sheet& sheet) {
  Paper paper;
  const auto middle = [&](const impose::Cell& cell) { return cell.left + plan.job.width / 2; };
  for (const impose::Cell& cell : sheet.front) {
    Patch patch{middle(cell), cell.top + plan.job.height / 2, &cell, nullptr};
    for (const impose::Cell& behind : sheet.back) {
      // The sheet is turned over sideways to look at its back.
      if (behind.top == cell.top && plan.width - middle(behind) == patch.x) patch.back = &behind;
    }
    REQUIRE(patch.back != nullptr);
    paper.push_back(patch);
  }
  return paper;
}

// Folds what lies on one side of a line behind the rest: mirrored, its order turned about, under all.
template <typename Moves>
Paper fold_behind(const Paper& paper, Moves moves, Length line, bool across) {
  Paper kept, moved;
  for (const Patch& patch : paper) (moves(patch) ? moved : kept).push_back(patch);
  CHECK(kept.size() == moved.size());
  std::reverse(moved.begin(), moved.end());
  for (Patch& patch : moved) {
    (across ? patch.y : patch.x) = line * 2 - (across ? patch.y : patch.x);
    patch.front_up = !patch.front_up;
    if (across) patch.upside_down = !patch.upside_down;
    kept.push_back(patch);
  }
  return kept;
}

struct Fold {
  Paper pile;
  Length spine;  // where the last fold is
};

// Folds a sheet down to one page, so that the first page lies on top.
Fold fold(const impose::Plan& plan, const impose::Sheet& sheet) {
  Paper paper = lay_down(plan, sheet);
  std::vector<Length> upright = plan.upright_folds(), level = plan.level_folds();
  bool across = upright.size() == level.size();
  Fold folded;
  while (paper.size() > 1 && (!upright.empty() || !level.empty())) {
    std::vector<Length>& lines = across ? level : upright;
    const Length line = lines[lines.size() / 2];
    if (across) {
      paper = fold_behind(
          paper, [&](const Patch& patch) { return patch.y < line; }, line, true);
      std::erase_if(lines, [&](Length each) { return each <= line; });
    } else {
      // A book that opens at the left has its first page at the right of the sheet.
      const bool left = plan.job.binding == Binding::left;
      paper = fold_behind(
          paper, [&](const Patch& patch) { return (patch.x < line) == left; }, line, false);
      std::erase_if(lines, [&](Length each) { return left ? each <= line : each >= line; });
      folded.spine = line;
    }
    across = !across;
  }
  folded.pile = std::move(paper);
  // All lie on each other.
  for (const Patch& patch : folded.pile) {
    CHECK(patch.x == folded.pile.front().x);
    CHECK(patch.y == folded.pile.front().y);
  }
  return folded;
}

struct Face {
  const impose::Cell* cell = nullptr;
  bool heads_up = false;
  Length from_spine;  // of the page's edge, as it is trimmed
};

// Leafs through a folded sheet: each patch shows its upper face, then its lower.
std::vector<Face> leaf_through(const impose::Plan& plan, const impose::Sheet& sheet) {
  std::vector<Face> faces;
  const Fold folded = fold(plan, sheet);
  for (const Patch& patch : folded.pile) {
    for (const bool upper : {true, false}) {
      const impose::Cell* cell = upper == patch.front_up ? patch.front : patch.back;
      // Where its edge at the spine is, as far from the patch's middle as on the unfolded sheet.
      const Length from_middle = plan.job.width / 2 + (cell->spine_left ? -cell->shift : cell->shift);
      const Length to_spine = patch.x < folded.spine ? folded.spine - patch.x : patch.x - folded.spine;
      faces.push_back({cell, cell->turned == patch.upside_down, to_spine - from_middle});
    }
    // The edge that is said to be the spine's lies at the fold, on the side the book opens at.
    const bool opens_left = plan.job.binding == Binding::left;
    const bool mirrored = !patch.front_up != patch.upside_down;
    CHECK((folded.spine < patch.x) == opens_left);
    CHECK((patch.front->spine_left != mirrored) == opens_left);
  }
  return faces;
}

impose::Job job_of(Kind kind, int signature, Binding binding, size_t pages) {
  impose::Job job;
  job.kind = kind;
  job.signature = signature;
  job.binding = binding;
  job.pages = pages;
  job.width = mm(1400);
  job.height = mm(2030);
  job.trim = mm(30);
  job.gutter = mm(40);
  job.creep_step = mm(1);
  return job;
}

// The whole book: gathered signatures one after the other, nested sheets each in the middle of the one before.
std::vector<Face> bind(const impose::Plan& plan) {
  std::vector<Face> book;
  for (const impose::Sheet& sheet : plan.sheets) {
    const std::vector<Face> faces = leaf_through(plan, sheet);
    const auto inside = static_cast<std::ptrdiff_t>(plan.job.kind == Kind::saddle ? book.size() / 2 : book.size());
    book.insert(book.begin() + inside, faces.begin(), faces.end());
  }
  return book;
}

std::string rows_of(const std::vector<impose::Cell>& cells, int columns) {
  std::string out;
  for (size_t i = 0; i < cells.size(); ++i) {
    out += (i == 0 ? "" : i % static_cast<size_t>(columns) == 0 ? " / " : " ");
    out += cells[i].page ? std::to_string(*cells[i].page + 1) : "-";
    out += cells[i].turned ? "v" : "";
  }
  return out;
}

}  // namespace

TEST_CASE("folded, a sheet reads from page to page with its heads up", "[impose]") {
  for (const Binding binding : {Binding::left, Binding::right}) {
    for (const int signature : {0, 4, 8, 16, 32}) {
      for (size_t pages = 1; pages <= 100; ++pages) {
        const Kind kind = signature == 0 ? Kind::saddle : Kind::signatures;
        const impose::Plan plan = impose::make_plan(job_of(kind, signature, binding, pages));
        INFO("signature " << signature << ", pages " << pages << ", right " << (binding == Binding::right));
        const std::vector<Face> book = bind(plan);
        const size_t multiple = signature == 0 ? 4 : static_cast<size_t>(signature);
        REQUIRE(book.size() == pages + plan.blanks);
        REQUIRE(book.size() % multiple == 0);
        REQUIRE(plan.blanks < multiple);
        const size_t leaves_together = signature == 0 ? book.size() : multiple;
        for (size_t i = 0; i < book.size(); ++i) {
          REQUIRE(book[i].heads_up);
          REQUIRE(book[i].cell->page == (i < pages ? std::optional(i) : std::nullopt));
          // Each leaf is one step of creep nearer to the spine than that around it.
          const size_t inside = i % leaves_together;
          const size_t depth = std::min(inside, leaves_together - 1 - inside) / 2;
          REQUIRE(book[i].from_spine == plan.job.gutter / 2 - plan.job.creep_step * static_cast<int64_t>(depth));
        }
      }
    }
  }
}

TEST_CASE("forms are those of the trade's tables", "[impose]") {
  const auto front = [](int signature, Binding binding) {
    const impose::Plan plan = impose::make_plan(job_of(Kind::signatures, signature, binding, 32));
    return rows_of(plan.sheets.front().front, plan.columns);
  };
  CHECK(front(4, Binding::left) == "4 1");
  CHECK(front(8, Binding::left) == "5v 4v / 8 1");
  CHECK(front(16, Binding::left) == "5v 12v 9v 8v / 4 13 16 1");
  CHECK(front(16, Binding::right) == "8v 9v 12v 5v / 1 16 13 4");
  const impose::Plan plan = impose::make_plan(job_of(Kind::signatures, 16, Binding::left, 20));
  CHECK(plan.sheets.size() == 2);
  CHECK(plan.blanks == 12);
  CHECK(rows_of(plan.sheets[0].back, 4) == "7v 10v 11v 6v / 2 15 14 3");
  CHECK(rows_of(plan.sheets[1].front, 4) == "-v -v -v -v / 20 - - 17");
}

TEST_CASE("pages meet at the spine with the gutter between them, elsewhere with room for the cut", "[impose]") {
  const impose::Plan plan = impose::make_plan(job_of(Kind::signatures, 16, Binding::left, 16));
  CHECK(plan.width == mm(1400) * 4 + mm(40) * 2 + mm(30) * 2);
  CHECK(plan.height == mm(2030) * 2 + mm(30) * 2);
  CHECK(plan.upright_folds() ==
        std::vector<Length>{mm(1400) + mm(40) / 2, plan.width / 2, plan.width - mm(1400) - mm(40) / 2});
  CHECK(plan.level_folds() == std::vector<Length>{plan.height / 2});
  CHECK(plan.deepest == 3);
}

TEST_CASE("a proof has spreads in reading order", "[impose]") {
  const auto spreads = [](Binding binding, size_t pages) {
    std::string out;
    for (const impose::Sheet& sheet : impose::make_plan(job_of(Kind::two_up, 0, binding, pages)).sheets) {
      CHECK(sheet.back.empty());
      for (const impose::Cell& cell : sheet.front) {
        CHECK(cell.shift == Length());
        CHECK_FALSE(cell.turned);
      }
      out += (out.empty() ? "" : " | ") + rows_of(sheet.front, 2);
    }
    return out;
  };
  CHECK(spreads(Binding::left, 1) == "- 1");
  CHECK(spreads(Binding::left, 4) == "- 1 | 2 3 | 4 -");
  CHECK(spreads(Binding::left, 5) == "- 1 | 2 3 | 4 5");
  CHECK(spreads(Binding::right, 4) == "1 - | 3 2 | - 4");
}
