#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "serve/http.hpp"

namespace chancery {

/// A route's parameters, ready to check requests against. Of JSON schema it knows type (string, integer, number,
/// boolean), enum, minimum, maximum, minLength and maxLength (in bytes), and what only describes; a schema with another
/// keyword throws Error, so that no document promises a check that is not made.
class ParameterCheck {
  public:
    explicit ParameterCheck(const Route& route);

    /// Throws HttpProblem 400 that names what is wrong: a parameter nobody knows, with the nearest that is known, one
    /// that comes twice and may not, a value out of its schema.
    void check(const HttpRequest& request) const;

  private:
    struct Rule {
        std::string name, type = "string";
        bool repeatable = false;
        std::vector<std::string> values;
        std::optional<double> least, most;
        std::optional<std::size_t> shortest, longest;
    };

    static Rule read_rule(const Route& route, const RouteParameter& parameter);
    static void check_value(const Rule& rule, std::string_view value);
    [[nodiscard]] const Rule& find(std::string_view name) const;

    std::vector<Rule> path_, query_;
};

}  // namespace chancery
