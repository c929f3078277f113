// The event table: rows for those who count events.
//
// Columns follow the habits of Phoenix and POLECAT: date apart into year, month and day, actors as a code of country
// and role, CAMEO code with root and quad class, the PLOVER type. What they do not have is the status, so that claims,
// denials and plans can be told from facts, and the quote.
//
// Evidence of one day, pair, code and status is one row, however many articles and sentences carry it.
#include "export/events.hpp"

#include <array>
#include <map>
#include <ostream>
#include <set>
#include <tuple>

#include "export/text.hpp"
#include "record/status.hpp"

namespace chancery {

namespace {

/// Day, source, target, relation, status: what makes a row.
using Key = std::tuple<std::string, std::uint32_t, std::uint32_t, std::string, Status>;

struct Row {
    const EdgeRow* edge = nullptr;
    const EvidenceRow* evidence = nullptr;  ///< the one to quote
    std::set<std::string> articles, urls, sources;
};

/// A cell without tabs and line ends; spreadsheets must not take it for a formula.
std::string cell(std::string_view text) {
    std::string buffer, out;
    for (const char c : clean(text, buffer)) out.push_back(c == '\t' || c == '\n' ? ' ' : c);
    const bool formula = !out.empty() && (out[0] == '=' || out[0] == '+' || out[0] == '-' || out[0] == '@');
    return formula ? "'" + out : out;
}

std::string joined(const std::set<std::string>& parts) {
    std::string out;
    for (const auto& part : parts) (out += out.empty() ? "" : ";") += cell(part);
    return out;
}

/// CAMEO's classes: 1 verbal and 2 material cooperation, 3 verbal and 4 material conflict.
char quad_class(std::string_view root) {
    if (root <= "05") return '1';
    if (root <= "08") return '2';
    return root <= "13" ? '3' : '4';
}

class EventTable {
  public:
    EventTable(const GraphView& view, std::ostream& out) : view_(view), out_(out) {
        for (const auto& article : view.articles()) articles_[article.id] = &article;
    }

    void write() {
        out_ << "EventID\tDate\tYear\tMonth\tDay\tSourceName\tSourceActorFull\tSourceActorEntity\tSourceActorRole\t"
                "TargetName\tTargetActorFull\tTargetActorEntity\tTargetActorRole\tEventCode\tEventRootCode\tQuadClass\t"
                "PloverType\tRelation\tStatus\tLocationName\tArticles\tURLs\tNewsSources\tQuote\n";
        for (const auto& [key, row] : rows()) print(key, row);
    }

  private:
    [[nodiscard]] std::map<Key, Row> rows() const {
        std::map<Key, Row> rows;
        for (const auto& edge : view_.edges()) {
            if (edge.kind != "event") continue;
            for (const auto& evidence : edge.evidence) {
                const auto found = articles_.find(evidence.article);
                if (found == articles_.end()) continue;
                const auto* article = found->second;
                auto day = evidence.date.empty() ? article->published : evidence.date;
                day = day.substr(0, day.find('/'));
                auto& row = rows[{day, edge.source, edge.target, edge.relation, evidence.status}];
                row.edge = &edge;
                if (row.evidence == nullptr || evidence.confidence > row.evidence->confidence) row.evidence = &evidence;
                row.articles.insert(evidence.article);
                row.urls.insert(article->urls.begin(), article->urls.end());
                if (!article->source.empty()) row.sources.insert(article->source);
            }
        }
        return rows;
    }

    void actor(std::uint32_t index) {
        const auto& node = view_.nodes()[index];
        const std::string_view code = node.cameo_actor;
        out_ << cell(node.label) << '\t' << code << '\t' << code.substr(0, 3) << '\t'
             << (code.size() > 3 ? code.substr(3) : std::string_view()) << '\t';
    }

    void print(const Key& key, const Row& row) {
        const auto& day = std::get<0>(key);
        const auto part = [&](std::size_t at, std::size_t length) {
            return day.size() >= at + length ? day.substr(at, length) : std::string();
        };
        out_ << row.edge->id << '_' << (day.empty() ? "undated" : day) << '_' << name_of(row.evidence->status) << '\t'
             << day << '\t' << part(0, 4) << '\t' << part(5, 2) << '\t' << part(8, 2) << '\t';
        actor(row.edge->source);
        actor(row.edge->target);
        const auto root = row.edge->cameo.substr(0, 2);
        out_ << row.edge->cameo << '\t' << root << '\t'
             << (root.empty() ? std::string() : std::string(1, quad_class(root))) << '\t' << row.edge->plover << '\t'
             << row.edge->relation << '\t' << name_of(row.evidence->status) << '\t' << cell(row.evidence->place) << '\t'
             << joined(row.articles) << '\t' << joined(row.urls) << '\t' << joined(row.sources) << '\t'
             << cell(row.evidence->text) << '\n';
    }

    const GraphView& view_;
    std::ostream& out_;
    std::map<std::string, const ArticleRow*> articles_;
};

}  // namespace

void write_events(const GraphView& view, std::ostream& out) {
    EventTable(view, out).write();
}

}  // namespace chancery
