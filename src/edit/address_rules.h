// What the address of a link tells of it: that it only passes on, advertises, or searches for its own words. The hosts,
// paths and keys that tell so are the tables of address_rules.cpp.
// Not here: pictures (image_address), where in a text the link stands (links). Inside edit/ only.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace huozi::edit {

// Where a page that only passes on leads to in the end. None: it is no such page, it is passed on more than 4 times, or
// what it names is no whole web address. `address` may be a path within a site, from its first /.
std::optional<std::string> redirect_target(std::string_view address);

// Pages that pay for being linked to.
bool is_advertising(std::string_view address);

// A search, or the list of articles that have a tag.
bool is_list(std::string_view address);
// A search for, or the list of articles about, the very words of the link.
bool is_list_of(std::string_view address, std::string_view words);

// A class that content systems give to the links they put into others' words.
bool marks_injected_link(std::string_view class_name);

}  // namespace huozi::edit
