#include "source/yaml.h"

#include "support/catch.h"

using namespace huozi::source;

namespace {

struct Read {
  SourceSet sources;
  const SourceFile* file;
  Diagnostics diagnostics;
  std::optional<YamlNode> root;

  explicit Read(std::string text) : file(&sources.add("book.yaml", std::move(text))) {
    root = read_yaml(*file, file->span(0, file->text().size()), diagnostics);
  }
  std::string_view slice(const YamlNode& node) const { return file->slice(node.span); }
  std::string rendered() const {
    std::string out;
    for (const Diagnostic& item : diagnostics.items()) out += render(item, sources);
    return out;
  }
  std::string rules() const {
    std::string out;
    for (const Diagnostic& item : diagnostics.items()) out += item.rule + " ";
    return out;
  }
};

}  // namespace

TEST_CASE("every key and value knows its bytes") {
  const Read read(
      "书名: 学习读本\nb: \"x y\"\nd: [甲, '乙']\ne: {f: g}\nh: |\n  多\n  行\ni:\n  - 1\n  - k: v\n    l: w\nz: >-\n  "
      "abc\n");
  REQUIRE(read.root);
  REQUIRE(read.rendered() == "");
  const YamlNode& root = *read.root;
  REQUIRE(root.entries.size() == 7);
  CHECK(read.slice(root.entries[0].key) == "书名");
  CHECK(read.slice(root.entries[0].value) == "学习读本");
  CHECK(root.get("书名")->text == "学习读本");
  CHECK(read.slice(*root.get("b")) == "\"x y\"");
  CHECK(root.get("b")->text == "x y");
  CHECK(root.get("b")->quoted);
  CHECK(read.slice(*root.get("d")) == "[甲, '乙']");
  CHECK(read.slice(root.get("d")->items[1]) == "'乙'");
  CHECK(read.slice(*root.get("e")) == "{f: g}");
  CHECK(root.get("h")->text == "多\n行\n");
  CHECK(read.slice(*root.get("h")) == "多\n  行");
  CHECK(read.slice(*root.get("i")) == "- 1\n  - k: v\n    l: w");
  CHECK(read.slice(root.get("i")->items[1]) == "k: v\n    l: w");
  CHECK_FALSE(root.get("i")->items[0].quoted);
  CHECK(root.get("z")->text == "abc");
  CHECK(root.get("nothing") == nullptr);
}

TEST_CASE("a range of a file is read with the file's own positions") {
  SourceSet sources;
  const SourceFile& file = sources.add("a.md", "正文\na: b\nc: [\n正文");
  Diagnostics diagnostics;
  const auto good = read_yaml(file, file.span(7, 12), diagnostics);
  REQUIRE(good);
  CHECK(file.slice(good->get("a")->span) == "b");
  CHECK_FALSE(read_yaml(file, file.span(7, 17), diagnostics));
  REQUIRE(diagnostics.items().size() == 1);
  CHECK(file.slice(diagnostics.items()[0].span) == "[");
}

TEST_CASE("empty values are null and quoted ones are not") {
  const Read read("a:\nb: ~\nc: null\nd: ''\ne: \"null\"\nf:\n  -\n  - x\n");
  REQUIRE(read.root);
  CHECK(read.root->get("a")->is_null());
  CHECK(read.root->get("b")->is_null());
  CHECK(read.root->get("c")->is_null());
  CHECK_FALSE(read.root->get("d")->is_null());
  CHECK_FALSE(read.root->get("e")->is_null());
  CHECK(read.root->get("f")->items[0].is_null());
  CHECK(read.root->get("a")->span == read.file->span(1, 1));
}

TEST_CASE("a text with nothing in it is a null node") {
  CHECK(Read("").root->is_null());
  CHECK(Read("\n  \n").root->is_null());
  CHECK(Read("# a comment\n").root->is_null());
}

TEST_CASE("CRLF and a byte order mark change nothing") {
  const Read read("\xEF\xBB\xBF题: 甲\r\n乙: |\r\n  x\r\n  y\r\n");
  REQUIRE(read.root);
  CHECK(read.root->get("题")->text == "甲");
  CHECK(read.root->get("乙")->text == "x\ny\n");
  Diagnostics diagnostics;
  const SourceFile raw(0, "raw", "\xEF\xBB\xBFk: v\n");
  const auto root = read_yaml(raw, raw.span(0, raw.text().size()), diagnostics);
  REQUIRE(root);
  CHECK(raw.slice(root->get("k")->span) == "v");
}

TEST_CASE("a syntax error stands under its character") {
  CHECK(Read("书名: 读本\n作者: \"王\"某\" 等\"\n").rendered() ==
        "book.yaml:2:8: error: not valid YAML: invalid trailing content after double-quoted scalar [yaml.syntax]\n"
        "    2 | 作者: \"王\"某\" 等\"\n"
        "      |           ^^\n"
        "      hint: check quotes, brackets and indentation; put a text that holds ': ' or ' #' in quotes\n");
}

TEST_CASE("a bracket never closed is shown where it opens") {
  const Read read("a: [b,\n  {c: d}\n");
  CHECK_FALSE(read.root);
  REQUIRE(read.rules() == "yaml.syntax ");
  CHECK((read.diagnostics.items()[0].span == read.file->span(3, 4)));
}

TEST_CASE("duplicate keys are each an error") {
  const Read read("题: 1\n甲: 2\n题: 3\n");
  REQUIRE(read.root);
  CHECK(read.root->get("题")->text == "1");
  CHECK(read.rendered() ==
        "book.yaml:3:1: error: the key '题' is given twice [yaml.duplicate-key]\n"
        "    3 | 题: 3\n"
        "      | ^^\n"
        "      hint: it stands in line 1 too; keep one of them\n");
}

TEST_CASE("anchors, aliases and keys that are collections are refused") {
  const Read alias("a: *甲\n");
  CHECK(alias.rules() == "yaml.alias ");
  CHECK(alias.file->slice(alias.diagnostics.items()[0].span) == "*甲");
  CHECK_FALSE(alias.root);
  CHECK(Read("a: &x b\n").rules() == "yaml.alias ");
  CHECK(Read("a: &x [b]\n").rules() == "yaml.alias ");
  CHECK(Read("? [a]\n: b\n").rules() == "yaml.key ");
}

TEST_CASE("nothing is lost behind a NUL, an ill-formed byte or a second document") {
  CHECK(Read(std::string("a: b\0c: d\n", 10)).rules() == "yaml.control-character ");
  CHECK(Read("a: \xFF\nb: c\n").rules() == "file.not-utf8 ");
  CHECK(Read("a: b\n---\nc: d\n").rules() == "yaml.documents ");
  CHECK(Read("%YAML 3.2\n---\na: b\n").rules() == "yaml.syntax ");
}

TEST_CASE("depth and size are bounded") {
  CHECK(Read(std::string(64, '[') + std::string(64, ']')).rules() == "");
  CHECK(Read(std::string(65, '[') + std::string(65, ']')).rules() == "yaml.depth ");
  CHECK(Read(std::string(1u << 20, '[')).rules() == "yaml.depth ");
  CHECK(Read(std::string(3u << 20, 'a')).rules() == "yaml.too-large ");
  const auto list = [](size_t count) {
    std::string out = "[a";
    for (size_t i = 1; i < count; ++i) out += ",a";
    return out + "]";
  };
  CHECK(Read(list(131071)).rules() == "");
  CHECK(Read(list(131072)).rules() == "yaml.too-large ");
  CHECK(Read("a: |\n" + std::string(1u << 20, '\n')).rules() == "yaml.blank-lines ");
}

TEST_CASE("every prefix of a document can be read or is reported") {
  const std::string sample =
      "a: 'x'\nb: \"y \\u4e2d\"\nc: [1, {d: e}, 'f']\ng:\n  - h: i\n    j: |\n      k\n  - l\nm: &n o\np: *n\n? q\n: "
      "r\n";
  for (size_t length = 0; length <= sample.size(); ++length) {
    const Read read(sample.substr(0, length));
    CHECK((read.root || read.diagnostics.has_errors()));
  }
}
