#include "read_source.h"

#include <algorithm>
#include <array>

#include "base/ascii.h"
#include "parse/article.h"
#include "parse/encoding.h"
#include "parse/feed.h"
#include "parse/plain_text_article.h"

namespace huozi {
namespace {

enum class Format { article, plain_text, feed, word };

struct Ending {
  std::string_view name;
  Format format;
};

constexpr std::array kEndings = {
    Ending{".md", Format::article},  Ending{".markdown", Format::article}, Ending{".html", Format::article},
    Ending{".htm", Format::article}, Ending{".xhtml", Format::article},    Ending{".txt", Format::plain_text},
    Ending{".docx", Format::word},   Ending{".rss", Format::feed},         Ending{".atom", Format::feed},
    Ending{".xml", Format::feed},
};

std::optional<Format> format_of(const std::filesystem::path& path) {
  const std::string ending = base::lower(path.extension().string());
  const auto found = std::find_if(kEndings.begin(), kEndings.end(), [&](const Ending& e) { return e.name == ending; });
  return found == kEndings.end() ? std::nullopt : std::optional(found->format);
}

// The text in UTF-8, or null when it is none.
const source::SourceFile* add_text(const std::string& shown, const std::string& bytes, source::SourceSet& sources,
                                   source::Diagnostics& diagnostics, std::string& encoding) {
  auto decoded = parse::decode_text(bytes);
  if (!decoded) {
    const source::SourceFile& empty = sources.add(shown, {});
    diagnostics.report("import.binary", empty.span(0, 0), {shown});
    return nullptr;
  }
  encoding = decoded->encoding;
  const source::SourceFile& file = sources.add(shown, std::move(decoded->text));
  if (decoded->replaced > 0) {
    diagnostics.report("import.replaced", file.span(decoded->first_replaced, decoded->first_replaced + 3),
                       {std::to_string(decoded->replaced), encoding});
  }
  return &file;
}

}  // namespace

bool is_known_source(const std::filesystem::path& path) {
  return format_of(path).has_value();
}

std::string known_endings() {
  std::string out;
  for (const Ending& ending : kEndings) out.append(out.empty() ? "" : ", ").append(ending.name);
  return out;
}

std::optional<SourceReading> read_source(const std::string& shown, std::string bytes, source::SourceSet& sources,
                                         source::Diagnostics& diagnostics, document::Audit& audit) {
  const auto format = format_of(shown);
  if (!format) {
    diagnostics.report("import.format", {}, {shown, known_endings()});
    return std::nullopt;
  }
  SourceReading reading;
  if (*format == Format::word) {
    auto article = parse::read_docx(bytes, shown, sources, diagnostics, audit);
    if (!article) return std::nullopt;
    reading.documents.push_back(std::move(article->document));
    reading.images = std::move(article->images);
    return reading;
  }
  const source::SourceFile* text = add_text(shown, bytes, sources, diagnostics, reading.encoding);
  if (!text) return std::nullopt;
  if (*format == Format::feed) {
    if (!parse::is_feed(text->text())) {
      diagnostics.report("import.no-feed", text->span(0, 0), {shown});
      return std::nullopt;
    }
    reading.documents = parse::read_feed(*text, sources, diagnostics, audit);
  } else if (*format == Format::plain_text) {
    reading.documents.push_back(parse::read_plain_text_article(*text, diagnostics, audit));
  } else {
    reading.documents.push_back(parse::read_article(*text, diagnostics, audit));
  }
  return reading;
}

}  // namespace huozi
