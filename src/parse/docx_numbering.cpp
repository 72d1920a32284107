#include "parse/docx_numbering.h"

#include <algorithm>

#include "parse/docx_number_text.h"

namespace huozi::parse {
namespace {

// HTML's `type` of a way to count; nothing when no List counts so.
std::optional<std::string> list_type(std::string_view format) {
  if (format == "decimal") return "";
  if (format == "lowerLetter") return "a";
  if (format == "upperLetter") return "A";
  if (format == "lowerRoman") return "i";
  if (format == "upperRoman") return "I";
  return std::nullopt;
}

// The closing marks of Chinese hold their blank within: （一）, 一、.
bool has_own_space(std::string_view number) {
  constexpr std::array<std::string_view, 8> kMarks = {" ", "、", "）", "．", "。", "：", "】", "　"};
  return std::any_of(kMarks.begin(), kMarks.end(), [&](std::string_view mark) { return number.ends_with(mark); });
}

}  // namespace

void DocxNumbering::read_level(const XmlNode& node, Level& level) {
  for (const XmlNode& child : node.children) {
    const std::string_view value = child.value("val");
    if (child.is("numFmt")) level.format = value;
    if (child.is("lvlText")) level.text = value;
    if (child.is("pStyle")) level.style = value;
    if (child.is("start")) level.start = number_of(value, 1);
    if (child.is("lvlRestart")) level.restarts = value != "0";
    if (child.is("isLgl")) level.legal = is_on(child);
    if (child.is("suff")) level.spaced = value != "nothing";
    // Word 2010's other formats stand in an AlternateContent.
    if (child.is("AlternateContent")) {
      for (const XmlNode& choice : child.children) {
        const XmlNode* format = choice.is("Choice") ? choice.child("numFmt") : nullptr;
        if (format && format->value("val") != "custom") level.format = format->value("val");
      }
    }
  }
}

DocxNumbering::DocxNumbering(const XmlNode& numbering) {
  std::map<std::string, Levels, std::less<>> definitions;
  std::map<std::string, std::string, std::less<>> by_style, links;
  const auto level_index = [](const XmlNode& node) {
    return static_cast<size_t>(std::clamp<int64_t>(number_of(node.value("ilvl"), 0), 0, kLevels - 1));
  };
  for (const XmlNode& node : numbering.children) {
    if (!node.is("abstractNum")) continue;
    const std::string id(node.value("abstractNumId"));
    Levels& levels = definitions[id];
    for (const XmlNode& child : node.children) {
      if (child.is("lvl")) read_level(child, levels[level_index(child)]);
      if (child.is("styleLink")) by_style[std::string(child.value("val"))] = id;
      if (child.is("numStyleLink")) links[id] = child.value("val");
    }
  }
  for (const XmlNode& node : numbering.children) {
    if (!node.is("num")) continue;
    const XmlNode* named = node.child("abstractNumId");
    Instance instance;
    instance.definition = named ? named->value("val") : std::string_view();
    if (const auto link = links.find(instance.definition); link != links.end()) {
      if (const auto target = by_style.find(link->second); target != by_style.end()) {
        instance.definition = target->second;
      }
    }
    const auto found = definitions.find(instance.definition);
    if (found == definitions.end()) continue;
    instance.levels = found->second;
    for (const XmlNode& change : node.children) {
      if (!change.is("lvlOverride")) continue;
      const size_t level = level_index(change);
      if (const XmlNode* own = change.child("lvl")) read_level(*own, instance.levels[level]);
      if (const XmlNode* start = change.child("startOverride")) {
        instance.starts[level] = number_of(start->value("val"), 1);
      }
    }
    instances_.emplace(node.value("numId"), std::move(instance));
  }
}

std::string DocxNumbering::printed(const Levels& levels, const Count& count, size_t level) const {
  const std::string& text = levels[level].text;
  std::string out;
  for (size_t i = 0; i < text.size(); ++i) {
    const bool place = text[i] == '%' && i + 1 < text.size() && text[i + 1] >= '1' && text[i + 1] <= '9';
    if (!place) {
      out += text[i];
      continue;
    }
    const auto named = static_cast<size_t>(text[++i] - '1');
    if (named > level) continue;
    const std::string_view format = levels[level].legal ? std::string_view("decimal") : levels[named].format;
    out += number_text(format, count.values[named].value_or(levels[named].start));
  }
  return out;
}

std::optional<ListNumber> DocxNumbering::next(const NumberingUse& use, std::string_view style) {
  const auto found = instances_.find(use.id);
  if (found == instances_.end()) return std::nullopt;
  Instance& instance = found->second;
  auto level = static_cast<size_t>(std::clamp(use.level, 0, static_cast<int>(kLevels) - 1));
  if (use.level < 0) {
    for (size_t i = 0; i < kLevels; ++i) {
      if (!style.empty() && instance.levels[i].style == style) level = i;
    }
  }
  Count& count = counts_[instance.definition];
  const Level& own = instance.levels[level];
  std::optional<int64_t>& value = count.values[level];
  if (instance.starts[level]) {
    value = *std::exchange(instance.starts[level], std::nullopt);
  } else {
    value = value ? *value + 1 : own.start;
  }
  for (size_t deeper = level + 1; deeper < kLevels; ++deeper) {
    if (instance.levels[deeper].restarts) count.values[deeper].reset();
  }
  ListNumber out;
  out.level = static_cast<int>(level);
  out.list = use.id;
  out.value = *value;
  if (own.format == "bullet") {
    out.bullet = out.plain = true;
    return out;
  }
  if (own.format == "none" && own.text.find('%') == std::string::npos && own.text.empty()) return std::nullopt;
  out.printed = printed(instance.levels, count, level);
  const std::string place = '%' + std::to_string(level + 1);
  const std::optional<std::string> type = list_type(own.format);
  out.plain = type && (own.text == place + '.' || own.text == place || own.text == place + "．");
  if (out.plain) out.type = *type;
  if (out.printed.empty()) return std::nullopt;
  if (own.spaced && !has_own_space(out.printed)) out.printed += ' ';
  return out;
}

}  // namespace huozi::parse
