#include "tests/catch.hpp"

#include "extract/tag/features.hpp"
#include "extract/tag/network.hpp"
#include "extract/train/backward.hpp"
#include "extract/train/trainer.hpp"
#include "record/error.hpp"
#include "tests/tag/gold.hpp"

using namespace chancery;

namespace {

TrainOptions tiny() {
    TrainOptions options;
    options.shape.width = 12;
    options.shape.hidden = 8;
    options.shape.arc = 8;
    options.shape.label = 8;
    options.epochs = 120;
    options.batch = 12;
    options.rate = 1e-2F;
    options.about = "name: tiny\nlicence: CC0 1.0\n";
    return options;
}

ModelShape counted(ModelShape shape, const Vocabulary& vocabulary) {
    shape.rows = static_cast<std::uint32_t>(vocabulary.hashes().size());
    shape.tags = static_cast<std::uint32_t>(vocabulary.tags().size());
    shape.relations = static_cast<std::uint32_t>(vocabulary.relations().size());
    shape.names = static_cast<std::uint32_t>(name_classes.size());
    return shape;
}

/// Three numbers for every word, and for one that no sentence has.
WordVectors vectors_of(const std::vector<ConlluSentence>& sentences) {
    std::string text = "unseen 0.5 -0.5 0.25\n";
    int n = 0;
    for (const auto& sentence : sentences)
        for (const auto& word : sentence.words) {
            const auto k = std::to_string(++n % 7);
            text += word.form + " 0." + k + " -0.1" + k + " 1\n";
        }
    return WordVectors::read(text, "vectors");
}

}  // namespace

TEST_CASE("the gradient is what finite differences say, for one, two and three layers") {
    const auto gold = gold_sentences();
    const auto vectors = vectors_of(gold);
    const Vocabulary vocabulary(gold, &vectors);
    std::vector<Example> examples;
    for (std::size_t i = 0; i < 3; ++i) examples.push_back(vocabulary.example(gold[i]));
    const std::vector<const Example*> batch{&examples[0], &examples[1], &examples[2]};
    const Dropout none{0, 0, 0, false, 0};
    int probes = 0, off = 0;
    for (const auto& [layers, tag_layer] :
         std::vector<std::pair<std::uint32_t, std::uint32_t>>{{1, 0}, {2, 0}, {3, 1}}) {
        auto shape = counted(tiny().shape, vocabulary);
        shape.layers = layers;
        shape.tag_layer = tag_layer;
        shape.vectors = vectors.length();
        Weights weights(shape);
        Random random(5);
        weights.initialise(random);
        Pass pass(shape);
        const auto loss = [&] {
            Random same(1);
            return pass.run(weights, batch, 16, none, same);
        };
        loss();
        auto gradient = pass.gradient;
        auto all = weights.dense(), slopes = gradient.dense();
        all.push_back(&weights.features);
        slopes.push_back(&gradient.features);
        for (std::size_t p = 0; p < all.size(); ++p)
            for (int probe = 0; probe < 6; ++probe) {
                const auto i = random.below(all[p]->at.size());
                const float before = all[p]->at[i], step = 4e-4F;
                all[p]->at[i] = before + step;
                const double up = loss();
                all[p]->at[i] = before - step;
                const double down = loss();
                all[p]->at[i] = before;
                const auto expected = Approx((up - down) / (2 * static_cast<double>(step))).epsilon(0.05).margin(4e-3);
                ++probes;
                if (slopes[p]->at[i] != expected) ++off;
            }
    }
    CHECK(probes > 200);
    CHECK(off * 50 <= probes);  // a few sit on the kink of a rectifier, where both answers are right
}

TEST_CASE("training learns, gives the same file again and for any number of threads, and another for another seed") {
    const auto gold = gold_sentences();
    auto options = tiny();
    TrainProgress silent;
    silent.epoch = [](auto, auto, const auto&) {};
    const auto two = train(gold, options, silent);
    options.threads = 1;
    const auto one = train(gold, options, silent);
    CHECK(one == two);
    options.seed = 2;
    CHECK(train(gold, options, silent) != one);
    const auto model = Model::from_bytes(one, "tiny");
    const auto accuracy = evaluate(model, gold);
    CHECK(accuracy.upos > 95);
    CHECK(accuracy.las > 90);
    CHECK(model.about("licence") == "CC0 1.0");
    CHECK(model.about("lic").empty());
}

TEST_CASE("a word with a vector has a row in the file, though no sentence shows it") {
    const auto gold = gold_sentences();
    const auto vectors = vectors_of(gold);
    auto options = tiny();
    options.epochs = 2;
    options.vectors = &vectors;
    TrainProgress silent;
    silent.epoch = [](auto, auto, const auto&) {};
    const auto file = train(gold, options, silent);
    const auto model = Model::from_bytes(file, "with vectors");
    const auto row = model.row_of(features_of("Unseen", true)[0]);
    REQUIRE(row > 0);
    const auto width = model.view().shape.width;
    const auto own = model.view().features.subspan(static_cast<std::size_t>(row) * width, width);
    CHECK_FALSE(std::equal(own.begin(), own.end(), model.view().features.begin()));
    CHECK(model.row_of(features_of("unheard", true)[0]) == -1);
    options.threads = 1;
    CHECK(train(gold, options, silent) == file);
}

TEST_CASE("word vectors: the first of two spellings counts, and what is wrong is said with its line") {
    const auto read = [](std::string_view text) { return WordVectors::read(text, "glove.txt"); };
    const auto vectors = read("Oslo 1 2\noslo 3 4\nbergen 2 -1");
    CHECK(vectors.length() == 2);
    CHECK(vectors.hashes().size() == 2);
    const auto oslo = vectors.of(features_of("OSLO", false)[0]);
    REQUIRE(oslo.size() == 2);
    CHECK(oslo[1] == Approx(2 * oslo[0]));
    CHECK(vectors.of(features_of("lima", false)[0]).empty());
    CHECK_THROWS_WITH(read("oslo 1 2\nlima 1"), ContainsSubstring("glove.txt: line 2: another number of numbers"));
    CHECK_THROWS_WITH(read("oslo 1 x"), ContainsSubstring("line 1: not a number"));
    CHECK_THROWS_WITH(read("oslo 1 inf"), ContainsSubstring("not a number"));
    CHECK_THROWS_WITH(read("oslo"), ContainsSubstring("no word and numbers"));
    CHECK_THROWS_WITH(read(""), ContainsSubstring("glove.txt: is empty"));
}

TEST_CASE("a model file cut short or changed is an error and says so") {
    const auto gold = gold_sentences();
    auto options = tiny();
    options.epochs = 1;
    TrainProgress silent;
    silent.epoch = [](auto, auto, const auto&) {};
    const auto file = train(gold, options, silent);
    for (std::size_t length = 0; length < file.size(); length += 97)
        CHECK_THROWS_AS(Model::from_bytes(std::string_view(file).substr(0, length), "cut"), Error);
    for (std::size_t at = 0; at < file.size(); at += 131) {
        auto changed = file;
        changed[at] = static_cast<char>(changed[at] ^ 0x40);
        CHECK_THROWS_AS(Model::from_bytes(changed, "changed"), Error);
    }
    CHECK_THROWS_WITH(Model::from_bytes("no model", "x.model"), ContainsSubstring("x.model: not a model"));
    CHECK_THROWS_WITH(Model::load("/nonexistent.model"), ContainsSubstring("/nonexistent.model: cannot be opened"));
}

TEST_CASE("nothing to learn from is an error") {
    CHECK_THROWS_AS(train({}, tiny(), {}), Error);
}

TEST_CASE("a sentence longer than the network reads is cut, an empty one is nothing") {
    const auto gold = gold_sentences();
    auto options = tiny();
    options.epochs = 1;
    TrainProgress silent;
    silent.epoch = [](auto, auto, const auto&) {};
    const auto file = train(gold, options, silent);
    const auto model = Model::from_bytes(file, "tiny");
    ParserNetwork network(model);
    std::vector<WordAnalysis> found;
    network.analyse({}, found);
    CHECK(found.empty());
    network.analyse(std::vector<std::string_view>(ParserNetwork::longest + 50, "men"), found);
    CHECK(found.size() == ParserNetwork::longest);
}
