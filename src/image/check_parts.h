// The two formats of check.h, one a file. Inside image/ only.
#pragma once

#include "image/check.h"

namespace huozi::image {

Condition check_jpeg(std::string_view file);
Condition check_png(std::string_view file);

}  // namespace huozi::image
