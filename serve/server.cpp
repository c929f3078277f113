#include "serve/server.hpp"

#include <algorithm>
#include <optional>
#include <thread>

#include "record/error.hpp"
#include "serve/event_loop.hpp"

namespace chancery {

namespace {

LoopLimits limits_of(const ServerOptions& options) {
    LoopLimits out;
    out.threads = std::max(2U, options.threads);
    out.connections = options.connections;
    out.http.body = options.body;
    out.http.bodies = 8 * options.body;
    out.grace = std::chrono::seconds(options.grace_seconds);
    return out;
}

Listener listen_on(const ServerOptions& options) {
    return options.socket.empty() ? Listener::tcp(options.address, options.port)
                                  : Listener::unix_socket(options.socket);
}

/// An address that others reach is never open by oversight.
void check_reach(const Listener& listener, const ServerOptions& options) {
    if (listener.is_local() || !options.token.empty() || options.public_read) return;
    throw Error(
        options.address +
        ": other machines reach this address. Give --token-file FILE so that only who has the token may ask, or "
        "--public-read to let everybody read.");
}

TrustOptions trust_of(const ServerOptions& options, const Listener& listener) {
    TrustOptions out{.local = listener.is_local(),
                     .unix_socket = listener.is_unix(),
                     .public_read = options.public_read,
                     .token = options.token,
                     .hosts = options.allow_hosts,
                     .origins = options.allow_origins};
    const auto& address = options.address;
    if (!listener.is_unix() && address != "0.0.0.0" && address != "::")  // asked for by the address it was told
        out.hosts.push_back(address.find(':') == std::string::npos ? address : '[' + address + ']');
    return out;
}

}  // namespace

std::vector<Route> health_routes(std::shared_ptr<const Metrics> metrics, std::function<bool()> ready) {
    const auto text = [](int status, std::string body, std::string type) {
        return HttpAnswer{.status = status, .type = std::move(type), .body = std::move(body)};
    };
    static const std::string plain = "text/plain; charset=utf-8",
                             prometheus = "text/plain; version=0.0.4; charset=utf-8";
    std::vector<Route> out(3);
    out[0] = {.method = "GET",
              .pattern = "/healthz",
              .handler = [text](const HttpRequest&) { return text(200, "ok\n", plain); },
              .summary = "The process answers",
              .produces = {"text/plain"},
              .open = true};
    out[1] = {.method = "GET",
              .pattern = "/readyz",
              .handler =
                  [text, ready = std::move(ready)](const HttpRequest&) {
                      if (!ready())
                          throw HttpProblem(503, "Not ready", "The graph is still being read. Try again in a second.");
                      return text(200, "ready\n", plain);
                  },
              .summary = "The graph is there and can be asked",
              .produces = {"text/plain"},
              .statuses = {503},
              .open = true};
    out[2] = {.method = "GET",
              .pattern = "/metrics",
              .handler = [text, metrics = std::move(metrics)](
                             const HttpRequest&) { return text(200, metrics->prometheus(), prometheus); },
              .summary = "Counts of requests, durations, connections and refusals, as Prometheus reads them",
              .produces = {"text/plain"}};
    return out;
}

class Server::Parts {
  public:
    Parts(ServerOptions given, std::vector<Route> table, std::shared_ptr<Metrics> counts)
        : options(std::move(given)),
          routes(std::move(table)),
          metrics(std::move(counts)),
          log(
              options.log, options.errors ? options.errors : [](std::string_view) {}) {
        (void)make_dispatcher({});  // so that a wrong table is found before an address is taken
    }

    [[nodiscard]] std::unique_ptr<Dispatcher> make_dispatcher(TrustOptions trust) {
        return std::make_unique<Dispatcher>(routes, Trust(std::move(trust)),
                                            std::chrono::seconds(options.query_seconds),
                                            [this](std::string_view what) { log.complain(what); });
    }

    void start(const std::function<void(std::stop_token)>& task) {
        threads.emplace_back([this, task](const std::stop_token& stop) {
            try {
                task(stop);
            } catch (const std::exception& error) {
                log.complain(error.what());
            }
        });
    }

    ServerOptions options;
    std::vector<Route> routes;
    std::shared_ptr<Metrics> metrics;
    RequestLog log;
    std::vector<std::function<void(std::stop_token)>> tasks;
    std::optional<Listener> listener;
    std::unique_ptr<Dispatcher> dispatcher;
    std::optional<EventLoop> loop;
    std::vector<std::jthread> threads;
};

Server::Server(ServerOptions options, std::vector<Route> routes, std::shared_ptr<Metrics> metrics)
    : parts_(std::make_unique<Parts>(std::move(options), std::move(routes), std::move(metrics))) {}

Server::~Server() = default;

void Server::bind() {
    auto listener = listen_on(parts_->options);
    check_reach(listener, parts_->options);
    parts_->dispatcher = parts_->make_dispatcher(trust_of(parts_->options, listener));
    parts_->loop.emplace(limits_of(parts_->options), *parts_->dispatcher, *parts_->metrics, parts_->log);
    parts_->listener.emplace(std::move(listener));
}

std::string Server::place() const {
    return parts_->listener->place();
}

unsigned Server::port() const {
    return parts_->listener->port();
}

void Server::in_background(std::function<void(std::stop_token)> task) {
    parts_->tasks.push_back(std::move(task));
}

void Server::run() {
    for (const auto& task : parts_->tasks) parts_->start(task);
    parts_->loop->run(*parts_->listener);
    parts_->threads.clear();
}

void Server::stop() noexcept {
    if (parts_->loop) parts_->loop->stop();
}

}  // namespace chancery
