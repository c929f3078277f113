#include "store/facts_rows.hpp"

#include <mutex>
#include <set>

#include "store/digest.hpp"
#include "store/facts_sql.hpp"
#include "store/lists.hpp"

namespace chancery {

namespace {

/// Problem::code is a literal of the program; one that comes from a file is kept once for as long as the program runs.
std::string_view code_of(std::string_view code) {
    static std::mutex guard;
    static std::set<std::string, std::less<>> known;
    const std::scoped_lock lock(guard);
    const auto it = known.find(code);
    return it == known.end() ? *known.emplace(code).first : *it;
}

void add(RowDigest& digest, Span span) {
    digest.add(std::uint64_t{span.begin} << 32U | span.end);
}

void add(RowDigest& digest, const Entity& e, const std::string& id) {
    digest.add(name_of(e.type)).add(e.label).add(lines_of(e.aliases)).add(std::uint64_t{e.named} * 2 + e.implied);
    digest.add(e.mentions).add(lines_of(e.ids));
    const auto& s = e.signature;
    digest.add(s.family).add(s.name).add(s.country).add(lines_of(s.offices));
    digest.add(std::uint64_t{s.article == id}).add(s.article == id ? std::string_view() : std::string_view(s.article));
}

void add(RowDigest& digest, const Assertion& a, const RelationCatalog& catalog) {
    digest.add(a.subject).add(catalog.at(a.relation).id).add(a.object).add(name_of(a.status)).add(a.former);
    digest.add(a.confidence);
    for (const auto span : {a.sentence, a.subject_mark, a.trigger_mark, a.object_mark}) add(digest, span);
    digest.add(a.sentence_text).add(a.rule).add(a.construction).add(a.speaker).add(a.speaker_text);
    digest.add(a.date).add(a.place);
}

std::int64_t digest_of(const ArticleFacts& facts, const RelationCatalog& catalog) {
    RowDigest digest;
    digest.add(facts.language).add(facts.word_count).add(packed(facts.fingerprint)).add(facts.entities.size());
    for (const auto& entity : facts.entities) add(digest, entity, facts.id);
    digest.add(facts.assertions.size());
    for (const auto& assertion : facts.assertions) add(digest, assertion, catalog);
    for (const auto& problem : facts.problems) {
        digest.add(problem.code).add(problem.detail);
        add(digest, problem.where);
    }
    return digest.value();
}

/// The bytes of the text there, when they are the sentence; then they need not be stored twice.
bool is_in(std::string_view text, const Assertion& a) {
    return a.sentence.begin <= a.sentence.end && a.sentence.end <= text.size() &&
           words(text, a.sentence) == a.sentence_text;
}

void write_body(Database& db, std::int64_t reading, const ArticleFacts& facts, const RelationCatalog& catalog,
                std::string_view text) {
    std::int64_t n = 0;
    for (const auto& e : facts.entities) {
        const auto& s = e.signature;
        const auto known_in = s.article == facts.id ? std::nullopt : std::optional(s.article);
        db.run(sql::add_entity, reading, n++, name_of(e.type), e.label, lines_of(e.aliases), e.named, e.implied,
               e.mentions, lines_of(e.ids), s.family, s.name, s.country, lines_of(s.offices), known_in);
    }
    n = 0;
    for (const auto& a : facts.assertions) {
        const auto sentence = is_in(text, a) ? std::nullopt : std::optional(a.sentence_text);
        const auto speaker = a.speaker == no_entity ? std::int64_t{-1} : std::int64_t{a.speaker};
        db.run(sql::add_assertion, reading, n++, a.subject, catalog.at(a.relation).id, a.object, name_of(a.status),
               a.former, a.confidence, a.sentence.begin, a.sentence.end, a.subject_mark.begin, a.subject_mark.end,
               a.trigger_mark.begin, a.trigger_mark.end, a.object_mark.begin, a.object_mark.end, sentence, a.rule,
               a.construction, speaker, a.speaker_text, a.date, a.place);
    }
    n = 0;
    for (const auto& p : facts.problems)
        db.run(sql::add_problem, reading, n++, p.code, p.where.begin, p.where.end, p.detail);
}

void read_entities(Database& db, std::int64_t reading, ArticleFacts& facts) {
    auto rows = db.ask(sql::entities_of, reading);
    std::string type, aliases, ids, offices;
    while (rows.next()) {
        auto& e = facts.entities.emplace_back();
        auto& s = e.signature;
        rows.read(type, e.label, aliases, e.named, e.implied, e.mentions, ids, s.family, s.name, s.country, offices);
        const auto known = entity_type(type);
        if (!known) db.damaged("an entity has the unknown type '" + type + "'");
        e.type = *known;
        e.aliases = split_list(aliases);
        e.ids = split_map(ids);
        s.offices = split_list(offices);
        s.article = rows.null(11) ? facts.id : std::string(rows.view(11));
    }
}

void read_assertions(Database& db, std::int64_t reading, const RelationCatalog& catalog, ArticleFacts& facts) {
    auto rows = db.ask(sql::assertions_of, reading);
    std::string relation, held;
    std::optional<std::string> text;
    while (rows.next()) {
        auto& a = facts.assertions.emplace_back();
        std::int64_t speaker = 0;
        rows.read(a.subject, relation, a.object, held, a.former, a.confidence, a.sentence.begin, a.sentence.end,
                  a.subject_mark.begin, a.subject_mark.end, a.trigger_mark.begin, a.trigger_mark.end,
                  a.object_mark.begin, a.object_mark.end, a.sentence_text, a.rule, a.construction, speaker,
                  a.speaker_text, a.date, a.place);
        const auto index = catalog.find(relation);
        if (!index) db.damaged("an assertion has the unknown relation '" + relation + "'");
        a.relation = *index;
        const auto known = status(held);
        if (!known) db.damaged("an assertion has the unknown status '" + held + "'");
        a.status = *known;
        const auto count = static_cast<std::int64_t>(facts.entities.size());
        a.speaker = speaker == -1 ? no_entity : static_cast<std::uint32_t>(speaker);
        if (a.subject >= count || a.object >= count || speaker < -1 || speaker >= count)
            db.damaged("an assertion is about an entity that is not there");
        if (!rows.null(14)) continue;
        if (!text) {
            auto article = db.ask(sql::text_of_reading, reading);
            text = article.next() ? std::string(article.view(0)) : std::string();
        }
        if (a.sentence.begin > a.sentence.end || a.sentence.end > text->size())
            db.damaged("a sentence lies outside its article");
        a.sentence_text = words(*text, a.sentence);
    }
}

}  // namespace

std::int64_t write_reading(Database& db, std::int64_t article, std::int64_t reader, const ArticleFacts& facts,
                           const RelationCatalog& catalog, std::string_view text) {
    const auto digest = digest_of(facts, catalog);
    if (const auto known = db.number(sql::find_reading, article, digest, reader); known != 0) return known;
    db.run(sql::add_reading, article, reader, digest, facts.language, facts.word_count,
           Blob{packed(facts.fingerprint)});
    const auto reading = db.last_key();
    write_body(db, reading, facts, catalog, text);
    return reading;
}

void read_reading(Database& db, std::int64_t reading, const RelationCatalog& catalog, ArticleFacts& facts) {
    {
        auto head = db.ask(sql::reading, reading);
        if (!head.next()) db.damaged("a copy of an article was never read");
        head.read(facts.language, facts.word_count);
        facts.fingerprint = unpacked(head.view(2));
    }
    read_entities(db, reading, facts);
    read_assertions(db, reading, catalog, facts);
    auto rows = db.ask(sql::problems_of, reading);
    std::string code;
    while (rows.next()) {
        auto& problem = facts.problems.emplace_back();
        rows.read(code, problem.where.begin, problem.where.end, problem.detail);
        problem.code = code_of(code);
    }
}

RelationCatalog read_catalog(Database& db) {
    RelationCatalog catalog;
    auto rows = db.ask(sql::relations);
    while (rows.next()) {
        Relation r;
        rows.read(r.id, r.kind, r.subjects, r.objects, r.symmetric, r.cameo, r.plover, r.label, r.meaning);
        catalog.add(std::move(r));
    }
    return catalog;
}

bool write_catalog(Database& db, const RelationCatalog& catalog) {
    bool changed = false;
    for (const auto& r : catalog.all()) {
        db.run(sql::set_relation, r.id, r.kind, r.subjects, r.objects, r.symmetric, r.cameo, r.plover, r.label,
               r.meaning);
        changed |= db.changes() > 0;
    }
    return changed;
}

}  // namespace chancery
