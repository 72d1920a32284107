// The objects of a PDF file that a library of ours has just made, for reading. Not here: files of strangers, writing
// (object_file).
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace PoDoFo {
class PdfObject;
}

namespace huozi::pdf {

// A value; references are followed. Of a value that is none, or of another kind, everything is empty.
class ReadObject {
 public:
  ReadObject() = default;
  explicit ReadObject(const PoDoFo::PdfObject* object) : object_(object) {}

  explicit operator bool() const { return object_ != nullptr; }
  uint32_t id() const;  // 0: it has no number of its own
  ReadObject at(std::string_view key) const;
  std::vector<std::string> keys() const;  // ascending
  std::vector<ReadObject> elements() const;
  std::optional<double> number() const;
  std::vector<double> numbers() const;  // of an array that holds nothing else
  std::string name() const;
  bool is_true() const;
  // Its bytes without the filters; nothing when there are more than `most`.
  std::optional<std::string> stream(size_t most) const;

 private:
  const PoDoFo::PdfObject* object_ = nullptr;
};

class ReadFile {
 public:
  // ERRORS: std::runtime_error when the bytes are no PDF file.
  explicit ReadFile(const std::string& bytes);
  ~ReadFile();
  ReadFile(const ReadFile&) = delete;
  ReadFile& operator=(const ReadFile&) = delete;

  ReadObject first_page() const;

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace huozi::pdf
