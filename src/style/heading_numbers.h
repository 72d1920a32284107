// The numbers of parts, chapters, headings, figures and tables: what the counters in the `content` of h1::before ...
// h6::before, figcaption::before and caption::before say there, made text of the book once, in print's cascade, for
// every output. No page is known.
// Not here: what a number looks like (layout/block_setter, style/epub_sheet), notes' numbers (style/note_numbers).
#pragma once

#include "document/audit.h"
#include "document/book.h"
#include "source/diagnostic.h"
#include "style/stylesheet.h"

namespace huozi::style {

// Whether `content` of a heading's ::before is a number: it counts something.
bool is_number(const Content& content);

// Sets the `number` of sections, headings, figures and tables. Counted are sections, their titles and headings, in
// reading order; front and back matter only where the `section` itself counts something. Nothing is counted or numbered
// from a section or heading with the class `unnumbered` to the end of what stands below it. A heading that begins with
// a number of its own keeps that one, and counting goes on from it (heading.own-number, once). What is longer than 400
// bytes is no number. Figures and tables are numbered where they have a caption, unless they are `unnumbered` or it
// begins with a number (caption.own-number, once); those in tables and notes are not.
void number_headings(document::Book& book, const Cascade& print, document::Audit& audit,
                     source::Diagnostics& diagnostics);

}  // namespace huozi::style
