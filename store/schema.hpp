#pragma once
#include <cstdint>

namespace chancery {

class Database;

/// "Chan" in the header of the file, by which a store is known.
inline constexpr std::int64_t store_application = 0x4368616e;

/// The form of the tables that this program writes. PRAGMA user_version of a file.
[[nodiscard]] std::uint32_t schema_version();

/// The form that a file has; 0 for an empty one. Throws Error when it is no store, or of a newer program.
[[nodiscard]] std::uint32_t stored_schema(Database& database);

/// Makes the tables, or brings those of an older form up to `to`, each step in one transaction. Needs write access.
/// REQUIRES: to <= schema_version().
void migrate(Database& database, std::uint32_t to);

}  // namespace chancery
