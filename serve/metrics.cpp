#include "serve/metrics.hpp"

#include <algorithm>
#include <locale>
#include <sstream>

namespace chancery {

namespace {

/// The entry of `key`, made when it is new; no string is built when it is not.
template <class Map>
typename Map::mapped_type& entry(Map& map, std::string_view key) {
    const auto found = map.find(key);
    return found != map.end() ? found->second : map[std::string(key)];
}

void write_head(std::ostream& out, const char* name, const char* type, const char* help) {
    out << "# HELP " << name << ' ' << help << "\n# TYPE " << name << ' ' << type << '\n';
}

}  // namespace

void Metrics::count_request(std::string_view route, int status, double seconds) {
    const auto bucket =
        static_cast<std::size_t>(std::lower_bound(bounds.begin(), bounds.end(), seconds) - bounds.begin());
    const std::lock_guard lock(mutex_);
    ++entry(requests_, route)[status];
    auto& histogram = entry(durations_, route);
    ++histogram.counts[bucket];
    histogram.sum += seconds;
}

void Metrics::count_refusal(std::string_view why) {
    const std::lock_guard lock(mutex_);
    ++entry(refusals_, why);
}

std::string Metrics::prometheus() const {
    std::ostringstream out;
    out.imbue(std::locale::classic());
    const std::lock_guard lock(mutex_);
    write_head(out, "chancery_http_requests_total", "counter", "Answered requests by route and status.");
    for (const auto& [route, statuses] : requests_)
        for (const auto& [status, count] : statuses)
            out << "chancery_http_requests_total{route=\"" << route << "\",status=\"" << status << "\"} " << count
                << '\n';
    write_head(out, "chancery_http_request_seconds", "histogram", "From the last byte of a request to its answer.");
    for (const auto& [route, histogram] : durations_) {
        const auto name = "chancery_http_request_seconds_";
        std::uint64_t sum = 0;
        for (std::size_t i = 0; i < bounds.size(); ++i) {
            sum += histogram.counts[i];
            out << name << "bucket{route=\"" << route << "\",le=\"" << bounds[i] << "\"} " << sum << '\n';
        }
        sum += histogram.counts.back();
        out << name << "bucket{route=\"" << route << "\",le=\"+Inf\"} " << sum << '\n'
            << name << "sum{route=\"" << route << "\"} " << histogram.sum << '\n'
            << name << "count{route=\"" << route << "\"} " << sum << '\n';
    }
    write_head(out, "chancery_http_refusals_total", "counter",
               "Connections and requests turned away before any route.");
    for (const auto& [why, count] : refusals_)
        out << "chancery_http_refusals_total{why=\"" << why << "\"} " << count << '\n';
    write_head(out, "chancery_http_sent_bytes_total", "counter", "Bytes of answers.");
    out << "chancery_http_sent_bytes_total " << sent_ << '\n';
    write_head(out, "chancery_http_connections_total", "counter", "Connections taken.");
    out << "chancery_http_connections_total " << opened_ << '\n';
    write_head(out, "chancery_http_connections", "gauge", "Connections that are open.");
    out << "chancery_http_connections " << opened_ - closed_ << '\n';
    return out.str();
}

}  // namespace chancery
