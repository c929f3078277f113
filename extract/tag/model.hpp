#pragma once
#include <cstdint>
#include <filesystem>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "extract/tag/kernels.hpp"

namespace chancery {

/// The sizes of a network. Limits keep a broken file from asking for more memory than it holds.
struct ModelShape {
    std::uint32_t rows = 0;       ///< of the feature table
    std::uint32_t width = 96;     ///< of a feature row
    std::uint32_t hidden = 112;   ///< of one direction of a layer
    std::uint32_t layers = 3;     ///< 1 to 4
    std::uint32_t tag_layer = 1;  ///< the layer whose output the tags are read from
    std::uint32_t arc = 96;       ///< of the vectors that score arcs
    std::uint32_t label = 64;     ///< of the vectors that score relations
    std::uint32_t tags = 0, relations = 0;
    std::uint32_t names = 1;    ///< classes of names: none, person, place, organisation
    std::uint32_t vectors = 0;  ///< numbers of a given word vector, in training alone: a file has them in its rows

    [[nodiscard]] std::uint32_t wide() const { return 2 * hidden; }
    [[nodiscard]] std::uint32_t layer_input(std::uint32_t layer) const { return layer == 0 ? 3 * width : wide(); }
    [[nodiscard]] std::uint32_t layer_output() const { return 6 * hidden; }
    [[nodiscard]] std::uint32_t head_output() const;
    bool operator==(const ModelShape&) const = default;
};

/// Distances between a word and its head fall into this many classes, the last for the root.
inline constexpr std::uint32_t distance_buckets = 17;
/// The class of head h (1-based) for word d.
[[nodiscard]] std::uint32_t distance_bucket(std::uint32_t head, std::uint32_t word);

/// Weights as they stand in the file: int8 column after column with a scale a column, and float biases.
struct StoredMatrix {
    std::uint32_t inner = 0, columns = 0;
    std::span<const std::int8_t> weights;
    std::span<const float> scales, bias;
};

/// What a model file holds, as views into its bytes.
struct ModelView {
    ModelShape shape;
    std::string_view about;  ///< lines "key: value": name, licence, data, digest, command
    std::vector<std::string_view> tags, relations, names;
    std::span<const std::uint64_t> hashes;  ///< of the feature rows, ascending; row 0 is the unknown word
    std::span<const std::int8_t> features;  ///< rows x width
    std::span<const float> feature_scales;
    std::vector<StoredMatrix> layers;
    StoredMatrix tag, tag_rows, heads, labels, name;  ///< tag_rows: what a tag adds to the next layer's input
    std::span<const float> root;                      ///< arc + label numbers
};

/// The checksum in the head of a model file, of all bytes behind the head.
[[nodiscard]] std::uint64_t model_checksum(std::string_view file);

/// Writes a model file (docs/formats/model.md).
[[nodiscard]] std::string write_model(const ModelView& view);

/// A model ready to run: the file mapped into memory, checked, its matrices packed.
class Model {
  public:
    /// Throws Error "FILE: what. what to do" when the file is missing, of another version, cut short or damaged.
    static Model load(const std::filesystem::path& path);
    /// The same from memory, which must outlive the model and be aligned to 8.
    static Model from_bytes(std::string_view bytes, const std::string& name);

    Model(Model&&) noexcept;
    Model& operator=(Model&&) noexcept;
    ~Model();

    [[nodiscard]] const ModelView& view() const { return view_; }
    /// The row of a feature; -1 when the model has none.
    [[nodiscard]] std::int32_t row_of(std::uint64_t hash) const;
    /// The value of a line of `about`; empty when there is none.
    [[nodiscard]] std::string_view about(std::string_view key) const;

    std::vector<PackedMatrix> layers;
    PackedMatrix tag, heads, labels, name;

  private:
    Model();
    void prepare();
    struct Mapping;
    std::unique_ptr<Mapping> mapping_;
    ModelView view_;
    std::vector<std::uint32_t> starts_;  ///< first row by the top bits of the hash
};

}  // namespace chancery
