#include <algorithm>

#include <fmt/format.h>

#include "desk/corrections.h"

namespace huozi::desk {
namespace {

using Lines = std::vector<std::string_view>;  // each with its line feed, but for a last one without

constexpr size_t kContext = 3;

Lines lines_of(std::string_view text) {
  Lines out;
  while (!text.empty()) {
    const size_t feed = text.find('\n');
    const size_t length = feed == std::string_view::npos ? text.size() : feed + 1;
    out.push_back(text.substr(0, length));
    text.remove_prefix(length);
  }
  return out;
}

// The old lines [begin, end) become others.
struct Change {
  size_t begin = 0;
  size_t end = 0;
  std::string text;
};

// Whole lines that hold the corrections, those on neighbouring lines together.
std::vector<Change> changes_of(std::string_view text, const Lines& lines, const std::vector<proof::Fix>& made) {
  std::vector<size_t> starts;
  size_t at = 0;
  for (const std::string_view line : lines) {
    starts.push_back(at);
    at += line.size();
  }
  starts.push_back(text.size());
  // What is put in behind the last line feed belongs to the last line.
  const auto line_at = [&](size_t offset) {
    const auto next = std::upper_bound(starts.begin(), starts.end() - 1, offset);
    return static_cast<size_t>(std::max<std::ptrdiff_t>(next - starts.begin() - 1, 0));
  };
  std::vector<Change> out;
  size_t copied = 0;  // of the old text, up to here
  for (const proof::Fix& fix : made) {
    const size_t first = line_at(fix.span.begin);
    const size_t end = std::min(line_at(fix.span.end) + 1, lines.size());
    if (out.empty() || first >= out.back().end) {
      if (!out.empty()) out.back().text += text.substr(copied, starts[out.back().end] - copied);
      out.push_back({first, end, {}});
      copied = starts[first];
    }
    Change& change = out.back();
    change.end = std::max(change.end, end);
    change.text += text.substr(copied, fix.span.begin - copied);
    change.text += fix.text;
    copied = fix.span.end;
  }
  if (!out.empty()) out.back().text += text.substr(copied, starts[out.back().end] - copied);
  return out;
}

void put(std::string& out, char mark, std::string_view line) {
  out += mark;
  out += line;
  if (!line.ends_with('\n')) out += "\n\\ No newline at end of file\n";
}

// A range of a hunk's head; an empty one stands after the line it names.
std::string range(size_t begin, size_t count) {
  return count == 1 ? fmt::format("{}", begin + 1) : fmt::format("{},{}", count == 0 ? begin : begin + 1, count);
}

// As GNU diff and patch write names: in quotes with octal escapes where a byte would be misread; a name with a blank
// ends with a tab.
std::string shown(std::string_view path) {
  const auto special = [](char c) {
    return static_cast<unsigned char>(c) < 0x20 || c == 0x7F || c == '"' || c == '\\';
  };
  if (std::none_of(path.begin(), path.end(), special)) {
    return std::string(path) + (path.find(' ') == std::string_view::npos ? "" : "\t");
  }
  std::string out = "\"";
  for (const char c : path) {
    if (c == '"' || c == '\\') {
      out += '\\';
      out += c;
    } else if (special(c)) {
      out += fmt::format("\\{:03o}", static_cast<unsigned char>(c));
    } else {
      out += c;
    }
  }
  return out + '"';
}

}  // namespace

std::string unified_diff(std::string_view path, std::string_view text, const std::vector<proof::Fix>& made) {
  const Lines lines = lines_of(text);
  const std::vector<Change> changes = changes_of(text, lines, made);
  if (changes.empty()) return {};
  std::string out = fmt::format("--- {0}\n+++ {0}\n", shown(path));
  size_t grown = 0, shrunk = 0;  // by the hunks before, in lines
  for (size_t i = 0; i < changes.size();) {
    size_t last = i;
    while (last + 1 < changes.size() && changes[last + 1].begin - changes[last].end <= 2 * kContext) ++last;
    const size_t begin = changes[i].begin - std::min(changes[i].begin, kContext);
    const size_t end = std::min(changes[last].end + kContext, lines.size());
    std::string hunk;
    size_t at = begin, added = 0, removed = 0;
    for (; i <= last; ++i) {
      for (; at < changes[i].begin; ++at) put(hunk, ' ', lines[at]);
      for (; at < changes[i].end; ++at, ++removed) put(hunk, '-', lines[at]);
      for (const std::string_view line : lines_of(changes[i].text)) {
        put(hunk, '+', line);
        ++added;
      }
    }
    for (; at < end; ++at) put(hunk, ' ', lines[at]);
    out += fmt::format("@@ -{} +{} @@\n", range(begin, end - begin),
                       range(begin + grown - shrunk, end - begin + added - removed));
    out += hunk;
    grown += added;
    shrunk += removed;
  }
  return out;
}

}  // namespace huozi::desk
