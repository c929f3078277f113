#pragma once
#include <optional>
#include <span>
#include <vector>

#include "extract/relation/relations.hpp"

namespace chancery {

/// What somebody says of a deed whose doer the sentence does not name: "Peru condemned the arrests."
struct OpenDeed {
    std::uint32_t subject = no_entity;
    std::uint16_t relation = 0;        ///< to whoever did it
    std::vector<std::uint16_t> deeds;  ///< the relations the deed may be
    bool act = false;                  ///< or whatever the sentence before tells: "the decision", "the law"
    std::uint32_t victim = no_entity;  ///< to whom it was done, when that is told
    Assertions::Evidence evidence;
    std::optional<std::uint32_t> thing = {};  ///< the word for what was said or written, when it is no deed
};

/// How far back a deed or a thing said is taken up again.
constexpr std::uint32_t sentences_back = 3;

/// The relations that the noun at `noun` may take up: "the arrest", "the crackdown"; none when it names no deed.
[[nodiscard]] std::vector<std::uint16_t> deeds_named(const RelationInput& input, const SentenceView& sentence,
                                                     std::uint32_t noun);

/// The same into `deed`, and whether the noun takes up whatever somebody did ("the decision"); false when it names
/// neither.
[[nodiscard]] bool name_deed(const RelationInput& input, const SentenceView& sentence, std::uint32_t noun,
                             OpenDeed& deed);

/// The sentence of the article that holds the byte `begin` of its text.
[[nodiscard]] std::uint32_t sentence_at(const RelationInput& input, std::uint32_t begin);

/// The relations whose doer holds somebody, as a demand for a release means.
[[nodiscard]] std::vector<std::uint16_t> deeds_of_captors(const RelationInput& input);

/// The noun stands for one certain thing: "the arrest", "these moves", "their crackdown".
[[nodiscard]] bool definite(const SentenceView& sentence, std::uint32_t noun);

/// Finds the doers among what the article told: of a deed done to somebody wherever it is told, else of the nearest
/// such deed in the sentences just before. What finds none is dropped.
void settle_deeds(const RelationInput& input, std::span<const SentenceView> sentences,
                  const std::vector<OpenDeed>& open, Assertions& out);

}  // namespace chancery
