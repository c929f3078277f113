#pragma once
#include <chrono>
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace chancery {

/// One request as handlers see it: bounded, decoded and checked by the transport, which alone knows the HTTP library.
struct HttpRequest {
    using Pairs = std::vector<std::pair<std::string, std::string>>;

    std::string method = "GET";           ///< GET or POST; HEAD comes as GET
    std::string path;                     ///< decoded, without the query: "/api/v1/entities/country_NO"
    std::vector<std::string> parameters;  ///< what stood in the {…} of the route's pattern, in order
    Pairs query;                          ///< decoded, in the order of the URL; a name may come twice
    Pairs headers;                        ///< names in lower case
    std::string body;
    bool authorised = false;                         ///< the right token came with it
    std::chrono::steady_clock::time_point deadline;  ///< long answers look at it and stop with 503

    [[nodiscard]] std::optional<std::string_view> value(std::string_view query_name) const;  ///< the first of that name
    [[nodiscard]] std::optional<std::string_view> header(std::string_view lower_name) const;
};

/// What a handler answers. Exactly one of body, shared and stream is used, the first that is set in reverse order.
struct HttpAnswer {
    /// Takes a piece of the answer; false when the client has gone.
    using Piece = std::function<bool(std::string_view)>;

    int status = 200;
    std::string type = "application/json";
    HttpRequest::Pairs headers = {};  ///< beside those that the transport sets; values without CR, LF, NUL
    std::string body = {};
    std::shared_ptr<const std::string> shared = {};  ///< bytes that outlive the request, sent without a copy
    std::function<void(const Piece&)> stream = {};   ///< for long answers; called once, on the request's thread
    std::string etag = {};  ///< strong, with its quotes; the transport answers If-None-Match with 304
};

/// An answer by RFC 9457, application/problem+json. `detail` says what and what to do, without secrets and paths.
[[nodiscard]] HttpAnswer problem(int status, std::string_view title, std::string_view detail);

/// What a handler throws to answer with a problem from any depth.
class HttpProblem : public std::exception {
  public:
    HttpProblem(int status, std::string title, std::string detail);
    [[nodiscard]] const char* what() const noexcept override { return detail_.c_str(); }
    [[nodiscard]] HttpAnswer answer() const { return problem(status_, title_, detail_); }

  private:
    int status_;
    std::string title_, detail_;
};

/// A parameter of a route, for checking and for /openapi.json.
struct RouteParameter {
    std::string name;
    bool in_path = false;
    std::string schema;  ///< JSON schema, like {"type":"integer","minimum":1,"maximum":1000,"default":100}
    std::string description;
    bool repeatable = false;
};

/// One row of the routes table: how it is reached, what answers, and what its documentation says.
struct Route {
    std::string method;   ///< GET or POST
    std::string pattern;  ///< "/api/v1/entities/{id}"; {…} is one segment
    std::function<HttpAnswer(const HttpRequest&)> handler;
    std::string summary;
    std::vector<RouteParameter> parameters = {};
    std::vector<std::string> consumes = {};  ///< media types of the body; 415 for others
    std::vector<std::string> produces = {"application/json"};
    std::vector<int> statuses = {};    ///< beside those that every route may answer
    bool needs_token = false;          ///< even on 127.0.0.1
    std::string response_schema = {};  ///< JSON schema of the 200 answer, or a $ref
    bool open = false;                 ///< needs no token even from other machines: says nothing of the graph
};

}  // namespace chancery
