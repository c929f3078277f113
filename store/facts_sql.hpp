#pragma once

/// The statements about what was read. The columns of a table stand in one order everywhere: that of schema.cpp.
namespace chancery::sql {

inline constexpr const char* find_reading =
    "SELECT key FROM readings WHERE article = ?1 AND digest = ?2 AND reader = ?3";
inline constexpr const char* add_reading =
    "INSERT INTO readings(article, reader, digest, language, words, fingerprint) VALUES (?1, ?2, ?3, ?4, ?5, ?6)";
inline constexpr const char* add_entity =
    "INSERT INTO entities VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14)";
inline constexpr const char* add_assertion =
    "INSERT INTO assertions VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17, ?18, "
    "?19, ?20, ?21, ?22, ?23)";
inline constexpr const char* add_problem = "INSERT INTO problems VALUES (?1, ?2, ?3, ?4, ?5, ?6)";

inline constexpr const char* reading = "SELECT language, words, fingerprint FROM readings WHERE key = ?1";
inline constexpr const char* entities_of =
    "SELECT type, label, aliases, named, implied, mentions, ids, family, name, country, offices, known_in "
    "FROM entities WHERE reading = ?1 ORDER BY n";
inline constexpr const char* assertions_of =
    "SELECT subject, relation, object, status, former, confidence, sentence_begin, sentence_end, subject_begin, "
    "subject_end, trigger_begin, trigger_end, object_begin, object_end, sentence, rule, construction, speaker, "
    "speaker_text, date, place FROM assertions WHERE reading = ?1 ORDER BY n";
inline constexpr const char* problems_of =
    "SELECT code, begin, \"end\", detail FROM problems WHERE reading = ?1 ORDER BY n";
inline constexpr const char* text_of_reading =
    "SELECT text FROM articles WHERE key = (SELECT article FROM readings WHERE key = ?1)";

inline constexpr const char* relations =
    "SELECT id, kind, subjects, objects, symmetric, cameo, plover, label, meaning FROM relations ORDER BY id";
inline constexpr const char* set_relation =
    "INSERT INTO relations VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9) ON CONFLICT(id) DO UPDATE SET kind = ?2, "
    "subjects = ?3, objects = ?4, symmetric = ?5, cameo = ?6, plover = ?7, label = ?8, meaning = ?9 "
    "WHERE (kind, subjects, objects, symmetric, cameo, plover, label, meaning) IS NOT (?2, ?3, ?4, ?5, ?6, ?7, ?8, "
    "?9)";

inline constexpr const char* find_reader =
    "SELECT key FROM readers WHERE program = ?1 AND model = ?2 AND rules = ?3 AND cleaner = ?4 AND settings = ?5";
inline constexpr const char* add_reader =
    "INSERT INTO readers(program, model, rules, cleaner, settings) VALUES (?1, ?2, ?3, ?4, ?5)";

inline constexpr const char* find_article = "SELECT key FROM articles WHERE sha256 = ?1";
inline constexpr const char* add_article = "INSERT INTO articles(sha256, text) VALUES (?1, ?2)";
inline constexpr const char* remove_article = "DELETE FROM articles WHERE key = ?1";
inline constexpr const char* index_text = "INSERT INTO text_search(rowid, text) VALUES (?1, ?2)";
inline constexpr const char* unindex_text =
    "INSERT INTO text_search(text_search, rowid, text) SELECT 'delete', key, text FROM articles WHERE key = ?1";
inline constexpr const char* copy_count = "SELECT count(*) FROM copies WHERE article = ?1";
inline constexpr const char* remove_unused_reading =
    "DELETE FROM readings WHERE key = ?1 AND NOT EXISTS (SELECT 1 FROM copies WHERE reading = ?1)";
inline constexpr const char* find_copy =
    "SELECT key, urls FROM copies WHERE article = ?1 AND name = ?2 AND title = ?3 AND published = ?4 AND source = ?5";
inline constexpr const char* add_copy =
    "INSERT INTO copies(article, name, title, published, source, urls, reading, hints, original) "
    "VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)";
inline constexpr const char* set_urls = "UPDATE copies SET urls = ?2 WHERE key = ?1";
inline constexpr const char* copy = "SELECT article, reading, name, urls FROM copies WHERE key = ?1";
inline constexpr const char* remove_copy = "DELETE FROM copies WHERE key = ?1";
inline constexpr const char* original =
    "SELECT c.name, c.hints, c.original, a.text FROM copies c JOIN articles a ON a.key = c.article WHERE c.key = ?1";
inline constexpr const char* outdated_copies =
    "SELECT c.key FROM copies c JOIN readings r ON r.key = c.reading WHERE r.reader <> ?1 ORDER BY c.key";
/// In the order in which copies are joined: the first of an article is read for its facts.
inline constexpr const char* copies =
    "SELECT a.key, a.sha256, c.name, c.title, c.published, c.source, c.urls, c.reading FROM copies c "
    "JOIN articles a ON a.key = c.article ORDER BY a.sha256, c.name, c.title, c.published, c.source";

inline constexpr const char* articles_named = "SELECT DISTINCT article FROM copies WHERE name = ?1 ORDER BY article";
inline constexpr const char* articles_hashed =
    "SELECT key FROM articles WHERE sha256 >= ?1 AND sha256 < ?1 || 'g' ORDER BY key";
inline constexpr const char* article_id =
    "WITH own(least) AS (SELECT min(name) FROM copies WHERE article = ?1) SELECT CASE WHEN (SELECT count(DISTINCT "
    "c.article) FROM copies c WHERE c.name = own.least AND (SELECT min(d.name) FROM copies d WHERE d.article = "
    "c.article) = own.least) > 1 THEN own.least || '-' || substr(a.sha256, 1, 6) ELSE own.least END "
    "FROM own, articles a WHERE a.key = ?1";
inline constexpr const char* article_hash = "SELECT sha256 FROM articles WHERE key = ?1";

inline constexpr const char* article_text = "SELECT sha256, text FROM articles WHERE key = ?1";
inline constexpr const char* readings_of =
    "SELECT g.key, 'model ' || r.model || ', rules ' || r.rules || ', cleaner ' || r.cleaner || ', program ' || "
    "r.program || iif(r.settings = '', '', ', ' || r.settings) FROM readings g JOIN readers r ON r.key = g.reader "
    "WHERE g.article = ?1 ORDER BY g.key";

inline constexpr const char* counts =
    "SELECT (SELECT count(*) FROM articles), (SELECT count(*) FROM copies), "
    "(SELECT count(DISTINCT article) FROM readings WHERE key IN (SELECT reading FROM problems)), "
    "(SELECT count(DISTINCT article) FROM readings WHERE language <> 'en'), (SELECT count(*) FROM entities), "
    "(SELECT count(*) FROM assertions), (SELECT count(*) FROM nodes), (SELECT count(*) FROM edges), "
    "(SELECT min(published) FROM copies WHERE published <> ''), (SELECT max(published) FROM copies)";
inline constexpr const char* source_counts =
    "SELECT source, count(DISTINCT article) FROM copies WHERE source <> '' GROUP BY source";
inline constexpr const char* reader_counts =
    "SELECT 'model ' || r.model || ', rules ' || r.rules || ', cleaner ' || r.cleaner || ', program ' || r.program || "
    "iif(r.settings = '', '', ', ' || r.settings), count(*) FROM readings g JOIN readers r ON r.key = g.reader "
    "GROUP BY r.key";

inline constexpr const char* integrity = "PRAGMA integrity_check(1)";
inline constexpr const char* loose_rows = "PRAGMA foreign_key_check";
inline constexpr const char* search_integrity =
    "INSERT INTO name_search(name_search, rank) VALUES ('integrity-check', 1); "
    "INSERT INTO text_search(text_search, rank) VALUES ('integrity-check', 1)";

inline constexpr const char* state = "SELECT value FROM state WHERE name = ?1";
inline constexpr const char* set_state = "UPDATE state SET value = ?2 WHERE name = ?1";
inline constexpr const char* graph_done =
    "UPDATE state SET value = (SELECT value FROM state WHERE name = 'facts') WHERE name = 'graph_of'";
inline constexpr const char* next_generation = "UPDATE state SET value = value + 1 WHERE name = 'generation'";
inline constexpr const char* changed = "UPDATE state SET value = value + 1 WHERE name = 'facts'";

}  // namespace chancery::sql
