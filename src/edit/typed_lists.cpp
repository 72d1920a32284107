// Paragraphs in a row that begin with numbers in sequence, or with one bullet, become a list. A number stays in the
// text as it is printed, whatever its form: such a list has the class numbered-items and no markers of its own. Plain
// bullets become the list's markers.
#include <algorithm>
#include <iterator>

#include "document/plain_text.h"
#include "document/walk.h"
#include "edit/flow_edit.h"
#include "edit/inline_edit.h"
#include "edit/item_number.h"
#include "edit/line_shape.h"
#include "edit/paragraph_style.h"
#include "edit/pass.h"

namespace huozi::edit {

using document::Block;
using document::Blocks;
using document::Inlines;
using document::List;

namespace {

constexpr std::string_view kNumbered = "numbered-items";

std::optional<ItemNumber> number_of(const Inlines& nodes) {
  return item_number(document::plain_text(nodes));
}
std::optional<ItemNumber> number_of(const Block& block) {
  const document::Paragraph* paragraph = paragraph_of(block);
  if (paragraph == nullptr || is_centred(block) || is_right_aligned(block)) return std::nullopt;
  return number_of(paragraph->children);
}

void drop_bullet(Inlines& nodes, Pass& pass) {
  const std::optional<ItemNumber> number = number_of(nodes);
  if (number && number->is_plain_bullet()) erase_text(nodes, 0, number->length, "edit.bullet", pass);
}

class ListMaker {
 public:
  explicit ListMaker(Pass& pass) : pass_(pass) {}

  Blocks make(Blocks flow) {
    flow = split_lines(std::move(flow));
    Blocks out;
    for (size_t i = 0; i < flow.size();) {
      const std::optional<ItemNumber> first = number_of(flow[i]);
      const size_t end = first ? items_end(flow, i, *first) : i;
      if (end > i) {
        out.push_back(list_of(flow, i, end, first->is_plain_bullet()));
        i = end;
        continue;
      }
      if (first && !first->is_bullet() && flow.size() > 1)
        pass_.decide("list", flow[i].info.span, 25, "a number without the next below it");
      out.push_back(std::move(flow[i++]));
    }
    return out;
  }

 private:
  // After the last item from `begin` on; `begin` when there is but one. Pictures between two items part no list.
  static size_t items_end(const Blocks& flow, size_t begin, ItemNumber last) {
    size_t end = begin;
    for (size_t i = begin + 1; i < flow.size(); ++i) {
      if (std::holds_alternative<document::Figure>(flow[i].content)) continue;
      const std::optional<ItemNumber> next = number_of(flow[i]);
      if (!next || !next->follows(last)) break;
      last = *next;
      end = i + 1;
    }
    return end;
  }

  Block list_of(Blocks& flow, size_t begin, size_t end, bool bullets) {
    List list;
    const source::Span span = joined(flow[begin].info.span, flow[end - 1].info.span);
    for (size_t i = begin; i < end; ++i) {
      if (document::Paragraph* paragraph = paragraph_of(flow[i])) {
        if (bullets) drop_bullet(paragraph->children, pass_);
        list.items.push_back({{pass_.document.make_id(), flow[i].info.span, {}}, {}});
      }
      list.items.back().info.span = joined(list.items.back().info.span, flow[i].info.span);
      list.items.back().children.push_back(std::move(flow[i]));
    }
    list.tight = std::all_of(list.items.begin(), list.items.end(),
                             [](const document::ListItem& item) { return item.children.size() == 1; });
    Block block = make_block(pass_, span, std::move(list));
    if (!bullets) block.info.attributes.classes.emplace_back(kNumbered);
    pass_.record("edit.list", span);
    pass_.decide("list", span, bullets ? 90 : 85,
                 bullets ? "one bullet before each line" : "typed numbers in sequence");
    return block;
  }

  // Items that are lines of one paragraph get paragraphs of their own, and so does what stands before and after them.
  Blocks split_lines(Blocks flow) {
    Blocks out;
    for (Block& block : flow) {
      document::Paragraph* paragraph = paragraph_of(block);
      const bool broken =
          paragraph != nullptr && block.info.attributes.id.empty() &&
          std::any_of(paragraph->children.begin(), paragraph->children.end(), [](const document::Inline& node) {
            return std::holds_alternative<document::LineBreak>(node.content);
          });
      if (!broken || !split(block, out)) out.push_back(std::move(block));
    }
    return out;
  }

  bool split(Block& block, Blocks& out) {
    const std::vector<Inlines> lines = lines_in(paragraph_of(block)->children);
    std::vector<std::optional<ItemNumber>> numbers;
    std::transform(lines.begin(), lines.end(), std::back_inserter(numbers),
                   [](const Inlines& line) { return number_of(line); });
    // Of each line, whether it begins a paragraph.
    std::vector<bool> begins(lines.size(), false);
    bool any = false;
    for (size_t i = 1; i < lines.size(); ++i) {
      if (!numbers[i] || !numbers[i - 1] || !numbers[i]->follows(*numbers[i - 1])) continue;
      begins[i - 1] = begins[i] = any = true;
      if (i + 1 < lines.size()) begins[i + 1] = true;
    }
    if (!any) return false;
    std::vector<Inlines> part;
    const auto close = [&] {
      if (!part.empty()) out.push_back(paragraph_of_lines(block, std::move(part), pass_));
      part.clear();
    };
    for (size_t i = 0; i < lines.size(); ++i) {
      if (begins[i]) close();
      if (!is_empty(lines[i])) part.push_back(lines[i]);
    }
    close();
    return true;
  }

  Pass& pass_;
};

// A list whose items are typed with numbers besides has no need of markers; typed bullets go.
void mark_typed(Block& block, List& list, Pass& pass) {
  std::optional<ItemNumber> last;
  for (const document::ListItem& item : list.items) {
    const std::optional<ItemNumber> number =
        item.children.empty() ? std::optional<ItemNumber>() : number_of(item.children.front());
    if (!number || (last && !number->follows(*last))) return;
    last = number;
  }
  if (!last || list.items.size() < 2 || block.info.attributes.has_class(kNumbered)) return;
  pass.decide("list", block.info.span, 85, "a list whose items bring their own numbers or bullets");
  pass.record("edit.list", block.info.span);
  if (!last->is_plain_bullet()) {
    block.info.attributes.classes.emplace_back(kNumbered);
    return;
  }
  if (list.ordered) return;
  for (document::ListItem& item : list.items) drop_bullet(paragraph_of(item.children.front())->children, pass);
}

}  // namespace

void find_typed_lists(Pass& pass) {
  document::for_each_block(
      pass.document.blocks,
      [&](Block& block) {
        if (auto* list = std::get_if<List>(&block.content)) mark_typed(block, *list, pass);
      },
      document::Notes::skip);
  ListMaker maker(pass);
  for (Blocks* flow : flows(pass.document, Flows::quoted)) *flow = maker.make(std::move(*flow));
}

}  // namespace huozi::edit
