#pragma once
#include <functional>
#include <memory>
#include <stop_token>
#include <string>
#include <string_view>
#include <vector>

#include "serve/http.hpp"
#include "serve/metrics.hpp"

namespace chancery {

struct ServerOptions {
    std::string address = "127.0.0.1";
    unsigned port = 8087;  ///< 0: any that is free
    std::string socket;    ///< path of a Unix socket, instead of address and port
    std::string token;     ///< what POSTs, and without public_read all requests, from elsewhere must bring
    bool public_read = false;
    std::vector<std::string> allow_hosts, allow_origins;
    unsigned threads = 8;
    std::size_t connections = 512;
    std::size_t body = 8 << 20;                    ///< largest request body in bytes
    unsigned query_seconds = 10;                   ///< HttpRequest::deadline is so far away
    unsigned grace_seconds = 4;                    ///< for answers on their way when the server stops
    std::function<void(std::string_view)> log;     ///< takes whole lines, one a request; empty: not wanted
    std::function<void(std::string_view)> errors;  ///< takes whole lines that an operator should see
};

/// What every server has beside its own routes: /healthz (the process answers), /readyz (`ready` says that it can
/// answer questions; else 503), /metrics. Separate, so that the routes table can describe them, too.
[[nodiscard]] std::vector<Route> health_routes(std::shared_ptr<const Metrics> metrics, std::function<bool()> ready);

/// Answers HTTP/1.1 by a routes table. Handlers run on several threads at once.
class Server {
  public:
    /// Throws Error when the options are not safe (an address that others reach, without token and public_read) or the
    /// routes cannot be used.
    Server(ServerOptions options, std::vector<Route> routes, std::shared_ptr<Metrics> metrics);
    ~Server();
    Server(const Server&) = delete;
    Server& operator=(const Server&) = delete;

    /// Takes the address; from now on clients wait instead of being refused. Throws Error when it cannot be had.
    void bind();
    /// After bind(): "http://127.0.0.1:8087/", or the path of the Unix socket.
    [[nodiscard]] std::string place() const;
    /// After bind(): the port, also when it was 0.
    [[nodiscard]] unsigned port() const;

    /// A task beside the answers, on a thread of its own from run() to stop: to watch a file and swap what is served.
    /// What it throws ends it and is reported.
    void in_background(std::function<void(std::stop_token)> task);

    /// Answers until stop(), finishes what is on its way and returns. Throws nothing.
    void run();
    /// From any thread and from signal handlers.
    void stop() noexcept;

  private:
    class Parts;
    std::unique_ptr<Parts> parts_;
};

}  // namespace chancery
