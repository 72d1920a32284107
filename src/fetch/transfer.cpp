#include "fetch/transfer.h"

#include <curl/curl.h>
#include <netinet/in.h>
#include <sys/socket.h>

#include <algorithm>
#include <charconv>
#include <cstring>
#include <fstream>
#include <optional>

#include "base/file.h"
#include "fetch/address.h"
#include "fetch/image_type.h"
#include "fetch/url.h"

namespace huozi::fetch {
namespace fs = std::filesystem;

namespace {

constexpr size_t kLongestTag = 512;

// What the callbacks of one transfer share.
struct State {
  CURL* curl = nullptr;
  uint64_t largest = 0;
  bool allow_private = false;
  bool allow_loopback = false;
  fs::path part;
  uint64_t resumed_at = 0;  // bytes asked to be left out
  std::ofstream out;
  bool opened = false;
  uint64_t size = 0;
  std::string head;  // the file's first bytes
  std::string tag;   // of the answer: its ETag, or the day of its last change
  bool tag_is_etag = false;
  std::optional<uint64_t> range_begin;
  Failure failure = Failure::none;  // why a callback ended the transfer
};

std::string_view trimmed(std::string_view text) {
  while (!text.empty() && (text.front() == ' ' || text.front() == '\t')) text.remove_prefix(1);
  while (!text.empty() && (text.back() == ' ' || text.back() == '\r' || text.back() == '\n')) text.remove_suffix(1);
  return text;
}

bool starts_with_key(std::string_view line, std::string_view key) {
  if (line.size() <= key.size() || line[key.size()] != ':') return false;
  for (size_t i = 0; i < key.size(); ++i) {
    const char c = line[i] >= 'A' && line[i] <= 'Z' ? static_cast<char>(line[i] - 'A' + 'a') : line[i];
    if (c != key[i]) return false;
  }
  return true;
}

size_t on_header(char* data, size_t, size_t count, void* user) {
  State& state = *static_cast<State*>(user);
  const std::string_view line(data, count);
  const auto value = [&] { return trimmed(line.substr(line.find(':') + 1)); };
  if (line.starts_with("HTTP/")) {  // a redirect's answer came before
    state.tag.clear();
    state.tag_is_etag = false;
    state.range_begin.reset();
  } else if (starts_with_key(line, "etag") && value().size() <= kLongestTag && !value().starts_with("W/")) {
    state.tag = value();  // RFC 9110 §13.1.5: no weak one
    state.tag_is_etag = true;
  } else if (starts_with_key(line, "last-modified") && value().size() <= kLongestTag && !state.tag_is_etag) {
    state.tag = value();
  } else if (starts_with_key(line, "content-range")) {
    std::string_view range = value();
    if (range.starts_with("bytes ")) {
      range.remove_prefix(6);
      uint64_t begin = 0;
      if (std::from_chars(range.data(), range.data() + range.size(), begin).ec == std::errc())
        state.range_begin = begin;
    }
  }
  return count;
}

fs::path tag_path(const fs::path& part) {
  return fs::path(part).concat(".tag");
}

// At the first bytes of the body: on with the file, or anew.
bool open_part(State& state) {
  long status = 0;
  curl_easy_getinfo(state.curl, CURLINFO_RESPONSE_CODE, &status);
  const bool goes_on = status == 206 && state.resumed_at > 0 && state.range_begin == state.resumed_at;
  if (status < 200 || status > 299 || (status == 206 && !goes_on)) {
    state.failure = Failure::status;  // an error's page, or a part that nobody asked for
    return false;
  }
  state.size = goes_on ? state.resumed_at : 0;
  if (goes_on) {
    std::ifstream in(state.part, std::ios::binary);
    state.head.resize(kSignatureBytes);
    in.read(state.head.data(), static_cast<std::streamsize>(state.head.size()));
    state.head.resize(static_cast<size_t>(in.gcount()));
  }
  state.out.open(state.part, std::ios::binary | (goes_on ? std::ios::app : std::ios::trunc));
  std::ofstream(tag_path(state.part), std::ios::binary | std::ios::trunc) << state.tag;
  state.opened = true;
  if (!state.out) state.failure = Failure::output;
  return state.out.good();
}

size_t on_body(char* data, size_t, size_t count, void* user) {
  State& state = *static_cast<State*>(user);
  if (!state.opened && !open_part(state)) return 0;
  if (count > state.largest - std::min(state.size, state.largest)) {
    state.failure = Failure::too_large;
    return 0;
  }
  if (state.head.size() < kSignatureBytes) {
    state.head.append(data, std::min(count, kSignatureBytes - state.head.size()));
    if (state.head.size() == kSignatureBytes && !image_type(state.head)) {
      state.failure = Failure::no_image;
      return 0;
    }
  }
  state.out.write(data, static_cast<std::streamsize>(count));
  if (!state.out) {
    state.failure = Failure::output;
    return 0;
  }
  state.size += count;
  return count;
}

bool may_connect(const curl_sockaddr& address, const State& state) {
  if (state.allow_private) return true;
  const auto allowed = [&](const auto& bytes) {
    return is_public(bytes) || (state.allow_loopback && is_loopback(bytes));
  };
  if (address.family == AF_INET) {
    sockaddr_in in{};
    std::memcpy(&in, &address.addr, sizeof in);
    std::array<uint8_t, 4> bytes{};
    std::memcpy(bytes.data(), &in.sin_addr, bytes.size());
    return allowed(bytes);
  }
  if (address.family == AF_INET6) {
    sockaddr_in6 in{};
    std::memcpy(&in, &address.addr, std::min<size_t>(sizeof in, address.addrlen));
    std::array<uint8_t, 16> bytes{};
    std::memcpy(bytes.data(), &in.sin6_addr, bytes.size());
    return allowed(bytes);
  }
  return false;
}

// Called for every connection with the address it would go to: names are looked up by then, redirects followed.
curl_socket_t on_socket(void* user, curlsocktype, curl_sockaddr* address) {
  State& state = *static_cast<State*>(user);
  if (!may_connect(*address, state)) {
    state.failure = Failure::private_host;
    return CURL_SOCKET_BAD;
  }
  return ::socket(address->family, address->socktype | SOCK_CLOEXEC, address->protocol);
}

Failure failure_of(CURLcode code, const State& state) {
  switch (code) {
    case CURLE_OK:
      return Failure::none;
    case CURLE_TOO_MANY_REDIRECTS:
      return Failure::redirects;
    case CURLE_UNSUPPORTED_PROTOCOL:
      return Failure::protocol;
    case CURLE_OPERATION_TIMEDOUT:
      return Failure::timeout;
    case CURLE_COULDNT_RESOLVE_HOST:
      return Failure::no_host;
    case CURLE_COULDNT_CONNECT:
      return state.failure == Failure::private_host ? Failure::private_host : Failure::refused;
    case CURLE_FILESIZE_EXCEEDED:
      return Failure::too_large;
    case CURLE_PARTIAL_FILE:
    case CURLE_RECV_ERROR:
    case CURLE_SEND_ERROR:
    case CURLE_GOT_NOTHING:
    case CURLE_HTTP2:
    case CURLE_HTTP2_STREAM:
      return Failure::cut_short;
    case CURLE_SSL_CONNECT_ERROR:
    case CURLE_PEER_FAILED_VERIFICATION:
    case CURLE_SSL_CERTPROBLEM:
    case CURLE_SSL_CIPHER:
    case CURLE_SSL_CACERT_BADFILE:
      return Failure::tls;
    case CURLE_WRITE_ERROR:
      return state.failure != Failure::none ? state.failure : Failure::other;
    default:
      return Failure::other;
  }
}

void remove_part(const fs::path& part) {
  std::error_code ignored;
  fs::remove(part, ignored);
  fs::remove(tag_path(part), ignored);
}

struct FreeList {
  void operator()(curl_slist* list) const { curl_slist_free_all(list); }
};

}  // namespace

bool TransferResult::may_pass() const {
  return failure == Failure::timeout || failure == Failure::refused || failure == Failure::cut_short ||
         failure == Failure::no_host ||
         (failure == Failure::status && (status == 429 || status == 416 || status >= 500));
}

struct Transfers::Handle {
  CURL* curl = nullptr;
  FetchOptions options;
  ~Handle() { curl_easy_cleanup(curl); }
};

Transfers::Transfers(const FetchOptions& options) : handle_(std::make_unique<Handle>()) {
  static const CURLcode once = curl_global_init(CURL_GLOBAL_DEFAULT);
  handle_->options = options;
  handle_->curl = once == CURLE_OK ? curl_easy_init() : nullptr;
}

Transfers::~Transfers() = default;

TransferResult Transfers::get(const std::string& url, const fs::path& part) {
  CURL* curl = handle_->curl;
  const FetchOptions& options = handle_->options;
  if (curl == nullptr) return {Failure::other, 0, "libcurl cannot be started"};
  State state;
  state.curl = curl;
  state.largest = options.largest;
  state.allow_private = options.allow_private;
  state.allow_loopback = names_this_machine(url);
  state.part = part;
  std::error_code error;
  const uint64_t there = fs::file_size(part, error);
  if (!error && there > 0 && there < options.largest) state.resumed_at = there;

  curl_easy_reset(curl);
  curl_easy_setopt(curl, CURLOPT_URL, url.c_str());
  curl_easy_setopt(curl, CURLOPT_PROTOCOLS_STR, "http,https");
  curl_easy_setopt(curl, CURLOPT_REDIR_PROTOCOLS_STR, "http,https");
  curl_easy_setopt(curl, CURLOPT_FOLLOWLOCATION, 1L);
  curl_easy_setopt(curl, CURLOPT_MAXREDIRS, static_cast<long>(options.redirects));
  curl_easy_setopt(curl, CURLOPT_CONNECTTIMEOUT_MS, static_cast<long>(options.connect_milliseconds));
  curl_easy_setopt(curl, CURLOPT_TIMEOUT_MS, static_cast<long>(options.total_milliseconds));
  curl_easy_setopt(curl, CURLOPT_MAXFILESIZE_LARGE, static_cast<curl_off_t>(options.largest));
  curl_easy_setopt(curl, CURLOPT_FAILONERROR, 0L);
  curl_easy_setopt(curl, CURLOPT_NOSIGNAL, 1L);
  curl_easy_setopt(curl, CURLOPT_PROXY, "");
  curl_easy_setopt(curl, CURLOPT_DISALLOW_USERNAME_IN_URL, 1L);
  curl_easy_setopt(curl, CURLOPT_NETRC, static_cast<long>(CURL_NETRC_IGNORED));
  curl_easy_setopt(curl, CURLOPT_USERAGENT, "Mozilla/5.0 (compatible; huozi)");
  curl_easy_setopt(curl, CURLOPT_HEADERFUNCTION, on_header);
  curl_easy_setopt(curl, CURLOPT_HEADERDATA, &state);
  curl_easy_setopt(curl, CURLOPT_WRITEFUNCTION, on_body);
  curl_easy_setopt(curl, CURLOPT_WRITEDATA, &state);
  curl_easy_setopt(curl, CURLOPT_OPENSOCKETFUNCTION, on_socket);
  curl_easy_setopt(curl, CURLOPT_OPENSOCKETDATA, &state);
  std::unique_ptr<curl_slist, FreeList> headers;
  const std::string range = std::to_string(state.resumed_at) + '-';
  if (state.resumed_at > 0) {
    curl_easy_setopt(curl, CURLOPT_RANGE, range.c_str());
    const std::string tag = base::read_file(tag_path(part), kLongestTag).value_or("");
    if (!tag.empty()) headers.reset(curl_slist_append(nullptr, ("If-Range: " + tag).c_str()));
    curl_easy_setopt(curl, CURLOPT_HTTPHEADER, headers.get());
  }

  const CURLcode code = curl_easy_perform(curl);
  state.out.close();
  TransferResult result;
  curl_easy_getinfo(curl, CURLINFO_RESPONSE_CODE, &result.status);
  result.failure = failure_of(code, state);
  if (result.failure == Failure::other) result.detail = curl_easy_strerror(code);
  if (result.failure == Failure::none && (result.status < 200 || result.status > 299)) result.failure = Failure::status;
  if (result.failure == Failure::none && !image_type(state.head)) result.failure = Failure::no_image;
  const bool goes_on_later = result.may_pass() && result.status != 416;  // 416: nothing of it fits any more
  if (result.failure != Failure::none && !goes_on_later) remove_part(part);
  if (result.failure == Failure::none) fs::remove(tag_path(part), error);
  return result;
}

}  // namespace huozi::fetch
