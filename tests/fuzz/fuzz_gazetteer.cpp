// Any bytes as a gazetteer: known entities, or a clear error.
#include <cstdint>

#include "extract/gazetteer/gazetteer.hpp"
#include "record/error.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace chancery;
    static const auto lexicon = [] {
        Lexicon small;
        small.countries.push_back({"NO", "NOR", "NOR", "Norway", false, {}});
        small.country_by_iso2["NO"] = 0;
        small.given_names["ana"] = 'f';
        return small;
    }();
    const std::string text(reinterpret_cast<const char*>(data), size);
    for (auto* parse : {&parse_gazetteer, &parse_table_gazetteer}) try {
            (void)(*parse)(text, "fuzz", lexicon);
        } catch (const Error&) {
        }
    for (auto* parse : {&parse_ftm, &parse_actors}) try {
            (void)(*parse)(text, "fuzz", lexicon);
        } catch (const Error&) {
        }
    return 0;
}
