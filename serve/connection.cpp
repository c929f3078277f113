#include "serve/connection.hpp"

#include <poll.h>
#include <sys/socket.h>
#include <sys/uio.h>
#include <unistd.h>

#include <array>
#include <cerrno>

namespace chancery {

namespace {

bool would_block() {
    return errno == EAGAIN || errno == EWOULDBLOCK;
}

/// One sendmsg of both; the bytes taken, 0 when it would block, nothing when the client has gone.
std::optional<std::size_t> send_both(int socket, std::string_view first, std::string_view second) {
    std::array<iovec, 2> parts{{{const_cast<char*>(first.data()), first.size()},
                                {const_cast<char*>(second.data()), second.size()}}};  // sendmsg only reads them
    msghdr message{};
    message.msg_iov = parts.data();
    message.msg_iovlen = parts.size();
    while (true) {
        const auto count = sendmsg(socket, &message, MSG_NOSIGNAL | MSG_DONTWAIT);
        if (count >= 0) return static_cast<std::size_t>(count);
        if (would_block()) return 0;
        if (errno != EINTR) return std::nullopt;
    }
}

void take(std::size_t count, std::string_view& first, std::string_view& second) {
    const auto of_first = std::min(count, first.size());
    first.remove_prefix(of_first);
    second.remove_prefix(count - of_first);
}

bool wait_writable(int socket, std::chrono::milliseconds longest) {
    pollfd entry{socket, POLLOUT, 0};
    return poll(&entry, 1, static_cast<int>(longest.count())) > 0 && (entry.revents & POLLOUT) != 0;
}

}  // namespace

Connection::Connection(int socket_, std::string from) : socket(socket_), peer(std::move(from)) {}
Connection::~Connection() {
    ::close(socket);
}

Connection::Io Connection::receive() {
    std::array<char, 16UL * 1024> piece;
    while (true) {
        const auto count = recv(socket, piece.data(), piece.size(), MSG_DONTWAIT);
        if (count > 0) {
            in.append(piece.data(), static_cast<std::size_t>(count));
            return Io::done;
        }
        if (count < 0 && errno == EINTR) continue;
        return count < 0 && would_block() ? Io::blocked : Io::gone;
    }
}

Connection::Io Connection::flush() {
    std::string_view first = left;
    while (!first.empty() || !shared_left.empty()) {
        const auto count = send_both(socket, first, shared_left);
        if (!count) return Io::gone;
        if (*count == 0) break;
        take(*count, first, shared_left);
    }
    left.erase(0, left.size() - first.size());
    if (waiting() > 0) return Io::blocked;
    left = {};
    owner = nullptr;
    return Io::done;
}

void Connection::enter(Phase next, std::chrono::milliseconds longest) {
    const auto now = Clock::now();
    since = now.time_since_epoch().count();
    until = (now + longest).time_since_epoch().count();
    phase = next;
}

bool Connection::send(std::string_view first, std::string_view body,
                      const std::shared_ptr<const std::string>& body_owner) {
    sent += body.size();
    while (!gone && waiting() == 0 && (!first.empty() || !body.empty())) {
        const auto count = send_both(socket, first, body);
        gone = !count;
        if (!count) break;
        take(*count, first, body);
        if (*count > 0) continue;
        if (streaming) {
            gone = !wait_writable(socket, stall);
            continue;
        }
        break;
    }
    if (gone) return false;
    left.append(first);
    if (body_owner && !body.empty()) {
        shared_left = body;
        owner = body_owner;
    } else {
        left.append(body);
    }
    return true;
}

}  // namespace chancery
