#pragma once
#include <memory>

#include "extract/input/reader.hpp"

namespace chancery {

/// The text of a PDF, through a process of poppler's pdftotext, which is ended after a time and a size. A note when the
/// program is not there, fails, or finds no text.
[[nodiscard]] std::unique_ptr<Reader> read_pdf(Member member);

}  // namespace chancery
