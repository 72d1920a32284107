// What a book says that no article and no key of book.yaml says: the report lists it, so that every word has its
// origin. Not here: what outputs add by themselves (epub/ lists its own), numbers of headings and captions (style/).
#pragma once

#include "document/audit.h"
#include "document/book.h"

namespace huozi {

// The text of each section huozi makes (contents, 引文出处 ...), by its name, and words in place of missing pictures.
void list_generated(const document::Book& book, document::Audit& audit);

}  // namespace huozi
