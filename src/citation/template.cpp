#include "citation/template.h"

#include <utility>

namespace huozi::citation {
namespace {

constexpr size_t kDeepest = 8;
constexpr size_t kLongest = 4096;

}  // namespace

std::string text_of(const Line& line) {
  std::string text;
  for (const Words& words : line) text += words.text;
  return text;
}

void append(Line& line, Words words) {
  if (!line.empty() && line.back().text.ends_with('.') && words.text.starts_with('.')) words.text.erase(0, 1);
  if (words.text.empty()) return;
  if (!line.empty() && line.back().address.empty() && words.address.empty()) {
    line.back().text += words.text;
  } else {
    line.push_back(std::move(words));
  }
}

class Template::Parser {
 public:
  explicit Parser(std::string_view pattern) : rest_(pattern) {}

  std::optional<Sequence> read() {
    Sequence pieces;
    if (rest_.size() > kLongest || !sequence(pieces, 0) || !rest_.empty()) return std::nullopt;
    return pieces;
  }

 private:
  // Up to the end or to a | or > that ends it; these stay.
  bool sequence(Sequence& out, size_t depth) {
    while (!rest_.empty()) {
      const size_t end = rest_.find_first_of("{}<>|");
      if (end > 0) {
        out.push_back({Piece::Kind::words, std::string(rest_.substr(0, end)), {}});
        rest_.remove_prefix(std::min(end, rest_.size()));
        continue;
      }
      const char mark = rest_.front();
      if (mark == '}') return false;
      if (mark == '>' || mark == '|') return depth > 0;
      rest_.remove_prefix(1);
      if (mark == '{' ? !field(out) : !group(out, depth + 1)) return false;
    }
    return true;
  }

  bool field(Sequence& out) {
    const size_t end = rest_.find('}');
    if (end == rest_.npos || end == 0 || rest_.substr(0, end).find_first_of("{<>|") != rest_.npos) return false;
    out.push_back({Piece::Kind::field, std::string(rest_.substr(0, end)), {}});
    rest_.remove_prefix(end + 1);
    return true;
  }

  bool group(Sequence& out, size_t depth) {
    if (depth > kDeepest) return false;
    Piece piece{Piece::Kind::group, {}, {}};
    for (char end = '|'; end == '|';) {
      if (!sequence(piece.alternatives.emplace_back(), depth) || rest_.empty()) return false;
      end = rest_.front();
      rest_.remove_prefix(1);
    }
    out.push_back(std::move(piece));
    return true;
  }

  std::string_view rest_;
};

std::optional<Template> Template::parse(std::string_view pattern) {
  auto pieces = Parser(pattern).read();
  if (!pieces) return std::nullopt;
  Template made;
  made.pieces_ = std::move(*pieces);
  return made;
}

// False: a field that must hold something does not, and `out` is as it was.
bool Template::fill(const Sequence& sequence, const Fields& fields, bool optional, Line& out) {
  Line made = out;
  bool has_field = false, has_group = false;
  for (const Piece& piece : sequence) {
    if (piece.kind == Piece::Kind::words) {
      append(made, {piece.text, {}});
    } else if (piece.kind == Piece::Kind::field) {
      Line value = fields(piece.text);
      if (optional && value.empty()) return false;
      has_field = true;
      for (Words& words : value) append(made, std::move(words));
    } else {
      for (const Sequence& alternative : piece.alternatives) {
        if (!fill(alternative, fields, true, made)) continue;
        has_group = true;
        break;
      }
    }
  }
  if (optional && !has_field && !has_group) return false;
  out = std::move(made);
  return true;
}

Line Template::fill(const Fields& fields) const {
  Line out;
  fill(pieces_, fields, false, out);
  return out;
}

void Template::change_words(Sequence& sequence, const std::function<void(std::string&)>& change) {
  for (Piece& piece : sequence) {
    if (piece.kind == Piece::Kind::words) change(piece.text);
    for (Sequence& alternative : piece.alternatives) change_words(alternative, change);
  }
}

void Template::change_words(const std::function<void(std::string&)>& change) {
  change_words(pieces_, change);
}

void Template::collect(const Sequence& sequence, std::vector<std::string>& out) {
  for (const Piece& piece : sequence) {
    if (piece.kind == Piece::Kind::field) out.push_back(piece.text);
    for (const Sequence& alternative : piece.alternatives) collect(alternative, out);
  }
}

std::vector<std::string> Template::fields() const {
  std::vector<std::string> out;
  collect(pieces_, out);
  return out;
}

}  // namespace huozi::citation
