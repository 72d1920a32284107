#include "pdf/object_file.h"

#include <podofo/podofo.h>

#include <stdexcept>

#include "pages.h"
#include "support/catch.h"

namespace huozi {
namespace {

using pdf::Dict;
using pdf::ObjectFile;
using pdf::Val;
using Frame = ObjectFile::Frame;

// A page, and `count` objects beside it that the catalog names; among them some streams.
std::string file_with(size_t count, Frame frame, int version = 17) {
  ObjectFile file;
  const pdf::Ref catalog = file.alloc(), pages = file.alloc(), page = file.alloc();
  pdf::Array beside;
  for (size_t i = 0; i < count; ++i) {
    const pdf::Ref ref = file.alloc();
    const Dict dict = Dict().add("Tea", static_cast<int64_t>(i));
    if (i % 50 == 7) {
      file.stream(ref, dict, "leaf " + std::to_string(i), ObjectFile::Data::plain);
    } else {
      file.set(ref, dict);
    }
    beside.add(ref);
  }
  const pdf::Array box = pdf::Array().add(0).add(0).add(9).add(9);
  file.set(page, Dict().add("Type", Val::name("Page")).add("Parent", pages).add("MediaBox", box));
  file.set(pages, Dict().add("Type", Val::name("Pages")).add("Kids", pdf::Array().add(page)).add("Count", 1));
  file.set(catalog, Dict().add("Type", Val::name("Catalog")).add("Pages", pages).add("Beside", beside));
  return file.save(catalog, Dict().add("Title", Val::bytes("tea")), version, frame);
}

bool has(const std::string& bytes, const std::string& part) {
  return bytes.find(part) != std::string::npos;
}

// What a line of `qpdf --show-xref` says of an object; empty when it says nothing.
std::string place_of(const std::string& shown, size_t number) {
  const std::string key = "\n" + std::to_string(number) + "/0: ";
  const size_t at = ("\n" + shown).find(key);
  if (at == std::string::npos) return {};
  return shown.substr(at + key.size() - 1, shown.find('\n', at) - at - key.size() + 1);
}

TEST_CASE("objects are found by number in both frames", "[pdf]") {
  for (const size_t count : {size_t{0}, size_t{1}, size_t{195}, size_t{196}, size_t{1234}}) {
    for (const Frame frame : {Frame::table, Frame::streams}) {
      const std::string bytes = file_with(count, frame);
      CHECK(bytes == file_with(count, frame));
      CHECK(has(bytes, "/ObjStm") == (frame == Frame::streams));
      CHECK(has(bytes, "/XRef") == (frame == Frame::streams));
      CHECK(has(bytes, "\ntrailer\n") == (frame == Frame::table));
      CHECK(bytes.ends_with("%%EOF\n"));
      if (const auto checked = test::run_on("qpdf --check {}", bytes)) {
        INFO(*checked);
        CHECK_FALSE(has(*checked, "WARNING"));
        CHECK(has(*checked, "No syntax or stream encoding errors found"));
      }
      if (count == 0) continue;
      const std::string last = std::to_string(count + 3);
      if (const auto shown = test::run_on("qpdf --show-object=" + last + " {}", bytes)) {
        CHECK(*shown == "<< /Tea " + std::to_string(count - 1) + " >>\n");
      }
    }
  }
}

TEST_CASE("streams stand by themselves, all else in packs of 200", "[pdf]") {
  const std::string bytes = file_with(600, Frame::streams);
  const auto shown = test::run_on("qpdf --show-xref {}", bytes);
  if (!shown) return;
  size_t streams = 0;
  for (size_t i = 0; i < 600; ++i) {
    const std::string place = place_of(*shown, i + 4);
    INFO(i << ": " << place);
    if (i % 50 == 7) {
      CHECK(place.starts_with("uncompressed; offset = "));
      ++streams;
    } else {
      // The catalog, the pages and the page are the first three of the first.
      const size_t packed = i + 3 - streams;
      CHECK(place ==
            "compressed; stream = " + std::to_string(605 + packed / 200) + ", index = " + std::to_string(packed % 200));
    }
  }
  for (const size_t pack : {size_t{605}, size_t{606}, size_t{607}}) {
    CHECK(place_of(*shown, pack).starts_with("uncompressed"));
  }
  // Each stream is read whole.
  const auto stream = test::run_on("qpdf --show-object=61 --raw-stream-data {}", bytes);
  if (stream) CHECK(*stream == "leaf 57");
}

TEST_CASE("every value comes back as it went in", "[pdf]") {
  for (const Frame frame : {Frame::table, Frame::streams}) {
    ObjectFile file;
    const pdf::Ref catalog = file.alloc(), pages = file.alloc();
    file.set(pages, Dict().add("Type", Val::name("Pages")).add("Kids", pdf::Array()).add("Count", 0));
    Dict dict;
    dict.add("Type", Val::name("Catalog")).add("Pages", pages);
    dict.add("Number", file.add(-7)).add("Name", file.add(Val::name("a b"))).add("Nothing", file.add(Val::null()));
    dict.add("Bytes", file.add(Val::bytes("(\\\r\n\x01\xFF"))).add("Text", file.add(Val::text("茶")));
    dict.add("Row", file.add(pdf::Array().add(1).add(pages))).add("Part", file.add(Val::decimal(-5, 1)));
    file.set(catalog, dict);
    const std::string bytes = file.save(catalog, Dict(), 17, frame);
    std::string all;
    for (int number = 3; number <= 9; ++number) {
      const auto shown = test::run_on("qpdf --show-object=" + std::to_string(number) + " {}", bytes);
      if (!shown) return;
      all += *shown;
    }
    CHECK(all == "-7\n/a#20b\nnull\n<285c0d0a01ff>\n<feff8336>\n[ 1 2 0 R ]\n-.5\n");
  }
}

// Stricter than others: it takes no column of cross-references wider than four bytes.
TEST_CASE("PoDoFo reads what it does not write", "[pdf]") {
  PoDoFo::PdfError::EnableLogging(false);
  PoDoFo::PdfError::EnableDebug(false);
  for (const size_t count : {size_t{1}, size_t{600}}) {
    const std::string bytes = file_with(count, Frame::streams);
    PoDoFo::PdfMemDocument read;
    REQUIRE_NOTHROW(read.LoadFromBuffer(bytes.data(), static_cast<long>(bytes.size())));
    CHECK(read.GetPageCount() == 1);
    const auto& beside = read.GetCatalog()->GetDictionary().GetKey("Beside")->GetArray();
    REQUIRE(beside.size() == count);
    for (size_t i = 0; i < count; ++i) {
      const PoDoFo::PdfObject* object = read.GetObjects().GetObject(beside[i].GetReference());
      REQUIRE(object);
      CHECK(object->GetDictionary().GetKeyAsLong("Tea") == static_cast<PoDoFo::pdf_int64>(i));
      CHECK(object->HasStream() == (i % 50 == 7));
    }
  }
}

TEST_CASE("the header says the version, and that the file is none of text", "[pdf]") {
  CHECK(file_with(0, Frame::table, 13).starts_with("%PDF-1.3\n%\xE2\xE3\xCF\xD3\n"));
  CHECK(file_with(0, Frame::table, 16).starts_with("%PDF-1.6\n%\xE2\xE3\xCF\xD3\n"));
  CHECK(file_with(0, Frame::streams, 17).starts_with("%PDF-1.7\n%\xE2\xE3\xCF\xD3\n"));
}

TEST_CASE("the identifier is there twice, and another where the contents are", "[pdf]") {
  const auto id_of = [](const std::string& bytes) {
    const size_t begin = bytes.find("/ID [<") + 6;
    const std::string id = bytes.substr(begin, 32);
    CHECK(bytes.substr(begin + 32, 36) == "><" + id + ">]");
    return id;
  };
  const std::string id = id_of(file_with(30, Frame::streams));
  CHECK(id == id_of(file_with(30, Frame::streams)));
  CHECK(id != id_of(file_with(31, Frame::streams)));
}

TEST_CASE("a thousand small objects take little room in streams", "[pdf]") {
  const size_t packed = file_with(6000, Frame::streams).size() - file_with(5000, Frame::streams).size();
  const size_t listed = file_with(6000, Frame::table).size() - file_with(5000, Frame::table).size();
  INFO(packed << " and " << listed << " bytes");
  CHECK(packed < 10'000);
  CHECK(listed > 40'000);
}

TEST_CASE("each number is set once, and every one", "[pdf]") {
  for (const Frame frame : {Frame::table, Frame::streams}) {
    ObjectFile file;
    const pdf::Ref first = file.add(1);
    CHECK_THROWS_AS(file.set(first, 2), std::logic_error);
    CHECK_THROWS_AS(file.set({9}, 2), std::logic_error);
    file.alloc();
    CHECK_THROWS_AS(file.save(first, Dict(), 17, frame), std::logic_error);
  }
}

}  // namespace
}  // namespace huozi
