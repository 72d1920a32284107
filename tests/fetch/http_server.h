// An HTTP/1.1 server on the loopback address, in threads of the test that makes it.
// Not here: TLS, keeping connections open.
#pragma once

#include <arpa/inet.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

#include <atomic>
#include <chrono>
#include <functional>
#include <map>
#include <mutex>
#include <stdexcept>
#include <string>
#include <thread>
#include <vector>

namespace huozi::test {

class Connection {
 public:
  Connection(int socket, std::string request) : socket_(socket), request_(std::move(request)) {}

  const std::string& request() const { return request_; }
  // Whether the other side still listens.
  bool send(const std::string& bytes) const {
    size_t sent = 0;
    while (sent < bytes.size()) {
      const ssize_t count = ::send(socket_, bytes.data() + sent, bytes.size() - sent, MSG_NOSIGNAL);
      if (count <= 0) return false;
      sent += static_cast<size_t>(count);
    }
    return true;
  }
  bool answer(const std::string& status, const std::string& headers, const std::string& body) const {
    return send("HTTP/1.1 " + status + "\r\nConnection: close\r\n" + headers + "\r\n" + body);
  }
  bool file(const std::string& bytes, const std::string& headers = {}) const {
    return answer("200 OK", "Content-Length: " + std::to_string(bytes.size()) + "\r\n" + headers, bytes);
  }
  bool redirect(const std::string& target) const {
    return answer("302 Found", "Location: " + target + "\r\nContent-Length: 0\r\n", {});
  }

 private:
  int socket_;
  std::string request_;
};

class HttpServer {
 public:
  using Handler = std::function<void(const Connection&)>;

  HttpServer() {
    listener_ = ::socket(AF_INET, SOCK_STREAM, 0);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    socklen_t size = sizeof address;
    if (::bind(listener_, reinterpret_cast<sockaddr*>(&address), size) != 0 || ::listen(listener_, 16) != 0 ||
        ::getsockname(listener_, reinterpret_cast<sockaddr*>(&address), &size) != 0) {
      throw std::runtime_error("no loopback server");
    }
    port_ = ntohs(address.sin_port);
    acceptor_ = std::thread([this] { accept_all(); });
  }
  ~HttpServer() {
    stopped_ = true;
    ::shutdown(listener_, SHUT_RDWR);
    acceptor_.join();
    ::close(listener_);
    for (std::thread& thread : threads_) thread.join();
  }
  HttpServer(const HttpServer&) = delete;
  HttpServer& operator=(const HttpServer&) = delete;

  void on(const std::string& path, Handler handler) {
    const std::lock_guard lock(mutex_);
    handlers_[path] = std::move(handler);
  }
  std::string url(const std::string& path) const { return "http://127.0.0.1:" + std::to_string(port_) + path; }
  // The requests so far, each with its header lines.
  std::vector<std::string> requests() const {
    const std::lock_guard lock(mutex_);
    return requests_;
  }
  bool stopped() const { return stopped_; }

 private:
  void accept_all() {
    while (!stopped_) {
      const int socket = ::accept(listener_, nullptr, nullptr);
      if (socket < 0) continue;
      threads_.emplace_back([this, socket] {
        serve(socket);
        ::close(socket);
      });
    }
  }

  void serve(int socket) {
    std::string request;
    char buffer[4096];
    while (request.find("\r\n\r\n") == std::string::npos) {
      const ssize_t count = ::recv(socket, buffer, sizeof buffer, 0);
      if (count <= 0) return;
      request.append(buffer, static_cast<size_t>(count));
      if (request.front() == '\x16') {  // TLS, of which this server knows nothing
        Connection(socket, {}).answer("400 Bad Request", "", {});
        return;
      }
    }
    const size_t begin = request.find(' ') + 1;
    const std::string path = request.substr(begin, request.find(' ', begin) - begin);
    Handler handler;
    {
      const std::lock_guard lock(mutex_);
      requests_.push_back(request);
      const auto found = handlers_.find(path);
      if (found != handlers_.end()) handler = found->second;
    }
    const Connection connection(socket, request);
    if (handler) {
      handler(connection);
    } else {
      connection.answer("404 Not Found", "Content-Length: 4\r\n", "none");
    }
    ::shutdown(socket, SHUT_WR);
  }

  int listener_ = -1;
  int port_ = 0;
  std::atomic<bool> stopped_ = false;
  mutable std::mutex mutex_;
  std::map<std::string, Handler> handlers_;
  std::vector<std::string> requests_;
  std::vector<std::thread> threads_;
  std::thread acceptor_;
};

}  // namespace huozi::test
