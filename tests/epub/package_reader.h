// A package taken apart for the tests: its files, in order, and its XML as trees.
// Not here: expectations.
#pragma once

#include <tinyxml2.h>
#include <zip.h>

#include <map>
#include <memory>
#include <stdexcept>
#include <string>
#include <vector>

class Package {
 public:
  explicit Package(const std::string& bytes) : bytes_(bytes) {
    zip_error_t error;
    zip_error_init(&error);
    zip_source_t* source = zip_source_buffer_create(bytes_.data(), bytes_.size(), 0, &error);
    zip_t* archive = zip_open_from_source(source, ZIP_RDONLY, &error);
    if (archive == nullptr) throw std::runtime_error("not a ZIP archive");
    const auto count = static_cast<zip_uint64_t>(zip_get_num_entries(archive, 0));
    for (zip_uint64_t i = 0; i < count; ++i) {
      zip_stat_t stat;
      zip_stat_index(archive, i, 0, &stat);
      std::string content(stat.size, '\0');
      zip_file_t* file = zip_fopen_index(archive, i, 0);
      zip_fread(file, content.data(), content.size());
      zip_fclose(file);
      names_.push_back(stat.name);
      files_.emplace(stat.name, std::move(content));
    }
    zip_discard(archive);
  }

  const std::vector<std::string>& names() const { return names_; }
  const std::string& file(const std::string& name) const { return files_.at(name); }
  bool has(const std::string& name) const { return files_.count(name) != 0; }
  // Throws when the file is not well-formed.
  const tinyxml2::XMLDocument& xml(const std::string& name) {
    auto& document = documents_[name];
    if (!document) {
      document = std::make_unique<tinyxml2::XMLDocument>();
      if (document->Parse(file(name).c_str()) != tinyxml2::XML_SUCCESS) throw std::runtime_error(document->ErrorStr());
    }
    return *document;
  }

 private:
  std::string bytes_;
  std::vector<std::string> names_;
  std::map<std::string, std::string> files_;
  std::map<std::string, std::unique_ptr<tinyxml2::XMLDocument>> documents_;
};

// Every element below, in document order.
template <typename Visit>
void each_element(const tinyxml2::XMLNode& node, Visit&& visit) {
  for (const auto* child = node.FirstChildElement(); child != nullptr; child = child->NextSiblingElement()) {
    visit(*child);
    each_element(*child, visit);
  }
}

inline std::string attribute(const tinyxml2::XMLElement& element, const char* name) {
  const char* value = element.Attribute(name);
  return value == nullptr ? "" : value;
}

inline std::string text_below(const tinyxml2::XMLNode& node) {
  std::string text;
  for (const auto* child = node.FirstChild(); child != nullptr; child = child->NextSibling()) {
    if (child->ToText() != nullptr) text += child->Value();
    text += text_below(*child);
  }
  return text;
}

inline const tinyxml2::XMLElement* element_with(const tinyxml2::XMLNode& root, const char* name,
                                                const std::string& value) {
  const tinyxml2::XMLElement* found = nullptr;
  each_element(root, [&](const tinyxml2::XMLElement& element) {
    if (found == nullptr && attribute(element, name) == value) found = &element;
  });
  return found;
}
