// pdftotext is a program of its own: poppler's licence does not go with ours, and a PDF that brings it down or keeps it
// busy brings down nothing here. It gets the PDF as a file without a name and may take a bounded time and memory.
#include "extract/input/pdf.hpp"

#include <fcntl.h>
#include <poll.h>
#include <spawn.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>
#include <cerrno>
#include <chrono>
#include <csignal>
#include <cstdlib>
#include <cstring>
#include <filesystem>

#include "extract/input/fields.hpp"

extern char** environ;

namespace chancery {

namespace {

constexpr std::uint64_t longest_pdf = 256U << 20U;
constexpr rlim_t most_memory = 2ULL << 30U;

class Descriptor {
  public:
    explicit Descriptor(int file) : file_(file) {}
    Descriptor(const Descriptor&) = delete;
    Descriptor& operator=(const Descriptor&) = delete;
    ~Descriptor() { close(); }
    void close() {
        if (file_ >= 0) ::close(file_);
        file_ = -1;
    }
    [[nodiscard]] int get() const { return file_; }

  private:
    int file_;
};

/// A child process that does not outlive this.
class Child {
  public:
    /// Starts pdftotext on the open file `pdf` with its output to `output`; an error number, or 0.
    int start(int pdf, int output) {
        const auto input = "/dev/fd/" + std::to_string(pdf);
        std::string words[] = {"pdftotext", "-q", "-enc", "UTF-8", "-nopgbrk", input, "-"};
        std::vector<char*> arguments;
        for (auto& word : words) arguments.push_back(word.data());
        arguments.push_back(nullptr);
        posix_spawn_file_actions_t actions;
        posix_spawn_file_actions_init(&actions);
        posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, "/dev/null", O_RDONLY, 0);
        posix_spawn_file_actions_adddup2(&actions, output, STDOUT_FILENO);
        posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, "/dev/null", O_WRONLY, 0);
        posix_spawn_file_actions_adddup2(&actions, pdf, pdf);  // inherited by this child only
        const int failed = ::posix_spawnp(&process_, "pdftotext", &actions, nullptr, arguments.data(), environ);
        posix_spawn_file_actions_destroy(&actions);
        if (failed != 0) process_ = -1;
        const rlimit memory{most_memory, most_memory};
        if (process_ > 0) ::prlimit(process_, RLIMIT_AS, &memory, nullptr);
        return failed;
    }
    Child() = default;
    Child(const Child&) = delete;
    Child& operator=(const Child&) = delete;
    ~Child() {
        if (process_ > 0) ::kill(process_, SIGKILL);
        static_cast<void>(wait());
    }

    /// True when it ended by itself and well.
    bool wait() {
        if (process_ <= 0) return false;
        int status = 0;
        while (::waitpid(process_, &status, 0) < 0 && errno == EINTR) {
        }
        process_ = -1;
        return WIFEXITED(status) && WEXITSTATUS(status) == 0;
    }

  private:
    pid_t process_ = -1;
};

class PdfReader final : public MemberReader {
  public:
    explicit PdfReader(Member member) : MemberReader(std::move(member)) {}

    std::optional<Found> next() override {
        if (done_) return std::nullopt;
        done_ = true;
        Document document;
        auto why = text_of_pdf(document.bytes);
        if (!trouble().empty()) return Note{member_.where, trouble(), member_.named};
        if (why.empty() && blank(document.bytes)) why = "is a PDF without text. Pictures of pages need OCR first.";
        if (!why.empty()) return Note{member_.where, std::move(why), member_.named};
        document.hints.charset = "UTF-8";
        document.hints = member_.hints;
        document.hints.id = member_.id;
        document.where = member_.where;
        document.named = member_.named;
        return document;
    }

  private:
    /// Why there is none, or empty.
    std::string text_of_pdf(std::string& text) {
        std::error_code ignored;
        auto name = (std::filesystem::temp_directory_path(ignored) / "chancery-XXXXXX").string();
        const Descriptor file(::mkostemp(name.data(), O_CLOEXEC));
        if (file.get() < 0) return std::string("no temporary file can be made (") + std::strerror(errno) + ").";
        ::unlink(name.c_str());
        if (!copy_to(file.get())) return "is longer than a PDF may be, or the folder for temporary files is full.";
        if (!trouble().empty()) return {};
        int ends[2];
        if (::pipe2(ends, O_CLOEXEC) != 0) return std::string("no pipe can be made (") + std::strerror(errno) + ").";
        const Descriptor output(ends[0]);
        Descriptor input(ends[1]);
        Child child;
        if (const int failed = child.start(file.get(), input.get()); failed != 0)
            return failed == ENOENT ? "is a PDF, and pdftotext is not installed. Install poppler-utils."
                                    : std::string("pdftotext cannot be started (") + std::strerror(failed) + ").";
        input.close();
        if (auto why = read_all(output.get(), text); !why.empty()) return why;
        return child.wait() ? std::string() : "is a PDF that pdftotext cannot read. It may be damaged or locked.";
    }

    bool copy_to(int file) {
        std::uint64_t size = 0;
        for (auto block = member_.bytes.block(); !block.empty(); block = member_.bytes.block()) {
            size += block.size();
            if (size > longest_pdf) return false;
            while (!block.empty()) {
                const auto done = ::write(file, block.data(), block.size());
                if (done < 0 && errno == EINTR) continue;
                if (done <= 0) return false;
                block.remove_prefix(static_cast<std::size_t>(done));
            }
        }
        return true;
    }

    std::string read_all(int output, std::string& text) const {
        using Clock = std::chrono::steady_clock;
        const auto end = Clock::now() + std::chrono::seconds(limits().pdf_seconds);
        std::string block(1U << 16U, '\0');
        while (true) {
            const auto left = std::chrono::duration_cast<std::chrono::milliseconds>(end - Clock::now()).count();
            pollfd ready{output, POLLIN, 0};
            const int got = left <= 0 ? 0 : ::poll(&ready, 1, static_cast<int>(left));
            if (got < 0 && errno == EINTR) continue;
            if (got <= 0)
                return "is a PDF that takes more than " + std::to_string(limits().pdf_seconds) + " seconds to read.";
            const auto count = ::read(output, block.data(), block.size());
            if (count < 0 && errno == EINTR) continue;
            if (count <= 0) return {};
            text.append(block, 0, static_cast<std::size_t>(count));
            if (text.size() > limits().article) return too_long();
        }
    }

    bool done_ = false;
};

}  // namespace

std::unique_ptr<Reader> read_pdf(Member member) {
    return std::make_unique<PdfReader>(std::move(member));
}

}  // namespace chancery
