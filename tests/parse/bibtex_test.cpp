#include "parse/bibtex.h"

#include "parse/references.h"
#include "parse/references_reading.h"
#include "parse/tex_text.h"
#include "support/catch.h"

using namespace huozi;
using document::Reference;
using Type = Reference::Type;

namespace {

struct Read : test::References {
  explicit Read(std::string text, const std::string& name = "refs.bib") : References(std::move(text), name) {}
};

// family|given|suffix|whole of each, and + where there are others.
std::string names(const std::string& authors) {
  const Read read("@book{k, author = {" + authors + "}}");
  REQUIRE(read.entries.size() == 1);
  std::string out;
  for (const document::Person& each : read.entries[0].authors.persons) {
    out += each.whole.empty() ? each.family + "|" + each.given + (each.suffix.empty() ? "" : "|" + each.suffix)
                              : each.whole;
    out += ";";
  }
  return out + (read.entries[0].authors.others ? "+" : "");
}

}  // namespace

TEST_CASE("fields in braces, in quotation marks, as numbers and put together", "[bibtex]") {
  const Read read(
      "anything here is a comment, a@b.com too\n"
      "@string{press = \"示例\" # {出版社}}\n"
      "@Book{li2001,\n  Author = {李某 and 王某},\n  TITLE = \"论{茶}\",\n  publisher = press, % remark\n"
      "  year = 2001, month = mar,\n}\n"
      "@comment{@book{no, title = {No}}}\n"
      "@preamble{\"x\"}\n"
      "@article(p1, title = {A}, journal = {B}, year = {1999}, volume = 3, number = {4}, pages = \"1--2\")\n");
  CHECK(read.rules() == "");
  REQUIRE(read.entries.size() == 2);
  const Reference& book = read.entries[0];
  CHECK(book.key == "li2001");
  CHECK(book.type == Type::book);
  CHECK(book.title == "论茶");
  CHECK(book.publisher == "示例出版社");
  CHECK(book.date == "2001-03");
  CHECK(book.authors.persons.size() == 2);
  const Reference& article = read.entries[1];
  CHECK(article.type == Type::journal);
  CHECK(article.container == "B");
  CHECK(article.volume == "3");
  CHECK(article.issue == "4");
  CHECK(article.pages == "1--2");
}

TEST_CASE("TeX's accents and marks are characters", "[bibtex]") {
  using parse::tex_text;
  CHECK(tex_text("G{\\\"o}del, Erd\\H{o}s, Ren\\'e, Fran\\c{c}ois, \\'{\\i}, \\v Z, {\\AA}") ==
        "Gödel, Erdős, René, François, í, Ž, Å");
  CHECK(tex_text("\\\"{o} \\'e {\\'e} \\~n \\^{\\i} na{\\\"\\i}ve \\ss{} \\o") == "ö é é ñ î naïve ß ø");
  CHECK(tex_text("A \\& B~C -- D --- ``E'' 10\\% \\LaTeX{} \\emph{F}") == "A & B C – D — “E” 10% LaTeX F");
  CHECK(tex_text("$H_2$O  and\n\tmore ") == "H_2O and more");
  CHECK(tex_text("\\") == "\\");
  CHECK(tex_text("\\\"") == "\"");
  CHECK(tex_text("\\'") == "'");
  CHECK(tex_text("{\\") == "\\");
  CHECK(parse::tex_literal("\\url{https://a.b/c\\_d\\%20e}") == "https://a.b/c_d%20e");
}

TEST_CASE("names in all their forms", "[bibtex]") {
  CHECK(names("Knuth, Donald E.") == "Knuth|Donald E.;");
  CHECK(names("Donald E. Knuth") == "Knuth|Donald E.;");
  CHECK(names("Ludwig van Beethoven and de la Cruz, Ana") == "van Beethoven|Ludwig;de la Cruz|Ana;");
  CHECK(names("King, Jr, Martin Luther") == "King|Martin Luther|Jr;");
  CHECK(names("{World Health Organization} and {中国 图书馆学会}") == "World Health Organization;中国 图书馆学会;");
  CHECK(names("严某 and 吴某 and others") == "严某;吴某;+");
  CHECK(names("严, 某") == "严|某;");
  CHECK(names("张某;李某；王某") == "张某;李某;王某;");
  CHECK(names("Plato") == "Plato;");
  CHECK(names("Anderson and Sandy") == "Anderson;Sandy;");
  CHECK(names("") == "");
  CHECK(names(" and ") == "");
}

TEST_CASE("types, and what is a newspaper", "[bibtex]") {
  const auto type = [](const std::string& entry) {
    const Read read(entry);
    REQUIRE(read.entries.size() == 1);
    return read.entries[0].type;
  };
  CHECK(type("@article{k, journal={人民日报}}") == Type::newspaper);
  CHECK(type("@article{k, journal={大学学报}}") == Type::journal);
  CHECK(type("@misc{k, url={http://a.b/}}") == Type::electronic);
  CHECK(type("@misc{k, howpublished={\\url{http://a.b/}}}") == Type::electronic);
  CHECK(type("@misc{k, eprint={2101.1}, archiveprefix={arXiv}}") == Type::preprint);
  CHECK(type("@inproceedings{k, booktitle={B}}") == Type::proceedings);
  CHECK(type("@mastersthesis{k, school={S}}") == Type::dissertation);
  CHECK(type("@misc{k, mark={CM}}") == Type::map);
  const Read unknown("@recipe{k, title={汤}}");
  CHECK(unknown.rules() == "1:9 references.type;");
  CHECK(unknown.entries.at(0).type == Type::other);
}

TEST_CASE("errors have their place, and reading goes on", "[bibtex]") {
  CHECK(Read("@book{k, title = {A}\n@book{l, title = {B}}\n").rules() == "2:1 references.syntax;");
  const Read unended("@book{a, title = {A},\n  note = {open\n}\n@book{b, title = {B}}\n");
  CHECK(unended.rules() == "4:1 references.syntax;");
  CHECK(unended.entries.size() == 1);
  const Read open("@book{a, title = {A},\n  note = {open\n@book{b, title = {B}}\n");
  CHECK(open.rules() == "2:10 references.syntax;");
  REQUIRE(open.entries.size() == 1);
  CHECK(open.entries[0].key == "b");
  CHECK(Read("@book{, title = {A}}").rules() == "1:7 references.syntax;");
  CHECK(Read("@book\nx").rules() == "2:1 references.syntax;");
  CHECK(Read("@book{k, title {A}}").rules() == "1:16 references.syntax;");
  CHECK(Read("@book{k, title = }").rules() == "1:18 references.syntax;");
  CHECK(Read("@book{k, title = \"A}").rules() == "1:18 references.syntax;");
  CHECK(Read("@book{k, publisher = nowhere}").rules() == "1:22 references.macro;");
  const Read twice("@book{k, title={A}}\n@book{k, title={B}}");
  CHECK(twice.rules() == "2:7 references.repeated;");
  REQUIRE(twice.entries.size() == 1);
  CHECK(twice.entries[0].title == "A");
  for (const char* text : {"", "@", "@{", "@book{", "@book{k", "@book{k,", "@book{k, a", "@book{k, a=", "@string{",
                           "@comment{", "@comment", "@book(k", "@preamble{", "@string{a", "@string{a=", "@@@", "%@"}) {
    INFO(text);
    CHECK(Read(text).entries.empty());
  }
}

TEST_CASE("no value grows without end", "[bibtex]") {
  std::string text = "@string{a = {" + std::string(1000, 'x') + "}}\n";
  for (int i = 0; i < 40; ++i) text += "@string{a = a # a}\n";
  const Read read(text + "@book{k, title = a}");
  CHECK(read.diagnostics.items().size() == 20);
  CHECK(read.diagnostics.items()[0].rule == "references.syntax");
}

TEST_CASE("entries of biblatex", "[bibtex]") {
  const Read read(
      "@online{a, title={T}, subtitle={S}, date={2022-05-05}, urldate={2022-06-01}, url={https://a.b/x_y}, "
      "langid={english}}\n"
      "@standard{b, title={名}, number={GB/T 1—2020}}\n"
      "@article{c, title={篇}, journaltitle={刊}, doi={https://doi.org/10.1/x}, edition={4th}}\n"
      "@book{d, title={Q}, edition={第二版}, translator={张某}}\n");
  CHECK(read.rules() == "");
  REQUIRE(read.entries.size() == 4);
  CHECK(read.entries[0].title == "T: S");
  CHECK(read.entries[0].date == "2022-05-05");
  CHECK(read.entries[0].access == "2022-06-01");
  CHECK(read.entries[0].url == "https://a.b/x_y");
  CHECK(read.entries[1].number == "GB/T 1—2020");
  CHECK(read.entries[2].container == "刊");
  CHECK(read.entries[2].doi == "10.1/x");
  CHECK(read.entries[2].edition == "4");
  CHECK(read.entries[3].edition == "第二版");
  CHECK(read.entries[3].translators.persons.at(0).whole == "张某");
}
