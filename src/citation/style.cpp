#include "citation/style.h"

#include <algorithm>
#include <charconv>

#include "source/yaml.h"

namespace huozi::citation {
namespace {

using source::YamlEntry;
using source::YamlNode;

constexpr std::string_view kFields[] = {"authors", "editors", "translators", "title",     "mark",        "container",
                                        "genre",   "edition", "place",       "publisher", "date",        "year",
                                        "since",   "said",    "update",      "access",    "volume",      "issue",
                                        "paged",   "number",  "url",         "doi",       "whole_volume"};
constexpr std::string_view kTemplates[] = {"book",   "part",    "journal",    "periodical", "newspaper", "report",
                                           "patent", "archive", "electronic", "standard",   "other"};

class StyleReader {
 public:
  StyleReader(const source::SourceFile& file, source::Diagnostics& diagnostics)
      : file_(file), diagnostics_(diagnostics) {}

  std::optional<Style> read() {
    const auto root = source::read_yaml(file_, file_.span(0, file_.text().size()), diagnostics_);
    if (!root) return std::nullopt;
    Style style;
    const YamlNode *han = nullptr, *western = nullptr;
    each(*root, [&](std::string_view key, const YamlNode& value) {
      if (key == "numbered") return truth(value, style.numbered);
      if (key == "online-mark") return truth(value, style.online_mark);
      if (key == "own-words") return truth(value, style.own_words);
      if (key == "single-inner-marks") return truth(value, style.single_inner_marks);
      if (key == "between") return text(value, style.between);
      if (key == "traditional") {
        each(value, [&](std::string_view word, const YamlNode& other) {
          return !word.empty() && text(other, style.traditional[std::string(word)]);
        });
        return true;
      }
      if (key == "han") return (han = &value) != nullptr;
      if (key == "western") return (western = &value) != nullptr;
      return script_key(key, value, style.han);
    });
    if (han) script(*han, style.han);
    style.western = style.han;
    if (western) script(*western, style.western);
    for (const std::string_view name : kTemplates) {
      if (!style.han.templates.contains(std::string(name))) bad(*root, "no template '" + std::string(name) + "'");
    }
    if (failed_) return std::nullopt;
    return style;
  }

 private:
  void bad(const YamlNode& node, std::string what) {
    if (!failed_) diagnostics_.report("citation.bad-style", node.span, {std::move(what)});
    failed_ = true;
  }

  template <typename Read>
  void each(const YamlNode& node, const Read& read) {
    if (node.kind != YamlNode::Kind::mapping) return bad(node, "keys and values are expected here");
    for (const YamlEntry& entry : node.entries) {
      if (!read(entry.key.text, entry.value)) bad(entry.key, "'" + entry.key.text + "' has no meaning here");
    }
  }

  bool truth(const YamlNode& node, bool& out) {
    if (node.text != "true" && node.text != "false") bad(node, "true or false is expected here");
    out = node.text == "true";
    return true;
  }

  bool text(const YamlNode& node, std::string& out) {
    if (node.kind != YamlNode::Kind::scalar) bad(node, "a text is expected here");
    out = node.text;
    return true;
  }

  bool choice(const YamlNode& node, std::string_view yes, std::string_view no, bool& out) {
    if (node.text != yes && node.text != no) {
      bad(node, "'" + std::string(yes) + "' or '" + std::string(no) + "' is expected here");
    }
    out = node.text == yes;
    return true;
  }

  void script(const YamlNode& node, Script& out) {
    each(node, [&](std::string_view key, const YamlNode& value) { return script_key(key, value, out); });
  }

  bool script_key(std::string_view key, const YamlNode& value, Script& out) {
    if (key == "dates") return choice(value, "chinese", "iso", out.chinese_dates);
    if (key == "ranges") {
      each(value, [&](std::string_view name, const YamlNode& dash) {
        if (name == "years") return text(dash, out.years_dash);
        return name == "pages" && text(dash, out.pages_dash);
      });
    } else if (key == "names") {
      each(value, [&](std::string_view name, const YamlNode& rule) { return name_rule(name, rule, out.names); });
    } else if (key == "words") {
      constexpr std::string_view kWords[] = {"edition", "volume", "page", "pages", "sheet"};
      each(value, [&](std::string_view name, const YamlNode& word) {
        return std::find(std::begin(kWords), std::end(kWords), name) != std::end(kWords) &&
               text(word, out.words[std::string(name)]);
      });
    } else if (key == "parts") {
      each(value, [&](std::string_view name, const YamlNode& pattern) {
        return !is_field(name) && pattern_of(pattern, false, out, out.parts[std::string(name)]);
      });
    } else if (key == "templates") {
      each(value, [&](std::string_view name, const YamlNode& pattern) {
        return std::find(std::begin(kTemplates), std::end(kTemplates), name) != std::end(kTemplates) &&
               pattern_of(pattern, true, out, out.templates[std::string(name)]);
      });
    } else {
      return false;
    }
    return true;
  }

  bool name_rule(std::string_view name, const YamlNode& value, NameRules& out) {
    const auto given = [&](NameRules::Given& rule) {
      bool initials = false;
      choice(value, "initials", "whole", initials);
      rule = initials ? NameRules::Given::initials : NameRules::Given::whole;
      return true;
    };
    if (name == "separator") return text(value, out.separator);
    if (name == "others") return text(value, out.others);
    if (name == "order") return choice(value, "family-first", "given-first", out.family_first);
    if (name == "capitals") return truth(value, out.capitals);
    if (name == "hyphens") return truth(value, out.hyphens);
    if (name == "given") return given(out.given);
    if (name == "pinyin") return given(out.pinyin);
    if (name != "most") return false;
    const auto read = std::from_chars(value.text.data(), value.text.data() + value.text.size(), out.most);
    if (read.ec != std::errc() || read.ptr != value.text.data() + value.text.size() || out.most == 0) {
      bad(value, "a number of names is expected here");
    }
    return true;
  }

  // A part is made of fields alone, so that none can hold itself.
  bool pattern_of(const YamlNode& node, bool with_parts, const Script& script, Template& out) {
    auto parsed = Template::parse(node.text);
    if (!parsed || node.kind != YamlNode::Kind::scalar) {
      bad(node, "this is no template: its brackets do not pair, or it is too long");
      return true;
    }
    for (const std::string& name : parsed->fields()) {
      if (!is_field(name) && !(with_parts && script.parts.contains(name)))
        bad(node, "there is no field '" + name + "'");
    }
    out = std::move(*parsed);
    return true;
  }

  const source::SourceFile& file_;
  source::Diagnostics& diagnostics_;
  bool failed_ = false;
};

}  // namespace

void make_traditional(Style& style) {
  const auto change = [&](std::string& text) {
    for (const auto& [word, other] : style.traditional) {
      for (size_t at = text.find(word); at != text.npos; at = text.find(word, at + other.size())) {
        text.replace(at, word.size(), other);
      }
    }
  };
  change(style.han.names.others);
  for (auto& [name, word] : style.han.words) change(word);
  for (auto& [name, part] : style.han.parts) part.change_words(change);
  for (auto& [name, pattern] : style.han.templates) pattern.change_words(change);
}

bool is_field(std::string_view name) {
  return std::find(std::begin(kFields), std::end(kFields), name) != std::end(kFields);
}

std::optional<Style> read_style(const source::SourceFile& file, source::Diagnostics& diagnostics) {
  return StyleReader(file, diagnostics).read();
}

}  // namespace huozi::citation
