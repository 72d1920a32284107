// Objects of a PDF file that is read: looked up with bounds, and copied into a file that is written. Not here: what
// they mean (placed_pages). The file is a stranger's: circles, depths and sizes end in Damage.
#pragma once

#include <cstdint>
#include <deque>
#include <map>
#include <optional>
#include <stdexcept>
#include <string>
#include <utility>

#include "pdf/object_file.h"

namespace PoDoFo {
class PdfObject;
class PdfReference;
class PdfVecObjects;
}  // namespace PoDoFo

namespace huozi::pdf {

// What is wrong with a file; its text is only for those who look for the cause.
struct Damage : std::runtime_error {
  using std::runtime_error::runtime_error;
};

constexpr size_t kMostContent = 256u << 20;  // bytes of one stream, stored or unpacked
constexpr int kDeepest = 64;                 // containers in each other, references behind each other

// ERRORS of all that follows: Damage, or PoDoFo's own.
class ForeignObjects {
 public:
  explicit ForeignObjects(const PoDoFo::PdfVecObjects& all) : all_(all) {}

  // What stands behind references; null: nothing.
  const PoDoFo::PdfObject* resolve(const PoDoFo::PdfObject* object) const;
  const PoDoFo::PdfObject* find(const PoDoFo::PdfObject* dictionary, const char* key) const;
  bool is_name(const PoDoFo::PdfObject* object, const char* name) const;
  std::optional<double> number(const PoDoFo::PdfObject* object) const;  // within a million points
  std::string text(const PoDoFo::PdfObject* object) const;              // UTF-8; empty: no text

 private:
  const PoDoFo::PdfVecObjects& all_;
};

// A stream's bytes without and with its filters.
std::string unpacked(const PoDoFo::PdfObject& stream);
std::string as_stored(const PoDoFo::PdfObject& stream);

// Objects under new numbers. Indirect ones wait in a queue, so that only direct ones nest. Keys that lead to tags are
// left out, references to pages are null: those would bring the whole file along.
class ObjectCopier {
 public:
  ObjectCopier(const PoDoFo::PdfVecObjects& all, ObjectFile& file) : all_(all), file_(file) {}

  Val value(const PoDoFo::PdfObject& object, int depth = 0);
  // A reference where the object has a number of its own: what many share stays shared.
  Val shared(const PoDoFo::PdfObject& object);
  void copy_waiting();

 private:
  Dict dictionary(const PoDoFo::PdfObject& object, int depth);
  Val reference(const PoDoFo::PdfReference& old);

  const PoDoFo::PdfVecObjects& all_;
  ObjectFile& file_;
  std::map<std::pair<uint32_t, uint32_t>, Ref> made_;  // by number and generation
  std::deque<std::pair<const PoDoFo::PdfObject*, Ref>> waiting_;
};

}  // namespace huozi::pdf
