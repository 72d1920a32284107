#include "text/cff.h"

#include <optional>

namespace huozi::text {
namespace {

// Big endian; reading beyond the end gives 0.
uint32_t number_at(std::string_view bytes, size_t offset, size_t size) {
  if (size > bytes.size() || offset > bytes.size() - size) return 0;
  uint32_t value = 0;
  for (size_t i = 0; i < size; ++i) value = value << 8 | static_cast<unsigned char>(bytes[offset + i]);
  return value;
}

// Where an INDEX ends (TN 5176, 5), and its first entry.
struct Index {
  size_t end = 0;
  std::string_view first;
};

std::optional<Index> read_index(std::string_view cff, size_t offset) {
  const uint32_t count = number_at(cff, offset, 2);
  if (count == 0) return Index{offset + 2, {}};
  const uint32_t width = number_at(cff, offset + 2, 1);
  if (width < 1 || width > 4) return std::nullopt;
  const size_t offsets = offset + 3;
  const size_t base = offsets + (size_t{count} + 1) * width - 1;  // entries count from 1
  const size_t begin = base + number_at(cff, offsets, width);
  const size_t end = base + number_at(cff, offsets + width, width);
  if (begin > end || end > cff.size()) return std::nullopt;
  return Index{base + number_at(cff, offsets + size_t{count} * width, width), cff.substr(begin, end - begin)};
}

struct TopDict {
  bool ros = false;
  uint32_t charset = 0;
};

// Operands and operators (TN 5176, 4); only integers matter here.
TopDict read_top_dict(std::string_view dict) {
  constexpr uint32_t kRos = 12 << 8 | 30, kCharset = 15;
  TopDict top;
  uint32_t operand = 0;
  for (size_t i = 0; i < dict.size();) {
    const uint32_t byte = number_at(dict, i, 1);
    if (byte <= 21) {
      const uint32_t operation = byte == 12 ? byte << 8 | number_at(dict, i + 1, 1) : byte;
      if (operation == kRos) top.ros = true;
      if (operation == kCharset) top.charset = operand;
      i += byte == 12 ? 2 : 1;
    } else if (byte == 28) {
      operand = number_at(dict, i + 1, 2);
      i += 3;
    } else if (byte == 29) {
      operand = number_at(dict, i + 1, 4);
      i += 5;
    } else if (byte == 30) {  // a real: nibbles up to one that is 15
      do {
        ++i;
      } while (i < dict.size() && (number_at(dict, i, 1) & 0xF) != 0xF && number_at(dict, i, 1) >> 4 != 0xF);
      ++i;
    } else if (byte >= 247 && byte <= 254) {
      operand = (byte < 251 ? byte - 247 : byte - 251) * 256 + number_at(dict, i + 1, 1) + 108;
      i += 2;
    } else {
      operand = byte >= 139 ? byte - 139 : 0;
      i += 1;
    }
  }
  return top;
}

// TN 5176, 13. Glyph 0 is CID 0 and not written.
std::vector<uint16_t> read_charset(std::string_view cff, uint32_t offset, unsigned glyph_count) {
  std::vector<uint16_t> cids{0};
  const uint32_t format = number_at(cff, offset, 1);
  size_t i = size_t{offset} + 1;
  if (format == 0) {
    for (; cids.size() < glyph_count && i + 2 <= cff.size(); i += 2) {
      cids.push_back(static_cast<uint16_t>(number_at(cff, i, 2)));
    }
    return cids;
  }
  const size_t left_size = format == 1 ? 1 : 2;
  for (; cids.size() < glyph_count && i + 2 + left_size <= cff.size(); i += 2 + left_size) {
    const uint32_t first = number_at(cff, i, 2), left = number_at(cff, i + 2, left_size);
    for (uint32_t k = 0; k <= left && cids.size() < glyph_count; ++k) cids.push_back(static_cast<uint16_t>(first + k));
  }
  return cids;
}

}  // namespace

CffFacts read_cff_facts(std::string_view table, unsigned glyph_count) {
  CffFacts facts;
  const auto names = read_index(table, number_at(table, 2, 1));
  const auto dicts = names ? read_index(table, names->end) : std::nullopt;
  if (!dicts) return facts;
  const TopDict top = read_top_dict(dicts->first);
  facts.cid_keyed = top.ros;
  if (!top.ros || top.charset <= 2) return facts;  // 0..2 are predefined, not for CID-keyed fonts
  std::vector<uint16_t> cids = read_charset(table, top.charset, glyph_count);
  for (size_t glyph = 0; glyph < cids.size(); ++glyph) {
    if (cids[glyph] != glyph) {
      cids.resize(glyph_count);
      facts.cids = std::move(cids);
      break;
    }
  }
  return facts;
}

}  // namespace huozi::text
