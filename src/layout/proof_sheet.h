// A page on the sheet that proofreaders write on (校样): as the print edition has it, its trim a hairline, with wide
// margins that number its lines and name its paragraphs. Nothing on the page is set anew or moved on it.
// Not here: which line and paragraph something is (layout/page_lines, layout/printed_text), what is found (proof/).
#pragma once

#include <map>
#include <string>
#include <utility>
#include <vector>

#include "layout/page_lines.h"
#include "layout/plain_run.h"
#include "layout/printed_text.h"
#include "text/shaper.h"

namespace huozi::layout {

// A finding: its name stands in the margin beside the line, a thin line below the words.
struct ProofMark {
  uint32_t page = 0, line = 0;  // as PrintedLine
  std::string words;            // "P03"
  document::NodeId node;        // of the text
  uint32_t begin = 0, end = 0;  // bytes of its text
};

// `revision`: said in the head of every sheet.
struct ProofFacts {
  std::string title, revision, language;
  bool to_sign = true;  // room on the first sheet for who reads the first, second and third proof
};

class ProofSheets {
 public:
  // All outlive it.
  ProofSheets(const document::Book& book, const std::vector<Page>& pages,
              const std::vector<PrintedParagraph>& paragraphs, const ProofFacts& facts, text::FontLibrary& fonts);

  // Of page `index`. A4 or A3 where it leaves 35 mm outside and 20 mm at the other sides of the page; otherwise as
  // large as that needs. Numbers stand inside of the page's text and ids outside, in the page's own margins where these
  // have room and nothing else stands there; of two columns each has both at its side. Of paragraphs that begin on one
  // line the first and last are named. Of three columns and more the middle ones have numbers only.
  Page sheet(size_t index, const std::vector<ProofMark>& marks);

 private:
  struct Style {
    bool bold = false;
    int tenths = 0;  // of a point: its size
    style::Color color;
  };
  struct Frame;
  struct Beside;

  const PlainText& set(const std::string& text, const Style& style);
  Length put(Page& sheet, const Frame& frame, const std::string& text, const Style& style, Point at, int side);
  void copy(const Page& page, Page& sheet, Point by) const;
  void beside_lines(const Page& page, const std::vector<PageLine>& lines, size_t index, bool turned,
                    const std::vector<ProofMark>& marks, Page& sheet, Point by);
  void underline(const Page& page, const ProofMark& mark, Page& sheet, Point by) const;
  void head(Page& sheet, size_t index);
  void places_to_sign(Page& sheet, Length top);
  std::string findings_on(std::pair<size_t, uint32_t> line, const std::vector<ProofMark>& marks, const Style& style,
                          Length room);
  std::string ids_on(size_t index, uint32_t line) const;

  const std::vector<Page>& pages_;
  const std::vector<PrintedParagraph>& paragraphs_;
  const ProofFacts& facts_;
  PrintedBlocks blocks_;
  text::Shaper shaper_;
  std::map<std::pair<size_t, uint32_t>, std::vector<uint32_t>>
      begins_;                                                          // by page and line: paragraphs that begin there
  std::map<std::pair<bool, Length>, std::pair<Length, Length>> edges_;  // of the text, by side and width of pages
  std::map<std::string, PlainText> set_;                                // by style and text
};

}  // namespace huozi::layout
