// The few facts of a `CFF ` table (Adobe TN 5176) that embedding needs. Not a CFF interpreter: outlines are HarfBuzz's.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

namespace huozi::text {

struct CffFacts {
  bool cid_keyed = false;      // the Top DICT has ROS
  std::vector<uint16_t> cids;  // CID-keyed: CID by glyph id; empty: CID = glyph id for every glyph
};

// Damaged tables give what could be read; never more than `glyph_count` CIDs.
CffFacts read_cff_facts(std::string_view table, unsigned glyph_count);

}  // namespace huozi::text
