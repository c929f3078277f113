// Spelling variants of names by rule.
//
// Names from Arabic, Cyrillic, Persian or Azerbaijani script reach English papers through several systems of
// transliteration. The rules map what those systems confuse (y/i/ey/iy, kh/x, g/h at the start of certain names, ou/u,
// double letters) to one letter, and leave alone what tells names apart ("Hasan" and "Husein").
//
// The words of a person's name are sorted, since papers differ in the order of family and given name. A single word is
// no ground to join on.
#include "resolve/variant_key.hpp"

#include <algorithm>
#include <array>
#include <string_view>
#include <utility>
#include <vector>

#include "resolve/name_key.hpp"

namespace chancery {

namespace {

void replace_all(std::string& text, std::string_view from, std::string_view to) {
    for (auto at = text.find(from); at != std::string::npos; at = text.find(from, at + to.size()))
        text.replace(at, from.size(), to);
}

/// Names that Russian writes with G where others write H.
bool russian_g(std::string_view word) {
    constexpr std::array<std::string_view, 8> stems = {"gusein", "gusejn", "gusey", "gasan",
                                                       "geidar", "geydar", "gadj",  "gadzh"};
    return std::any_of(stems.begin(), stems.end(), [&](auto stem) { return word.starts_with(stem); });
}

std::string variant_of(std::string word) {
    if (russian_g(word)) word[0] = 'h';
    constexpr std::array<std::pair<std::string_view, std::string_view>, 22> rules = {
        {{"dzh", "j"}, {"dj", "j"}, {"ks", "x"}, {"kh", "x"}, {"gh", "g"}, {"sh", "s"}, {"ph", "f"}, {"th", "t"},
         {"dh", "d"},  {"w", "v"},  {"q", "k"},  {"ck", "k"}, {"ou", "u"}, {"oo", "u"}, {"ee", "i"}, {"ei", "i"},
         {"ey", "i"},  {"ai", "i"}, {"ay", "i"}, {"ij", "i"}, {"ej", "i"}, {"o", "u"}}};
    if (word.starts_with("ye") && word.size() > 4) word.erase(0, 1);
    if (word.starts_with("abdul") || word.starts_with("abdel")) word.replace(0, 5, "abdal");
    if (word.ends_with("dr")) word.insert(word.size() - 1, "e");
    if (word.size() > 4 && word.ends_with("ed")) word[word.size() - 2] = 'a';
    for (const auto& [from, to] : rules) replace_all(word, from, to);
    std::string out;
    for (auto c : word) {
        if (c == 'y' || c == 'e') c = 'i';
        if (out.empty() || out.back() != c) out.push_back(c);
    }
    if (out.size() > 3 && out.back() == 'h') out.pop_back();
    return out;
}

std::string joined(const std::vector<std::string>& words) {
    std::string out;
    for (const auto& word : words) (out += out.empty() ? "" : "-") += word;
    return out;
}

std::string person_key(std::string_view name) {
    auto words = key_words(name_key(name));
    std::erase_if(words, [](const auto& word) { return word == "al" || word == "el" || word == "jr"; });
    if (words.size() < 2) return {};
    for (auto& word : words) word = variant_of(word);
    std::sort(words.begin(), words.end());
    return joined(words);
}

/// The British spelling as the American one.
void respell(std::string& word) {
    constexpr std::array<std::pair<std::string_view, std::string_view>, 6> spellings = {
        {{"defence", "defense"},
         {"centre", "center"},
         {"labour", "labor"},
         {"organisation", "organization"},
         {"programme", "program"},
         {"affairs", "affair"}}};
    for (const auto& [from, to] : spellings)
        if (word == from) word = to;
}

std::string body_key(std::string_view name) {
    constexpr std::array<std::string_view, 11> forms = {"inc", "corp", "corporation", "ltd", "limited", "llc",
                                                        "plc", "gmbh", "co",          "ag",  "sa"};
    auto words = key_words(name_key(name));
    while (words.size() > 1 && std::find(forms.begin(), forms.end(), words.back()) != forms.end()) words.pop_back();
    for (auto& word : words) respell(word);
    return joined(words);
}

}  // namespace

std::string variant_word(std::string_view word) {
    std::string spelled(word);
    respell(spelled);
    return variant_of(std::move(spelled));
}

std::string variant_key(const Signature& signature) {
    if (!signature.article.empty()) return {};
    if (signature.family == "person") return person_key(signature.name);
    if (signature.family == "institution") return body_key(signature.name);
    return {};
}

}  // namespace chancery
