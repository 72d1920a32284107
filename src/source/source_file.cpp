#include "source/source_file.h"

#include <algorithm>
#include <iterator>

#include "base/utf8.h"

namespace huozi::source {
namespace {

constexpr uint32_t kMarkEvery = 4096;  // bytes

}  // namespace

SourceFile::SourceFile(FileId id, std::string path, std::string text)
    : id_(id), path_(std::move(path)), text_(std::move(text)) {
  line_starts_.push_back(0);
  for (uint32_t i = 0; i < text_.size(); ++i) {
    if (text_[i] == '\n') line_starts_.push_back(i + 1);
  }
  for (size_t line = 0; line < line_starts_.size(); ++line) {
    const uint32_t begin = line_starts_[line];
    const auto end = line + 1 < line_starts_.size() ? line_starts_[line + 1] : static_cast<uint32_t>(text_.size());
    if (end - begin <= kMarkEvery) continue;
    uint32_t column = 1, next = kMarkEvery;
    for (const auto item : base::CodePoints(std::string_view(text_).substr(begin, end - begin))) {
      if (item.offset >= next) {
        marks_.push_back({begin + item.offset, column});
        next = item.offset + kMarkEvery;
      }
      ++column;
    }
  }
}

Span SourceFile::span(size_t begin, size_t end) const {
  return {id_, static_cast<uint32_t>(begin), static_cast<uint32_t>(end)};
}

std::string_view SourceFile::slice(Span span) const {
  const size_t begin = std::min<size_t>(span.begin, text_.size());
  const size_t end = std::clamp<size_t>(span.end, begin, text_.size());
  return std::string_view(text_).substr(begin, end - begin);
}

Position SourceFile::position(uint32_t offset) const {
  const auto limit = static_cast<uint32_t>(std::min<size_t>(offset, text_.size()));
  const auto next = std::upper_bound(line_starts_.begin(), line_starts_.end(), limit);
  const auto line = static_cast<uint32_t>(next - line_starts_.begin());
  uint32_t start = line_starts_[line - 1];
  uint32_t column = 1;
  const auto after = std::upper_bound(marks_.begin(), marks_.end(), limit,
                                      [](uint32_t place, const ColumnMark& mark) { return place < mark.offset; });
  if (after != marks_.begin() && std::prev(after)->offset > start) {
    start = std::prev(after)->offset;
    column = std::prev(after)->column;
  }
  for (const auto item : base::CodePoints(std::string_view(text_).substr(start))) {
    if (start + item.offset + item.length > limit) break;
    ++column;
  }
  return {line, column};
}

std::string_view SourceFile::line(uint32_t line) const {
  if (line == 0 || line > line_starts_.size()) return {};
  const size_t begin = line_starts_[line - 1];
  size_t end = line < line_starts_.size() ? line_starts_[line] : text_.size();
  while (end > begin && (text_[end - 1] == '\n' || text_[end - 1] == '\r')) --end;
  return std::string_view(text_).substr(begin, end - begin);
}

const SourceFile& SourceSet::add(std::string path, std::string text) {
  if (text.starts_with("\xEF\xBB\xBF")) text.erase(0, 3);
  const std::lock_guard lock(mutex_);
  files_.emplace_back(static_cast<FileId>(files_.size()), std::move(path), std::move(text));
  return files_.back();
}

const SourceFile* SourceSet::find(FileId id) const {
  const std::lock_guard lock(mutex_);
  return id < files_.size() ? &files_[id] : nullptr;
}

}  // namespace huozi::source
