#include "extract/pipeline.hpp"

#include <algorithm>
#include <array>

#include "extract/article_reader.hpp"
#include "extract/entity/entities.hpp"
#include "extract/gazetteer/gazetteer.hpp"
#include "extract/lexicon/lexicon.hpp"
#include "extract/mention/mentions.hpp"
#include "extract/relation/relations.hpp"
#include "extract/tag/syntax.hpp"
#include "extract/text/fingerprint.hpp"
#include "extract/text/language.hpp"

namespace chancery {

struct Extractor::Models {
    Abbreviations abbreviations;
    ArticleReader reader;
    RelationCatalog catalog;
    Lexicon lexicon;
    Rules rules;
    Stance stance;
    Confidence confidence;
    SyntaxModel syntax;
    Languages languages;
};

Extractor Extractor::load(const std::filesystem::path& models, const std::vector<std::filesystem::path>& gazetteers,
                          const std::vector<std::filesystem::path>& more_rules) {
    const auto lexicon = models / "lexicon";
    auto catalog = RelationCatalog::read(models / "relations.tsv");
    auto rules = Rules::read(models / "relations", lexicon / "verb_forms.tsv", more_rules, catalog);
    auto words = Lexicon::read(lexicon);
    for (const auto& file : gazetteers) words.add(read_gazetteer(file, words));
    return Extractor(std::make_unique<const Models>(
        Models{Abbreviations::read(lexicon / "abbreviations.tsv"), ArticleReader::load(lexicon), std::move(catalog),
               std::move(words), std::move(rules), Stance::read(lexicon), Confidence::read(models / "confidence.tsv"),
               SyntaxModel::load(models / "en.model"), Languages::read(lexicon / "languages.tsv")}));
}

Extractor::Extractor(std::unique_ptr<const Models> models) : models_(std::move(models)) {}
Extractor::Extractor(Extractor&&) noexcept = default;
Extractor& Extractor::operator=(Extractor&&) noexcept = default;
Extractor::~Extractor() = default;

const SyntaxModel& Extractor::syntax() const {
    return models_->syntax;
}

const Rules& Extractor::rules() const {
    return models_->rules;
}

const RelationCatalog& Extractor::catalog() const {
    return models_->catalog;
}

std::map<std::string, std::string> Extractor::versions() const {
    return {{"cleaner", "1"}, {"model", std::string(models_->syntax.model().about("name"))}, {"rules", "news-en-1"}};
}

namespace {

/// The facts of an article before anything is found in it.
ArticleFacts head_of(const Article& article, const Reading& reading) {
    ArticleFacts facts;
    facts.id = article.id;
    facts.names = {article.id};
    facts.sha256 = article.sha256;
    facts.title = article.title;
    facts.published = article.published;
    facts.source = article.source;
    facts.language = article.language;
    facts.urls = article.urls;
    facts.problems = article.problems;
    facts.fingerprint = fingerprint_of(article, reading);
    for (const auto& token : reading.tokens) facts.word_count += token.word_class != WordClass::punctuation;
    return facts;
}

std::vector<Words> words_of(const Article& article, const Reading& reading) {
    std::vector<Words> sentences;
    sentences.reserve(reading.sentences.size());
    for (const auto& sentence : reading.sentences) sentences.emplace_back(article, reading, sentence);
    return sentences;
}

/// Whoever holds an office of state is an official, however the text says so.
void note_officials(ArticleFacts& facts, const RelationCatalog& catalog) {
    constexpr std::array<std::string_view, 10> offices = {"head_of_state_of",
                                                          "head_of_government_of",
                                                          "deputy_head_of_government_of",
                                                          "minister_of",
                                                          "deputy_minister_of",
                                                          "ambassador_of",
                                                          "ambassador_to",
                                                          "judge_of",
                                                          "legislator_of",
                                                          "governor_of"};
    for (const auto& assertion : facts.assertions) {
        auto& subject = facts.entities[assertion.subject];
        const auto& relation = catalog.at(assertion.relation).id;
        if (subject.type == EntityType::person && std::find(offices.begin(), offices.end(), relation) != offices.end())
            subject.type = EntityType::official;
    }
}

/// A group by its country, "Russian soldiers", that the article ties to something of another country.
bool abroad(const ArticleFacts& facts, const RelationCatalog& catalog, const Assertion& membership) {
    const auto& home = facts.entities[membership.object].signature.country;
    return std::any_of(facts.assertions.begin(), facts.assertions.end(), [&](const Assertion& a) {
        if (catalog.at(a.relation).kind != "event") return false;
        if (a.subject != membership.subject && a.object != membership.subject) return false;
        const auto other = a.subject == membership.subject ? a.object : a.subject;
        const auto& country = facts.entities[other].signature.country;
        return !country.empty() && country != home;
    });
}

/// Groups and unnamed holders that take part in nothing are no nodes; the rest is renumbered. That "Russian citizens"
/// are citizens of Russia is nothing, unless they have to do with another country; nor is it that Norway has an
/// ambassador who does nothing.
void drop_idle(ArticleFacts& facts, const RelationCatalog& catalog) {
    std::vector<char> used(facts.entities.size(), 0);
    const auto group = [&](std::uint32_t e) { return facts.entities[e].type == EntityType::group; };
    const auto says_little = [&](const Assertion& a) {
        const auto& kind = catalog.at(a.relation).kind;
        return group(a.subject) ? kind == "affiliation" : !facts.entities[a.subject].named && kind == "role";
    };
    for (const auto& assertion : facts.assertions)
        if (!says_little(assertion)) used[assertion.subject] = used[assertion.object] = 1;
    std::vector<Assertion> told;
    for (const auto& a : facts.assertions) {
        const bool national = group(a.subject) && facts.entities[a.object].type == EntityType::country;
        const bool idle = says_little(a) && (used[a.subject] == 0 || (national && !abroad(facts, catalog, a)));
        if (!idle) told.push_back(a);
    }
    facts.assertions = std::move(told);
    for (const auto& assertion : facts.assertions) used[assertion.object] = 1;
    std::vector<std::uint32_t> moved(facts.entities.size(), no_entity);
    std::vector<Entity> kept;
    for (std::uint32_t e = 0; e < facts.entities.size(); ++e) {
        auto& entity = facts.entities[e];
        if (!used[e] && (entity.type == EntityType::group || !entity.named || entity.implied)) continue;
        if (entity.signature.article == "?") entity.signature.article = facts.id;
        moved[e] = static_cast<std::uint32_t>(kept.size());
        kept.push_back(std::move(entity));
    }
    facts.entities = std::move(kept);
    for (auto& assertion : facts.assertions) {
        assertion.subject = moved[assertion.subject];
        assertion.object = moved[assertion.object];
        if (assertion.speaker != no_entity) assertion.speaker = moved[assertion.speaker];
    }
}

/// Notes the language; false when the article is in another than English and nobody asked for it all the same.
bool readable(Article& article, const Languages& languages, bool any_language) {
    const auto& language = find_language(article, languages);
    article.language = language.code;
    if (language.code == "en") return true;
    article.problems.push_back({{0, static_cast<std::uint32_t>(article.text.size())}, language.problem, {}});
    return any_language;
}

}  // namespace

ArticleFacts Extractor::read(Article& article, Reading& reading, std::vector<Attempt>* attempts) const {
    const auto& m = *models_;
    reading = read_sentences(article, m.abbreviations);  // -> sentences, tokens
    m.syntax.analyse(article.text, reading);             // -> tags and a tree for each sentence
    const auto sentences = words_of(article, reading);
    auto mentions = find_mentions(m.lexicon, sentences);  // -> people, bodies, countries, places, groups, offices
    auto facts = head_of(article, reading);
    facts.entities = find_entities(m.lexicon, mentions.all, mentions.offices, sentences,
                                   article.published);  // -> one entity per thing
    settle_offices(m.lexicon, mentions.offices, mentions.all, facts.entities);
    std::vector<std::uint32_t> bodies;
    for (const auto& office : mentions.offices)
        bodies.push_back(body_of(m.lexicon, office, mentions.all, facts.entities));
    add_implied_countries(m.lexicon, facts.entities);
    facts.assertions =
        find_relations({m.lexicon, m.catalog, m.rules, m.stance, m.confidence, article, reading, sentences,
                        mentions.all, mentions.offices, bodies, facts.entities, attempts});  // -> who did what to whom
    note_officials(facts, m.catalog);
    drop_idle(facts, m.catalog);
    return facts;
}

ArticleFacts Extractor::unread(const Article& article, Reading& reading) const {
    reading = read_sentences(article, models_->abbreviations);
    return head_of(article, reading);
}

ArticleFacts Extractor::extract(std::string raw, const ArticleHints& hints, Article* cleaned) const {
    auto article = models_->reader.read(std::move(raw), hints);  // bytes, a page or a text -> clean text and its blocks
    Reading reading;
    auto facts = readable(article, models_->languages, hints.any_language) ? read(article, reading, nullptr)
                                                                           : unread(article, reading);
    if (cleaned != nullptr) *cleaned = std::move(article);
    return facts;
}

Extractor::Explanation Extractor::explain(std::string raw) const {
    Explanation told;
    told.article = models_->reader.read_plain(std::move(raw), {.id = "sentence"});
    for (auto& block : told.article.blocks) block.kind = BlockKind::paragraph;
    told.facts = read(told.article, told.reading, &told.attempts);
    return told;
}

}  // namespace chancery
