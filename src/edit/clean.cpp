#include "edit/clean.h"

#include <algorithm>

#include "document/walk.h"
#include "edit/pass.h"

namespace huozi::edit {
namespace {

// Their lines are what the author says they are.
bool has_set_role(const document::Attributes& attributes) {
  constexpr std::string_view kRoles[] = {"verse", "signature", "title", "salutation", "page-break"};
  return std::any_of(std::begin(kRoles), std::end(kRoles),
                     [&](std::string_view role) { return attributes.has_class(role); });
}

}  // namespace

std::vector<document::Blocks*> flows(document::Document& document, Flows which) {
  std::vector<document::Blocks*> found = {&document.blocks};
  document::for_each_block(
      document.blocks,
      [&](document::Block& block) {
        if (auto* division = std::get_if<document::Division>(&block.content)) {
          if (!has_set_role(block.info.attributes)) found.push_back(&division->children);
        }
        if (which != Flows::quoted) return;
        if (auto* quotation = std::get_if<document::Quotation>(&block.content)) found.push_back(&quotation->children);
        if (auto* list = std::get_if<document::List>(&block.content)) {
          for (document::ListItem& item : list->items) found.push_back(&item.children);
        }
      },
      document::Notes::skip);
  std::reverse(found.begin(), found.end());
  return found;
}

void clean(document::Document& document, const Options& options, source::Diagnostics& diagnostics,
           document::Audit& audit) {
  const auto first_entry = static_cast<std::ptrdiff_t>(audit.entries.size());
  const auto first_decision = static_cast<std::ptrdiff_t>(audit.decisions.size());
  Pass pass{document, options, diagnostics, audit};

  remove_page_parts(pass);
  tidy(pass);
  settle_language(pass);
  report_source_marks(pass);
  clean_links(pass);
  remove_noise(pass);
  clean_images(pass);
  make_figures(pass);
  drop_repeated_words(pass);
  tidy_headings(pass);
  find_imprint_lines(pass);
  find_bylines(pass);
  find_headings(pass);
  level_headings(pass);
  find_verse(pass);
  find_document_heads(pass);
  find_signatures(pass);
  find_table_heads(pass);
  find_typed_lists(pass);
  attach_attributions(pass);
  convert_quotes(pass);

  const auto in_source_order = [](const auto& a, const auto& b) { return a.span.begin < b.span.begin; };
  std::stable_sort(audit.entries.begin() + first_entry, audit.entries.end(), in_source_order);
  std::stable_sort(audit.decisions.begin() + first_decision, audit.decisions.end(), in_source_order);
}

}  // namespace huozi::edit
