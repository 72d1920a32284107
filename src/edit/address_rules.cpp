#include "edit/address_rules.h"

#include <algorithm>
#include <array>

#include "base/utf8.h"
#include "edit/address.h"
#include "edit/line_shape.h"

namespace huozi::edit {
namespace {

constexpr int kMostPasses = 4;

// Hosts that do nothing but pass on, whatever their path.
constexpr std::array<std::string_view, 12> kRedirectHosts = {
    "link.zhihu.com",        "link.jianshu.com", "link.juejin.cn", "link.csdn.net",
    "link.segmentfault.com", "l.facebook.com",   "out.reddit.com", "jump.bdimg.com",
    "jump2.bdimg.com",       "href.li",          "exit.sc",        "anonym.to"};

// Names of pages that pass on: a whole segment of the path, without its ending (.php, .html ...).
constexpr std::array<std::string_view, 32> kRedirectPages = {
    "go-wild",    "blog-entry", "goto",     "gotolink", "gourl",        "go",   "link",   "link2",   "linkto",
    "linkfilter", "links",      "redirect", "redir",    "redirector",   "jump", "jumpto", "jumpurl", "jumplink",
    "out",        "outlink",    "outurl",   "external", "externallink", "exit", "leave",  "away",    "sinaurl",
    "toasturl",   "url",        "middlem",  "l",        "forward"};

// Keys under which such a page is told the address.
constexpr std::array<std::string_view, 19> kRedirectKeys = {
    "z",    "url",   "target", "to",  "u",        "t",           "q",        "link", "href", "goto",
    "dest", "pfurl", "jump",   "uri", "redirect", "destination", "toasturl", "ext",  "gourl"};

constexpr std::array<std::string_view, 13> kAdvertisers = {
    "duomai.com",           "pvxt.net",      "union-click.jd.com",    "u.jd.com",       "s.click.taobao.com",
    "p.yiqifa.com",         "awin1.com",     "click.linksynergy.com", "shareasale.com", "go.skimresources.com",
    "redirect.viglink.com", "anrdoezrs.net", "doubleclick.net"};

// Segments of paths that name a search or a list, the keys of what is sought there, and those that say so by
// themselves.
constexpr std::array<std::string_view, 11> kListPages = {"tag",      "tags",  "search", "topic", "topics", "keyword",
                                                         "keywords", "label", "labels", "so",    "hashtag"};
constexpr std::array<std::string_view, 7> kListKeys = {"q", "word", "tag", "query", "key", "search", "name"};
constexpr std::array<std::string_view, 4> kSearchKeys = {"kw", "keyword", "keywords", "wd"};

constexpr std::array<std::string_view, 10> kInjectedClasses = {
    "acglink",   "hotword",    "hot-word",     "auto-link",   "autolink",
    "innerlink", "inner-link", "keyword-link", "keywordlink", "infotextkey"};

template <typename Table>
bool holds(const Table& table, std::string_view word) {
  return std::find(table.begin(), table.end(), word) != table.end();
}

template <typename F>
bool any_segment(std::string_view path, F&& f) {
  for (size_t at = 0; at < path.size();) {
    const size_t end = std::min(path.find('/', at), path.size());
    if (end > at && f(path.substr(at, end - at))) return true;
    at = end + 1;
  }
  return false;
}

std::string page_name(std::string_view segment) {
  return lower(segment.substr(0, segment.find('.')));
}

bool passes_on(const Address& address) {
  const auto known = [&](std::string_view host) { return is_host(address.host, host); };
  if (std::any_of(kRedirectHosts.begin(), kRedirectHosts.end(), known)) return true;
  std::string_view path = address.path;
  while (path.ends_with('/')) path.remove_suffix(1);
  return holds(kRedirectPages, page_name(path.substr(path.rfind('/') + 1)));
}

// A whole address of another page, fit to be printed and followed.
bool is_whole(std::string_view text) {
  const auto address = read_address(text);
  return address && !text.starts_with("//") && address->host.find('.') != std::string_view::npos &&
         base::find_invalid_utf8(text) == std::string_view::npos && std::none_of(text.begin(), text.end(), [](char c) {
           return static_cast<unsigned char>(c) <= ' ' || c == 0x7F ||
                  std::string_view("<>\"\\`{}").find(c) != std::string_view::npos;
         });
}

std::optional<std::string> passed_on_once(std::string_view text) {
  const auto address = read_address(text);
  if (!address || !passes_on(*address)) return std::nullopt;
  // What is written plainly goes on to the end, with its own query and place within the page.
  const auto to_end = [&](std::string_view part) {
    const auto begin = static_cast<size_t>(part.data() - text.data());
    return std::string(text.substr(begin));
  };
  if (is_whole(address->query)) return to_end(address->query);
  for (const Parameter& parameter : parameters(address->query)) {
    const bool known = holds(kRedirectKeys, lower(parameter.key));
    const std::string_view value = known ? parameter.value : parameter.key;  // a query may be nothing but the address
    if (!known && (!parameter.value.empty() || parameter.key != address->query)) continue;
    const bool plain = value.find("://") != std::string_view::npos;
    const bool last = parameter.end == address->query.size() || value.find('?') != std::string_view::npos;
    std::string target = !plain ? percent_decoded(value) : last ? to_end(value) : std::string(value);
    if (is_whole(target)) return target;
    target = percent_decoded(target);  // encoded twice, by two who pass on
    if (is_whole(target)) return target;
  }
  return std::nullopt;
}

bool names_list(const Address& address) {
  return any_segment(address.path, [](std::string_view segment) { return holds(kListPages, page_name(segment)); });
}

}  // namespace

std::optional<std::string> redirect_target(std::string_view address) {
  std::optional<std::string> target;
  const bool within_site = address.starts_with('/') && !address.starts_with("//");
  const std::string whole = within_site ? "//site" + std::string(address) : std::string();
  if (within_site) address = whole;
  for (int i = 0; i < kMostPasses; ++i) {
    auto next = passed_on_once(target ? std::string_view(*target) : address);
    if (!next) return target;
    target = std::move(next);
  }
  return passed_on_once(*target) ? std::nullopt : target;
}

bool is_advertising(std::string_view address) {
  const auto parts = read_address(address);
  return parts && std::any_of(kAdvertisers.begin(), kAdvertisers.end(),
                              [&](std::string_view host) { return is_host(parts->host, host); });
}

bool is_list(std::string_view address) {
  const auto parts = read_address(address);
  return parts && names_list(*parts);
}

bool is_list_of(std::string_view address, std::string_view words) {
  const std::string wanted = lower(trimmed(words));
  const auto parts = read_address(address);
  if (!parts || wanted.empty()) return false;
  const auto is_wanted = [&](std::string_view text) { return lower(percent_decoded(text)) == wanted; };
  const bool list = names_list(*parts);
  if (list && any_segment(parts->path, is_wanted)) return true;
  const std::vector<Parameter> all = parameters(parts->query);
  return std::any_of(all.begin(), all.end(), [&](const Parameter& parameter) {
    const std::string key = lower(parameter.key);
    return (holds(kSearchKeys, key) || (list && holds(kListKeys, key))) && is_wanted(parameter.value);
  });
}

bool marks_injected_link(std::string_view class_name) {
  return holds(kInjectedClasses, lower(class_name));
}

}  // namespace huozi::edit
