#pragma once
#include <optional>
#include <string_view>
#include <vector>

#include "extract/relation/frame.hpp"
#include "extract/relation/relations.hpp"

namespace chancery {

/// Who does something to whom, as the grammar of a trigger gives it.
struct EventEnds {
    const Mention* subject = nullptr;
    const Mention* object = nullptr;
    const char* construction = "";
    std::uint16_t confidence = 600;
    std::uint32_t trigger_end = 0;
    std::optional<std::uint32_t> noun = {};     ///< the entry's noun where it is the verb's subject: "talks were held"
    std::vector<const Mention*> joined = {};    ///< further objects, where the tree says so
    std::vector<const Mention*> subjects = {};  ///< further doers
    bool mutual = false;                        ///< the object does the same to the doer
    bool by_us = false;                         ///< the doer is the "we" of a speaker
    std::optional<std::uint32_t> doer_word = {};  ///< the grammar's doer where it is nobody the article names: "gunmen"
    std::optional<std::uint32_t> deed = {};       ///< the deed's noun that stands for its doer: "the attack killed"
    std::optional<Status> charged = {};           ///< how sure the deed of a doer is whom a charge names
    std::string_view missing = {};                ///< why nothing was found, for people
};

/// The ends of the verb at word `i` by one entry of the rules. False, with `missing` set, when the entry does not fit.
bool ends_of_verb(const RelationInput& input, const SentenceView& sentence, std::uint32_t i, const Trigger& trigger,
                  VerbForm form, EventEnds& ends);

/// The same of the noun at word `i`.
bool ends_of_noun(const RelationInput& input, const SentenceView& sentence, std::uint32_t i, const Trigger& trigger,
                  EventEnds& ends);

/// The ends of a noun that names the doer: "an ally of X".
bool ends_of_doer(const SentenceView& sentence, std::uint32_t noun, const Trigger& trigger, EventEnds& ends);

/// Who acts where people of a body do: "Navy officers seized", "Taliban fighters attacked", "its forces"; counted
/// people, and those of parliaments and parties, act for themselves.
[[nodiscard]] const Mention* body_of_people(const SentenceView& sentence, const Mention* people);

/// The state whose soldiers or officials the people are: "US troops"; nothing when they are of none.
[[nodiscard]] const Mention* state_of_people(const SentenceView& sentence, const Mention* people);

}  // namespace chancery
