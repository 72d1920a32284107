// What the address of a picture tells before anybody fetches it: through whom it is fetched, whether it is a picture of
// anything, and which addresses are the same picture. The hosts and endings that tell so are tables.
// Not here: files (image/), which of an element's addresses counts (parse/).
#pragma once

#include <string>
#include <string_view>

namespace huozi::edit {

// The whole address behind wrappers that only fetch for others: https://host/?http://…, or ?url=… of the services that
// are known. `address` itself when it is no wrapper, or more than 3 of them.
std::string direct_image(std::string_view address);

// A picture at random, or a grey box, of a service of such: nothing of the article.
bool is_filler_picture(std::string_view address);

// Equal for addresses of one picture: without wrapper, scheme, sizes and qualities asked of the server.
std::string image_identity(std::string_view address);

enum class ImageFault { none, other_kind, no_dot };
struct ImageCheck {
  ImageFault fault = ImageFault::none;
  std::string better;  // no_dot: the address with the dot
};
// other_kind: a page, a film, a folder; no_dot: .jpg without its dot. Only web addresses are judged.
ImageCheck check_image_address(std::string_view address);

}  // namespace huozi::edit
