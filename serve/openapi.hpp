#pragma once
#include <span>
#include <string>
#include <string_view>

#include "serve/http.hpp"

namespace chancery {

/// The routes as an OpenAPI 3.1 document.
[[nodiscard]] std::string openapi_document(std::span<const Route> routes, std::string_view version);

/// The same for people, as a page.
[[nodiscard]] std::string docs_page(std::span<const Route> routes, std::string_view version);

/// components.schemas of the document, as JSON.
[[nodiscard]] std::string_view openapi_schemas();

}  // namespace chancery
