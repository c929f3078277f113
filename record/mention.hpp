#pragma once
#include <cstdint>
#include <string>
#include <vector>

#include "record/entity_type.hpp"
#include "record/span.hpp"

namespace chancery {

inline constexpr std::uint32_t no_mention = 0xffffffff;

/// How a text points at a thing.
enum class MentionKind : std::uint8_t {
    name,         ///< "Maria Zakharova", "the Russian Foreign Ministry", "Moscow"
    adjective,    ///< "Russian" in "Russian troops"
    holder,       ///< an office without its holder's name: "Russia's ambassador"
    description,  ///< people described: "two Azerbaijani nationals"
    pronoun,      ///< what only points back: "he", "it", "the ministry", "the two countries"
};

/// One place in the text that points at a person, body, country, place or group.
struct Mention {
    Span where;                         ///< the words that name it
    std::uint32_t sentence = 0;         ///< index into Reading::sentences
    std::uint32_t first = 0, last = 0;  ///< its words in that sentence, half-open
    std::uint32_t phrase = 0;           ///< first word of the whole noun phrase: titles and modifiers before the name
    std::uint32_t head = 0;             ///< groups: the word of its noun
    MentionKind kind = MentionKind::name;
    EntityType type = EntityType::person;
    std::string name;     ///< as written, line ends as blanks
    std::string core;     ///< institutions: the name without its country, in one fixed form
    std::string country;  ///< ISO 3166 alpha-2, or empty
    std::string lexicon;  ///< "organisation:12", "place:7": same value, same thing; or empty
    bool state = false;   ///< institutions: a body of its country
    bool plural = false;
    bool owner = false;     ///< "his", "its" before a noun
    bool guessed = false;   ///< its type is the tagger's guess, from this sentence alone
    bool locative = false;  ///< stands after in, at, near, from ...
    char gender = 'u';
    std::uint32_t entity = 0xffffffff;  ///< index into ArticleFacts::entities, set by extract/entity
    bool twin = false;                  ///< one of the two mentions that "the two countries" is
};

/// One statement that a person holds an office: the grammar is settled, the ends are mentions.
struct Office {
    std::uint32_t holder = no_mention;
    std::uint32_t body = no_mention;  ///< country, institution, place or person; none when unsaid
    std::uint32_t title = 0;          ///< index into Lexicon::titles
    std::uint32_t sentence = 0;
    Span where;                ///< the words of the title
    std::string construction;  ///< "title-name", "apposition", ...
    std::string ministry;      ///< ministers: the ministry as the text would write it, when that is not the title's
    std::string to;            ///< ambassadors: iso2 of the receiving country
    std::uint32_t to_mention = no_mention;
    std::string implied;  ///< iso2 of the country it is of when no mention of the article stands for that country
    bool former = false, deputy = false;
    bool field = false;         ///< heads a field of its body's work alone: "director of research at the institute"
    bool owner_before = false;  ///< of the body named last before it ("its editor")
    bool owned =
        false;  ///< the text says whose office it is ("its president", "president of the guild"), known here or not
};

}  // namespace chancery
