#pragma once
#include <sys/types.h>
#include <string>

namespace chancery {

/// A socket that listens, closed at the end; a Unix socket's file is removed with it.
class Listener {
  public:
    /// Throws Error when the address cannot be had, with what to do. A port that another program listens on is never
    /// shared. Port 0 takes a free one.
    static Listener tcp(const std::string& address, unsigned port);
    /// A file that only its owner may connect to. A socket that nobody listens on any more is replaced; anything else
    /// at that path is an Error.
    static Listener unix_socket(const std::string& path);

    Listener(Listener&& other) noexcept;
    Listener& operator=(Listener&& other) noexcept;
    Listener(const Listener&) = delete;
    Listener& operator=(const Listener&) = delete;
    ~Listener() { close(); }

    void close() noexcept;
    [[nodiscard]] int socket() const { return socket_; }
    [[nodiscard]] unsigned port() const;
    [[nodiscard]] bool is_unix() const { return !path_.empty(); }
    /// No other machine can reach it.
    [[nodiscard]] bool is_local() const { return local_; }
    /// "http://127.0.0.1:8087/", or the path.
    [[nodiscard]] std::string place() const;

  private:
    Listener() = default;

    int socket_ = -1;
    bool local_ = true;
    std::string address_, path_;
    ino_t file_ = 0;
};

}  // namespace chancery
