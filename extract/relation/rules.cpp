// Reads the relation rules. An entry is a phrase in base form in which X stands for the object:
//   verbs = ["arrest", "call in X", "take X hostage", "impose sanctions on X"]      nouns = ["arrest of X", "talks
//   between S and X"]
// A verb without X takes its object directly. The words of an entry are fixed; articles, adjectives and adverbs between
// them are skipped when the text is read, so they are not written. `reversed` verbs have the relation's object as their
// grammatical subject ("receive aid from X").
#include "extract/relation/rules.hpp"

#include <toml++/toml.h>
#include <algorithm>

#include "record/error.hpp"
#include "record/table.hpp"

namespace chancery {

namespace {

std::vector<std::string> split(std::string_view text) {
    std::vector<std::string> words;
    for (std::size_t at = 0; at < text.size();) {
        const auto end = std::min(text.find(' ', at), text.size());
        if (end > at) words.emplace_back(text.substr(at, end - at));
        at = end + 1;
    }
    return words;
}

std::string plural(const std::string& noun) {
    if (noun.ends_with("y") && noun.size() > 1 &&
        std::string_view("aeiou").find(noun[noun.size() - 2]) == std::string_view::npos)
        return noun.substr(0, noun.size() - 1) + "ies";
    if (noun.ends_with("s") || noun.ends_with("sh") || noun.ends_with("ch") || noun.ends_with("x")) return noun + "es";
    return noun + "s";
}

std::string place_of(const std::string& file, const toml::node& node) {
    return file + ":" + std::to_string(node.source().begin.line);
}

}  // namespace

class RuleReader {
  public:
    RuleReader(Rules& rules, const VerbForms& forms, RelationCatalog& catalog)
        : rules_(rules), forms_(forms), catalog_(catalog) {}

    /// Takes in the blocks of a file; those of an id that is there already replace it.
    void take(const std::filesystem::path& path) {
        const auto file = path.string();
        toml::table document;
        try {
            document = toml::parse(read_file(path), file);
        } catch (const toml::parse_error& error) {
            throw Error(file + ":" + std::to_string(error.source().begin.line) + ": " +
                        std::string(error.description()) + ". Mend the TOML.");
        }
        for (const auto& [key, value] : document)
            if (key != "format" && key != "name" && key != "relation")
                throw Error(place_of(file, value) + ": unknown key '" + std::string(key.str()) +
                            "'. Known are format, name and [[relation]].");
        auto* blocks = document["relation"].as_array();
        if (blocks == nullptr) throw Error(file + ": holds no [[relation]]. Add one.");
        for (auto& block : *blocks) {
            if (!block.is_table())
                throw Error(place_of(file, block) + ": relation must be a table. Write [[relation]].");
            const auto id = (*block.as_table())["id"].value_or(std::string());
            if (id.empty()) throw Error(place_of(file, block) + ": a relation needs an id. Add one.");
            Block taken{file, std::move(*block.as_table())};
            const auto same = std::find_if(blocks_.begin(), blocks_.end(), [&](const Block& other) {
                return other.table["id"].value_or(std::string()) == id;
            });
            if (same == blocks_.end())
                blocks_.push_back(std::move(taken));
            else
                *same = std::move(taken);
        }
    }

    /// Turns the blocks that are not switched off into rules.
    void finish() {
        std::erase_if(blocks_, [](const Block& block) { return block.table["disable"].value_or(false); });
        for (const auto& block : blocks_) declare(block);
        for (const auto& block : blocks_) {
            file_ = block.file;
            add(block.table);
        }
        longest_first();
    }

  private:
    std::vector<std::string> strings(const toml::table& block, std::string_view key) {
        std::vector<std::string> result;
        const auto* node = block.get(key);
        if (node == nullptr) return result;
        if (!node->is_array())
            throw Error(place_of(file_, *node) + ": " + std::string(key) + " must be a list of strings.");
        for (const auto& item : *node->as_array()) {
            if (!item.is_string())
                throw Error(place_of(file_, item) + ": " + std::string(key) + " must hold strings only.");
            result.push_back(item.as_string()->get());
        }
        return result;
    }

    /// The value of a key that holds one string; empty when it is not there.
    std::string text(const toml::table& block, std::string_view key) {
        const auto* node = block.get(key);
        if (node == nullptr) return {};
        if (!node->is_string()) throw Error(place_of(file_, *node) + ": " + std::string(key) + " must be a string.");
        return node->as_string()->get();
    }
    bool flag(const toml::table& block, std::string_view key) {
        const auto* node = block.get(key);
        if (node == nullptr) return false;
        if (!node->is_boolean())
            throw Error(place_of(file_, *node) + ": " + std::string(key) + " must be true or false.");
        return node->as_boolean()->get();
    }
    /// The value of a key that takes one of a few words; empty when it is not there.
    std::string word(const toml::table& block, std::string_view key, const std::vector<std::string>& known) {
        auto value = text(block, key);
        if (!value.empty() && std::find(known.begin(), known.end(), value) == known.end())
            throw Error(place_of(file_, *block.get(key)) + ": " + std::string(key) + " = '" + value +
                        "' is not known. The nearest known one is '" + nearest(value, known) + "'.");
        return value;
    }

    std::uint8_t types(const toml::table& block, std::string_view key, std::uint8_t fallback) {
        std::string cell;
        static const std::vector<std::string> known = {"person",  "official", "institution",
                                                       "country", "place",    "group"};
        for (const auto& word : strings(block, key)) {
            if (!type_bits(word))
                throw Error(place_of(file_, *block.get(key)) + ": " + std::string(key) + " names an unknown type '" +
                            word + "'. The nearest known one is '" + nearest(word, known) + "'.");
            cell += (cell.empty() ? "" : "|") + word;
        }
        if (cell.empty()) return fallback;
        const auto bits = type_bits(cell);
        return static_cast<std::uint8_t>(*bits & fallback);
    }

    struct Block {
        std::string file;
        toml::table table;
    };

    /// A relation that the catalogue does not have comes with its rule.
    void declare(const Block& block) {
        file_ = block.file;
        auto id = text(block.table, "relation");
        if (id.empty()) id = text(block.table, "id");
        if (catalog_.find(id)) return;
        if (block.table.get("meaning") == nullptr) (void)catalog_.require(id, place_of(file_, block.table));
        Relation relation;
        relation.id = id;
        relation.kind = block.table.contains("kind") ? text(block.table, "kind") : "event";
        relation.symmetric = flag(block.table, "symmetric");
        relation.cameo = text(block.table, "cameo");
        relation.plover = text(block.table, "plover");
        relation.label = block.table.contains("label") ? text(block.table, "label") : id;
        std::replace(relation.label.begin(), relation.label.end(), '_', ' ');
        relation.meaning = text(block.table, "meaning");
        relation.subjects = types(block.table, "subject", 0x3f);
        relation.objects = types(block.table, "object", 0x3f);
        catalog_.add(std::move(relation));
    }

    std::vector<RuleExample> examples(const toml::table& block, std::string_view key, bool ends) {
        std::vector<RuleExample> result;
        const auto* node = block.get(key);
        if (node == nullptr) return result;
        const auto texts = strings(block, key);
        for (std::size_t i = 0; i < texts.size(); ++i) {
            RuleExample example;
            example.where = place_of(file_, node->as_array()->at(i));
            auto rest = std::string_view(texts[i]);
            for (auto* part : {&example.text, &example.subject, &example.object, &example.status}) {
                const auto bar = rest.find(" | ");
                *part = rest.substr(0, bar);
                rest = bar == std::string_view::npos ? std::string_view() : rest.substr(bar + 3);
            }
            if (ends && example.object.empty())
                throw Error(example.where + ": an example without its ends. Write \"SENTENCE | SUBJECT | OBJECT\".");
            if (example.status.empty()) example.status = "asserted";
            result.push_back(std::move(example));
        }
        return result;
    }

    /// What a list of entries says in full: "give/lend tank/boat to X" is four of them.
    std::vector<std::string> entries(const toml::table& block, std::string_view key) {
        std::vector<std::string> said;
        for (const auto& entry : strings(block, key)) {
            const auto from = said.size();
            said.emplace_back();
            for (const auto& word : split(entry)) {
                const std::vector<std::string> begun(said.begin() + static_cast<std::ptrdiff_t>(from), said.end());
                said.resize(from);
                for (const auto& beginning : begun)
                    for (std::size_t at = 0; at <= word.size();) {
                        const auto end = std::min(word.find('/', at), word.size());
                        said.push_back(beginning + (beginning.empty() ? "" : " ") + word.substr(at, end - at));
                        at = end + 1;
                    }
            }
        }
        return said;
    }

    void add(const toml::table& block) {
        static const std::vector<std::string> known = {
            "id",        "verbs",         "nouns",    "reversed", "not",         "subject",  "object",    "possessor",
            "relation",  "say",           "examples", "counter",  "kind",        "label",    "symmetric", "cameo",
            "plover",    "meaning",       "disable",  "doers",    "from_office", "to",       "of_deed",   "status",
            "over_harm", "over_dealings", "doer_in",  "chain",    "mutual",      "suffered", "by",        "not_by"};
        for (const auto& [key, value] : block)
            if (std::find(known.begin(), known.end(), key.str()) == known.end())
                throw Error(place_of(file_, value) + ": unknown key '" + std::string(key.str()) +
                            "'. The nearest known one is '" + nearest(key.str(), known) + "'.");
        Rule rule;
        rule.id = block["id"].value_or(std::string());
        rule.say = text(block, "say");
        for (const auto* key : {"meaning", "kind", "label", "cameo", "plover"}) (void)text(block, key);
        rule.examples = examples(block, "examples", true);
        rule.counters = examples(block, "counter", false);
        if (rule.examples.empty() || rule.counters.empty())
            throw Error(
                place_of(file_, block) + ": the relation " + rule.id +
                " has no examples or no counter examples. Add both: examples = [\"SENTENCE | SUBJECT | OBJECT\"] and "
                "counter = [\"SENTENCE in which it is not said\"].");
        rule.relation =
            catalog_.require(block.contains("relation") ? text(block, "relation") : rule.id, place_of(file_, block));
        const auto& relation = catalog_.at(rule.relation);
        rule.subjects = types(block, "subject", relation.subjects);
        rule.objects = types(block, "object", relation.objects);
        rule.possessor_is_object = !word(block, "possessor", {"object"}).empty();
        rule.planned = !word(block, "status", {"planned"}).empty();
        const auto to = word(block, "to", {"envoy", "subject"});
        rule.before_envoy = to == "envoy";
        rule.brought_to_doer = to == "subject";
        const auto of_deed = word(block, "of_deed", {"captor", "doer"});
        rule.asks_captor = of_deed == "captor";
        rule.blames_doer = of_deed == "doer";
        for (auto& word : strings(block, "doer_in")) rule.doer_in.insert(std::move(word));
        for (auto& word : strings(block, "by")) rule.by.insert(std::move(word));
        for (auto& word : strings(block, "not_by")) rule.not_by.insert(std::move(word));
        rule.chain = text(block, "chain");
        rule.mutual = flag(block, "mutual");
        for (auto& word : strings(block, "not")) rule.blockers.insert(std::move(word));
        const auto index = static_cast<std::uint16_t>(rules_.rules_.size());
        for (const auto& entry : entries(block, "verbs")) add_trigger(rule, index, entry, false, false);
        for (const auto& entry : entries(block, "reversed")) add_trigger(rule, index, entry, false, true);
        for (const auto& entry : entries(block, "nouns")) add_trigger(rule, index, entry, true, false);
        for (const auto& entry : entries(block, "doers")) add_trigger(rule, index, entry, true, false).doer = true;
        for (const auto& entry : entries(block, "from_office"))
            add_trigger(rule, index, entry, entry.ends_with(" of X"), false).alone = true;
        for (const auto& entry : entries(block, "suffered"))
            add_trigger(rule, index, entry, false, false).suffered = true;
        rule.over_harm = block.get("over_harm") != nullptr;
        for (const auto* key : {"over_harm", "over_dealings"})
            for (const auto& word : strings(block, key))
                for (auto& [form, kind] : forms_.of(word)) rules_.governing_.emplace(form, index);
        rules_.rules_.push_back(std::move(rule));
    }

    Trigger& add_trigger(const Rule& rule, std::uint16_t index, const std::string& entry, bool noun, bool reversed) {
        const auto words = split(entry);
        if (words.empty() || words[0] == "X")
            throw Error(file_ + ": relation " + rule.id + ": the entry '" + entry + "' must begin with a word.");
        Trigger trigger{rule.relation, index, noun, reversed, words[0], {}, {}, false};
        bool seen = false;
        for (std::size_t i = 1; i < words.size(); ++i) {
            if (words[i] == "X") {
                seen = true;
            } else if (words[i] == "S") {
                trigger.between = true;
            } else if (!(trigger.between && words[i] == "and")) {
                (seen ? trigger.after : trigger.before).push_back(words[i]);
            }
        }
        if (noun && !seen)
            throw Error(file_ + ": relation " + rule.id + ": the noun entry '" + entry +
                        "' has no X. Write for instance '" + words[0] + " of X'.");
        const auto number = static_cast<std::uint32_t>(rules_.triggers_.size());
        if (noun) {
            rules_.nouns_[trigger.head].push_back({number, VerbForm::base});
            rules_.nouns_[plural(trigger.head)].push_back({number, VerbForm::third});
        } else {
            for (auto& [form, kind] : forms_.of(trigger.head)) rules_.verbs_[form].push_back({number, kind});
        }
        return rules_.triggers_.emplace_back(std::move(trigger));
    }

    /// The longer entries of a verb come first.
    void longest_first() {
        const auto length = [&](const Rules::Hit& hit) {
            const auto& trigger = rules_.triggers_[hit.trigger];
            return trigger.before.size() + trigger.after.size();
        };
        for (auto& [form, hits] : rules_.verbs_)
            std::stable_sort(hits.begin(), hits.end(),
                             [&](const auto& a, const auto& b) { return length(a) > length(b); });
    }

    Rules& rules_;
    const VerbForms& forms_;
    RelationCatalog& catalog_;
    std::vector<Block> blocks_;
    std::string file_;
};

Rules Rules::read(const std::filesystem::path& folder, const std::filesystem::path& verb_forms,
                  const std::vector<std::filesystem::path>& more, RelationCatalog& catalog) {
    const auto forms = VerbForms::read(verb_forms);
    std::vector<std::filesystem::path> files;
    std::error_code missing;
    for (const auto& file : std::filesystem::directory_iterator(folder, missing))
        if (file.path().extension() == ".toml") files.push_back(file.path());
    if (files.empty())
        throw Error(folder.string() + ": holds no *.toml rule file. Point --models at a complete models folder.");
    std::sort(files.begin(), files.end());
    Rules rules;
    RuleReader reader(rules, forms, catalog);
    files.insert(files.end(), more.begin(), more.end());
    for (const auto& file : files) reader.take(file);
    reader.finish();
    return rules;
}

std::span<const Rules::Hit> Rules::verbs(std::string_view form) const {
    const auto it = verbs_.find(form);
    return it == verbs_.end() ? std::span<const Hit>() : std::span<const Hit>(it->second);
}

std::string entry_text(const Trigger& trigger) {
    auto text = trigger.head;
    for (const auto& word : trigger.before) (text += ' ') += word;
    if (trigger.between) return text + " S and X";
    if ((!trigger.alone && !trigger.suffered) || trigger.noun) text += " X";
    for (const auto& word : trigger.after) (text += ' ') += word;
    return text;
}

std::optional<std::uint16_t> Rules::governing(std::string_view word) const {
    const auto it = governing_.find(word);
    return it == governing_.end() ? std::nullopt : std::optional(it->second);
}

bool Rules::in_chain(std::string_view chain, std::uint16_t relation) const {
    return std::any_of(rules_.begin(), rules_.end(),
                       [&](const Rule& rule) { return rule.relation == relation && rule.chain == chain; });
}

std::span<const Rules::Hit> Rules::nouns(std::string_view form) const {
    const auto it = nouns_.find(form);
    return it == nouns_.end() ? std::span<const Hit>() : std::span<const Hit>(it->second);
}

}  // namespace chancery
