#include "pdf/object_file.h"

#include <podofo/podofo.h>

#include <fmt/format.h>

#include <sstream>
#include <stdexcept>
#include <vector>

#include "base/hash.h"
#include "pdf/object_streams.h"

namespace huozi::pdf {
namespace {

PoDoFo::PdfVariant raw(const std::string& syntax) {
  return PoDoFo::PdfVariant(PoDoFo::PdfData(syntax.c_str(), syntax.size()));
}

void fill(PoDoFo::PdfObject& object, const Dict& dict) {
  for (const auto& [key, value] : dict.entries()) {
    object.GetDictionary().AddKey(PoDoFo::PdfName(key), PoDoFo::PdfObject(raw(value)));
  }
}

}  // namespace

struct ObjectFile::Impl {
  PoDoFo::PdfVecObjects objects;
  std::vector<bool> is_set;  // by object number
  std::string digest;        // of every object, in the order they were set; what was told last is not hashed yet

  PoDoFo::PdfObject& place(Ref ref, const PoDoFo::PdfVariant& value) {
    if (ref.num == 0 || ref.num >= is_set.size() || is_set[ref.num]) throw std::logic_error("PDF object set twice");
    is_set[ref.num] = true;
    auto* object = new PoDoFo::PdfObject(PoDoFo::PdfReference(ref.num, 0), value);  // `objects` deletes it
    objects.push_back(object);
    return *object;
  }
  void digest_more(Ref ref, std::string_view bytes) {
    constexpr size_t kHashedAtOnce = 65'536;  // thousands of small objects in one go
    digest.append(std::to_string(ref.num)).append(1, ':').append(bytes).append(1, '\n');
    if (digest.size() >= kHashedAtOnce) digest = base::to_hex(base::hash128(digest));
  }
};

ObjectFile::ObjectFile() : impl_(std::make_unique<Impl>()) {
  PoDoFo::PdfError::EnableLogging(false);
  impl_->objects.SetAutoDelete(true);
  impl_->is_set.push_back(true);  // number 0 is the head of the free list
}

ObjectFile::~ObjectFile() = default;

Ref ObjectFile::alloc() {
  impl_->is_set.push_back(false);
  return {static_cast<uint32_t>(impl_->is_set.size() - 1)};
}

// A value goes in as finished bytes: PoDoFo's dictionaries take six times the memory.
void ObjectFile::set(Ref ref, const Val& value) {
  impl_->place(ref, raw(value.syntax()));
  impl_->digest_more(ref, value.syntax());
}

Ref ObjectFile::add(const Val& value) {
  const Ref ref = alloc();
  set(ref, value);
  return ref;
}

void ObjectFile::stream(Ref ref, const Dict& dict, std::string_view bytes, Data data) {
  PoDoFo::PdfObject& object = impl_->place(ref, PoDoFo::PdfVariant(PoDoFo::PdfDictionary()));
  object.GetStream()->Set(bytes.data(), static_cast<PoDoFo::pdf_long>(bytes.size()), PoDoFo::TVecFilters());
  fill(object, dict);
  // Setting the bytes removes /Filter, so it comes after.
  if (data == Data::deflated) object.GetDictionary().AddKey("Filter", PoDoFo::PdfName("FlateDecode"));
  impl_->digest_more(ref, Val(dict).syntax());
  impl_->digest_more(ref, base::to_hex(base::hash128(bytes)));
}

std::string ObjectFile::save(Ref catalog, const Dict& info, int version, Frame frame) {
  try {
    const Ref info_ref = alloc();
    PoDoFo::PdfObject& info_object = impl_->place(info_ref, PoDoFo::PdfVariant(PoDoFo::PdfDictionary()));
    fill(info_object, info);
    const std::string digest = base::to_hex(base::hash128(impl_->digest + Val(info).syntax()));
    for (const bool is_set : impl_->is_set) {
      if (!is_set) throw std::logic_error("PDF object allocated but never set");
    }
    impl_->objects.Sort();
    PoDoFo::PdfObject trailer;
    trailer.GetDictionary().AddKey("Root", PoDoFo::PdfReference(catalog.num, 0));
    trailer.GetDictionary().AddKey("Info", PoDoFo::PdfReference(info_ref.num, 0));
    if (frame == Frame::streams) {
      trailer.GetDictionary().AddKey("ID", PoDoFo::PdfObject(raw("[<" + digest + "><" + digest + ">]")));
      return write_with_object_streams(impl_->objects, trailer.GetDictionary(), version);
    }
    // PoDoFo makes /ID from the information dictionary alone; with this key it stands for the whole contents.
    info_object.GetDictionary().AddKey(PoDoFo::PdfName("ContentDigest"), PoDoFo::PdfObject(raw('(' + digest + ')')));
    PoDoFo::PdfWriter writer(&impl_->objects, &trailer);
    writer.SetPdfVersion(version == 13   ? PoDoFo::ePdfVersion_1_3
                         : version == 16 ? PoDoFo::ePdfVersion_1_6
                                         : PoDoFo::ePdfVersion_1_7);
    writer.SetWriteMode(PoDoFo::ePdfWriteMode_Clean);  // the compact mode leaves out line ends PDF/A asks for
    std::ostringstream out;
    PoDoFo::PdfOutputDevice device(&out);
    writer.Write(&device);
    return std::move(out).str();
  } catch (const PoDoFo::PdfError& error) {
    throw std::runtime_error(fmt::format("writing the PDF failed: {}", error.what()));
  }
}

}  // namespace huozi::pdf
