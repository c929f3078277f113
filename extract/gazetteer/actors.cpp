// Actor dictionaries of event coders.
//
// PETRARCH writes a name, its synonyms with a plus before them, and indented codes that may hold for a time:
//
//     ANA_ROJAS_ ; a comment
//     +PRESIDENT_ROJAS_
//         [CHLGOV 180311-220311]
//         [CHLELI >220311]
//
// TABARI writes one name and its codes on a line: `ANA_ROJAS [CHLGOV 180311-220311]`. A code begins with the country;
// what follows it (GOV, MIL, MED ...) tells what kind of actor it is. Two-digit years from 50 on are of the last
// century.
#include <algorithm>
#include <array>

#include "extract/gazetteer/gazetteer.hpp"
#include "record/error.hpp"

namespace chancery {

namespace {

std::string_view trimmed(std::string_view text) {
    while (!text.empty() && (text.front() == ' ' || text.front() == '\t')) text.remove_prefix(1);
    while (!text.empty() && (text.back() == ' ' || text.back() == '\t' || text.back() == '\r')) text.remove_suffix(1);
    return text;
}

/// "ANA_ROJAS_" -> "Ana Rojas"; acronyms of up to four letters keep their capitals.
std::string name_of_entry(std::string_view entry) {
    std::string name;
    std::size_t word = 0;
    for (const char c : entry) {
        if (c == '_' || c == ' ') {
            if (!name.empty() && name.back() != ' ') name.push_back(' ');
            word = name.size();
            continue;
        }
        const bool first = name.size() == word;
        name.push_back(!first && c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c);
    }
    while (name.ends_with(' ')) name.pop_back();
    if (name.find(' ') == std::string::npos && name.size() <= 4)
        for (auto& c : name)
            if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 'a' + 'A');
    return name;
}

class ActorReader {
  public:
    ActorReader(const std::string& text, const std::string& name, const Lexicon& lexicon)
        : text_(text), name_(name), lexicon_(lexicon) {}

    std::vector<KnownEntity> run() {
        for (std::size_t at = 0; at < text_.size();) {
            const auto end = std::min(text_.find('\n', at), text_.size());
            std::string_view line(text_.data() + at, end - at);
            at = end + 1;
            ++number_;
            line = line.substr(0, std::min(line.find('#'), line.find(';')));
            const bool indented = !line.empty() && (line.front() == ' ' || line.front() == '\t');
            line = trimmed(line);
            if (!line.empty()) read(line, indented);
        }
        finish();
        return std::move(known_);
    }

  private:
    [[noreturn]] void fail(const std::string& what) const {
        throw Error(name_ + ":" + std::to_string(number_) + ": " + what +
                    ". Lines are a name, \"+synonym\", or a code in brackets like [CHLGOV 180311-220311].");
    }

    void read(std::string_view line, bool indented) {
        const auto bracket = line.find('[');
        const auto name = trimmed(line.substr(0, bracket));
        if (!name.empty() && name.front() == '+') {
            if (!open_) fail("a synonym without a name before it");
            current_.names.push_back(name_of_entry(name.substr(1)));
        } else if (!name.empty()) {
            if (indented) fail("'" + std::string(name.substr(0, 40)) + "' is indented and no code");
            finish();
            open_ = true;
            current_ = {};
            current_.name = name_of_entry(name);
            if (current_.name.empty()) fail("a name without letters");
        }
        for (auto rest = bracket == std::string_view::npos ? std::string_view() : line.substr(bracket);
             !rest.empty();) {
            const auto end = rest.find(']');
            if (rest.front() != '[' || end == std::string_view::npos) fail("a code without its brackets");
            if (!open_) fail("a code without a name before it");
            code(trimmed(rest.substr(1, end - 1)));
            rest = trimmed(rest.substr(end + 1));
        }
    }

    /// "CHLGOV", "CHLGOV 180311-220311", "CHLELI >220311", "CHLOPP <180311".
    void code(std::string_view text) {
        KnownEntity::Code found;
        const auto space = text.find_first_of(" \t");
        found.code = text.substr(0, space);
        auto when = space == std::string_view::npos ? std::string_view() : trimmed(text.substr(space));
        if (when.starts_with("<")) {
            found.to = date(when.substr(1));
        } else if (when.starts_with(">")) {
            found.from = date(when.substr(1));
        } else if (!when.empty()) {
            const auto dash = when.find('-');
            if (dash == std::string_view::npos) fail("'" + std::string(when.substr(0, 40)) + "' is no range of dates");
            found.from = date(trimmed(when.substr(0, dash)));
            found.to = date(trimmed(when.substr(dash + 1)));
        }
        if (!found.code.empty() && found.code != "---" && found.code != "###")
            current_.codes.push_back(std::move(found));
    }

    /// YYMMDD or YYYYMMDD as an ISO date.
    std::string date(std::string_view digits) const {
        const bool good = (digits.size() == 6 || digits.size() == 8) &&
                          std::all_of(digits.begin(), digits.end(), [](char c) { return c >= '0' && c <= '9'; });
        if (!good) fail("'" + std::string(digits.substr(0, 40)) + "' is no date like 180311 or 20180311");
        std::string year(digits.substr(0, digits.size() - 4));
        if (year.size() == 2) year.insert(0, year[0] >= '5' ? "19" : "20");
        const auto rest = digits.substr(digits.size() - 4);
        return year + "-" + std::string(rest.substr(0, 2)) + "-" + std::string(rest.substr(2));
    }

    void finish() {
        if (!open_) return;
        open_ = false;
        if (current_.codes.empty()) return;
        const auto& code = current_.codes.front().code;
        for (const auto& country : lexicon_.countries)
            if (!country.cameo.empty() && code.starts_with(country.cameo)) current_.country = country.iso2;
        const auto role = code.size() > 3 ? std::string_view(code).substr(3, 3) : std::string_view();
        const auto first = fold(current_.name.substr(0, current_.name.find(' ')));
        const bool human = current_.name.find(' ') != std::string::npos && lexicon_.given_names.contains(first);
        constexpr std::array<std::string_view, 6> offices = {"GOV", "MIL", "JUD", "LEG", "SPY", "COP"};
        if (human)
            current_.type = std::find(offices.begin(), offices.end(), role) != offices.end() ? EntityType::official
                                                                                             : EntityType::person;
        else
            current_.type = role.empty() && !current_.country.empty() ? EntityType::country : EntityType::institution;
        known_.push_back(std::move(current_));
    }

    const std::string& text_;
    const std::string& name_;
    const Lexicon& lexicon_;
    std::size_t number_ = 0;
    KnownEntity current_;
    bool open_ = false;
    std::vector<KnownEntity> known_;
};

}  // namespace

std::vector<KnownEntity> parse_actors(const std::string& text, const std::string& name, const Lexicon& lexicon) {
    return ActorReader(text, name, lexicon).run();
}

}  // namespace chancery
