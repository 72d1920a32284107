// The frame of a file whose small objects stand many together in compressed streams and are found through a
// cross-reference stream (ISO 32000-1, 7.5.7 and 7.5.8). PoDoFo holds and prints every object; it writes no such file.
// Not here: which objects there are (object_file).
#pragma once

#include <string>

namespace PoDoFo {
class PdfDictionary;
class PdfVecObjects;
}  // namespace PoDoFo

namespace huozi::pdf {

// The file as PDF `version` (in tenths, at least 15). The objects that hold the others are added to `objects`.
// `trailer`: what a reader begins with (Root, Info, ID). Nothing is encrypted.
// REQUIRES: the objects are sorted, and their numbers are 1, 2 ... without a gap. ERRORS: PoDoFo::PdfError.
std::string write_with_object_streams(PoDoFo::PdfVecObjects& objects, const PoDoFo::PdfDictionary& trailer,
                                      int version);

}  // namespace huozi::pdf
