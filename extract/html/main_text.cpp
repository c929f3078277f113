// Which blocks of a page are the article?
//
// Prose gives itself away: blocks that are long, end like sentences and hold few links. Their length is added up the
// tree, and from the page's root one steps down to the child that holds nearly all of it. One stops where the next step
// would lose blocks that look like those kept (same element, same class): an article whose paragraphs sit in several
// sections stays whole, while comments and teasers, which look different, are left behind.
//
// Elements say what they are by tag, class and role, and are believed unless they hold most of the page's prose: sites
// wrap whole pages into forms and into classes like "with-sidebar".
//
// Inside the chosen element each block must earn its place: no furniture, no list of links, no byline, none of the
// known phrases, and headings only before text.
#include "extract/html/main_text.hpp"

#include <algorithm>
#include <map>

#include "extract/lexicon/words.hpp"
#include "extract/text/prose.hpp"

namespace chancery {

namespace {

class MainText {
  public:
    MainText(const Tree& tree, const PageText& page, const PageMetadata& about, const BoilerplatePhrases& phrases)
        : nodes_(tree.nodes()),
          page_(page),
          title_(letters_only(about.title)),
          body_(letters_only(about.body)),
          standfirst_(letters_only(about.description)),
          phrases_(phrases) {}

    std::vector<MainBlock> run() {
        if (page_.blocks.empty()) return {};
        weigh();
        if (weight_[0] <= 0) return {};
        return keep(descend());
    }

  private:
    [[nodiscard]] std::string_view text(const PageBlock& block) const {
        return std::string_view(page_.text).substr(block.text.begin, block.text.size());
    }

    [[nodiscard]] static double linked(const PageBlock& block) {
        return static_cast<double>(block.linked) / static_cast<double>(std::max(1U, block.text.size()));
    }

    /// What a block says for the article being where it is, by its own form alone.
    [[nodiscard]] double prose_of(const PageBlock& block) const {
        const auto words = text(block);
        if (block.kind == PageBlock::Kind::heading || linked(block) > 0.4) return 0;
        const auto size = static_cast<double>(std::min<std::size_t>(words.size(), 1500));
        if (words.size() < 40) return 0;
        double worth = ends_like_prose(words) ? size : 0.2 * size;
        if (words.size() < 80) worth *= 0.5;
        if (block.kind != PageBlock::Kind::paragraph) worth *= 0.5;
        return worth;
    }

    /// The page's metadata hold the article's text: a block that stands there is surely of it.
    [[nodiscard]] bool in_body(std::string_view words) const {
        if (body_.size() < 400) return false;
        const auto key = letters_only(words.substr(0, 120));
        return key.size() >= 20 && body_.find(key) != body_.npos;
    }

    void weigh() {
        own_.resize(page_.blocks.size());
        std::vector<double> raw(nodes_.size(), 0);
        for (std::size_t b = 0; b < page_.blocks.size(); ++b) {
            const auto& block = page_.blocks[b];
            own_[b] = prose_of(block) * (in_body(text(block)) ? 4 : 1);
            raw[block.node] += own_[b];
        }
        lift(raw);
        marks_ = page_.marks;
        for (std::size_t i = 0; i < nodes_.size(); ++i) {
            if (raw[i] >= 0.5 * raw[0] && raw[0] > 0) marks_[i] &= static_cast<std::uint8_t>(~(furniture | caption));
            constexpr std::uint8_t inherited = furniture | hidden | caption | is_article;
            marks_[i] |= static_cast<std::uint8_t>(marks_[nodes_[i].parent] & inherited);
        }
        weight_.assign(nodes_.size(), 0);
        for (std::size_t b = 0; b < page_.blocks.size(); ++b) {
            const auto mark = marks_[page_.blocks[b].node];
            if ((mark & (furniture | hidden | caption)) != 0) own_[b] = 0;
            if ((mark & is_article) != 0) own_[b] *= 3;
            weight_[page_.blocks[b].node] += own_[b];
        }
        lift(weight_);
    }

    void lift(std::vector<double>& weight) const {
        for (auto i = nodes_.size(); i-- > 1;) weight[nodes_[i].parent] += weight[i];
    }

    /// Element and class of a block and of what it stands in: paragraphs of one article share them.
    [[nodiscard]] std::string look(const PageBlock& block) const {
        const auto first_class = [](const Node& node) {
            const auto names = Tree::attribute(node, "class");
            return names.substr(0, names.find(' '));
        };
        const auto& node = nodes_[block.node];
        if (const auto name = first_class(node); !name.empty()) return std::string(name);
        const auto& up = nodes_[node.parent];
        std::string look = {static_cast<char>(node.tag), static_cast<char>(up.tag)};
        return look.append(first_class(up));
    }

    [[nodiscard]] std::uint32_t descend() const {
        std::uint32_t at = 0;
        for (;;) {
            std::uint32_t best = 0;
            for (auto child = at + 1; child < nodes_[at].end; child = nodes_[child].end)
                if (best == 0 || weight_[child] > weight_[best]) best = child;
            if (best == 0 || nodes_[best].tag == Tag::text || weight_[best] < 0.5 * weight_[at]) return at;
            if (weight_[best] < weight_[at] && loses_likes(at, best)) return at;
            at = best;
        }
    }

    /// Much of what `inner` leaves out of `outer` looks like what is in it.
    [[nodiscard]] bool loses_likes(std::uint32_t outer, std::uint32_t inner) const {
        std::map<std::string, double> inside;
        double total = 0, lost = 0;
        const auto in = [&](std::uint32_t node, std::uint32_t of) { return node >= of && node < nodes_[of].end; };
        for (std::size_t b = 0; b < page_.blocks.size(); ++b)
            if (own_[b] > 0 && in(page_.blocks[b].node, inner)) inside[look(page_.blocks[b])] += own_[b];
        for (std::size_t b = 0; b < page_.blocks.size(); ++b) {
            const auto& block = page_.blocks[b];
            if (own_[b] <= 0 || !in(block.node, outer) || in(block.node, inner)) continue;
            total += own_[b];
            if (const auto it = inside.find(look(block)); it != inside.end() && it->second > own_[b]) lost += own_[b];
        }
        return lost > 0.3 * total || (nodes_[inner].tag == Tag::p);
    }

    [[nodiscard]] std::vector<MainBlock> keep(std::uint32_t container) const {
        std::vector<MainBlock> kept;
        const auto opening = opening_of(container);
        constexpr std::uint32_t near = 3;  // blocks in which a standfirst follows its headline
        std::uint32_t headline = 0;
        for (std::uint32_t b = 0; b < page_.blocks.size(); ++b) {
            const auto& block = page_.blocks[b];
            const bool inside = block.node >= container && block.node < nodes_[container].end;
            const auto words = text(block);
            if (!inside && (block.node > container || block.node < opening)) continue;
            if (!inside && letters_only(words) == title_) headline = b + 1;
            const bool under_picture = is_caption(block, words);
            const bool follows_headline = headline > 0 && b < headline + near;
            if (!under_picture && !(inside ? earns_place(block, words) : is_standfirst(block, words, follows_headline)))
                continue;
            if (phrases_.match(fold(words.substr(0, 400))).effect == BoilerplatePhrases::Effect::none)
                kept.push_back({b, under_picture});
        }
        return without_idle_headings(kept);
    }

    /// Where the article begins that the container is part of: headline, standfirst and a picture may stand before it.
    [[nodiscard]] std::uint32_t opening_of(std::uint32_t container) const {
        for (auto up = container; up != 0; up = nodes_[up].parent)
            if (nodes_[up].tag == Tag::article || nodes_[up].tag == Tag::main) return up;
        return 0;
    }

    /// The lines between headline and text: whole sentences behind the headline, or what the page gives as its
    /// description.
    [[nodiscard]] bool is_standfirst(const PageBlock& block, std::string_view words, bool follows_headline) const {
        const auto mark = marks_[block.node];
        if ((mark & (hidden | caption)) != 0 || words.size() < 40 || words.size() > 500 || linked(block) > 0.3)
            return false;
        if (follows_headline && mark == 0 && words.size() >= 80 && ends_like_prose(words) && !looks_like_credit(words))
            return true;
        const auto bare = letters_only(words);
        return bare != title_ && standfirst_.size() >= 30 && bare == standfirst_;
    }

    /// A whole sentence under a picture that stands in the article.
    [[nodiscard]] bool is_caption(const PageBlock& block, std::string_view words) const {
        const auto mark = marks_[block.node];
        if ((mark & caption) == 0 || (page_.marks[block.node] & hidden) != 0 || words.size() < 80) return false;
        return words.find(". ") != words.npos || words.ends_with('.');
    }

    [[nodiscard]] bool earns_place(const PageBlock& block, std::string_view words) const {
        const auto mark = marks_[block.node];
        if ((mark & (furniture | hidden | caption)) != 0) return false;
        const auto bare = letters_only(words);
        if (bare.size() < 2 || bare == title_) return false;
        if (in_body(words)) return true;
        if (looks_like_credit(words) || disguised(words)) return false;
        if (linked(block) > (words.size() > 150 || (!words.empty() && words.back() == '.') ? 0.8 : 0.5)) return false;
        if (block.kind == PageBlock::Kind::heading) return true;
        if (looks_like_byline(words) || looks_like_date(words)) return false;
        return ends_like_prose(words) || words.back() == ':' || words.size() >= 60;
    }

    /// Whole sentences are set as headings, too: they are standfirsts.
    [[nodiscard]] bool is_heading(const PageBlock& block) const {
        const auto words = text(block);
        return block.kind == PageBlock::Kind::heading && (words.size() < 90 || !ends_like_prose(words));
    }

    /// A heading without text below it announces what was left out.
    [[nodiscard]] std::vector<MainBlock> without_idle_headings(const std::vector<MainBlock>& kept) const {
        std::vector<MainBlock> out;
        for (std::size_t i = 0; i < kept.size(); ++i) {
            const auto& block = page_.blocks[kept[i].block];
            if (is_heading(block) && (i + 1 == kept.size() || is_heading(page_.blocks[kept[i + 1].block]) ||
                                      kept[i + 1].block > kept[i].block + 3))
                continue;
            out.push_back(kept[i]);
        }
        return out;
    }

    const std::vector<Node>& nodes_;
    const PageText& page_;
    std::string title_, body_, standfirst_;
    const BoilerplatePhrases& phrases_;
    std::vector<double> own_;     ///< by block: its say
    std::vector<double> weight_;  ///< by node: the say of all blocks in it
    std::vector<std::uint8_t> marks_;
};

}  // namespace

std::vector<MainBlock> find_main_text(const Tree& tree, const PageText& page, const PageMetadata& about,
                                      const BoilerplatePhrases& phrases) {
    return MainText(tree, page, about, phrases).run();
}

}  // namespace chancery
