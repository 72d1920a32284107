// Fields: an instruction to Word and the text it made of it. The text stays, the instruction goes.
#include <algorithm>
#include <array>

#include "base/utf8.h"
#include "parse/docx_number_text.h"
#include "parse/docx_reader.h"
#include "parse/docx_text.h"
#include "parse/inlines.h"

namespace huozi::parse {

using namespace document;

namespace {

constexpr size_t kDeepestField = 32;

// HYPERLINK "address" \l "bookmark": words, with quotation marks taken off.
std::vector<std::string> words_of_instruction(std::string_view text) {
  std::vector<std::string> out;
  for (size_t at = 0; at < text.size();) {
    if (text[at] == ' ') {
      ++at;
    } else if (text[at] == '"') {
      const size_t end = std::min(text.find('"', at + 1), text.size());
      out.emplace_back(text.substr(at + 1, end - at - 1));
      at = end + 1;
    } else {
      const size_t end = std::min(text.find(' ', at), text.size());
      out.emplace_back(text.substr(at, end - at));
      at = end;
    }
  }
  return out;
}

std::string link_target(const std::string& instruction) {
  const std::vector<std::string> words = words_of_instruction(instruction);
  if (words.empty() || (words[0] != "HYPERLINK" && words[0] != "hyperlink")) return {};
  std::string target;
  for (size_t i = 1; i < words.size(); ++i) {
    if (words[i] == "\\l" && i + 1 < words.size()) {
      target += '#' + words[++i];
    } else if ((words[i] == "\\o" || words[i] == "\\t") && i + 1 < words.size()) {
      ++i;
    } else if (!words[i].starts_with('\\') && target.empty()) {
      target = words[i];
    }
  }
  return target;
}

// What EQ draws one over another, \o\ac(○,3): the enclosed character where there is one such, else the words.
std::string overstruck(std::string_view instruction) {
  const size_t open = instruction.rfind('(');
  const size_t close = instruction.find(')', open == std::string_view::npos ? 0 : open);
  if (open == std::string_view::npos || close == std::string_view::npos) return {};
  std::string_view inner = instruction.substr(open + 1, close - open - 1);
  const size_t comma = inner.find_first_of(",;");
  if (comma == std::string_view::npos) return std::string(inner);
  const std::string_view frame = inner.substr(0, comma);
  std::string_view words = inner.substr(comma + 1);
  while (words.starts_with(' ')) words.remove_prefix(1);
  while (words.ends_with(' ')) words.remove_suffix(1);
  const int64_t number = number_of(words, 0);
  if (frame == "○" && number >= 1 && number <= 50) return number_text("decimalEnclosedCircle", number);
  constexpr std::array<std::string_view, 4> kFrames = {"○", "□", "△", "◇"};
  const bool framed = std::find(kFrames.begin(), kFrames.end(), frame) != kFrames.end();
  return framed ? std::string(words) : std::string(frame) + std::string(words);
}

}  // namespace

void DocxReader::field_mark(const XmlNode& node, Inlines& out) {
  const std::string_view type = node.value("fldCharType");
  if (node.is("instrText")) {
    if (fields_.empty()) return drop(node, "parse.field");
    fields_.back().instruction += node.all_text();
    fields_.back().span = joined(fields_.back().span, span_of_node(node));
  } else if (type == "begin" && fields_.size() < kDeepestField) {
    fields_.push_back({{}, span_of_node(node), false, nullptr, 0});
  } else if (type == "separate" && !fields_.empty()) {
    fields_.back().in_result = true;
    fields_.back().container = &out;
    fields_.back().from = out.size();
  } else if (type == "end" && !fields_.empty()) {
    end_field(out);
  }
}

void DocxReader::end_field(Inlines& out) {
  const Field field = std::move(fields_.back());
  fields_.pop_back();
  const std::string seen(context_.file.slice(field.span));
  if (field.in_result) {
    if (field.container == &out) wrap_in_link(link_target(field.instruction), out, field.from);
    return;
  }
  if (seen.empty()) return;  // only an equation's instruction stands in the text
  std::string text = overstruck(field.instruction);
  context_.record("parse.field", field.span, seen, text);
  if (!text.empty()) out.push_back(make_text(field.span, std::move(text)));
}

// An instruction ends with its paragraph; a result, such as a table of contents, may go on. `container` holds for one
// paragraph only.
void DocxReader::drop_open_instructions() {
  std::erase_if(fields_, [](const Field& field) { return !field.in_result; });
  for (Field& field : fields_) field.container = nullptr;
}

}  // namespace huozi::parse
