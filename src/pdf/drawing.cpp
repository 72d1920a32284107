#include "pdf/drawing.h"

#include <cmath>
#include <map>
#include <mutex>
#include <stdexcept>

#include "image/svg_page.h"
#include "pdf/deflate.h"
#include "pdf/drawing_content.h"
#include "pdf/drawing_shading.h"
#include "pdf/read_objects.h"
#include "pdf/rendering_intent.h"

namespace huozi::pdf {
namespace {

constexpr std::string_view kKnockout = "Knockout";

class Maker {
 public:
  Maker(const DrawingTarget& target, double least_pen, Obstacle& obstacle)
      : target_(target), least_pen_(least_pen), obstacle_(obstacle) {
    if (is_press(target.standard)) colors_.inks = target.inks;
  }

  std::optional<Drawing> make(const ReadObject& page, double width, double height) {
    Dict head;
    head.add("Type", Val::name("XObject")).add("Subtype", Val::name("Form"));
    head.add("BBox", array_of({0, 0, width, height}));
    const auto part_of_one = [](double side) { return Val::decimal(std::llround(1e12 / side), 12); };
    head.add("Matrix", Array().add(part_of_one(width)).add(0).add(0).add(part_of_one(height)).add(0).add(0));
    const auto root = form(page.at("Contents"), page.at("Resources"), {head, false, true}, 0);
    if (!root) return std::nullopt;
    for (const auto& [index, space] : groups_) {
      // Without transparency a group is its parts, and PDF/X-1a has none.
      if (!transparent_) break;
      Dict group;
      group.add("Type", Val::name("Group")).add("S", Val::name("Transparency")).add("I", Val::boolean(true));
      drawing_.forms[index].head.add("Group", group.add("CS", Val::name(space)));
    }
    drawing_.most_ink = colors_.most_ink;
    drawing_.in_colour = colors_.in_colour;
    return std::move(drawing_);
  }

 private:
  struct Outside {
    Dict head;
    bool mask = false;
    bool root = false;
  };

  bool stop(Obstacle why) {
    if (obstacle_ == Obstacle::none) obstacle_ = why;
    return false;
  }

  // The index of a form made of this stream.
  std::optional<size_t> form(const ReadObject& stream, const ReadObject& resources, const Outside& outside, int depth) {
    constexpr int kDeepest = 16;
    constexpr size_t kMostForms = 2000, kMostBytes = 16 << 20;
    if (depth > kDeepest || drawing_.forms.size() >= kMostForms || resources.at("Font")) {
      stop(Obstacle::too_large);
      return std::nullopt;
    }
    const auto content = stream.stream(kMostBytes - bytes_);
    if (!content) {
      stop(Obstacle::too_large);
      return std::nullopt;
    }
    bytes_ += content->size();
    DrawnForm made;
    made.head = outside.head;
    if (!states(resources.at("ExtGState"), made, depth) || !xobjects(resources.at("XObject"), made, outside, depth) ||
        !patterns(resources.at("Pattern"), made, outside, depth) ||
        !shadings(resources.at("Shading"), made, outside.mask)) {
      return std::nullopt;
    }
    ContentRules rules;
    rules.mask = outside.mask;
    rules.no_states = target_.standard == Standard::x1a;
    rules.least_pen = least_pen_;
    auto bytes = rewritten(*content, rules, colors_);
    if (!bytes) {
      stop(Obstacle::too_large);
      return std::nullopt;
    }
    // What a page was drawing before may have overprinted.
    if (outside.root && colors_.inks) {
      bytes->insert(0, "/" + std::string(kKnockout) + " gs\n");
      Dict knockout;
      knockout.add("OP", Val::boolean(false)).add("op", Val::boolean(false));
      made.states.add(kKnockout, knockout.add("RI", name_of(colors_.inks->intent())));
    }
    made.bytes = deflate(*bytes);
    drawing_.forms.push_back(std::move(made));
    return drawing_.forms.size() - 1;
  }

  std::optional<size_t> group(const ReadObject& object, bool mask, int depth) {
    if (object.at("Subtype").name() != "Form") {
      stop(Obstacle::pictures);
      return std::nullopt;
    }
    const std::pair<uint32_t, bool> key(object.id(), mask);
    if (const auto known = known_.find(key); object.id() != 0 && known != known_.end()) return known->second;
    Dict head;
    head.add("Type", Val::name("XObject")).add("Subtype", Val::name("Form"));
    head.add("BBox", array_of(object.at("BBox").numbers()));
    if (const auto matrix = object.at("Matrix")) head.add("Matrix", array_of(matrix.numbers()));
    const auto index = form(object, object.at("Resources"), {head, mask}, depth + 1);
    if (!index) return index;
    if (object.at("Group")) groups_.emplace(*index, mask ? "DeviceGray" : colors_.inks ? "DeviceCMYK" : "DeviceRGB");
    known_.emplace(key, *index);
    return index;
  }

  bool states(const ReadObject& all, DrawnForm& made, int depth) {
    const bool press = is_press(target_.standard), flat = target_.standard == Standard::x1a;
    for (const std::string& name : all.keys()) {
      const ReadObject state = all.at(name);
      const double fill = state.at("ca").number().value_or(1), stroke = state.at("CA").number().value_or(1);
      const std::string blend = state.at("BM").name();
      const ReadObject mask = state.at("SMask");
      const bool masked = mask.at("S").name() == "Luminosity" || mask.at("S").name() == "Alpha";
      const bool plain = fill == 1 && stroke == 1 && !masked && (blend.empty() || blend == "Normal");
      if (plain && flat) continue;
      if (flat) return stop(Obstacle::transparency);
      // Darker inks are made of two alike; other modes tell other colours of inks than of light.
      if (press && !blend.empty() && blend != "Normal" && blend != "Multiply" && blend != "Darken") {
        return stop(Obstacle::transparency);
      }
      transparent_ = transparent_ || !plain;
      if (masked) {
        const bool alpha = mask.at("S").name() == "Alpha";
        if (!alpha && mask.at("G").at("Group").at("CS").name() != "DeviceGray") return stop(Obstacle::transparency);
        const auto index = group(mask.at("G"), !alpha, depth);
        if (!index) return false;
        made.inner.push_back({alpha ? DrawnForm::Use::alpha_mask : DrawnForm::Use::mask, name, *index});
        continue;
      }
      Dict written;
      written.add("CA", decimal_of(stroke)).add("ca", decimal_of(fill));
      if (!blend.empty()) written.add("BM", Val::name(blend));
      if (state.at("SMask").name() == "None") written.add("SMask", Val::name("None"));
      made.states.add(name, written);
    }
    return true;
  }

  bool xobjects(const ReadObject& all, DrawnForm& made, const Outside& outside, int depth) {
    for (const std::string& name : all.keys()) {
      const auto index = group(all.at(name), outside.mask, depth);
      if (!index) return false;
      made.inner.push_back({DrawnForm::Use::xobject, name, *index});
    }
    return true;
  }

  bool patterns(const ReadObject& all, DrawnForm& made, const Outside& outside, int depth) {
    for (const std::string& name : all.keys()) {
      const ReadObject pattern = all.at(name);
      Dict head;
      head.add("Type", Val::name("Pattern"));
      const ReadObject matrix = pattern.at("Matrix");
      if (pattern.at("PatternType").number() == 2.0) {
        head.add("PatternType", 2);
        if (matrix) head.add("Matrix", array_of(matrix.numbers()));
        const auto shading = one_shading(pattern.at("Shading"), outside.mask);
        if (!shading) return false;
        made.patterns.add(name, head.add("Shading", *shading));
        continue;
      }
      head.add("PatternType", 1).add("PaintType", 1).add("TilingType", 1);
      head.add("BBox", array_of(pattern.at("BBox").numbers()));
      if (matrix) head.add("Matrix", array_of(matrix.numbers()));
      const auto across = pattern.at("XStep").number(), down = pattern.at("YStep").number();
      if (pattern.at("PaintType").number() != 1.0 || !across || !down) return stop(Obstacle::too_large);
      head.add("XStep", decimal_of(*across)).add("YStep", decimal_of(*down));
      const auto index = form(pattern, pattern.at("Resources"), {head, outside.mask}, depth + 1);
      if (!index) return false;
      made.inner.push_back({DrawnForm::Use::pattern, name, *index});
    }
    return true;
  }

  bool shadings(const ReadObject& all, DrawnForm& made, bool mask) {
    for (const std::string& name : all.keys()) {
      const auto shading = one_shading(all.at(name), mask);
      if (!shading) return false;
      made.shadings.add(name, *shading);
    }
    return true;
  }

  std::optional<Dict> one_shading(const ReadObject& object, bool mask) {
    auto shading = target_.standard == Standard::x1a ? std::nullopt : shading_of(object, mask, colors_);
    if (!shading) stop(Obstacle::gradients);
    return shading;
  }

  const DrawingTarget& target_;
  double least_pen_;
  Obstacle& obstacle_;
  DrawingColors colors_;
  Drawing drawing_;
  size_t bytes_ = 0;
  bool transparent_ = false;
  std::map<size_t, std::string> groups_;  // their colour spaces
  std::map<std::pair<uint32_t, bool>, size_t> known_;
};

}  // namespace

std::optional<Drawing> make_drawing(std::string_view svg, const DrawingTarget& target, const PrintedSize& printed,
                                    Obstacle& obstacle) {
  // A stranger's drawing that repeats itself takes up to half a gigabyte while it is recorded: one at a time.
  static std::mutex one;
  const std::lock_guard turn(one);
  obstacle = Obstacle::none;
  const auto page = image::svg_page(svg);
  if (!page || page->filtered) {
    obstacle = page ? Obstacle::pictures : Obstacle::too_large;
    return std::nullopt;
  }
  constexpr double kLeastPen = 0.25;  // points
  const double points = printed.width.to_points();
  const double least_pen = is_press(target.standard) && points > 0 ? kLeastPen * page->width / points : 0;
  try {
    const ReadFile file(page->bytes);
    return Maker(target, least_pen, obstacle).make(file.first_page(), page->width, page->height);
  } catch (const std::runtime_error&) {
    obstacle = Obstacle::too_large;
    return std::nullopt;
  }
}

Ref add_drawing(ObjectFile& file, const Drawing& drawing) {
  std::vector<Ref> refs;
  for (const DrawnForm& form : drawing.forms) {
    Dict states = form.states, patterns = form.patterns, xobjects, resources;
    for (const DrawnForm::Inner& inner : form.inner) {
      const Ref ref = refs[inner.form];
      if (inner.use == DrawnForm::Use::xobject) {
        xobjects.add(inner.name, ref);
      } else if (inner.use == DrawnForm::Use::pattern) {
        patterns.add(inner.name, ref);
      } else {
        Dict mask;
        mask.add("Type", Val::name("Mask"));
        mask.add("S", Val::name(inner.use == DrawnForm::Use::mask ? "Luminosity" : "Alpha")).add("G", ref);
        states.add(inner.name, Dict().add("CA", 1).add("ca", 1).add("AIS", Val::boolean(false)).add("SMask", mask));
      }
    }
    const auto add = [&](std::string_view key, const Dict& part) {
      if (!part.entries().empty()) resources.add(key, part);
    };
    add("ExtGState", states);
    add("Pattern", patterns);
    add("Shading", form.shadings);
    add("XObject", xobjects);
    Dict head = form.head;
    refs.push_back(file.alloc());
    file.stream(refs.back(), head.add("Resources", resources), form.bytes, ObjectFile::Data::deflated);
  }
  return refs.back();
}

}  // namespace huozi::pdf
