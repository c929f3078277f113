#pragma once
#include <span>
#include <string_view>
#include <vector>

#include "cli/commands.hpp"
#include "serve/backend.hpp"

namespace CLI {
class App;
}

namespace chancery {

/// A question of `chancery query`: which route answers it, and which of its parameters stand without a name.
struct Question {
    std::string_view name, pattern, help;
    std::vector<std::string_view> positional = {};
};

[[nodiscard]] std::span<const Question> questions();

/// The routes that answer them.
[[nodiscard]] std::vector<Route> question_routes(const Backend& backend);

/// Gives the program the command `query`. Options are made from the parameters of the routes.
void add_query(CLI::App& app, QueryCommand& command);

}  // namespace chancery
