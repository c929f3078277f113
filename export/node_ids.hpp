#pragma once
#include <algorithm>
#include <cstdint>
#include <ostream>
#include <streambuf>
#include <string>
#include <string_view>
#include <vector>

#include "export/in_turn.hpp"
#include "export/sink.hpp"
#include "graph/view.hpp"

namespace chancery {

/// The ids of all nodes as a format writes them, made once: an edge copies bytes that lie close together instead of
/// looking up and escaping those of its ends. Takes the length of the ids and four bytes a node.
class NodeIds {
  public:
    /// `write(sink, node)` writes the id of a node.
    template <typename Write>
    NodeIds(const GraphView& view, Write write) {
        std::size_t bytes = 0;
        for (const auto& node : view.nodes()) bytes += node.id.size() + 2;
        text_.reserve(bytes);
        begins_.reserve(view.nodes().size() + 1);
        begins_.push_back(0);
        Appender appender(text_);
        std::ostream stream(&appender);
        Sink sink(stream);
        for (const auto& node : view.nodes()) {
            write(sink, node);
            sink.flush();
            begins_.push_back(static_cast<std::uint32_t>(text_.size()));
        }
    }
    NodeIds(const GraphView& view, const Escapes& escapes)
        : NodeIds(view, [&](Sink& sink, const NodeRow& node) { sink.text(node.id, escapes); }) {}

    /// Writes every edge in order, by `make(sink)(edge)`, where make() is called anew for every run of edges and sink:
    /// two cores share the work (export/in_turn.hpp).
    template <typename Make>
    void write_edges(Sink& out, const GraphView& view, Make make) const {
        in_turn(out, view.edges().size(), [&](Sink& sink, std::size_t begin, std::size_t end) {
            auto write = make(sink);
            for_edges(view, begin, end, [&](const EdgeRow& edge) { write(edge); });
        });
    }

  private:
    /// What the following edges need is on its way from memory meanwhile: the ids of their ends and their evidence lie
    /// anywhere, and waiting for them took more time than writing.
    template <typename Each>
    void for_edges(const GraphView& view, std::size_t begin, std::size_t last, Each each) const {
        const auto edges = view.edges();
        const auto ahead = [&](std::size_t i) -> const EdgeRow& { return edges[std::min(i, edges.size() - 1)]; };
        for (auto i = begin; i < last; ++i) {
            const auto &row = ahead(i + 32), &far = ahead(i + 24), &near = ahead(i + 12), &next = ahead(i + 6);
            for (std::size_t line = 0; line < sizeof row; line += 64)
                __builtin_prefetch(reinterpret_cast<const char*>(&row) + line);
            for (const auto end : {far.source, far.target}) __builtin_prefetch(&begins_[end]);
            for (const auto end : {near.source, near.target}) __builtin_prefetch(&text_[begins_[end]]);
            __builtin_prefetch(near.evidence.data());
            if (!next.evidence.empty()) __builtin_prefetch(next.evidence.front().text.data());
            each(edges[i]);
        }
    }

  public:
    [[nodiscard]] std::string_view of(std::uint32_t node) const {
        return std::string_view(text_).substr(begins_[node], begins_[node + 1] - begins_[node]);
    }

  private:
    class Appender : public std::streambuf {
      public:
        explicit Appender(std::string& text) : text_(text) {}

      protected:
        std::streamsize xsputn(const char* bytes, std::streamsize size) override {
            text_.append(bytes, static_cast<std::size_t>(size));
            return size;
        }

      private:
        std::string& text_;
    };

    std::string text_;
    std::vector<std::uint32_t> begins_;
};

}  // namespace chancery
