// What a sentence holds at a word: its mentions, its word class, its children in the tree.
#include "extract/relation/clause.hpp"

namespace chancery {

const Mention* SentenceView::starting(std::uint32_t first) const {
    const Mention* best = nullptr;
    for (const auto* mention : mentions)
        if ((mention->first == first || mention->phrase == first) && (best == nullptr || mention->last > best->last))
            best = mention;
    return best;
}

const Mention* SentenceView::ending(std::uint32_t last) const {
    for (const auto* mention : mentions)
        if (mention->last == last) return mention;
    return nullptr;
}

/// The place or body that a title begins with ("Oslo mayor X") gives way to its person, but of "Senators X and Y",
/// whose title is one, X stays X.
const Mention* SentenceView::covering(std::uint32_t i) const {
    const Mention* widest = nullptr;
    for (const auto* mention : mentions) {
        if (i < mention->phrase || i >= mention->last) continue;
        const bool yields = widest == nullptr || (!is_human(widest->type) && !widest->twin &&
                                                  mention->last - mention->phrase > widest->last - widest->phrase);
        if (yields) widest = mention;
    }
    return widest;
}

const Mention* SentenceView::owner_at(std::uint32_t i) const {
    for (const auto* mention : owners)
        if (mention->first == i) return mention;
    return nullptr;
}

WordClass SentenceView::word_class(std::uint32_t i) const {
    if (words[i].word_class == WordClass::punctuation || words[i].word_class == WordClass::numeral)
        return words[i].word_class;
    const auto it = lexicon.function_words.find(words[i].lower);
    return it == lexicon.function_words.end() ? WordClass::other : it->second;
}

bool SentenceView::adverb(std::uint32_t i) const {
    return word_class(i) == WordClass::adverb ||
           (words[i].lower.size() > 4 && words[i].lower.ends_with("ly") && !words[i].capital);
}

std::optional<std::uint32_t> SentenceView::child(std::uint32_t head, Dependency relation) const {
    for (std::uint32_t i = 0; i < syntax.size(); ++i)
        if (syntax[i].head == head && syntax[i].relation == relation) return i;
    return std::nullopt;
}

bool SentenceView::says(std::uint32_t i) const {
    const auto verb = lexicon.saying.find(words[i].lower);
    return verb != lexicon.saying.end() && !verb->second;
}

}  // namespace chancery
