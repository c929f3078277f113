#pragma once
#include <cstdint>
#include <filesystem>
#include <map>
#include <string>
#include <string_view>

namespace chancery {

/// How often a construction was right in articles annotated by hand: models/confidence.tsv, made by bench/calibrate.py.
class Confidence {
  public:
    /// Throws Error "FILE:LINE: ..." on a row that is no count.
    static Confidence read(const std::filesystem::path& path);

    /// Per mille for a relation of `kind` found by `construction`: its count, drawn towards that of the kind as if four
    /// more had been seen (an m-estimate); `fallback` for a kind that was never counted.
    [[nodiscard]] std::uint16_t of(std::string_view kind, std::string_view construction, std::uint16_t fallback) const;

  private:
    struct Count {
        std::uint32_t right = 0, seen = 0;
    };
    std::map<std::string, Count, std::less<>> kinds_, constructions_;
};

}  // namespace chancery
