// A bibliographic reference: what a work is, who made it, where and when it was published, field by field.
// Not here: reading it from a file (parse/), its text after a standard (citation/). Unknown fields stay empty.
#pragma once

#include <string>
#include <vector>

#include "source/source_file.h"

namespace huozi::document {

struct Person {
  std::string family;
  std::string given;   // as written: whole, or initials with full stops
  std::string suffix;  // Jr, III
  std::string whole;   // an institution, or a name that is one piece; then the others are empty
};

struct Names {
  std::vector<Person> persons;
  bool others = false;  // there are more, unnamed: 等, et al.
  bool empty() const { return persons.empty(); }
};

struct Reference {
  // What is published. Of a part of a work, such as an essay in a collection: the whole's.
  enum class Type {
    book,          // M
    collection,    // G
    proceedings,   // C
    newspaper,     // N
    journal,       // J
    dissertation,  // D
    report,        // R
    standard,      // S
    patent,        // P
    database,      // DB
    program,       // CP
    electronic,    // EB
    preprint,      // PP
    dataset,       // DS
    map,           // CM
    archive,       // A
    other          // Z
  };

  std::string key;    // of [@key]
  source::Span span;  // of the key in its file
  Type type = Type::other;
  std::string carrier;  // CD, DK, MT ...; what has an address or a DOI is OL without being told
  Names authors, editors, translators;
  std::string title;
  std::string container;  // the collection, journal or newspaper it stands in
  std::string genre;      // 博士学位论文
  std::string edition;    // a number, or words: 修订版
  std::string place;
  std::string publisher;  // also the university, the archive, the site, the agency
  // ISO 8601 dates as precise as they are known; `date` also as a source has it: 1936-, c1988.
  std::string date;    // of publication
  std::string said;    // of the speech or letter, where that is another day
  std::string update;  // of an online text, after publication
  std::string access;  // when it was read online
  std::string volume;
  std::string issue;
  std::string pages;   // 12, 150-158; of a newspaper its sheet: 1
  std::string number;  // of a standard, patent, report or archive's item
  std::string url;
  std::string doi;       // without https://doi.org/
  std::string language;  // BCP 47 or a name; empty: as its title's script says
};

}  // namespace huozi::document
