// Any bytes as a request: an answer to what can be read, a refusal to what cannot, and nothing of the request that
// could break an answer's head.
#include <cstdint>
#include <cstdlib>

#include "serve/dispatch.hpp"
#include "serve/negotiate.hpp"
#include "serve/target.hpp"

namespace {

using namespace chancery;

void require(bool holds) {
    if (!holds) std::abort();
}

bool one_line(std::string_view text) {
    return text.find_first_of(std::string_view("\r\n\0", 3)) == text.npos;
}

const Dispatcher& dispatcher() {
    static const Dispatcher table = [] {
        const auto echo = [](const HttpRequest& request) {
            HttpAnswer answer{.body = request.path + request.body, .etag = "\"tag\""};
            for (const auto& [name, value] : request.query) answer.headers.emplace_back(name, value);
            answer.headers.emplace_back("X-Path", request.path);
            return answer;
        };
        std::vector<Route> routes(2);
        routes[0] = {.method = "GET", .pattern = "/things/{id}", .handler = echo, .summary = ""};
        routes[0].parameters = {{.name = "id", .in_path = true, .schema = R"({"type":"string"})", .description = ""},
                                {.name = "limit", .schema = R"({"type":"number","minimum":1})", .description = ""},
                                {.name = "q", .schema = "{}", .description = "", .repeatable = true}};
        routes[1] = {.method = "POST", .pattern = "/things", .handler = echo, .summary = ""};
        return Dispatcher(std::move(routes), Trust({.origins = {"https://friend.example"}}), std::chrono::seconds(1),
                          [](std::string_view) {});
    }();
    return table;
}

/// What was taken is unambiguous, and its answer has a sound head.
void check_taken(const RequestHead& head, std::string_view body) {
    require(!(head.chunked && head.has_length) && !head.method.empty() && !head.target.empty());
    for (const char c : head.target) require(c > ' ' && c <= '~');
    for (const auto& [name, value] : head.headers) {
        require(!name.empty() && one_line(name) && one_line(value));
        (void)accepts_gzip(value);
        (void)accepts_any(value, std::vector<std::string>{"application/json"});
        (void)etag_matches(value, "\"tag\"");
        (void)query_pairs(value);
    }
    auto admission = dispatcher().admit(head);
    require(admission.answer.has_value() != (admission.route != nullptr));
    admission.request.body = body;
    const auto answer = dispatcher().answer(admission);
    require(answer.status >= 200 && answer.status < 600 && one_line(answer.type) && one_line(answer.etag));
    for (const auto& [name, value] : answer.headers) require(!name.empty() && one_line(name) && one_line(value));
}

/// Pieces of any size end where the whole does.
template <class Scan>
void check_pieces(std::string_view bytes, const Scan& scan) {
    const auto whole = scan(bytes, bytes.size());
    for (const std::size_t piece : {std::size_t{1}, std::size_t{3}, bytes.size() / 2 + 1})
        require(scan(bytes, piece) == whole);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view bytes(reinterpret_cast<const char*>(data), size);
    const auto scan_head = [](std::string_view text, std::size_t piece) -> std::pair<std::size_t, int> {
        HeadScanner scanner;
        for (std::size_t end = std::min(piece, text.size());; end = std::min(end + piece, text.size())) {
            const auto found = scanner.scan(text.substr(0, end), {});
            if (const auto* refusal = std::get_if<HttpRefusal>(&found)) return {0, refusal->status};
            if (const auto head = std::get<0>(found)) return {*head, 0};
            if (end == text.size()) return {0, 0};
        }
    };
    const auto scan_chunks = [](std::string_view text, std::size_t piece) {
        ChunkScanner scanner;
        for (std::size_t end = std::min(piece, text.size());; end = std::min(end + piece, text.size())) {
            const auto state = scanner.scan(text.substr(0, end), 1000);
            if (state == ChunkScanner::State::done) require(scanner.size() <= end);
            if (state != ChunkScanner::State::more || end == text.size()) return state;
        }
    };
    if (size == 0) return 0;
    check_pieces(bytes, scan_head);
    check_pieces(bytes, scan_chunks);
    const auto end = scan_head(bytes, size).first;
    const auto head = read_head(bytes.substr(0, end), {});
    if (const auto* taken = std::get_if<RequestHead>(&head)) check_taken(*taken, bytes.substr(end));
    return 0;
}
