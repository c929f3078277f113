#include <algorithm>
#include <filesystem>
#include <iostream>
#include <map>
#include <nlohmann/json.hpp>
#include <set>

#include "cli/commands.hpp"
#include "cli/inputs.hpp"
#include "cli/output.hpp"
#include "extract/article_reader.hpp"
#include "record/error.hpp"
#include "resolve/join.hpp"

namespace chancery {

namespace {

using Json = nlohmann::ordered_json;

Json value_or_null(const std::string& text) {
    return text.empty() ? Json(nullptr) : Json(text);
}

/// What stays of an article once its text is written.
struct Known {
    ArticleFacts facts;
    std::string author;
    Json left_out = Json::array(), problems = Json::array();
};

Known known_of(Article article) {
    Known known;
    for (const auto& problem : article.problems)
        known.problems.push_back(
            {{"code", problem.code}, {"bytes", {problem.where.begin, problem.where.end}}, {"detail", problem.detail}});
    for (const auto& block : article.blocks)
        if (block.kind == BlockKind::boilerplate)
            known.left_out.push_back({{"reason", block.reason}, {"bytes", {block.where.begin, block.where.end}}});
    known.author = std::move(article.author);
    auto& facts = known.facts;
    facts.names = {article.id};
    facts.id = std::move(article.id);
    facts.sha256 = std::move(article.sha256);
    facts.title = std::move(article.title);
    facts.published = std::move(article.published);
    facts.source = std::move(article.source);
    facts.language = std::move(article.language);
    facts.urls = std::move(article.urls);
    return known;
}

Json about(const ArticleFacts& facts, const Known& known) {
    Json row = {{"id", facts.id}};
    if (facts.names.size() > 1) row["names"] = facts.names;
    row.update({{"sha256", facts.sha256},
                {"title", value_or_null(facts.title)},
                {"published", value_or_null(facts.published)},
                {"source", value_or_null(facts.source)},
                {"author", value_or_null(known.author)},
                {"language", facts.language},
                {"urls", facts.urls},
                {"left_out", known.left_out},
                {"problems", known.problems}});
    return row;
}

/// The files of --each. Which id an article gets is known when all are read; until then its text waits under its hash.
class TextFolder {
  public:
    explicit TextFolder(std::filesystem::path folder) : folder_(std::move(folder)) {}

    void add(Article article) {
        const auto place = waiting(article.sha256);
        if (written_.insert(article.sha256).second) {
            make_folder_of(place);
            files_.write(place, [&](std::ostream& out) { out << article.text; });
        }
        known_.push_back(known_of(std::move(article)));
    }

    void commit() {
        std::vector<ArticleFacts> all;
        std::map<std::string, const Known*> first;  // by hash: the one of the least name speaks for the others
        for (const auto& known : known_) {
            all.push_back(known.facts);
            auto& least = first[known.facts.sha256];
            if (least == nullptr || key(known) < key(*least)) least = &known;
        }
        for (const auto& article : join_articles(std::move(all))) {
            files_.rename(waiting(article.sha256), folder_ / (article.id + ".txt"));
            files_.write(folder_ / (article.id + ".meta.json"), [&](std::ostream& out) {
                out << about(article, *first.at(article.sha256)).dump(1, ' ', false, Json::error_handler_t::replace)
                    << '\n';
            });
        }
        files_.commit();
    }

  private:
    [[nodiscard]] std::filesystem::path waiting(const std::string& sha256) const { return folder_ / (sha256 + ".txt"); }
    static std::pair<std::string, std::string> key(const Known& known) {
        return {known.facts.id, known.author + '\n' + known.left_out.dump() + known.problems.dump()};
    }

    std::filesystem::path folder_;
    Outputs files_;
    std::set<std::string> written_;
    std::vector<Known> known_;
};

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
    TextFolder folder(command.each);
    std::size_t read = 0;
    while (auto item = inputs.next()) {
        ++read;
        auto article = reader.read(std::move(item->document.bytes), item->document.hints);
        if (command.each.empty())
            print(article, command.bare);
        else
            folder.add(std::move(article));
    }
    inputs.check();
    if (read == 0) throw Error("nothing to do: no input could be read as an article.");
    folder.commit();
    std::cout.flush();
    return 0;
}

}  // namespace chancery
