#pragma once
#include <memory>
#include <optional>
#include <string>

#include "extract/input/reader.hpp"
#include "extract/input/selection.hpp"

namespace chancery {

enum class Packing : std::uint8_t { none, gzip, bzip2, xz, zstd, tar, zip };

/// How the bytes are packed, told by their first 512.
[[nodiscard]] Packing packing_of(std::string_view head);

/// What a compressed stream (gzip to zstd) unpacks to, all its parts one after another. Ends with trouble when it is
/// cut short, broken, or unpacks to more than the budget allows.
[[nodiscard]] std::unique_ptr<ByteSource> unpacked(Bytes packed, Packing packing, std::shared_ptr<Budget> budget);

/// The files in a tar or zip that the selection wants, as Members in the archive's order. Links, devices and folders
/// are passed over; names lead out of no folder.
[[nodiscard]] std::unique_ptr<Reader> read_archive(Member member, const Selection& selection);

}  // namespace chancery
