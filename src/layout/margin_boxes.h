// Running heads and folios: the sixteen margin boxes of a page (CSS Paged Media 3 §5), filled from its strings and
// counters. Text stands horizontally in all of them.
#pragma once

#include <set>
#include <string>

#include "layout/page.h"
#include "layout/page_geometry.h"
#include "layout/running_strings.h"
#include "source/diagnostic.h"
#include "style/stylesheet.h"
#include "text/shaper.h"

namespace huozi::layout {

class MarginBoxes {
 public:
  struct Context {
    const RunningStrings& strings;  // of this page
    int64_t page_number = 1;
    int64_t page_count = 1;  // counter(pages)
  };

  // A head that is too long for its line is reported once, where its words stand in the book.
  MarginBoxes(const style::Cascade& cascade, text::Shaper& shaper, std::string language,
              source::Diagnostics& diagnostics)
      : cascade_(cascade), shaper_(shaper), language_(std::move(language)), diagnostics_(diagnostics) {}

  void add(Page& page, const style::PageStyle& style, const PageGeometry& geometry, const Context& context);

 private:
  struct Box;
  struct Words {
    std::string text;
    source::Span span;  // of the first string
  };

  Words words_of(const style::Content& content, const Context& context) const;
  void share_measure(std::vector<Box>& boxes, Length measure);
  void place(Page& page, const Box& box, const PageGeometry& geometry);

  const style::Cascade& cascade_;
  text::Shaper& shaper_;
  std::string language_;
  source::Diagnostics& diagnostics_;
  std::set<std::string> reported_;
};

// The counter style of the page's folio: that of the first counter(page) among its boxes; empty if it has none.
std::string folio_style(const style::PageStyle& style);

}  // namespace huozi::layout
