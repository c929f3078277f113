// Adam over batches of sentences of similar length, with the learning rate held and then brought down.
//
// Each batch is cut into two halves by a rule that does not look at the number of threads; each half has a gradient and
// a random sequence of its own, and the two are added in a fixed order. So one thread and two give the same file.
//
// What is written is the running mean of the weights, which is better than the last ones and steadier over seeds.
#include "extract/train/trainer.hpp"

#include <algorithm>
#include <cmath>
#include <thread>

#include "extract/tag/network.hpp"
#include "extract/train/augment.hpp"
#include "extract/train/backward.hpp"
#include "extract/train/optimizer.hpp"
#include "record/error.hpp"

namespace chancery {

namespace {

using Batch = std::vector<const Example*>;

/// Batches of about `words` words, each of sentences of similar length, in random order.
std::vector<Batch> batches_of(const std::vector<Example>& examples, std::uint32_t words, Random& random) {
    constexpr std::size_t chunk = 200;
    std::vector<const Example*> order;
    order.reserve(examples.size());
    for (const auto& example : examples) order.push_back(&example);
    random.shuffle(order);
    for (std::size_t i = 0; i < order.size(); i += chunk)
        std::stable_sort(order.begin() + static_cast<std::ptrdiff_t>(i),
                         order.begin() + static_cast<std::ptrdiff_t>(std::min(order.size(), i + chunk)),
                         [](const auto* a, const auto* b) { return a->words.size() < b->words.size(); });
    std::vector<Batch> batches;
    std::size_t size = words;
    for (const auto* example : order) {
        if (size + example->words.size() > words) {
            batches.emplace_back();
            size = 0;
        }
        size += example->words.size();
        batches.back().push_back(example);
    }
    random.shuffle(batches);
    return batches;
}

class Trainer {
  public:
    Trainer(const std::vector<ConlluSentence>& sentences, const TrainOptions& options)
        : sentences_(sentences),
          options_(options),
          vocabulary_(sentences, options.vectors),
          shape_(counted(options.shape)),
          weights_(shape_),
          optimizer_(shape_),
          halves_{Pass(shape_), Pass(shape_)} {
        Random random(options.seed);
        weights_.initialise(random);
    }

    std::string run(const TrainProgress& progress) {
        std::string file;
        for (std::uint32_t epoch = 0; epoch < options_.epochs; ++epoch) {
            const auto loss = run_epoch(epoch, progress);
            const bool last = epoch + 1 == options_.epochs;
            file = quantized_file(optimizer_.mean(weights_), vocabulary_, options_.about);
            if (progress.epoch || last) progress.epoch(epoch, loss, file);
        }
        return file;
    }

  private:
    ModelShape counted(ModelShape shape) const {
        shape.rows = static_cast<std::uint32_t>(vocabulary_.hashes().size());
        shape.tags = static_cast<std::uint32_t>(vocabulary_.tags().size());
        shape.relations = static_cast<std::uint32_t>(vocabulary_.relations().size());
        shape.names = static_cast<std::uint32_t>(name_classes.size());
        shape.vectors = options_.vectors == nullptr ? 0 : options_.vectors->length();
        return shape;
    }

    double run_epoch(std::uint32_t epoch, const TrainProgress& progress) {
        Random random(options_.seed * 1000003 + epoch + 1);
        std::vector<Example> examples;
        examples.reserve(sentences_.size());
        for (const auto& sentence : sentences_) examples.push_back(vocabulary_.example(augmented(sentence, random)));
        const auto batches = batches_of(examples, options_.batch, random);
        double loss = 0;
        for (std::size_t b = 0; b < batches.size(); ++b) {
            const double done =
                (epoch + static_cast<double>(b) / static_cast<double>(batches.size())) / options_.epochs;
            const double now = step(batches[b], random.next(), done);
            loss += now;
            if (progress.step) progress.step(done, now);
        }
        return loss / static_cast<double>(batches.size());
    }

    double step(const Batch& batch, std::uint64_t seed, double done) {
        std::array<Batch, 2> parts;
        std::uint32_t words = 0;
        for (std::size_t i = 0; i < batch.size(); ++i) {
            parts[i % 2].push_back(batch[i]);
            words += static_cast<std::uint32_t>(batch[i]->words.size());
        }
        std::array<double, 2> losses{};
        const auto half = [&](std::size_t i) {
            Random random(seed + i);
            losses[i] = halves_[i].run(weights_, parts[i], words, Dropout{}, random);
        };
        if (options_.threads > 1) {
            std::thread other(half, 1);
            half(0);
            other.join();
        } else {
            half(0);
            half(1);
        }
        constexpr double warm = 300, flat = 0.3, least = 0.01;
        const double warming = std::min(1.0, (optimizer_.steps() + 6) / warm);
        const double cooling = done < flat ? 1.0 : std::max(least, (1 - done) / (1 - flat));
        optimizer_.update(weights_, halves_, static_cast<float>(options_.rate * warming * cooling), done);
        return losses[0] + losses[1];
    }

    const std::vector<ConlluSentence>& sentences_;
    const TrainOptions& options_;
    Vocabulary vocabulary_;
    ModelShape shape_;
    Weights weights_;
    Optimizer optimizer_;
    std::array<Pass, 2> halves_;
};

}  // namespace

std::string train(const std::vector<ConlluSentence>& sentences, const TrainOptions& options,
                  const TrainProgress& progress) {
    if (sentences.empty()) throw Error("train: no sentences. Give CoNLL-U files with gold tags and trees to --train.");
    if (options.shape.tag_layer >= options.shape.layers)
        throw Error("train: the tag layer must be one of the layers. Give --tag-layer a number below --layers.");
    return Trainer(sentences, options).run(progress);
}

namespace {

/// Words of names: found and gold, found, gold.
struct NameCounts {
    std::size_t right = 0, found = 0, gold = 0;

    void add(std::string_view predicted, std::uint16_t given) {
        if (given == unknown_name) return;
        found += predicted != name_classes[0];
        gold += given != 0;
        right += given != 0 && predicted == name_classes[given];
    }
    [[nodiscard]] double f1() const {
        return found + gold == 0 ? 0.0 : 200.0 * static_cast<double>(right) / static_cast<double>(found + gold);
    }
};

}  // namespace

Accuracy evaluate(const Model& model, const std::vector<ConlluSentence>& gold) {
    ParserNetwork network(model);
    std::vector<std::string_view> forms;
    std::vector<WordAnalysis> found;
    std::size_t upos = 0, xpos = 0, heads = 0, labelled = 0, plain = 0, plain_heads = 0;
    Accuracy result;
    NameCounts names;
    for (const auto& sentence : gold) {
        if (sentence.words.size() > ParserNetwork::longest) continue;
        forms.clear();
        for (const auto& word : sentence.words) forms.emplace_back(word.form);
        network.analyse(forms, found);
        ++result.sentences;
        const auto gold_names = names_of_words(sentence);
        for (std::size_t i = 0; i < sentence.words.size(); ++i) {
            const auto& word = sentence.words[i];
            const auto tag = model.view().tags[found[i].tag];
            const bool head = found[i].head == word.head;
            ++result.words;
            upos += tag.substr(0, tag.find('|')) == word.upos;
            xpos += tag.substr(tag.find('|') + 1) == word.xpos;
            heads += head;
            names.add(model.view().names[found[i].name], gold_names[i]);
            labelled += head && model.view().relations[found[i].relation] == word.relation;
            if (word.upos != "PUNCT") {
                ++plain;
                plain_heads += head;
            }
        }
    }
    const auto share = [](std::size_t part, std::size_t all) {
        return all == 0 ? 0.0 : 100.0 * static_cast<double>(part) / static_cast<double>(all);
    };
    result.upos = share(upos, result.words);
    result.xpos = share(xpos, result.words);
    result.names = names.f1();
    result.uas = share(heads, result.words);
    result.las = share(labelled, result.words);
    result.uas_without_punctuation = share(plain_heads, plain);
    return result;
}

}  // namespace chancery
