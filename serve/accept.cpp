// The other half of EventLoop: the thread that takes connections and watches the clock.
#include <arpa/inet.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <poll.h>
#include <sys/epoll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <array>
#include <cerrno>

#include "serve/event_loop.hpp"

namespace chancery {

namespace {

using Clock = Connection::Clock;
constexpr int tick = 100;  // milliseconds

std::string name_of(const sockaddr_storage& peer) {
    std::array<char, INET6_ADDRSTRLEN> text{};
    if (peer.ss_family == AF_INET)
        inet_ntop(AF_INET, &reinterpret_cast<const sockaddr_in&>(peer).sin_addr, text.data(), text.size());
    else if (peer.ss_family == AF_INET6)
        inet_ntop(AF_INET6, &reinterpret_cast<const sockaddr_in6&>(peer).sin6_addr, text.data(), text.size());
    else
        return "unix";
    return text.data();
}

/// An answer as the bytes that would be sent.
class Text : public AnswerSink {
  public:
    bool send(std::string_view head, std::string_view body, const std::shared_ptr<const std::string>&) override {
        bytes.append(head).append(body);
        return true;
    }
    std::string bytes;
};

}  // namespace

void EventLoop::run(Listener& listener) {
    epoll_event event{};
    event.events = EPOLLIN;
    epoll_ctl(epoll_, EPOLL_CTL_ADD, done_, &event);
    for (unsigned i = 0; i < limits_.threads; ++i) threads_.emplace_back([this] { work(); });
    auto watched = Clock::now();
    while (!stopping_) {
        std::array<pollfd, 2> sources{{{listener.socket(), POLLIN, 0}, {wake_, POLLIN, 0}}};
        const int ready = poll(sources.data(), sources.size(), tick);
        if (ready > 0 && sources[0].revents != 0) accept_all(listener.socket());
        if (Clock::now() - watched < std::chrono::milliseconds(tick)) continue;
        watched = Clock::now();
        watch_clock();
        log_.flush();
    }
    wind_up(listener);
}

void EventLoop::accept_all(int socket) {
    for (int i = 0; i < 64 && !stopping_; ++i) {
        sockaddr_storage peer{};
        socklen_t size = sizeof peer;
        const int client = accept4(socket, reinterpret_cast<sockaddr*>(&peer), &size, SOCK_NONBLOCK | SOCK_CLOEXEC);
        if (client < 0) {
            if (errno == EINTR || errno == ECONNABORTED) continue;
            if (errno != EAGAIN && !make_room()) poll(nullptr, 0, tick / 10);  // no descriptors: let some go first
            return;
        }
        const int yes = 1;
        setsockopt(client, IPPROTO_TCP, TCP_NODELAY, &yes, sizeof yes);
        std::unique_lock lock(mutex_);
        const bool full = connections_.size() >= limits_.connections;
        lock.unlock();
        if (full && !make_room()) {
            turn_away(client);
            continue;
        }
        auto connection = std::make_unique<Connection>(client, name_of(peer));
        connection->stall = limits_.stall;
        connection->enter(Phase::head, limits_.head);
        auto* const key = connection.get();
        lock.lock();
        connections_.emplace(key, std::move(connection));
        lock.unlock();
        metrics_.connection_opened();
        key->parked.store(true, std::memory_order_release);
        epoll_event event{};
        event.events = EPOLLIN | EPOLLONESHOT;
        event.data.ptr = key;
        epoll_ctl(epoll_, EPOLL_CTL_ADD, client, &event);
    }
}

bool EventLoop::make_room() {
    const std::lock_guard lock(mutex_);
    Connection* longest = nullptr;
    const auto now = Clock::now();
    for (const auto& [connection, owned] : connections_) {
        const auto phase = connection->phase.load();
        const auto since = Clock::time_point(Clock::duration(connection->since.load()));
        const bool waits = phase == Phase::idle || (phase == Phase::head && now - since > limits_.crowded_head);
        if (!waits || connection->expired) continue;
        if (longest == nullptr || connection->since < longest->since) longest = connection;
    }
    if (longest == nullptr) return false;
    longest->expired = true;
    shutdown(longest->socket, SHUT_RD);
    metrics_.count_refusal("crowded");
    return true;
}

void EventLoop::turn_away(int socket) {
    Text text;
    guard_.exchange(
        {},
        [&](const std::string&) {
            return dispatcher_.refuse({503, "Service unavailable", "Too many connections. Try again in a second."});
        },
        text);
    (void)!::send(socket, text.bytes.data(), text.bytes.size(), MSG_NOSIGNAL | MSG_DONTWAIT);
    shutdown(socket, SHUT_WR);
    std::array<char, 4096> rest;
    for (int i = 0; i < 8 && recv(socket, rest.data(), rest.size(), MSG_DONTWAIT) > 0; ++i) {
    }
    ::close(socket);
    metrics_.count_refusal("connections");
}

void EventLoop::watch_clock() {
    const auto now = Clock::now().time_since_epoch().count();
    const std::lock_guard lock(mutex_);
    for (const auto& [connection, owned] : connections_) {
        const auto phase = connection->phase.load();
        if (phase == Phase::busy || connection->expired || connection->until > now) continue;
        connection->expired = true;
        // Wakes a thread through the event that the shutdown causes; only that thread may touch the rest.
        shutdown(connection->socket, phase == Phase::sending ? SHUT_RDWR : SHUT_RD);
    }
}

void EventLoop::wind_up(Listener& listener) {
    listener.close();
    const auto end = Clock::now() + limits_.grace;
    bool hurried = false;
    while (true) {
        watch_clock();
        std::unique_lock lock(mutex_);
        if (connections_.empty()) break;
        const bool late = Clock::now() >= end;
        if (late && hurried) break;
        for (const auto& [connection, owned] : connections_) {
            const auto phase = connection->phase.load();
            if (late || phase == Phase::idle || phase == Phase::head)  // what has come of a request is still answered
                shutdown(connection->socket, late ? SHUT_RDWR : SHUT_RD);
        }
        hurried = late;
        lock.unlock();
        poll(nullptr, 0, tick / 5);
    }
    const std::uint64_t one = 1;
    (void)!write(done_, &one, sizeof one);
    for (auto& thread : threads_) thread.join();
    threads_.clear();
    for (std::size_t i = connections_.size(); i > 0; --i) metrics_.connection_closed();
    connections_.clear();
    log_.flush();
}

}  // namespace chancery
