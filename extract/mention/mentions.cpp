#include "extract/mention/mentions.hpp"

#include <algorithm>
#include <numeric>

#include "extract/mention/ministries.hpp"
#include "extract/mention/offices.hpp"
#include "extract/mention/scan.hpp"

namespace chancery {

namespace {

/// Moves one sentence's findings behind the others, in text order.
void take_over(Scan& scan, std::vector<Office> offices, Mentions& mentions) {
    std::vector<std::uint32_t> order(scan.mentions.size()), place(scan.mentions.size());
    std::iota(order.begin(), order.end(), 0U);
    std::sort(order.begin(), order.end(), [&](auto a, auto b) {
        const auto &x = scan.mentions[a].where, &y = scan.mentions[b].where;
        return std::tie(x.begin, y.end, a) < std::tie(y.begin, x.end, b);  // the wider first
    });
    const auto base = static_cast<std::uint32_t>(mentions.all.size());
    for (std::uint32_t i = 0; i < order.size(); ++i) {
        place[order[i]] = base + i;
        mentions.all.push_back(std::move(scan.mentions[order[i]]));
    }
    for (auto& office : offices) {
        for (auto* end : {&office.holder, &office.body, &office.to_mention})
            if (*end != no_mention) *end = place[*end];
        mentions.offices.push_back(std::move(office));
    }
}

}  // namespace

Mentions find_mentions(const Lexicon& lexicon, std::span<const Words> sentences) {
    Mentions mentions;
    for (std::uint32_t s = 0; s < sentences.size(); ++s) {
        Scan scan(lexicon, sentences[s], s);
        find_dateline(scan);
        find_lexicon_names(scan);
        find_known(scan);
        find_titles(scan);
        find_joint_ministries(scan);
        find_institutions(scan);
        find_led_bodies(scan);
        find_people(scan);
        find_countries(scan);
        find_pronouns(scan);
        auto offices = find_offices(scan);
        find_parties(scan);
        find_references(scan, offices);
        find_newcomers(scan);
        find_groups(scan);
        take_over(scan, std::move(offices), mentions);
    }
    return mentions;
}

}  // namespace chancery
