#include "extract/train/weights.hpp"

#include <algorithm>
#include <cmath>
#include <deque>
#include <span>

namespace chancery {

namespace {

Linear linear(std::uint32_t input, std::uint32_t output) {
    return {Parameter(input, output), Parameter(1, output)};
}

void uniform(Parameter& p, Random& random, float bound) {
    for (auto& x : p.at) x = (random.unit() * 2 - 1) * bound;
}

void glorot(Linear& l, Random& random) {
    uniform(l.weights, random, std::sqrt(6.0F / static_cast<float>(l.weights.rows + l.weights.columns)));
}

/// int8 values and scales that outlive the view of them.
struct Rounded {
    std::vector<std::int8_t> values;
    std::vector<float> scales, bias;
};

/// Rounds `count` vectors of `length`, element k of vector v at value(v, k).
template <typename Value>
void round_vectors(std::uint32_t count, std::uint32_t length, Value value, Rounded& out) {
    for (std::uint32_t v = 0; v < count; ++v) {
        float largest = 0;
        for (std::uint32_t k = 0; k < length; ++k) largest = std::max(largest, std::fabs(value(v, k)));
        out.scales.push_back(largest / 127.0F);
        for (std::uint32_t k = 0; k < length; ++k)
            out.values.push_back(largest < 1e-20F
                                     ? std::int8_t{0}
                                     : static_cast<std::int8_t>(std::lrint(value(v, k) * 127.0F / largest)));
    }
}

class FileBuilder {
  public:
    StoredMatrix matrix(const Parameter& weights, const std::vector<float>& bias) {
        auto& rounded = kept_.emplace_back();
        round_vectors(
            weights.columns, weights.rows,
            [&](auto c, auto k) { return weights.at[std::size_t{k} * weights.columns + c]; }, rounded);
        rounded.bias = bias;
        return {weights.rows, weights.columns, rounded.values, rounded.scales, rounded.bias};
    }
    Rounded& rows(const Parameter& table) {
        auto& rounded = kept_.emplace_back();
        round_vectors(
            table.rows, table.columns, [&](auto r, auto k) { return table.at[std::size_t{r} * table.columns + k]; },
            rounded);
        rounded.bias.assign(table.rows, 0.0F);
        return rounded;
    }

  private:
    std::deque<Rounded> kept_;
};

}  // namespace

Weights::Weights(const ModelShape& given)
    : shape(given),
      features(given.rows, given.width),
      tag(linear(given.wide(), given.tags)),
      heads(linear(given.wide(), given.head_output())),
      labels(linear(given.label, given.relations)),
      names(linear(given.wide(), given.names)),
      tag_rows(given.tags, given.wide()),
      root(1, given.arc + given.label),
      vectors(given.vectors, given.width) {
    for (std::uint32_t l = 0; l < given.layers; ++l)
        layers.push_back(linear(given.layer_input(l), given.layer_output()));
}

void Weights::initialise(Random& random) {
    uniform(features, random, 0.1F);
    for (auto& layer : layers) {
        glorot(layer, random);
        for (std::uint32_t direction = 0; direction < 2; ++direction)
            for (std::uint32_t j = 0; j < shape.hidden; ++j)
                layer.bias.at[std::size_t{direction} * 3 * shape.hidden + shape.hidden + j] = 0.5F;
    }
    glorot(tag, random);
    glorot(heads, random);
    glorot(labels, random);
    glorot(names, random);
    uniform(tag_rows, random, 0.05F);
    uniform(root, random, 0.1F);
    uniform(vectors, random, std::sqrt(6.0F / static_cast<float>(shape.vectors + shape.width)));
}

std::vector<Parameter*> Weights::dense() {
    std::vector<Parameter*> all;
    const auto add = [&](Linear& l) {
        all.push_back(&l.weights);
        all.push_back(&l.bias);
    };
    for (auto& layer : layers) add(layer);
    add(tag);
    add(heads);
    add(labels);
    add(names);
    all.push_back(&tag_rows);
    all.push_back(&root);
    all.push_back(&vectors);
    return all;
}

namespace {

/// The feature rows of a file: those that were learnt, and what its vector tells of each word, known or not.
struct FeatureRows {
    std::vector<std::uint64_t> hashes;
    Parameter table;
};

void add_vector(const Parameter& map, std::span<const float> vector, float* row) {
    for (std::uint32_t k = 0; k < map.rows; ++k)
        for (std::uint32_t j = 0; j < map.columns; ++j) row[j] += vector[k] * map.at[std::size_t{k} * map.columns + j];
}

FeatureRows feature_rows(const Weights& w, const Vocabulary& vocabulary) {
    const auto width = w.shape.width;
    const auto& learnt = vocabulary.hashes();
    const auto no_words = WordVectors();
    const auto& vectors = vocabulary.vectors() == nullptr ? no_words : *vocabulary.vectors();
    FeatureRows out;
    out.hashes.reserve(learnt.size() + vectors.hashes().size());
    std::set_union(learnt.begin(), learnt.end(), vectors.hashes().begin(), vectors.hashes().end(),
                   std::back_inserter(out.hashes));
    out.table = Parameter(static_cast<std::uint32_t>(out.hashes.size()), width);
    std::size_t known = 0, given = 0;
    for (std::size_t r = 0; r < out.hashes.size(); ++r) {
        const bool was_learnt = known < learnt.size() && learnt[known] == out.hashes[r];
        const auto* from = w.features.at.data() + (was_learnt ? known++ : 0) * width;  // row 0: the unknown word
        auto* row = out.table.at.data() + r * width;
        std::copy_n(from, width, row);
        if (given < vectors.hashes().size() && vectors.hashes()[given] == out.hashes[r])
            add_vector(w.vectors, vectors.at(given++), row);
    }
    return out;
}

}  // namespace

std::string quantized_file(const Weights& w, const Vocabulary& vocabulary, const std::string& about) {
    FileBuilder builder;
    ModelView view;
    const auto rows = feature_rows(w, vocabulary);
    view.shape = w.shape;
    view.shape.rows = rows.table.rows;
    view.shape.vectors = 0;
    view.about = about;
    view.tags.assign(vocabulary.tags().begin(), vocabulary.tags().end());
    view.relations.assign(vocabulary.relations().begin(), vocabulary.relations().end());
    view.names.assign(name_classes.begin(), name_classes.end());
    view.hashes = rows.hashes;
    const auto& features = builder.rows(rows.table);
    view.features = features.values;
    view.feature_scales = features.scales;
    for (const auto& layer : w.layers) view.layers.push_back(builder.matrix(layer.weights, layer.bias.at));
    view.tag = builder.matrix(w.tag.weights, w.tag.bias.at);
    const auto& tag_rows = builder.rows(w.tag_rows);
    view.tag_rows = {w.shape.wide(), w.shape.tags, tag_rows.values, tag_rows.scales, tag_rows.bias};
    view.heads = builder.matrix(w.heads.weights, w.heads.bias.at);
    view.labels = builder.matrix(w.labels.weights, w.labels.bias.at);
    view.name = builder.matrix(w.names.weights, w.names.bias.at);
    view.root = w.root.at;
    return write_model(view);
}

}  // namespace chancery
