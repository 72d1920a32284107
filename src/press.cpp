#include "press.h"

#include "assembly.h"
#include "base/file.h"

namespace huozi {

std::optional<image::PressProfile> press_profile(const parse::Press& press, const BookFolder& folder,
                                                 source::Diagnostics& diagnostics) {
  const parse::Located& name = press.icc;
  const image::RenderingIntent intent = press.intent == parse::RenderingIntent::relative
                                            ? image::RenderingIntent::relative
                                            : image::RenderingIntent::perceptual;
  std::optional<image::PressProfile> found;
  if (!name.text.empty()) {
    const auto place = base::path_inside(folder.folder, name.text);
    if (!place) {
      diagnostics.report("file.outside", name.span, {name.text});
      return std::nullopt;
    }
    if (auto bytes = base::read_file(*place)) {
      found = image::read_press_profile(*bytes, intent);
      if (!found) {
        const bool other = image::read_press_profile(std::move(*bytes)).has_value();
        diagnostics.report(other ? "print.profile-intent" : "print.profile-bad", name.span, {name.text});
      }
      return found;
    }
  }
  found = image::find_press_profile(name.text, intent);
  if (!found && name.text.empty()) diagnostics.report("print.no-profile", {}, {});
  if (!found && !name.text.empty()) {
    const bool other = image::find_press_profile(name.text).has_value();
    diagnostics.report(other ? "print.profile-intent" : "print.profile", name.span, {name.text});
  }
  return found;
}

}  // namespace huozi
