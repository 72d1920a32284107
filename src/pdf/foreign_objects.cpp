#include "pdf/foreign_objects.h"

#include <podofo/podofo.h>

#include <algorithm>
#include <cmath>

namespace huozi::pdf {
namespace {

using PoDoFo::PdfObject;

constexpr double kFarthest = 1e6;

// Unpacked bytes, bounded: a few may unpack to any number.
class BoundedOutput : public PoDoFo::PdfOutputStream {
 public:
  PoDoFo::pdf_long Write(const char* bytes, PoDoFo::pdf_long length) override {
    if (bytes_.size() + static_cast<size_t>(length) > kMostContent) throw Damage("too much content");
    bytes_.append(bytes, static_cast<size_t>(length));
    return length;
  }
  void Close() override {}
  std::string& bytes() { return bytes_; }

 private:
  std::string bytes_;
};

Val real(double value) {
  if (!std::isfinite(value)) return Val(0);
  const int decimals = std::abs(value) < 1e6 ? 10 : 3;
  const double most = 9e18 / std::pow(10, decimals);
  return Val::decimal(std::llround(std::clamp(value, -most, most) * std::pow(10, decimals)), decimals);
}

Val string(const PoDoFo::PdfString& string) {
  if (!string.IsValid()) return Val::bytes({});
  // PoDoFo takes the mark off texts in UTF-16.
  std::string bytes = string.IsUnicode() ? "\xFE\xFF" : "";
  return Val::bytes(bytes.append(string.GetString(), static_cast<size_t>(string.GetLength())));
}

}  // namespace

const PdfObject* ForeignObjects::resolve(const PdfObject* object) const {
  for (int i = 0; object && object->IsReference(); ++i) {
    if (i == kDeepest) throw Damage("references in a circle");
    object = all_.GetObject(object->GetReference());
  }
  return object && !object->IsNull() ? object : nullptr;
}

const PdfObject* ForeignObjects::find(const PdfObject* dictionary, const char* key) const {
  dictionary = resolve(dictionary);
  if (!dictionary || !dictionary->IsDictionary()) return nullptr;
  return resolve(dictionary->GetDictionary().GetKey(PoDoFo::PdfName(key)));
}

bool ForeignObjects::is_name(const PdfObject* object, const char* name) const {
  object = resolve(object);
  return object && object->IsName() && object->GetName().GetName() == name;
}

std::optional<double> ForeignObjects::number(const PdfObject* object) const {
  object = resolve(object);
  if (!object || !(object->IsNumber() || object->IsReal())) return std::nullopt;
  const double value = object->IsNumber() ? static_cast<double>(object->GetNumber()) : object->GetReal();
  return std::isfinite(value) && std::abs(value) <= kFarthest ? std::optional(value) : std::nullopt;
}

std::string ForeignObjects::text(const PdfObject* object) const {
  object = resolve(object);
  return object && (object->IsString() || object->IsHexString()) ? object->GetString().GetStringUtf8() : std::string();
}

std::string unpacked(const PdfObject& stream) {
  BoundedOutput out;
  stream.GetStream()->GetFilteredCopy(&out);
  return std::move(out.bytes());
}

std::string as_stored(const PdfObject& stream) {
  BoundedOutput out;
  stream.GetStream()->GetCopy(&out);
  return std::move(out.bytes());
}

Val ObjectCopier::value(const PdfObject& object, int depth) {
  if (depth > kDeepest) throw Damage("containers too deep in each other");
  switch (object.GetDataType()) {
    case PoDoFo::ePdfDataType_Bool:
      return Val::boolean(object.GetBool());
    case PoDoFo::ePdfDataType_Number:
      return Val(static_cast<int64_t>(object.GetNumber()));
    case PoDoFo::ePdfDataType_Real:
      return real(object.GetReal());
    case PoDoFo::ePdfDataType_String:
    case PoDoFo::ePdfDataType_HexString:
      return string(object.GetString());
    case PoDoFo::ePdfDataType_Name:
      return Val::name(object.GetName().GetName());
    case PoDoFo::ePdfDataType_Array: {
      Array array;
      for (const PdfObject& each : object.GetArray()) array.add(value(each, depth + 1));
      return array;
    }
    case PoDoFo::ePdfDataType_Dictionary:
      return dictionary(object, depth);
    case PoDoFo::ePdfDataType_Reference:
      return reference(object.GetReference());
    default:
      return Val::null();
  }
}

Val ObjectCopier::shared(const PdfObject& object) {
  return object.Reference().IsIndirect() ? reference(object.Reference()) : value(object);
}

Dict ObjectCopier::dictionary(const PdfObject& object, int depth) {
  Dict dict;
  for (const auto& [key, each] : object.GetDictionary().GetKeys()) {
    const std::string& name = key.GetName();
    // The tags that these lead to stay behind; a stream's length is written anew.
    if (name == "StructParent" || name == "StructParents" || (name == "Length" && object.HasStream())) continue;
    dict.add(name, value(*each, depth + 1));
  }
  return dict;
}

void ObjectCopier::copy_waiting() {
  while (!waiting_.empty()) {
    const auto [object, ref] = waiting_.front();
    waiting_.pop_front();
    if (object->HasStream()) {
      file_.stream(ref, dictionary(*object, 0), as_stored(*object), ObjectFile::Data::plain);
    } else {
      file_.set(ref, value(*object));
    }
  }
}

Val ObjectCopier::reference(const PoDoFo::PdfReference& old) {
  const PdfObject* object = all_.GetObject(old);
  if (!object) return Val::null();
  // A page that something leads back to would bring all pages along.
  if (object->IsDictionary()) {
    const PdfObject* type = object->GetDictionary().GetKey(PoDoFo::PdfName("Type"));
    if (type && type->IsName() && (type->GetName() == "Page" || type->GetName() == "Pages")) return Val::null();
  }
  const auto [found, is_new] = made_.try_emplace({old.ObjectNumber(), old.GenerationNumber()});
  if (is_new) {
    found->second = file_.alloc();
    waiting_.emplace_back(object, found->second);
  }
  return found->second;
}

}  // namespace huozi::pdf
