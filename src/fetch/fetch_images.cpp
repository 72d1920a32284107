#include "fetch/fetch_images.h"

#include <algorithm>
#include <chrono>
#include <cstdlib>
#include <set>
#include <stdexcept>
#include <thread>

#include "base/file.h"
#include "base/hash.h"
#include "base/sha256.h"
#include "fetch/image_type.h"
#include "fetch/lock_file.h"
#include "fetch/transfer.h"
#include "fetch/url.h"

namespace huozi::fetch {
namespace fs = std::filesystem;

namespace {

constexpr size_t kMostImages = 5000;
constexpr size_t kNameDigits = 24;  // of the hash: two pictures of one name would take 2^48 of them
constexpr size_t kSavedEvery = 16;  // downloads, so that a run that is broken off loses little
constexpr uint64_t kLargestLock = 16u << 20;

class Fetcher {
 public:
  Fetcher(const fs::path& folder, const FetchOptions& options, source::Diagnostics& diagnostics)
      : folder_(folder),
        lock_path_(folder / "images.lock.json"),
        options_(options),
        diagnostics_(diagnostics),
        transfers_(options),
        date_(options.date.empty() ? lock_date(std::getenv("SOURCE_DATE_EPOCH")) : options.date) {}

  FetchResult run(const std::vector<ImageRequest>& requests) {
    if (requests.empty()) return {};
    read_lock();
    std::set<std::string> seen;
    for (const ImageRequest& request : requests) {
      if (!seen.insert(request.url).second) continue;
      if (seen.size() > kMostImages) {
        diagnostics_.report("fetch.too-many", request.span, {std::to_string(kMostImages)});
        break;
      }
      if (!is_there(request.url)) fetch(request);
    }
    save();
    return std::move(result_);
  }

 private:
  void read_lock() {
    std::error_code error;
    if (!fs::exists(lock_path_, error)) return;
    saved_ = base::read_file(lock_path_, kLargestLock).value_or("");
    if (std::optional<Lock> lock = parse_lock(saved_)) {
      lock_ = std::move(*lock);
    } else {
      diagnostics_.report("fetch.lock", {}, {lock_path_.string()});
    }
  }

  bool is_there(const std::string& url) {
    const auto entry = lock_.find(url);
    if (entry == lock_.end()) return false;
    const std::optional<fs::path> path = base::path_inside(folder_, entry->second.file);
    const std::optional<std::string> bytes = path ? base::read_file(*path) : std::nullopt;
    if (!bytes || base::sha256_hex(*bytes) != entry->second.sha256) return false;
    result_.files[url] = entry->second.file;
    return true;
  }

  void fetch(const ImageRequest& request) {
    const std::optional<std::string> url = fetchable_url(request.url);
    if (!url) {
      diagnostics_.report("fetch.bad-url", request.span, {request.url});
      return;
    }
    const fs::path images = folder_ / "images";
    std::error_code error;
    fs::create_directories(images, error);
    if (error || !base::path_inside(folder_, "images")) {
      diagnostics_.report("fetch.output", request.span, {images.string(), error.message()});
      return;
    }
    const fs::path part = images / (base::to_hex(base::hash128(*url)) + ".part");
    const TransferResult outcome = attempts(*url, part);
    if (outcome.failure == Failure::none) {
      keep(request, part);
    } else {
      report(request, outcome);
    }
  }

  TransferResult attempts(const std::string& url, const fs::path& part) {
    TransferResult outcome;
    int64_t wait = options_.wait_milliseconds;
    for (int attempt = 1;; ++attempt, wait *= 2) {
      outcome = transfers_.get(url, part);
      if (attempt >= options_.attempts || !outcome.may_pass()) return outcome;
      std::this_thread::sleep_for(std::chrono::milliseconds(wait));
    }
  }

  void keep(const ImageRequest& request, const fs::path& part) {
    const std::optional<std::string> bytes = base::read_file(part, options_.largest);
    const ImageType* type = bytes ? image_type(*bytes) : nullptr;
    if (!type) return report(request, {Failure::output, 0, part.string()});
    const std::string hash = base::sha256_hex(*bytes);
    const std::string file = "images/" + hash.substr(0, kNameDigits) + '.' + std::string(type->extension);
    std::error_code error;
    fs::rename(part, folder_ / file, error);
    if (error) return report(request, {Failure::output, 0, error.message()});
    lock_[request.url] = {file, hash, std::string(type->name), date_};
    result_.files[request.url] = file;
    if (++result_.downloaded % kSavedEvery == 0) save();
  }

  void save() {
    const std::string text = lock_text(lock_);
    if (text == saved_ || (lock_.empty() && saved_.empty())) return;
    try {
      base::write_file_atomically(lock_path_, text);
      saved_ = text;
    } catch (const std::runtime_error& error) {
      diagnostics_.report("fetch.output", {}, {lock_path_.string(), error.what()});
    }
  }

  void report(const ImageRequest& request, const TransferResult& outcome) {
    const auto say = [&](std::string_view rule, std::string more = {}) {
      diagnostics_.report(rule, request.span, {request.url, std::move(more)});
    };
    switch (outcome.failure) {
      case Failure::none:
        return;
      case Failure::redirects:
        return say("fetch.redirects", std::to_string(options_.redirects));
      case Failure::protocol:
        return say("fetch.protocol");
      case Failure::private_host:
        return say("fetch.private-host");
      case Failure::status:
        return say("fetch.status", std::to_string(outcome.status));
      case Failure::too_large:
        return say("fetch.too-large", std::to_string(options_.largest));
      case Failure::no_image:
        return say("fetch.no-image");
      case Failure::timeout:
        return say("fetch.timeout");
      case Failure::no_host:
        return say("fetch.no-host");
      case Failure::refused:
        return say("fetch.refused");
      case Failure::tls:
        return say("fetch.tls");
      case Failure::cut_short:
        return say("fetch.cut-short");
      case Failure::output:
        return say("fetch.output", outcome.detail);
      case Failure::other:
        return say("fetch.failed", outcome.detail);
    }
  }

  fs::path folder_;
  fs::path lock_path_;
  FetchOptions options_;
  source::Diagnostics& diagnostics_;
  Transfers transfers_;
  std::string date_;
  Lock lock_;
  std::string saved_;  // the lock file as it stands
  FetchResult result_;
};

}  // namespace

FetchResult fetch_images(const std::vector<ImageRequest>& requests, const fs::path& folder, const FetchOptions& options,
                         source::Diagnostics& diagnostics) {
  return Fetcher(folder, options, diagnostics).run(requests);
}

}  // namespace huozi::fetch
