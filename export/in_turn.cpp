#include "export/in_turn.hpp"

#include <algorithm>
#include <atomic>
#include <condition_variable>
#include <exception>
#include <mutex>
#include <optional>
#include <ostream>
#include <streambuf>
#include <thread>

namespace chancery {

namespace {

/// A thread takes as many rows as should give `wanted` bytes, judged by those before: more would not fit into its
/// buffer, and it would wait for its turn with half of them; fewer would cost more in handing over.
constexpr std::size_t buffer_bytes = std::size_t{384} * 1024, wanted = buffer_bytes * 3 / 4, few = 4096;

bool worth_two(std::size_t rows) {
    return rows >= few && std::thread::hardware_concurrency() > 1;
}

/// Who takes which rows, and whose turn it is to write. Only the owner of the turn touches the stream.
class Turns {
  public:
    struct Run {
        std::size_t turn, begin, end;
    };

    Turns(std::ostream& out, std::size_t count) : out_(out), count_(count) {}

    [[nodiscard]] std::optional<Run> take() {
        const std::lock_guard lock(mutex_);
        if (taken_ == count_ || failed_) return std::nullopt;
        const Run run{turns_++, taken_, std::min(count_, taken_ + rows_)};
        taken_ = run.end;
        return run;
    }
    void write(std::size_t turn, const char* bytes, std::streamsize size) {
        wait_for(turn);
        if (failed_) return;
        out_.write(bytes, size);
        bytes_ += static_cast<std::size_t>(size);
    }
    void pass(const Run& run) {
        wait_for(run.turn);
        {
            const std::lock_guard lock(mutex_);
            rows_ = std::clamp<std::size_t>(wanted * run.end / std::max<std::size_t>(bytes_, 1), 16, 4096);
            ++next_;
        }
        changed_.notify_all();
    }
    void fail(std::exception_ptr failure) {
        {
            const std::lock_guard lock(mutex_);
            if (!failure_) failure_ = std::move(failure);
            failed_ = true;
        }
        changed_.notify_all();
    }
    /// REQUIRES: all threads have ended.
    [[nodiscard]] std::exception_ptr failure() const { return failure_; }

  private:
    /// The turn is seldom far: sleeping and being woken would take longer than the others' writing.
    void wait_for(std::size_t turn) {
        for (int tries = 0; tries < 2000; ++tries)
            if (next_ == turn || failed_) return;
        std::unique_lock lock(mutex_);
        changed_.wait(lock, [&] { return next_ == turn || failed_; });
    }

    std::ostream& out_;
    const std::size_t count_;
    std::mutex mutex_;
    std::condition_variable changed_;
    std::size_t taken_ = 0, turns_ = 0, rows_ = 64;  ///< under the mutex
    std::size_t bytes_ = 0;                          ///< the owner's of the turn
    std::atomic<std::size_t> next_ = 0;
    std::atomic<bool> failed_ = false;
    std::exception_ptr failure_;
};

/// Where the sink of a thread flushes to.
class TurnBuffer : public std::streambuf {
  public:
    explicit TurnBuffer(Turns& turns) : turns_(turns) {}
    void begin(std::size_t turn) { turn_ = turn; }

  protected:
    std::streamsize xsputn(const char* bytes, std::streamsize size) override {
        if (size > 0) turns_.write(turn_, bytes, size);
        return size;
    }

  private:
    Turns& turns_;
    std::size_t turn_ = 0;
};

}  // namespace

void in_turn(Sink& out, std::size_t count,
             const std::function<void(Sink& sink, std::size_t begin, std::size_t end)>& write) {
    if (!worth_two(count)) return write(out, 0, count);
    out.flush();
    Turns turns(out.stream(), count);
    const auto work = [&] {
        TurnBuffer buffer(turns);
        std::ostream stream(&buffer);
        Sink sink(stream, buffer_bytes);
        try {
            while (const auto run = turns.take()) {
                buffer.begin(run->turn);
                write(sink, run->begin, run->end);
                sink.flush();
                turns.pass(*run);
            }
        } catch (...) {
            turns.fail(std::current_exception());
        }
    };
    std::thread other(work);
    work();
    other.join();
    if (const auto failure = turns.failure()) std::rethrow_exception(failure);
}

void look_in_halves(std::size_t count,
                    const std::function<void(std::size_t half, std::size_t begin, std::size_t end)>& look) {
    const auto middle = count / 2;
    if (!worth_two(count)) {
        look(0, 0, middle);
        return look(1, middle, count);
    }
    std::thread other([&] { look(1, middle, count); });
    look(0, 0, middle);
    other.join();
}

}  // namespace chancery
