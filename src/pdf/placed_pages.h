// Pages of a finished PDF file, read to be placed on the sheets of another as form XObjects (ISO 32000-1, 8.10).
// Not here: where they are placed (impose/), the file they go into (write_imposed). Links, tags and outline stay
// behind.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "document/book.h"
#include "pdf/object_file.h"
#include "pdf/standard.h"
#include "source/diagnostic.h"

namespace huozi::pdf {

using base::Length;

struct Box {
  Length left, bottom, right, top;
};

// In the page's own coordinates, before it is turned.
struct PageBoxes {
  Box trim;
  Box bleed;              // around trim, or trim itself
  int quarter_turns = 0;  // clockwise, 0..3: how it is shown

  Length width() const { return quarter_turns % 2 == 0 ? trim.right - trim.left : trim.top - trim.bottom; }
  Length height() const { return quarter_turns % 2 == 0 ? trim.top - trim.bottom : trim.right - trim.left; }
};

// What the file says of itself.
struct PlacedFacts {
  document::BookMetadata metadata;     // title, one creator, description, subjects; as far as they are there
  std::optional<int64_t> date;         // seconds since 1970 UTC
  Standard standard = Standard::none;  // x4 or x1a when it claims one of them
  bool opens_right = false;            // its viewer is told that it reads from right to left
};

class PlacedPages {
 public:
  // REQUIRES: `bytes` outlives this. `name` is for messages.
  // ERRORS: null, and impose.not-pdf, impose.damaged, impose.encrypted, impose.no-pages or impose.too-many reported;
  // impose.annotations for what is on pages and stays behind.
  static std::unique_ptr<PlacedPages> read(const std::string& bytes, const std::string& name,
                                           source::Diagnostics& diagnostics);
  ~PlacedPages();
  PlacedPages(const PlacedPages&) = delete;
  PlacedPages& operator=(const PlacedPages&) = delete;

  const std::vector<PageBoxes>& pages() const;
  const PlacedFacts& facts() const;

  // All that follows goes into `file`: to be called first, once.
  void begin(ObjectFile& file);
  // A form XObject that shows what lies in `clip` of the page, in the page's coordinates. What several pages share is
  // copied once.
  // ERRORS: nothing, and impose.damaged reported, when the page cannot be read.
  std::optional<Ref> add(size_t page, const Box& clip, source::Diagnostics& diagnostics);
  // Copies all that was named and not yet copied, and adds to the catalog what the pages need there: the output intents
  // of PDF/X and optional contents.
  // ERRORS: as above.
  bool finish(Dict& catalog, source::Diagnostics& diagnostics);

 private:
  struct Impl;
  explicit PlacedPages(std::unique_ptr<Impl> impl);
  std::unique_ptr<Impl> impl_;
};

}  // namespace huozi::pdf
