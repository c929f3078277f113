#pragma once
#include <cstdint>
#include <memory>
#include <span>
#include <string_view>
#include <vector>

#include "record/span.hpp"

struct GumboInternalNode;

namespace chancery {

/// What an element means for reading; all that is not listed is `other`.
enum class Tag : std::uint8_t {
    text,  ///< not an element: characters
    other,
    html,
    head,
    title,
    meta,
    link,
    base,
    body,
    article,
    main,
    section,
    div,
    header,
    footer,
    nav,
    aside,
    address,
    details,
    dialog,
    hgroup,
    p,
    h1,
    h2,
    h3,
    h4,
    h5,
    h6,
    ul,
    ol,
    li,
    dl,
    dt,
    dd,
    blockquote,
    pre,
    hr,
    br,
    table,
    thead,
    tbody,
    tr,
    td,
    th,
    caption,
    figure,
    figcaption,
    picture,
    img,
    video,
    audio,
    object,
    form,
    button,
    select,
    input,
    label,
    textarea,
    fieldset,
    a,
    span,
    em,
    strong,
    time,
    noscript,
    center
};

struct ElementAttribute {
    std::string_view name, value;
};

/// A node of the flattened tree.
struct Node {
    Tag tag = Tag::other;
    std::uint32_t parent = 0;
    std::uint32_t end = 0;  ///< index behind the last descendant: a subtree is a stretch of nodes
    std::string_view text;  ///< characters, entities decoded; empty for elements
    Span source;            ///< of characters: their bytes in the markup
    std::span<const ElementAttribute> attributes;
};

/// The elements and texts of a page in document order.
class Tree {
  public:
    /// Builds the tree as browsers do (the HTML5 algorithm, by gumbo). REQUIRES: `markup` is from strip_markup() and
    /// outlives the tree.
    explicit Tree(std::string_view markup);
    ~Tree();
    Tree(const Tree&) = delete;
    Tree& operator=(const Tree&) = delete;

    [[nodiscard]] const std::vector<Node>& nodes() const { return nodes_; }

    /// The value of an attribute, empty when absent.
    [[nodiscard]] static std::string_view attribute(const Node& node, std::string_view name);

  private:
    class Memory;
    void flatten(const GumboInternalNode* root, std::string_view markup);
    std::unique_ptr<Memory> memory_;
    std::vector<Node> nodes_;
    std::vector<ElementAttribute> attributes_;
};

}  // namespace chancery
