// JSON Lines, arrays of objects, and objects one after another are one thing here: objects with commas, brackets or
// line ends between them. A scanner cuts the objects out without parsing them; each is then parsed alone.
#include "extract/input/json.hpp"

#include <nlohmann/json.hpp>
#include <utility>

namespace chancery {

namespace {

using Json = nlohmann::json;

constexpr std::size_t deepest = 200;  ///< objects and arrays inside each other

/// Takes the wanted keys of the outermost object and lets everything else pass.
class Picker final : public nlohmann::json_sax<Json> {
  public:
    explicit Picker(const Fields& fields) : fields_(fields), record(fields) {}

    bool key(string_t& key) override {
        if (depth_ == 1) place_ = fields_.place(key);
        return true;
    }
    bool string(string_t& value) override {
        const bool listed = depth_ == 2 && in_list_;
        if (place_ && (depth_ == 1 || listed)) record.set(*place_, std::move(value));
        return true;
    }
    bool number_integer(number_integer_t value) override { return number(std::to_string(value)); }
    bool number_unsigned(number_unsigned_t value) override { return number(std::to_string(value)); }
    bool start_object(std::size_t) override { return open(false); }
    bool start_array(std::size_t) override { return open(true); }
    bool end_object() override { return close(); }
    bool end_array() override { return close(); }
    bool null() override { return true; }
    bool boolean(bool) override { return true; }
    bool number_float(number_float_t, const string_t&) override { return true; }
    bool binary(binary_t&) override { return true; }
    bool parse_error(std::size_t, const std::string&, const nlohmann::detail::exception&) override { return false; }

  private:
    bool open(bool list) {
        ++depth_;
        if (depth_ == 2) in_list_ = list && place_ && place_->field == Field::url;
        return depth_ <= deepest;
    }
    bool close() {
        --depth_;
        return true;
    }
    bool number(std::string digits) {
        if (place_ && depth_ == 1 && place_->field == Field::id) record.set(*place_, std::move(digits));
        return true;
    }

    const Fields& fields_;
    std::optional<Fields::Place> place_;
    std::size_t depth_ = 0;
    bool in_list_ = false;

  public:
    Record record;
};

int hex(char c) {
    return c >= '0' && c <= '9' ? c - '0' : (c | 32) >= 'a' && (c | 32) <= 'f' ? (c | 32) - 'a' + 10 : -1;
}

/// The code unit of the escape \uXXXX at `at`; -1 for none.
int unit(std::string_view text, std::size_t at) {
    if (at + 6 > text.size() || text[at] != '\\' || text[at + 1] != 'u') return -1;
    int value = 0;
    for (std::size_t i = at + 2; i < at + 6; ++i) {
        if (hex(text[i]) < 0) return -1;
        value = value * 16 + hex(text[i]);
    }
    return value;
}

std::size_t utf8_length(std::string_view s) {
    const auto byte = [&](std::size_t i) { return i < s.size() ? static_cast<unsigned char>(s[i]) : 0U; };
    const auto follows = [&](std::size_t i) { return (byte(i) & 0xc0U) == 0x80U; };
    const auto lead = byte(0);
    if (lead < 0x80) return 1;
    if (lead >= 0xc2 && lead < 0xe0) return follows(1) ? 2 : 0;
    if (lead >= 0xe0 && lead < 0xf0) {
        const bool good =
            follows(1) && follows(2) && (lead != 0xe0 || byte(1) >= 0xa0) && (lead != 0xed || byte(1) < 0xa0);
        return good ? 3 : 0;
    }
    const bool good = lead >= 0xf0 && lead < 0xf5 && follows(1) && follows(2) && follows(3) &&
                      (lead != 0xf0 || byte(1) >= 0x90) && (lead != 0xf4 || byte(1) < 0x90);
    return good ? 4 : 0;
}

/// The object with what no JSON reader takes in strings replaced by U+FFFD.
std::string mend(std::string_view text) {
    std::string out;
    for (std::size_t i = 0; i < text.size();) {
        const auto length = utf8_length(text.substr(i));
        const auto value = unit(text, i);
        if (value >= 0xd800 && value < 0xdc00 && unit(text, i + 6) >= 0xdc00 && unit(text, i + 6) < 0xe000) {
            out.append(text, i, 12);
            i += 12;
        } else if (value >= 0xd800 && value < 0xe000) {
            out += "\\ufffd";
            i += 6;
        } else if (text[i] == '\\' && i + 1 < text.size() && text[i + 1] >= ' ') {
            out.append(text, i, 2);
            i += 2;
        } else if (length == 0 || (length == 1 && text[i] >= 0 && text[i] < ' ')) {
            out += text[i] == '\t' || text[i] == '\r' || text[i] == '\n' ? " " : "\\ufffd";
            ++i;
        } else {
            out.append(text, i, length);
            i += length;
        }
    }
    return out;
}

/// Parses an object, after mending it if need be; nothing when it is none.
std::optional<Record> parse_object(std::string_view object, const Fields& fields, bool& mended) {
    const auto parse = [&](std::string_view text) -> std::optional<Record> {
        Picker picker(fields);
        if (text.find_first_not_of(" \t\r\n") != text.find('{') || text.find('{') == text.npos) return std::nullopt;
        if (!Json::sax_parse(text, &picker)) return std::nullopt;
        return std::move(picker.record);
    };
    mended = false;
    if (auto record = parse(object)) return record;
    const auto better = mend(object);
    if (better == object) return std::nullopt;
    auto record = parse(better);
    mended = record.has_value();
    return record;
}

bool space(char c) {
    return c == ' ' || c == '\t' || c == '\r' || c == '\n';
}

/// Cuts one object out of a stream, byte by byte.
class ObjectScanner {
  public:
    enum class State : std::uint8_t { inside, complete, broken };

    /// REQUIRES: the first byte given is the "{" of the object.
    State step(char c) {
        if (in_string_) return in_string(c);
        const bool after_key = last_ == ':' || last_ == '[' || last_ == ',' || last_ == '\0';
        const bool line_start = fresh_line_;
        if (space(c)) {
            fresh_line_ = fresh_line_ || c == '\n';
            return State::inside;
        }
        fresh_line_ = false;
        if (c == '{' && line_start && (!after_key || (depth_ == 1 && last_ == ','))) return State::broken;
        last_ = c;
        if (c == '"') in_string_ = true;
        if (c == '{' || c == '[') ++depth_;
        if (c == '}' || c == ']') --depth_;
        return depth_ == 0 ? State::complete : State::inside;
    }

  private:
    State in_string(char c) {
        if (c == '\n') return State::broken;
        in_string_ = escaped_ || c != '"';
        escaped_ = !escaped_ && c == '\\';
        return State::inside;
    }

    std::uint64_t depth_ = 0;
    char last_ = '\0';
    bool in_string_ = false, escaped_ = false, fresh_line_ = false;
};

class JsonReader final : public MemberReader {
  public:
    JsonReader(Member member, const Fields& fields) : MemberReader(std::move(member)), fields_(fields) {}

    std::optional<Found> next() override {
        if (loss_) return *std::exchange(loss_, std::nullopt);
        if (!reach_object()) return std::nullopt;
        ++number_;
        where_ = member_.where + ":" + std::to_string(line_);
        if (junk_) {
            junk_ = false;
            skip_line();
            return Note{where_, no_record()};
        }
        object_.clear();
        const auto state = cut_object();
        if (state == ObjectScanner::State::inside) {  // the end came first
            if (!trouble().empty()) return std::nullopt;
            return Note{where_, "ends in the middle of an object. The file may be cut short."};
        }
        if (state == ObjectScanner::State::broken) return Note{where_, no_record()};
        if (object_.size() > limits().article) return Note{where_, too_long()};
        return document();
    }

  private:
    [[nodiscard]] std::string no_record() const {
        return "is no JSON object with \"" + fields_.text_key() +
               "\". Write one article a line; --field text=KEY names another key.";
    }

    Found document() {
        bool mended = false;
        auto document = parse_json_record(object_, fields_, mended);
        if (!document) return Note{where_, no_record()};
        if (blank(document->bytes)) return Note{where_, "is empty. Give an article in \"" + fields_.text_key() + "\"."};
        if (document->hints.id.empty()) document->hints.id = member_.id + "-" + std::to_string(number_);
        document->where = where_;
        if (mended) loss_ = Note{where_, "held lone surrogates or broken bytes, read as U+FFFD.", false, false};
        return std::move(*document);
    }

    /// Goes to the next "{", or to something that is no JSON. False at the end.
    bool reach_object() {
        while (!member_.bytes.at_end()) {
            const auto block = member_.bytes.peek(1U << 12U);
            std::size_t i = 0;
            for (; i < block.size(); ++i) {
                if (block[i] == '\n') ++line_;
                if (!space(block[i]) && block[i] != ',' && block[i] != '[' && block[i] != ']' && block[i] != '\x1e')
                    break;
            }
            const bool found = i < block.size();
            junk_ = found && block[i] != '{';
            member_.bytes.take(i);
            if (found) return true;
        }
        return false;
    }

    void skip_line() {
        std::string none;
        member_.bytes.line(none, 0);
        ++line_;
    }

    ObjectScanner::State cut_object() {
        ObjectScanner scanner;
        auto state = ObjectScanner::State::inside;
        while (state == ObjectScanner::State::inside && !member_.bytes.at_end()) {
            const auto block = member_.bytes.peek(1U << 14U);
            std::size_t i = 0;
            while (i < block.size() && state == ObjectScanner::State::inside) {
                state = scanner.step(block[i]);
                if (state == ObjectScanner::State::broken) break;  // the byte begins something else
                if (block[i] == '\n') ++line_;
                ++i;
            }
            if (object_.size() <= limits().article) object_.append(block.substr(0, i));
            member_.bytes.take(i);
        }
        return state;
    }

    const Fields& fields_;
    std::string object_, where_;
    std::uint64_t line_ = 1, number_ = 0;
    bool junk_ = false;
    std::optional<Note> loss_;  ///< of the object handed out last
};

}  // namespace

std::optional<Document> parse_json_record(std::string_view object, const Fields& fields, bool& mended) {
    auto record = parse_object(object, fields, mended);
    return record ? record->take() : std::nullopt;
}

std::optional<ArticleHints> parse_json_hints(std::string_view object) {
    static const Fields fields;
    bool mended = false;
    const auto record = parse_object(object, fields, mended);
    return record ? std::optional(record->hints()) : std::nullopt;
}

bool looks_like_json(std::string_view head) {
    std::size_t i = 0;
    const auto blanks = [&] {
        while (i < head.size() && space(head[i])) ++i;
        return i < head.size() ? head[i] : '\0';
    };
    if (blanks() == '[') ++i;
    if (blanks() != '{') return false;
    ++i;
    if (blanks() != '"') return false;
    for (++i; i < head.size() && head[i] != '"' && head[i] != '\n'; ++i)
        if (head[i] == '\\') ++i;
    if (i >= head.size() || head[i] != '"') return false;
    ++i;
    return blanks() == ':';
}

std::unique_ptr<Reader> read_json_records(Member member, const Fields& fields) {
    return std::make_unique<JsonReader>(std::move(member), fields);
}

}  // namespace chancery
