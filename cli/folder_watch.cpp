#include "cli/folder_watch.hpp"

#include <poll.h>
#include <sys/inotify.h>
#include <sys/signalfd.h>
#include <unistd.h>
#include <array>
#include <cerrno>
#include <csignal>
#include <cstring>

#include "record/error.hpp"

namespace chancery {

namespace {

constexpr std::uint32_t wanted = IN_CLOSE_WRITE | IN_MOVED_TO | IN_CREATE | IN_ONLYDIR;

sigset_t ending() {
    sigset_t set;
    sigemptyset(&set);
    sigaddset(&set, SIGINT);
    sigaddset(&set, SIGTERM);
    return set;
}

bool ready(int descriptor, std::chrono::milliseconds most, int other = -1) {
    std::array<pollfd, 2> polled = {{{descriptor, POLLIN, 0}, {other, POLLIN, 0}}};
    return ::poll(polled.data(), polled.size(), static_cast<int>(most.count())) > 0;
}

}  // namespace

FolderWatch::FolderWatch(std::filesystem::path folder) : folder_(std::move(folder)) {
    std::error_code trouble;
    if (!std::filesystem::is_directory(folder_, trouble))
        throw Error(folder_.string() + ": is no folder. --watch takes the folder that articles are put into.");
    events_ = ::inotify_init1(IN_CLOEXEC | IN_NONBLOCK);
    const auto set = ending();
    signals_ = ::signalfd(-1, &set, SFD_CLOEXEC | SFD_NONBLOCK);
    if (events_ < 0 || signals_ < 0)
        throw Error(folder_.string() + ": cannot be watched (" + std::strerror(errno) +
                    "). Raise fs.inotify.max_user_instances, or add its articles without --watch.");
    ::pthread_sigmask(SIG_BLOCK, &set, nullptr);
    add("", nullptr);
}

FolderWatch::~FolderWatch() {
    const auto set = ending();
    ::pthread_sigmask(SIG_UNBLOCK, &set, nullptr);
    ::close(events_);
    ::close(signals_);
}

void FolderWatch::add(const std::string& below, Changes* changes) {
    const auto path = below.empty() ? folder_ : folder_ / below;
    const int descriptor = ::inotify_add_watch(events_, path.c_str(), wanted);
    if (descriptor < 0) {
        if (errno == ENOENT || errno == ENOTDIR) return;  // it went again
        throw Error(path.string() + ": cannot be watched (" + std::strerror(errno) +
                    "). Check its rights, or raise fs.inotify.max_user_watches.");
    }
    watched_[descriptor] = below;
    std::error_code trouble;
    for (const auto& entry : std::filesystem::directory_iterator(path, trouble)) {
        const auto name = (below.empty() ? "" : below + "/") + entry.path().filename().string();
        if (entry.is_directory(trouble) && !entry.is_symlink(trouble))
            add(name, changes);
        else if (changes != nullptr)
            changes->files.insert(name);
    }
}

void FolderWatch::read_events(Changes& changes) {
    alignas(inotify_event) std::array<char, 65536> buffer{};
    for (;;) {
        const auto size = ::read(events_, buffer.data(), buffer.size());
        if (size <= 0) return;
        for (const char* at = buffer.data(); at < buffer.data() + size;) {
            inotify_event event{};
            std::memcpy(&event, at, sizeof event);
            const std::string name = event.len > 0 ? at + sizeof event : "";
            at += sizeof event + event.len;
            if ((event.mask & IN_Q_OVERFLOW) != 0) {
                changes.all = true;
                continue;
            }
            const auto watched = watched_.find(event.wd);
            if (watched == watched_.end()) continue;
            if ((event.mask & IN_IGNORED) != 0) {
                watched_.erase(watched);
                continue;
            }
            const auto path = (watched->second.empty() ? "" : watched->second + "/") + name;
            if ((event.mask & IN_ISDIR) != 0)
                add(path, &changes);
            else if ((event.mask & (IN_CLOSE_WRITE | IN_MOVED_TO)) != 0)
                changes.files.insert(path);
        }
    }
}

FolderWatch::Changes FolderWatch::wait(std::chrono::milliseconds most) {
    using Clock = std::chrono::steady_clock;
    constexpr std::chrono::milliseconds quiet(200);
    constexpr std::chrono::seconds longest(2);
    Changes changes;
    if (!ready(events_, most, signals_) || stopped()) return changes;
    const auto begin = Clock::now();
    do read_events(changes);
    while (ready(events_, quiet, signals_) && !stopped() && Clock::now() - begin < longest);
    return changes;
}

bool FolderWatch::stopped() {
    signalfd_siginfo signal{};
    if (::read(signals_, &signal, sizeof signal) == sizeof signal) stopped_ = true;
    return stopped_;
}

}  // namespace chancery
