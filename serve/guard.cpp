// The only file that knows cpp-httplib, and it knows more of it than its documentation promises: that process_request()
// asks a Stream for nothing but bytes, that a pre-routing handler comes before any regular expression, that content
// providers stop when svr_sock_ is invalid, which headers it adds. All of it was measured with 0.11.4, so any other
// version must not compile. Whoever moves on reads the new version's process_request, routing, read_content and
// write_response_core, runs tests/serve, and changes the number.
#include "serve/guard.hpp"

#include <httplib.h>

#include <array>
#include <ctime>

static_assert(std::string_view(CPPHTTPLIB_VERSION) == "0.11.4",
              "serve/guard.cpp was measured with cpp-httplib 0.11.4 and fits no other version: read its first lines");
#if !defined(CPPHTTPLIB_OPENSSL_SUPPORT) || !defined(CPPHTTPLIB_ZLIB_SUPPORT) || !defined(CPPHTTPLIB_BROTLI_SUPPORT)
#error "cpp-httplib's classes have another layout without these macros: compile with the flags of its pkg-config file"
#endif

namespace chancery {

namespace {

constexpr std::size_t gathered = 16UL * 1024;  // of a stream's pieces before they are sent

std::string http_date() {
    const auto now = std::time(nullptr);
    std::tm parts{};
    gmtime_r(&now, &parts);
    std::array<char, 40> text{};
    return {text.data(), std::strftime(text.data(), text.size(), "%a, %d %b %Y %H:%M:%S GMT", &parts)};
}

/// The head that the library gets to read.
std::string own_head(const WholeRequest& request) {
    std::string out = request.post ? "POST" : request.head_only ? "HEAD" : "GET";
    out += " / HTTP/1.1\r\n";
    if (request.chunked)
        out += "Transfer-Encoding: chunked\r\n";
    else if (request.post)
        out += "Content-Length: " + std::to_string(request.body.size()) + "\r\n";
    return out + "\r\n";
}

/// One request and its answer, as the library's stream: reads from memory, holds the answer's head until its body
/// comes.
class Exchange : public httplib::Stream {
  public:
    Exchange(const WholeRequest& whole, const Guard::Answer& make, AnswerSink& to)
        : request(whole), answer(make), head_(own_head(whole)), sink_(to) {}

    [[nodiscard]] bool is_readable() const override { return true; }
    [[nodiscard]] bool is_writable() const override { return !gone_; }
    void get_remote_ip_and_port(std::string& /*ip*/, int& /*port*/) const override {}
    void get_local_ip_and_port(std::string& /*ip*/, int& /*port*/) const override {}
    [[nodiscard]] socket_t socket() const override { return 0; }  // only compared with FD_SETSIZE

    ssize_t read(char* to, size_t size) override {
        const auto from =
            read_ < head_.size() ? std::string_view(head_).substr(read_) : request.body.substr(read_ - head_.size());
        const auto count = from.copy(to, size);
        read_ += count;
        return static_cast<ssize_t>(count);
    }

    ssize_t write(const char* bytes, size_t size) override {
        const std::string_view piece(bytes, size);
        if (!begun_) {
            begun_ = true;
            held_ = piece;
            return static_cast<ssize_t>(size);
        }
        return send(piece) ? static_cast<ssize_t>(size) : -1;
    }

    /// Sends a head that no body followed.
    bool finish() { return held_.empty() ? !gone_ : send({}); }

    const WholeRequest& request;
    const Guard::Answer& answer;
    std::shared_ptr<const std::string> owner;  ///< of the body, when it is shared
    bool bare = false;                         ///< the status has no body, so no length either

  private:
    bool send(std::string_view piece) {
        static constexpr std::string_view length = "Content-Length: 0\r\n";
        if (const auto at = bare ? held_.find(length) : std::string::npos; at != std::string::npos)
            held_.erase(at, length.size());
        const bool owned = owner && piece.data() >= owner->data() && piece.data() < owner->data() + owner->size();
        gone_ = gone_ || !sink_.send(held_, piece, owned ? owner : nullptr);
        held_.clear();
        return !gone_;
    }

    std::string head_, held_;
    std::size_t read_ = 0;
    AnswerSink& sink_;
    bool begun_ = false, gone_ = false;
};

/// The exchange of this thread: the library's handlers get nothing else that leads to it.
thread_local Exchange* current = nullptr;

/// Writes a stream's pieces in larger ones; whatever it throws breaks the answer off, so that the client can tell.
bool write_stream(const std::function<void(const HttpAnswer::Piece&)>& stream, httplib::DataSink& sink) {
    std::string pieces;
    bool alive = true;
    const auto flush = [&] {
        alive = alive && (pieces.empty() || (sink.write(pieces.data(), pieces.size()), sink.is_writable()));
        pieces.clear();
        return alive;
    };
    try {
        stream([&](std::string_view piece) {
            pieces.append(piece);
            return pieces.size() < gathered ? alive : flush();
        });
    } catch (...) {
        return false;
    }
    if (!flush()) return false;
    sink.done();
    return true;
}

void write_answer(HttpAnswer answer, Exchange& exchange, httplib::Response& response) {
    response.status = answer.status;
    response.set_header("Date", http_date());
    for (const auto& [name, value] : answer.headers) response.set_header(name, value);
    if (exchange.request.head_only) response.set_header("Accept-Ranges", "none");  // else the library says "bytes"
    exchange.bare = answer.status == 204 || answer.status == 304;
    if (answer.stream) {
        auto provider = [stream = std::move(answer.stream)](std::size_t, httplib::DataSink& sink) {
            return write_stream(stream, sink);
        };
        if (exchange.request.old)
            response.set_content_provider(answer.type, std::move(provider));
        else
            response.set_chunked_content_provider(answer.type, std::move(provider));
    } else if (answer.shared && !answer.shared->empty()) {
        exchange.owner = answer.shared;
        response.set_content_provider(
            answer.shared->size(), answer.type,
            [shared = answer.shared](std::size_t at, std::size_t size, httplib::DataSink& sink) {
                return sink.write(shared->data() + at, size);
            });
    } else if (!exchange.bare) {
        response.body = std::move(answer.body);
        response.set_header("Content-Type", answer.type);
    }
}

}  // namespace

class Guard::Library : public httplib::Server {
  public:
    explicit Library(int idle_seconds) {
        svr_sock_ = 0;  // an invalid one would end every content provider at once; it is never used
        set_keep_alive_timeout(idle_seconds);
        set_keep_alive_max_count(1000000);
        // Before any route, so that no pattern meets a request; a body is read later, so POST has a route of its own.
        set_pre_routing_handler([](const httplib::Request& request, httplib::Response& response) {
            if (request.method == "POST") return HandlerResponse::Unhandled;
            write_answer(current->answer({}), *current, response);
            return HandlerResponse::Handled;
        });
        Post("/", [](const httplib::Request& request, httplib::Response& response) {
            write_answer(current->answer(request.body), *current, response);
        });
        set_exception_handler([](const httplib::Request&, httplib::Response& response, const std::exception_ptr&) {
            response.status = 500;  // the default sends the exception's words to the client
        });
    }

    bool run(Exchange& exchange) {
        current = &exchange;
        bool closed = false;
        const bool answered = process_request(exchange, !exchange.request.keep_alive, closed, nullptr);
        current = nullptr;
        return exchange.finish() && answered;
    }
};

Guard::Guard(int idle_seconds) : library_(std::make_unique<Library>(idle_seconds)) {}
Guard::~Guard() = default;

bool Guard::exchange(const WholeRequest& request, const Answer& answer, AnswerSink& sink) const {
    Exchange exchange(request, answer, sink);
    return library_->run(exchange);
}

}  // namespace chancery
