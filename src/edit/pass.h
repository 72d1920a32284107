// What every pass is given, and the passes themselves. Inside edit/ only.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "edit/clean.h"

namespace huozi::edit {

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

void tidy(Pass& pass);                 // joins split inlines, trims blanks, drops empty paragraphs
void remove_noise(Pass& pass);         // paragraphs that are no part of the article
void clean_images(Pass& pass);         // alternative texts of web pages' buttons; remote images
void make_figures(Pass& pass);         // pictures, their captions and credits
void find_headings(Pass& pass);        // lines that stand as headings
void level_headings(Pass& pass);       // 2 first, no level skipped
void attach_attributions(Pass& pass);  // ——lines under quotations
void convert_quotes(Pass& pass);       // straight quotation marks

}  // namespace huozi::edit
