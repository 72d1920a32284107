// Source files, byte spans, and lines and columns made from them when a message is printed.
#pragma once

#include <cstdint>
#include <deque>
#include <mutex>
#include <string>
#include <string_view>
#include <vector>

namespace huozi::source {

using FileId = uint32_t;
constexpr FileId kNoFile = UINT32_MAX;

// Bytes [begin, end) of a file. A span of kNoFile belongs to text huozi made itself.
struct Span {
  FileId file = kNoFile;
  uint32_t begin = 0;
  uint32_t end = 0;
  friend bool operator==(const Span&, const Span&) = default;
};

// Line and column count from 1; columns are Unicode characters, not bytes.
struct Position {
  uint32_t line = 1;
  uint32_t column = 1;
};

class SourceFile {
 public:
  // `path` is what messages show: relative to the folder huozi was called in, or to the book.
  SourceFile(FileId id, std::string path, std::string text);

  FileId id() const { return id_; }
  const std::string& path() const { return path_; }
  std::string_view text() const { return text_; }
  Span span(size_t begin, size_t end) const;
  std::string_view slice(Span span) const;

  // Offsets beyond the end count as the end.
  Position position(uint32_t offset) const;
  // The line's text without its line end. Empty beyond the last line.
  std::string_view line(uint32_t line) const;

 private:
  FileId id_;
  std::string path_;
  std::string text_;
  std::vector<uint32_t> line_starts_;
  // Within long lines: where a column begins, so that no message has to count from the line's beginning.
  struct ColumnMark {
    uint32_t offset;
    uint32_t column;
  };
  std::vector<ColumnMark> marks_;  // by offset
};

// All files of a run. References stay valid. Adding is thread safe; file ids follow the order of adding.
class SourceSet {
 public:
  // A byte order mark is dropped; files are limited to 4 GiB by their caller's read limit.
  const SourceFile& add(std::string path, std::string text);
  const SourceFile* find(FileId id) const;

 private:
  mutable std::mutex mutex_;
  std::deque<SourceFile> files_;
};

}  // namespace huozi::source
