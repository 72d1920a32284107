// The standards a file may claim to keep, and what of each stands in its metadata. Not here: the clauses
// (conformance), how pages are written.
#pragma once

#include <string_view>

namespace huozi::pdf {

// x4: ISO 15930-7 PDF/X-4. x1a: ISO 15930-1 PDF/X-1a:2001. archive: ISO 19005-2 PDF/A-2u.
// accessible: that, and ISO 14289-1 PDF/UA-1.
enum class Standard { none, x4, x1a, archive, accessible };

// The version in the file's header, in tenths: 17 is PDF 1.7.
constexpr int version_of(Standard standard) {
  return standard == Standard::x4 ? 16 : standard == Standard::x1a ? 13 : 17;
}

constexpr bool is_press(Standard standard) {
  return standard == Standard::x4 || standard == Standard::x1a;
}

constexpr bool is_archive(Standard standard) {
  return standard == Standard::archive || standard == Standard::accessible;
}

// /GTS_PDFXVersion; empty for others.
constexpr std::string_view pdfx_version(Standard standard) {
  return standard == Standard::x4 ? "PDF/X-4" : standard == Standard::x1a ? "PDF/X-1:2001" : "";
}

// As people call it.
constexpr std::string_view title_of(Standard standard) {
  switch (standard) {
    case Standard::none:
      return "";
    case Standard::x4:
      return "PDF/X-4";
    case Standard::x1a:
      return "PDF/X-1a";
    case Standard::archive:
      return "PDF/A-2u";
    case Standard::accessible:
      return "PDF/A-2u and PDF/UA-1";
  }
  return "";
}

}  // namespace huozi::pdf
