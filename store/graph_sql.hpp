#pragma once

/// The statements about the resolved graph and its search tables. The columns of a table stand in one order everywhere:
/// that of schema.cpp.
namespace chancery::sql {

inline constexpr const char* readers_in_use =
    "SELECT model, rules, cleaner FROM readers WHERE key IN (SELECT reader FROM readings)";

inline constexpr const char* article_digests = "SELECT id, digest FROM graph_articles ORDER BY id";
inline constexpr const char* node_digests = "SELECT id, digest, key FROM nodes ORDER BY id";
inline constexpr const char* edge_digests = "SELECT id, digest, key FROM edges ORDER BY id";

inline constexpr const char* put_graph_article =
    "INSERT INTO graph_articles VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11)";
inline constexpr const char* remove_graph_article = "DELETE FROM graph_articles WHERE id = ?1";
inline constexpr const char* graph_articles =
    "SELECT id, sha256, title, published, source, language, names, urls, words, syndicated FROM graph_articles "
    "ORDER BY id";
inline constexpr const char* graph_article =
    "SELECT id, sha256, title, published, source, language, names, urls, words, syndicated FROM graph_articles "
    "WHERE id = ?1";
inline constexpr const char* graph_article_by_hash =
    "SELECT id, sha256, title, published, source, language, names, urls, words, syndicated FROM graph_articles "
    "WHERE sha256 = ?1";

inline constexpr const char* add_node =
    "INSERT INTO nodes(key, id, type, label, named, aliases, country, cameo_actor, ids, mentions, articles, "
    "first_seen, last_seen, digest) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14)";
inline constexpr const char* set_node =
    "UPDATE nodes SET type = ?3, label = ?4, named = ?5, aliases = ?6, country = ?7, cameo_actor = ?8, ids = ?9, "
    "mentions = ?10, articles = ?11, first_seen = ?12, last_seen = ?13, digest = ?14 WHERE key = ?1 AND id = ?2";
inline constexpr const char* remove_node = "DELETE FROM nodes WHERE key = ?1";
inline constexpr const char* nodes =
    "SELECT key, id, type, label, named, aliases, country, cameo_actor, ids, mentions, articles, first_seen, "
    "last_seen FROM nodes ORDER BY id";
inline constexpr const char* node_by_id =
    "SELECT key, id, type, label, named, aliases, country, cameo_actor, ids, mentions, articles, first_seen, "
    "last_seen FROM nodes WHERE id = ?1";
inline constexpr const char* node_by_key =
    "SELECT key, id, type, label, named, aliases, country, cameo_actor, ids, mentions, articles, first_seen, "
    "last_seen FROM nodes WHERE key = ?1";

inline constexpr const char* add_sign = "INSERT INTO signs VALUES (?1, ?2)";
inline constexpr const char* remove_signs = "DELETE FROM signs WHERE node = ?1";
inline constexpr const char* signs_of = "SELECT sign FROM signs WHERE node = ?1";
inline constexpr const char* nodes_of_sign =
    "SELECT n.id FROM signs s JOIN nodes n ON n.key = s.node WHERE s.sign = ?1";

inline constexpr const char* add_name = "INSERT INTO names(node, name, folded) VALUES (?1, ?2, ?3)";
inline constexpr const char* index_name = "INSERT INTO name_search(rowid, folded) VALUES (?1, ?2)";
inline constexpr const char* unindex_names =
    "INSERT INTO name_search(name_search, rowid, folded) SELECT 'delete', key, folded FROM names WHERE node = ?1";
inline constexpr const char* remove_names = "DELETE FROM names WHERE node = ?1";
inline constexpr const char* names_of = "SELECT name FROM names WHERE node = ?1 ORDER BY key";

inline constexpr const char* add_edge =
    "INSERT INTO edges(id, source, relation, target, kind, label, status, asserted, alleged, denied, planned, former, "
    "symmetric, weight, sources, confidence, cameo, plover, first_date, last_date, digest) "
    "VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17, ?18, ?19, ?20, ?21)";
inline constexpr const char* remove_edge = "DELETE FROM edges WHERE key = ?1";
inline constexpr const char* edges =
    "SELECT key, id, source, relation, target, kind, label, status, asserted, alleged, denied, planned, former, "
    "symmetric, weight, sources, confidence, cameo, plover, first_date, last_date FROM edges ORDER BY key";
/// ?1 node, ?2 and ?3 where the page before ended, ?4 how many. Each half comes from its index in order.
inline constexpr const char* edges_of_node =
    "SELECT key, id, source, relation, target, kind, label, status, asserted, alleged, denied, planned, former, "
    "symmetric, weight, sources, confidence, cameo, plover, first_date, last_date FROM edges "
    "WHERE source = ?1 AND (weight < ?2 OR (weight = ?2 AND id > ?3)) "
    "UNION ALL "
    "SELECT key, id, source, relation, target, kind, label, status, asserted, alleged, denied, planned, former, "
    "symmetric, weight, sources, confidence, cameo, plover, first_date, last_date FROM edges "
    "WHERE target = ?1 AND (weight < ?2 OR (weight = ?2 AND id > ?3)) "
    "ORDER BY weight DESC, id LIMIT ?4";
inline constexpr const char* edge_count =
    "SELECT (SELECT count(*) FROM edges WHERE source = ?1) + (SELECT count(*) FROM edges WHERE target = ?1)";

inline constexpr const char* add_evidence =
    "INSERT INTO evidence VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17, ?18, "
    "?19, ?20)";
inline constexpr const char* evidence =
    "SELECT edge, article, sentence_begin, sentence_end, text, subject_begin, subject_end, trigger_begin, "
    "trigger_end, object_begin, object_end, status, speaker_node, speaker_text, date, place, rule, construction, "
    "confidence FROM evidence ORDER BY edge, n";
inline constexpr const char* evidence_of_edge =
    "SELECT edge, article, sentence_begin, sentence_end, text, subject_begin, subject_end, trigger_begin, "
    "trigger_end, object_begin, object_end, status, speaker_node, speaker_text, date, place, rule, construction, "
    "confidence FROM evidence WHERE edge = ?1 ORDER BY n LIMIT ?2";

inline constexpr const char* relation_counts = "SELECT relation, count(*) FROM edges GROUP BY relation";
inline constexpr const char* type_counts = "SELECT type, count(*) FROM nodes GROUP BY type";

/// ?1 the words as trigrams, ?2 the folded name, ?3 how many candidates, ?4 how many answers.
inline constexpr const char* find_names =
    "WITH found(node, name, folded) AS MATERIALIZED (SELECT node, name, folded FROM names WHERE folded = ?2 "
    "UNION SELECT n.node, n.name, n.folded FROM name_search s JOIN names n ON n.key = s.rowid "
    "WHERE name_search MATCH ?1 LIMIT ?3) "
    "SELECT d.id, d.label, f.name, d.type, d.country, d.mentions, min(iif(f.folded = ?2, 0, iif(substr(f.folded, 1, "
    "length(?2)) = ?2, 1, 2))) AS rank FROM found f JOIN nodes d ON d.key = f.node GROUP BY d.key "
    "ORDER BY rank, d.mentions DESC, d.id LIMIT ?4";
/// For words too short for trigrams: ?1 the folded words, ?2 the first text behind all that begin so.
inline constexpr const char* find_short_names =
    "WITH found(node, name, folded) AS MATERIALIZED (SELECT node, name, folded FROM names WHERE folded >= ?1 AND "
    "folded < ?2 ORDER BY folded LIMIT ?3) "
    "SELECT d.id, d.label, f.name, d.type, d.country, d.mentions, min(iif(f.folded = ?1, 0, 1)) AS rank FROM found f "
    "JOIN nodes d ON d.key = f.node GROUP BY d.key ORDER BY rank, d.mentions DESC, d.id LIMIT ?4";
/// The words found stand between the control characters 2 and 3.
inline constexpr const char* find_text =
    "SELECT a.sha256, snippet(text_search, 0, char(2), char(3), '...', 24) FROM text_search s JOIN articles a "
    "ON a.key = s.rowid WHERE text_search MATCH ?1 ORDER BY s.rank LIMIT ?2";

inline constexpr const char* moved = "SELECT new FROM moved WHERE old = ?1";
inline constexpr const char* set_moved = "INSERT OR REPLACE INTO moved VALUES (?1, ?2)";
inline constexpr const char* redirect_moved = "UPDATE moved SET new = ?2 WHERE new = ?1";
inline constexpr const char* forget_moved_to = "DELETE FROM moved WHERE new = ?1";
inline constexpr const char* forget_moved = "DELETE FROM moved WHERE old = ?1";

}  // namespace chancery::sql
