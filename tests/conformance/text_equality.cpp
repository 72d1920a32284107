// text_equality [--back-notes] BOOK.epub BOOK.pdf [ARTICLE REPORT.json]: the Han characters of every section of the
// book are the same sequence in the EPUB and on the PDF's pages, body, notes and blocks with pages of their own. With a
// book's only article, a Markdown file: the same in the article too (with what the audit replaced). --back-notes: the
// PDF has the notes of chapters behind the last one, below 注释 and their chapters' titles, and those of other sections
// at their ends
// (-huozi-note-place: book). Independent of huozi's own readers: the EPUB is unzipped and parsed here, the PDF's text
// comes from pdftotext.
#include <tinyxml2.h>
#include <zip.h>

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <iostream>
#include <map>
#include <optional>
#include <sstream>
#include <string>
#include <string_view>
#include <utility>
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

// Stands in an EPUB's text where an item of a numbered list begins.
constexpr char32_t kItem = U'\U0003FFFF';

bool is_han(char32_t c) {
  return (c >= 0x3400 && c <= 0x4DBF) || (c >= 0x4E00 && c <= 0x9FFF) || (c >= 0x20000 && c <= 0x3FFFF) || c == 0x3007;
}

// The length of a reference to a page, 第 12 页, that begins at `at`; 0 when none does.
size_t page_reference(const std::u32string& text, size_t at) {
  if (text[at] != U'第') return 0;
  size_t end = at + 1;
  while (end < text.size() && text[end] < 0x80) ++end;
  return end > at + 1 && end < text.size() && text[end] == U'页' ? end + 1 - at : 0;
}

// The Han characters. References to pages are left out: print has them, the e-book has links, which are left out where
// they stand in place of the number.
std::u32string han(std::string_view text) {
  std::u32string all, out;
  for (const auto c : huozi::base::CodePoints(text)) all.push_back(c.code_point);
  for (size_t at = 0; at < all.size(); ++at) {
    if (const size_t length = page_reference(all, at); length > 0) {
      at += length - 1;
    } else if (is_han(all[at])) {
      out.push_back(all[at]);
    }
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

// A file of the EPUB in source order (each note's text at its call), and by where it stands in print: body, notes, and
// what has pages of its own, which text before it and after it passes by.
struct Chapter {
  std::string in_order, body, notes, own_pages, title;
  std::vector<std::string> table_heads, floats;
};

// Its Han characters.
struct Section {
  std::string file;
  std::u32string in_order, body, notes, own_pages, title;
  std::vector<std::u32string> table_heads, floats;
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

  static bool has_own_pages(const XMLElement* element) {
    const char* classes = element->Attribute("class");
    std::istringstream words(classes ? classes : "");
    for (std::string word; words >> word;) {
      if (word == "landscape" || word == "plate") return true;
    }
    return false;
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
      if (element && std::string_view(element->Name()) == "table") find_heads(element);
      if (element && (std::string_view(element->Name()) == "figure" || std::string_view(element->Name()) == "table")) {
        visit(element, chapter_.floats.emplace_back(), false);
      }
      if (element && std::string_view(element->Name()) == "h1") visit(element, chapter_.title, false);
      find_notes(child);
    }
  }

  // What may stand on a page where the table goes on: its header, and if it has a caption, words that say so above it.
  void find_heads(const XMLElement* table) {
    std::string head;
    if (const XMLElement* header = table->FirstChildElement("thead")) visit(header, head, false);
    if (table->FirstChildElement("caption")) {
      for (const char* words : {"续表", "續表"}) chapter_.table_heads.push_back(words + head);
    } else {
      chapter_.table_heads.push_back(head);
    }
  }

  void visit(const XMLNode* node, std::string& out, bool notes_in_place) {
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
      const bool numbered = std::string_view(element->Name()) == "li" && std::string_view(node->Value()) == "ol";
      if (numbered && !notes_in_place) out += huozi::base::to_utf8(std::u32string(1, kItem));
      const bool moves = !notes_in_place && has_own_pages(element);
      visit(element, moves ? chapter_.own_pages : out, notes_in_place);
    }
  }

  // What stands for a missing picture, or for the number of a page, is huozi's own.
  static bool is_generated(const XMLElement* element) {
    const char* classes = element->Attribute("class");
    const std::string_view all = classes ? classes : "";
    return all.find("image-missing") != all.npos || all.find("page-reference") != all.npos;
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

struct Place {
  size_t page = 0, text = 0;  // characters read of either
};

// How far the page, from `begin` on, is the text: a place for every step, the farthest last. Where an item of a list
// begins the page may have its number.
std::vector<Place> follow(const std::u32string& page, size_t begin, std::u32string_view text) {
  std::vector<Place> places{{begin, 0}};
  for (Place at{begin, 0}; at.page < page.size() && at.text < text.size(); places.push_back(at)) {
    if (text[at.text] == kItem) {
      const size_t end = std::min(page.find_first_not_of(U"一二三四五六七八九十", at.page), page.size());
      ++at.text;
      if (end < page.size() && at.text < text.size() && page[end] == text[at.text]) at.page = end;
    } else if (page[at.page] == text[at.text]) {
      ++at.page;
      ++at.text;
    } else {
      break;
    }
  }
  return places;
}

// Takes the page from the body's and then the notes' beginnings. Whether that is all of it.
bool take(const std::u32string& page, std::u32string_view& body, std::u32string_view& notes) {
  const std::vector<Place> places = follow(page, 0, body);
  // A note may begin like the text that goes on over the page: take less body until the rest fits.
  for (size_t i = places.size(); i-- > 0;) {
    const Place end = follow(page, places[i].page, notes).back();
    if (end.page < page.size()) continue;
    body.remove_prefix(places[i].text);
    notes.remove_prefix(end.text);
    return true;
  }
  return false;
}

bool is_used_up(std::u32string_view text) {
  return text.find_first_not_of(kItem) == text.npos;
}

// The rest of a section while its pages are gone through.
struct Flows {
  std::u32string body, notes, own_pages;
  std::vector<std::u32string> passed;  // figures and tables that text has passed by; each stands on a page to come

  bool take(const std::u32string& page) {
    std::u32string_view body_left = body, own_left = own_pages, notes_left = notes;
    if (!::take(page, body_left, notes_left) && !::take(page, own_left, notes_left)) return false;
    body.erase(0, body.size() - body_left.size());
    own_pages.erase(0, own_pages.size() - own_left.size());
    notes.erase(0, notes.size() - notes_left.size());
    return true;
  }

  // A figure that does not fit goes to the head of a page to come, and text goes on before it: the page has figures
  // passed by before, and some of those ahead are passed by or stand elsewhere on it.
  bool take_with_floats(std::u32string page, const std::vector<std::u32string>& floats) {
    constexpr size_t kMostMoved = 8;
    Flows moved = *this;
    std::erase_if(moved.passed, [&](const std::u32string& text) { return erase(page, text); });
    if (moved.passed.size() < passed.size() && moved.take(page)) return *this = std::move(moved), true;
    size_t tried = 0;
    for (const std::u32string& text : floats) {
      if (text.empty() || !erase(moved.body, text)) continue;
      if (!erase(page, text)) moved.passed.push_back(text);
      if (moved.take(page)) return *this = std::move(moved), true;
      if (++tried == kMostMoved) break;
    }
    return false;
  }

  bool are_used_up() const { return is_used_up(body) && is_used_up(notes) && is_used_up(own_pages) && passed.empty(); }

 private:
  static bool erase(std::u32string& text, const std::u32string& part) {
    const size_t at = text.find(part);
    if (at != text.npos) text.erase(at, part.size());
    return at != text.npos;
  }
};

// The page after a section's last when its pages, from `first` on, are body text and then notes, page after page, and
// use both up; nothing when they do not.
std::optional<size_t> section_end(const std::vector<std::u32string>& pages, size_t first, const Section& section) {
  Flows flows{section.body, section.notes, section.own_pages, {}};
  for (size_t p = first; p < pages.size(); ++p) {
    bool taken = flows.take(pages[p]);
    // A table's head stands again where it goes on, with 续表 above it; its place in the page's text is the page
    // maker's affair.
    for (size_t i = 0; !taken && i < section.table_heads.size(); ++i) {
      const std::u32string& head = section.table_heads[i];
      for (size_t at = pages[p].find(head); !taken && !head.empty() && at != head.npos;
           at = pages[p].find(head, at + 1)) {
        taken = flows.take(std::u32string(pages[p]).erase(at, head.size()));
      }
    }
    if (!taken && !flows.take_with_floats(pages[p], section.floats)) return std::nullopt;
    if (flows.are_used_up()) return p + 1;
  }
  return std::nullopt;
}

int fail(const char* what, const std::u32string& a, const std::u32string& b) {
  size_t at = 0;
  while (at < a.size() && at < b.size() && a[at] == b[at]) ++at;
  std::cerr << what << " differ at character " << at << " of " << a.size() << " and " << b.size() << ":\n  "
            << huozi::base::to_utf8(a.substr(at, 20)) << "\n  " << huozi::base::to_utf8(b.substr(at, 20)) << "\n";
  return 1;
}

// The value of a key in the report, at or behind `at`; `at` moves behind it. Nothing where it holds escapes.
std::optional<std::string> value_of(const std::string& report, const std::string& key, size_t& at) {
  const std::string name = "\"" + key + "\": ";
  const size_t begin = report.find(name, at);
  if (begin == std::string::npos) return std::nullopt;
  at = begin + name.size();
  const bool text = report[at] == '"';
  const size_t end = report.find_first_of(text ? "\"\\" : ",\n", at + 1);
  if (end == std::string::npos || report[end] == '\\') return std::nullopt;
  const size_t first = text ? at + 1 : at;
  at = end;
  return report.substr(first, end - first);
}

// The article with Han characters that the audit removed replaced by what stands for them. Each must stand on its line.
std::optional<std::string> replayed(std::string article, const std::string& report) {
  size_t at = report.find("\"audit\": [");
  const size_t end = report.find("\"generated\"");
  while ((at = report.find("\"rule\": ", at)) != std::string::npos && at < end) {
    const auto line = value_of(report, "line", at);
    const auto removed = value_of(report, "removed", at);
    const auto replaced_by = value_of(report, "replaced_by", at);
    if (!line || !removed || !replaced_by) return std::nullopt;
    if (han(*removed).empty() && han(*replaced_by).empty()) continue;
    size_t begin = 0;
    for (int number = std::atoi(line->c_str()); number > 1 && begin != std::string::npos; --number) {
      begin = article.find('\n', begin) + 1;
    }
    const size_t found = article.find(*removed, begin);
    if (found == std::string::npos || found > article.find('\n', begin)) return std::nullopt;
    article.replace(found, removed->size(), *replaced_by);
  }
  return article;
}

// What is huozi's own and differs between the outputs: contents, imprint, and what lists pages. They are sections
// without text.
bool is_made(const std::string& file) {
  for (const char* name : {"nav", "imprint", "sources", "index"}) {
    if (file.ends_with(std::string("/") + name + ".xhtml") || file == std::string(name) + ".xhtml") return true;
  }
  return false;
}

// The text files of the spine, in order.
std::vector<Section> sections_of(const std::string& epub) {
  const std::string package = unzip(epub, "EPUB/package.opf");
  tinyxml2::XMLDocument document;
  document.Parse(package.c_str(), package.size());
  std::vector<Section> sections;
  const XMLElement* root = document.FirstChildElement("package");
  const XMLElement* manifest = root ? root->FirstChildElement("manifest") : nullptr;
  const XMLElement* spine = root ? root->FirstChildElement("spine") : nullptr;
  if (!manifest || !spine) return sections;
  std::map<std::string, std::string> files;
  for (const XMLElement* item = manifest->FirstChildElement("item"); item; item = item->NextSiblingElement("item")) {
    files[item->Attribute("id")] = item->Attribute("href");
  }
  for (const XMLElement* item = spine->FirstChildElement("itemref"); item; item = item->NextSiblingElement("itemref")) {
    Section section{files[item->Attribute("idref")], {}, {}, {}, {}, {}, {}, {}};
    if (section.file.ends_with("cover.xhtml")) continue;
    if (!is_made(section.file)) {
      const EpubChapter epub_chapter(unzip(epub, "EPUB/" + section.file));
      const Chapter& chapter = epub_chapter.chapter();
      section.in_order = han(chapter.in_order);
      section.body = han(chapter.body);
      section.notes = han(chapter.notes);
      section.own_pages = han(chapter.own_pages);
      section.title = han(chapter.title);
      for (const std::string& head : chapter.table_heads) section.table_heads.push_back(han(head));
      for (const std::string& text : chapter.floats) section.floats.push_back(han(text));
    }
    sections.push_back(std::move(section));
  }
  return sections;
}

// The sections as the PDF has them when notes stand at the back.
void move_notes(std::vector<Section>& sections) {
  constexpr std::u32string_view kTitle = U"注释";
  Section back;
  back.file = "the section of notes";
  size_t end = sections.size();
  for (size_t i = 0; i < sections.size(); ++i) {
    Section& section = sections[i];
    const bool chapter = section.file.find("/chapter-") != std::string::npos;
    if (chapter || section.file.find("/part-") != std::string::npos) end = i + 1;
    const std::u32string notes = std::exchange(section.notes, {});
    if (notes.empty()) continue;
    if (chapter) {
      back.body.append(back.body.empty() ? kTitle : U"").append(section.title).append(notes);
    } else {
      section.body.append(kTitle).append(notes);
    }
  }
  if (!back.body.empty()) sections.insert(sections.begin() + static_cast<std::ptrdiff_t>(end), std::move(back));
}

int compare_article(const std::vector<Section>& sections, const std::string& article, const std::string& report) {
  const std::optional<std::string> edited = replayed(article, report);
  if (!edited) {
    std::cerr << "what the audit removed does not stand in the article as it says\n";
    return 1;
  }
  const std::u32string source = han(article_text(*edited));
  for (const Section& section : sections) {
    if (section.file.ends_with("chapter-001.xhtml") && source != section.in_order) {
      return fail("article and EPUB", source, section.in_order);
    }
  }
  return 0;
}

int compare_pages(const std::vector<Section>& sections, const std::vector<std::u32string>& pages) {
  size_t page = 0, body = 0, notes = 0;
  bool may_skip = false;  // pages of a section without text of its own
  for (const Section& section : sections) {
    if (section.body.empty()) {
      may_skip = true;
      continue;
    }
    std::optional<size_t> end;
    for (size_t first = page; first < pages.size() && !end; ++first) {
      if (pages[first].empty()) continue;
      end = section_end(pages, first, section);
      if (!end && !may_skip) break;
    }
    if (!end) {
      std::u32string rest;
      for (; page < pages.size(); ++page) rest += pages[page];
      return fail((section.file + " and PDF").c_str(), section.body, rest);
    }
    page = *end;
    may_skip = false;
    body += section.body.size();
    notes += section.notes.size();
  }
  for (; page < pages.size() && !may_skip; ++page) {
    if (!pages[page].empty()) return fail("the EPUB's end and PDF", {}, pages[page]);
  }
  if (body == 0) {
    std::cerr << "the EPUB has no text\n";
    return 1;
  }
  std::cout << body << " Han characters of text and " << notes << " of notes are the same\n";
  return 0;
}

}  // namespace

int main(int argc, char** argv) {
  const bool back_notes = argc > 1 && std::string_view(argv[1]) == "--back-notes";
  if (back_notes) {
    ++argv;
    --argc;
  }
  if (argc != 3 && argc != 5) {
    std::cerr << "usage: text_equality [--back-notes] BOOK.epub BOOK.pdf [ARTICLE REPORT.json]\n";
    return 2;
  }
  std::vector<Section> sections = sections_of(argv[1]);
  if (argc == 5 && compare_article(sections, read(argv[3]), read(argv[4])) != 0) return 1;
  if (back_notes) move_notes(sections);

  // The PDF's placeholder is taken out as the EPUB's was.
  std::vector<std::u32string> pages = pdf_pages(argv[2]);
  const std::u32string placeholder = U"图片缺";
  for (std::u32string& page : pages) {
    for (size_t at = 0; (at = page.find(placeholder)) != std::u32string::npos;) page.erase(at, placeholder.size());
  }
  return compare_pages(sections, pages);
}
