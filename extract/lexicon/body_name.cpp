#include "extract/lexicon/body_name.hpp"

#include <array>
#include <utility>

#include "extract/lexicon/words.hpp"

namespace chancery {

namespace {

std::string squeeze(std::string text) {
    static constexpr std::array<std::pair<std::string_view, std::string_view>, 9> forms = {
        {{"defence", "defense"},
         {"foreign affairs", "foreign"},
         {"internal affairs", "interior"},
         {"the interior", "interior"},
         {"external affairs", "foreign"},
         {"labour", "labor"},
         {"organisation", "organization"},
         {"centre", "center"},
         {"foreign relations", "foreign"}}};
    for (const auto& [from, to] : forms)
        for (auto at = text.find(from); at != std::string::npos; at = text.find(from, at + to.size()))
            text.replace(at, from.size(), to);
    return text;
}

}  // namespace

std::string fixed_core(std::string_view name) {
    auto text = squeeze(fold(name));
    if (text.starts_with("the ")) text.erase(0, 4);
    for (const std::string_view head : {"ministry", "department", "office"}) {
        const auto prefix = std::string(head) + (head == "office" ? " for " : " of ");
        if (text.starts_with(prefix)) {
            auto rest = text.substr(prefix.size());
            if (rest.starts_with("the ")) rest.erase(0, 4);
            return rest + " " + std::string(head);
        }
    }
    return text;
}

}  // namespace chancery
