#pragma once
#include <cstdint>
#include <map>
#include <ostream>
#include <string>
#include <string_view>
#include <vector>

#include "graph/rows.hpp"
#include "record/span.hpp"

namespace chancery {

/// Puts JSON together piece by piece; what is written so far leaves with flush().
class JsonWriter {
  public:
    explicit JsonWriter(std::ostream& out) : out_(out) {}

    void text(std::string_view value);  ///< in quotes, cleaned and escaped
    void key(std::string_view name) {
        if (!line_.empty() && line_.back() != '{') line_ += ", ";
        line_.append("\"").append(name).append("\": ");
    }
    void raw(std::string_view value) { line_.append(value); }
    void pair(std::string_view name, std::string_view value) {
        key(name);
        text(value);
    }
    void nullable(std::string_view name, std::string_view value) {
        key(name);
        if (value.empty())
            raw("null");
        else
            text(value);
    }
    void number(std::string_view name, std::uint64_t value) {
        key(name);
        raw(std::to_string(value));
    }
    void flag(std::string_view name, bool value) {
        key(name);
        raw(value ? "true" : "false");
    }
    void list(std::string_view name, const std::vector<std::string>& values) {
        key(name);
        line_.push_back('[');
        for (std::size_t i = 0; i < values.size(); ++i) {
            if (i > 0) line_ += ", ";
            text(values[i]);
        }
        line_.push_back(']');
    }
    void map(std::string_view name, const std::map<std::string, std::string>& values) {
        key(name);
        line_.push_back('{');
        for (const auto& [k, v] : values) pair(k, v);
        line_.push_back('}');
    }
    void span(std::string_view name, Span where) {
        key(name);
        raw("[" + std::to_string(where.begin) + ", " + std::to_string(where.end) + "]");
    }
    void flush() {
        out_ << line_;
        line_.clear();
    }

  private:
    std::ostream& out_;
    std::string line_, buffer_;
};

/// The members of a piece of evidence, without the braces around them.
void write_evidence_members(JsonWriter& writer, const EvidenceRow& evidence);

}  // namespace chancery
