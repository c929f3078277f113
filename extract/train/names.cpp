#include "extract/train/names.hpp"

#include <algorithm>
#include <map>
#include <optional>

namespace chancery {

namespace {

/// The value of `key` in a MISC column.
std::optional<std::string_view> misc_value(std::string_view misc, std::string_view key) {
    while (!misc.empty()) {
        const auto end = std::min(misc.find('|'), misc.size());
        const auto field = misc.substr(0, end);
        if (field.starts_with(key) && field.size() > key.size() && field[key.size()] == '=')
            return field.substr(key.size() + 1);
        misc.remove_prefix(std::min(end + 1, misc.size()));
    }
    return std::nullopt;
}

std::uint16_t class_of(std::string_view kind) {
    if (kind == "PER" || kind == "person") return 1;
    if (kind == "LOC" || kind == "place") return 2;
    if (kind == "ORG" || kind == "organization") return 3;
    return 0;
}

/// An entity that has begun and not yet ended.
struct Open {
    std::string_view group, kind, heads;
    std::size_t first = 0;
};

std::string_view part(std::string_view text, std::size_t index) {
    while (index-- > 0) text.remove_prefix(std::min(text.find('-'), text.size() - 1) + 1);
    return text.substr(0, text.find('-'));
}

class GumEntities {
  public:
    explicit GumEntities(const ConlluSentence& sentence) : sentence_(sentence), classes_(sentence.words.size(), 0) {}

    std::vector<std::uint16_t> read() {
        for (std::size_t i = 0; i < sentence_.words.size(); ++i) {
            auto value = misc_value(sentence_.words[i].misc, "Entity").value_or("");
            while (!value.empty()) value.remove_prefix(take(value, i));
        }
        return classes_;
    }

  private:
    /// One "(7-person-new-sssss-cf1-1,2-coref" or "7)"; gives its length.
    std::size_t take(std::string_view value, std::size_t word) {
        if (value.front() == '(') {
            const auto end = std::min(value.find_first_of("()", 1), value.size());
            const auto body = value.substr(1, end - 1);
            open_.push_back({part(body, 0), part(body, 1), part(body, 5), word});
            if (end < value.size() && value[end] == ')') {
                close(open_.size() - 1, word);
                return end + 1;
            }
            return end;
        }
        const auto end = std::min(value.find(')'), value.size());
        const auto group = value.substr(0, end);
        for (auto i = open_.size(); i-- > 0;)
            if (open_[i].group == group) {
                close(i, word);
                break;
            }
        return std::min(end + 1, value.size());
    }

    void close(std::size_t index, std::size_t last) {
        const auto entity = open_[index];
        open_.erase(open_.begin() + static_cast<std::ptrdiff_t>(index));
        const auto offset = entity.heads.substr(0, entity.heads.find(','));
        std::size_t head = 0;
        for (const char c : offset)
            if (c >= '0' && c <= '9') head = head * 10 + static_cast<std::size_t>(c - '0');
        head = entity.first + std::max<std::size_t>(head, 1) - 1;
        const auto kind = class_of(entity.kind);
        if (kind == 0 || head > last || !proper(head)) return;
        for (auto i = head; i <= last && (proper(i) || (kind == 3 && joins(i, last))); ++i) classes_[i] = kind;
        for (auto i = head; i-- > entity.first && proper(i);) classes_[i] = kind;
    }

    [[nodiscard]] bool proper(std::size_t i) const { return sentence_.words[i].upos == "PROPN"; }
    [[nodiscard]] bool joins(std::size_t i, std::size_t last) const {
        const auto& form = sentence_.words[i].form;
        return (form == "of" || form == "for" || form == "the" || form == "and" || form == "-" || form == "&") &&
               i < last && (proper(i + 1) || sentence_.words[i + 1].form == "the");
    }

    const ConlluSentence& sentence_;
    std::vector<std::uint16_t> classes_;
    std::vector<Open> open_;
};

void write_names(const std::vector<std::string_view>& tags, ConlluSentence& sentence) {
    for (std::size_t i = 0; i < tags.size(); ++i) {
        auto& misc = sentence.words[i].misc;
        if (misc.find("Name=") != std::string::npos) return;
        if (!misc.empty()) misc += '|';
        misc += "Name=" + std::string(tags[i].size() > 2 ? tags[i].substr(2) : "O");
    }
}

}  // namespace

std::vector<std::uint16_t> names_of_words(const ConlluSentence& sentence) {
    const auto has = [&](std::string_view key) {
        return std::any_of(sentence.words.begin(), sentence.words.end(),
                           [&](const ConlluWord& word) { return misc_value(word.misc, key).has_value(); });
    };
    if (has("Name")) {
        std::vector<std::uint16_t> classes;
        for (const auto& word : sentence.words) classes.push_back(class_of(misc_value(word.misc, "Name").value_or("")));
        return classes;
    }
    if (has("Entity")) return GumEntities(sentence).read();
    return std::vector<std::uint16_t>(sentence.words.size(), unknown_name);
}

std::size_t add_names(std::string_view iob2, std::vector<ConlluSentence>& sentences) {
    std::map<std::string, std::vector<ConlluSentence*>> by_words;
    for (auto& sentence : sentences) {
        std::string key;
        for (const auto& word : sentence.words) (key += word.form) += ' ';
        by_words[key].push_back(&sentence);
    }
    std::size_t named = 0;
    std::vector<std::string_view> tags;
    std::string key;
    const auto finish = [&] {
        if (const auto found = by_words.find(key); found != by_words.end())
            for (auto* sentence : found->second) {
                if (names_of_words(*sentence).front() == unknown_name) ++named;
                write_names(tags, *sentence);
            }
        tags.clear();
        key.clear();
    };
    while (!iob2.empty()) {
        const auto end = std::min(iob2.find('\n'), iob2.size());
        const auto line = iob2.substr(0, end);
        iob2.remove_prefix(std::min(end + 1, iob2.size()));
        if (line.empty()) finish();
        if (line.empty() || line.front() == '#') continue;
        const auto one = line.find('\t');
        const auto two = one == std::string_view::npos ? one : line.find('\t', one + 1);
        if (two == std::string_view::npos) continue;
        (key += line.substr(one + 1, two - one - 1)) += ' ';
        tags.push_back(line.substr(two + 1, line.find('\t', two + 1) - two - 1));
    }
    finish();
    return named;
}

}  // namespace chancery
