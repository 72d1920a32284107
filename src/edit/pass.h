// What every pass is given, and the passes themselves. Inside edit/ only.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "edit/clean.h"

namespace huozi::edit {

// Decisions of at least this confidence, in percent, are carried out.
constexpr int kTaken = 50;

struct Pass {
  document::Document& document;
  const Options& options;
  source::Diagnostics& diagnostics;
  document::Audit& audit;

  void record(std::string_view rule, source::Span span, std::string removed = {}, std::string replaced_by = {}) {
    audit.entries.push_back({std::string(rule), span, std::move(removed), std::move(replaced_by)});
  }
  // For `huozi check --explain`.
  void decide(std::string_view rule, source::Span span, int confidence, std::string reason) {
    audit.decisions.push_back({std::string(rule), span, confidence, std::move(reason)});
  }
};

// Sequences of blocks in which one block's role depends on its neighbours', inner ones first, so that a pass may
// rebuild each in turn: the article itself and its divisions, save those whose class says what they are (verse,
// signature ...); with `quoted` also quotations and list items.
enum class Flows { article, quoted };
std::vector<document::Blocks*> flows(document::Document& document, Flows which);

// Titles that stand on the first lines of a paragraph get paragraphs of their own; ids of those that are headings
// beyond doubt, by their numbers (01 ...; only when `numbered`). Part of find_headings.
std::vector<document::NodeId> split_titles(document::Blocks& flow, bool numbered, Pass& pass);

void tidy(Pass& pass);                 // joins split inlines, trims blanks, drops empty paragraphs
void clean_links(Pass& pass);          // links that are not the author's; links that only pass on
void remove_page_parts(Pass& pass);    // advertisements and lists of other articles, by their classes
void settle_language(Pass& pass);      // of an article in the script that the book is not in
void report_source_marks(Pass& pass);  // an altered title, a text that is not whole
void remove_noise(Pass& pass);         // paragraphs that are no part of the article
void clean_images(Pass& pass);         // texts of web pages' buttons, addresses of pictures, remote images
void make_figures(Pass& pass);         // pictures, their captions and credits
void tidy_headings(Pass& pass);        // bold headings, headings said twice
void find_imprint_lines(Pass& pass);   // when and where the article appeared
void find_bylines(Pass& pass);         // lines that name the author
void find_headings(Pass& pass);        // lines that stand as headings
void drop_repeated_words(Pass& pass);  // headings that say their words twice
void level_headings(Pass& pass);       // 2 first, no level skipped
void find_verse(Pass& pass);           // short lines of one metre
void find_document_heads(Pass& pass);  // title lines and salutation of a document quoted in full
void find_signatures(Pass& pass);      // names and dates that end a document
void find_table_heads(Pass& pass);     // a first row that names the columns
void find_typed_lists(Pass& pass);     // paragraphs with typed numbers or bullets
void attach_attributions(Pass& pass);  // ——lines under quotations
void convert_quotes(Pass& pass);       // straight quotation marks

}  // namespace huozi::edit
