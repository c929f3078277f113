#pragma once
#include <chrono>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "serve/gzip.hpp"
#include "serve/head.hpp"
#include "serve/parameters.hpp"
#include "serve/trust.hpp"

namespace chancery {

/// A request after its head was judged: either a route that now may have the body, or an answer that needs none.
struct Admission {
    HttpRequest request;
    const Route* route = nullptr;
    std::optional<HttpAnswer> answer;
    std::string label = "(none)";  ///< the route's pattern, for counting
    std::string origin;            ///< may read the answer; empty: only pages of our own
    bool head_only = false;        ///< HEAD
    bool takes_gzip = false;
};

/// From a checked head to a finished answer: the routes table, trust, content negotiation, problems, validators,
/// packing and the headers that every answer carries. Knows no socket. From any thread; handlers run in the caller's.
class Dispatcher {
  public:
    using Complain = std::function<void(std::string_view)>;

    /// Throws Error when two routes are one, a pattern is broken, or a parameter's schema is not checked.
    Dispatcher(std::vector<Route> routes, Trust trust, std::chrono::milliseconds query_time, Complain complain);

    /// Judges the head. Never throws.
    [[nodiscard]] Admission admit(const RequestHead& head) const;
    /// The finished answer; runs the handler when there is no answer yet. Never throws: what a handler throws becomes a
    /// problem, and what that says goes to the log, not to the client. A stream's own exceptions are the caller's.
    [[nodiscard]] HttpAnswer answer(Admission& admission) const;
    /// The finished answer to a head that could not be read.
    [[nodiscard]] HttpAnswer refuse(const HttpRefusal& refusal) const;

  private:
    struct Row {
        Route route;
        std::vector<std::string> segments;  ///< "{id}" stands for any that is not empty
        ParameterCheck check;
    };

    [[nodiscard]] std::optional<HttpRefusal> judge(const RequestHead& head, Admission& admission) const;
    [[nodiscard]] const Row* find(std::string_view method, const std::vector<std::string>& segments) const;
    [[nodiscard]] std::string allowed_methods(const std::vector<std::string>& segments) const;
    [[nodiscard]] bool judge_token(bool marked, Admission& out) const;
    [[nodiscard]] std::optional<HttpRefusal> judge_unrouted(const RequestHead& head, const std::string& allow,
                                                            Admission& out) const;
    [[nodiscard]] std::optional<HttpRefusal> judge_route(const Row& row, const RequestHead& head,
                                                         HttpRequest& request) const;
    [[nodiscard]] static HttpAnswer answer_options(const RequestHead& head, const std::string& allow,
                                                   const Admission& out);
    [[nodiscard]] HttpAnswer run(const Admission& admission) const;
    static void check_types(const Route& route, const RequestHead& head);
    void finish(const Admission& admission, HttpAnswer& answer) const;
    void pack(const Admission& admission, HttpAnswer& answer) const;

    std::vector<Row> rows_;
    Trust trust_;
    std::chrono::milliseconds query_time_;
    Complain complain_;
    mutable PackedBodies packed_{64 << 20};
};

}  // namespace chancery
