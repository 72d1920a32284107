// A PDF file being written: numbered objects, streams, cross-references. With object_streams the only code that
// writes with PoDoFo; foreign_objects and placed_pages read with it. Not here: what the objects mean (write_pdf and its
// neighbours).
#pragma once

#include <memory>
#include <string>
#include <string_view>

#include "pdf/value.h"

namespace huozi::pdf {

// Object numbers follow the order of alloc(). The same calls give the same bytes, /ID included: it is made from the
// contents. Not thread safe.
class ObjectFile {
 public:
  ObjectFile();
  ~ObjectFile();
  ObjectFile(const ObjectFile&) = delete;
  ObjectFile& operator=(const ObjectFile&) = delete;

  Ref alloc();
  // Each number is set once.
  void set(Ref ref, const Val& value);
  Ref add(const Val& value);
  enum class Data { plain, deflated };  // deflated: the bytes are zlib's already
  void stream(Ref ref, const Dict& dict, std::string_view bytes, Data data);

  // table: every object by itself, with a table of where; what any device reads. streams: objects packed (PDF 1.5).
  enum class Frame { table, streams };
  // The file as PDF `version` (in tenths: 17). To be called once, last. `info` is the document information dictionary.
  // ERRORS: std::logic_error when an allocated number was never set; std::runtime_error when PoDoFo fails.
  std::string save(Ref catalog, const Dict& info, int version, Frame frame);

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace huozi::pdf
