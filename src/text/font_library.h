// The font library: families by role, faces found through fonts.yaml, drop-in files and fontconfig, and per-character
// fallback. Not here: shaping (text/shaper).
#pragma once

#include <filesystem>
#include <map>
#include <memory>
#include <mutex>
#include <string>
#include <vector>

#include "source/diagnostic.h"
#include "text/font.h"

namespace huozi::text {

// What a style asks for. Families are CSS names: a generic (serif, sans-serif, kai, fangsong, monospace: roles of
// fonts.yaml) or a family's own name.
struct FontRequest {
  std::vector<std::string> families;
  int weight = 400;
  bool italic = false;
  std::string language;  // BCP 47; chooses the regional family of a role
  friend auto operator<=>(const FontRequest&, const FontRequest&) = default;
};

class FontLibrary {
 public:
  // Reads fonts.yaml from `folder` (reported: fonts.*); drop-in font files of the folder are found by name too.
  FontLibrary(const std::filesystem::path& folder, source::SourceSet& sources, source::Diagnostics& diagnostics);
  ~FontLibrary();

  // The faces a request resolves to, best first, ending with the last-resort fallbacks of fonts.yaml. Never empty
  // unless no font is installed at all. Thread safe; ids do not depend on the order of calls in different threads.
  const std::vector<FontId>& resolve(const FontRequest& request);
  const Font& font(FontId id) const;
  // A face named for Latin text in fonts.yaml: it serves nothing on the square, and is set at its own share of the
  // size. The same file may have another id as an ordinary face.
  bool latin_only(FontId id) const { return latin_size(id) != 0; }
  Length size_of(FontId id, Length size) const;
  size_t size() const;

 private:
  int latin_size(FontId id) const;  // thousandths; 0: an ordinary face

  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace huozi::text
