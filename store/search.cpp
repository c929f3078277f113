// Search by FTS5.
//
// What a user types is never a query of FTS5: words are taken out of it and each is quoted, so that no operator, column
// or prefix sign of the query language is left.
#include <algorithm>

#include "resolve/name_key.hpp"
#include "store/facts_sql.hpp"
#include "store/graph_sql.hpp"
#include "store/graph_tables.hpp"
#include "store/sqlite.hpp"
#include "store/store.hpp"

namespace chancery {

namespace {

constexpr std::size_t longest_question = 512;  // bytes
constexpr std::int64_t most_candidates = 2000;
constexpr std::uint32_t most_answers = 1000;

/// Words as FTS5 takes them whatever is in them.
std::string as_string(std::string_view word) {
    std::string out = "\"";
    for (const char c : word)
        if (c != '"' && c != '\0') out.push_back(c);
    return out + "\" ";
}

/// Every word, and every stretch in quotation marks, as one string of FTS5.
std::string text_question(std::string_view words) {
    std::string out;
    words = words.substr(0, longest_question);
    bool inside = false;
    std::string word;
    const auto flush = [&] {
        const bool blank = std::all_of(word.begin(), word.end(), [](char c) { return c == ' ' || c == '\0'; });
        if (!blank) out += as_string(word);
        word.clear();
    };
    for (const char c : words) {
        const bool space = c == ' ' || c == '\t' || c == '\n' || c == '\r';
        if (c == '"') {
            flush();
            inside = !inside;
        } else if (space && !inside) {
            flush();
        } else {
            word.push_back(space ? ' ' : c);
        }
    }
    flush();
    return out;
}

/// The snippet without the signs around the words found.
void take_marks(std::string_view marked, TextHit& hit) {
    for (const char c : marked) {
        const auto at = static_cast<std::uint32_t>(hit.snippet.size());
        if (c == '\2')
            hit.marks.push_back({at, at});
        else if (c == '\3' && !hit.marks.empty())
            hit.marks.back().end = at;
        else
            hit.snippet.push_back(c);
    }
}

}  // namespace

std::vector<FoundNode> Store::find_names(std::string_view words, std::uint32_t limit) const {
    auto& db = *database_;
    const Transaction moment(db, Transaction::Kind::reading);
    std::vector<FoundNode> hits;
    words = words.substr(0, longest_question);
    const bool blank = std::none_of(words.begin(), words.end(),
                                    [](char c) { return std::isalnum(static_cast<unsigned char>(c)) || (c & '\x80'); });
    if (blank) return hits;
    const auto folded = name_key(words);
    std::string question;
    for (const auto& word : key_words(folded))
        if (word.size() > 2) question += as_string(word);
    const auto read = [&](Query row) {
        std::string type;
        while (row.next()) {
            auto& hit = hits.emplace_back();
            row.read(hit.id, hit.label, hit.name, type, hit.country, hit.mentions);
            hit.type = entity_type(type).value_or(EntityType::person);
        }
    };
    limit = std::min(limit, most_answers);
    if (question.empty())
        read(db.ask(sql::find_short_names, folded, folded + "~", most_candidates, limit));
    else
        read(db.ask(sql::find_names, question, folded, most_candidates, limit));
    return hits;
}

std::vector<TextHit> Store::find_text(std::string_view words, std::uint32_t limit) const {
    auto& db = *database_;
    const Transaction moment(db, Transaction::Kind::reading);
    std::vector<TextHit> hits;
    const auto question = text_question(words);
    if (question.empty()) return hits;
    for (auto row = db.ask(sql::find_text, question, std::min(limit, most_answers)); row.next();) {
        TextHit hit;
        take_marks(row.view(1), hit);
        auto article = db.ask(sql::graph_article_by_hash, row.view(0));
        if (!article.next()) continue;  // added after the graph was made
        const auto head = read_article_row(article);
        hit.article = head.id;
        hit.title = head.title;
        hit.published = head.published;
        hits.push_back(std::move(hit));
    }
    return hits;
}

}  // namespace chancery
