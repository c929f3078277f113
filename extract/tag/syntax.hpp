#pragma once
#include <filesystem>
#include <string_view>

#include "extract/tag/model.hpp"
#include "extract/tag/network.hpp"
#include "record/reading.hpp"

namespace chancery {

/// Tagger and parser, ready for a reading. Immutable once loaded: one serves any number of threads.
class SyntaxModel {
  public:
    /// Reads a model file. Throws Error "FILE: what. what to do".
    static SyntaxModel load(const std::filesystem::path& model);

    /// Tags and a tree for every sentence of `reading`, whose tokens lie in `text`; sentences longer than
    /// ParserNetwork::longest are cut there, and the rest hangs on their root.
    void analyse(std::string_view text, Reading& reading) const;

    [[nodiscard]] const Model& model() const { return model_; }
    /// What the model's class of names at `index` is.
    [[nodiscard]] NameClass name_of(std::uint16_t index) const { return names_[index]; }

  private:
    explicit SyntaxModel(Model model);
    Model model_;
    std::vector<WordClass> classes_;     ///< by tag
    std::vector<Dependency> relations_;  ///< by relation of the model
    std::vector<NameClass> names_;       ///< by class of name of the model
};

/// "NOUN" of "NOUN|NNS", and the rest.
[[nodiscard]] std::string_view universal_tag(std::string_view joint);
[[nodiscard]] std::string_view penn_tag(std::string_view joint);

}  // namespace chancery
