// The forward pass, one sentence at a time, in integers where the work is.
//
// Every matrix product is int8 times int8 into int32, exact; what stands between is float arithmetic of single
// additions and multiplications in a fixed order (the build forbids fusing them) and table look-ups. So the same model
// and the same sentence give the same tree on every machine.
//
// Rows are rounded to int8 with a scale of their own before each product. Measured on the treebanks, the rounding of
// weights and inputs costs nothing.
#include "extract/tag/network.hpp"

#include <algorithm>

#include "extract/tag/activation.hpp"
#include "extract/tag/features.hpp"
#include "extract/tag/loops.hpp"

namespace chancery {

namespace {

/// out[r] = sums[r] brought to scale, plus bias.
void scale_rows(const std::vector<std::int32_t>& sums, const QuantizedRows& x, const PackedMatrix& w,
                std::span<const float> bias, std::vector<float>& out) {
    const auto wide = round_up(w.columns, 16);
    out.resize(std::size_t{x.rows} * w.columns);
    for (std::uint32_t r = 0; r < x.rows; ++r) {
        const auto* from = sums.data() + std::size_t{r} * wide;
        auto* to = out.data() + std::size_t{r} * w.columns;
        loops().scale(from, w.columns, x.scales[r], w.scales.data(), bias.data(), to);
    }
}

std::uint16_t best_of(const float* values, std::uint32_t count) {
    return static_cast<std::uint16_t>(std::max_element(values, values + count) - values);
}

}  // namespace

void ParserNetwork::embed(std::span<const std::string_view> forms) {
    const auto& view = model_.view();
    const auto width = view.shape.width;
    x_.assign(std::size_t{n_} * width, 0.0F);
    for (std::uint32_t t = 0; t < n_; ++t) {
        const auto hashes = features_of(forms[t], t == 0);
        auto* to = x_.data() + std::size_t{t} * width;
        for (std::size_t k = 0; k < hashes.size(); ++k) {
            if (hashes[k] == 0) continue;
            auto row = model_.row_of(hashes[k]);
            if (row < 0 && k == 0) row = 0;
            if (row < 0) continue;
            const float scale = view.feature_scales[static_cast<std::size_t>(row)];
            const auto* from = view.features.data() + static_cast<std::size_t>(row) * width;
            loops().add(from, width, scale, to);
        }
    }
}

/// The first layer reads a word with its two neighbours, zeros beyond the ends.
void ParserNetwork::window() {
    const auto width = model_.view().shape.width;
    quantized_.resize(n_, 3 * width);
    row_.resize(std::size_t{3} * width);
    for (std::uint32_t t = 0; t < n_; ++t) {
        std::fill(row_.begin(), row_.end(), 0.0F);
        const auto first = t == 0 ? t : t - 1, last = std::min(t + 1, n_ - 1);
        for (auto from = first; from <= last; ++from)
            std::copy_n(x_.data() + std::size_t{from} * width, width, row_.data() + std::size_t{from + 1 - t} * width);
        quantized_.set(t, row_);
    }
}

/// c = f c' + (1 - f) z, h = o c, forwards or backwards, in place of the gates.
void ParserNetwork::recur(std::uint32_t direction) {
    const auto& shape = model_.view().shape;
    const auto hidden = shape.hidden;
    row_.assign(hidden, 0.0F);
    for (std::uint32_t step = 0; step < n_; ++step) {
        const auto t = direction == 0 ? step : n_ - 1 - step;
        const auto* g = gates_.data() + std::size_t{t} * shape.layer_output() + std::size_t{direction} * 3 * hidden;
        auto* out = out_.data() + std::size_t{t} * shape.wide() + std::size_t{direction} * hidden;
        loops().recur(g, hidden, row_.data(), out);
    }
}

void ParserNetwork::layer(std::uint32_t index) {
    const auto& view = model_.view();
    const auto wide = view.shape.wide();
    if (index == 0) {
        window();
    } else {
        quantized_.resize(n_, wide);
        for (std::uint32_t t = 0; t < n_; ++t) quantized_.set(t, {in_.data() + std::size_t{t} * wide, wide});
    }
    multiply(quantized_, model_.layers[index], sums_);
    scale_rows(sums_, quantized_, model_.layers[index], view.layers[index].bias, gates_);
    out_.resize(std::size_t{n_} * wide);
    recur(0);
    recur(1);
    if (index > 0)
        for (std::size_t i = 0; i < out_.size(); ++i) out_[i] += in_[i];
    in_.swap(out_);
}

/// Reads the tags off the layer's output and adds the likely ones to it, for the layers above.
void ParserNetwork::tags(std::vector<WordAnalysis>& out) {
    const auto& view = model_.view();
    const auto wide = view.shape.wide(), count = view.shape.tags;
    quantized_.resize(n_, wide);
    for (std::uint32_t t = 0; t < n_; ++t) quantized_.set(t, {in_.data() + std::size_t{t} * wide, wide});
    multiply(quantized_, model_.tag, sums_);
    scale_rows(sums_, quantized_, model_.tag, view.tag.bias, gates_);
    constexpr float least = 1.0F / 512;  // tags less likely add nothing
    for (std::uint32_t t = 0; t < n_; ++t) {
        auto* p = gates_.data() + std::size_t{t} * count;
        const auto best = best_of(p, count);
        out[t].tag = best;
        const float top = p[best];
        float sum = 0;
        for (std::uint32_t c = 0; c < count; ++c) sum += p[c] = Activation::get().exp(p[c] - top);
        auto* to = in_.data() + std::size_t{t} * wide;
        for (std::uint32_t c = 0; c < count; ++c) {
            const float share = p[c] / sum;
            if (share < least) continue;
            const float scale = share * view.tag_rows.scales[c];
            const auto* row = view.tag_rows.weights.data() + std::size_t{c} * wide;
            loops().add(row, wide, scale, to);
        }
    }
}

void ParserNetwork::score_arcs() {
    const auto& view = model_.view();
    const auto& s = view.shape;
    const auto columns = s.head_output();
    quantized_.resize(n_, s.wide());
    for (std::uint32_t t = 0; t < n_; ++t) quantized_.set(t, {in_.data() + std::size_t{t} * s.wide(), s.wide()});
    multiply(quantized_, model_.heads, sums_);
    scale_rows(sums_, quantized_, model_.heads, view.heads.bias, heads_);
    arcs_.resize(n_);
    const auto distance = 2 * s.arc + 2 * s.label;
    for (std::uint32_t t = 0; t < n_; ++t)
        for (std::uint32_t j = 0; j < s.arc; ++j) {
            auto& u = heads_[std::size_t{t} * columns + j];
            u = std::max(u, 0.0F);
        }
    row_.resize(std::size_t{n_} + 1);
    for (std::uint32_t d = 1; d <= n_; ++d) {
        const auto* own = heads_.data() + std::size_t{d - 1} * columns;
        loops().dots(own + s.arc, s.arc, view.root.data(), 0, 1, row_.data());
        loops().dots(own + s.arc, s.arc, heads_.data(), columns, n_, row_.data() + 1);
        arcs_.at(d, 0) = row_[0] + own[distance + distance_buckets - 1];
        for (std::uint32_t h = 1; h <= n_; ++h) {
            if (h == d) continue;
            const auto* other = heads_.data() + std::size_t{h - 1} * columns;
            const auto bucket = distance_bucket(h, d);
            arcs_.at(d, h) = row_[h] + own[distance + bucket] + other[distance + distance_buckets + bucket];
        }
    }
}

/// Reads the classes of names off the same rounded rows as the heads.
void ParserNetwork::names(std::vector<WordAnalysis>& out) {
    const auto& view = model_.view();
    const auto count = view.shape.names;
    multiply(quantized_, model_.name, sums_);
    scale_rows(sums_, quantized_, model_.name, view.name.bias, gates_);
    for (std::uint32_t t = 0; t < n_; ++t) out[t].name = best_of(gates_.data() + std::size_t{t} * count, count);
}

void ParserNetwork::relations(std::vector<WordAnalysis>& out) {
    const auto& view = model_.view();
    const auto& s = view.shape;
    const std::size_t columns = s.head_output(), label_at = std::size_t{2} * s.arc;
    quantized_.resize(n_, s.label);
    row_.resize(s.label);
    for (std::uint32_t d = 0; d < n_; ++d) {
        const auto head = tree_[d];
        const auto* p = head == 0 ? view.root.data() + s.arc : heads_.data() + (head - 1) * columns + label_at;
        const auto* q = heads_.data() + d * columns + label_at + s.label;
        for (std::uint32_t j = 0; j < s.label; ++j) row_[j] = std::max(p[j] + q[j], 0.0F);
        quantized_.set(d, row_);
    }
    multiply(quantized_, model_.labels, sums_);
    scale_rows(sums_, quantized_, model_.labels, view.labels.bias, gates_);
    for (std::uint32_t d = 0; d < n_; ++d) {
        out[d].relation = best_of(gates_.data() + std::size_t{d} * s.relations, s.relations);
        out[d].head = tree_[d];
        float next = -1e9F;
        for (std::uint32_t h = 0; h <= n_; ++h)
            if (h != d + 1 && h != tree_[d]) next = std::max(next, arcs_.at(d + 1, h));
        out[d].margin = n_ == 1 ? 10.0F : arcs_.at(d + 1, tree_[d]) - next;
    }
}

void ParserNetwork::analyse(std::span<const std::string_view> forms, std::vector<WordAnalysis>& out) {
    n_ = static_cast<std::uint32_t>(std::min<std::size_t>(forms.size(), longest));
    out.assign(n_, {});
    if (n_ == 0) return;
    embed(forms.first(n_));
    for (std::uint32_t l = 0; l < model_.view().shape.layers; ++l) {
        layer(l);
        if (l == model_.view().shape.tag_layer) tags(out);
    }
    score_arcs();
    names(out);
    best_tree(arcs_, chart_, tree_);
    relations(out);
}

}  // namespace chancery
