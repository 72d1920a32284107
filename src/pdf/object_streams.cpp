#include "pdf/object_streams.h"

#include <podofo/podofo.h>

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <sstream>
#include <vector>

#include "pdf/deflate.h"

namespace huozi::pdf {
namespace {

using PoDoFo::PdfName;
using PoDoFo::PdfObject;

constexpr auto kWriteMode = PoDoFo::ePdfWriteMode_Clean;  // as the files with a table have it
constexpr size_t kPackSize = 200;                         // objects a stream: readers unpack all of one for any of them

// Where an object stands.
struct Place {
  enum class Kind : uint8_t { free = 0, at_offset = 1, packed = 2 } kind = Kind::free;
  uint64_t where = 0;  // the byte of the file, or the number of the stream it is packed in
  uint64_t index = 0;  // in that stream
};

PdfObject& add_stream(PoDoFo::PdfVecObjects& objects, const std::string& deflated) {
  const auto number = static_cast<PoDoFo::pdf_objnum>(objects.GetSize() + 1);
  auto* object = new PdfObject(PoDoFo::PdfReference(number, 0), PoDoFo::PdfVariant(PoDoFo::PdfDictionary()));
  objects.push_back(object);  // and deletes it
  object->GetStream()->Set(deflated.data(), static_cast<PoDoFo::pdf_long>(deflated.size()), PoDoFo::TVecFilters());
  object->GetDictionary().AddKey("Filter", PdfName("FlateDecode"));
  return *object;
}

void set_number(PdfObject& object, const char* key, size_t value) {
  object.GetDictionary().AddKey(PdfName(key), PdfObject(static_cast<PoDoFo::pdf_int64>(value)));
}

// Streams cannot be packed; everything else can, as nothing is encrypted (7.5.7). By object number.
std::vector<Place> pack(PoDoFo::PdfVecObjects& objects) {
  std::vector<PdfObject*> small;
  for (PdfObject* object : objects) {
    if (!object->HasStream()) small.push_back(object);
  }
  std::vector<Place> places(objects.GetSize() + 1);
  for (size_t begin = 0; begin < small.size(); begin += kPackSize) {
    const size_t end = std::min(begin + kPackSize, small.size());
    std::string heads;
    std::ostringstream bodies;
    PoDoFo::PdfOutputDevice device(&bodies);
    for (size_t i = begin; i < end; ++i) {
      const uint32_t number = small[i]->Reference().ObjectNumber();
      heads += fmt::format("{} {} ", number, device.Tell());
      small[i]->Write(&device, kWriteMode, nullptr);
      device.Write("\n", 1);
      places[number] = {Place::Kind::packed, objects.GetSize() + 1, i - begin};
    }
    PdfObject& stream = add_stream(objects, deflate(heads + bodies.str()));
    stream.GetDictionary().AddKey("Type", PdfName("ObjStm"));
    set_number(stream, "N", end - begin);
    set_number(stream, "First", heads.size());
  }
  places.resize(objects.GetSize() + 1);
  return places;
}

// Bytes of kind, where and index. Some readers, PoDoFo's too, know no number of more than four.
std::array<size_t, 3> columns_of(uint64_t last_offset) {
  return {1, last_offset > UINT32_MAX ? size_t{5} : size_t{4}, 2};
}

void append_big_endian(std::string& out, uint64_t value, size_t bytes) {
  while (bytes-- > 0) out += static_cast<char>(value >> (8 * bytes) & 0xFF);
}

// A row a number, each byte less the one above it (PNG's filter 2): rows of equal steps compress to nearly nothing.
std::string rows_of(const std::vector<Place>& places, const std::array<size_t, 3>& columns) {
  constexpr uint64_t kNeverUsedAgain = 0xFFFF;  // the generation of number 0, which heads the free ones
  std::string out, row, above(columns[0] + columns[1] + columns[2], '\0');
  for (const Place& place : places) {
    row.clear();
    append_big_endian(row, static_cast<uint64_t>(place.kind), columns[0]);
    append_big_endian(row, place.where, columns[1]);
    append_big_endian(row, place.kind == Place::Kind::free ? kNeverUsedAgain : place.index, columns[2]);
    out += '\2';
    for (size_t i = 0; i < row.size(); ++i) out += static_cast<char>(row[i] - above[i]);
    above = row;
  }
  return out;
}

// Made last: it knows its own place, too.
PdfObject& add_cross_references(PoDoFo::PdfVecObjects& objects, std::vector<Place>& places, size_t offset,
                                const PoDoFo::PdfDictionary& trailer) {
  places.push_back({Place::Kind::at_offset, offset, 0});
  const auto columns = columns_of(offset);
  PdfObject& stream = add_stream(objects, deflate(rows_of(places, columns)));
  for (const auto& [key, value] : trailer.GetKeys()) stream.GetDictionary().AddKey(key, *value);
  stream.GetDictionary().AddKey("Type", PdfName("XRef"));
  set_number(stream, "Size", places.size());
  PoDoFo::PdfArray widths;
  for (const size_t bytes : columns) widths.push_back(PdfObject(static_cast<PoDoFo::pdf_int64>(bytes)));
  stream.GetDictionary().AddKey("W", widths);
  PdfObject parameters{PoDoFo::PdfVariant(PoDoFo::PdfDictionary())};
  set_number(parameters, "Predictor", 12);
  set_number(parameters, "Columns", columns[0] + columns[1] + columns[2]);
  stream.GetDictionary().AddKey("DecodeParms", parameters);
  return stream;
}

}  // namespace

std::string write_with_object_streams(PoDoFo::PdfVecObjects& objects, const PoDoFo::PdfDictionary& trailer,
                                      int version) {
  std::vector<Place> places = pack(objects);
  std::ostringstream out;
  PoDoFo::PdfOutputDevice device(&out);  // counts what is written through it
  // Four bytes above 127 tell that the file is none of text (ISO 19005-2, 6.1.2).
  const std::string head = fmt::format("%PDF-{}.{}\n%\xE2\xE3\xCF\xD3\n", version / 10, version % 10);
  device.Write(head.data(), head.size());
  for (const PdfObject* object : objects) {
    if (!object->HasStream()) continue;
    places[object->Reference().ObjectNumber()] = {Place::Kind::at_offset, device.Tell(), 0};
    object->WriteObject(&device, kWriteMode, nullptr);
  }
  const size_t start = device.Tell();
  add_cross_references(objects, places, start, trailer).WriteObject(&device, kWriteMode, nullptr);
  out << fmt::format("startxref\n{}\n%%EOF\n", start);
  return std::move(out).str();
}

}  // namespace huozi::pdf
