// Documents by hand, tersely: document_of({p("……"), h(2, "……")}).
// Not here: parsing; the source a Sample holds is only the words one after the other, so that spans are exact.
#pragma once

#include <initializer_list>
#include <string>
#include <string_view>
#include <vector>

#include "document/audit.h"
#include "document/book.h"

namespace huozi::test {

using document::Block;
using document::Blocks;
using document::Inline;
using document::Inlines;

// Text, so that a string can stand wherever inlines are wanted.
struct Words : Inlines {
  Words(const char* text);
  Words(std::initializer_list<Inline> nodes) : Inlines(nodes) {}
};

Inline t(std::string text);
Inline styled(document::StyledKind kind, Words children);
Inline strong(Words children);
Inline code(Words children);
Inline span(Words children, std::vector<std::pair<std::string, std::string>> values = {});
Inline a(std::string target, Words children);
Inline img(std::string source, std::string alternative = {}, std::string title = {});
Inline br();
Inline note(Blocks blocks);
Inline ruby(std::string base, std::string text);

Block p(Words children);
Block h(int level, Words children);
Block quote(Blocks children);
Block list(std::vector<Blocks> items);
Block table(std::vector<std::vector<std::string>> rows);
Block division(std::string class_name, Blocks children);
Block figure(Blocks children, Words caption = {}, Words credit = {});
Block centred(Block block);
Block with_class(Block block, std::string class_name);

struct Sample {
  document::Document document;
  std::string source;  // file 0: visible_text of the document as it was built
};

// Ids and spans in reading order; every Text's and Image's span holds its words.
Sample document_of(Blocks blocks);

// Every word of the document that can reach an output, in reading order: texts, code, ruby, alternative texts, titles.
std::string visible_text(const Blocks& blocks);

// `source` with what each entry removed taken out and what replaced it put in, addresses aside. Entries must stand in
// source order, and what they removed must stand at their span: otherwise the text says so and equals nothing.
std::string replay(std::string_view source, const document::Audit& audit);

// One line a block: "h2 …", "p …", "quotation" with its blocks indented, "figure" ...; notes as {…}, strong as *…*.
std::string outline(const Blocks& blocks);

}  // namespace huozi::test
