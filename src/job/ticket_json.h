// The facts of a job as JSON, for the programs of a print shop. Every key is always there; the manual lists them.
// Not here: the same for people (ticket_page).
#pragma once

#include <string>

#include "job/facts.h"

namespace huozi::job {

// UTF-8, ends with a line feed. The same facts, the same bytes.
std::string ticket_json(const Facts& facts);

}  // namespace huozi::job
