// The second half of a training step: losses and the way back through every layer.
//
// Written out by hand, in the order of the forward pass reversed; tests compare it with finite differences.
#include <algorithm>
#include <cmath>

#include "extract/train/backward.hpp"

namespace chancery {

namespace {

void zero(Parameter& p) {
    std::fill(p.at.begin(), p.at.end(), 0.0F);
}

/// Turns scores into the gradient of their cross-entropy; returns the loss.
double cross_entropy(float* p, std::uint32_t count, std::uint32_t gold, float share) {
    const float top = *std::max_element(p, p + count);
    const float at_gold = p[gold] - top;
    float sum = 0;
    for (std::uint32_t i = 0; i < count; ++i) sum += p[i] = exp_of(p[i] - top);
    for (std::uint32_t i = 0; i < count; ++i) p[i] = p[i] / sum * share;
    p[gold] -= share;
    return static_cast<double>(std::log(sum) - at_gold);
}

}  // namespace

void Pass::clear() {
    for (auto* p : gradient.dense()) zero(*p);
    for (const auto row : touched)
        std::fill_n(gradient.features.at.begin() + static_cast<std::ptrdiff_t>(std::size_t{row} * shape_.width),
                    shape_.width, 0.0F);
    touched.clear();
}

void Pass::linear_backward(const Linear& l, Linear& g, const float* in, const float* d_out, float* d_in, bool add) {
    const auto columns = l.weights.columns, rows = l.weights.rows;
    multiplier_.multiply_transposed({in, n_, rows, rows}, {d_out, n_, columns, columns}, g.weights.at.data(), columns);
    for (std::uint32_t t = 0; t < n_; ++t)
        for (std::uint32_t c = 0; c < columns; ++c) g.bias.at[c] += d_out[std::size_t{t} * columns + c];
    if (d_in != nullptr)
        multiplier_.multiply_by_transposed({d_out, n_, columns, columns}, {l.weights.at.data(), rows, columns, columns},
                                           d_in, rows, add);
}

double Pass::arc_loss(Sentences sentences) {
    const auto arc = shape_.arc, distance = 2 * (shape_.arc + shape_.label);
    d_heads_.assign(std::size_t{n_} * shape_.head_output(), 0.0F);
    double loss = 0;
    for (std::uint32_t s = 0; s < sentences.size(); ++s) {
        const auto n = begin_[s + 1] - begin_[s];
        scores_.resize(n + 1);
        for (std::uint32_t d = 1; d <= n; ++d) {
            const auto* own = head_row(heads_, s, d);
            auto* d_own = head_row(d_heads_, s, d);
            for (std::uint32_t h = 0; h <= n; ++h) {
                const auto* other = h == 0 ? w_->root.at.data() : head_row(heads_, s, h);
                float score = dot_of(other, own + arc, arc);
                const auto bucket = h == 0 ? distance_buckets - 1 : h == d ? 0 : distance_bucket(h, d);
                score += own[distance + bucket];
                if (h != 0) score += other[distance + distance_buckets + bucket];
                scores_[h] = h == d ? -1e9F : score;
            }
            loss += cross_entropy(scores_.data(), n + 1, sentences[s]->words[d - 1].head, share_);
            for (std::uint32_t h = 0; h <= n; ++h) {
                const float g = scores_[h];
                if (h == d || std::fabs(g) < 1e-9F) continue;
                const auto* other = h == 0 ? w_->root.at.data() : head_row(heads_, s, h);
                auto* d_other = h == 0 ? gradient.root.at.data() : head_row(d_heads_, s, h);
                for (std::uint32_t j = 0; j < arc; ++j) {
                    d_own[arc + j] += g * other[j];
                    d_other[j] += g * own[arc + j];
                }
                const auto bucket = h == 0 ? distance_buckets - 1 : distance_bucket(h, d);
                d_own[distance + bucket] += g;
                if (h != 0) d_other[distance + distance_buckets + bucket] += g;
            }
        }
    }
    return loss;
}

double Pass::label_loss(Sentences sentences) {
    const auto arc = shape_.arc, label = shape_.label;
    label_in_.resize(std::size_t{n_} * label);
    const auto visit = [&](auto&& what) {
        for (std::uint32_t s = 0; s < sentences.size(); ++s)
            for (std::uint32_t d = 1; d <= begin_[s + 1] - begin_[s]; ++d) what(s, d, sentences[s]->words[d - 1]);
    };
    visit([&](auto s, auto d, const auto& word) {
        const auto* p = word.head == 0 ? w_->root.at.data() + arc : head_row(heads_, s, word.head) + 2 * arc;
        const auto* q = head_row(heads_, s, d) + 2 * arc + label;
        auto* to = label_in_.data() + std::size_t{begin_[s] + d - 1} * label;
        for (std::uint32_t j = 0; j < label; ++j) to[j] = std::max(0.0F, p[j] + q[j]);
    });
    linear_forward(w_->labels, label_in_.data(), label_scores_);
    double loss = 0;
    visit([&](auto s, auto d, const auto& word) {
        loss += cross_entropy(label_scores_.data() + std::size_t{begin_[s] + d - 1} * shape_.relations,
                              shape_.relations, word.relation, share_);
    });
    std::vector<float> d_in(label_in_.size());
    linear_backward(w_->labels, gradient.labels, label_in_.data(), label_scores_.data(), d_in.data(), false);
    visit([&](auto s, auto d, const auto& word) {
        auto* d_p = word.head == 0 ? gradient.root.at.data() + arc : head_row(d_heads_, s, word.head) + 2 * arc;
        auto* d_q = head_row(d_heads_, s, d) + 2 * arc + label;
        const auto row = std::size_t{begin_[s] + d - 1} * label;
        for (std::uint32_t j = 0; j < label; ++j)
            if (label_in_[row + j] > 0) {
                d_p[j] += d_in[row + j];
                d_q[j] += d_in[row + j];
            }
    });
    return loss;
}

double Pass::tag_loss(Sentences sentences) {
    d_tags_ = tag_scores_;
    double loss = 0;
    std::size_t row = 0;
    for (const auto* sentence : sentences)
        for (const auto& word : sentence->words)
            loss += cross_entropy(d_tags_.data() + row++ * shape_.tags, shape_.tags, word.tag, share_);
    return loss;
}

double Pass::name_loss(Sentences sentences) {
    double loss = 0;
    std::size_t row = 0;
    for (const auto* sentence : sentences)
        for (const auto& word : sentence->words) {
            auto* scores = name_scores_.data() + row++ * shape_.names;
            if (word.name < shape_.names)
                loss += cross_entropy(scores, shape_.names, word.name, share_);
            else
                std::fill_n(scores, shape_.names, 0.0F);
        }
    return loss;
}

void Pass::backward_heads() {
    const auto columns = shape_.head_output(), masked = 2 * (shape_.arc + shape_.label);
    for (std::uint32_t t = 0; t < n_; ++t) {
        auto* g = d_heads_.data() + std::size_t{t} * columns;
        const auto* row = heads_.data() + std::size_t{t} * columns;
        for (std::uint32_t j = 0; j < masked; ++j) g[j] *= heads_mask_[std::size_t{t} * masked + j];
        for (std::uint32_t j = 0; j < shape_.arc; ++j)
            if (row[j] <= 0) g[j] = 0;
    }
    d_out_.resize(std::size_t{n_} * shape_.wide());
    linear_backward(w_->heads, gradient.heads, top_, d_heads_.data(), d_out_.data(), false);
    linear_backward(w_->names, gradient.names, top_, name_scores_.data(), d_out_.data(), true);
}

/// Through what the tags add to the layer above, and through the softmax, to the tag scores.
void Pass::backward_tags(const Layer& layer) {
    const auto count = shape_.tags, wide = shape_.wide();
    std::vector<float> d_shares(std::size_t{n_} * count);
    multiplier_.multiply_by_transposed({d_out_.data(), n_, wide, wide}, {w_->tag_rows.at.data(), count, wide, wide},
                                       d_shares.data(), count, false);
    multiplier_.multiply_transposed({tag_shares_.data(), n_, count, count}, {d_out_.data(), n_, wide, wide},
                                    gradient.tag_rows.at.data(), wide);
    for (std::uint32_t t = 0; t < n_; ++t) {
        const auto* p = tag_shares_.data() + std::size_t{t} * count;
        const auto* q = d_shares.data() + std::size_t{t} * count;
        auto* d = d_tags_.data() + std::size_t{t} * count;
        float mean = 0;
        for (std::uint32_t c = 0; c < count; ++c) mean += p[c] * q[c];
        for (std::uint32_t c = 0; c < count; ++c) d[c] += p[c] * (q[c] - mean);
    }
    linear_backward(w_->tag, gradient.tag, layer.out.data(), d_tags_.data(), d_out_.data(), true);
}

void Pass::backward_recur(const Layer& layer) {
    const auto hidden = shape_.hidden, wide = shape_.wide(), six = shape_.layer_output();
    d_gates_.resize(layer.gates.size());
    std::vector<float> carry(hidden);
    const std::vector<float> zeros(hidden, 0.0F);
    for (std::size_t s = 0; s + 1 < begin_.size(); ++s)
        for (std::uint32_t direction = 0; direction < 2; ++direction) {
            std::fill(carry.begin(), carry.end(), 0.0F);
            const auto part = std::size_t{direction} * hidden;
            for (auto step = begin_[s + 1] - begin_[s]; step-- > 0;) {
                const auto t = direction == 0 ? begin_[s] + step : begin_[s + 1] - 1 - step;
                const auto previous = direction == 0 ? t - 1 : t + 1;
                const auto* g = layer.gates.data() + std::size_t{t} * six + 3 * part;
                const auto* state = layer.states.data() + std::size_t{t} * wide + part;
                const auto* before =
                    step == 0 ? zeros.data() : layer.states.data() + std::size_t{previous} * wide + part;
                const auto* d_hidden = d_out_.data() + std::size_t{t} * wide + part;
                auto* d = d_gates_.data() + std::size_t{t} * six + 3 * part;
                for (std::uint32_t j = 0; j < hidden; ++j) {
                    const float z = g[j], f = g[hidden + j], o = g[2 * hidden + j];
                    const float d_state = d_hidden[j] * o + carry[j];
                    d[2 * hidden + j] = d_hidden[j] * state[j] * o * (1 - o);
                    d[hidden + j] = d_state * (before[j] - z) * f * (1 - f);
                    d[j] = d_state * (1 - f) * (1 - z * z);
                    carry[j] = d_state * f;
                }
            }
        }
}

/// d_out_ is the gradient of the layer's output before, of its input after.
void Pass::backward_layer(std::uint32_t index) {
    auto& layer = layers_[index];
    if (index > 0) d_in_ = d_out_;  // the residual way
    for (std::size_t i = 0; i < d_out_.size(); ++i) d_out_[i] *= layer.mask[i];
    backward_recur(layer);
    if (index > 0) {
        linear_backward(w_->layers[index], gradient.layers[index], layer.in.data(), d_gates_.data(), d_in_.data(),
                        true);
        d_out_.swap(d_in_);
    } else {
        d_window_.resize(window_.size());
        linear_backward(w_->layers[0], gradient.layers[0], window_.data(), d_gates_.data(), d_window_.data(), false);
        backward_window();
    }
}

void Pass::backward_window() {
    const auto width = shape_.width;
    d_in_.assign(std::size_t{n_} * width, 0.0F);
    for (std::size_t s = 0; s + 1 < begin_.size(); ++s)
        for (auto t = begin_[s]; t < begin_[s + 1]; ++t) {
            const auto first = t == begin_[s] ? t : t - 1, last = std::min(t + 1, begin_[s + 1] - 1);
            for (auto to = first; to <= last; ++to) {
                const auto* from = d_window_.data() + (std::size_t{t} * 3 + (to + 1 - t)) * width;
                for (std::uint32_t j = 0; j < width; ++j) d_in_[std::size_t{to} * width + j] += from[j];
            }
        }
}

void Pass::backward_features() {
    const auto width = shape_.width;
    for (std::size_t i = 0; i < d_in_.size(); ++i) d_in_[i] *= x_mask_[i];
    if (shape_.vectors > 0)
        multiplier_.multiply_transposed({given_.data(), n_, shape_.vectors, shape_.vectors},
                                        {d_in_.data(), n_, width, width}, gradient.vectors.at.data(), width);
    ++stamp_;
    for (std::uint32_t t = 0; t < n_; ++t)
        for (const auto row : used_[t]) {
            if (stamps_[row] != stamp_) {
                stamps_[row] = stamp_;
                touched.push_back(row);
            }
            auto* g = gradient.features.at.data() + std::size_t{row} * width;
            for (std::uint32_t j = 0; j < width; ++j) g[j] += d_in_[std::size_t{t} * width + j];
        }
}

double Pass::run(Weights& weights, Sentences sentences, std::uint32_t total_words, const Dropout& dropout,
                 Random& random) {
    clear();
    w_ = &weights;
    dropout_ = dropout;
    share_ = 1.0F / static_cast<float>(total_words);
    begin_.assign(1, 0);
    for (const auto* sentence : sentences)
        begin_.push_back(begin_.back() + static_cast<std::uint32_t>(sentence->words.size()));
    n_ = begin_.back();
    if (n_ == 0) return 0;
    embed(sentences, random);
    for (std::uint32_t l = 0; l < shape_.layers; ++l) {
        if (l > 0) layers_[l].in = l == shape_.tag_layer + 1 ? tag_added_ : layers_[l - 1].out;
        forward_layer(l, random);
        if (l == shape_.tag_layer) forward_tags(layers_[l]);
    }
    top_ = shape_.tag_layer + 1 == shape_.layers ? tag_added_.data() : layers_.back().out.data();
    forward_heads(random);
    double loss = arc_loss(sentences) + label_loss(sentences) + tag_loss(sentences) + name_loss(sentences);
    backward_heads();
    for (auto l = shape_.layers; l-- > 0;) {
        if (l == shape_.tag_layer) backward_tags(layers_[l]);
        backward_layer(l);
    }
    backward_features();
    return loss * static_cast<double>(share_);
}

}  // namespace chancery
