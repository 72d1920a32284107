#include "desk/corrected_file.h"

#include "base/file.h"

namespace huozi::desk {
namespace fs = std::filesystem;

namespace {

constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";

}  // namespace

CorrectedFile corrected_file(const fs::path& folder, const std::string& path, const source::SourceFile& source,
                             std::vector<proof::Fix> fixes) {
  CorrectedFile out{folder, path, {}, {}, {}, {}, Refusal::none};
  const auto place = base::path_inside(folder, path);
  auto bytes = place ? base::read_file(*place) : std::nullopt;
  if (!place) out.refused = Refusal::outside;
  if (place && !bytes) out.refused = Refusal::changed;
  if (!bytes) return out;
  out.before = std::move(*bytes);
  // Source files are kept without the mark, and their offsets count without it.
  const size_t mark = out.before.starts_with(kByteOrderMark) ? kByteOrderMark.size() : 0;
  const std::string_view text = std::string_view(out.before).substr(mark);
  if (text != source.text()) {
    out.refused = Refusal::changed;
    return out;
  }
  Corrected corrected = correct(text, std::move(fixes));
  out.after = out.before.substr(0, mark) + corrected.text;
  for (proof::Fix& fix : corrected.made) {
    fix.span.begin += static_cast<uint32_t>(mark);
    fix.span.end += static_cast<uint32_t>(mark);
    out.made.push_back(std::move(fix));
  }
  out.left = std::move(corrected.left);
  return out;
}

Refusal replace(const CorrectedFile& file) {
  const auto place = base::path_inside(file.folder, file.path);
  if (!place) return Refusal::outside;
  std::error_code error;
  const fs::perms permissions = fs::status(*place, error).permissions();
  if (error || base::read_file(*place) != file.before) return Refusal::changed;
  if ((permissions & fs::perms::owner_write) == fs::perms::none) return Refusal::read_only;
  base::write_file_atomically(*place, file.after, base::Permissions::as_before);
  return Refusal::none;
}

}  // namespace huozi::desk
