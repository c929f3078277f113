#pragma once
#include <chrono>
#include <cstdint>
#include <filesystem>
#include <limits>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>

struct sqlite3;
struct sqlite3_stmt;

namespace chancery {

/// Bytes bound as a blob, not as text.
struct Blob {
    std::string_view bytes;
};

/// A statement at work. Views of columns live until the next next().
class Query {
  public:
    Query(class Database& database, sqlite3_stmt* statement) : database_(&database), statement_(statement) {}
    Query(Query&& other) noexcept : database_(other.database_), statement_(other.statement_) {
        other.statement_ = nullptr;
    }
    Query(const Query&) = delete;
    Query& operator=(const Query&) = delete;
    Query& operator=(Query&&) = delete;
    ~Query();  ///< ready for its next use

    /// Steps to the next row; false when there is none.
    bool next();

    /// The columns of the row from the first on, one for each slot.
    template <typename... Slots>
    void read(Slots&... slots) const {
        int column = 0;
        (get(column++, slots), ...);
    }
    [[nodiscard]] std::string_view view(int column) const;
    [[nodiscard]] std::int64_t number(int column) const;
    [[nodiscard]] bool null(int column) const;

    void bind(int place, std::string_view text);
    void bind(int place, const std::string& text) { bind(place, std::string_view(text)); }
    void bind(int place, const char* text) { bind(place, std::string_view(text)); }
    void bind(int place, Blob blob);
    void bind(int place, std::nullptr_t);
    void bind(int place, std::int64_t number);
    template <typename Number>
    requires std::is_integral_v<Number>
    void bind(int place, Number number) { bind(place, static_cast<std::int64_t>(number)); }
    template <typename Value>
    void bind(int place, const std::optional<Value>& value) {
        value ? bind(place, *value) : bind(place, nullptr);
    }

  private:
    void get(int column, std::string& slot) const { slot = view(column); }
    void get(int column, bool& slot) const { slot = number(column) != 0; }
    template <typename Number>
    requires std::is_integral_v<Number>
    void get(int column, Number& slot) const {
        const auto value = number(column);
        if constexpr (sizeof(Number) < sizeof value)
            if (value < std::int64_t{std::numeric_limits<Number>::min()} ||
                value > std::int64_t{std::numeric_limits<Number>::max()})
                out_of_range();
        slot = static_cast<Number>(value);
    }
    [[noreturn]] void out_of_range() const;

    Database* database_;
    sqlite3_stmt* statement_;
};

/// One connection to one SQLite file. Statements are prepared once. Throws Error "PATH: what. what to do".
class Database {
  public:
    enum class Access : std::uint8_t { read, write };  ///< write: the file is made when missing
    Database(const std::filesystem::path& path, Access access, std::chrono::milliseconds wait);
    Database(const Database&) = delete;
    Database& operator=(const Database&) = delete;
    ~Database();

    /// A statement with its parameters bound in order. REQUIRES: `sql` lives as long as the program, and no other query
    /// of the same `sql` is at work.
    template <typename... Values>
    Query ask(const char* sql, const Values&... values) {
        Query query(*this, prepared(sql));
        int place = 0;
        (query.bind(++place, values), ...);
        return query;
    }

    /// Runs a statement to its end.
    template <typename... Values>
    void run(const char* sql, const Values&... values) {
        auto query = ask(sql, values...);
        while (query.next()) {
        }
    }

    /// The first column of the first row; 0 without a row.
    template <typename... Values>
    std::int64_t number(const char* sql, const Values&... values) {
        auto query = ask(sql, values...);
        return query.next() ? query.number(0) : 0;
    }

    /// Runs statements without parameters or rows.
    void script(const char* sql);

    [[nodiscard]] std::int64_t last_key() const;
    [[nodiscard]] std::int64_t changes() const;  ///< rows that the last statement changed
    [[nodiscard]] bool in_transaction() const;
    [[nodiscard]] const std::string& where() const { return where_; }

    [[noreturn]] void fail(int code);                        ///< as SQLite says it
    [[noreturn]] void damaged(std::string_view what) const;  ///< what is stored makes no sense

  private:
    struct Close {
        void operator()(sqlite3* handle) const;
        void operator()(sqlite3_stmt* statement) const;
    };
    sqlite3_stmt* prepared(const char* sql);

    std::string where_;
    std::unique_ptr<sqlite3, Close> handle_;
    std::map<const char*, std::unique_ptr<sqlite3_stmt, Close>> statements_;
};

/// Begins a transaction; undone unless commit() is called.
class Transaction {
  public:
    enum class Kind : std::uint8_t { reading, writing };
    Transaction(Database& database, Kind kind);
    Transaction(const Transaction&) = delete;
    Transaction& operator=(const Transaction&) = delete;
    ~Transaction();
    void commit();

  private:
    Database* database_;
};

}  // namespace chancery
