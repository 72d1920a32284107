// page_marks BOOK.epub BOOK.pdf [SKIPPED]: every entry of the EPUB's page-list leads to the very character its page of
// the PDF begins with, every page has an entry (but for SKIPPED of them), and the NCX lists the same pages. Pages that
// hold nothing are marked where the next one is. The PDF's text comes from pdftotext.
#include <algorithm>
#include <cstdio>
#include <fstream>
#include <iostream>
#include <map>
#include <sstream>
#include <string>
#include <vector>

#include "base/utf8.h"
#include "epub/package_reader.h"

namespace {

using tinyxml2::XMLElement;
using tinyxml2::XMLNode;

constexpr size_t kCompared = 5;  // characters; lists below a heading may have numbers in print

bool is_han(char32_t c) {
  return (c >= 0x3400 && c <= 0x4DBF) || (c >= 0x4E00 && c <= 0x9FFF) || (c >= 0x20000 && c <= 0x3FFFF) || c == 0x3007;
}

// The Han characters, without references to pages (第 12 页), where the e-book has a link.
std::u32string han(std::string_view text) {
  std::u32string all, out;
  for (const auto c : huozi::base::CodePoints(text)) all.push_back(c.code_point);
  for (size_t at = 0; at < all.size(); ++at) {
    size_t end = at + 1;
    while (all[at] == U'第' && end < all.size() && all[end] < 0x80) ++end;
    if (end > at + 1 && end < all.size() && all[end] == U'页') {
      at = end;
    } else if (is_han(all[at])) {
      out.push_back(all[at]);
    }
  }
  return out;
}

std::string utf8(std::u32string_view text) {
  std::string out;
  for (const char32_t c : text) huozi::base::append_utf8(out, c);
  return out;
}

std::string read(const std::string& path) {
  std::ifstream in(path, std::ios::binary);
  std::ostringstream out;
  out << in.rdbuf();
  return out.str();
}

// The PDF's pages, as text in drawing order: body, notes, running heads.
std::vector<std::string> pages_of(const std::string& pdf) {
  std::string text;
  FILE* pipe = popen(("pdftotext -raw -enc UTF-8 '" + pdf + "' -").c_str(), "r");
  if (!pipe) return {};
  char buffer[4096];
  for (size_t n = 0; (n = fread(buffer, 1, sizeof buffer, pipe)) > 0;) text.append(buffer, n);
  pclose(pipe);
  std::vector<std::string> pages;
  for (size_t begin = 0, end = 0; (end = text.find('\f', begin)) != std::string::npos; begin = end + 1) {
    pages.push_back(text.substr(begin, end - begin));
  }
  return pages;
}

// Where a mark stands in the text of all files, and what print may say again above it.
struct Place {
  size_t at = 0;
  std::u32string table_head;
  bool apart = false;  // in what has pages of its own, which the text passes by
  size_t title = 0;    // length of the section's title right behind the mark: in columns it is drawn last
};

// The book's Han characters in the order of reading, without notes, and the places of the marks in it.
class Text {
 public:
  explicit Text(Package& package) {
    std::map<std::string, std::string> files;
    const auto& opf = package.xml("EPUB/package.opf");
    each_element(opf, [&](const XMLElement& element) {
      if (std::string(element.Name()) == "item") files[attribute(element, "id")] = attribute(element, "href");
    });
    each_element(opf, [&](const XMLElement& element) {
      if (std::string(element.Name()) != "itemref") return;
      file_ = files[attribute(element, "idref")];
      if (file_ == "text/cover.xhtml") return;
      visit(*package.xml("EPUB/" + file_).RootElement()->FirstChildElement("body"));
    });
  }
  const std::u32string& words() const { return words_; }
  const std::map<std::string, Place>& places() const { return places_; }  // by file#id

 private:
  static size_t title_behind(const XMLElement& mark) {
    const XMLElement* next = mark.NextSiblingElement();
    while (next && attribute(*next, "role") == "doc-pagebreak") next = next->NextSiblingElement();
    return next && std::string(next->Name()) == "h1" ? han(text_below(*next)).size() : 0;
  }

  void visit(const XMLNode& node) {
    for (const XMLNode* child = node.FirstChild(); child; child = child->NextSibling()) {
      if (child->ToText() && !apart_) words_ += han(child->Value());
      const XMLElement* element = child->ToElement();
      if (!element) continue;
      const std::string role = attribute(*element, "role");
      if (role == "doc-footnote" || role == "doc-noteref" || role == "doc-pagelist") continue;
      if (attribute(*element, "epub:type") == "landmarks") continue;
      if (role == "doc-pagebreak")
        places_[file_ + "#" + attribute(*element, "id")] = {words_.size(), head_, apart_, title_behind(*element)};
      const std::u32string around = head_;
      const bool outside = !apart_;
      const std::string classes = attribute(*element, "class");
      apart_ |= classes.find("landscape") != std::string::npos || classes.find("plate") != std::string::npos;
      if (std::string(element->Name()) == "table") {
        const XMLElement* head = element->FirstChildElement("thead");
        head_ = head ? han(text_below(*head)) : std::u32string();
      }
      visit(*element);
      head_ = around;
      if (outside) apart_ = false;
    }
  }

  std::string file_;
  std::u32string words_;
  std::u32string head_;
  bool apart_ = false;
  std::map<std::string, Place> places_;
};

int roman(const std::string& label) {
  const std::map<char, int> values = {{'i', 1}, {'v', 5}, {'x', 10}, {'l', 50}, {'c', 100}};
  int sum = 0, last = 0;
  for (auto c = label.rbegin(); c != label.rend(); ++c) {
    const auto value = values.find(*c);
    if (value == values.end()) return 0;
    sum += value->second < last ? -value->second : value->second;
    last = std::max(last, value->second);
  }
  return sum;
}

bool begins(std::u32string_view page, std::u32string_view head, std::u32string_view words) {
  if (page.starts_with(words)) return true;
  for (const std::u32string& before : {std::u32string(head), U"续表" + std::u32string(head)}) {
    if (!head.empty() && page.starts_with(before + std::u32string(words))) return true;
  }
  return false;
}

}  // namespace

int main(int count, char** arguments) {
  if (count < 3) return 2;
  const size_t skipped = count > 3 ? std::stoul(arguments[3]) : 0;
  Package package(read(arguments[1]));
  const std::vector<std::string> pages = pages_of(arguments[2]);
  const Text text(package);
  int faults = 0;
  const auto fault = [&](const std::string& what) {
    std::cerr << what << '\n';
    ++faults;
  };

  std::vector<std::pair<std::string, std::string>> entries;  // label, href
  const XMLElement* list = element_with(package.xml("EPUB/nav.xhtml"), "epub:type", "page-list");
  if (!list) {
    std::cerr << "no page-list\n";
    return 1;
  }
  each_element(*list, [&](const XMLElement& element) {
    if (std::string(element.Name()) == "a") entries.emplace_back(text_below(element), attribute(element, "href"));
  });
  size_t target = 0;
  each_element(package.xml("EPUB/toc.ncx"), [&](const XMLElement& element) {
    if (std::string(element.Name()) != "pageTarget") return;
    const bool same = target < entries.size() &&
                      text_below(*element.FirstChildElement("navLabel")) == entries[target].first &&
                      attribute(*element.FirstChildElement("content"), "src") == entries[target].second;
    if (!same) fault("the NCX has another page than the page-list, number " + std::to_string(target + 1));
    ++target;
  });
  if (target != entries.size()) fault("the NCX has " + std::to_string(target) + " pages");
  if (entries.size() + skipped != pages.size()) {
    fault(std::to_string(entries.size()) + " entries for " + std::to_string(pages.size()) + " pages");
  }

  int front = 0;
  for (const auto& [label, href] : entries) front = std::max(front, roman(label));
  size_t compared = 0;
  for (size_t i = 0; i < entries.size(); ++i) {
    const auto& [label, href] = entries[i];
    const int number = roman(label);
    const size_t page = static_cast<size_t>(number > 0 ? number : front + std::stoi(label)) - 1;
    const auto place = text.places().find(href);
    if (place == text.places().end() || page >= pages.size()) {
      fault("page " + label + " leads nowhere: " + href);
      continue;
    }
    const std::u32string body = han(pages[page]);
    if (href.starts_with("nav.xhtml") || place->second.apart) continue;  // contents of its own
    const size_t words = std::min(kCompared, body.size());
    const std::u32string_view expected = std::u32string_view(text.words()).substr(place->second.at, words);
    const std::u32string_view untitled =
        std::u32string_view(text.words()).substr(place->second.at + place->second.title, words);
    const bool found = begins(body, place->second.table_head, expected) || body.starts_with(untitled);
    if (found && words > 0) {
      ++compared;
      continue;
    }
    // Nothing on it but, at most, a running head.
    const bool shared = i + 1 < entries.size() && text.places().count(entries[i + 1].second) != 0 &&
                        text.places().at(entries[i + 1].second).at == place->second.at;
    if (shared) continue;
    fault("page " + label + " begins with " + utf8(body.substr(0, kCompared)) + ", its mark stands before " +
          utf8(expected));
  }
  if (compared * 2 < entries.size()) fault("only " + std::to_string(compared) + " pages could be compared");
  std::cout << compared << " of " << pages.size() << " pages begin at their marks\n";
  return faults == 0 ? 0 : 1;
}
