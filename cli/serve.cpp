#include <signal.h>
#include <sys/stat.h>
#include <unistd.h>

#include <atomic>
#include <iostream>

#include "cli/commands.hpp"
#include "cli/serve_backend.hpp"
#include "query/snapshot.hpp"
#include "record/error.hpp"
#include "record/table.hpp"
#include "serve/routes.hpp"
#include "serve/server.hpp"
#include "store/store.hpp"

namespace chancery {

namespace {

std::atomic<Server*> running{nullptr};

/// The first signal ends politely. A second one, or a handler that never comes home, ends at once.
extern "C" void on_signal(int /*signal*/) {
    static constexpr unsigned longest = 10;  // seconds
    if (auto* const server = running.exchange(nullptr)) {
        server->stop();
        alarm(longest);
    } else {
        _exit(1);
    }
}

void catch_signals() {
    struct sigaction action {};
    action.sa_handler = on_signal;
    action.sa_flags = SA_RESTART;
    for (const int signal : {SIGINT, SIGTERM, SIGALRM}) sigaction(signal, &action, nullptr);
    signal(SIGPIPE, SIG_IGN);
}

/// The first line of a file that only its owner should be able to read.
std::string read_token(const std::string& path) {
    static constexpr std::size_t shortest = 16;
    auto token = read_file(path);
    token.resize(std::min(token.find_first_of("\r\n"), token.size()));
    if (token.size() < shortest || token.find_first_of(" \t") != std::string::npos)
        throw Error(path +
                    ": no token. Write one line of at least 16 characters without blanks, like openssl rand -hex 32.");
    struct stat state {};
    if (stat(path.c_str(), &state) == 0 && (state.st_mode & (S_IRGRP | S_IROTH)) != 0)
        std::cerr << "chancery: " << path << ": others can read the token. chmod 600 keeps it to yourself.\n";
    return token;
}

void print_line(std::string_view lines) {
    std::cerr << lines << std::flush;
}

}  // namespace

int run_serve(const ServeCommand& command) {
    auto options = command.server;
    if (!command.token_file.empty()) options.token = read_token(command.token_file);
    if (!command.quiet) options.log = print_line;
    options.errors = print_line;
    const auto served = is_store(command.graph) ? serve_store(command) : serve_file(command);
    const auto& backend = served.backend;
    const auto metrics = std::make_shared<Metrics>();
    auto routes = health_routes(metrics, [snapshot = backend.snapshot] { return snapshot() != nullptr; });
    for (auto& route : api_routes(backend, routes, CHANCERY_VERSION)) routes.push_back(std::move(route));
    Server server(options, std::move(routes), metrics);
    server.in_background([&](const std::stop_token& stop) { served.watch(stop, print_line); });
    server.bind();
    running = &server;
    catch_signals();
    if (const auto graph = backend.snapshot())
        std::cerr << "chancery: " << graph->rows().nodes.size() << " nodes and " << graph->rows().edges.size()
                  << " edges at " << server.place() << '\n';
    else
        std::cerr << "chancery: a store at " << server.place() << '\n';
    server.run();
    running = nullptr;
    std::cerr << "chancery: stopped\n";
    return 0;
}

}  // namespace chancery
