#include "style_files.h"

#include <map>

#include "base/file.h"
#include "data_folder.h"

namespace huozi {
namespace fs = std::filesystem;

namespace {

class StyleFiles {
 public:
  StyleFiles(const BookFolder& folder, source::SourceSet& sources) : folder_(folder), sources_(sources) {}

  // `own`: of the book; the path is from its folder, otherwise from styles/. Null: there is no such file.
  const source::SourceFile* open(bool own, const std::string& path) {
    const auto place = base::path_inside(own ? folder_.folder : data_folder() / "styles", path);
    auto text = place ? base::read_file(*place) : std::nullopt;
    if (!text) return nullptr;
    const fs::path shown = (own ? fs::path(folder_.shown) : fs::path("styles")) / path;
    const source::SourceFile& file = sources_.add(shown.string(), std::move(*text));
    places_[&file] = {own, path};
    return &file;
  }

  const source::SourceFile* import(const source::SourceFile& from, std::string_view name) {
    const Place& place = places_.at(&from);
    if (!place.own && name.find('/') != std::string_view::npos) return nullptr;
    return open(place.own, (fs::path(place.path).parent_path() / name).lexically_normal().string());
  }

 private:
  struct Place {
    bool own = false;
    std::string path;
  };
  const BookFolder& folder_;
  source::SourceSet& sources_;
  std::map<const source::SourceFile*, Place> places_;
};

}  // namespace

style::Stylesheet read_styles(const parse::Manifest& manifest, const BookFolder& folder, source::SourceSet& sources,
                              source::Diagnostics& diagnostics) {
  StyleFiles files(folder, sources);
  const auto find = [&](const source::SourceFile& from, std::string_view name) { return files.import(from, name); };
  style::Stylesheet sheet;
  for (const parse::Located& wanted : manifest.stylesheets) {
    const bool own = wanted.text.ends_with(".css");
    const source::SourceFile* const file = files.open(own, own ? wanted.text : wanted.text + ".css");
    if (file) {
      sheet.append(style::read_stylesheet(*file, diagnostics, find));
    } else {
      diagnostics.report(own ? "file.unreadable" : "style.no-such-style", wanted.span, {wanted.text, "64 MiB"});
    }
  }
  return sheet;
}

}  // namespace huozi
