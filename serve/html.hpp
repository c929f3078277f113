#pragma once
#include <sstream>
#include <string>
#include <string_view>

#include "export/sink.hpp"
#include "graph/rows.hpp"

namespace chancery {

/// A page in the making. Whatever comes from articles or requests goes through text(); markup() takes literals of this
/// program only.
class Html {
  public:
    explicit Html(std::string_view title);

    Html& markup(std::string_view bytes) {
        sink_.raw(bytes);
        return *this;
    }
    /// Also inside attributes in double quotes.
    Html& text(std::string_view value) {
        sink_.text(value, xml_attribute);
        return *this;
    }
    Html& number(std::uint64_t value) {
        sink_.number(value);
        return *this;
    }
    Html& link(std::string_view path, std::string_view id, std::string_view words);

    /// The page to its end. Nothing may follow.
    [[nodiscard]] std::string done();

  private:
    std::ostringstream out_;
    Sink sink_{out_, 4096};
};

/// The quote of a piece of evidence with its marks.
void write_quote(Html& page, const EvidenceRow& evidence);

}  // namespace chancery
