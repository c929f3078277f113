#include "serve/html.hpp"

#include <algorithm>
#include <array>
#include <vector>

#include "serve/arguments.hpp"

namespace chancery {

Html::Html(std::string_view title) {
    markup(
        "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n<meta name=\"viewport\" "
        "content=\"width=device-width, initial-scale=1\">\n<title>");
    text(title);
    markup(
        "</title>\n<link rel=\"stylesheet\" href=\"/style.css\">\n</head>\n<body>\n<nav><a href=\"/\">Chancery</a> <a "
        "href=\"/docs\">API</a></nav>\n<main>\n");
}

Html& Html::link(std::string_view path, std::string_view id, std::string_view words) {
    return markup("<a href=\"").markup(path).text(percent_encoded(id)).markup("\">").text(words).markup("</a>");
}

std::string Html::done() {
    markup("</main>\n</body>\n</html>\n");
    sink_.flush();
    return std::move(out_).str();
}

void write_quote(Html& page, const EvidenceRow& evidence) {
    struct Mark {
        Span where;
        std::string_view name;
    };
    std::vector<Mark> marks;
    for (const auto& mark :
         {Mark{evidence.subject, "subject"}, Mark{evidence.trigger, "trigger"}, Mark{evidence.object, "object"}})
        if (evidence.sentence.begin <= mark.where.begin && mark.where.begin < mark.where.end &&
            mark.where.end <= evidence.sentence.end)
            marks.push_back(mark);
    std::stable_sort(marks.begin(), marks.end(),
                     [](const Mark& a, const Mark& b) { return a.where.begin < b.where.begin; });
    const std::string_view text = evidence.text;
    std::size_t at = 0;
    page.markup("<q>");
    for (const auto& mark : marks) {
        const std::size_t begin = mark.where.begin - evidence.sentence.begin,
                          end = mark.where.end - evidence.sentence.begin;
        if (begin < at || end > text.size()) continue;
        page.text(text.substr(at, begin - at));
        page.markup("<mark class=\"").markup(mark.name).markup("\">").text(text.substr(begin, end - begin));
        page.markup("</mark>");
        at = end;
    }
    page.text(text.substr(std::min(at, text.size()))).markup("</q>");
}

}  // namespace chancery
