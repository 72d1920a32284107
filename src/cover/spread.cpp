#include "cover/spread.h"

#include <algorithm>

#include "cover/barcode.h"
#include "cover/palette.h"
#include "cover/panel.h"
#include "cover/spine.h"
#include "cover/words.h"

namespace huozi::cover {
namespace {

constexpr Length millimetres(int64_t n) {
  return Length::ratio(n * 720, 254);
}

constexpr Length kSafe = millimetres(6);  // nothing that matters stands nearer to a cut or a fold

struct Strip {
  Length x, width;
};

// Units are the front's: 1600ths of the page's width.
class SpreadDesigner {
 public:
  SpreadDesigner(const document::BookMetadata& metadata, const SpreadFacts& facts, const style::Cascade& cascade,
                 text::FontLibrary& fonts)
      : facts_(facts),
        words_(words_of(metadata)),
        sheet_(facts.width * 2 + facts.spine + facts.flap * 2, facts.height, metadata.language, cascade, fonts),
        accent_(accent_of(sheet_.whole())),
        mirrored_(sheet_.whole().writing_mode == "vertical-rl") {
    const Length left = facts.flap, right = left + facts.width + facts.spine;
    spine_ = {left + facts.width, facts.spine};
    front_ = {mirrored_ ? left : right, facts.width};
    back_ = {mirrored_ ? right : left, facts.width};
    const Length far = right + facts.width;
    front_flap_ = {mirrored_ ? Length() : far, facts.flap};
    back_flap_ = {mirrored_ ? far : Length(), facts.flap};
  }

  Spread design(Front front) {
    Spread out;
    const Length whole = facts_.width * 2 + facts_.spine + facts_.flap * 2;
    upright({-facts_.bleed, whole + facts_.bleed * 2}, kPaper);
    if (facts_.picture.file.empty()) {
      sheet_.place(std::move(front.page), {front_.x, {}});
    } else {
      picture();
    }
    band();
    if (facts_.spine >= kLeastLetteredSpine) {
      put_spine(sheet_, words_, {spine_.x, {}, spine_.width, facts_.height});
    } else {
      out.bare_spine = facts_.spine > Length();
    }
    back(out);
    const bool front_set = flap(front_flap_, facts_.front_flap), back_set = flap(back_flap_, facts_.back_flap);
    out.no_flap = !front_set || !back_set;
    out.cut = front.cut || sheet_.cut();
    out.missing = std::move(front.missing);
    for (std::string& each : sheet_.missing()) {
      if (std::find(out.missing.begin(), out.missing.end(), each) == out.missing.end()) out.missing.push_back(each);
    }
    out.page = sheet_.take();
    out.page.bleed = facts_.bleed;
    out.page.crop_marks = out.page.cross_marks = true;
    out.page.folds = folds();
    return out;
  }

 private:
  Length unit(int64_t n) const { return std::min(facts_.width.scaled(n, 1600), facts_.height.scaled(n, 2000)); }

  void upright(Strip strip, const style::Color& color) {
    if (strip.width <= Length()) return;
    sheet_.rule({strip.x, -facts_.bleed, strip.width, facts_.height + facts_.bleed * 2}, color);
  }

  std::vector<Length> folds() const {
    std::vector<Length> out;
    if (facts_.flap > Length()) out.push_back(facts_.flap);
    out.push_back(spine_.x);
    if (facts_.spine > Length()) out.push_back(spine_.x + spine_.width);
    if (facts_.flap > Length()) out.push_back(spine_.x + spine_.width + facts_.width);
    return out;
  }

  // It covers the front and what is cut off it, or folded away: what sticks out at two sides is left out.
  void picture() {
    const Length bleed = facts_.bleed;
    layout::Rect window{front_.x, -bleed, front_.width + bleed, facts_.height + bleed * 2};
    if (mirrored_) window.x -= bleed;
    layout::ImageItem image;
    image.file = facts_.picture.file;
    image.window = window;
    const int64_t across = facts_.picture.width, down = facts_.picture.height;
    Length width = window.width, height = width.scaled(down, across);
    if (height < window.height) {
      height = window.height;
      width = height.scaled(across, down);
    }
    image.rect = {window.x + (window.width - width) / 2, window.y + (window.height - height) / 2, width, height};
    image.node = kCoverPicture;
    sheet_.add(std::move(image));
  }

  // The front's band goes on over the spine to the back, and ends there with its line; a fold that is a little off cuts
  // no colour.
  Length band_on_back() const { return std::max(unit(70), facts_.bleed); }

  void band() {
    const Length turn = band_on_back();
    const Length left = mirrored_ ? spine_.x : spine_.x - turn;
    upright({left, spine_.width + turn}, accent_);
    const Length line = unit(6), gap = unit(18);
    upright({mirrored_ ? spine_.x + spine_.width + turn + gap : left - gap - line, line}, accent_);
  }

  style::ComputedStyle words_style(std::string_view element) const {
    style::ComputedStyle style = sheet_.style(element);
    style.font_weight = 400;
    return style;
  }

  // The back's words stand where the front's do: from the title's head down, as far as the foot.
  void back(Spread& out) {
    const Length outer = std::max(unit(170), kSafe);
    const Length inner = std::max(band_on_back() + unit(150), kSafe);
    Length left = back_.x + (mirrored_ ? inner : outer);
    const Length room = back_.width - outer - inner;
    Length y = unit(420);
    Length bottom = facts_.height - std::max(unit(230), kSafe);
    const Length size = std::clamp(unit(40), Length::ratio(17, 2), Length::points(12));
    const Length measure = std::min(room, size * 38), gap = unit(120);  // longer lines tire
    const bool worded = !words_.series.empty() || !facts_.back.empty();
    // Below the words, or beside them where the back is wide.
    const Length spare = room - measure - gap;
    if (worded && spare >= barcode_width(kSmallestCode)) {
      foot_of_back({mirrored_ ? left : left + measure + gap, spare}, bottom, facts_.height / 2, out);
      if (mirrored_) left += room - measure;
    } else {
      bottom = foot_of_back({left, room}, bottom, facts_.height / 3, out) - gap;
    }
    if (!worded) return;
    if (!words_.series.empty()) {
      style::ComputedStyle style = words_style("series");
      style.color = accent_;
      y = sheet_.put(sheet_.fit(words_.series, style, {measure, size.scaled(120, 100), size.scaled(70, 100), 2, 140}),
                     left, y) +
          size;
    }
    sheet_.rule({left, y, unit(180), unit(10)}, accent_);
    y += unit(10) + size * 2;
    if (facts_.back.empty()) return;
    style::ComputedStyle style = words_style("blurb");
    Fit fit{measure, size, std::min(size, Length::points(7)), SIZE_MAX, 170};
    fit.most_height = bottom - y;
    sheet_.put(sheet_.fit_text(facts_.back, style, fit), left, y);
  }

  // Bar code and price, at the side of the spine. Returns their top.
  Length foot_of_back(Strip room, Length bottom, Length highest, Spread& out) {
    const auto [left, measure] = room;
    const auto modules = ean13_modules(facts_.ean);
    const bool priced = !facts_.price.empty();
    if (modules) {
      for (int per_cent = kLargestCode; per_cent >= kSmallestCode; per_cent -= 5) {
        const Length width = barcode_width(per_cent), height = barcode_height(per_cent, priced);
        if (width > measure || height > highest) continue;
        const Length x = mirrored_ ? left : left + measure - width;
        put_barcode(sheet_, {*modules, facts_.ean, facts_.isbn, facts_.price}, {x, bottom - height}, per_cent);
        return bottom - height;
      }
      out.no_barcode = true;
    }
    if (!priced) return bottom;
    const Length size = std::clamp(unit(40), Length::ratio(17, 2), Length::points(12));
    const Lines price = sheet_.fit(facts_.price, words_style("price"), {measure, size, size / 2, 1, 140});
    const Length width = price.lines.empty() ? Length() : price.lines.front().width * 2 - measure;
    sheet_.put(price, mirrored_ ? left : left + measure - width, bottom - size);
    return bottom - size;
  }

  // False: there is no room for a text.
  bool flap(Strip strip, const std::string& text) {
    const Length side = std::max(strip.width / 8, kSafe);
    const Length measure = strip.width - side * 2;
    if (text.empty()) return true;
    if (measure < millimetres(20)) return false;
    const Length size = std::clamp(measure / 17, Length::points(8), Length::ratio(21, 2));
    const Length y = unit(420);
    Fit fit{measure, size, Length::ratio(13, 2), SIZE_MAX, 165};
    fit.most_height = facts_.height - std::max(unit(230), kSafe) - y;
    sheet_.put(sheet_.fit_text(text, words_style("blurb"), fit), strip.x + side, y);
    return true;
  }

  const SpreadFacts& facts_;
  Words words_;
  Panel sheet_;
  style::Color accent_;
  bool mirrored_;
  Strip front_, spine_, back_, front_flap_, back_flap_;
};

}  // namespace

Spread typeset_spread(const document::BookMetadata& metadata, const SpreadFacts& facts, const style::Cascade& cascade,
                      text::FontLibrary& fonts) {
  Front front;
  if (facts.picture.file.empty()) {
    front = typeset_front(metadata, facts.width, facts.height, cascade, fonts, {facts.bleed, true});
  }
  return SpreadDesigner(metadata, facts, cascade, fonts).design(std::move(front));
}

}  // namespace huozi::cover
