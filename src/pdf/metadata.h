// The file's facts, twice as PDF wants them: the information dictionary and the XMP packet (ISO 32000-1, 14.3).
#pragma once

#include <cstdint>
#include <string>

#include "document/book.h"
#include "pdf/standard.h"
#include "pdf/value.h"

namespace huozi::pdf {

struct FileFacts {
  std::string producer;
  int64_t epoch = 0;  // seconds since 1970 UTC; years beyond 0..9999 count as the nearest
  Standard standard = Standard::none;
};

std::string pdf_date(int64_t epoch);  // "D:20240229123456Z"
std::string iso_date(int64_t epoch);  // "2024-02-29T12:34:56Z"

Dict info_dictionary(const document::BookMetadata& book, const FileFacts& facts);

// UTF-8; what XML cannot hold is left out.
std::string xmp_packet(const document::BookMetadata& book, const FileFacts& facts);

}  // namespace huozi::pdf
