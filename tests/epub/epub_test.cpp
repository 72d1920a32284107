#include "epub/epub.h"

#include "epub/fonts.h"

#include <set>

#include "package_reader.h"
#include "sample_book.h"
#include "support/catch.h"

using huozi::epub::write_epub;

namespace {

// The path a reference in `from` leads to, and its fragment.
std::pair<std::string, std::string> resolve(const std::string& from, const std::string& href) {
  const size_t hash = href.find('#');
  std::string path = href.substr(0, hash);
  const std::string fragment = hash == std::string::npos ? "" : href.substr(hash + 1);
  if (path.empty()) return {from, fragment};
  std::string folder = from.substr(0, from.rfind('/') + 1);
  while (path.rfind("../", 0) == 0) {
    path = path.substr(3);
    folder = folder.substr(0, folder.rfind('/', folder.size() - 2) + 1);
  }
  return {folder + path, fragment};
}

uint32_t little_endian(const std::string& bytes, size_t at, size_t size) {
  uint32_t value = 0;
  for (size_t i = size; i-- > 0;) value = value << 8 | static_cast<unsigned char>(bytes[at + i]);
  return value;
}

}  // namespace

TEST_CASE("the package begins with a stored mimetype and has one fixed time") {
  const auto made = sample::everything();
  const std::string bytes = write_epub(made.book, made.input).bytes;
  CHECK(bytes.substr(30, 28) == "mimetypeapplication/epub+zip");
  CHECK(little_endian(bytes, 8, 2) == 0);   // stored
  CHECK(little_endian(bytes, 28, 2) == 0);  // no extra field
  size_t entries = 0;
  for (size_t at = bytes.find("PK\x01\x02"); at != std::string::npos; at = bytes.find("PK\x01\x02", at + 4)) {
    ++entries;
    CHECK((little_endian(bytes, at + 8, 2) & 8) == 0);  // no data descriptor
    CHECK(little_endian(bytes, at + 12, 4) == 0x00210000);
    CHECK(little_endian(bytes, at + 30, 2) == 0);
    CHECK(little_endian(bytes, at + 38, 4) == 0100644u << 16);
  }
  CHECK(entries == Package(bytes).names().size());
}

TEST_CASE("the files stand in a fixed order under plain names") {
  const auto made = sample::everything();
  const Package package(write_epub(made.book, made.input).bytes);
  const auto& names = package.names();
  REQUIRE(names.size() > 10);
  CHECK(names[0] == "mimetype");
  CHECK(names[1] == "META-INF/container.xml");
  CHECK(std::is_sorted(names.begin() + 2, names.end()));
  for (const std::string& name : names) {
    if (name == names[1]) continue;
    CHECK(name.substr(name.find('/') + 1).find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789-./") ==
          std::string::npos);
  }
  CHECK(package.has("EPUB/text/chapter-001.xhtml"));
  CHECK(package.has("EPUB/images/image.png"));
  CHECK_FALSE(package.has("EPUB/text/contents.xhtml"));  // the navigation document stands for it
}

TEST_CASE("the same picture under two names is packaged once") {
  auto made = sample::everything();
  REQUIRE(made.input.images.size() == 1);
  made.input.images.push_back(made.input.images.front());
  made.input.images.back().path = "elsewhere/twin.png";
  made.input.images.push_back(made.input.images.front());
  made.input.images.back().path = "elsewhere/other.png";
  made.input.images.back().bytes += "x";
  const Package package(write_epub(made.book, made.input).bytes);
  CHECK(package.has("EPUB/images/image.png"));
  CHECK_FALSE(package.has("EPUB/images/twin.png"));
  CHECK(package.has("EPUB/images/other.png"));
}

TEST_CASE("the same book gives the same bytes") {
  const auto one = sample::everything();
  const auto two = sample::everything();
  CHECK(write_epub(one.book, one.input).bytes == write_epub(two.book, two.input).bytes);
}

TEST_CASE("every file is listed once, every reference resolves, every id is unique") {
  const auto made = sample::everything();
  Package package(write_epub(made.book, made.input).bytes);
  std::map<std::string, std::set<std::string>> ids;
  std::set<std::string> listed;
  each_element(package.xml("EPUB/package.opf"), [&](const tinyxml2::XMLElement& element) {
    if (std::string(element.Name()) == "item") CHECK(listed.insert("EPUB/" + attribute(element, "href")).second);
  });
  for (const std::string& name : package.names()) {
    CHECK((listed.count(name) != 0 || name == "mimetype" || name == "META-INF/container.xml" ||
           name == "EPUB/package.opf"));
    if (name.size() < 6 || name.substr(name.size() - 6) != ".xhtml") continue;
    each_element(package.xml(name), [&](const tinyxml2::XMLElement& element) {
      const std::string id = attribute(element, "id");
      if (!id.empty()) CHECK(ids[name].insert(id).second);
    });
  }
  size_t references = 0;
  for (const std::string& name : package.names()) {
    const bool marked_up = name.find(".xhtml") != std::string::npos || name.find(".ncx") != std::string::npos ||
                           name.find(".opf") != std::string::npos;
    if (!marked_up) continue;
    each_element(package.xml(name), [&](const tinyxml2::XMLElement& element) {
      for (const char* attribute_name : {"href", "src"}) {
        const std::string href = attribute(element, attribute_name);
        if (href.empty() || href.rfind("https:", 0) == 0) continue;
        ++references;
        const auto [path, fragment] = resolve(name, href);
        INFO(name << " -> " << href);
        CHECK(package.has(path));
        if (!fragment.empty()) CHECK(ids[path].count(fragment) == 1);
      }
    });
  }
  CHECK(references > 60);
}

TEST_CASE("page marks stand at their very characters and in both page lists") {
  const auto made = sample::everything();
  const auto output = write_epub(made.book, made.input);
  Package package(output.bytes);
  CHECK(
      package.file("EPUB/text/chapter-002.xhtml")
          .find(
              "目<span id=\"page-3\" epub:type=\"pagebreak\" role=\"doc-pagebreak\" aria-label=\"3\"></span>标段。") !=
      std::string::npos);
  CHECK(package.file("EPUB/nav.xhtml").find("id=\"page-ii\"") != std::string::npos);
  std::string labels;
  const auto* list = element_with(package.xml("EPUB/nav.xhtml"), "epub:type", "page-list");
  REQUIRE(list != nullptr);
  each_element(*list->FirstChildElement("ol"), [&](const tinyxml2::XMLElement& element) {
    if (std::string(element.Name()) == "a") labels += text_below(element) + " ";
  });
  CHECK(labels == "i ii 1 2 3 ");
  const auto* targets = package.xml("EPUB/toc.ncx").RootElement()->FirstChildElement("pageList");
  REQUIRE(targets != nullptr);
  CHECK(text_below(*targets) == "纸书页码iii123");
  CHECK(output.unplaced.empty());
  // A reference tells the printed page of its target.
  CHECK(package.file("EPUB/text/sources.xhtml").find(">3</a>") != std::string::npos);
}

TEST_CASE("marks that belong nowhere are told, and there is no page list without marks") {
  auto made = sample::everything();
  made.input.page_marks = {{{77, 7}, 0, "9"}};
  const auto output = write_epub(made.book, made.input);
  REQUIRE(output.unplaced.size() == 1);
  CHECK(output.unplaced[0].label == "9");
  Package package(output.bytes);
  CHECK(element_with(package.xml("EPUB/nav.xhtml"), "epub:type", "page-list") == nullptr);
  CHECK(package.file("EPUB/package.opf").find("pageBreakSource") == std::string::npos);
}

TEST_CASE("the navigation document, the NCX and the contents list the same entries") {
  const auto made = sample::everything();
  Package package(write_epub(made.book, made.input).bytes);
  std::vector<std::string> nav;
  const auto* toc = element_with(package.xml("EPUB/nav.xhtml"), "id", "toc");
  REQUIRE(toc != nullptr);
  CHECK(text_below(*toc->FirstChildElement("h1")) == "目 录");
  each_element(*toc, [&](const tinyxml2::XMLElement& element) {
    if (std::string(element.Name()) == "a") nav.push_back(text_below(element) + "|" + attribute(element, "href"));
  });
  std::vector<std::string> ncx;
  each_element(*package.xml("EPUB/toc.ncx").RootElement()->FirstChildElement("navMap"),
               [&](const tinyxml2::XMLElement& element) {
                 if (std::string(element.Name()) == "text") ncx.push_back(text_below(element) + "|");
                 if (std::string(element.Name()) == "content") ncx.back() += attribute(element, "src");
               });
  CHECK(nav == ncx);
  CHECK(nav.size() == contents_of(made.book, made.input.contents_depth).size());
  CHECK(std::find(nav.begin(), nav.end(), "一、一节|text/chapter-001.xhtml#yi") != nav.end());
}

TEST_CASE("entries whose levels leave gaps still nest in single lists") {
  sample::Maker make(1);
  auto made = sample::one_chapter({make.heading(4, "深"), make.heading(2, "浅"), make.heading(3, "中")});
  huozi::epub::Input input;
  input.contents_depth = 6;
  Package package(write_epub(made, input).bytes);
  each_element(package.xml("EPUB/nav.xhtml"), [&](const tinyxml2::XMLElement& element) {
    int lists = 0;
    for (const auto* child = element.FirstChildElement("ol"); child != nullptr;
         child = child->NextSiblingElement("ol")) {
      ++lists;
    }
    CHECK(lists <= 1);
  });
}

TEST_CASE("landmarks lead to what a reader looks for, in the book's order and by its own titles") {
  const auto made = sample::everything();
  Package package(write_epub(made.book, made.input).bytes);
  const auto* list = element_with(package.xml("EPUB/nav.xhtml"), "epub:type", "landmarks");
  REQUIRE(list != nullptr);
  std::string all;
  each_element(*list, [&](const tinyxml2::XMLElement& element) {
    if (std::string(element.Name()) == "a") all += attribute(element, "epub:type") + "=" + text_below(element) + " ";
  });
  CHECK(all ==
        "cover=封面 toc=目 录 titlepage=扉页 copyright-page=版权页 preface=前言 bodymatter=正文 afterword=后记 "
        "bibliography=引文出处 index=索引 colophon=题记 ");
}

TEST_CASE("an English book has English labels") {
  auto made = sample::everything();
  made.book.metadata.language = "en-GB";
  Package package(write_epub(made.book, made.input).bytes);
  CHECK(package.file("EPUB/nav.xhtml").find(">Text</a>") != std::string::npos);
  CHECK(package.file("EPUB/text/chapter-001.xhtml").find("aria-label=\"Note 1\"") != std::string::npos);
}

TEST_CASE("a book without any heading still has an entry") {
  sample::Maker make(1);
  auto book = sample::one_chapter({make.paragraph("正文。")});
  book.sections[0].title.clear();
  Package package(write_epub(book, {}).bytes);
  const auto* toc = element_with(package.xml("EPUB/nav.xhtml"), "id", "toc");
  REQUIRE(toc != nullptr);
  CHECK(text_below(*toc).find("小书") != std::string::npos);
}

TEST_CASE("a font serves in several faces, for the characters it is meant for") {
  sample::Maker make(1);
  huozi::epub::Input input;
  input.fonts.push_back({std::string("\0\1\0\0....", 8), {{"a", 400, false, "U+3400"}, {"b", 700, true, ""}}});
  Package package(write_epub(sample::one_chapter({make.paragraph("正文。")}), input).bytes);
  CHECK(
      package.file("EPUB/style.css") ==
      "@font-face{font-family:\"a\";font-weight:400;font-style:normal;src:url(fonts/font-001.ttf);unicode-range:U+3400}"
      "\n@font-face{font-family:\"b\";font-weight:700;font-style:italic;src:url(fonts/font-001.ttf)}\n");
}

TEST_CASE("obfuscated fonts are told as such, and the key brings them back") {
  sample::Maker make(1);
  auto book = sample::one_chapter({make.paragraph("正文。")});
  book.metadata.identifier = "urn:uuid: 1234";
  huozi::epub::Input input;
  const std::string bytes = "OTTO" + std::string(2000, 'x');
  input.fonts.push_back({bytes, {{"a", 400, false, ""}}});
  input.obfuscate_fonts = true;
  Package package(write_epub(book, input).bytes);
  const std::string packed = package.file("EPUB/fonts/font-001.otf");
  CHECK(packed.size() == bytes.size());
  CHECK(packed.substr(0, 20) != bytes.substr(0, 20));
  CHECK(packed.substr(1040) == bytes.substr(1040));
  CHECK(huozi::epub::obfuscated(packed, "urn:uuid:1234") == bytes);  // white space is no part of the key
  const auto* reference = element_with(package.xml("META-INF/encryption.xml"), "URI", "EPUB/fonts/font-001.otf");
  REQUIRE(reference != nullptr);
  const auto* method =
      element_with(package.xml("META-INF/encryption.xml"), "Algorithm", "http://www.idpf.org/2008/embedding");
  CHECK(method != nullptr);
  input.fonts.clear();
  CHECK(write_epub(book, input).bytes.find("META-INF/encryption.xml") == std::string::npos);
}

TEST_CASE("fonts are packaged with their font-face rules") {
  sample::Maker make(1);
  const auto book = sample::one_chapter({make.paragraph("正文。")});
  huozi::epub::Input input;
  input.stylesheet = "p{margin:0}\n";
  input.fonts.push_back({"OTTO....", {{"宋 \"体\"", 700, false, ""}}});
  Package package(write_epub(book, input).bytes);
  CHECK(package.file("EPUB/fonts/font-001.otf") == "OTTO....");
  CHECK(package.file("EPUB/style.css") ==
        "@font-face{font-family:\"宋 "
        "\\\"体\\\"\";font-weight:700;font-style:normal;src:url(fonts/font-001.otf)}\np{margin:0}\n");
  const auto* item = element_with(package.xml("EPUB/package.opf"), "href", "fonts/font-001.otf");
  REQUIRE(item != nullptr);
  CHECK(attribute(*item, "media-type") == "font/otf");
  CHECK(package.file("META-INF/com.apple.ibooks.display-options.xml").find("specified-fonts\">true<") !=
        std::string::npos);
}
