#include "extract/input/names.hpp"

#include <algorithm>
#include <array>
#include <cstdint>
#include <vector>

namespace chancery {

namespace {

constexpr std::size_t longest_part = 150;  // file systems allow 255 bytes, suffixes and hashes come on top

bool control(char c) {
    return static_cast<unsigned char>(c) < 0x20 || c == '\x7f';
}

/// The length of the UTF-8 character at the front, 0 when it is none.
std::size_t character(std::string_view s) {
    const auto lead = static_cast<unsigned char>(s[0]);
    const std::size_t length = lead < 0x80   ? 1
                               : lead < 0xc2 ? 0
                               : lead < 0xe0 ? 2
                               : lead < 0xf0 ? 3
                               : lead < 0xf5 ? 4
                                             : 0;
    if (length == 0 || length > s.size()) return 0;
    for (std::size_t i = 1; i < length; ++i)
        if ((static_cast<unsigned char>(s[i]) & 0xc0U) != 0x80U) return 0;
    return length;
}

std::string safe_part(std::string_view part) {
    std::string out;
    while (!part.empty() && out.size() < longest_part) {
        const auto length = character(part);
        const bool second_control = length == 2 && part[0] == '\xc2' && static_cast<unsigned char>(part[1]) < 0xa0;
        if (length == 0 || control(part[0]) || part[0] == '\\' || second_control) {
            out.push_back('_');
        } else {
            out.append(part, 0, length);
        }
        part.remove_prefix(std::max<std::size_t>(length, 1));
    }
    return out;
}

bool in_set(std::string_view set, char c) {
    for (std::size_t i = 0; i < set.size(); ++i) {
        if (i + 2 < set.size() && set[i + 1] == '-') {
            if (set[i] <= c && c <= set[i + 2]) return true;
            i += 2;
        } else if (set[i] == c) {
            return true;
        }
    }
    return false;
}

/// One element of a glob: what it takes, and whether any number of times.
struct GlobPart {
    char literal = 0;
    std::string_view set = {};
    bool any = false, outside = false, repeated = false, crosses = false, folders = false;

    [[nodiscard]] bool takes(char c) const {
        if (any) return crosses || c != '/';
        if (set.empty()) return c == literal;
        return c != '/' && in_set(set, c) != outside;
    }
};

std::vector<GlobPart> parts_of(std::string_view glob) {
    std::vector<GlobPart> parts;
    for (std::size_t i = 0; i < glob.size(); ++i) {
        GlobPart part;
        const auto close = glob[i] == '[' ? glob.find(']', i + 2) : std::string_view::npos;
        if (glob[i] == '*') {
            part.any = part.repeated = true;
            part.crosses = i + 1 < glob.size() && glob[i + 1] == '*';
            if (part.crosses) ++i;
            part.folders = part.crosses && i + 1 < glob.size() && glob[i + 1] == '/';  // none at all, too
            if (part.folders) ++i;
        } else if (glob[i] == '?') {
            part.any = true;
        } else if (close != std::string_view::npos) {
            part.outside = glob[i + 1] == '!';
            part.set = glob.substr(i + 1 + part.outside, close - i - 1 - part.outside);
            i = close;
        } else {
            part.literal = glob[i];
        }
        parts.push_back(part);
    }
    return parts;
}

}  // namespace

std::string safe_id(std::string_view id) {
    std::string out(id.substr(0, longest_part));
    for (auto& c : out) {
        const bool plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' ||
                           c == '_' || c == '.';
        if (!plain) c = '_';
    }
    if (!out.empty() && out.front() == '.') out.front() = '_';
    return out;
}

std::string safe_path(std::string_view path) {
    std::string out;
    while (!path.empty() && out.size() < 1000) {
        const auto part = path.substr(0, path.find('/'));
        path.remove_prefix(std::min(path.size(), part.size() + 1));
        if (part.empty() || part == "." || part == "..") continue;
        if (!out.empty()) out.push_back('/');
        out += safe_part(part);
    }
    return out;
}

std::string without_suffix(std::string_view path) {
    static constexpr std::array<std::string_view, 8> packed = {".gz",  ".bz2",  ".xz",  ".zst",
                                                               ".tgz", ".tbz2", ".txz", ".tzst"};
    const auto cut = [&](std::string_view from) {
        const auto name = from.rfind('/') == std::string_view::npos ? 0 : from.rfind('/') + 1;
        const auto dot = from.rfind('.');
        return dot == std::string_view::npos || dot <= name ? from : from.substr(0, dot);
    };
    for (const auto suffix : packed)
        if (path.ends_with(suffix)) {
            path = cut(path);
            if (suffix.starts_with(".t")) return std::string(path);
            break;
        }
    return std::string(cut(path));
}

std::string printable_name(std::string_view name) {
    std::string out(name.substr(0, 300));
    for (auto& c : out)
        if (control(c)) c = '?';
    return out;
}

bool glob_matches(std::string_view glob, std::string_view path) {
    if (glob.find('/') == std::string_view::npos) path = path.substr(path.rfind('/') + 1);
    // All places in the glob that the path read so far may stand at: time is their product, whatever the glob.
    const auto parts = parts_of(glob);
    std::vector<char> at(parts.size() + 1), next(parts.size() + 1);
    const auto open = [&](std::vector<char>& places, std::size_t i) {
        places[i] = 1;
        for (; i < parts.size() && parts[i].repeated; ++i) places[i + 1] = 1;
    };
    open(at, 0);
    for (const char c : path) {
        std::fill(next.begin(), next.end(), 0);
        for (std::size_t i = 0; i < parts.size(); ++i)
            if (at[i] == 0 || !parts[i].takes(c)) {
                continue;
            } else if (parts[i].folders && c != '/') {
                next[i] = 1;
            } else {
                open(next, parts[i].repeated ? i : i + 1);
            }
        at.swap(next);
    }
    return at.back() != 0;
}

}  // namespace chancery
