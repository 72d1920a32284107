// Random documents of the model: the pages show every text node whole and in order, and the EPUB holds the same text.
#include <tinyxml2.h>
#include <zip.h>

#include <map>
#include <random>
#include <string>

#include "base/utf8.h"
#include "document/plain_text.h"
#include "epub/epub.h"
#include "support/catch.h"
#include "support/typeset.h"

using namespace huozi;
using namespace huozi::test;

namespace {

// Documents by dice; the same seed gives the same document on every machine.
class Dice {
 public:
  explicit Dice(uint32_t seed) : engine_(seed) {}

  std::vector<document::Section> sections() {
    std::vector<document::Section> out;
    const uint32_t count = 1 + below(3);
    for (uint32_t i = 0; i < count; ++i) out.push_back(chapter(inlines(1), blocks(0, 1 + below(12))));
    return out;
  }

 private:
  uint32_t below(uint32_t n) { return static_cast<uint32_t>(engine_() % n); }

  std::string words() {
    // Characters of the test font, marks in all places, some Latin.
    static const std::u32string kPool = U"天地人日月水火山石田土的一是在了，。、；：“”（）《》……——·！？ab 12%";
    std::u32string out;
    const uint32_t length = 1 + below(40);
    for (uint32_t i = 0; i < length; ++i) out.push_back(kPool[below(static_cast<uint32_t>(kPool.size()))]);
    out.push_back(U"字"[0]);  // white space at a node's end may be taken by what follows
    return base::to_utf8(U"文" + out);
  }

  Words inlines(int depth) {
    Words out{};
    const uint32_t count = 1 + below(4);
    for (uint32_t i = 0; i < count; ++i) out.push_back(one_inline(depth));
    return out;
  }

  Inline one_inline(int depth) {
    const auto kind = depth > 2 ? 0 : below(12);
    switch (kind) {
      case 4:
        return strong(inlines(depth + 1));
      case 5:
        return styled(document::StyledKind::emphasis, inlines(depth + 1));
      case 6:
        return a("https://example.com/", inlines(depth + 1));
      case 7:
        return styled(document::StyledKind::superscript, Words{t(words())});
      case 8:
        return depth < 2 ? note(blocks(2, 1 + below(2))) : t(words());
      case 9:
        return code(Words{t("x1")});
      case 10:
        return styled(document::StyledKind::underline, inlines(depth + 1));
      case 11: {
        Inline dotted = span(inlines(depth + 1));
        dotted.info.attributes.classes = {"emphasis-dots"};
        return dotted;
      }
      default:
        return t(words());
    }
  }

  Blocks blocks(int depth, uint32_t count) {
    Blocks out;
    for (uint32_t i = 0; i < count; ++i) out.push_back(one_block(depth));
    return out;
  }

  Block one_block(int depth) {
    const uint32_t kind = depth > 2 ? 0 : below(14);
    switch (kind) {
      case 5:
        return h(2 + static_cast<int>(below(4)), inlines(1));
      case 6:
        return quote(blocks(depth + 1, 1 + below(3)));
      case 7: {
        std::vector<Blocks> items;
        for (uint32_t i = 0, n = 1 + below(4); i < n; ++i) items.push_back(blocks(depth + 1, 1 + below(2)));
        return list(std::move(items));
      }
      case 8: {
        std::vector<std::vector<std::string>> rows;
        const uint32_t columns = 1 + below(4);
        for (uint32_t i = 0, n = 1 + below(4); i < n; ++i) {
          rows.emplace_back();
          for (uint32_t k = 0; k < columns; ++k) rows.back().push_back(words());
        }
        return table(std::move(rows));
      }
      case 9:
        return division("verse", blocks(depth + 1, 1 + below(3)));
      case 10:
        return figure({p({img("https://example.com/a.png")})}, inlines(1));
      default:
        return p(inlines(0));
    }
  }

  std::mt19937 engine_;
};

std::string without_space(std::string_view text) {
  std::string out;
  for (const auto c : base::CodePoints(text)) {
    if (c.code_point != U' ' && c.code_point != 0x3000) out.append(text.substr(c.offset, c.length));
  }
  return out;
}

// The text of each node as the pages show it.
std::map<document::NodeId, std::string> shown(const std::vector<layout::Page>& pages) {
  std::map<document::NodeId, std::string> out;
  for (const layout::Page& page : pages) {
    for (const layout::Item& item : page.items) {
      const auto* run = std::get_if<layout::GlyphRun>(&item.content);
      if (run && item.region != layout::Region::margin) out[run->node] += run->text;
    }
  }
  return out;
}

std::string unzipped(const std::string& package, const std::string& name) {
  zip_error_t error;
  zip_source_t* source = zip_source_buffer_create(package.data(), package.size(), 0, &error);
  zip_t* archive = zip_open_from_source(source, ZIP_RDONLY, &error);
  REQUIRE(archive);
  zip_stat_t stat;
  REQUIRE(zip_stat(archive, name.c_str(), 0, &stat) == 0);
  std::string bytes(stat.size, '\0');
  zip_file_t* file = zip_fopen(archive, name.c_str(), 0);
  REQUIRE(zip_fread(file, bytes.data(), bytes.size()) == static_cast<zip_int64_t>(bytes.size()));
  zip_fclose(file);
  zip_discard(archive);
  return bytes;
}

// How often each Han character stands in the text: order is the nodes' matter, checked on the pages.
void count_han(std::string_view text, std::map<char32_t, int>& counts) {
  for (const auto c : base::CodePoints(text)) {
    if (c.code_point >= 0x4E00 && c.code_point <= 0x9FFF) ++counts[c.code_point];
  }
}

void count_han(const tinyxml2::XMLNode* node, std::map<char32_t, int>& counts) {
  for (const auto* child = node->FirstChild(); child; child = child->NextSibling()) {
    if (const auto* text = child->ToText()) count_han(text->Value(), counts);
    const auto* element = child->ToElement();
    const char* classes = element ? element->Attribute("class") : nullptr;
    if (classes && std::string_view(classes).find("image-missing") != std::string_view::npos) continue;
    count_han(child, counts);
  }
}

}  // namespace

TEST_CASE("random documents reach the pages and the EPUB whole") {
  for (uint32_t seed = 1; seed <= 150; ++seed) {
    CAPTURE(seed);
    const Typeset set(Dice(seed).sections(), "blockquote { margin: 1lh 2em } ul { padding-left: 2em }");
    std::string all;
    for (const auto& section : set.book.sections) all += outline(section.blocks);
    CAPTURE(all);
    const auto on_pages = shown(set.pages);

    std::map<char32_t, int> in_model;
    document::for_each_inline(set.book, [&](const Inline& node) {
      const auto* text = std::get_if<document::Text>(&node.content);
      if (!text) return;
      count_han(text->text, in_model);
      CAPTURE(text->text);
      const auto found = on_pages.find(node.info.id);
      REQUIRE(found != on_pages.end());
      REQUIRE(without_space(found->second) == without_space(text->text));
    });

    document::Book book = set.book;
    for (size_t i = 0; i < book.sections.size(); ++i) book.sections[i].name = "chapter-" + std::to_string(i);
    const std::string package = epub::write_epub(book, epub::Input()).bytes;
    const std::string listed = unzipped(package, "EPUB/package.opf");
    std::map<char32_t, int> in_epub;
    for (const document::Section& section : book.sections) {
      // A long one is parted into files.
      std::string path = "text/" + section.name + ".xhtml";
      for (int part = 2; listed.find('"' + path + '"') != std::string::npos; ++part) {
        const std::string xhtml = unzipped(package, "EPUB/" + path);
        tinyxml2::XMLDocument document;
        REQUIRE(document.Parse(xhtml.c_str(), xhtml.size()) == tinyxml2::XML_SUCCESS);
        count_han(document.FirstChildElement("html")->FirstChildElement("body"), in_epub);
        path = "text/" + section.name + "-" + std::to_string(part) + ".xhtml";
      }
    }
    REQUIRE(in_epub == in_model);
  }
}
