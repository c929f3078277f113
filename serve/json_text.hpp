#pragma once
#include <sstream>
#include <string>

#include "export/json_sink.hpp"

namespace chancery {

/// What `write(JsonSink&)` writes, as a text.
template <typename Write>
[[nodiscard]] std::string written_json(Write write) {
    std::ostringstream out;
    {
        Sink sink(out, 4096);
        JsonSink w(sink);
        write(w);
    }
    return std::move(out).str();
}

}  // namespace chancery
