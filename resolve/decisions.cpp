// What users decide about identity, applied on every run.
//
// A line names a node by what it is, not by an id that may change: family and name, when needed its country or the
// article it is known in. Splits name an article by its hash and the words by their bytes, so that they hold as long as
// the text does.
//
// Types, drops and splits change the facts before anything is joined; merges, partings and names are handed on to
// resolve() as pairs of signatures.
#include "resolve/decisions.hpp"

#include <algorithm>
#include <array>
#include <charconv>

#include "record/table.hpp"
#include "resolve/name_key.hpp"

namespace chancery {

namespace {

constexpr std::array<std::string_view, 6> actions = {"merge", "apart", "rename", "retype", "drop", "split"};
constexpr std::array<std::string_view, 5> families = {"person", "institution", "country", "place", "group"};

class Reader {
  public:
    Reader(const Table& table, const std::string& file) : table_(table), file_(file) {}

    std::vector<Decision> run() {
        std::vector<Decision> decisions;
        for (const auto& row : table_.rows()) decisions.push_back(read(row));
        return decisions;
    }

  private:
    Decision read(const Table::Row& row) const {
        Decision d;
        d.line = row.line;
        d.file = file_;
        const auto action = std::find(actions.begin(), actions.end(), row.cells[0]);
        if (action == actions.end())
            table_.fail(row, "'" + std::string(row.cells[0]) +
                                 "' is no action. Use merge, apart, rename, retype, drop or split");
        d.action = static_cast<Decision::Action>(action - actions.begin());
        d.target = value_of(row.cells[2]);
        if (d.action == Decision::Action::split) {
            read_split(row, d);
        } else {
            d.who = who_of(row, row.cells[1]);
        }
        const bool pair = d.action == Decision::Action::merge || d.action == Decision::Action::apart;
        if (pair) d.other = who_of(row, row.cells[2]);
        if (d.target.empty() && d.action != Decision::Action::drop) table_.fail(row, "the third column is empty");
        if (d.action == Decision::Action::retype && !entity_type(d.target))
            table_.fail(row,
                        "'" + d.target + "' is no type. Use person, official, institution, country, place or group");
        return d;
    }

    /// "FAMILY/NAME", "FAMILY/NAME/CC", either with "@ARTICLE".
    Decision::Who who_of(const Table::Row& row, std::string_view cell) const {
        Decision::Who who;
        const auto slash = cell.find('/');
        who.family = cell.substr(0, slash);
        if (who.family == "official") who.family = "person";
        if (slash == std::string_view::npos ||
            std::find(families.begin(), families.end(), who.family) == families.end())
            table_.fail(
                row, "'" + std::string(cell) + "' names no node. Write it like person/Maren Holt or place/Georgia/US");
        auto rest = cell.substr(slash + 1);
        if (const auto at = rest.rfind('@'); at != std::string_view::npos) {
            who.article = rest.substr(at + 1);
            rest = rest.substr(0, at);
        }
        const auto last = rest.rfind('/');
        if (last != std::string_view::npos && rest.size() - last == 3) {
            who.country = rest.substr(last + 1);
            rest = rest.substr(0, last);
        }
        if (rest.empty()) table_.fail(row, "'" + std::string(cell) + "' has no name");
        who.name = name_key(rest);
        return who;
    }

    void read_split(const Table::Row& row, Decision& d) const {
        const auto cell = row.cells[1];
        const auto colon = cell.find(':'), dash = cell.find('-', colon == std::string_view::npos ? 0 : colon);
        const auto number = [&](std::string_view digits, std::uint32_t& out) {
            const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), out);
            return error == std::errc() && end == digits.data() + digits.size();
        };
        const bool good = colon != std::string_view::npos && colon >= 8 && dash != std::string_view::npos &&
                          number(cell.substr(colon + 1, dash - colon - 1), d.where.begin) &&
                          number(cell.substr(dash + 1), d.where.end) && d.where.begin < d.where.end;
        if (!good)
            table_.fail(
                row,
                "'" + std::string(cell) +
                    "' names no words. Write the article's SHA-256 (8 digits or more), a colon, and the first byte "
                    "and the one past the last, like 1f0c9a2b:120-133");
        d.sha256 = cell.substr(0, colon);
    }

    const Table& table_;
    const std::string& file_;
};

bool fits(const Decision::Who& who, const Entity& entity, const ArticleFacts& facts) {
    if (entity.signature.family != who.family) return false;
    if (!who.country.empty() && entity.signature.country != who.country) return false;
    if (!who.article.empty() && facts.id != who.article) return false;
    if (name_key(entity.signature.name) == who.name || name_key(entity.label) == who.name) return true;
    return !who.article.empty() && std::any_of(entity.aliases.begin(), entity.aliases.end(),
                                               [&](const auto& alias) { return name_key(alias) == who.name; });
}

std::vector<Signature> signatures_of(const Decision::Who& who, const std::vector<ArticleFacts>& facts) {
    std::vector<Signature> found;
    for (const auto& article : facts)
        for (const auto& entity : article.entities)
            if (fits(who, entity, article)) found.push_back(entity.signature);
    std::sort(found.begin(), found.end());
    found.erase(std::unique(found.begin(), found.end()), found.end());
    return found;
}

void retype(Entity& entity, EntityType type) {
    entity.type = type;
    entity.signature.family = family_of(type);
}

void drop(ArticleFacts& facts, std::uint32_t entity) {
    std::erase_if(facts.assertions, [&](const Assertion& a) { return a.subject == entity || a.object == entity; });
    facts.entities.erase(facts.entities.begin() + entity);
    for (auto& a : facts.assertions)
        for (auto* end : {&a.subject, &a.object, &a.speaker}) {
            if (*end == entity) *end = no_entity;
            if (*end != no_entity && *end > entity) --*end;
        }
}

/// The words at `where` become an entity of their own, with the relations that rest on them.
bool split(ArticleFacts& facts, const Decision& d) {
    const auto inside = [&](Span mark) { return mark.begin < d.where.end && d.where.begin < mark.end; };
    auto old = no_entity;
    for (const auto& a : facts.assertions) {
        if (inside(a.subject_mark)) old = a.subject;
        if (inside(a.object_mark)) old = a.object;
    }
    if (old == no_entity) return false;
    auto made = facts.entities[old];
    made.label = made.signature.name = d.target;
    made.aliases.clear();
    made.mentions = 1;
    made.signature.offices.clear();
    made.signature.article.clear();
    const auto index = static_cast<std::uint32_t>(facts.entities.size());
    for (auto& a : facts.assertions) {
        if (inside(a.subject_mark) && a.subject == old) a.subject = index;
        if (inside(a.object_mark) && a.object == old) a.object = index;
    }
    facts.entities.push_back(std::move(made));
    return true;
}

/// Two of one name are told apart by their article: who is named with one becomes known inside it alone.
void set_aside(const Decision& d, ArticleFacts& facts) {
    if (d.who.article.empty()) return;
    for (auto& entity : facts.entities)
        if (fits(d.who, entity, facts)) entity.signature.article = facts.id;
}

bool change(const Decision& d, ArticleFacts& facts) {
    if (d.action == Decision::Action::split) return facts.sha256.starts_with(d.sha256) && split(facts, d);
    bool changed = false;
    for (auto e = static_cast<std::uint32_t>(facts.entities.size()); e-- > 0;) {
        if (!fits(d.who, facts.entities[e], facts)) continue;
        changed = true;
        if (d.action == Decision::Action::drop)
            drop(facts, e);
        else
            retype(facts.entities[e], *entity_type(d.target));
    }
    return changed;
}

}  // namespace

std::vector<Decision> parse_decisions(std::string text, const std::string& name) {
    constexpr std::array<std::string_view, 3> columns = {"action", "who", "target"};
    const auto table = Table::parse(std::move(text), name, columns);
    return Reader(table, name).run();
}

std::vector<Decision> read_decisions(const std::filesystem::path& file) {
    return parse_decisions(read_file(file), file.string());
}

Decided apply_decisions(const std::vector<Decision>& decisions, std::vector<ArticleFacts>& facts) {
    Decided result;
    for (const auto& d : decisions) {
        bool used = false;
        if (d.action == Decision::Action::split || d.action == Decision::Action::retype ||
            d.action == Decision::Action::drop)
            for (auto& article : facts) used |= change(d, article);
        if (!used && d.action != Decision::Action::merge && d.action != Decision::Action::apart &&
            d.action != Decision::Action::rename)
            result.idle.push_back(d.file + ":" + std::to_string(d.line));
    }
    for (const auto& d : decisions)
        if (d.action == Decision::Action::apart)
            for (auto& article : facts) set_aside(d, article);
    for (const auto& d : decisions) {
        const bool pair = d.action == Decision::Action::merge || d.action == Decision::Action::apart;
        if (!pair && d.action != Decision::Action::rename) continue;
        const auto ones = signatures_of(d.who, facts);
        const auto others = pair ? signatures_of(d.other, facts) : ones;
        if (ones.empty() || others.empty()) result.idle.push_back(d.file + ":" + std::to_string(d.line));
        if (d.action == Decision::Action::rename)
            for (const auto& one : ones) result.rulings.labels.emplace_back(one, d.target);
        else
            for (const auto& one : ones)
                for (const auto& other : others)
                    (d.action == Decision::Action::merge ? result.rulings.same : result.rulings.apart)
                        .emplace_back(one, other);
    }
    return result;
}

}  // namespace chancery
