// text_equality BOOK.epub BOOK.pdf ARTICLE REPORT.json: the Han characters of the one-article book are the same sequence
// in the article (less what the audit removed), in the EPUB and in the PDF, body and notes.
// Independent of huozi's own readers: the EPUB is unzipped and parsed here, the PDF's text comes from pdftotext.
#include <tinyxml2.h>
#include <zip.h>

#include <cstdio>
#include <fstream>
#include <functional>
#include <iostream>
#include <map>
#include <sstream>
#include <string>
#include <string_view>
#include <vector>

#include "base/utf8.h"

namespace {

using tinyxml2::XMLElement;
using tinyxml2::XMLNode;

std::string read(const std::string& path) {
  std::ifstream in(path, std::ios::binary);
  std::ostringstream out;
  out << in.rdbuf();
  return out.str();
}

bool is_han(char32_t c) {
  return (c >= 0x3400 && c <= 0x4DBF) || (c >= 0x4E00 && c <= 0x9FFF) || (c >= 0x20000 && c <= 0x3FFFF) || c == 0x3007;
}

std::u32string han(std::string_view text) {
  std::u32string out;
  for (const auto c : huozi::base::CodePoints(text)) {
    if (is_han(c.code_point)) out.push_back(c.code_point);
  }
  return out;
}

std::string unzip(const std::string& path, const std::string& name) {
  int error = 0;
  zip_t* archive = zip_open(path.c_str(), ZIP_RDONLY, &error);
  if (!archive) return {};
  std::string bytes;
  zip_stat_t stat;
  if (zip_stat(archive, name.c_str(), 0, &stat) == 0) {
    bytes.resize(stat.size);
    if (zip_file_t* file = zip_fopen(archive, name.c_str(), 0)) {
      if (zip_fread(file, bytes.data(), bytes.size()) < 0) bytes.clear();
      zip_fclose(file);
    }
  }
  zip_close(archive);
  return bytes;
}

// The chapter in source order (each note's text at its call), and apart: body, notes.
struct Chapter {
  std::string in_order, body, notes;
};

class EpubChapter {
 public:
  explicit EpubChapter(const std::string& xhtml) {
    document_.Parse(xhtml.c_str(), xhtml.size());
    const XMLElement* html = document_.FirstChildElement("html");
    const XMLElement* body = html ? html->FirstChildElement("body") : nullptr;
    if (!body) return;
    find_notes(body);
    visit(body, chapter_.in_order, true);
    visit(body, chapter_.body, false);
  }
  const Chapter& chapter() const { return chapter_; }

 private:
  static bool is_note(const XMLElement* element) {
    return std::string_view(element->Name()) == "aside" && element->Attribute("role", "doc-footnote");
  }

  void find_notes(const XMLNode* node) {
    for (const XMLNode* child = node->FirstChild(); child; child = child->NextSibling()) {
      const XMLElement* element = child->ToElement();
      if (element && is_note(element)) {
        std::string text;
        visit(element, text, false);
        chapter_.notes += text;
        if (const char* id = element->Attribute("id")) notes_[std::string("#") + id] = text;
      }
      find_notes(child);
    }
  }

  void visit(const XMLNode* node, std::string& out, bool notes_in_place) const {
    for (const XMLNode* child = node->FirstChild(); child; child = child->NextSibling()) {
      if (const auto* text = child->ToText()) out += text->Value();
      const XMLElement* element = child->ToElement();
      if (!element || is_note(element) || is_generated(element)) continue;
      const char* href = element->Attribute("href");
      if (notes_in_place && href && element->Attribute("role", "doc-noteref")) {
        const auto note = notes_.find(href);
        if (note != notes_.end()) out += note->second;
        continue;
      }
      visit(element, out, notes_in_place);
    }
  }

  // What stands for a missing picture is huozi's own.
  static bool is_generated(const XMLElement* element) {
    const char* classes = element->Attribute("class");
    return classes && std::string_view(classes).find("image-missing") != std::string_view::npos;
  }

  tinyxml2::XMLDocument document_;
  std::map<std::string, std::string> notes_;
  Chapter chapter_;
};

// Front matter's title, then the text between the tags. Attributes and comments are no text.
std::string article_text(const std::string& source) {
  const size_t open = source.find("---\n");
  const size_t close = source.find("\n---\n", open);
  if (open == std::string::npos || close == std::string::npos) return source;
  const std::string front = source.substr(open, close - open);
  const size_t title = front.find("title: ");
  std::string out = title == std::string::npos ? "" : front.substr(title, front.find('\n', title) - title);
  bool tag = false;
  for (const char c : source.substr(close + 5)) {
    if (c == '<') tag = true;
    if (!tag) out += c;
    if (c == '>') tag = false;
  }
  return out;
}

// The pages' text in drawing order, within the type area (no heads, no folios).
std::vector<std::u32string> pdf_pages(const std::string& path) {
  std::vector<std::u32string> pages;
  // 大32开 with the booklet's margins: 18 mm above, 28 lines of 17.5 pt.
  const std::string command = "pdftotext -raw -x 0 -y 47 -W 400 -H 490 '" + path + "' -";
  FILE* pipe = popen(command.c_str(), "r");
  if (!pipe) return pages;
  std::string text;
  char buffer[4096];
  for (size_t n = 0; (n = fread(buffer, 1, sizeof buffer, pipe)) > 0;) text.append(buffer, n);
  if (pclose(pipe) != 0) return pages;
  std::istringstream in(text);
  for (std::string page; std::getline(in, page, '\f');) pages.push_back(han(page));
  return pages;
}

// Whether the pages from `first` on are body text and then notes, page after page, and use both up.
bool pages_hold(const std::vector<std::u32string>& pages, size_t first, const std::u32string& body,
                const std::u32string& notes) {
  size_t b = 0, n = 0;
  for (size_t p = first; p < pages.size(); ++p) {
    const std::u32string& page = pages[p];
    size_t split = 0;
    while (split < page.size() && b + split < body.size() && page[split] == body[b + split]) ++split;
    // A note may begin like the text that goes on over the page: take less body until the rest fits.
    bool fits = false;
    for (;; --split) {
      fits = page.size() - split <= notes.size() - n && notes.compare(n, page.size() - split, page, split) == 0;
      if (fits || split == 0) break;
    }
    if (!fits) return false;
    b += split;
    n += page.size() - split;
  }
  return b == body.size() && n == notes.size();
}

int fail(const char* what, const std::u32string& a, const std::u32string& b) {
  size_t at = 0;
  while (at < a.size() && at < b.size() && a[at] == b[at]) ++at;
  std::cerr << what << " differ at character " << at << " of " << a.size() << " and " << b.size() << ":\n  "
            << huozi::base::to_utf8(a.substr(at, 20)) << "\n  " << huozi::base::to_utf8(b.substr(at, 20)) << "\n";
  return 1;
}

// Every Han character the audit says was removed; the test knows no way to take one out of its place.
bool audit_removed_han(const std::string& report) {
  size_t at = report.find("\"audit\"");
  const size_t end = report.find("\"generated\"");
  while ((at = report.find("\"removed\": \"", at)) != std::string::npos && at < end) {
    at += 12;
    if (!han(report.substr(at, report.find("\",\n", at) - at)).empty()) return true;
  }
  return false;
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 5) {
    std::cerr << "usage: text_equality BOOK.epub BOOK.pdf ARTICLE REPORT.json\n";
    return 2;
  }
  const EpubChapter epub(unzip(argv[1], "EPUB/text/chapter-001.xhtml"));
  const Chapter& chapter = epub.chapter();
  const std::u32string body = han(chapter.body);
  const std::u32string notes = han(chapter.notes);
  if (body.empty() || notes.empty()) {
    std::cerr << "the EPUB has no text, or no notes\n";
    return 1;
  }
  if (audit_removed_han(read(argv[4]))) {
    std::cerr << "the audit removed Han characters: this check cannot follow\n";
    return 1;
  }
  const std::u32string source = han(article_text(read(argv[3])));
  if (source != han(chapter.in_order)) return fail("article and EPUB", source, han(chapter.in_order));

  // The PDF's placeholder is taken out as the EPUB's was.
  std::vector<std::u32string> pages = pdf_pages(argv[2]);
  const std::u32string placeholder = U"图片缺";
  for (std::u32string& page : pages) {
    for (size_t at = 0; (at = page.find(placeholder)) != std::u32string::npos;) page.erase(at, placeholder.size());
  }
  for (size_t first = 0; first < pages.size(); ++first) {
    if (pages_hold(pages, first, body, notes)) {
      std::cout << body.size() << " Han characters of text and " << notes.size()
                << " of notes: the same in article, EPUB and PDF\n";
      return 0;
    }
  }
  std::u32string all;
  for (const std::u32string& page : pages) all += page;
  return fail("EPUB and PDF", body, all);
}
