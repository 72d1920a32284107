#include "text/font_library.h"

#include <fontconfig/fontconfig.h>

#include <algorithm>
#include <cstdlib>
#include <deque>
#include <tuple>

#include "base/file.h"
#include "text/fonts_file.h"

namespace huozi::text {
namespace {

struct Face {
  std::string path;
  int index = 0;
  int weight = 400;  // CSS scale
  bool italic = false;
};

int css_weight(FcPattern* pattern) {
  int value = 0;
  if (FcPatternGetInteger(pattern, FC_WEIGHT, 0, &value) != FcResultMatch) return 400;
  const int css = static_cast<int>(FcWeightToOpenType(value));
  return css > 0 ? css : 400;
}

// Nearness of weights, CSS Fonts 4 §5.2: at or above 500 heavier is preferred, at or below 400 lighter.
int weight_distance(int wanted, int found) {
  const int difference = found - wanted;
  const bool wrong_side = wanted > 500 ? difference < 0 : difference > 0;
  return std::abs(difference) * 2 + (wrong_side ? 1 : 0);
}

}  // namespace

struct FontLibrary::Impl {
  FontsFile file;
  FcConfig* config = nullptr;
  std::mutex mutex;
  std::map<FontRequest, std::vector<FontId>> resolved;
  std::map<std::tuple<std::string, int, int>, FontId> ids;  // (path, face index, share of the size if for Latin only)
  std::map<std::string, std::vector<Face>> families;
  std::deque<std::shared_ptr<const Font>> fonts;
  std::deque<int> latin_sizes;  // of the fonts

  ~Impl() {
    if (config) FcConfigDestroy(config);
  }

  const std::vector<Face>& faces(const std::string& family) {
    const auto known = families.find(family);
    if (known != families.end()) return known->second;
    std::vector<Face>& list = families[family];
    FcPattern* pattern = FcPatternCreate();
    FcPatternAddString(pattern, FC_FAMILY, reinterpret_cast<const FcChar8*>(family.c_str()));
    FcPatternAddBool(pattern, FC_SCALABLE, FcTrue);
    FcPatternAddBool(pattern, FC_VARIABLE, FcFalse);
    FcObjectSet* objects = FcObjectSetBuild(FC_FILE, FC_INDEX, FC_WEIGHT, FC_SLANT, nullptr);
    FcFontSet* set = FcFontList(config, pattern, objects);
    for (int i = 0; set && i < set->nfont; ++i) {
      FcChar8* path = nullptr;
      Face face;
      int slant = FC_SLANT_ROMAN;
      if (FcPatternGetString(set->fonts[i], FC_FILE, 0, &path) != FcResultMatch) continue;
      FcPatternGetInteger(set->fonts[i], FC_INDEX, 0, &face.index);
      FcPatternGetInteger(set->fonts[i], FC_SLANT, 0, &slant);
      face.path = reinterpret_cast<const char*>(path);
      face.weight = css_weight(set->fonts[i]);
      face.italic = slant != FC_SLANT_ROMAN;
      list.push_back(std::move(face));
    }
    if (set) FcFontSetDestroy(set);
    FcObjectSetDestroy(objects);
    FcPatternDestroy(pattern);
    // fontconfig's order follows the file system.
    std::sort(list.begin(), list.end(), [](const Face& a, const Face& b) {
      return std::tie(a.weight, a.italic, a.path, a.index) < std::tie(b.weight, b.italic, b.path, b.index);
    });
    return list;
  }

  void add_family(const std::string& family, const FontRequest& request, std::vector<FontId>& out, int latin_size = 0) {
    const std::vector<Face>& list = faces(family);
    const auto best = std::min_element(list.begin(), list.end(), [&](const Face& a, const Face& b) {
      const auto rank = [&](const Face& f) {
        return std::pair((f.italic == request.italic ? 0 : 10000) + weight_distance(request.weight, f.weight), f.path);
      };
      return rank(a) < rank(b);
    });
    if (best == list.end()) return;
    const auto key = std::tuple(best->path, best->index, latin_size);
    auto known = ids.find(key);
    if (known == ids.end()) {
      auto font = Font::load(best->path, static_cast<unsigned>(best->index));
      if (!font) return;
      fonts.push_back(std::move(font));
      latin_sizes.push_back(latin_size);
      known = ids.emplace(key, static_cast<FontId>(fonts.size() - 1)).first;
    }
    if (std::find(out.begin(), out.end(), known->second) == out.end()) out.push_back(known->second);
  }
};

FontLibrary::FontLibrary(const std::filesystem::path& folder, source::SourceSet& sources,
                         source::Diagnostics& diagnostics)
    : impl_(std::make_unique<Impl>()) {
  const std::filesystem::path path = folder / "fonts.yaml";
  if (auto text = base::read_file(path)) {
    impl_->file = read_fonts_file(sources.add(path.string(), std::move(*text)), diagnostics);
  } else {
    diagnostics.report("file.unreadable", {}, {path.string(), "64 MiB"});
  }
  impl_->config = FcInitLoadConfigAndFonts();
  if (impl_->config) FcConfigAppFontAddDir(impl_->config, reinterpret_cast<const FcChar8*>(folder.c_str()));
}

FontLibrary::~FontLibrary() = default;

const std::vector<FontId>& FontLibrary::resolve(const FontRequest& request) {
  const std::lock_guard lock(impl_->mutex);
  const auto known = impl_->resolved.find(request);
  if (known != impl_->resolved.end()) return known->second;
  std::vector<FontId> list;
  for (const std::string& name : request.families) {
    if (const auto* role = impl_->file.families(name, request.language)) {
      if (const auto latin = impl_->file.latin.find(name); latin != impl_->file.latin.end()) {
        for (const std::string& family : latin->second.families) {
          impl_->add_family(family, request, list, latin->second.size);
        }
      }
      for (const std::string& family : *role) impl_->add_family(family, request, list);
    } else {
      impl_->add_family(name, request, list);
    }
  }
  if (const auto* serif = impl_->file.families("serif", request.language)) {
    for (const std::string& family : *serif) impl_->add_family(family, request, list);
  }
  for (const std::string& family : impl_->file.fallback) impl_->add_family(family, request, list);
  return impl_->resolved.emplace(request, std::move(list)).first->second;
}

const Font& FontLibrary::font(FontId id) const {
  const std::lock_guard lock(impl_->mutex);
  return *impl_->fonts.at(id);
}

int FontLibrary::latin_size(FontId id) const {
  const std::lock_guard lock(impl_->mutex);
  return impl_->latin_sizes.at(id);
}

Length FontLibrary::size_of(FontId id, Length size) const {
  const int share = latin_size(id);
  return share == 0 ? size : size.scaled(share, 1000);
}

size_t FontLibrary::size() const {
  const std::lock_guard lock(impl_->mutex);
  return impl_->fonts.size();
}

}  // namespace huozi::text
