// The job ticket (印刷工单) of a print edition's files: NAME.job.json, and the same as a page, NAME.job.pdf.
// Not here: the ticket's form (job/), the files it tells of.
#pragma once

#include <vector>

#include "print_edition.h"
#include "source/diagnostic.h"
#include "source/source_file.h"

namespace huozi {

// `files`: all that the build writes; those for the press are told of. Nothing when there is none among them.
std::vector<OutputFile> make_job_ticket(const PrintEdition& edition, const std::vector<OutputFile>& files,
                                        source::SourceSet& sources, source::Diagnostics& diagnostics);

}  // namespace huozi
