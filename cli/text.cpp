#include <algorithm>
#include <filesystem>
#include <iostream>
#include <nlohmann/json.hpp>

#include "cli/commands.hpp"
#include "cli/inputs.hpp"
#include "cli/output.hpp"
#include "extract/article_reader.hpp"
#include "record/error.hpp"

namespace chancery {

namespace {

using Json = nlohmann::ordered_json;

Json value_or_null(const std::string& text) {
    return text.empty() ? Json(nullptr) : Json(text);
}

Json about(const Article& article) {
    Json problems = Json::array();
    for (const auto& problem : article.problems)
        problems.push_back(
            {{"code", problem.code}, {"bytes", {problem.where.begin, problem.where.end}}, {"detail", problem.detail}});
    Json left_out = Json::array();
    for (const auto& block : article.blocks)
        if (block.kind == BlockKind::boilerplate)
            left_out.push_back({{"reason", block.reason}, {"bytes", {block.where.begin, block.where.end}}});
    return {{"id", article.id},
            {"sha256", article.sha256},
            {"title", value_or_null(article.title)},
            {"published", value_or_null(article.published)},
            {"source", value_or_null(article.source)},
            {"author", value_or_null(article.author)},
            {"language", article.language},
            {"urls", article.urls},
            {"left_out", left_out},
            {"problems", problems}};
}

void write_each(const std::filesystem::path& folder, const Article& article, Outputs& files) {
    const auto place = [&](const char* suffix) {
        auto path = folder / (article.id + suffix);
        std::error_code trouble;
        std::filesystem::create_directories(path.parent_path(), trouble);
        if (trouble)
            throw Error(path.parent_path().string() + ": cannot be made (" + trouble.message() +
                        "). Check the folder and its rights.");
        return path;
    };
    files.write(place(".txt"), [&](std::ostream& out) { out << article.text; });
    files.write(place(".meta.json"), [&](std::ostream& out) {
        out << about(article).dump(1, ' ', false, Json::error_handler_t::replace) << '\n';
    });
}

void print(const Article& article, bool bare) {
    if (!bare) {
        const std::pair<const char*, const std::string*> lines[] = {{"title", &article.title},
                                                                    {"published", &article.published},
                                                                    {"source", &article.source},
                                                                    {"author", &article.author},
                                                                    {"language", &article.language}};
        std::cout << "article: " << article.id << '\n';
        for (const auto& [name, value] : lines)
            if (!value->empty()) std::cout << name << ": " << *value << '\n';
        for (const auto& url : article.urls) std::cout << "url: " << url << '\n';
        std::cout << '\n';
    }
    std::cout << article.text;
    if (!article.text.ends_with('\n')) std::cout << '\n';
}

}  // namespace

int run_text(const TextCommand& command) {
    Inputs inputs(command.input, true);
    const auto reader = ArticleReader::load(models_folder(command.models) / "lexicon");
    Outputs files;
    std::size_t read = 0;
    while (auto item = inputs.next()) {
        ++read;
        const auto article = reader.read(std::move(item->document.bytes), item->document.hints);
        if (command.each.empty())
            print(article, command.bare);
        else
            write_each(command.each, article, files);
    }
    inputs.check();
    if (read == 0) throw Error("nothing to do: no input could be read as an article.");
    files.commit();
    std::cout.flush();
    return 0;
}

}  // namespace chancery
