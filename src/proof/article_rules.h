// The rules of proofreading over a whole article, and over all articles of a book. Each says nothing where it is not
// sure. Not here: rules over one stretch of text (rules). Inside proof/ only.
#pragma once

#include <vector>

#include "proof/proofread.h"
#include "proof/rules.h"

namespace huozi::proof {

// S01 numbers of headings and of paragraphs: gaps, numbers given twice, and 一、 below （一）.
void check_sequence(const Article& article, Findings& out);

// S02 numbers of figures and tables: gaps, numbers given twice, references to what is not there. `texts`: of each
// article; findings likewise.
void check_captions(const std::vector<Article>& articles, const std::vector<std::vector<Stretch>>& texts,
                    std::vector<Findings>& out);

// S03 sources later than the article that cites them.
void check_source_dates(const document::Document& document, Findings& out);

// S04 one source of one day worded in two ways. Findings of each.
void check_sources(const std::vector<Article>& articles, std::vector<Findings>& out);

}  // namespace huozi::proof
