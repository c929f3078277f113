#pragma once
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "export/sink.hpp"
#include "record/span.hpp"

namespace chancery {

/// Writes JSON values into a sink: commas are its business. `escapes` serves JSON that stands inside another format.
class JsonSink {
  public:
    explicit JsonSink(Sink& sink, const Escapes& escapes = json_text) : sink_(sink), escapes_(escapes) {}

    void open(char bracket) {
        sink_.raw(bracket);
        comma_ = false;
    }
    void close(char bracket) {
        sink_.raw(bracket);
        comma_ = true;
    }
    /// Before every item of a list.
    void item() {
        if (comma_) sink_.raw(", ");
        comma_ = true;
    }
    /// Before every value of an object. `name` needs no escapes.
    void key(std::string_view name) {
        sink_.raw(comma_ ? std::string_view(", \"") : std::string_view("\""));
        comma_ = true;
        sink_.raw(name);
        sink_.raw("\": ");
    }
    void text(std::string_view value) {
        sink_.raw('"');
        sink_.text(value, escapes_);
        sink_.raw('"');
    }
    void null() { sink_.raw("null"); }

    void pair(std::string_view name, std::string_view value) {
        key(name);
        text(value);
    }
    /// `bytes` are escaped already.
    void ready(std::string_view name, std::string_view bytes) {
        key(name);
        sink_.raw('"');
        sink_.raw(bytes);
        sink_.raw('"');
    }
    void nullable(std::string_view name, std::string_view value) {
        key(name);
        value.empty() ? null() : text(value);
    }
    void number(std::string_view name, std::uint64_t value) {
        key(name);
        sink_.number(value);
    }
    void per_mille(std::string_view name, std::uint16_t value) {
        key(name);
        sink_.per_mille(value);
    }
    /// `name` may be anything.
    void value(std::string_view name, double number, bool whole) {
        item();
        text(name);
        sink_.raw(": ");
        sink_.value(number, whole);
    }
    void flag(std::string_view name, bool value) {
        key(name);
        sink_.raw(value ? "true" : "false");
    }
    void list(std::string_view name, const std::vector<std::string>& values) {
        key(name);
        open('[');
        for (const auto& value : values) {
            item();
            text(value);
        }
        close(']');
    }
    void map(std::string_view name, const std::map<std::string, std::string>& values) {
        key(name);
        map(values);
    }
    void map(const std::map<std::string, std::string>& values) {
        open('{');
        for (const auto& [k, v] : values) {
            item();
            text(k);
            sink_.raw(": ");
            text(v);
        }
        close('}');
    }
    void span(std::string_view name, Span where) {
        key(name);
        sink_.raw('[');
        sink_.number(where.begin);
        sink_.raw(", ");
        sink_.number(where.end);
        sink_.raw(']');
    }

  private:
    Sink& sink_;
    const Escapes& escapes_;
    bool comma_ = false;
};

}  // namespace chancery
