#pragma once
#include "record/article.hpp"

namespace chancery {

/// Finds the texts of pop-up links that pages glue into their sentences ("President Rojas Ana Maria RojasSenators balk
/// at budget MORE on Monday") and writes them into Article::hidden. Nothing is deleted. Called once the blocks are
/// known, before hide_furniture.
void find_glued_links(Article& article);

}  // namespace chancery
