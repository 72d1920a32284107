#include "pdf/value.h"

#include <fmt/format.h>

#include <array>

#include "base/utf8.h"

namespace huozi::pdf {
namespace {

// ISO 32000-1, 7.3.5: delimiters, white space, # and what is not printable ASCII are written by number.
constexpr std::array<bool, 256> kRegular = [] {
  std::array<bool, 256> regular{};
  for (size_t c = '!'; c <= '~'; ++c) regular[c] = true;
  for (const char c : std::string_view("()<>[]{}/%#")) regular[static_cast<size_t>(c)] = false;
  return regular;
}();

void append_name(std::string& out, std::string_view name) {
  out += '/';
  for (const char c : name) {
    const auto byte = static_cast<unsigned char>(c);
    if (kRegular[byte]) {
      out += c;
    } else {
      out += fmt::format("#{:02X}", byte);
    }
  }
}

}  // namespace

void append_decimal(std::string& out, int64_t value, int decimals) {
  if (value == 0) {
    out += '0';
    return;
  }
  if (value < 0) out += '-';
  // Negating in unsigned arithmetic is safe for the smallest value too.
  uint64_t magnitude = value < 0 ? 0 - static_cast<uint64_t>(value) : static_cast<uint64_t>(value);
  while (decimals > 0 && magnitude % 10 == 0) {
    magnitude /= 10;
    --decimals;
  }
  char digits[24];
  int count = 0;
  for (; magnitude > 0; magnitude /= 10) digits[count++] = static_cast<char>('0' + magnitude % 10);
  for (; count < decimals; ++count) digits[count] = '0';
  while (count > 0) {
    if (count == decimals) out += '.';
    out += digits[--count];
  }
}

void append_literal(std::string& out, std::string_view bytes) {
  out += '(';
  for (const char c : bytes) {
    if (c == '(' || c == ')' || c == '\\') out += '\\';
    if (c == '\r') {
      out += "\\r";  // a bare CR would be read as LF
    } else {
      out += c;
    }
  }
  out += ')';
}

std::string utf16be(std::string_view utf8) {
  std::string out;
  out.reserve(utf8.size());
  const auto unit = [&](char32_t value) {
    out += static_cast<char>(value >> 8 & 0xFF);
    out += static_cast<char>(value & 0xFF);
  };
  for (const auto item : base::CodePoints(utf8)) {
    const char32_t c = item.code_point;
    if (c < 0x10000) {
      unit(c);
    } else {
      unit(0xD800 + ((c - 0x10000) >> 10));
      unit(0xDC00 + ((c - 0x10000) & 0x3FF));
    }
  }
  return out;
}

Val::Val(int64_t number) {
  append_decimal(syntax_, number, 0);
}
Val::Val(Ref ref) {
  append_decimal(syntax_, ref.num, 0);
  syntax_ += " 0 R";
}
Val::Val(const Array& array) : syntax_('[' + array.syntax() + ']') {}

Val::Val(const Dict& dict) {
  size_t size = 4;
  for (const auto& [key, value] : dict.entries()) size += key.size() + value.size() + 2;
  syntax_.reserve(size);
  syntax_ = "<<";
  for (const auto& [key, value] : dict.entries()) {
    append_name(syntax_, key);
    const char first = value.front();
    if (first != '/' && first != '(' && first != '[' && first != '<') syntax_ += ' ';
    syntax_ += value;
  }
  syntax_ += ">>";
}

Val Val::boolean(bool value) {
  return Val(Raw{}, value ? "true" : "false");
}
Val Val::null() {
  return Val(Raw{}, "null");
}
Val Val::name(std::string_view name) {
  std::string out;
  append_name(out, name);
  return Val(Raw{}, std::move(out));
}

Val Val::bytes(std::string_view bytes) {
  std::string out;
  append_literal(out, bytes);
  return Val(Raw{}, std::move(out));
}

Val Val::text(std::string_view utf8) {
  return bytes("\xFE\xFF" + utf16be(utf8));
}

Val Val::decimal(int64_t value, int decimals) {
  std::string out;
  append_decimal(out, value, decimals);
  return Val(Raw{}, std::move(out));
}

Val Val::length(base::Length length) {
  return decimal(milli(length), 3);
}

Dict& Dict::add(std::string_view key, const Val& value) {
  if (entries_.empty()) entries_.reserve(4);
  entries_.emplace_back(key, value.syntax());
  return *this;
}

Array& Array::add(const Val& value) {
  if (!syntax_.empty()) syntax_ += ' ';
  syntax_ += value.syntax();
  return *this;
}

}  // namespace huozi::pdf
