// The facts of a job as a page to be read: 印刷工单, a heading and tables, in the model that layout sets.
// Not here: its look (styles/job.css), whether it fits on a page (the build's to try).
#pragma once

#include <cstddef>

#include "document/book.h"
#include "job/facts.h"

namespace huozi::job {

// How much of what has no bound: entries of each list, characters of each text. What is left out is told, with where it
// all stands: `whole`, the name of the JSON file.
struct TicketRoom {
  size_t entries = 12;
  size_t characters = 120;
};

// One section of role chapter: h1, p.job-title, table.job for the book, then files, fonts and pictures. A fact that the
// book does not state has an empty cell, to be filled in by hand.
document::Book ticket_page(const Facts& facts, const TicketRoom& room, const std::string& whole);

}  // namespace huozi::job
