#pragma once
#include <span>
#include <string>
#include <vector>

#include "extract/lexicon/lexicon.hpp"
#include "extract/lexicon/words.hpp"
#include "record/mention.hpp"

namespace chancery {

/// A name of the lexicon found in a sentence; what it stands for is decided later.
struct NameHit {
    std::uint32_t first = 0, last = 0;   ///< words
    std::vector<std::uint32_t> entries;  ///< into Lexicon::name_entries, all of this length
};

/// An office or job found in a sentence, with the words that change it.
struct TitleHit {
    std::uint32_t first = 0, last = 0;  ///< words, modifiers included
    std::uint32_t core = 0;             ///< first word of the title itself
    std::uint32_t title = 0;            ///< into Lexicon::titles
    bool former = false, deputy = false, shadow = false, plural = false;
};

/// The work sheet of one sentence: what has been found and which words are taken.
struct Scan {
    Scan(const Lexicon& lexicon_, const Words& words_, std::uint32_t sentence_)
        : lexicon(lexicon_),
          words(words_),
          sentence(sentence_),
          taken(words_.size(), 0),
          in_title(words_.size(), 0),
          in_name(words_.size(), 0) {}

    const Lexicon& lexicon;
    const Words& words;
    std::uint32_t sentence;
    std::vector<char> taken;     ///< by word: part of a mention
    std::vector<char> in_title;  ///< by word: part of an office or job
    std::vector<char> in_name;   ///< by word: part of a lexicon name of several words
    std::vector<NameHit> names;
    std::vector<TitleHit> titles;
    std::vector<Mention> mentions;
    std::uint32_t dateline = 0;  ///< one past its dash: "LIMA, March 3 (Agency) -"; 0 when there is none

    [[nodiscard]] std::uint32_t size() const { return static_cast<std::uint32_t>(words.size()); }
    [[nodiscard]] bool is(std::uint32_t i, std::string_view form) const { return i < size() && words[i].is(form); }
    [[nodiscard]] const NameHit* name_at(std::uint32_t first) const;
    [[nodiscard]] const NameHit* name_ending(std::uint32_t last) const;
    [[nodiscard]] const TitleHit* title_at(std::uint32_t first) const;
    [[nodiscard]] const TitleHit* title_ending(std::uint32_t last) const;
    [[nodiscard]] const NameEntry* entry(const NameHit& hit, NameEntry::Kind kind) const;

    /// A word of rank or courtesy before a name; "his brother X" is none, "Brother X" is.
    [[nodiscard]] bool honorific(std::uint32_t i) const;

    /// iso2 of the country a hit names in any way (name, adjective, people, capital, seat), or empty.
    [[nodiscard]] std::string country_of(const NameHit& hit) const;

    /// A mention over words [first, last), which become taken.
    Mention& add(std::uint32_t first, std::uint32_t last, EntityType type, MentionKind kind);

    /// The words [first, last) as written, blanks where the text has any.
    [[nodiscard]] std::string text(std::uint32_t first, std::uint32_t last) const;

    /// The word before `first`, past determiners, is a preposition of place.
    [[nodiscard]] bool locative(std::uint32_t first) const;

    /// "the village of X", "other villages, including X", "cities such as X".
    [[nodiscard]] bool place_named_before(std::uint32_t first) const;
};

// One module for each kind of thing; called in this order by find_mentions. Each takes the words it is sure of.
void find_dateline(Scan& scan);                                     // fills scan.dateline; takes the agency in it
void find_lexicon_names(Scan& scan);                                // fills scan.names
void find_known(Scan& scan);                                        // what the user's gazetteers know
void find_titles(Scan& scan);                                       // fills scan.titles
void find_institutions(Scan& scan);                                 // bodies by head noun, then those of the lexicon
void find_led_bodies(Scan& scan);                                   // bodies that an office beside them tells
void find_people(Scan& scan);                                       // names of persons, known or never seen
void find_countries(Scan& scan);                                    // countries, their adjectives, capitals, places
void find_parties(Scan& scan);                                      // the party a name carries
void find_pronouns(Scan& scan);                                     // "he", "she"
void find_references(Scan& scan, std::span<const Office> offices);  // "it", "they", "the ministry", "the minister"
void find_newcomers(Scan& scan);                                    // "a prominent journalist", named further on
void find_groups(Scan& scan);                                       // groups by description

}  // namespace chancery
