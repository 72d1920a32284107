// The stylesheet: CSS files parsed once, consulted by both outputs. The subset is documented in styles/README.md,
// property by property, from the table in style/property.
#pragma once

#include <functional>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "document/element.h"
#include "document/node.h"
#include "source/diagnostic.h"
#include "style/computed_style.h"

namespace huozi::style {

struct StylesheetData;  // rules and declarations; style/ only
class CascadeIndex;     // rules by name; style/ only

class Stylesheet {
 public:
  Stylesheet();
  // The sheets of a list, later ones winning.
  void append(const Stylesheet& later);
  const StylesheetData& data() const { return *data_; }
  explicit Stylesheet(std::shared_ptr<const StylesheetData> data) : data_(std::move(data)) {}

 private:
  std::shared_ptr<const StylesheetData> data_;
};

// What `@import "name"` in a sheet leads to; null: nothing (reported here as style.import-missing).
using FindImport = std::function<const source::SourceFile*(const source::SourceFile& from, std::string_view name)>;

// Never fails: what cannot be read is reported (style.*) and skipped, as CSS error recovery asks. Imports are at most
// 8 deep and 32 in all; without `find` none is found.
Stylesheet read_stylesheet(const source::SourceFile& file, source::Diagnostics& diagnostics,
                           const FindImport& find = {});

enum class Medium { print, epub };

// An element as selectors see it. Pointers live as long as the caller's walk.
struct ElementRef {
  std::string_view name;  // "p"; "body" and "html" are the roots
  std::vector<std::string_view> classes;
  std::string_view id;
  std::string_view lang;
  bool first_child = false;
  bool last_child = false;
  int index = 1;  // 1-based among its siblings (:nth-child)
  const ElementRef* parent = nullptr;
};

ElementRef make_ref(const document::Element& element, const document::Attributes& attributes, const ElementRef* parent,
                    int index, int siblings);

// A piece of the book in `body`, in its own language or the book's.
ElementRef section_ref(const document::Book& book, size_t section_index);

// Applies one stylesheet for one medium. Thread safe once made. Results do not depend on what was asked before.
class Cascade {
 public:
  Cascade(Stylesheet sheet, Medium medium);

  // The style of `html`, from which everything inherits.
  const ComputedStyle& root() const { return root_; }
  // The style of `body`, and `body` itself (its parent is `html`): where a walk over sections begins.
  const ComputedStyle& body() const { return body_; }
  static const ElementRef& body_element();

  ComputedStyle style(const ElementRef& element, const ComputedStyle& parent) const;
  // "footnote-call", "footnote-marker", "marker", "before", "after", "first-letter"; `parent` is the element's style.
  ComputedStyle pseudo_style(const ElementRef& element, std::string_view pseudo, const ComputedStyle& parent) const;

  struct PageContext {
    std::string_view name;  // named page; empty: none
    bool first = false, left = false, right = false, blank = false;
    bool plate = false;  // a -huozi-plate stands on it
  };
  PageStyle page_style(const PageContext& context) const;

  // The representation of `value` in a counter style ("①", "iv", "一百二十"): predefined ones of CSS Counter Styles 3
  // and the sheet's @counter-style rules.
  std::string counter_text(std::string_view counter_style, int64_t value) const;
  // With the style's prefix and suffix, as a list's marker: "1. ", "一、", "• ".
  std::string marker_text(std::string_view counter_style, int64_t value) const;

 private:
  std::shared_ptr<const CascadeIndex> index_;
  ComputedStyle root_;
  ComputedStyle body_;
};

// The sheet as EPUB's style.css: without @page, @media print and print-only properties, with the -epub- and -webkit-
// twins old readers need, without conditions (@media, @supports), which make some drop a sheet; @counter-style stands
// last. Relative units are printed as the author wrote them. `language`: of the book; its fonts are named. Ends with a
// line feed.
std::string print_for_epub(const Stylesheet& sheet, std::string_view language = {});

}  // namespace huozi::style
