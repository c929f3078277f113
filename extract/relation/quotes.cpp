// Who speaks in quotation marks.
//
// A quote is told to be somebody's once ("...," X said. "..."), and runs on over sentences and paragraphs: a paragraph
// that goes on with a quote opens it again without having closed it. So the speaker of a sentence is whoever its own
// verb of saying names; else of a sentence that is all quote whoever the sentence before had, or, where the quote
// begins with it, the one behind it.
#include "extract/relation/quotes.hpp"

#include <algorithm>

#include "extract/relation/frame.hpp"

namespace chancery {

namespace {

bool opens(const Word& word) {
    return word.is("\xe2\x80\x9c");
}
bool closes(const Word& word) {
    return word.is("\xe2\x80\x9d");
}
bool either(const Word& word) {
    return word.is_any({"\"", "''", "``"});
}
bool mark(const Word& word) {
    return opens(word) || closes(word) || either(word);
}

/// Fills SentenceView::quoted of one sentence; gives whether a quote is open at its end.
bool mark_words(SentenceView& s, bool open) {
    s.quoted.assign(s.size(), 0);
    for (std::uint32_t i = 0; i < s.size(); ++i) {
        if (!mark(s.words[i])) {
            s.quoted[i] = open ? 1 : 0;
            continue;
        }
        if (opens(s.words[i])) open = true;
        if (closes(s.words[i])) open = false;
        if (either(s.words[i])) open = !(open && i > 0);  // at the begin of a paragraph it opens again
    }
    return open;
}

/// The subject of a verb of saying that is no part of a quote.
const Mention* attributed(const SentenceView& s) {
    for (std::uint32_t verb = 0; verb < s.syntax.size(); ++verb) {
        const bool tells = s.lexicon.saying.contains(s.words[verb].lower);
        if (s.quoted[verb] != 0 || !tells) continue;
        for (std::uint32_t i = 0; i < s.syntax.size(); ++i) {
            if (s.syntax[i].head != verb || s.syntax[i].relation != Dependency::subject || s.quoted[i] != 0) continue;
            const auto* who = mention_of_phrase(s, i);
            if (who != nullptr && who->type != EntityType::place && who->type != EntityType::group) return who;
        }
    }
    return nullptr;
}

bool all_quoted(const SentenceView& s) {
    bool any = false;
    for (std::uint32_t i = 0; i < s.size(); ++i) {
        if (s.words[i].word_class == WordClass::punctuation) continue;
        if (s.quoted[i] == 0) return false;
        any = true;
    }
    return any;
}

bool some_quoted(const SentenceView& s) {
    return std::any_of(s.quoted.begin(), s.quoted.end(), [](char quoted) { return quoted != 0; });
}

}  // namespace

void mark_quotes(const RelationInput& input, std::vector<SentenceView>& sentences) {
    bool open = false;
    for (std::size_t n = 0; n < sentences.size(); ++n) {
        auto& s = sentences[n];
        const bool fresh = n > 0 && input.reading.sentences[n].paragraph != input.reading.sentences[n - 1].paragraph;
        if (fresh && !(s.size() > 0 && mark(s.words[0]))) open = false;
        open = mark_words(s, open);
        s.speaker = some_quoted(s) ? attributed(s) : nullptr;
    }
    for (std::size_t n = 0; n < sentences.size(); ++n) {
        auto& s = sentences[n];
        if (s.speaker != nullptr || !all_quoted(s)) continue;
        const bool begins = s.size() > 0 && mark(s.words[0]);
        const bool before = n > 0 && sentences[n - 1].speaker != nullptr;
        const bool same = n > 0 && input.reading.sentences[n].paragraph == input.reading.sentences[n - 1].paragraph;
        if (before && (!begins || same)) {
            s.speaker = sentences[n - 1].speaker;
            continue;
        }
        for (auto next = n + 1; next < std::min(n + 4, sentences.size()) && s.speaker == nullptr; ++next) {
            if (!some_quoted(sentences[next])) break;
            s.speaker = sentences[next].speaker;
        }
        if (s.speaker == nullptr && before) s.speaker = sentences[n - 1].speaker;
    }
}

}  // namespace chancery
