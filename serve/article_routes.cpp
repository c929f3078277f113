#include <algorithm>

#include "export/json_rows.hpp"
#include "query/articles.hpp"
#include "serve/api.hpp"
#include "serve/arguments.hpp"
#include "serve/json_answers.hpp"
#include "serve/json_text.hpp"

namespace chancery {

namespace {

constexpr std::size_t most_entities = 200;
constexpr std::uint32_t most_found = 1000;  // by the text

std::string articles_json(const Snapshot& graph, const ArticlePage& page, std::string_view next) {
    return written_json([&](JsonSink& w) {
               w.open('{');
               write_frame(w, graph, page.total, next);
               w.key("articles");
               w.open('[');
               for (const auto a : page.articles) {
                   w.item();
                   write_json_article(w, graph.rows().articles[a]);
               }
               w.close(']');
               w.close('}');
           }) +
           "\n";
}

std::string articles_lines(const Snapshot& graph, const ArticlePage& page) {
    std::string lines;
    for (const auto a : page.articles)
        lines += written_json([&](JsonSink& w) { write_json_article(w, graph.rows().articles[a]); }) + "\n";
    return lines;
}

ArticleQuery article_query(const HttpRequest& request) {
    ArticleQuery query;
    query.words = text_of(request, "q");
    query.sources = texts_of(request, "source");
    query.since = day_of(request, "since");
    query.until = day_of(request, "until");
    query.cursor = text_of(request, "cursor");
    query.limit = limit_of(request);
    query.deadline = deadline_of(request);
    return query;
}

HttpAnswer articles(const Snapshot& graph, const HttpRequest& request) {
    const auto page = find_articles(graph, article_query(request));
    return list_answer(graph, request,
                       {page.next, [&](auto next) { return articles_json(graph, page, next); },
                        [&] { return articles_lines(graph, page); }});
}

void write_found(JsonSink& w, const Snapshot& graph, const FoundText& found) {
    w.open('{');
    if (const auto a = graph.article(found.article)) {
        w.key("article");
        write_json_article(w, graph.rows().articles[*a]);
    }
    w.pair("snippet", found.snippet);
    w.key("marks");
    w.open('[');
    for (const auto& mark : found.marks) {
        w.item();
        w.open('{');
        w.span("where", mark);
        w.close('}');
    }
    w.close(']');
    w.close('}');
}

/// Articles by the words of their text. The snippets are those of now, not of the snapshot: no ETag.
HttpAnswer search_texts(const Backend& backend, const Snapshot& graph, const HttpRequest& request) {
    if (!backend.find_text)
        return problem(409, "No texts here",
                       "This server answers from a graph without the texts. Start it with a store, or ask "
                       "/api/v1/articles?q=WORDS for titles and /api/v1/relations?text=WORDS for quotes.");
    auto found = backend.find_text(text_of(request, "q"), most_found);
    std::erase_if(found, [&](const FoundText& one) { return !graph.article(one.article); });
    const auto total = found.size();
    found.resize(std::min<std::size_t>(total, number_of(request, "limit", 50, most_found)));
    HttpAnswer answer;
    answer.body = written_json([&](JsonSink& w) {
                      w.open('{');
                      w.pair("generation", graph.tag());
                      w.number("total", total);
                      w.flag("total_is_least", total >= most_found);
                      w.key("found");
                      w.open('[');
                      for (const auto& one : found) {
                          w.item();
                          write_found(w, graph, one);
                      }
                      w.close(']');
                      w.close('}');
                  }) +
                  "\n";
    return answer;
}

HttpAnswer article(const Backend& backend, const Snapshot& graph, const HttpRequest& request) {
    const auto found = graph.article(request.parameters.at(0));
    if (!found)
        return problem(404, "No such article", "No article has this id, name or SHA-256. /api/v1/articles lists them.");
    const auto& row = graph.rows().articles[*found];
    const auto entities = entities_of(graph, *found);
    std::optional<std::string> text;
    if (backend.text && flag_of(request, "text")) text = backend.text(row.id);
    auto body = written_json([&](JsonSink& w) {
                    w.open('{');
                    w.key("article");
                    write_json_article(w, row);
                    w.number("entity_count", entities.size());
                    w.key("entities");
                    w.open('[');
                    for (std::size_t i = 0; i < std::min(entities.size(), most_entities); ++i) {
                        w.item();
                        write_card(w, graph.rows().nodes[entities[i]]);
                    }
                    w.close(']');
                    if (text) w.pair("text", *text);
                    w.close('}');
                }) +
                "\n";
    return graph_answer(graph, std::move(body));
}

}  // namespace

std::vector<Route> article_routes(const Backend& backend) {
    const std::string text = R"({"type":"string","maxLength":200})", date = R"({"type":"string","maxLength":10})";
    std::vector<RouteParameter> parameters = {{"q", false, text, "All these words in the title"},
                                              {"source", false, text, "By these news sources", true},
                                              {"since", false, date, "Published on this day, month, year or later"},
                                              {"until", false, date, "Published on this day, month, year or before"}};
    add_paging(parameters);
    const auto with_backend = [&](HttpAnswer (*answer)(const Backend&, const Snapshot&, const HttpRequest&)) {
        return asking(backend, [backend, answer](const Snapshot& graph, const HttpRequest& request) {
            return answer(backend, graph, request);
        });
    };
    return {{.method = "GET",
             .pattern = "/api/v1/articles",
             .handler = asking(backend, articles),
             .summary = "Articles by title, source and day, the latest first",
             .parameters = parameters,
             .produces = list_types(),
             .response_schema = schema_ref("ArticleList")},
            {.method = "GET",
             .pattern = "/api/v1/articles/{id}",
             .handler = with_backend(article),
             .summary = "An article and the entities in it",
             .parameters = {{"id", true, R"({"type":"string","minLength":1,"maxLength":1000})",
                             "An article's id, another name of it, or its SHA-256"},
                            {"text", false, R"({"type":"boolean","default":false})",
                             "With the cleaned text, where a store has it"}},
             .statuses = {404},
             .response_schema = schema_ref("Article")},
            {.method = "GET",
             .pattern = "/api/v1/texts",
             .handler = with_backend(search_texts),
             .summary = "Articles by words of their text, the best first; of a store",
             .parameters = {{"q", false, R"({"type":"string","minLength":1,"maxLength":200})",
                             "Words; \"words in quotes\" stand together"},
                            {"limit", false, limit_schema(50, most_found), "Articles"}},
             .statuses = {409},
             .response_schema = schema_ref("FoundTexts")}};
}

}  // namespace chancery
