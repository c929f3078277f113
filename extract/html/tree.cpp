// Gumbo builds the tree out of one block of memory that is thrown away as a whole: its own clean-up visits every node
// and calls itself for each level. The tree is then laid flat, so that every later step is a loop over a vector.
#include "extract/html/tree.hpp"

#include <gumbo.h>
#include <algorithm>
#include <array>
#include <cstdlib>
#include <new>
#include <utility>

namespace chancery {

class Tree::Memory {
  public:
    void* take(std::size_t size) {
        size = (size + 15U) & ~std::size_t{15};
        if (used_ + size > room_) grow(size);
        void* place = blocks_.back().get() + used_;
        used_ += size;
        return place;
    }

    static void* allocate(void* memory, std::size_t size) { return static_cast<Memory*>(memory)->take(size); }
    static void keep(void*, void*) {}

  private:
    void grow(std::size_t size) {
        room_ = std::max<std::size_t>(size, std::size_t{1} << 20U);
        blocks_.push_back(std::make_unique_for_overwrite<std::byte[]>(room_));
        used_ = 0;
    }

    std::vector<std::unique_ptr<std::byte[]>> blocks_;
    std::size_t used_ = 0, room_ = 0;
};

namespace {

constexpr std::array<std::pair<GumboTag, Tag>, 62> tags = {{
    {GUMBO_TAG_HTML, Tag::html},
    {GUMBO_TAG_HEAD, Tag::head},
    {GUMBO_TAG_TITLE, Tag::title},
    {GUMBO_TAG_META, Tag::meta},
    {GUMBO_TAG_LINK, Tag::link},
    {GUMBO_TAG_BASE, Tag::base},
    {GUMBO_TAG_BODY, Tag::body},
    {GUMBO_TAG_ARTICLE, Tag::article},
    {GUMBO_TAG_MAIN, Tag::main},
    {GUMBO_TAG_SECTION, Tag::section},
    {GUMBO_TAG_DIV, Tag::div},
    {GUMBO_TAG_HEADER, Tag::header},
    {GUMBO_TAG_FOOTER, Tag::footer},
    {GUMBO_TAG_NAV, Tag::nav},
    {GUMBO_TAG_ASIDE, Tag::aside},
    {GUMBO_TAG_ADDRESS, Tag::address},
    {GUMBO_TAG_DETAILS, Tag::details},
    {GUMBO_TAG_HGROUP, Tag::hgroup},
    {GUMBO_TAG_P, Tag::p},
    {GUMBO_TAG_H1, Tag::h1},
    {GUMBO_TAG_H2, Tag::h2},
    {GUMBO_TAG_H3, Tag::h3},
    {GUMBO_TAG_H4, Tag::h4},
    {GUMBO_TAG_H5, Tag::h5},
    {GUMBO_TAG_H6, Tag::h6},
    {GUMBO_TAG_UL, Tag::ul},
    {GUMBO_TAG_OL, Tag::ol},
    {GUMBO_TAG_LI, Tag::li},
    {GUMBO_TAG_DL, Tag::dl},
    {GUMBO_TAG_DT, Tag::dt},
    {GUMBO_TAG_DD, Tag::dd},
    {GUMBO_TAG_BLOCKQUOTE, Tag::blockquote},
    {GUMBO_TAG_PRE, Tag::pre},
    {GUMBO_TAG_HR, Tag::hr},
    {GUMBO_TAG_BR, Tag::br},
    {GUMBO_TAG_TABLE, Tag::table},
    {GUMBO_TAG_THEAD, Tag::thead},
    {GUMBO_TAG_TBODY, Tag::tbody},
    {GUMBO_TAG_TR, Tag::tr},
    {GUMBO_TAG_TD, Tag::td},
    {GUMBO_TAG_TH, Tag::th},
    {GUMBO_TAG_CAPTION, Tag::caption},
    {GUMBO_TAG_FIGURE, Tag::figure},
    {GUMBO_TAG_FIGCAPTION, Tag::figcaption},
    {GUMBO_TAG_IMG, Tag::img},
    {GUMBO_TAG_VIDEO, Tag::video},
    {GUMBO_TAG_AUDIO, Tag::audio},
    {GUMBO_TAG_OBJECT, Tag::object},
    {GUMBO_TAG_FORM, Tag::form},
    {GUMBO_TAG_BUTTON, Tag::button},
    {GUMBO_TAG_SELECT, Tag::select},
    {GUMBO_TAG_INPUT, Tag::input},
    {GUMBO_TAG_LABEL, Tag::label},
    {GUMBO_TAG_TEXTAREA, Tag::textarea},
    {GUMBO_TAG_FIELDSET, Tag::fieldset},
    {GUMBO_TAG_A, Tag::a},
    {GUMBO_TAG_SPAN, Tag::span},
    {GUMBO_TAG_EM, Tag::em},
    {GUMBO_TAG_STRONG, Tag::strong},
    {GUMBO_TAG_TIME, Tag::time},
    {GUMBO_TAG_NOSCRIPT, Tag::noscript},
    {GUMBO_TAG_CENTER, Tag::center},
}};

Tag tag_of(GumboTag tag) {
    static const auto table = [] {
        std::array<Tag, GUMBO_TAG_LAST + 1> all{};
        all.fill(Tag::other);
        for (const auto& [theirs, ours] : tags) all[theirs] = ours;
        return all;
    }();
    return table[tag];
}

bool characters(const GumboNode& node) {
    return node.type == GUMBO_NODE_TEXT || node.type == GUMBO_NODE_WHITESPACE || node.type == GUMBO_NODE_CDATA;
}

}  // namespace

Tree::Tree(std::string_view markup) : memory_(std::make_unique<Memory>()) {
    GumboOptions options = kGumboDefaultOptions;
    options.allocator = Memory::allocate;
    options.deallocator = Memory::keep;
    options.userdata = memory_.get();
    options.max_errors = 0;
    flatten(gumbo_parse_with_options(&options, markup.data(), markup.size())->root, markup);
    for (auto i = nodes_.size(); i-- > 0;) {
        auto& node = nodes_[i];
        node.end = std::max(node.end, static_cast<std::uint32_t>(i) + 1);
        if (i > 0) nodes_[node.parent].end = std::max(nodes_[node.parent].end, node.end);
    }
}

void Tree::flatten(const GumboInternalNode* root, std::string_view markup) {
    std::vector<std::pair<const GumboNode*, std::uint32_t>> waiting = {{root, 0}};  // node, its parent
    std::vector<std::pair<std::size_t, std::size_t>> ranges;                        // of attributes, by node
    while (!waiting.empty()) {
        const auto [node, parent] = waiting.back();
        waiting.pop_back();
        const bool text = characters(*node);
        if (!text && node->type != GUMBO_NODE_ELEMENT) continue;
        Node flat;
        flat.parent = parent;
        const auto first = attributes_.size();
        if (text) {
            flat.tag = Tag::text;
            flat.text = node->v.text.text;
            const auto original = node->v.text.original_text;
            if (original.data != nullptr) flat.source.begin = static_cast<std::uint32_t>(original.data - markup.data());
            flat.source.end = flat.source.begin + static_cast<std::uint32_t>(original.length);
        } else {
            const auto& element = node->v.element;
            flat.tag = tag_of(element.tag);
            const auto self = static_cast<std::uint32_t>(nodes_.size());
            for (auto i = element.children.length; i-- > 0;)
                waiting.emplace_back(static_cast<const GumboNode*>(element.children.data[i]), self);
            for (unsigned i = 0; i < element.attributes.length; ++i) {
                const auto& attribute = *static_cast<const GumboAttribute*>(element.attributes.data[i]);
                attributes_.push_back({attribute.name, attribute.value});
            }
        }
        ranges.emplace_back(first, attributes_.size() - first);
        nodes_.push_back(flat);
    }
    for (std::size_t i = 0; i < nodes_.size(); ++i)
        nodes_[i].attributes = std::span(attributes_).subspan(ranges[i].first, ranges[i].second);
}

Tree::~Tree() = default;

std::string_view Tree::attribute(const Node& node, std::string_view name) {
    for (const auto& [key, value] : node.attributes)
        if (key == name) return value;
    return {};
}

}  // namespace chancery
