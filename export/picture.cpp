// Graphviz prints to standard error, ends the program when memory runs out, keeps global state, and bounds neither time
// nor memory. So it draws in a child process with limits: what it prints is caught, the picture comes back by a pipe,
// and whatever happens to the child becomes a message.
#include "export/picture.hpp"

#include <graphviz/gvc.h>
#include <poll.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>
#include <algorithm>
#include <array>
#include <cerrno>
#include <csignal>
#include <cstdlib>
#include <ostream>
#include <string>
#include <string_view>

#include "export/drawing.hpp"
#include "export/text.hpp"
#include "record/error.hpp"

namespace chancery {

namespace {

constexpr rlim_t most_seconds = 60;
constexpr rlim_t most_bytes = rlim_t{2} << 30U;

void put(int file, const char* bytes, std::size_t size) {
    while (size > 0) {
        const auto written = ::write(file, bytes, size);
        if (written < 0 && errno == EINTR) continue;
        if (written <= 0) ::_exit(1);
        bytes += written;
        size -= static_cast<std::size_t>(written);
    }
}

/// The child's whole life.
[[noreturn]] void draw(const DrawingPlan& plan, const char* format, int picture, int messages) {
    ::dup2(messages, STDERR_FILENO);
    ::dup2(messages, STDOUT_FILENO);
    const rlimit seconds{most_seconds, most_seconds}, bytes{most_bytes, most_bytes}, none{0, 0};
    ::setrlimit(RLIMIT_CPU, &seconds);
    ::setrlimit(RLIMIT_CORE, &none);
#ifndef CHANCERY_SANITIZED
    ::setrlimit(RLIMIT_DATA, &bytes);
#else
    static_cast<void>(bytes);
#endif
    auto* context = gvContext();
    auto* graph = agmemread(plan.dot.c_str());
    if (context == nullptr || graph == nullptr) ::_exit(2);
    const std::string engine(plan.engine);
    if (gvLayout(context, graph, engine.c_str()) != 0) ::_exit(2);
    char* data = nullptr;
    unsigned size = 0;
    if (gvRenderData(context, graph, format, &data, &size) != 0 || data == nullptr || size == 0) ::_exit(2);
    put(picture, data, size);
    ::_exit(0);
}

/// Both pipes to their ends.
void drain(std::array<int, 2> files, std::array<std::string*, 2> into) {
    std::array<pollfd, 2> open = {{{files[0], POLLIN, 0}, {files[1], POLLIN, 0}}};
    std::array<char, 65536> buffer{};
    while (open[0].fd >= 0 || open[1].fd >= 0) {
        if (::poll(open.data(), open.size(), -1) < 0 && errno != EINTR) return;
        for (std::size_t i = 0; i < open.size(); ++i) {
            if (open[i].fd < 0 || open[i].revents == 0) continue;
            const auto size = ::read(open[i].fd, buffer.data(), buffer.size());
            if (size > 0)
                into[i]->append(buffer.data(), static_cast<std::size_t>(size));
            else if (size == 0 || errno != EINTR)
                open[i].fd = -1;
        }
    }
}

std::string what_happened(int status, std::string_view said) {
    const bool killed = WIFSIGNALED(status);
    if (killed && (WTERMSIG(status) == SIGXCPU || WTERMSIG(status) == SIGKILL))
        return "took more than " + std::to_string(most_seconds) + " seconds";
    if (killed || said.find("memory") != said.npos) return "failed or ran out of memory (2 GB)";
    std::string buffer;
    const auto line = said.substr(0, said.find('\n'));
    return "says: " + (line.empty() ? std::string("nothing") : shortened(clean(line, buffer), 200));
}

/// The same graph gives the same picture: the second in which a PDF was made is overwritten, its length kept.
void forget_time(std::string& pdf) {
    constexpr std::string_view key = "/CreationDate (D:", epoch = "19700101000000";
    const auto at = pdf.find(key);
    if (at == std::string::npos || at + key.size() + epoch.size() > pdf.size()) return;
    const auto digits = std::string_view(pdf).substr(at + key.size(), epoch.size());
    if (std::all_of(digits.begin(), digits.end(), [](char c) { return c >= '0' && c <= '9'; }))
        pdf.replace(at + key.size(), epoch.size(), epoch);
}

void write_picture(const GraphView& view, const char* format, std::ostream& out) {
    auto plan = plan_drawing(view);
    std::array<int, 2> picture{}, messages{};
    if (::pipe(picture.data()) != 0)
        throw Error("Graphviz: no pipe to a child process. Check the limits of this machine.");
    if (::pipe(messages.data()) != 0)
        throw Error("Graphviz: no pipe to a child process. Check the limits of this machine.");
    const auto child = ::fork();
    if (child == 0) draw(plan, format, picture[1], messages[1]);
    ::close(picture[1]);
    ::close(messages[1]);
    std::string data, said;
    if (child > 0) drain({picture[0], messages[0]}, {&data, &said});
    ::close(picture[0]);
    ::close(messages[0]);
    if (child < 0) throw Error("Graphviz: no child process could be started. Check the limits of this machine.");
    int status = 0;
    while (::waitpid(child, &status, 0) < 0 && errno == EINTR) continue;
    if (status != 0)
        throw Error(std::string(format) + ": Graphviz " + what_happened(status, said) +
                    ". Keep a part with --top 300, --around NODE or --relation, or write .gexf for Gephi.");
    if (std::string_view(format) == "pdf") forget_time(data);
    out.write(data.data(), static_cast<std::streamsize>(data.size()));
}

}  // namespace

void write_svg(const GraphView& view, std::ostream& out) {
    write_picture(view, "svg", out);
}

void write_png(const GraphView& view, std::ostream& out) {
    write_picture(view, "png", out);
}

void write_pdf(const GraphView& view, std::ostream& out) {
    write_picture(view, "pdf", out);
}

}  // namespace chancery
