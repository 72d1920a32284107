#include "source/yaml.h"

#include <algorithm>
#include <map>
#include <memory>
#include <new>

#include <fmt/format.h>
#include <libfyaml.h>

#include "base/utf8.h"

namespace huozi::source {
namespace {

constexpr size_t kMaxDepth = 64;
constexpr size_t kBytesAValue = 16;      // at the limit: a value takes a hundred times the memory of its two bytes
constexpr size_t kMaxBlankLines = 1000;  // libfyaml's time for a block scalar grows with their square

struct DiagDeleter {
  void operator()(fy_diag* diag) const { fy_diag_destroy(diag); }
};
struct ParserDeleter {
  void operator()(fy_parser* parser) const { fy_parser_destroy(parser); }
};
struct EventDeleter {
  fy_parser* parser = nullptr;
  void operator()(fy_event* event) const { fy_parser_event_free(parser, event); }
};

// libfyaml prints what has no place in the text (an unknown %YAML version); the rest is collected.
void keep_output(fy_diag*, void* user, const char* bytes, size_t length) {
  static_cast<std::string*>(user)->append(bytes, length);
}

std::string_view trim_line_ends(std::string_view text) {
  while (text.ends_with('\n') || text.ends_with('\r')) text.remove_suffix(1);
  return text;
}

bool means_null(std::string_view text) {
  return text.empty() || text == "~" || text == "null" || text == "Null" || text == "NULL";
}

// Byte offset of a line and column, both from 1, as libfyaml counts them. A column is a character.
size_t offset_of(std::string_view text, int line, int column) {
  size_t at = 0;
  for (int i = 1; i < line; ++i) {
    const size_t end = text.find('\n', at);
    if (end == std::string_view::npos) return text.size();
    at = end + 1;
  }
  for (int i = 1; i < column && at < text.size(); ++i) at += base::decode_utf8(text, at).length;
  return at;
}

// One document, built from libfyaml's events. Any complaint ends the reading except for duplicate keys.
class Reader {
 public:
  Reader(const SourceFile& file, Span range, Diagnostics& diagnostics, size_t most)
      : file_(file),
        most_(most),
        diagnostics_(diagnostics),
        text_(file.slice(range)),
        base_(std::min<size_t>(range.begin, file.text().size())) {}

  std::optional<YamlNode> read() {
    if (!acceptable()) return std::nullopt;
    open();
    YamlNode root;
    root.span = file_.span(base_, base_);
    bool seen = false;
    while (next()) {
      if (event_->type == FYET_STREAM_END) return root;
      if (event_->type == FYET_STREAM_START || event_->type == FYET_DOCUMENT_END) continue;
      if (seen) stop("yaml.documents", here());
      if (seen || !next() || !node(root, 1)) break;
      seen = true;
    }
    report_parser_errors();
    return std::nullopt;
  }

 private:
  // libfyaml takes a NUL or an ill-formed byte for the end of its input, so both are looked for beforehand.
  bool acceptable() {
    if (text_.size() > most_) {
      diagnostics_.report("yaml.too-large", file_.span(base_, base_), {fmt::format("{} MiB", most_ >> 20)});
      return false;
    }
    if (const size_t bad = base::find_invalid_utf8(text_); bad != std::string_view::npos) {
      diagnostics_.report("file.not-utf8", file_.span(base_ + bad, base_ + bad + 1));
      return false;
    }
    const auto control = std::find_if(text_.begin(), text_.end(), [](char c) {
      return (static_cast<unsigned char>(c) < 0x20 && c != '\t' && c != '\n' && c != '\r') || c == 0x7F;
    });
    if (control != text_.end()) {
      const auto at = base_ + static_cast<size_t>(control - text_.begin());
      diagnostics_.report("yaml.control-character", file_.span(at, at + 1));
      return false;
    }
    return few_blank_lines();
  }

  bool few_blank_lines() {
    size_t lines = 0;
    for (size_t i = 0; i < text_.size(); ++i) {
      const char c = text_[i];
      if (c == '\n' || c == '\r') {
        ++lines;
      } else if (c != ' ' && c != '\t') {
        lines = 0;
      }
      if (lines > kMaxBlankLines) {
        diagnostics_.report("yaml.blank-lines", file_.span(base_ + i, base_ + i), {std::to_string(kMaxBlankLines)});
        return false;
      }
    }
    return true;
  }

  // ERRORS: std::bad_alloc, the only reason libfyaml has here.
  void open() {
    fy_diag_cfg config;
    fy_diag_cfg_default(&config);
    config.fp = nullptr;
    config.output_fn = keep_output;
    config.user = &printed_;
    config.level = FYET_ERROR;
    config.colorize = config.show_source = config.show_position = config.show_type = config.show_module = false;
    diag_.reset(fy_diag_create(&config));
    if (!diag_) throw std::bad_alloc();
    fy_diag_set_collect_errors(diag_.get(), true);
    fy_parse_cfg parse{};
    parse.search_path = "";
    parse.diag = diag_.get();
    parser_.reset(fy_parser_create(&parse));
    event_.get_deleter().parser = parser_.get();
    if (!parser_ || fy_parser_set_string(parser_.get(), text_.data(), text_.size()) != 0) throw std::bad_alloc();
  }

  // False at the end of the stream or at an error.
  bool next() {
    event_.reset(fy_parser_parse(parser_.get()));
    return event_ != nullptr;
  }

  bool node(YamlNode& out, size_t depth) {
    if (depth > kMaxDepth) return stop("yaml.depth", here(), {std::to_string(kMaxDepth)});
    const size_t most = most_ / kBytesAValue;
    if (++values_ > most) return stop("yaml.too-large", here(), {fmt::format("{} values", most)});
    switch (event_->type) {
      case FYET_SCALAR:
        return refuse_anchor(event_->scalar.anchor) && scalar(out);
      case FYET_SEQUENCE_START:
        return refuse_anchor(event_->sequence_start.anchor) && sequence(out, depth);
      case FYET_MAPPING_START:
        return refuse_anchor(event_->mapping_start.anchor) && mapping(out, depth);
      case FYET_ALIAS:
        return refuse_anchor(event_->alias.anchor);
      default:
        return false;
    }
  }

  bool scalar(YamlNode& out) {
    fy_token* token = event_->scalar.value;
    if (!token) {  // nothing written: the place just after what was written last
      out.span = file_.span(end_, end_);
      return true;
    }
    const fy_scalar_style style = fy_token_scalar_style(token);
    size_t begin = base_ + fy_token_start_mark(token)->input_pos;
    size_t end = base_ + fy_token_end_mark(token)->input_pos;
    if (style == FYSS_SINGLE_QUOTED || style == FYSS_DOUBLE_QUOTED) {  // the marks stand inside the quotes
      --begin;
      ++end;
    }
    while (begin < end && file_.text()[begin] == ' ') ++begin;  // a block scalar's indentation
    end = begin + trim_line_ends(file_.slice(file_.span(begin, end))).size();
    end_ = end;
    out.span = file_.span(begin, end);
    size_t length = 0;
    const char* bytes = fy_token_get_text(token, &length);
    out.text.assign(bytes ? bytes : "", bytes ? length : 0);
    out.quoted = style != FYSS_PLAIN || event_->scalar.tag;
    out.kind = !out.quoted && means_null(out.text) ? YamlNode::Kind::null : YamlNode::Kind::scalar;
    return true;
  }

  bool sequence(YamlNode& out, size_t depth) {
    out.kind = YamlNode::Kind::sequence;
    begin_collection(out);
    while (next()) {
      if (event_->type == FYET_SEQUENCE_END) return end_collection(out);
      if (!node(out.items.emplace_back(), depth + 1)) return false;
    }
    return false;
  }

  bool mapping(YamlNode& out, size_t depth) {
    out.kind = YamlNode::Kind::mapping;
    begin_collection(out);
    std::map<std::string, uint32_t> seen;  // where each key first stands
    while (next()) {
      if (event_->type == FYET_MAPPING_END) return end_collection(out);
      auto& [key, value] = out.entries.emplace_back();
      if (!node(key, depth + 1)) return false;
      if (key.kind == YamlNode::Kind::sequence || key.kind == YamlNode::Kind::mapping)
        return stop("yaml.key", key.span);
      const auto [first, fresh] = seen.emplace(key.text, key.span.begin);
      if (!fresh) {
        diagnostics_.report("yaml.duplicate-key", key.span,
                            {key.text, std::to_string(file_.position(first->second).line)});
      }
      if (!next() || !node(value, depth + 1)) return false;
    }
    return false;
  }

  void begin_collection(YamlNode& out) {
    out.span = here();
    end_ = out.span.end;
    const bool flow = out.span.begin < file_.text().size() && out.span.end > out.span.begin;
    open_brackets_.push_back(flow ? out.span : Span{});
  }

  // A flow collection ends with its bracket; the end of a block collection is that of its last value.
  bool end_collection(YamlNode& out) {
    const Span end = here();
    if (end.end > end.begin) end_ = end.end;
    out.span.end = static_cast<uint32_t>(end_);
    open_brackets_.pop_back();
    return true;
  }

  Span here() const {
    const fy_mark* begin = fy_event_start_mark(event_.get());
    const fy_mark* end = fy_event_end_mark(event_.get());
    return begin && end ? file_.span(base_ + begin->input_pos, base_ + end->input_pos) : file_.span(end_, end_);
  }

  bool refuse_anchor(fy_token* anchor) {
    if (!anchor) return true;
    // The marks leave out the & or *.
    return stop("yaml.alias", file_.span(base_ + fy_token_start_mark(anchor)->input_pos - 1,
                                         base_ + fy_token_end_mark(anchor)->input_pos));
  }

  bool stop(std::string_view rule, Span span, std::vector<std::string> arguments = {}) {
    diagnostics_.report(rule, span, std::move(arguments));
    stopped_ = true;
    return false;
  }

  void report_parser_errors() {
    if (stopped_) return;
    void* iterator = nullptr;
    bool reported = false;
    while (fy_diag_error* error = fy_diag_errors_iterate(diag_.get(), &iterator)) {
      if (error->type != FYET_ERROR || reported) continue;  // what follows the first is mostly its consequence
      diagnostics_.report("yaml.syntax", place_of(*error), {error->msg});
      reported = true;
    }
    if (reported) return;
    const std::string_view words = trim_line_ends(printed_);
    diagnostics_.report("yaml.syntax", file_.span(base_, base_),
                        {std::string(words.empty() ? std::string_view("cannot be read") : words)});
  }

  // A bracket that is never closed is noticed at the end only; the bracket itself is the better place.
  Span place_of(const fy_diag_error& error) const {
    const size_t at =
        std::min(error.fyt ? fy_token_start_mark(error.fyt)->input_pos : offset_of(text_, error.line, error.column),
                 text_.size());
    if (trim_line_ends(text_.substr(at)).empty()) {
      for (auto it = open_brackets_.rbegin(); it != open_brackets_.rend(); ++it) {
        if (it->file != kNoFile) return *it;
      }
    }
    const size_t length = at < text_.size() ? base::decode_utf8(text_, at).length : 0;
    return file_.span(base_ + at, base_ + at + length);
  }

  const SourceFile& file_;
  size_t most_;
  Diagnostics& diagnostics_;
  std::string_view text_;
  size_t base_;
  std::string printed_;
  // Destroyed from the last to the first: event, parser, diag.
  std::unique_ptr<fy_diag, DiagDeleter> diag_;
  std::unique_ptr<fy_parser, ParserDeleter> parser_;
  std::unique_ptr<fy_event, EventDeleter> event_;
  std::vector<Span> open_brackets_;  // of the collections being read; kNoFile for block collections
  size_t end_ = base_;               // where the last thing read ends
  size_t values_ = 0;
  bool stopped_ = false;
};

}  // namespace

const YamlNode* YamlNode::get(std::string_view key) const {
  for (const auto& [name, value] : entries) {
    if (name.kind != Kind::null && name.text == key) return &value;
  }
  return nullptr;
}

std::optional<YamlNode> read_yaml(const SourceFile& file, Span range, Diagnostics& diagnostics, size_t most) {
  return Reader(file, range, diagnostics, most).read();
}

}  // namespace huozi::source
