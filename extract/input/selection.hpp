#pragma once
#include <string>
#include <string_view>
#include <vector>

namespace chancery {

/// Which files of folders and archives are read: all when there is no include, else those that fit one (glob_matches);
/// never one that fits an exclude, nor anything below a folder that does. Names that begin with "." are passed over,
/// sidecars, too; READMEs, licences and what belongs to saved pages (scripts, styles) unless an include asks for it.
struct Selection {
    std::vector<std::string> include, exclude;

    /// `path` is below the folder or archive.
    [[nodiscard]] bool wants(std::string_view path) const;
    [[nodiscard]] bool enters(std::string_view folder) const;
};

inline constexpr std::string_view sidecar_suffix = ".meta.json";

}  // namespace chancery
