#pragma once
#include <atomic>
#include <chrono>
#include <functional>
#include <map>
#include <memory>
#include <mutex>
#include <string>
#include <thread>
#include <vector>

#include "serve/connection.hpp"
#include "serve/listener.hpp"
#include "serve/metrics.hpp"
#include "serve/request_log.hpp"

namespace chancery {

/// How many at once, and how long each may take.
struct LoopLimits {
    HttpLimits http;
    std::size_t connections = 512;
    unsigned threads = 8;
    std::chrono::milliseconds idle{15000};        ///< between two requests
    std::chrono::milliseconds crowded_head{500};  ///< after which an unfinished head may be dropped for a new client
    std::chrono::milliseconds head{5000}, body{20000}, stall{10000}, grace{4000};
};

/// Sockets and threads. A connection that waits, for a request's next byte or for its client to read, costs no thread:
/// it is parked in the kernel (epoll) and any free thread takes it when something has come. A handler runs only for
/// requests that are whole, so a slow client holds nothing but its connection, and that only for the times above.
class EventLoop {
  public:
    EventLoop(const LoopLimits& limits, const Dispatcher& dispatcher, Metrics& metrics, RequestLog& log);
    ~EventLoop();
    EventLoop(const EventLoop&) = delete;
    EventLoop& operator=(const EventLoop&) = delete;

    /// Serves until stop(), then finishes the answers that are on their way, for at most `grace`.
    void run(Listener& listener);
    /// From any thread, and from a signal handler.
    void stop() noexcept;

  private:
    using Phase = Connection::Phase;
    enum class Next { read, again, park, close };

    void work();
    void serve(Connection& connection);
    Next step(Connection& connection);
    Next read_more(Connection& connection);
    Next take_head(Connection& connection);
    Next take_body(Connection& connection);
    Next answer(Connection& connection, std::string_view body);
    Next refuse(Connection& connection, const HttpRefusal& refusal, std::string_view why);
    Next after_answer(Connection& connection, bool alive);
    Next drain(Connection& connection);
    /// Until something comes; `soon`: there is more to do as soon as the others had their turn.
    void park(Connection& connection, bool soon = false);
    void drop(Connection& connection);
    void release(Connection& connection);

    void accept_all(int socket);
    void turn_away(int socket);
    bool make_room();
    void watch_clock();
    void wind_up(Listener& listener);

    const LoopLimits limits_;
    const Dispatcher& dispatcher_;
    Metrics& metrics_;
    RequestLog& log_;
    Guard guard_;
    int epoll_ = -1, wake_ = -1, done_ = -1;
    std::atomic<bool> stopping_{false};
    std::atomic<std::size_t> bodies_{0}, unread_{0};
    std::atomic<unsigned> posts_{0}, streams_{0};
    std::mutex mutex_;
    std::map<Connection*, std::unique_ptr<Connection>> connections_;
    std::vector<std::thread> threads_;
};

}  // namespace chancery
