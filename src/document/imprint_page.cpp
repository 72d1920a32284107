#include "document/imprint_page.h"

#include <algorithm>
#include <array>
#include <string_view>
#include <utility>

#include "document/element.h"
#include "document/front_matter_pages.h"

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

// The beginnings of the characters of a UTF-8 text.
std::vector<size_t> characters_of(std::string_view text) {
  std::vector<size_t> begins;
  for (size_t i = 0; i < text.size(); ++i) {
    if ((static_cast<unsigned char>(text[i]) & 0xC0) != 0x80) begins.push_back(i);
  }
  return begins;
}

// Two and three characters spread to four ems: two ideographic spaces between two, an en space in each gap of three.
std::string spread(std::string_view label) {
  const std::vector<size_t> begins = characters_of(label);
  if (begins.size() != 2 && begins.size() != 3) return std::string(label);
  std::string out;
  for (size_t i = 0; i < begins.size(); ++i) {
    if (i > 0) out += begins.size() == 2 ? "　　" : "\u2002";
    const size_t end = i + 1 < begins.size() ? begins[i + 1] : label.size();
    out += label.substr(begins[i], end - begins[i]);
  }
  return out;
}

class ImprintMaker {
 public:
  ImprintMaker(const BookMetadata& metadata, size_t section_index)
      : metadata_(metadata), traditional_(is_traditional_chinese(metadata.language)), ids_(section_index) {}

  Section make(const Imprint& imprint) {
    Section section;
    section.role = SectionRole::imprint;
    section.name = role_name(section.role);
    section.info.id = ids_.next();
    NodeInfo division = info("imprint");
    if (!imprint.cip.empty()) add_cip(imprint.cip);
    const std::string& subtitle = metadata_.subtitle;
    entry({"书名", "書名"}, metadata_.title + (subtitle.empty() ? "" : "：" + subtitle));
    if (!metadata_.series_title.empty()) entry({"丛书", "叢書"}, metadata_.series_title);
    add_creators();
    entry({"出版", "出版"}, metadata_.publisher);
    if (!metadata_.isbn.empty()) entry({"书号", "書號"}, "ISBN " + metadata_.isbn);
    entry({"版次", "版次"}, imprint.edition);
    entry({"印次", "印次"}, imprint.printing);
    if (imprint.print_run) entry({"印数", "印數"}, std::to_string(*imprint.print_run) + (traditional_ ? "冊" : "册"));
    entry({"定价", "定價"}, imprint.price);
    for (const std::string& line : imprint.extra) add_extra(line);
    if (!metadata_.rights.empty()) paragraph("rights", {text(metadata_.rights)});
    section.blocks.push_back({std::move(division), Division{std::move(blocks_)}});
    return section;
  }

 private:
  NodeInfo info(std::string class_name) {
    NodeInfo made;
    made.id = ids_.next();
    if (!class_name.empty()) made.attributes.classes.push_back(std::move(class_name));
    return made;
  }

  Inline text(std::string words) { return {info(""), Text{std::move(words)}}; }

  void paragraph(std::string class_name, Inlines children) {
    NodeInfo made = info(std::move(class_name));
    blocks_.push_back({std::move(made), Paragraph{std::move(children)}});
  }

  void add_cip(std::string_view cip) {
    Inlines lines;
    for (size_t begin = 0; begin <= cip.size();) {
      const size_t end = std::min(cip.find('\n', begin), cip.size());
      if (begin > 0) lines.push_back({info(""), LineBreak{}});
      if (end > begin) lines.push_back(text(std::string(cip.substr(begin, end - begin))));
      begin = end + 1;
    }
    paragraph("cip", std::move(lines));
  }

  void entry(const Label& label, std::string value) {
    labelled(traditional_ ? label.traditional : label.simplified, std::move(value));
  }

  void labelled(std::string_view label, std::string value) {
    if (value.empty()) return;
    NodeInfo made = info("label");
    Inline name{std::move(made), Styled{StyledKind::span, {text(spread(label))}}};
    paragraph("imprint-entry", {std::move(name), text("　" + std::move(value))});
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
      entry(known == kRoleLabels.end() ? kOtherRole : known->label, std::move(names));
    }
  }

  void add_extra(std::string_view line) {
    constexpr std::string_view kColon = "：";
    constexpr size_t kLongestLabel = 8;  // characters
    const size_t colon = line.find(kColon);
    const bool has_label = colon != std::string_view::npos && colon > 0 && colon + kColon.size() < line.size() &&
                           characters_of(line.substr(0, colon)).size() <= kLongestLabel;
    if (has_label) {
      labelled(line.substr(0, colon), std::string(line.substr(colon + kColon.size())));
    } else {
      paragraph("imprint-entry", {text(std::string(line))});
    }
  }

  const BookMetadata& metadata_;
  bool traditional_;
  GeneratedIds ids_;
  Blocks blocks_;
};

}  // namespace

Section imprint_page(const BookMetadata& metadata, const Imprint& imprint, size_t section_index) {
  return ImprintMaker(metadata, section_index).make(imprint);
}

}  // namespace huozi::document
