#pragma once
#include <cstdint>
#include <string>
#include <string_view>

#include "record/facts.hpp"
#include "record/relation_catalog.hpp"
#include "store/sqlite.hpp"

namespace chancery {

/// What was read in a text, as rows: the part of ArticleFacts that does not depend on the copy it came in.

/// Writes the reading of an article, unless an equal one by the same reader is there; its key. Relations are written by
/// name. REQUIRES: a transaction, and the rows of article and reader.
std::int64_t write_reading(Database& database, std::int64_t article, std::int64_t reader, const ArticleFacts& facts,
                           const RelationCatalog& catalog, std::string_view text);

/// Fills language, word_count, fingerprint, entities, assertions and problems of `facts`, whose id is set. Throws Error
/// when the rows do not fit together.
void read_reading(Database& database, std::int64_t reading, const RelationCatalog& catalog, ArticleFacts& facts);

/// The relations that the store knows.
[[nodiscard]] RelationCatalog read_catalog(Database& database);

/// Adds and changes rows until they are those of `catalog`; relations it does not know stay. True when a row changed.
bool write_catalog(Database& database, const RelationCatalog& catalog);

}  // namespace chancery
