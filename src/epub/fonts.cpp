#include "epub/fonts.h"

#include <algorithm>

#include "base/sha1.h"
#include "epub/xml_writer.h"

namespace huozi::epub {
namespace {

constexpr size_t kObfuscated = 1040;  // bytes

// The family as a CSS string (CSS Syntax 3 §4.3.5): what could end it is escaped by its code point.
std::string css_string(std::string_view text) {
  std::string quoted = "\"";
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    if (c == '"' || c == '\\') {
      quoted += '\\';
      quoted += c;
    } else if (byte >= 0x20 && byte != 0x7F) {
      quoted += c;
    }
  }
  return quoted + "\"";
}

}  // namespace

std::string font_faces(const Plan& plan) {
  std::string css;
  for (const PackagedFont& packaged : plan.fonts()) {
    for (const FontFace& face : packaged.font->faces) {
      css += "@font-face{font-family:" + css_string(face.family) + ";font-weight:" + std::to_string(face.weight) +
             ";font-style:" + (face.italic ? "italic" : "normal") + ";src:url(" + packaged.path + ")";
      if (!face.unicode_range.empty()) css += ";unicode-range:" + face.unicode_range;
      css += "}\n";
    }
  }
  return css;
}

std::string obfuscated(std::string_view font, std::string_view unique_identifier) {
  std::string name(unique_identifier);
  std::erase_if(name, [](char c) { return c == ' ' || c == '\t' || c == '\r' || c == '\n'; });
  const auto key = base::sha1(name);
  std::string out(font);
  for (size_t i = 0; i < std::min(out.size(), kObfuscated); ++i) {
    out[i] = static_cast<char>(static_cast<unsigned char>(out[i]) ^ key[i % key.size()]);
  }
  return out;
}

std::string write_encryption(const Plan& plan) {
  XmlWriter xml;
  xml.open("encryption").attribute("xmlns", "urn:oasis:names:tc:opendocument:xmlns:container");
  xml.attribute("xmlns:enc", "http://www.w3.org/2001/04/xmlenc#");
  for (const PackagedFont& font : plan.fonts()) {
    xml.open("enc:EncryptedData");
    xml.open("enc:EncryptionMethod").attribute("Algorithm", "http://www.idpf.org/2008/embedding").close_void();
    xml.open("enc:CipherData").open("enc:CipherReference").attribute("URI", "EPUB/" + font.path).close_void();
    xml.close().close();
  }
  xml.close();
  return xml.take();
}

}  // namespace huozi::epub
