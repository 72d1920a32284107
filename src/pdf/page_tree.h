// The page tree (ISO 32000-1, 7.7.3), balanced so that a reader finds any page of a thick book in a few steps.
#pragma once

#include <vector>

#include "pdf/object_file.h"

namespace huozi::pdf {

// Sets the tree's nodes, `root` among them, and returns each page's parent. Pages themselves are the caller's.
std::vector<Ref> add_page_tree(ObjectFile& file, Ref root, const std::vector<Ref>& pages);

}  // namespace huozi::pdf
