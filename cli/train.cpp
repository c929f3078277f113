#include "extract/train/names.hpp"
#include "extract/train/trainer.hpp"

#include <openssl/sha.h>

#include <array>
#include <cstdio>
#include <iostream>
#include <optional>

#include "cli/commands.hpp"
#include "cli/output.hpp"
#include "cli/progress.hpp"
#include "record/error.hpp"
#include "record/table.hpp"

namespace chancery {

namespace {

std::string sha256(std::string_view bytes) {
    std::array<unsigned char, SHA256_DIGEST_LENGTH> digest{};
    SHA256(reinterpret_cast<const unsigned char*>(bytes.data()), bytes.size(), digest.data());
    std::string text;
    for (const auto byte : digest) {
        std::array<char, 3> two{};
        std::snprintf(two.data(), two.size(), "%02x", byte);
        text += two.data();
    }
    return text;
}

/// Sentences of several files, and what they were, for the model's own account of itself.
struct Data {
    std::vector<ConlluSentence> sentences;
    std::string names, digest;
};

Data read_data(const std::vector<std::string>& files, const std::vector<std::string>& names) {
    Data data;
    std::string digests;
    for (const auto& file : files) {
        const auto text = read_file(file);
        auto sentences = read_conllu(text, file);
        std::move(sentences.begin(), sentences.end(), std::back_inserter(data.sentences));
        digests += sha256(text);
        if (!data.names.empty()) data.names += ' ';
        data.names += std::filesystem::path(file).filename().string();
    }
    for (const auto& file : names) {
        const auto text = read_file(file);
        if (add_names(text, data.sentences) == 0) continue;
        digests += sha256(text);
        data.names += ' ' + std::filesystem::path(file).filename().string();
    }
    data.digest = sha256(digests);
    return data;
}

void check_gold(const Data& data) {
    for (const auto& sentence : data.sentences)
        for (const auto& word : sentence.words)
            if (word.upos.empty() || word.relation.empty())
                throw Error("train: the word \"" + word.form +
                            "\" has no tag or no head. Training needs gold tags and trees.");
}

std::string line_of(const Accuracy& a) {
    std::array<char, 160> line{};
    std::snprintf(line.data(), line.size(),
                  "UPOS %.2f XPOS %.2f UAS %.2f LAS %.2f UAS without punctuation %.2f names %.2f", a.upos, a.xpos,
                  a.uas, a.las, a.uas_without_punctuation, a.names);
    return line.data();
}

}  // namespace

int run_train(const TrainCommand& command) {
    const auto data = read_data(command.train, command.names);
    check_gold(data);
    const auto dev = read_data(command.dev, command.names);
    auto options = command.options;
    WordVectors vectors;
    std::string vectors_line;
    if (!command.vectors.empty()) {
        const auto text = read_file(command.vectors);
        vectors = WordVectors::read(text, command.vectors);
        options.vectors = &vectors;
        vectors_line = "\nvectors: " + std::filesystem::path(command.vectors).filename().string() + ' ' + sha256(text);
    }
    options.about = "name: " + command.name + "\nlicence: " + command.licence + "\ndata: " + data.names +
                    "\ndigest: " + data.digest + vectors_line + "\nseed: " + std::to_string(options.seed) +
                    "\nepochs: " + std::to_string(options.epochs) + "\n";
    constexpr std::size_t ticks = 1000;
    std::optional<Progress> bar;
    bar.emplace(ticks);
    std::size_t shown = 0;
    TrainProgress progress;
    progress.step = [&](double share, double) {
        for (; shown < static_cast<std::size_t>(share * ticks); ++shown) bar->step();
    };
    progress.epoch = [&](std::uint32_t epoch, double loss, const std::string& file) {
        std::array<char, 64> head{};
        std::snprintf(head.data(), head.size(), "epoch %u loss %.4f", epoch + 1, loss);
        std::cerr << head.data();
        if (!dev.sentences.empty())
            std::cerr << " dev " << line_of(evaluate(Model::from_bytes(file, "the new model"), dev.sentences));
        std::cerr << std::endl;
    };
    const auto file = train(data.sentences, options, progress);
    bar.reset();
    Outputs outputs;
    outputs.write(command.output,
                  [&](std::ostream& out) { out.write(file.data(), static_cast<std::streamsize>(file.size())); });
    outputs.commit();
    return 0;
}

}  // namespace chancery
