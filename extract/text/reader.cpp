#include "extract/text/reader.hpp"

#include "extract/text/glue.hpp"

#include <openssl/evp.h>
#include <algorithm>
#include <array>

#include "extract/text/blocks.hpp"
#include "extract/text/characters.hpp"
#include "extract/text/credits.hpp"
#include "extract/text/entities.hpp"

namespace chancery {

namespace {

std::string sha256_hex(std::string_view bytes) {
    std::array<unsigned char, EVP_MAX_MD_SIZE> digest{};
    unsigned length = 0;
    EVP_Digest(bytes.data(), bytes.size(), digest.data(), &length, EVP_sha256(), nullptr);
    static constexpr std::string_view digits = "0123456789abcdef";
    std::string hex;
    for (unsigned i = 0; i < length; ++i) {
        hex.push_back(digits[digest[i] >> 4U]);
        hex.push_back(digits[digest[i] & 15U]);
    }
    return hex;
}

}  // namespace

bool looks_like_text(std::string_view raw) {
    if (looks_like_wide_text(raw)) return true;
    const auto head = raw.substr(0, 65536);
    const auto odd = std::count_if(head.begin(), head.end(), [](char c) {
        return (c >= 0 && c < 32 && c != '\n' && c != '\r' && c != '\t' && c != '\f' && c != '\x1b') || c == '\x7f';
    });
    return static_cast<std::size_t>(odd) * 50 <= head.size();
}

Article clean_article(DecodedText source, const ArticleHints& hints, const BoilerplatePhrases& boilerplate) {
    Article article;
    article.id = hints.id;
    article.title = hints.title;
    article.published = hints.published;
    article.source = hints.source;
    article.author = hints.author;
    if (!hints.language.empty()) article.language = hints.language;
    article.urls = hints.urls;
    if (source.charset != "UTF-8")
        article.problems.push_back({{0, 0}, source.guessed ? "encoding.guessed" : "encoding", source.charset});
    auto characters = decode(source.text);
    const bool markup = hints.media == MediaType::html;  // its entities are read
    if (!markup && source.text.find('&') != std::string::npos) decode_entities(characters);
    repair_mojibake(characters);
    article.text.reserve(source.text.size());
    encode(characters, article);
    const bool stepped = source.map.cleaned_size() > 0;
    if (stepped) article.map = article.map.then(source.map);
    article.raw = std::move(stepped ? source.raw : source.text);
    article.sha256 = sha256_hex(article.text);
    find_blocks(article, boilerplate);
    find_glued_links(article);
    hide_furniture(article, boilerplate);
    return article;
}

Article read_article(std::string raw, const ArticleHints& hints, const BoilerplatePhrases& boilerplate) {
    return clean_article(to_utf8(std::move(raw), hints.charset), hints, boilerplate);
}

}  // namespace chancery
