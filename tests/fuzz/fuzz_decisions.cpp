// Any bytes as a decisions file, applied to a small article: no crash, ends stay inside, or a clear error.
#include <cstdint>
#include <cstdlib>

#include "record/error.hpp"
#include "resolve/decisions.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace chancery;
    ArticleFacts article;
    article.id = "a";
    article.sha256 = "0123456789abcdef";
    for (const char* name : {"Ana", "Bo Roe", "Bo"}) {
        Entity entity;
        entity.label = name;
        entity.signature = {"person", name, "", {}, ""};
        article.entities.push_back(entity);
    }
    Assertion assertion;
    assertion.subject = 0;
    assertion.object = 1;
    assertion.subject_mark = {0, 3};
    assertion.object_mark = {8, 14};
    article.assertions = {assertion};
    std::vector<ArticleFacts> facts{article};
    try {
        const auto decisions = parse_decisions({reinterpret_cast<const char*>(data), size}, "fuzz");
        const auto decided = apply_decisions(decisions, facts);
        std::vector<Signature> signatures;
        for (const auto& entity : facts[0].entities) signatures.push_back(entity.signature);
        const auto resolution = resolve(signatures, decided.rulings);
        for (const auto& signature : signatures)
            if (resolution.node_of(signature).empty()) std::abort();
        for (const auto& a : facts[0].assertions)
            if (a.subject >= facts[0].entities.size() || a.object >= facts[0].entities.size()) std::abort();
    } catch (const Error&) {
    }
    return 0;
}
