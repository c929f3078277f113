// The first half of a training step: from feature rows to scores, keeping all that the way back needs.
#include <algorithm>

#include "extract/train/backward.hpp"

namespace chancery {

Pass::Pass(const ModelShape& shape) : gradient(shape), shape_(shape), layers_(shape.layers), stamps_(shape.rows, 0) {}

void Pass::fill_mask(std::vector<float>& mask, std::size_t size, float share, Random& random) const {
    mask.resize(size);
    const float keep = 1.0F / (1.0F - share);
    const auto limit = static_cast<std::uint32_t>(share * 65536.0F);
    std::uint64_t bits = 0;
    for (std::size_t i = 0; i < size; ++i) {
        if (i % 4 == 0) bits = random.next();
        mask[i] = (bits & 0xFFFFU) < limit ? 0.0F : keep;
        bits >>= 16U;
    }
}

void Pass::linear_forward(const Linear& l, const float* in, std::vector<float>& out) {
    const auto columns = l.weights.columns;
    out.resize(std::size_t{n_} * columns);
    for (std::uint32_t i = 0; i < n_; ++i)
        std::copy_n(l.bias.at.data(), columns, out.data() + std::size_t{i} * columns);
    multiplier_.multiply({in, n_, l.weights.rows, l.weights.rows},
                         {l.weights.at.data(), l.weights.rows, columns, columns}, out.data(), columns, true);
}

void Pass::embed(Sentences sentences, Random& random) {
    const auto width = shape_.width;
    x_.assign(std::size_t{n_} * width, 0.0F);
    used_.resize(n_);
    std::uint32_t row = 0;
    for (const auto* sentence : sentences)
        for (const auto& word : sentence->words) {
            const bool unknown = dropout_.words && random.unit() < word.drop;
            used_[row] = unknown ? word.rows_unknown : word.rows;
            auto* to = x_.data() + std::size_t{row} * width;
            for (const auto id : used_[row]) {
                const auto* from = w_->features.at.data() + std::size_t{id} * width;
                for (std::uint32_t j = 0; j < width; ++j) to[j] += from[j];
            }
            ++row;
        }
    if (shape_.vectors > 0) embed_vectors(sentences, random);
    fill_mask(x_mask_, x_.size(), dropout_.features, random);
    for (std::size_t i = 0; i < x_.size(); ++i) x_[i] *= x_mask_[i];
}

void Pass::embed_vectors(Sentences sentences, Random& random) {
    const auto length = shape_.vectors, width = shape_.width;
    given_.assign(std::size_t{n_} * length, 0.0F);
    std::size_t row = 0;
    for (const auto* sentence : sentences)
        for (const auto& word : sentence->words) {
            if (!word.vector.empty() && random.unit() >= dropout_.vectors)
                std::copy(word.vector.begin(), word.vector.end(), given_.begin() + static_cast<std::ptrdiff_t>(row));
            row += length;
        }
    multiplier_.multiply({given_.data(), n_, length, length}, {w_->vectors.at.data(), length, width, width}, x_.data(),
                         width, true);
}

void Pass::window() {
    const auto width = shape_.width;
    window_.assign(std::size_t{n_} * 3 * width, 0.0F);
    for (std::size_t s = 0; s + 1 < begin_.size(); ++s)
        for (auto t = begin_[s]; t < begin_[s + 1]; ++t) {
            const auto first = t == begin_[s] ? t : t - 1, last = std::min(t + 1, begin_[s + 1] - 1);
            for (auto from = first; from <= last; ++from)
                std::copy_n(x_.data() + std::size_t{from} * width, width,
                            window_.data() + (std::size_t{t} * 3 + (from + 1 - t)) * width);
        }
}

void Pass::recur(Layer& layer) const {
    const auto hidden = shape_.hidden, wide = shape_.wide(), six = shape_.layer_output();
    layer.states.resize(std::size_t{n_} * wide);
    layer.hidden.resize(std::size_t{n_} * wide);
    const std::vector<float> zeros(hidden, 0.0F);
    for (std::size_t s = 0; s + 1 < begin_.size(); ++s)
        for (std::uint32_t direction = 0; direction < 2; ++direction) {
            const auto length = begin_[s + 1] - begin_[s];
            const float* before = zeros.data();
            for (std::uint32_t step = 0; step < length; ++step) {
                const auto t = direction == 0 ? begin_[s] + step : begin_[s + 1] - 1 - step;
                auto* g = layer.gates.data() + std::size_t{t} * six + std::size_t{direction} * 3 * hidden;
                tanh_all(g, hidden);
                sigmoid_all(g + hidden, 2 * hidden);
                auto* state = layer.states.data() + std::size_t{t} * wide + std::size_t{direction} * hidden;
                auto* out = layer.hidden.data() + std::size_t{t} * wide + std::size_t{direction} * hidden;
                for (std::uint32_t j = 0; j < hidden; ++j) {
                    state[j] = g[hidden + j] * before[j] + (1.0F - g[hidden + j]) * g[j];
                    out[j] = g[2 * hidden + j] * state[j];
                }
                before = state;
            }
        }
}

void Pass::forward_layer(std::uint32_t index, Random& random) {
    auto& layer = layers_[index];
    if (index == 0) window();
    linear_forward(w_->layers[index], index == 0 ? window_.data() : layer.in.data(), layer.gates);
    recur(layer);
    fill_mask(layer.mask, layer.hidden.size(), dropout_.layers, random);
    layer.out.resize(layer.hidden.size());
    for (std::size_t i = 0; i < layer.out.size(); ++i) layer.out[i] = layer.hidden[i] * layer.mask[i];
    if (index > 0)
        for (std::size_t i = 0; i < layer.out.size(); ++i) layer.out[i] += layer.in[i];
}

void Pass::forward_tags(const Layer& layer) {
    const auto count = shape_.tags, wide = shape_.wide();
    linear_forward(w_->tag, layer.out.data(), tag_scores_);
    tag_shares_ = tag_scores_;
    for (std::uint32_t t = 0; t < n_; ++t) {
        auto* p = tag_shares_.data() + std::size_t{t} * count;
        const float top = *std::max_element(p, p + count);
        float sum = 0;
        for (std::uint32_t c = 0; c < count; ++c) sum += p[c] = exp_of(p[c] - top);
        for (std::uint32_t c = 0; c < count; ++c) p[c] /= sum;
    }
    tag_added_ = layer.out;
    multiplier_.multiply({tag_shares_.data(), n_, count, count}, {w_->tag_rows.at.data(), count, wide, wide},
                         tag_added_.data(), wide, true);
}

void Pass::forward_heads(Random& random) {
    linear_forward(w_->heads, top_, heads_);
    linear_forward(w_->names, top_, name_scores_);
    const auto columns = shape_.head_output(), masked = 2 * (shape_.arc + shape_.label);
    fill_mask(heads_mask_, std::size_t{n_} * masked, dropout_.heads, random);
    for (std::uint32_t t = 0; t < n_; ++t) {
        auto* row = heads_.data() + std::size_t{t} * columns;
        for (std::uint32_t j = 0; j < shape_.arc; ++j) row[j] = std::max(row[j], 0.0F);
        for (std::uint32_t j = 0; j < masked; ++j) row[j] *= heads_mask_[std::size_t{t} * masked + j];
    }
}

}  // namespace chancery
