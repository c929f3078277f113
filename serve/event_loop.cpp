#include "serve/event_loop.hpp"

#include <sys/epoll.h>
#include <sys/eventfd.h>
#include <sys/socket.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>

#include "record/error.hpp"

namespace chancery {

namespace {

constexpr std::size_t unread_most = 256 << 20;  // bytes of answers that clients do not read
constexpr int turns_most = 64;                  // of one connection before another gets the thread
constexpr std::size_t kept_buffer = 64UL * 1024;

/// Gives a place among a bounded number of them back.
class Place {
  public:
    Place(std::atomic<unsigned>& count, unsigned most) : count_(count), got_(count.fetch_add(1) < most) {}
    ~Place() { --count_; }
    Place(const Place&) = delete;
    Place& operator=(const Place&) = delete;
    [[nodiscard]] bool got() const { return got_; }

  private:
    std::atomic<unsigned>& count_;
    bool got_;
};

double seconds_since(Connection::Clock::time_point begin) {
    return std::chrono::duration<double>(Connection::Clock::now() - begin).count();
}

constexpr HttpRefusal timed_out{408, "Request timeout", "The request did not come in time. Send it at once."};
constexpr HttpRefusal too_large{413, "Content too large", "The body is larger than this server takes."};
constexpr HttpRefusal crowded{503, "Service unavailable", "Too much at a time. Try again in a second."};

}  // namespace

EventLoop::EventLoop(const LoopLimits& limits, const Dispatcher& dispatcher, Metrics& metrics, RequestLog& log)
    : limits_(limits),
      dispatcher_(dispatcher),
      metrics_(metrics),
      log_(log),
      guard_(static_cast<int>(limits.idle.count() / 1000)),
      epoll_(epoll_create1(EPOLL_CLOEXEC)),
      wake_(eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK)),
      done_(eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK)) {
    if (epoll_ < 0 || wake_ < 0 || done_ < 0)
        throw Error(std::string("serve: no event queue: ") + std::strerror(errno) + ". Raise the limit of open files.");
}

EventLoop::~EventLoop() {
    for (const int descriptor : {epoll_, wake_, done_}) ::close(descriptor);
}

void EventLoop::stop() noexcept {
    stopping_ = true;
    const std::uint64_t one = 1;
    (void)!write(wake_, &one, sizeof one);
}

void EventLoop::work() {
    while (true) {
        epoll_event event{};
        const int count = epoll_wait(epoll_, &event, 1, -1);
        if (count < 0 && errno != EINTR) return;
        if (count <= 0) continue;
        if (event.data.ptr == nullptr) return;  // done_ stays readable, so that every thread sees it
        serve(*static_cast<Connection*>(event.data.ptr));
    }
}

void EventLoop::serve(Connection& connection) {
    connection.parked.exchange(false, std::memory_order_acquire);
    for (int turn = 0; turn < turns_most; ++turn) {
        const auto next = step(connection);
        if (next == Next::close) return drop(connection);
        if (next == Next::park) return park(connection);
        if (next == Next::read) {
            const auto got = read_more(connection);
            if (got == Next::close) return drop(connection);
            if (got == Next::park) return park(connection);
        }
    }
    park(connection, true);
}

EventLoop::Next EventLoop::step(Connection& connection) {
    const auto phase = connection.phase.load();
    if (connection.expired) {
        const bool late = phase == Phase::body || (phase == Phase::head && !connection.in.empty());
        connection.expired = false;
        return late ? refuse(connection, timed_out, "timeout") : Next::close;
    }
    if (phase == Phase::closing) return drain(connection);
    if (connection.waiting() > 0) {
        const auto before = connection.waiting();
        const auto io = connection.flush();
        unread_ -= before - connection.waiting();
        if (io == Connection::Io::blocked) return Next::park;
        return io == Connection::Io::gone ? Next::close : after_answer(connection, true);
    }
    return connection.head ? take_body(connection) : take_head(connection);
}

EventLoop::Next EventLoop::read_more(Connection& connection) {
    const bool first = connection.in.empty() && !connection.head;
    const auto io = connection.receive();
    if (io == Connection::Io::gone) return connection.expired ? Next::again : Next::close;
    if (io == Connection::Io::blocked) return Next::park;
    if (first) connection.enter(Phase::head, limits_.head);
    return Next::again;
}

EventLoop::Next EventLoop::take_head(Connection& connection) {
    const auto found = connection.head_scanner.scan(connection.in, limits_.http);
    if (const auto* refusal = std::get_if<HttpRefusal>(&found)) return refuse(connection, *refusal, "head");
    const auto size = std::get<std::optional<std::size_t>>(found);
    if (!size) return Next::read;
    auto read = read_head(std::string_view(connection.in).substr(0, *size), limits_.http);
    if (const auto* refusal = std::get_if<HttpRefusal>(&read)) return refuse(connection, *refusal, "head");
    connection.in.erase(0, *size);
    connection.head_scanner = {};
    connection.head = std::move(std::get<RequestHead>(read));
    const auto& head = *connection.head;
    connection.admission = dispatcher_.admit(head);
    connection.last = !head.keep_alive;
    if (connection.admission.answer) {
        connection.last = connection.last || head.has_body();  // what follows is a body that nobody reads
        return answer(connection, {});
    }
    if (!head.has_body()) return answer(connection, {});
    if (head.length > limits_.http.body) return refuse(connection, too_large, "body");
    connection.reserved = head.chunked ? limits_.http.body : head.length;
    if (bodies_.fetch_add(connection.reserved) + connection.reserved > limits_.http.bodies)
        return refuse(connection, crowded, "bodies");
    if (head.expects_continue && connection.in.empty()) {
        const bool sent = connection.send("HTTP/1.1 100 Continue\r\n\r\n", {}, nullptr);
        if (!sent || connection.waiting() > 0) return Next::close;
    }
    connection.enter(Phase::body, limits_.body);
    return Next::again;
}

EventLoop::Next EventLoop::take_body(Connection& connection) {
    const auto& head = *connection.head;
    if (!head.chunked)
        return connection.in.size() < head.length
                   ? Next::read
                   : answer(connection, std::string_view(connection.in).substr(0, head.length));
    switch (connection.chunk_scanner.scan(connection.in, limits_.http.body)) {
        case ChunkScanner::State::more:
            return Next::read;
        case ChunkScanner::State::too_large:
            return refuse(connection, too_large, "body");
        case ChunkScanner::State::bad:
            return refuse(connection, {400, "Bad request", "The chunks of the body cannot be read."}, "body");
        case ChunkScanner::State::done:
            break;
    }
    return answer(connection, std::string_view(connection.in).substr(0, connection.chunk_scanner.size()));
}

EventLoop::Next EventLoop::answer(Connection& connection, std::string_view body) {
    const auto begin = Connection::Clock::now();
    const auto head = std::move(*connection.head);
    const bool post = head.method == "POST" && !connection.admission.answer;
    const unsigned most = std::max(1U, limits_.threads / 2);  // the others stay free for short answers
    std::optional<Place> working, streaming;
    if (post && !working.emplace(posts_, most).got()) return refuse(connection, crowded, "posts");
    connection.phase = Phase::busy;
    connection.last = connection.last || stopping_;
    connection.sent = 0;
    int status = 0;
    const WholeRequest whole{.post = post,
                             .head_only = connection.admission.head_only,
                             .chunked = post && head.chunked,
                             .keep_alive = !connection.last,
                             .old = head.old,
                             .body = body};
    const auto make = [&](std::string text) {
        connection.admission.request.body = std::move(text);
        auto out = dispatcher_.answer(connection.admission);
        if (out.stream && !streaming.emplace(streams_, most).got()) out = dispatcher_.refuse(crowded);
        connection.streaming = static_cast<bool>(out.stream);
        status = out.status;
        return out;
    };
    const bool alive = guard_.exchange(whole, make, connection);
    const auto seconds = seconds_since(begin);
    metrics_.count_request(connection.admission.label, status, seconds);
    metrics_.count_bytes(connection.sent);
    log_.write({connection.peer, head.method, std::string_view(head.target).substr(0, head.target.find('?')), status,
                connection.sent, seconds});
    connection.in.erase(0, body.size());
    return after_answer(connection, alive);
}

EventLoop::Next EventLoop::refuse(Connection& connection, const HttpRefusal& refusal, std::string_view why) {
    connection.phase = Phase::busy;
    connection.last = true;
    connection.sent = 0;
    const bool alive = guard_.exchange(
        {}, [&](const std::string&) { return dispatcher_.refuse(refusal); }, connection);
    metrics_.count_refusal(why);
    metrics_.count_bytes(connection.sent);
    log_.write({connection.peer, {}, {}, refusal.status, connection.sent, 0});
    connection.in.clear();
    return after_answer(connection, alive);
}

EventLoop::Next EventLoop::after_answer(Connection& connection, bool alive) {
    release(connection);
    if (!alive) return Next::close;
    if (const auto waiting = connection.waiting(); waiting > 0) {
        if ((unread_ += waiting) > unread_most) {
            unread_ -= waiting;
            metrics_.count_refusal("unread");
            return Next::close;
        }
        static constexpr std::size_t slowest = 20;  // bytes a millisecond
        connection.enter(Phase::sending, limits_.stall + std::chrono::milliseconds(waiting / slowest));
        return Next::park;
    }
    if (connection.last) {
        shutdown(connection.socket, SHUT_WR);  // a plain close would throw away what the client has not read yet
        connection.enter(Phase::closing, std::chrono::milliseconds(1000));
        return Next::again;
    }
    if (connection.in.empty() && connection.in.capacity() > kept_buffer) connection.in = {};
    connection.enter(connection.in.empty() ? Phase::idle : Phase::head,
                     connection.in.empty() ? limits_.idle : limits_.head);
    return connection.in.empty() ? Next::park : Next::again;
}

EventLoop::Next EventLoop::drain(Connection& connection) {
    for (int i = 0; i < turns_most; ++i) {
        const auto io = connection.receive();
        connection.in.clear();
        if (io == Connection::Io::gone) return Next::close;
        if (io == Connection::Io::blocked) return Next::park;
    }
    return Next::park;
}

void EventLoop::release(Connection& connection) {
    bodies_ -= std::exchange(connection.reserved, 0);
    connection.head.reset();
    connection.admission = {};
    connection.chunk_scanner = {};
    connection.streaming = false;
}

void EventLoop::park(Connection& connection, bool soon) {
    epoll_event event{};
    event.events = EPOLLONESHOT | (connection.waiting() > 0 || soon ? EPOLLOUT : EPOLLIN);
    event.data.ptr = &connection;
    const int socket = connection.socket;
    connection.parked.store(true, std::memory_order_release);
    epoll_ctl(epoll_, EPOLL_CTL_MOD, socket, &event);
}

void EventLoop::drop(Connection& connection) {
    release(connection);
    if (connection.phase == Phase::sending) unread_ -= connection.waiting();
    std::unique_ptr<Connection> dying;
    const std::lock_guard lock(mutex_);
    const auto found = connections_.find(&connection);
    dying = std::move(found->second);
    connections_.erase(found);
    metrics_.connection_closed();
    dying.reset();  // closed under the lock: the watch must not shut down a number that is another's by now
}

}  // namespace chancery
