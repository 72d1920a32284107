#include "proof/words.h"

#include <algorithm>
#include <iterator>

#include "base/utf8.h"
#include "source/yaml.h"

namespace huozi::proof {
namespace {

using source::YamlNode;

// Files come from strangers: a word is looked for at every character of a book.
constexpr size_t kLongestText = 30;    // characters
constexpr size_t kMostTexts = 300;     // of one list
constexpr size_t kMostEntries = 5000;  // of one file

class Reader {
 public:
  explicit Reader(source::Diagnostics& diagnostics) : diagnostics_(diagnostics) {}

  Words read(const YamlNode& root) {
    if (!expect(root, YamlNode::Kind::mapping, "a mapping with `doubled`, `twice`, `confused`, `words` or `off`"))
      return {};
    for (const auto& [key, value] : root.entries) {
      if (key.text == "doubled") {
        entries(value, "proof.c01");
      } else if (key.text == "confused") {
        entries(value, "proof.c03");
      } else if (key.text == "words") {
        entries(value, "proof.c04");
      } else if (key.text == "twice") {
        for (const std::u32string& word : texts(value)) add({"proof.c01", word + word, word, {}, {}, {}}, value);
      } else if (key.text == "off") {
        out_.off = texts(value);
      } else {
        refuse(key, "`doubled`, `twice`, `confused`, `words` or `off`");
      }
    }
    return std::move(out_);
  }

 private:
  void refuse(const YamlNode& node, std::string_view wanted) {
    diagnostics_.report("proof-words.bad", node.span, {std::string(wanted)});
  }

  bool expect(const YamlNode& node, YamlNode::Kind kind, std::string_view wanted) {
    if (node.kind != kind) refuse(node, wanted);
    return node.kind == kind;
  }

  std::u32string text(const YamlNode& node) {
    const std::u32string out = node.kind == YamlNode::Kind::scalar ? base::to_utf32(node.text) : U"";
    if (!out.empty() && out.size() <= kLongestText) return out;
    refuse(node, "a text of at most " + std::to_string(kLongestText) + " characters");
    return {};
  }

  // A list of texts; a single one counts as a list of one.
  std::vector<std::u32string> texts(const YamlNode& node) {
    std::vector<std::u32string> out;
    const auto add_one = [&](const YamlNode& item) {
      std::u32string one = text(item);
      if (!one.empty()) out.push_back(std::move(one));
    };
    if (node.kind == YamlNode::Kind::scalar) {
      add_one(node);
    } else if (expect(node, YamlNode::Kind::sequence, "a list of texts")) {
      if (node.items.size() > kMostTexts) refuse(node, "a list of at most " + std::to_string(kMostTexts) + " texts");
      for (size_t i = 0; i < std::min(node.items.size(), kMostTexts); ++i) add_one(node.items[i]);
    }
    return out;
  }

  void entries(const YamlNode& list, std::string_view rule) {
    if (!expect(list, YamlNode::Kind::sequence, "a list of entries with `wrong` and `right`")) return;
    for (const YamlNode& item : list.items) entry(item, rule);
  }

  void entry(const YamlNode& node, std::string_view rule) {
    if (!expect(node, YamlNode::Kind::mapping, "an entry with `wrong` and `right`")) return;
    Word word{rule, {}, {}, {}, {}, {}};
    std::vector<std::u32string> wrong;
    for (const auto& [key, value] : node.entries) {
      if (key.text == "wrong") {
        wrong = texts(value);
      } else if (key.text == "right") {
        word.right = text(value);
      } else if (key.text == "except") {
        word.except = texts(value);
      } else if (key.text == "before") {
        word.before = texts(value);
      } else if (key.text == "after") {
        word.after = texts(value);
      } else {
        refuse(key, "`wrong`, `right`, `except`, `before` or `after`");
      }
    }
    if (wrong.empty() || word.right.empty()) return refuse(node, "an entry with `wrong` and `right`");
    for (const std::u32string& except : word.except) {
      const auto holds = [&](const std::u32string& each) { return except.find(each) != std::u32string::npos; };
      if (std::none_of(wrong.begin(), wrong.end(), holds)) refuse(node, "an exception that holds `wrong`");
    }
    for (std::u32string& each : wrong) {
      word.wrong = std::move(each);
      add(word, node);
    }
  }

  void add(Word word, const YamlNode& node) {
    if (out_.entries.size() < kMostEntries) return out_.entries.push_back(std::move(word));
    if (!told_most_) refuse(node, "a file of at most " + std::to_string(kMostEntries) + " words");
    told_most_ = true;
  }

  bool told_most_ = false;
  source::Diagnostics& diagnostics_;
  Words out_;
};

}  // namespace

void Words::append(Words other) {
  const auto join = [](auto& to, auto& from) {
    to.insert(to.end(), std::make_move_iterator(from.begin()), std::make_move_iterator(from.end()));
  };
  join(entries, other.entries);
  join(off, other.off);
}

Words read_words(const source::SourceFile& file, source::Diagnostics& diagnostics) {
  const auto size = static_cast<uint32_t>(file.text().size());
  const auto root = source::read_yaml(file, {file.id(), 0, size}, diagnostics);
  if (!root || root->is_null()) return {};
  return Reader(diagnostics).read(*root);
}

}  // namespace huozi::proof
