// What tests/serve/attacks.py attacks: the same few answers behind Chancery's server and behind a plain
// httplib::Server.
//
//   attack_target ours|plain PORT    prints the port when it listens; ends on SIGTERM
#include <httplib.h>
#include <signal.h>

#include <iostream>

#include "record/error.hpp"
#include "serve/server.hpp"

using namespace chancery;

namespace {

constexpr std::size_t body_limit = 8 << 20;
const auto big = std::make_shared<const std::string>(5 << 20, 'x');
Server* running = nullptr;

std::vector<Route> routes() {
    std::vector<Route> out(4);
    out[0] = {
        .method = "GET",
        .pattern = "/entities/{id}",
        .handler =
            [](const HttpRequest& request) {
                HttpAnswer answer{.body = "{\"id\":\"" + request.parameters[0] + "\"}\n"};
                answer.headers.emplace_back("X-Echo", std::string(request.header("x-in").value_or("")));
                return answer;
            },
        .summary = "an entity",
        .parameters = {{.name = "id", .in_path = true, .schema = R"({"type":"string"})", .description = "its id"}}};
    out[1] = {
        .method = "GET",
        .pattern = "/big",
        .handler = [](const HttpRequest&) { return HttpAnswer{.type = "application/octet-stream", .shared = big}; },
        .summary = "a large answer",
        .produces = {"application/octet-stream"}};
    out[2] = {.method = "POST",
              .pattern = "/count",
              .handler = [](const HttpRequest& r) { return HttpAnswer{.body = std::to_string(r.body.size()) + "\n"}; },
              .summary = "bytes of the body"};
    out[3] = {.method = "GET",
              .pattern = "/stream",
              .handler =
                  [](const HttpRequest&) {
                      return HttpAnswer{.type = "application/x-ndjson", .stream = [](const HttpAnswer::Piece& piece) {
                                            for (int i = 0; i < 100000 && piece("{\"row\":1}\n"); ++i) {
                                            }
                                        }};
                  },
              .summary = "a long answer",
              .produces = {"application/x-ndjson"}};
    return out;
}

int run_ours(unsigned port) {
    const auto metrics = std::make_shared<Metrics>();
    auto table = routes();
    for (auto& route : health_routes(metrics, [] { return true; })) table.push_back(std::move(route));
    ServerOptions options;
    options.port = port;
    options.body = body_limit;
    options.errors = [](std::string_view lines) { std::cerr << lines; };
    Server server(options, std::move(table), metrics);
    try {
        server.bind();
    } catch (const Error& error) {
        std::cerr << error.what() << '\n';
        return 1;
    }
    running = &server;
    signal(SIGTERM, [](int) { running->stop(); });
    std::cout << server.port() << std::endl;
    server.run();
    return 0;
}

/// As its documentation would have it, with a body limit and TCP_NODELAY.
int run_plain(int port) {
    httplib::Server server;
    server.set_payload_max_length(body_limit);
    server.set_tcp_nodelay(true);
    server.Get(R"(/entities/([^/]+))", [](const httplib::Request& request, httplib::Response& response) {
        response.headers.emplace("X-Echo", request.get_header_value("X-In"));
        response.set_content("{\"id\":\"" + request.matches[1].str() + "\"}\n", "application/json");
    });
    server.Get("/big", [](const httplib::Request&, httplib::Response& response) {
        response.set_content(*big, "application/octet-stream");
    });
    server.Post("/count", [](const httplib::Request& request, httplib::Response& response) {
        response.set_content(std::to_string(request.body.size()) + "\n", "application/json");
    });
    const int got = port == 0                                ? server.bind_to_any_port("127.0.0.1")
                    : server.bind_to_port("127.0.0.1", port) ? port
                                                             : -1;
    if (got < 0) return 1;
    std::cout << got << std::endl;
    return server.listen_after_bind() ? 0 : 1;
}

}  // namespace

int main(int argc, char** argv) {
    if (argc != 3) return 2;
    const int port = std::stoi(argv[2]);
    return std::string_view(argv[1]) == "plain" ? run_plain(port) : run_ours(static_cast<unsigned>(port));
}
