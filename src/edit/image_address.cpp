#include "edit/image_address.h"

#include <algorithm>
#include <array>

#include "edit/address.h"

namespace huozi::edit {
namespace {

constexpr int kMostWrappers = 3;

constexpr std::array<std::string_view, 5> kFillers = {"picsum.photos", "source.unsplash.com", "placehold.co",
                                                      "via.placeholder.com", "loremflickr.com"};

// Services that fetch pictures for others, with the address as a parameter. A query that is nothing but an address
// needs no row.
constexpr std::array<std::string_view, 3> kFetchers = {"weserv.nl", "wsrv.nl", "imageproxy.pimg.tw"};

constexpr std::array<std::string_view, 8> kEndings = {"jpg", "jpeg", "png", "gif", "webp", "bmp", "avif", "svg"};
constexpr std::array<std::string_view, 13> kOtherKinds = {"html", "htm", "shtml", "xhtml", "pdf", "mp4", "mp3",
                                                          "m3u8", "flv", "js",    "css",   "zip", "docx"};

// What is asked of a server about a picture: sizes, qualities, formats, and numbers against old copies.
constexpr std::array<std::string_view, 17> kAskedOfServer = {
    "w",   "h",    "width",         "height",          "q",  "quality", "v",   "ver", "version",
    "fit", "auto", "x-oss-process", "x-image-process", "tp", "crop",    "dpr", "size"};
constexpr std::array<std::string_view, 4> kOperations = {"imageview", "imagemogr", "imageslim", "watermark"};

template <typename Table>
bool holds(const Table& table, std::string_view word) {
  return std::find(table.begin(), table.end(), word) != table.end();
}

bool is_web_address(std::string_view text) {
  const std::string start = lower(text.substr(0, 8));
  return start.starts_with("http://") || start.starts_with("https://");
}

std::string_view last_segment(std::string_view path) {
  const size_t slash = path.rfind('/');
  return slash == std::string_view::npos ? std::string_view() : path.substr(slash + 1);
}

std::string ending(std::string_view segment) {
  const size_t dot = segment.rfind('.');
  return dot == std::string_view::npos ? std::string() : lower(segment.substr(dot + 1));
}

// Nothing in the query says which picture is meant.
bool asks_server_only(std::string_view query) {
  const std::string all = lower(query);
  if (std::any_of(kOperations.begin(), kOperations.end(),
                  [&](std::string_view operation) { return all.starts_with(operation); })) {
    return true;
  }
  const auto asked = parameters(query);
  return std::all_of(asked.begin(), asked.end(),
                     [](const Parameter& parameter) { return holds(kAskedOfServer, lower(parameter.key)); });
}

// The path up to its ending: `a.jpg!cmspl` and `a.jpg@100w` ask for a form of a.jpg.
std::string_view without_form(std::string_view path) {
  const std::string_view segment = last_segment(path);
  const size_t mark = segment.find_first_of("!@");
  if (mark == std::string_view::npos || !holds(kEndings, ending(segment.substr(0, mark)))) return path;
  return path.substr(0, path.size() - segment.size() + mark);
}

std::optional<std::string> unwrapped_once(std::string_view text) {
  const auto address = read_address(text);
  if (!address || address->query.empty()) return std::nullopt;
  const auto inner = [](std::string_view wrapped) -> std::optional<std::string> {
    std::string plain = is_web_address(wrapped) ? std::string(wrapped) : percent_decoded(wrapped);
    const bool clean =
        std::all_of(plain.begin(), plain.end(), [](char c) { return static_cast<unsigned char>(c) > ' '; });
    if (!is_web_address(plain) || !clean || !read_address(plain)) return std::nullopt;
    return plain;
  };
  if (auto whole = inner(address->query)) return whole;
  const bool fetches = std::any_of(kFetchers.begin(), kFetchers.end(),
                                   [&](std::string_view host) { return is_host(address->host, host); });
  if (!fetches) return std::nullopt;
  for (const Parameter& parameter : parameters(address->query)) {
    if (parameter.key != "url" && parameter.key != "src") continue;
    if (auto found = inner(parameter.value)) return found;
    std::string hostless = percent_decoded(parameter.value);  // images.weserv.nl/?url=example.com/a.jpg
    if (hostless.find('.') < hostless.find('/')) return inner("https://" + hostless);
  }
  return std::nullopt;
}

}  // namespace

std::string direct_image(std::string_view address) {
  std::string out(address);
  for (int i = 0; i < kMostWrappers; ++i) {
    auto inner = unwrapped_once(out);
    if (!inner) return out;
    out = std::move(*inner);
  }
  return unwrapped_once(out) ? std::string(address) : out;
}

bool is_filler_picture(std::string_view text) {
  const auto address = read_address(text);
  return address && std::any_of(kFillers.begin(), kFillers.end(),
                                [&](std::string_view host) { return is_host(address->host, host); });
}

std::string image_identity(std::string_view written) {
  const std::string text = direct_image(written);
  const auto address = read_address(text);
  if (!address) return text;
  std::string out = "//" + lower(address->host) + std::string(without_form(address->path));
  const bool picture = holds(kEndings, ending(last_segment(without_form(address->path))));
  if (!address->query.empty() && !(picture && asks_server_only(address->query)))
    out += "?" + std::string(address->query);
  return out;
}

ImageCheck check_image_address(std::string_view text) {
  const auto address = read_address(text);
  if (!address) return {};
  const std::string_view segment = last_segment(address->path);
  if (segment.empty() && address->query.empty()) return {ImageFault::other_kind, {}};
  const std::string kind = ending(segment);
  if (holds(kOtherKinds, kind)) return {ImageFault::other_kind, {}};
  if (!kind.empty()) return {};
  const std::string name = lower(segment);
  for (const std::string_view wanted : kEndings) {
    if (!name.ends_with(wanted) || name.size() < wanted.size() + 4) continue;
    const size_t at = static_cast<size_t>(segment.data() - text.data()) + segment.size() - wanted.size();
    return {ImageFault::no_dot, std::string(text.substr(0, at)) + "." + std::string(text.substr(at))};
  }
  return {};
}

}  // namespace huozi::edit
