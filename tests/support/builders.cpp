#include "support/builders.h"

#include "document/walk.h"

namespace huozi::test {

using namespace document;

namespace {

Inline inline_of(decltype(Inline::content) content) {
  return {{}, std::move(content)};
}
Block block_of(decltype(Block::content) content) {
  return {{}, std::move(content)};
}

// A node's own words, without those of its parts.
std::string own_words(const Inline& node) {
  if (const auto* text = std::get_if<Text>(&node.content)) return text->text;
  if (const auto* image = std::get_if<Image>(&node.content)) return image->alternative + image->title;
  std::string out;
  if (const auto* ruby = std::get_if<Ruby>(&node.content)) {
    for (const Ruby::Pair& pair : ruby->pairs) out += pair.text;
  }
  return out;
}
std::string own_words(const Block& block) {
  const auto* code = std::get_if<CodeBlock>(&block.content);
  return code != nullptr ? code->text : std::string();
}

uint32_t size_of(const std::string& text) {
  return static_cast<uint32_t>(text.size());
}

template <typename Node>
uint32_t length_below(const Node& node) {
  uint32_t length = 0;
  walk(
      node, Notes::enter, [&](const Block& block) { length += size_of(own_words(block)); },
      [&](const Inline& part) { length += size_of(own_words(part)); });
  return length;
}

std::string outline_of(const Inlines& nodes) {
  std::string out;
  for (const Inline& node : nodes) {
    if (const auto* text = std::get_if<Text>(&node.content)) out += text->text;
    if (const auto* styling = std::get_if<Styled>(&node.content)) {
      const bool is_strong = styling->kind == StyledKind::strong;
      out += (is_strong ? "*" : "") + outline_of(styling->children) + (is_strong ? "*" : "");
    }
    if (const auto* link = std::get_if<Link>(&node.content)) out += outline_of(link->children);
    if (const auto* image = std::get_if<Image>(&node.content)) out += "[" + image->source + "]";
    if (std::holds_alternative<LineBreak>(node.content)) out += "/";
    if (const auto* call = std::get_if<Note>(&node.content)) {
      out += "{" + outline(call->blocks);
      out.back() = '}';
    }
  }
  return out;
}

void outline_to(std::string& out, const Blocks& blocks, size_t depth) {
  const std::string indent(depth * 2, ' ');
  for (const Block& block : blocks) {
    out += indent;
    if (const auto* paragraph = std::get_if<Paragraph>(&block.content)) {
      out += "p " + outline_of(paragraph->children) + "\n";
    } else if (const auto* heading = std::get_if<Heading>(&block.content)) {
      out += "h" + std::to_string(heading->level) + " " + outline_of(heading->children) + "\n";
    } else if (const auto* quotation = std::get_if<Quotation>(&block.content)) {
      out += "quotation\n";
      outline_to(out, quotation->children, depth + 1);
    } else if (const auto* div = std::get_if<Division>(&block.content)) {
      out += "division\n";
      outline_to(out, div->children, depth + 1);
    } else if (const auto* items = std::get_if<List>(&block.content)) {
      out += "list\n";
      for (const ListItem& item : items->items) outline_to(out, item.children, depth + 1);
    } else if (const auto* picture = std::get_if<Figure>(&block.content)) {
      out += "figure " + outline_of(picture->caption) + "|" + outline_of(picture->credit) + "\n";
      outline_to(out, picture->children, depth + 1);
    } else {
      out += "block\n";
    }
  }
}

}  // namespace

Words::Words(const char* text) {
  if (*text != '\0') push_back(t(text));
}

Inline t(std::string text) {
  return inline_of(Text{std::move(text)});
}
Inline styled(StyledKind kind, Words children) {
  return inline_of(Styled{kind, std::move(children)});
}
Inline strong(Words children) {
  return styled(StyledKind::strong, std::move(children));
}
Inline code(Words children) {
  return styled(StyledKind::code, std::move(children));
}
Inline span(Words children, std::vector<std::pair<std::string, std::string>> values) {
  Inline node = styled(StyledKind::span, std::move(children));
  node.info.attributes.values = std::move(values);
  return node;
}
Inline a(std::string target, Words children) {
  return inline_of(Link{std::move(target), std::move(children)});
}
Inline img(std::string source, std::string alternative, std::string title) {
  return inline_of(Image{std::move(source), std::move(alternative), std::move(title), {}});
}
Inline br() {
  return inline_of(LineBreak{});
}
Inline note(Blocks blocks) {
  Note content;
  content.blocks = std::move(blocks);
  return inline_of(std::move(content));
}
Inline ruby(std::string base, std::string text) {
  return inline_of(Ruby{{Ruby::Pair{{t(std::move(base))}, std::move(text)}}});
}

Block p(Words children) {
  return block_of(Paragraph{std::move(children)});
}
Block h(int level, Words children) {
  return block_of(Heading{level, std::move(children), {}});
}
Block quote(Blocks children) {
  return block_of(Quotation{std::move(children)});
}
Block list(std::vector<Blocks> items) {
  List content;
  for (Blocks& item : items) content.items.push_back({{}, std::move(item)});
  return block_of(std::move(content));
}
Block table(std::vector<std::vector<std::string>> rows) {
  Table content;
  for (const std::vector<std::string>& row : rows) {
    std::vector<TableCell>& cells = content.rows.emplace_back();
    for (const std::string& text : row) cells.emplace_back().children.push_back(p({t(text)}));
  }
  return block_of(std::move(content));
}
Block division(std::string class_name, Blocks children) {
  return with_class(block_of(Division{std::move(children)}), std::move(class_name));
}
Block figure(Blocks children, Words caption, Words credit) {
  return block_of(Figure{std::move(children), std::move(caption), std::move(credit)});
}
Block centred(Block block) {
  block.info.attributes.values.emplace_back("text-align", "center");
  return block;
}
Block with_class(Block block, std::string class_name) {
  block.info.attributes.classes.push_back(std::move(class_name));
  return block;
}

Sample document_of(Blocks blocks) {
  Sample sample;
  sample.document.file = 0;
  sample.document.blocks = std::move(blocks);
  const auto place = [&](auto& node) {
    node.info.id = sample.document.make_id();
    const uint32_t begin = size_of(sample.source);
    node.info.span = {0, begin, begin + length_below(node)};
    sample.source += own_words(node);
  };
  walk(sample.document.blocks, Notes::enter, place, place);
  return sample;
}

std::string visible_text(const Blocks& blocks) {
  std::string out;
  const auto add = [&](const auto& node) { out += own_words(node); };
  walk(blocks, Notes::enter, add, add);
  return out;
}

std::string replay(std::string_view source, const Audit& audit) {
  std::string out;
  size_t done = 0;
  for (const AuditEntry& entry : audit.entries) {
    if (entry.removed.empty() && entry.replaced_by.empty()) continue;
    if (entry.rule.starts_with("address.")) continue;  // no text
    const size_t at = source.find(entry.removed, std::max<size_t>(entry.span.begin, done));
    if (at == std::string_view::npos || at + entry.removed.size() > entry.span.end) {
      return "not at its place: " + entry.rule + " " + entry.removed;
    }
    out += source.substr(done, at - done);
    out += entry.replaced_by;
    done = at + entry.removed.size();
  }
  return out + std::string(source.substr(done));
}

std::string outline(const Blocks& blocks) {
  std::string out;
  outline_to(out, blocks, 0);
  return out;
}

}  // namespace huozi::test
