#pragma once
#include <iosfwd>
#include <nlohmann/json_fwd.hpp>
#include <string_view>

namespace chancery {

/// An answer of the HTTP API as a table for people. `question` is one of questions(). Nothing in it can steer a
/// terminal.
void write_answer(std::string_view question, const nlohmann::ordered_json& answer, std::ostream& out);

}  // namespace chancery
