#include "cli/inputs.hpp"

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <fstream>
#include <iostream>

#include "cli/json_lines.hpp"
#include "extract/text/reader.hpp"
#include "record/error.hpp"

namespace chancery {

namespace {

namespace fs = std::filesystem;

bool article_file(const fs::path& path) {
    return path.extension() == ".txt" || path.extension() == ".text" || path.extension() == ".jsonl";
}

void add_folder(const fs::path& folder, std::uint64_t limit, std::vector<Input>& inputs) {
    std::vector<Input> found;
    std::error_code trouble;
    for (fs::recursive_directory_iterator it(folder, fs::directory_options::skip_permission_denied, trouble), end;
         it != end; it.increment(trouble)) {
        if (trouble) break;
        if (!it->is_regular_file(trouble) || !article_file(it->path())) continue;
        auto id = fs::relative(it->path(), folder, trouble).replace_extension().generic_string();
        found.push_back({std::move(id), it->path(), false});
    }
    if (found.empty())
        throw Error(folder.string() + ": holds no article. Articles are files that end in .txt, .text or .jsonl.");
    std::sort(found.begin(), found.end(), [](const Input& a, const Input& b) { return a.id < b.id; });
    for (auto& input : found)
        if (is_json_lines(input.path))
            list_json_lines(input.path, limit, inputs);
        else
            inputs.push_back(std::move(input));
}

std::string slurp(std::istream& in, const std::string& name, std::uint64_t limit) {
    std::string bytes;
    std::string block(1 << 16, '\0');
    while (in.read(block.data(), static_cast<std::streamsize>(block.size())) || in.gcount() > 0) {
        bytes.append(block, 0, static_cast<std::size_t>(in.gcount()));
        if (bytes.size() > limit)
            throw Error(name + ": is longer than one article may be (" + std::to_string(limit) +
                        " bytes). Split it, or raise --max-article.");
    }
    if (in.bad()) throw Error(name + ": cannot be read to its end (" + std::strerror(errno) + "). Check the disk.");
    return bytes;
}

bool blank(const std::string& bytes) {
    return std::all_of(bytes.begin(), bytes.end(),
                       [](char c) { return c == ' ' || c == '\n' || c == '\r' || c == '\t'; });
}

}  // namespace

std::vector<Input> list_inputs(const std::vector<std::string>& arguments, std::uint64_t limit) {
    std::vector<Input> inputs;
    if (arguments.empty()) inputs.push_back({"stdin", {}, true});
    for (const auto& argument : arguments) {
        if (argument == "-") {
            inputs.push_back({"stdin", {}, true});
            continue;
        }
        std::error_code trouble;
        const fs::path path = argument;
        const auto state = fs::status(path, trouble);
        if (!fs::exists(state)) throw Error(argument + ": there is no such file or folder. Check the path.");
        if (fs::is_directory(state)) {
            add_folder(path, limit, inputs);
            continue;
        }
        if (!std::ifstream(path, std::ios::binary))
            throw Error(argument + ": cannot be opened (" + std::strerror(errno) + "). Check its rights.");
        if (is_json_lines(path))
            list_json_lines(path, limit, inputs);
        else
            inputs.push_back({path.stem().string(), path, true});
    }
    return inputs;
}

std::string read_input(const Input& input, std::uint64_t limit) {
    const auto name = input.path.empty() ? std::string("standard input") : input.path.string();
    std::string bytes;
    if (input.path.empty()) {
        bytes = slurp(std::cin, name, limit);
    } else {
        std::ifstream in(input.path, std::ios::binary);
        if (!in) throw Error(name + ": cannot be opened (" + std::strerror(errno) + "). Check its rights.");
        bytes = slurp(in, name, limit);
    }
    if (blank(bytes)) throw Error(name + ": is empty. Give a text file with an article.");
    if (!looks_like_text(bytes)) throw Error(name + ": is no text but binary data. Give plain text in UTF-8.");
    return bytes;
}

}  // namespace chancery
