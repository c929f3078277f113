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
      root(1, given.arc + given.label) {
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
    return all;
}

std::string quantized_file(const Weights& w, const Vocabulary& vocabulary, const std::string& about) {
    FileBuilder builder;
    ModelView view;
    view.shape = w.shape;
    view.about = about;
    view.tags.assign(vocabulary.tags().begin(), vocabulary.tags().end());
    view.relations.assign(vocabulary.relations().begin(), vocabulary.relations().end());
    view.names.assign(name_classes.begin(), name_classes.end());
    view.hashes = vocabulary.hashes();
    const auto& features = builder.rows(w.features);
    view.features = features.values;
    view.feature_scales = features.scales;
    for (const auto& layer : w.layers) view.layers.push_back(builder.matrix(layer.weights, layer.bias.at));
    view.tag = builder.matrix(w.tag.weights, w.tag.bias.at);
    const auto& rows = builder.rows(w.tag_rows);
    view.tag_rows = {w.shape.wide(), w.shape.tags, rows.values, rows.scales, rows.bias};
    view.heads = builder.matrix(w.heads.weights, w.heads.bias.at);
    view.labels = builder.matrix(w.labels.weights, w.labels.bias.at);
    view.name = builder.matrix(w.names.weights, w.names.bias.at);
    view.root = w.root.at;
    return write_model(view);
}

}  // namespace chancery
