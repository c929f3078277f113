#include "store/sqlite.hpp"

#include <sqlite3.h>

#include "record/error.hpp"

namespace chancery {

Query::~Query() {
    if (statement_ == nullptr) return;
    sqlite3_reset(statement_);
    sqlite3_clear_bindings(statement_);
}

bool Query::next() {
    const auto result = sqlite3_step(statement_);
    if (result == SQLITE_ROW) return true;
    if (result != SQLITE_DONE) database_->fail(result);
    return false;
}

std::string_view Query::view(int column) const {
    // the text first: it may convert the value, which changes its size
    const auto* text = reinterpret_cast<const char*>(sqlite3_column_type(statement_, column) == SQLITE_BLOB
                                                         ? sqlite3_column_blob(statement_, column)
                                                         : sqlite3_column_text(statement_, column));
    const auto size = static_cast<std::size_t>(sqlite3_column_bytes(statement_, column));
    return text == nullptr ? std::string_view() : std::string_view(text, size);
}

std::int64_t Query::number(int column) const {
    return sqlite3_column_int64(statement_, column);
}

bool Query::null(int column) const {
    return sqlite3_column_type(statement_, column) == SQLITE_NULL;
}

void Query::bind(int place, std::string_view text) {
    const auto* bytes = text.data() == nullptr ? "" : text.data();
    if (const auto r = sqlite3_bind_text64(statement_, place, bytes, text.size(), SQLITE_TRANSIENT, SQLITE_UTF8);
        r != SQLITE_OK)
        database_->fail(r);
}

void Query::bind(int place, Blob blob) {
    const auto* bytes = blob.bytes.data() == nullptr ? "" : blob.bytes.data();
    if (const auto r = sqlite3_bind_blob64(statement_, place, bytes, blob.bytes.size(), SQLITE_TRANSIENT);
        r != SQLITE_OK)
        database_->fail(r);
}

void Query::bind(int place, std::nullptr_t) {
    sqlite3_bind_null(statement_, place);
}

void Query::bind(int place, std::int64_t number) {
    if (const auto r = sqlite3_bind_int64(statement_, place, number); r != SQLITE_OK) database_->fail(r);
}

void Query::out_of_range() const {
    database_->damaged("a number is out of range");
}

void Database::Close::operator()(sqlite3* handle) const {
    sqlite3_close_v2(handle);
}

void Database::Close::operator()(sqlite3_stmt* statement) const {
    sqlite3_finalize(statement);
}

namespace {

/// The address of a file that nobody can change. SQLite then needs no files beside it.
std::string unchanging(std::string_view path) {
    constexpr std::string_view digits = "0123456789abcdef";
    std::string address = "file:";
    for (const char c : path) {
        const auto byte = static_cast<unsigned char>(c);
        if (c == '%' || c == '?' || c == '#')
            address.append({'%', digits[byte >> 4U], digits[byte & 15U]});
        else
            address.push_back(c);
    }
    return address + "?immutable=1";
}

}  // namespace

Database::Database(const std::filesystem::path& path, Access access, std::chrono::milliseconds wait)
    : where_(path.string()) {
    const auto open = [&](const std::string& name, int flags) {
        sqlite3* handle = nullptr;
        const auto result = sqlite3_open_v2(name.c_str(), &handle, flags | SQLITE_OPEN_NOMUTEX, nullptr);
        handle_.reset(handle);
        if (result != SQLITE_OK) fail(result);
        sqlite3_extended_result_codes(handle, 1);
        sqlite3_busy_timeout(handle, static_cast<int>(wait.count()));
        sqlite3_db_config(handle, SQLITE_DBCONFIG_DEFENSIVE, 1, nullptr);
        sqlite3_db_config(handle, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, nullptr);
    };
    // a path that begins with "file:" is a path, too
    const auto plain = path.is_absolute() ? path.string() : "./" + path.string();
    open(plain, access == Access::write ? SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE : SQLITE_OPEN_READONLY);
    // in a folder that cannot be written, WAL cannot make its files; without a log it needs none
    std::error_code trouble;
    if (access == Access::read &&
        (sqlite3_exec(handle_.get(), "SELECT 1 FROM sqlite_master", nullptr, nullptr, nullptr) & 0xff) ==
            SQLITE_CANTOPEN &&
        !std::filesystem::exists(plain + "-wal", trouble))
        open(unchanging(plain), SQLITE_OPEN_READONLY | SQLITE_OPEN_URI);
    if (access == Access::write && sqlite3_db_readonly(handle_.get(), "main") == 1)
        throw Error(where_ + ": may not be written. Check its rights and those of its folder.");
}

Database::~Database() {
    statements_.clear();  // before the connection
}

sqlite3_stmt* Database::prepared(const char* sql) {
    auto& statement = statements_[sql];
    if (!statement) {
        sqlite3_stmt* made = nullptr;
        if (const auto r = sqlite3_prepare_v3(handle_.get(), sql, -1, SQLITE_PREPARE_PERSISTENT, &made, nullptr);
            r != SQLITE_OK)
            fail(r);
        statement.reset(made);
    }
    return statement.get();
}

void Database::script(const char* sql) {
    if (const auto r = sqlite3_exec(handle_.get(), sql, nullptr, nullptr, nullptr); r != SQLITE_OK) fail(r);
}

std::int64_t Database::last_key() const {
    return sqlite3_last_insert_rowid(handle_.get());
}

std::int64_t Database::changes() const {
    return sqlite3_changes64(handle_.get());
}

bool Database::in_transaction() const {
    return sqlite3_get_autocommit(handle_.get()) == 0;
}

void Database::fail(int code) {
    const std::string reason = handle_ ? sqlite3_errmsg(handle_.get()) : sqlite3_errstr(code);
    const auto say = [&](const std::string& what) { throw Error(where_ + ": " + what); };
    switch (code & 0xff) {
        case SQLITE_BUSY:
        case SQLITE_LOCKED:
            say("another program is writing to it. Try again when it has ended, or wait longer with --wait SECONDS.");
            break;
        case SQLITE_FULL:
            say("there is no room left on the disk. Make room and run it again: what was added stays.");
            break;
        case SQLITE_READONLY:
            say("may not be written. Check its rights and those of its folder.");
            break;
        case SQLITE_CANTOPEN:
            say("cannot be opened (" + reason + "). Check the path and the rights of its folder.");
            break;
        case SQLITE_NOTADB:
            say("is no store. Give a file that chancery add made.");
            break;
        case SQLITE_CORRUPT:
            say("is damaged (" + reason + "). Go back to a copy of it, or add the articles to a new store.");
            break;
        case SQLITE_IOERR:
            say("cannot be read or written (" + reason + "). Check the disk and its free space: what was added stays.");
            break;
        default:
            break;
    }
    throw Error(where_ + ": " + reason + ". If it is no store of this program, name another file.");
}

void Database::damaged(std::string_view what) const {
    throw Error(where_ + ": is damaged (" + std::string(what) +
                "). Go back to a copy of it, or add the articles to a new store.");
}

Transaction::Transaction(Database& database, Kind kind) : database_(&database) {
    database.script(kind == Kind::writing ? "BEGIN IMMEDIATE" : "BEGIN");
}

Transaction::~Transaction() {
    if (database_ == nullptr || !database_->in_transaction()) return;
    try {
        database_->script("ROLLBACK");
    } catch (const Error&) {
        // the connection is closed next, which undoes it as well
    }
}

void Transaction::commit() {
    database_->script("COMMIT");
    database_ = nullptr;
}

}  // namespace chancery
