// One GET into a file that a later attempt can continue. Not here: which addresses, and what becomes of the file.
#pragma once

#include <filesystem>
#include <memory>
#include <string>

#include "fetch/fetch_images.h"

namespace huozi::fetch {

enum class Failure {
  none,
  redirects,     // too many
  protocol,      // a redirect to neither http nor https
  private_host,  // an address that is not public
  status,        // an answer other than 2xx
  too_large,
  no_image,
  timeout,
  no_host,    // the name is unknown
  refused,    // no connection
  tls,        // the certificate, or the agreement on encryption
  cut_short,  // less than was announced, or the connection broke
  output,     // the file cannot be written
  other
};

struct TransferResult {
  Failure failure = Failure::none;
  long status = 0;
  std::string detail;  // in English, of other and output

  bool may_pass() const;  // worth another attempt
};

class Transfers {
 public:
  explicit Transfers(const FetchOptions& options);
  ~Transfers();

  // Into `part`; what is there already is asked to be continued (RFC 9110 §14.2), if what was noted of it beside it in
  // PART.tag still holds. Whatever can be continued later stays after a failure, all else is removed.
  TransferResult get(const std::string& url, const std::filesystem::path& part);

 private:
  struct Handle;
  std::unique_ptr<Handle> handle_;
};

}  // namespace huozi::fetch
