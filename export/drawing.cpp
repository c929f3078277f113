// How a graph is laid out to be looked at. Relations between the same two nodes in the same direction and line are one
// arrow, whose label lists them. Small graphs are drawn in layers, with labels on the arrows; in larger ones each label
// is a node of its own half way, so that Graphviz moves it clear of all others. The legend is the label of the whole
// graph, so that it takes part in no layout.
#include "export/drawing.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <set>

#include "export/text.hpp"
#include "record/error.hpp"

namespace chancery {

namespace {

struct Look {
    std::string_view shape, fill, font, drawn;
};

constexpr std::array<Look, 6> looks = {{{"ellipse", "#56B4E9", "#000000", "ellipse"},
                                        {"ellipse", "#0072B2", "#FFFFFF", "ellipse"},
                                        {"box", "#E69F00", "#000000", "box"},
                                        {"hexagon", "#009E73", "#000000", "hexagon"},
                                        {"note", "#F0E442", "#000000", "sheet"},
                                        {"octagon", "#DDDDDD", "#000000", "octagon"}}};

struct KindLook {
    std::string_view kind, colour;
};

constexpr std::array<KindLook, 6> kinds = {{{"event", "#D55E00"},
                                            {"role", "#0072B2"},
                                            {"affiliation", "#000000"},
                                            {"family", "#CC79A7"},
                                            {"place", "#009E73"},
                                            {"structure", "#E69F00"}}};

std::string_view colour_of_kind(std::string_view kind) {
    for (const auto& look : kinds)
        if (look.kind == kind) return look.colour;
    return "#666666";
}

std::string_view line_of(Status status) {
    return status == Status::asserted ? "solid" : status == Status::alleged ? "dashed" : "dotted";
}

/// A quoted DOT string, words wrapped at `width`; at most 600 bytes of `text`.
std::string quoted(std::string_view text, std::size_t width) {
    std::string buffer, out = "\"";
    std::size_t column = 0;
    for (const char c : shortened(clean(text, buffer), 600)) {
        ++column;
        if (c == '\n' || (c == ' ' && column > width)) {
            out += "\\n";
            column = 0;
        } else if (c == '&') {
            out += "&amp;";  // else an entity in a name is decoded
        } else {
            if (c == '"' || c == '\\') out.push_back('\\');
            out.push_back(c);
        }
    }
    return out + '"';
}

/// Text inside a label of the HTML kind.
std::string html(std::string_view text) {
    std::string buffer, out;
    for (const char c : clean(text, buffer)) {
        if (c == '&')
            out += "&amp;";
        else if (c == '<')
            out += "&lt;";
        else if (c == '>')
            out += "&gt;";
        else if (c == '"')
            out += "&quot;";
        else
            out.push_back(c == '\n' || c == '\t' ? ' ' : c);
    }
    return out;
}

/// Relations drawn as one arrow.
struct Arrow {
    std::uint32_t source, target;
    std::string_view line;
    bool symmetric;
    std::vector<const EdgeRow*> edges;

    [[nodiscard]] std::string label() const {
        constexpr std::size_t most = 4;
        std::string text;
        std::set<std::string> said;
        for (const auto* edge : edges) said.insert(edge->label + (edge->former ? " (former)" : ""));
        std::size_t lines = 0;
        for (const auto& each : said) {
            if (lines == most && said.size() > most + 1) {
                text += "\n+ " + std::to_string(said.size() - most) + " more";
                break;
            }
            text.append(lines++ == 0 ? "" : "\n").append(each);
        }
        return text;
    }
    /// One colour for each kind, drawn side by side.
    [[nodiscard]] std::string colours() const {
        std::set<std::string_view> found;
        for (const auto* edge : edges) found.insert(colour_of_kind(edge->kind));
        std::string list;
        for (const auto colour : found) list.append(list.empty() ? "" : ":").append(colour);
        return list;
    }
    [[nodiscard]] std::string look() const {
        std::uint32_t weight = 0;
        for (const auto* edge : edges) weight = std::max(weight, edge->weight);
        return "style=" + std::string(line) + ", penwidth=" +
               (weight >= 4   ? "2.4"
                : weight >= 2 ? "1.8"
                              : "1.2") +
               ", color=\"" + colours() + "\"";
    }
};

class Plan {
  public:
    explicit Plan(const GraphView& view) : view_(view), degree_(view.nodes().size(), 0) {
        std::map<std::tuple<std::uint32_t, std::uint32_t, std::string_view, bool>, std::vector<const EdgeRow*>> found;
        for (const auto& edge : view.edges()) {
            found[{edge.source, edge.target, line_of(edge.status), edge.symmetric}].push_back(&edge);
            ++degree_[edge.source];
            ++degree_[edge.target];
        }
        for (auto& [key, edges] : found) {
            const auto& [source, target, line, symmetric] = key;
            arrows_.push_back({source, target, line, symmetric, std::move(edges)});
        }
        linked_ = static_cast<std::size_t>(std::count_if(degree_.begin(), degree_.end(), [](auto d) { return d > 0; }));
    }

    DrawingPlan finish() {
        constexpr std::size_t most_nodes = 1200, most_arrows = 2400;
        if (linked_ > most_nodes || arrows_.size() > most_arrows)
            throw Error("a picture of " + std::to_string(linked_) + " nodes and " + std::to_string(arrows_.size()) +
                        " arrows cannot be read (at most " + std::to_string(most_nodes) + " and " +
                        std::to_string(most_arrows) +
                        "). Keep a part with --top 300, --around NODE or --relation, or write .gexf for Gephi.");
        layered_ = linked_ <= 40 && arrows_.size() <= 50;
        const bool boxes = view_.drawing().country_clusters;
        if (boxes && linked_ <= 120) layered_ = true;
        head();
        boxes ? clusters() : all_nodes();
        for (std::size_t a = 0; a < arrows_.size(); ++a) arrow(a);
        out_ += "}\n";
        return {std::move(out_), layered_ ? "dot" : boxes ? "fdp" : "sfdp"};
    }

  private:
    void head() {
        out_ =
            "digraph \"chancery\" {\n"
            "  graph [charset=\"UTF-8\", bgcolor=\"white\", fontname=\"Helvetica\", "
            "outputorder=edgesfirst, pad=0.2, labelloc=b, labeljust=l, ";
        const auto legend_size = layered_ ? 11 : 11 + std::sqrt(static_cast<double>(linked_ + arrows_.size())) / 2;
        out_ += "fontsize=" + std::to_string(static_cast<int>(legend_size)) + ", ";
        out_ += layered_ ? "rankdir=LR, nodesep=0.25, ranksep=0.5, "
                         : "overlap=prism, overlap_scaling=-3, sep=\"+6\", K=0.7, repulsiveforce=1.5, ";
        out_ += !layered_ && linked_ > 150 ? "splines=line" : "splines=true";
        out_ += ", label=" + legend() + "];\n";
        out_ +=
            "  node [style=filled, fontname=\"Helvetica\", fontsize=11, color=\"#444444\", margin=\"0.08,0.04\", "
            "height=0.3, width=0.4];\n"
            "  edge [fontname=\"Helvetica\", fontsize=9, fontcolor=\"#222222\", arrowsize=0.7];\n";
    }

    void node(std::size_t n) {
        const auto& row = view_.nodes()[n];
        const auto& look = looks[static_cast<std::size_t>(row.type)];
        const auto size = 10 + std::min(10U, degree_[n]);
        out_ +=
            "  n" + std::to_string(n) + " [label=" + quoted(row.label.empty() ? row.id : shortened(row.label, 90), 16) +
            ", shape=" + std::string(look.shape) + ", fillcolor=\"" + std::string(look.fill) + "\", fontcolor=\"" +
            std::string(look.font) + "\", fontsize=" + std::to_string(size) +
            (row.named ? "" : ", style=\"filled,dashed\"") + ", tooltip=" +
            quoted(std::string(name_of(row.type)) + ", " + std::to_string(row.mentions) + " mentions", 600) + "];\n";
    }

    void all_nodes() {
        for (std::size_t n = 0; n < degree_.size(); ++n)
            if (degree_[n] > 0) node(n);
    }

    void clusters() {
        std::map<std::string, std::vector<std::size_t>> by_country;
        std::map<std::string, std::string> names;
        for (std::size_t n = 0; n < degree_.size(); ++n) {
            const auto& row = view_.nodes()[n];
            if (row.id == "country_" + row.country) names[row.country] = row.label;
            if (degree_[n] > 0) by_country[row.country].push_back(n);
        }
        for (const auto& [country, members] : by_country) {
            if (!country.empty())
                out_ += "  subgraph " + quoted("cluster_" + country, 600) +
                        " {\n  label=" + quoted(names.contains(country) ? names[country] : country, 600) +
                        "; labelloc=t; labeljust=l; fontsize=13; style=\"rounded,filled\"; color=\"#BBBBBB\"; "
                        "fillcolor=\"#F6F6F6\"; margin=12;\n";
            for (const auto n : members) node(n);
            if (!country.empty()) out_ += "  }\n";
        }
    }

    void arrow(std::size_t a) {
        const auto& arrow = arrows_[a];
        const auto source = "n" + std::to_string(arrow.source), target = "n" + std::to_string(arrow.target);
        const auto tip =
            ", tooltip=" +
            quoted(arrow.edges[0]->evidence.empty() ? std::string() : best_evidence(*arrow.edges[0]).text, 600);
        const std::string_view ends = arrow.symmetric ? ", dir=none" : "";
        const auto label = quoted(arrow.label(), 18);
        if (layered_) {
            out_.append("  " + source + " -> " + target + " [label=" + label + ", " + arrow.look() + tip)
                .append(ends)
                .append("];\n");
            return;
        }
        const auto middle = "l" + std::to_string(a);
        const auto& country = view_.nodes()[arrow.source].country;
        const bool inside =
            view_.drawing().country_clusters && !country.empty() && country == view_.nodes()[arrow.target].country;
        if (inside) out_ += "  subgraph " + quoted("cluster_" + country, 600) + " {\n";
        out_ += "  " + middle + " [label=" + label +
                ", shape=plaintext, style=filled, fillcolor=\"#FFFFFF\", fontsize=9, fontcolor=\"#222222\", "
                "margin=\"0.02,0.01\", height=0.12, width=0.1" +
                tip + "];\n";
        if (inside) out_ += "  }\n";
        out_.append("  " + source + " -> " + middle + " [dir=none, " + arrow.look() + tip + "];\n");
        out_.append("  " + middle + " -> " + target + " [" + arrow.look() + tip).append(ends).append("];\n");
    }

    /// Types, kinds and lines, and the nodes that have no relation.
    std::string legend() const {
        const auto sample = [](std::string_view colour, std::string_view line) {
            return "<TD BORDER=\"2\" SIDES=\"B\" COLOR=\"" + std::string(colour) + "\" STYLE=\"" + std::string(line) +
                   "\">";
        };
        std::string out =
            "<<TABLE BORDER=\"0\" CELLBORDER=\"0\" CELLSPACING=\"6\" CELLPADDING=\"2\"><TR><TD "
            "ALIGN=\"LEFT\">Nodes:</TD>";
        for (std::size_t t = 0; t < looks.size(); ++t)
            out += "<TD BGCOLOR=\"" + std::string(looks[t].fill) + "\"><FONT COLOR=\"" + std::string(looks[t].font) +
                   "\"> " + std::string(entity_type_names[t]) + " </FONT></TD>";
        out += "</TR><TR><TD ALIGN=\"LEFT\">Relations:</TD>";
        for (const auto& look : kinds) out += sample(look.colour, "solid") + std::string(look.kind) + "</TD>";
        out += "</TR><TR><TD ALIGN=\"LEFT\">Lines:</TD>" + sample("#333333", "solid") + "asserted</TD>" +
               sample("#333333", "dashed") + "alleged</TD>" + sample("#333333", "dotted") +
               "denied, planned</TD><TD COLSPAN=\"3\" ALIGN=\"LEFT\">dashed border: office without a name</TD></TR>" +
               unlinked() + "</TABLE>";
        return out + ">";
    }

    [[nodiscard]] std::string unlinked() const {
        constexpr std::size_t most = 40, width = 90;
        std::string names;
        std::size_t column = 0, count = 0;
        for (std::size_t n = 0; n < degree_.size(); ++n) {
            if (degree_[n] > 0 || ++count > most) continue;
            const auto name = shortened(view_.nodes()[n].label, 60);
            if (count > 1) names += column > width ? ",<BR ALIGN=\"LEFT\"/>" : ", ";
            if (column > width) column = 0;
            names += html(name);
            column += name.size() + 2;
        }
        if (count == 0) return {};
        if (count > most) names += " and " + std::to_string(count - most) + " more";
        return "<TR><TD COLSPAN=\"7\" ALIGN=\"LEFT\" BALIGN=\"LEFT\">Without relation: " + names + "</TD></TR>";
    }

    const GraphView& view_;
    std::vector<std::uint32_t> degree_;
    std::vector<Arrow> arrows_;
    std::size_t linked_ = 0;
    bool layered_ = false;
    std::string out_;
};

}  // namespace

DrawingPlan plan_drawing(const GraphView& view) {
    return Plan(view).finish();
}

}  // namespace chancery
