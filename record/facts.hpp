#pragma once
#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "record/entity_type.hpp"
#include "record/problem.hpp"
#include "record/signature.hpp"
#include "record/span.hpp"
#include "record/status.hpp"

namespace chancery {

inline constexpr std::uint32_t no_entity = 0xffffffff;

/// One real thing inside one article: all its mentions joined.
struct Entity {
    EntityType type = EntityType::person;
    std::string label;                 ///< fullest name, or the description of a group or unnamed holder
    std::vector<std::string> aliases;  ///< other names as they stand in the text, sorted, without the label
    bool named = true;                 ///< false for an unnamed holder of an office
    bool implied = false;              ///< a country that only its places stand for: a node when it does something
    std::uint32_t mentions = 0;
    std::map<std::string, std::string> ids;  ///< "iso2" -> "RU", "cameo" -> "RUS"; from the lexicons
    Signature signature;
};

/// One statement "subject relation object" of one article, with the words it rests on.
struct Assertion {
    std::uint32_t subject = no_entity;  ///< index into ArticleFacts::entities
    std::uint32_t object = no_entity;
    std::uint16_t relation = 0;  ///< index into RelationCatalog
    Status status = Status::asserted;
    bool former = false;
    std::uint16_t confidence = 500;  ///< per mille
    Span sentence;                   ///< bytes of the cleaned text; the marks lie inside the article
    Span subject_mark, trigger_mark, object_mark;
    std::string sentence_text;          ///< exactly the bytes of `sentence`
    std::string rule;                   ///< id of the rule that fired
    std::string construction;           ///< "active", "passive", "title-name", ...
    std::uint32_t speaker = no_entity;  ///< entity that says so
    std::string speaker_text;           ///< how the text names it; empty when unattributed
    std::string date;                   ///< EDTF, or empty
    std::string place;                  ///< as named, or empty
};

/// Everything one article yields; what follows needs no text any more.
struct ArticleFacts {
    std::string id;
    std::vector<std::string> names;  ///< all ids under which the text came, sorted; the first is `id`
    std::string sha256, title, published, source, language;
    std::vector<std::string> urls;
    std::uint32_t word_count = 0;
    std::vector<std::uint32_t> fingerprint;  ///< sorted hashes of word sequences, by which copies are known
    std::vector<Entity> entities;
    std::vector<Assertion> assertions;  ///< sorted by sentence, then by content
    std::vector<Problem> problems;
};

}  // namespace chancery
