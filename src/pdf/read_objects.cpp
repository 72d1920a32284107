#include "pdf/read_objects.h"

#include <podofo/podofo.h>

#include <stdexcept>

namespace huozi::pdf {
namespace {

const PoDoFo::PdfObject* followed(const PoDoFo::PdfObject* value, const PoDoFo::PdfObject* around) {
  if (!value || !value->IsReference()) return value;
  const PoDoFo::PdfVecObjects* const all = value->GetOwner() ? value->GetOwner() : around->GetOwner();
  return all ? all->GetObject(value->GetReference()) : nullptr;
}

// Stops a stream that grows beyond its bound.
class Bounded : public PoDoFo::PdfOutputStream {
 public:
  explicit Bounded(size_t most) : most_(most) {}
  PoDoFo::pdf_long Write(const char* bytes, PoDoFo::pdf_long length) override {
    if (bytes_.size() + static_cast<size_t>(length) > most_) PODOFO_RAISE_ERROR(PoDoFo::ePdfError_ValueOutOfRange);
    bytes_.append(bytes, static_cast<size_t>(length));
    return length;
  }
  void Close() override {}
  std::string take() { return std::move(bytes_); }

 private:
  size_t most_;
  std::string bytes_;
};

}  // namespace

uint32_t ReadObject::id() const {
  return object_ ? static_cast<uint32_t>(object_->Reference().ObjectNumber()) : 0;
}

ReadObject ReadObject::at(std::string_view key) const {
  if (!object_ || !object_->IsDictionary()) return {};
  return ReadObject(followed(object_->GetDictionary().GetKey(PoDoFo::PdfName(std::string(key))), object_));
}

std::vector<std::string> ReadObject::keys() const {
  std::vector<std::string> out;
  if (!object_ || !object_->IsDictionary()) return out;
  for (const auto& entry : object_->GetDictionary().GetKeys()) out.push_back(entry.first.GetName());
  return out;
}

std::vector<ReadObject> ReadObject::elements() const {
  std::vector<ReadObject> out;
  if (!object_ || !object_->IsArray()) return out;
  for (const PoDoFo::PdfObject& each : object_->GetArray()) out.emplace_back(followed(&each, object_));
  return out;
}

std::optional<double> ReadObject::number() const {
  if (!object_ || !(object_->IsNumber() || object_->IsReal())) return std::nullopt;
  return object_->GetReal();
}

std::vector<double> ReadObject::numbers() const {
  std::vector<double> out;
  for (const ReadObject& each : elements()) {
    const auto number = each.number();
    if (!number) return {};
    out.push_back(*number);
  }
  return out;
}

std::string ReadObject::name() const {
  return object_ && object_->IsName() ? object_->GetName().GetName() : std::string();
}

bool ReadObject::is_true() const {
  return object_ && object_->IsBool() && object_->GetBool();
}

std::optional<std::string> ReadObject::stream(size_t most) const {
  if (!object_ || !object_->HasStream()) return std::nullopt;
  try {
    Bounded bytes(most);
    object_->GetStream()->GetFilteredCopy(&bytes);
    return bytes.take();
  } catch (const PoDoFo::PdfError&) {
    return std::nullopt;
  }
}

struct ReadFile::Impl {
  PoDoFo::PdfVecObjects objects;
  PoDoFo::PdfParser parser{&objects};
};

ReadFile::ReadFile(const std::string& bytes) : impl_(std::make_unique<Impl>()) {
  impl_->objects.SetAutoDelete(true);
  try {
    impl_->parser.ParseFile(bytes.data(), static_cast<long>(bytes.size()), false);
  } catch (const PoDoFo::PdfError& error) {
    throw std::runtime_error(std::string("reading a PDF failed: ") + error.what());
  }
}

ReadFile::~ReadFile() = default;

ReadObject ReadFile::first_page() const {
  const PoDoFo::PdfObject* const trailer = impl_->parser.GetTrailer();
  const PoDoFo::PdfObject* const root = trailer ? trailer->GetDictionary().GetKey("Root") : nullptr;
  if (!root || !root->IsReference()) return {};
  ReadObject page = ReadObject(impl_->objects.GetObject(root->GetReference())).at("Pages");
  constexpr int kDeepest = 8;
  for (int depth = 0; page && depth < kDeepest; ++depth) {
    const std::vector<ReadObject> kids = page.at("Kids").elements();
    if (kids.empty()) break;
    page = kids.front();
  }
  return page;
}

}  // namespace huozi::pdf
