// NAME.proof.pdf: the print edition's pages on sheets for proofreaders, with what proofreading found. Not here: how a
// sheet looks (layout/proof_sheet), the rules of proofreading (proof/).
#pragma once

#include <string>

#include "print_edition.h"
#include "source/diagnostic.h"

namespace huozi {

// `revision`: of its text. `diagnostics`: those of the build so far; of proofreading's the
// ids are told beside their lines. `faults`: of the file itself; the edition's other PDFs, whose pages these are, have
// the same.
OutputFile make_proof(const PrintEdition& edition, const std::string& revision, const source::Diagnostics& diagnostics,
                      source::Diagnostics& faults);

}  // namespace huozi
