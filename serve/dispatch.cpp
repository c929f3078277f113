#include "serve/dispatch.hpp"

#include <algorithm>

#include "record/error.hpp"
#include "serve/ascii.hpp"
#include "serve/negotiate.hpp"
#include "serve/response_headers.hpp"
#include "serve/target.hpp"

namespace chancery {

namespace {

bool is_variable(std::string_view segment) {
    return segment.starts_with('{') && segment.ends_with('}');
}

bool fits(const std::vector<std::string>& pattern, const std::vector<std::string>& segments) {
    return std::equal(pattern.begin(), pattern.end(), segments.begin(), segments.end(),
                      [](const auto& p, const auto& s) { return is_variable(p) ? !s.empty() : p == s; });
}

std::string joined(const std::vector<std::string>& parts, std::string_view between) {
    std::string out;
    for (const auto& part : parts) out.append(out.empty() ? "" : between).append(part);
    return out;
}

HttpAnswer problem_of(const HttpRefusal& refusal) {
    return problem(refusal.status, refusal.title, refusal.detail);
}

/// Literal segments before variable ones, so that "/entities/count" is found before "/entities/{id}".
bool more_exact(const std::vector<std::string>& a, const std::vector<std::string>& b) {
    return std::lexicographical_compare(a.begin(), a.end(), b.begin(), b.end(), [](const auto& x, const auto& y) {
        return std::pair(is_variable(x), x) < std::pair(is_variable(y), y);
    });
}

}  // namespace

Dispatcher::Dispatcher(std::vector<Route> routes, Trust trust, std::chrono::milliseconds query_time, Complain complain)
    : trust_(std::move(trust)), query_time_(query_time), complain_(std::move(complain)) {
    for (auto& route : routes) {
        auto segments = path_segments(route.pattern);
        if (!segments || (route.method != "GET" && route.method != "POST") || !route.handler)
            throw Error("route " + route.method + " " + route.pattern +
                        ": not usable. Give GET or POST, a path that begins with a slash, and a handler.");
        auto check = ParameterCheck(route);
        for (const auto& row : rows_)
            if (row.route.method == route.method && fits(row.segments, *segments) && fits(*segments, row.segments))
                throw Error("route " + route.method + " " + route.pattern + ": stands twice. Keep one.");
        rows_.push_back({std::move(route), std::move(*segments), std::move(check)});
    }
    std::stable_sort(rows_.begin(), rows_.end(),
                     [](const Row& a, const Row& b) { return more_exact(a.segments, b.segments); });
}

const Dispatcher::Row* Dispatcher::find(std::string_view method, const std::vector<std::string>& segments) const {
    for (const auto& row : rows_)
        if (row.route.method == method && fits(row.segments, segments)) return &row;
    return nullptr;
}

std::string Dispatcher::allowed_methods(const std::vector<std::string>& segments) const {
    const bool get = find("GET", segments) != nullptr, post = find("POST", segments) != nullptr;
    if (!get && !post) return {};
    return std::string(get ? "GET, HEAD, " : "") + (post ? "POST, " : "") + "OPTIONS";
}

Admission Dispatcher::admit(const RequestHead& head) const {
    Admission out;
    try {
        if (const auto refusal = judge(head, out)) out.answer = problem_of(*refusal);
    } catch (const HttpProblem& problem) {
        out.answer = problem.answer();
    }
    return out;
}

std::optional<HttpRefusal> Dispatcher::judge(const RequestHead& head, Admission& out) const {
    if (const auto refusal = trust_.check_host(head)) return refusal;
    auto& request = out.request;
    out.head_only = head.method == "HEAD";
    out.takes_gzip = accepts_gzip(head.header("accept-encoding").value_or(""));
    out.origin = trust_.allowed_origin(head).value_or("");
    request.method = out.head_only ? "GET" : head.method;
    request.headers = head.headers;
    request.authorised = trust_.authorised(head);
    const std::string_view path = std::string_view(head.target).substr(0, head.target.find('?'));
    const auto segments = path_segments(path == "*" ? "/" : path);
    if (!segments) return HttpRefusal{400, "Bad request", "The path is not UTF-8 in percent encoding."};
    request.path = "/" + joined(*segments, "/");
    const auto* row = find(request.method, *segments);
    if (row == nullptr)
        return judge_unrouted(head, path == "*" ? "GET, HEAD, POST, OPTIONS" : allowed_methods(*segments), out);
    out.label = row->route.pattern;
    if (!row->route.open && !judge_token(row->route.needs_token, out)) return std::nullopt;
    for (std::size_t i = 0; i < segments->size(); ++i)
        if (is_variable(row->segments[i])) request.parameters.push_back((*segments)[i]);
    if (const auto refusal = judge_route(*row, head, request)) return refusal;
    out.route = &row->route;
    return std::nullopt;
}

/// A token is asked for before 404, so that nobody learns without it what there is.
bool Dispatcher::judge_token(bool marked, Admission& out) const {
    const auto refusal = trust_.check_token(out.request.authorised, out.request.method == "GET", marked);
    if (!refusal) return true;
    out.answer = problem_of(*refusal);
    if (refusal->status == 401) out.answer->headers.emplace_back("WWW-Authenticate", "Bearer realm=\"chancery\"");
    return false;
}

std::optional<HttpRefusal> Dispatcher::judge_unrouted(const RequestHead& head, const std::string& allow,
                                                      Admission& out) const {
    if (head.method == "OPTIONS" && !allow.empty()) {
        out.answer = answer_options(head, allow, out);
    } else if (judge_token(false, out)) {
        if (allow.empty())
            return HttpRefusal{404, "Not found", "There is nothing at this path. /openapi.json lists what there is."};
        out.answer = problem(405, "Method not allowed", "This path knows only " + allow + ".");
        out.answer->headers.emplace_back("Allow", allow);
    }
    return std::nullopt;
}

std::optional<HttpRefusal> Dispatcher::judge_route(const Row& row, const RequestHead& head,
                                                   HttpRequest& request) const {
    const bool reads = request.method == "GET";
    if (!reads)
        if (const auto refusal = trust_.check_origin(head)) return refusal;
    if (reads && head.has_body()) return HttpRefusal{400, "Bad request", "GET takes no body."};
    if (!reads && !head.has_length && !head.chunked)
        return HttpRefusal{411, "Length required", "Send a Content-Length, or the body in chunks."};
    const auto mark = std::min(head.target.find('?'), head.target.size() - 1);
    auto query = query_pairs(std::string_view(head.target).substr(mark + 1));
    if (!query) return HttpRefusal{400, "Bad request", "The query is not UTF-8 in percent encoding, or too long."};
    request.query = std::move(*query);
    check_types(row.route, head);
    row.check.check(request);
    return std::nullopt;
}

void Dispatcher::check_types(const Route& route, const RequestHead& head) {
    if (const auto accept = head.header("accept"); accept && !accepts_any(*accept, route.produces))
        throw HttpProblem(406, "Not acceptable", "This path answers with " + joined(route.produces, ", ") + ".");
    if (route.method != "POST" || route.consumes.empty()) return;
    const auto type = media_type(head.header("content-type").value_or(""));
    if (std::find(route.consumes.begin(), route.consumes.end(), type) == route.consumes.end())
        throw HttpProblem(415, "Unsupported media type", "Send Content-Type " + joined(route.consumes, " or ") + ".");
}

HttpAnswer Dispatcher::answer_options(const RequestHead& head, const std::string& allow, const Admission& out) {
    HttpAnswer answer{.status = 204};
    answer.headers.emplace_back("Allow", allow);
    if (!out.origin.empty() && head.header("access-control-request-method")) {
        answer.headers.emplace_back("Access-Control-Allow-Methods", allow);
        answer.headers.emplace_back("Access-Control-Allow-Headers", "Authorization, Content-Type, If-None-Match");
        answer.headers.emplace_back("Access-Control-Max-Age", "600");
    }
    return answer;
}

HttpAnswer Dispatcher::run(const Admission& admission) const {
    try {
        return admission.route->handler(admission.request);
    } catch (const HttpProblem& problem) {
        return problem.answer();
    } catch (const std::exception& error) {
        complain_(admission.label + ": " + error.what());
    } catch (...) {
        complain_(admission.label + ": an exception that says nothing");
    }
    return problem(500, "Internal error", "The server could not answer. Its log says why.");
}

HttpAnswer Dispatcher::answer(Admission& admission) const {
    HttpAnswer out;
    if (admission.answer) {
        out = std::move(*admission.answer);
    } else {
        admission.request.deadline = std::chrono::steady_clock::now() + query_time_;
        out = run(admission);
    }
    try {
        finish(admission, out);
    } catch (const std::exception& error) {
        complain_(admission.label + ": " + error.what());
        out = problem(500, "Internal error", "The server could not answer. Its log says why.");
    }
    return out;
}

HttpAnswer Dispatcher::refuse(const HttpRefusal& refusal) const {
    auto out = problem_of(refusal);
    finish({}, out);
    return out;
}

void Dispatcher::finish(const Admission& admission, HttpAnswer& answer) const {
    drop_broken_headers(answer);
    const auto known = admission.request.header("if-none-match");
    const bool fresh =
        answer.status == 200 && known && admission.request.method == "GET" && etag_matches(*known, answer.etag);
    if (fresh) answer.status = 304;
    if (answer.status >= 400 && answer.body.empty() && !answer.shared && !answer.stream) {
        auto words = problem(answer.status, "Not answered", "There is no more to say.");
        answer.body = std::move(words.body);
        answer.type = std::move(words.type);
    }
    pack(admission, answer);
    if (answer.status == 304 || answer.status == 204) {
        answer.body.clear();
        answer.shared = nullptr;
        answer.stream = nullptr;
    }
    add_policy_headers(answer, trust_.is_private());
    if (!admission.origin.empty()) {
        answer.headers.emplace_back("Access-Control-Allow-Origin", admission.origin);
        answer.headers.emplace_back("Access-Control-Expose-Headers", "ETag, Link, Location, Retry-After");
        answer.headers.emplace_back("Vary", "Origin");
    }
    if (!answer.etag.empty()) answer.headers.emplace_back("ETag", answer.etag);
}

void Dispatcher::pack(const Admission& admission, HttpAnswer& answer) const {
    const auto size = answer.shared ? answer.shared->size() : answer.body.size();
    if (answer.stream || !worth_packing(answer.type, size) || has_header(answer, "content-encoding")) return;
    answer.headers.emplace_back("Vary", "Accept-Encoding");
    if (!admission.takes_gzip) return;
    answer.etag = packed_etag(answer.etag);
    if (answer.status == 304) return;
    answer.headers.emplace_back("Content-Encoding", "gzip");
    if (answer.shared)
        answer.shared = packed_.packed(answer.shared);
    else
        answer.body = gzipped(answer.body);
}

}  // namespace chancery
