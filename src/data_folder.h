// Where the shipped data (styles/, fonts/) lies. Not here: reading it.
#pragma once

#include <filesystem>

namespace huozi {

// `share/huozi` beside an installed binary, otherwise the source tree the binary was built from.
std::filesystem::path data_folder();

}  // namespace huozi
