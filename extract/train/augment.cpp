#include "extract/train/augment.hpp"

#include <algorithm>

namespace chancery {

namespace {

constexpr float capitals = 0.02F, headline = 0.03F, unstopped = 0.05F;

char upper(char c) {
    return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
}

bool small_word(const ConlluWord& word) {
    return word.upos == "ADP" || word.upos == "DET" || word.upos == "CCONJ" || word.upos == "PART";
}

/// Drops the last word when it is a full stop that nothing hangs on.
void drop_stop(ConlluSentence& sentence) {
    const auto last = sentence.words.size();
    if (last < 3 || sentence.words.back().form != ".") return;
    const bool leaf =
        std::none_of(sentence.words.begin(), sentence.words.end(), [&](const auto& word) { return word.head == last; });
    if (leaf && sentence.words.back().head != 0) sentence.words.pop_back();
}

}  // namespace

ConlluSentence augmented(const ConlluSentence& sentence, Random& random) {
    auto out = sentence;
    const float dice = random.unit();
    if (dice < capitals) {
        for (auto& word : out.words) std::transform(word.form.begin(), word.form.end(), word.form.begin(), upper);
    } else if (dice < capitals + headline) {
        for (auto& word : out.words)
            if (!small_word(word) && !word.form.empty()) word.form[0] = upper(word.form[0]);
        drop_stop(out);
    } else if (dice < capitals + headline + unstopped) {
        drop_stop(out);
    }
    return out;
}

}  // namespace chancery
