// The tables, as the steps that make them.
//
// Each step brings a file from one version to the next, and a new file goes through all of them, so that the way of old
// files is the way every test takes. A step that has been released is never edited: a change is a new step.
#include "store/schema.hpp"

#include <array>
#include <string>

#include "record/error.hpp"
#include "store/sqlite.hpp"

namespace chancery {

namespace {

// What was read. An article is a text; it came in one or more copies, and a copy was read once. Copies that differ in
// nothing that matters to reading share one reading. Lists are one item a line.
constexpr const char* articles_step = R"sql(
CREATE TABLE state(name TEXT PRIMARY KEY, value) WITHOUT ROWID;
INSERT INTO state VALUES ('facts', 0), ('decisions', ''), ('decisions_name', '');

CREATE TABLE readers(key INTEGER PRIMARY KEY, program TEXT NOT NULL, model TEXT NOT NULL, rules TEXT NOT NULL,
  cleaner TEXT NOT NULL, settings TEXT NOT NULL, UNIQUE(model, rules, cleaner, settings, program));
CREATE TABLE relations(id TEXT PRIMARY KEY, kind TEXT NOT NULL, subjects INTEGER NOT NULL, objects INTEGER NOT NULL,
  symmetric INTEGER NOT NULL, cameo TEXT NOT NULL, plover TEXT NOT NULL, label TEXT NOT NULL, meaning TEXT NOT NULL)
  WITHOUT ROWID;

CREATE TABLE articles(key INTEGER PRIMARY KEY, sha256 TEXT NOT NULL UNIQUE, text TEXT NOT NULL);
CREATE TABLE readings(key INTEGER PRIMARY KEY, article INTEGER NOT NULL REFERENCES articles ON DELETE CASCADE,
  reader INTEGER NOT NULL REFERENCES readers, digest INTEGER NOT NULL, language TEXT NOT NULL, words INTEGER NOT NULL,
  fingerprint BLOB NOT NULL);
CREATE INDEX readings_of_article ON readings(article, digest);
CREATE TABLE copies(key INTEGER PRIMARY KEY, article INTEGER NOT NULL REFERENCES articles ON DELETE CASCADE,
  name TEXT NOT NULL, title TEXT NOT NULL, published TEXT NOT NULL, source TEXT NOT NULL, urls TEXT NOT NULL,
  reading INTEGER NOT NULL REFERENCES readings, hints TEXT NOT NULL, original BLOB,
  UNIQUE(article, name, title, published, source));
CREATE INDEX copies_by_name ON copies(name);
CREATE INDEX copies_of_reading ON copies(reading);

CREATE TABLE entities(reading INTEGER NOT NULL REFERENCES readings ON DELETE CASCADE, n INTEGER NOT NULL,
  type TEXT NOT NULL, label TEXT NOT NULL, aliases TEXT NOT NULL, named INTEGER NOT NULL, implied INTEGER NOT NULL,
  mentions INTEGER NOT NULL, ids TEXT NOT NULL, family TEXT NOT NULL, name TEXT NOT NULL, country TEXT NOT NULL,
  offices TEXT NOT NULL, known_in TEXT, PRIMARY KEY(reading, n)) WITHOUT ROWID;
CREATE TABLE assertions(reading INTEGER NOT NULL REFERENCES readings ON DELETE CASCADE, n INTEGER NOT NULL,
  subject INTEGER NOT NULL, relation TEXT NOT NULL REFERENCES relations, object INTEGER NOT NULL, status TEXT NOT NULL,
  former INTEGER NOT NULL, confidence INTEGER NOT NULL, sentence_begin INTEGER NOT NULL, sentence_end INTEGER NOT NULL,
  subject_begin INTEGER NOT NULL, subject_end INTEGER NOT NULL, trigger_begin INTEGER NOT NULL,
  trigger_end INTEGER NOT NULL, object_begin INTEGER NOT NULL, object_end INTEGER NOT NULL, sentence TEXT,
  rule TEXT NOT NULL, construction TEXT NOT NULL, speaker INTEGER NOT NULL, speaker_text TEXT NOT NULL, date TEXT NOT NULL,
  place TEXT NOT NULL, PRIMARY KEY(reading, n)) WITHOUT ROWID;
CREATE TABLE problems(reading INTEGER NOT NULL REFERENCES readings ON DELETE CASCADE, n INTEGER NOT NULL,
  code TEXT NOT NULL, begin INTEGER NOT NULL, "end" INTEGER NOT NULL, detail TEXT NOT NULL, PRIMARY KEY(reading, n))
  WITHOUT ROWID;
)sql";

// The resolved graph, which follows from the articles. A digest tells whether a row still is as the graph has it. Signs
// are what a node is known by from one graph to the next.
constexpr const char* graph_step = R"sql(
INSERT INTO state VALUES ('generation', 0), ('graph_of', -1), ('graph_by', ''), ('versions', '');

CREATE TABLE graph_articles(id TEXT PRIMARY KEY, sha256 TEXT NOT NULL UNIQUE, title TEXT NOT NULL,
  published TEXT NOT NULL, source TEXT NOT NULL, language TEXT NOT NULL, names TEXT NOT NULL, urls TEXT NOT NULL,
  words INTEGER NOT NULL, syndicated TEXT NOT NULL, digest INTEGER NOT NULL) WITHOUT ROWID;
CREATE TABLE nodes(key INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, type TEXT NOT NULL, label TEXT NOT NULL,
  named INTEGER NOT NULL, aliases TEXT NOT NULL, country TEXT NOT NULL, cameo_actor TEXT NOT NULL, ids TEXT NOT NULL,
  mentions INTEGER NOT NULL, articles TEXT NOT NULL, first_seen TEXT NOT NULL, last_seen TEXT NOT NULL,
  digest INTEGER NOT NULL);
CREATE TABLE signs(node INTEGER NOT NULL REFERENCES nodes ON DELETE CASCADE, sign INTEGER NOT NULL,
  PRIMARY KEY(node, sign)) WITHOUT ROWID;
CREATE INDEX signs_by_sign ON signs(sign);
CREATE TABLE edges(key INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, source INTEGER NOT NULL REFERENCES nodes,
  relation TEXT NOT NULL, target INTEGER NOT NULL REFERENCES nodes, kind TEXT NOT NULL, label TEXT NOT NULL,
  status TEXT NOT NULL, asserted INTEGER NOT NULL, alleged INTEGER NOT NULL, denied INTEGER NOT NULL,
  planned INTEGER NOT NULL, former INTEGER NOT NULL, symmetric INTEGER NOT NULL, weight INTEGER NOT NULL,
  sources INTEGER NOT NULL, confidence INTEGER NOT NULL, cameo TEXT NOT NULL, plover TEXT NOT NULL,
  first_date TEXT NOT NULL, last_date TEXT NOT NULL, digest INTEGER NOT NULL);
CREATE INDEX edges_by_source ON edges(source, weight DESC, id);
CREATE INDEX edges_by_target ON edges(target, weight DESC, id);
CREATE TABLE evidence(edge INTEGER NOT NULL REFERENCES edges ON DELETE CASCADE, n INTEGER NOT NULL,
  article TEXT NOT NULL, sentence_begin INTEGER NOT NULL, sentence_end INTEGER NOT NULL, text TEXT NOT NULL,
  subject_begin INTEGER NOT NULL, subject_end INTEGER NOT NULL, trigger_begin INTEGER NOT NULL,
  trigger_end INTEGER NOT NULL, object_begin INTEGER NOT NULL, object_end INTEGER NOT NULL, status TEXT NOT NULL,
  speaker_node TEXT NOT NULL, speaker_text TEXT NOT NULL, date TEXT NOT NULL, place TEXT NOT NULL, rule TEXT NOT NULL,
  construction TEXT NOT NULL, confidence INTEGER NOT NULL, PRIMARY KEY(edge, n)) WITHOUT ROWID;
CREATE TABLE moved(old TEXT PRIMARY KEY, new TEXT NOT NULL) WITHOUT ROWID;
CREATE INDEX moved_by_new ON moved(new);
)sql";

// What people search. The tables of words hold no text of their own; whoever writes a row there writes it here, too.
constexpr const char* search_step = R"sql(
CREATE TABLE names(key INTEGER PRIMARY KEY, node INTEGER NOT NULL REFERENCES nodes,
  name TEXT NOT NULL, folded TEXT NOT NULL);
CREATE INDEX names_of_node ON names(node);
CREATE INDEX names_by_folded ON names(folded);
CREATE VIRTUAL TABLE name_search USING fts5(folded, content='names', content_rowid='key', tokenize='trigram');
CREATE VIRTUAL TABLE text_search USING fts5(text, content='articles', content_rowid='key',
  tokenize='unicode61 remove_diacritics 2');
INSERT INTO text_search(text_search) VALUES ('rebuild');
UPDATE state SET value = '' WHERE name = 'graph_by';
)sql";

constexpr std::array steps = {articles_step, graph_step, search_step};

}  // namespace

std::uint32_t schema_version() {
    return steps.size();
}

std::uint32_t stored_schema(Database& database) {
    const auto application = database.number("PRAGMA application_id");
    const auto version = database.number("PRAGMA user_version");
    if (application == 0 && version == 0 && database.number("SELECT count(*) FROM sqlite_master") == 0) return 0;
    if (application != store_application)
        throw Error(database.where() + ": is a database, but no store of this program. Name another file.");
    if (version > schema_version())
        throw Error(database.where() + ": was written by a newer program (form " + std::to_string(version) +
                    ", this program knows " + std::to_string(schema_version()) +
                    "). Use that program, or add the articles to a new store.");
    if (version < 1) database.damaged("its form has no number");
    return static_cast<std::uint32_t>(version);
}

void migrate(Database& database, std::uint32_t to) {
    if (stored_schema(database) >= to) return;
    Transaction transaction(database, Transaction::Kind::writing);
    for (auto version = stored_schema(database); version < to; ++version) {  // asked again: nobody else can now
        database.script(steps.at(version));
        database.script(("PRAGMA application_id = " + std::to_string(store_application) +
                         "; PRAGMA user_version = " + std::to_string(version + 1))
                            .c_str());
    }
    transaction.commit();
}

}  // namespace chancery
