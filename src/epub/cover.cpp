#include "epub/cover.h"

#include <algorithm>

#include "epub/labels.h"
#include "epub/section_file.h"
#include "epub/xml_writer.h"

namespace huozi::epub {
namespace {

constexpr size_t kMostCreators = 6;

std::string joined_creators(const document::BookMetadata& metadata, std::string_view separator) {
  std::string names;
  const size_t count = std::min(metadata.creators.size(), kMostCreators);
  for (size_t i = 0; i < count; ++i) {
    if (i > 0) names += separator;
    names += metadata.creators[i].name;
  }
  if (count < metadata.creators.size()) names += "等";
  return names;
}

std::string cover_description(const document::BookMetadata& metadata) {
  const Labels& labels = labels_for(metadata.language);
  std::string description = std::string(labels.cover) + "：" + metadata.title;
  const std::string creators = joined_creators(metadata, labels.list_mark);
  if (!creators.empty()) description += std::string(labels.author_mark) + creators;
  return description;
}

}  // namespace

std::string write_cover_page(const Plan& plan) {
  const document::BookMetadata& metadata = plan.book().metadata;
  XmlWriter xml;
  begin_xhtml(xml, plan.language(), labels_for(plan.language()).cover, "../", "cover");
  xml.open("section").attribute("class", "cover");
  xml.open("img").attribute("role", "doc-cover").attribute("src", "../" + plan.cover_path());
  xml.attribute("alt", cover_description(metadata)).attribute("style", "max-width:100%;max-height:95vh").close_void();
  xml.close().close().close();
  return xml.take();
}

}  // namespace huozi::epub
