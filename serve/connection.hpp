#pragma once
#include <atomic>
#include <chrono>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "serve/dispatch.hpp"
#include "serve/guard.hpp"
#include "serve/head.hpp"

namespace chancery {

/// One client. Belongs to one thread at a time: the one that the kernel handed its event to. Only the atomic members
/// are read by the thread that watches the clock.
struct Connection : AnswerSink {
    using Clock = std::chrono::steady_clock;
    enum class Phase { idle, head, body, busy, sending, closing };
    enum class Io { done, blocked, gone };

    Connection(int socket, std::string from);
    ~Connection() override;

    /// Takes what has come, up to some kilobytes; blocked when nothing has.
    Io receive();
    /// Sends what an earlier answer left over.
    Io flush();
    /// Bytes of answers that wait for the client.
    [[nodiscard]] std::size_t waiting() const { return left.size() + shared_left.size(); }
    /// Puts the connection into a phase that ends by the clock.
    void enter(Phase phase, std::chrono::milliseconds longest);
    /// AnswerSink: never waits, but for a stream's client for at most `stall`.
    bool send(std::string_view head, std::string_view body, const std::shared_ptr<const std::string>& owner) override;

    int socket;
    std::string peer;
    std::string in;  ///< received and not yet used: a head, its body, perhaps the next request

    HeadScanner head_scanner;
    ChunkScanner chunk_scanner;
    std::optional<RequestHead> head;  ///< of the request that is on its way
    Admission admission;
    std::size_t reserved = 0;  ///< bytes of all bodies' common bound

    std::string left;  ///< of answers, to be sent before
    std::string_view shared_left;
    std::shared_ptr<const std::string> owner;
    std::size_t sent = 0;  ///< bytes of bodies since it was last asked
    bool streaming = false, last = false, gone = false;
    std::chrono::milliseconds stall{10000};

    std::atomic<Phase> phase{Phase::head};
    std::atomic<Clock::rep> since{0}, until{0};
    std::atomic<bool> expired{false};
    std::atomic<bool> parked{false};  ///< orders what one thread did before what the next one reads
};

}  // namespace chancery
