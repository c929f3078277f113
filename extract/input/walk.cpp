#include "extract/input/walk.hpp"

#include <algorithm>
#include <functional>
#include <vector>

#include "extract/input/json.hpp"
#include "extract/input/names.hpp"

namespace chancery {

namespace {

namespace fs = std::filesystem;

class FolderReader final : public Reader {
  public:
    FolderReader(const fs::path& folder, const Selection& selection, const InputLimits& limits)
        : root_(folder), where_(printable_name(folder.string())), selection_(selection), limits_(limits) {
        std::error_code trouble;
        real_root_ = fs::canonical(folder, trouble).string() + "/";
        if (auto lost = enter("")) pending_.push_back(*lost);
    }

    std::optional<Found> next() override {
        while (true) {
            if (!pending_.empty()) {
                auto note = std::move(pending_.back());
                pending_.pop_back();
                return note;
            }
            while (!levels_.empty() && levels_.back().names.empty()) levels_.pop_back();
            if (levels_.empty()) return std::nullopt;
            auto name = std::move(levels_.back().names.back());
            levels_.back().names.pop_back();
            if (name.back() == '/') {
                if (auto lost = enter(levels_.back().path + name)) return *lost;
                continue;
            }
            const auto path = levels_.back().path + name;
            if (auto found = open(path)) return found;
        }
    }

    [[nodiscard]] const std::string& trouble() const override { return none_; }
    [[nodiscard]] const std::string& where() const override { return where_; }

  private:
    /// The names in one folder, largest first, so that the next is the last; those of folders end in "/", which puts
    /// them where their paths belong.
    struct Level {
        std::string path;  ///< below the root, empty or with "/" at its end
        std::vector<std::string> names;
    };

    std::optional<Note> enter(const std::string& path) {
        if (levels_.size() > 200) return Note{message_path(path), "is nested deeper than 200 folders."};
        std::error_code trouble;
        fs::directory_iterator it(root_ / path, trouble);
        if (trouble) return Note{message_path(path), "cannot be opened (" + trouble.message() + "). Check its rights."};
        Level level{path, {}};
        for (const fs::directory_iterator end; it != end; it.increment(trouble)) {
            auto name = it->path().filename().string();
            std::error_code unknown;
            const auto kind = it->symlink_status(unknown).type();
            if (kind == fs::file_type::directory) {
                if (selection_.enters(path + name)) level.names.push_back(name + "/");
            } else if ((kind == fs::file_type::regular || kind == fs::file_type::symlink) &&
                       selection_.wants(path + name)) {
                level.names.push_back(std::move(name));
            }
            if (trouble) break;
        }
        if (trouble) return Note{message_path(path), "cannot be listed to its end (" + trouble.message() + ")."};
        std::sort(level.names.begin(), level.names.end(), std::greater<>());
        levels_.push_back(std::move(level));
        return std::nullopt;
    }

    std::optional<Found> open(const std::string& path) {
        const auto file = root_ / path;
        std::error_code trouble;
        if (fs::is_symlink(file, trouble)) {
            const auto target = fs::canonical(file, trouble);
            if (trouble) return Note{message_path(path), "is a link to nothing, or to itself."};
            if (!(target.string() + "/").starts_with(real_root_))
                return Note{message_path(path), "is a link out of the folder. Name its target to read it."};
            if (!fs::is_regular_file(target, trouble)) return std::nullopt;  // folders are read under their own names
        }
        std::optional<Note> broken;
        auto hints = sidecar_hints(file, broken);
        if (broken) pending_.push_back(std::move(*broken));
        auto member = file_member(file, safe_path(without_suffix(path)), limits_);
        member.hints = std::move(hints);
        return member;
    }

    [[nodiscard]] std::string message_path(const std::string& path) const {
        return printable_name((root_ / path).string());
    }

    fs::path root_;
    std::string where_, real_root_, none_;
    const Selection& selection_;
    const InputLimits& limits_;
    std::vector<Level> levels_;
    std::vector<Note> pending_;
};

}  // namespace

ArticleHints sidecar_hints(const fs::path& path, std::optional<Note>& note) {
    const fs::path sidecar = without_suffix(path.string()) + std::string(sidecar_suffix);
    std::error_code missing;
    if (!fs::is_regular_file(sidecar, missing)) return {};
    std::string bytes;
    Bytes source(file_source(sidecar, std::make_shared<Budget>(InputLimits())));
    if (source.read(bytes, 1U << 20U))
        if (auto hints = parse_json_hints(bytes)) return std::move(*hints);
    note = Note{printable_name(sidecar.string()), "is no JSON object. Mend or remove it.", false, false};
    return {};
}

Member file_member(const fs::path& path, std::string id, const InputLimits& limits) {
    const auto budget = std::make_shared<Budget>(limits);
    return {std::move(id), printable_name(path.string()), Bytes(file_source(path, budget)), budget};
}

std::unique_ptr<Reader> read_folder(const fs::path& folder, const Selection& selection, const InputLimits& limits) {
    return std::make_unique<FolderReader>(folder, selection, limits);
}

}  // namespace chancery
