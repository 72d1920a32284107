#include "document/imprint_page.h"

#include <algorithm>
#include <array>
#include <string_view>
#include <utility>

#include "document/element.h"
#include "document/fact_rows.h"

namespace huozi::document {
namespace {

struct Label {
  std::string_view simplified;
  std::string_view traditional;
};

struct RoleLabel {
  std::string_view role;  // MARC relator code
  Label label;
};
constexpr std::array kRoleLabels = {
    RoleLabel{"aut", {"作者", "作者"}}, RoleLabel{"com", {"编著", "編著"}}, RoleLabel{"edt", {"编者", "編者"}},
    RoleLabel{"trl", {"译者", "譯者"}}, RoleLabel{"ill", {"绘者", "繪者"}}, RoleLabel{"ann", {"注者", "注者"}},
    RoleLabel{"pfr", {"校对", "校對"}}, RoleLabel{"bkd", {"设计", "設計"}},
};
constexpr Label kOtherRole = {"责任者", "責任者"};

struct ExtraRow {
  std::string_view label, value;  // empty: the line is no labelled one
};

ExtraRow extra_row(std::string_view line) {
  constexpr std::string_view kColon = "：";
  constexpr size_t kLongestLabel = 8;  // characters
  const size_t colon = line.find(kColon);
  if (colon == std::string_view::npos || colon == 0 || colon + kColon.size() >= line.size()) return {};
  const std::string_view label = line.substr(0, colon);
  if (character_count(label) > kLongestLabel) return {};
  return {label, line.substr(colon + kColon.size())};
}

class ImprintMaker {
 public:
  ImprintMaker(const BookMetadata& metadata, size_t section_index)
      : metadata_(metadata), traditional_(is_traditional_chinese(metadata.language)), rows_(section_index) {}

  Section make(const Imprint& imprint, const EditionFacts& facts) {
    Section section;
    section.role = SectionRole::imprint;
    section.name = role_name(section.role);
    section.info = rows_.info("");
    NodeInfo division = rows_.info("imprint");
    if (!imprint.cip.empty()) add_cip(imprint.cip);
    const std::string& subtitle = metadata_.subtitle;
    entry({"书名", "書名"}, metadata_.title + (subtitle.empty() ? "" : "：" + subtitle));
    if (!metadata_.series_title.empty()) entry({"丛书", "叢書"}, metadata_.series_title);
    add_creators();
    entry({"出版", "出版"}, metadata_.publisher);
    entry({"编印单位", "編印單位"}, imprint.compiled_by);
    entry({"印刷单位", "印刷單位"}, imprint.printed_by);
    entry({"准印证号", "准印證號"}, imprint.permit);
    if (!metadata_.isbn.empty()) entry({"书号", "書號"}, "ISBN " + metadata_.isbn);
    const auto computed = [&](const Label& label, const std::string& value) {
      if (extra_value(imprint, traditional_ ? label.traditional : label.simplified).empty()) entry(label, value);
    };
    computed({"开本", "開本"}, facts.format);
    computed({"印张", "印張"}, facts.sheets);
    computed({"字数", "字數"}, facts.characters);
    entry({"版次", "版次"}, imprint.edition);
    entry({"印次", "印次"}, imprint.printing);
    if (imprint.print_run) entry({"印数", "印數"}, std::to_string(*imprint.print_run) + (traditional_ ? "冊" : "册"));
    entry({"发送对象", "發送對象"}, imprint.recipients);
    entry({"定价", "定價"}, imprint.price);
    for (const std::string& line : imprint.extra) add_extra(line);
    if (!metadata_.rights.empty()) rows_.line("rights", metadata_.rights);
    section.blocks.push_back({std::move(division), Division{rows_.take()}});
    return section;
  }

 private:
  void add_cip(std::string_view cip) {
    Inlines lines;
    for (size_t begin = 0; begin <= cip.size();) {
      const size_t end = std::min(cip.find('\n', begin), cip.size());
      if (begin > 0) lines.push_back({rows_.info(""), LineBreak{}});
      if (end > begin) lines.push_back(rows_.text(std::string(cip.substr(begin, end - begin))));
      begin = end + 1;
    }
    rows_.paragraph("cip", std::move(lines));
  }

  void entry(const Label& label, std::string_view value) {
    rows_.labelled(traditional_ ? label.traditional : label.simplified, value);
  }

  // One row for each run of creators with the same role.
  void add_creators() {
    const std::vector<Creator>& creators = metadata_.creators;
    for (size_t i = 0; i < creators.size();) {
      const std::string& role = creators[i].role;
      std::string names;
      for (; i < creators.size() && creators[i].role == role; ++i) {
        if (!names.empty()) names += "　";
        names += creators[i].name;
      }
      const auto known =
          std::find_if(kRoleLabels.begin(), kRoleLabels.end(), [&](const RoleLabel& row) { return row.role == role; });
      entry(known == kRoleLabels.end() ? kOtherRole : known->label, names);
    }
  }

  void add_extra(std::string_view line) {
    const ExtraRow row = extra_row(line);
    if (row.label.empty()) {
      rows_.line("imprint-entry", std::string(line));
    } else {
      rows_.labelled(row.label, row.value);
    }
  }

  const BookMetadata& metadata_;
  bool traditional_;
  FactRows rows_;
};

}  // namespace

std::string_view extra_value(const Imprint& imprint, std::string_view label) {
  for (const std::string& line : imprint.extra) {
    const ExtraRow row = extra_row(line);
    if (row.label == label) return row.value;
  }
  return {};
}

Section imprint_page(const BookMetadata& metadata, const Imprint& imprint, const EditionFacts& facts,
                     size_t section_index) {
  return ImprintMaker(metadata, section_index).make(imprint, facts);
}

}  // namespace huozi::document
