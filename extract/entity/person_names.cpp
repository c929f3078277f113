#include "extract/entity/person_names.hpp"

#include <algorithm>

namespace chancery {

std::vector<std::string> person_words(const Lexicon& lexicon, std::string_view name) {
    auto words = entry_words(name);
    const auto elder = [](const std::string& word) { return word == "sr" || word == "sr."; };
    std::erase_if(words, [&](const auto& word) {  // "Sr." is the father: a name of its own
        return word == "-" || word == "," || (lexicon.suffixes.contains(word) && !elder(word));
    });
    const bool younger = name.ends_with(" Jr.") || name.ends_with(" Jr") || name.ends_with(" JR.");
    const bool son =
        younger && !words.empty() &&
        (words.size() == 1 ? lexicon.leader_surnames.contains(words[0]) : lexicon.leader_names.contains(joined(words)));
    if (son) words.emplace_back("jr");  // of a leader, who is named more often
    return words;
}

std::string joined(const std::vector<std::string>& words) {
    std::string out;
    for (const auto& word : words) out.append(out.empty() ? "" : " ").append(word);
    return out;
}

bool crowned(const Mention& mention, std::span<const Words> sentences) {
    const auto& words = sentences[mention.sentence];
    const auto before = mention.first > 0 ? mention.first - 1 : 0;
    const auto end = mention.last - mention.first > 1 ? mention.first + 1 : mention.first;
    for (auto i = std::min(before, mention.phrase); i < end; ++i)
        if (words[i].capital && words[i].is_any({"king", "queen", "pope", "emperor", "saint", "st."})) return true;
    return false;
}

std::string shared_surname(const Lexicon& lexicon, const std::vector<Mention>& mentions, const Mention& mention,
                           const Words& sentence) {
    if (mention.last - mention.first != 1 || !lexicon.given_names.contains(sentence[mention.first].lower)) return {};
    auto next = mention.last;
    if (next < sentence.size() && sentence[next].is(",")) ++next;
    if (next >= sentence.size() || !sentence[next].is("and")) return {};
    for (const auto& other : mentions) {
        if (other.sentence != mention.sentence || other.first != next + 1 || !is_human(other.type)) continue;
        const auto space = other.name.rfind(' ');
        if (other.kind == MentionKind::name && space != std::string::npos) return other.name.substr(space + 1);
    }
    return {};
}

std::map<std::string, std::vector<std::string>> other_names(const Lexicon& lexicon,
                                                            const std::vector<Mention>& mentions,
                                                            std::span<const Words> sentences) {
    std::map<std::string, std::vector<std::string>> others;
    const Mention* last = nullptr;
    const Mention* of = nullptr;  // whose other names are being listed
    for (const auto& mention : mentions) {
        if (!is_human(mention.type) || mention.kind != MentionKind::name) continue;
        const auto& words = sentences[mention.sentence];
        const auto before = [&](std::uint32_t back, std::string_view form) {
            const auto first = std::min(mention.first, mention.phrase);  // "aka Comrade X"
            return first >= back && words[first - back].is(form);
        };
        const bool near = last != nullptr && last->sentence == mention.sentence && last->last < mention.first;
        const bool known = before(1, "alias") || before(1, "aka") || before(1, "a.k.a.") || before(1, "nicknamed") ||
                           (before(1, "as") && before(2, "known"));
        const bool listed = of != nullptr && near && mention.first - last->last <= 2 &&
                            (before(1, "and") || before(1, "or") || before(1, ","));
        if (near && known) of = last;
        if (!(near && (known || listed))) of = nullptr;
        if (of != nullptr) others.emplace(joined(person_words(lexicon, mention.name)), person_words(lexicon, of->name));
        last = &mention;
    }
    return others;
}

}  // namespace chancery
