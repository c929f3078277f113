#include "serve/listener.hpp"

#include <arpa/inet.h>
#include <fcntl.h>
#include <netdb.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <memory>
#include <utility>

#include "record/error.hpp"

namespace chancery {

namespace {

constexpr int backlog = 511;

std::string with_port(const std::string& address, unsigned port) {
    return (address.find(':') == std::string::npos ? address : '[' + address + ']') + ':' + std::to_string(port);
}

bool is_loopback(const sockaddr& address) {
    if (address.sa_family == AF_INET) {
        const auto& in = reinterpret_cast<const sockaddr_in&>(address);
        return (ntohl(in.sin_addr.s_addr) >> 24U) == 127;
    }
    return address.sa_family == AF_INET6 &&
           IN6_IS_ADDR_LOOPBACK(&reinterpret_cast<const sockaddr_in6&>(address).sin6_addr);
}

[[noreturn]] void fail(const std::string& where, int error, const std::string& todo) {
    throw Error(where + ": cannot listen: " + std::strerror(error) + ". " + todo);
}

sockaddr_un unix_address(const std::string& path) {
    sockaddr_un out{};
    out.sun_family = AF_UNIX;
    if (path.size() >= sizeof out.sun_path) throw Error(path + ": too long for a socket. Choose a shorter path.");
    path.copy(out.sun_path, path.size());
    return out;
}

/// Makes room at `path` when what is there is a socket that nobody answers on.
void remove_stale(const std::string& path, const sockaddr_un& address) {
    struct stat state {};
    if (lstat(path.c_str(), &state) != 0) return;
    if (!S_ISSOCK(state.st_mode)) throw Error(path + ": is there and is no socket. Choose another path for --socket.");
    const int probe = socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);
    const bool answers = connect(probe, reinterpret_cast<const sockaddr*>(&address), sizeof address) == 0;
    const int error = answers ? 0 : errno;
    close(probe);
    if (answers) throw Error(path + ": another server listens there. Stop it, or choose another path for --socket.");
    if (error != ECONNREFUSED) fail(path, error, "Choose another path for --socket.");
    unlink(path.c_str());
}

}  // namespace

Listener Listener::tcp(const std::string& address, unsigned port) {
    addrinfo hints{};
    hints.ai_socktype = SOCK_STREAM;
    hints.ai_flags = AI_PASSIVE | AI_NUMERICSERV;
    addrinfo* found = nullptr;
    if (const int error = getaddrinfo(address.c_str(), std::to_string(port).c_str(), &hints, &found); error != 0)
        throw Error(address + ": no address to listen on: " + gai_strerror(error) + ". Give one of this machine's.");
    const std::unique_ptr<addrinfo, decltype(&freeaddrinfo)> keep(found, freeaddrinfo);
    Listener out;
    out.address_ = address;
    out.local_ = is_loopback(*found->ai_addr);
    out.socket_ = ::socket(found->ai_family, SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0);
    const int yes = 1;
    setsockopt(out.socket_, SOL_SOCKET, SO_REUSEADDR, &yes, sizeof yes);  // not SO_REUSEPORT: that lets two share it
    if (bind(out.socket_, found->ai_addr, found->ai_addrlen) != 0 || listen(out.socket_, backlog) != 0)
        fail(with_port(address, port), errno,
             errno == EADDRINUSE ? "Stop the program that has it, or choose another with --port."
                                 : "Choose another with --address and --port.");
    return out;
}

Listener Listener::unix_socket(const std::string& path) {
    const auto address = unix_address(path);
    remove_stale(path, address);
    Listener out;
    out.socket_ = ::socket(AF_UNIX, SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0);
    const auto mask = umask(0177);  // the file is never there with more rights, not for an instant
    const bool bound = bind(out.socket_, reinterpret_cast<const sockaddr*>(&address), sizeof address) == 0;
    const int error = errno;
    umask(mask);
    if (!bound) fail(path, error, "Choose another path for --socket.");
    struct stat state {};
    if (lstat(path.c_str(), &state) == 0) out.file_ = state.st_ino;
    out.path_ = path;
    if (listen(out.socket_, backlog) != 0) fail(path, errno, "Choose another path for --socket.");
    return out;
}

Listener::Listener(Listener&& other) noexcept {
    *this = std::move(other);
}

Listener& Listener::operator=(Listener&& other) noexcept {
    if (this == &other) return *this;
    close();
    socket_ = std::exchange(other.socket_, -1);
    local_ = other.local_;
    address_ = std::move(other.address_);
    path_ = std::exchange(other.path_, {});
    file_ = other.file_;
    return *this;
}

void Listener::close() noexcept {
    if (socket_ < 0) return;
    ::close(std::exchange(socket_, -1));
    struct stat state {};
    if (!path_.empty() && lstat(path_.c_str(), &state) == 0 && state.st_ino == file_) unlink(path_.c_str());
}

unsigned Listener::port() const {
    sockaddr_storage storage{};
    socklen_t size = sizeof storage;
    if (getsockname(socket_, reinterpret_cast<sockaddr*>(&storage), &size) != 0) return 0;
    if (storage.ss_family == AF_INET) return ntohs(reinterpret_cast<const sockaddr_in&>(storage).sin_port);
    return storage.ss_family == AF_INET6 ? ntohs(reinterpret_cast<const sockaddr_in6&>(storage).sin6_port) : 0;
}

std::string Listener::place() const {
    return is_unix() ? path_ : "http://" + with_port(address_, port()) + "/";
}

}  // namespace chancery
