#include "serve/gzip.hpp"

#include <zlib.h>

#include <algorithm>
#include <array>

#include "record/error.hpp"
#include "serve/negotiate.hpp"

namespace chancery {

std::string gzipped(std::string_view bytes) {
    static constexpr int level = 5, gzip_window = 15 + 16, memory = 8;
    z_stream stream{};
    if (deflateInit2(&stream, level, Z_DEFLATED, gzip_window, memory, Z_DEFAULT_STRATEGY) != Z_OK)
        throw Error("gzip: no memory. Ask for less at a time.");
    std::string out;
    std::array<char, 32UL * 1024> piece;
    int result = Z_OK;
    do {
        if (stream.avail_in == 0) {  // zlib counts in 32 bits
            const auto size = std::min<std::size_t>(bytes.size(), 1U << 30U);
            stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(bytes.data()));  // zlib only reads it
            stream.avail_in = static_cast<uInt>(size);
            bytes.remove_prefix(size);
        }
        stream.next_out = reinterpret_cast<Bytef*>(piece.data());
        stream.avail_out = static_cast<uInt>(piece.size());
        result = deflate(&stream, bytes.empty() ? Z_FINISH : Z_NO_FLUSH);
        out.append(piece.data(), piece.size() - stream.avail_out);
    } while (result != Z_STREAM_END);
    deflateEnd(&stream);
    return out;
}

bool worth_packing(std::string_view type, std::size_t size) {
    static constexpr std::size_t least = 500;
    const auto name = media_type(type);
    return size >= least &&
           (name.starts_with("text/") || name.ends_with("json") || name.ends_with("xml") || name.ends_with("ndjson") ||
            name == "application/javascript" || name == "application/n-triples" || name == "application/sql");
}

std::shared_ptr<const std::string> PackedBodies::packed(const std::shared_ptr<const std::string>& body) {
    {
        const std::lock_guard lock(mutex_);
        std::erase_if(entries_, [](const Entry& entry) { return entry.body.expired(); });
        for (auto entry = entries_.begin(); entry != entries_.end(); ++entry)
            if (entry->body.lock() == body) {
                entries_.splice(entries_.begin(), entries_, entry);
                return entries_.front().packed;
            }
    }
    auto made = std::make_shared<const std::string>(gzipped(*body));
    const std::lock_guard lock(mutex_);
    entries_.push_front({body, made});
    std::size_t sum = 0;
    const auto too_much = std::find_if(entries_.begin(), entries_.end(),
                                       [&](const Entry& e) { return (sum += e.packed->size()) > most_; });
    entries_.erase(too_much, entries_.end());
    return made;
}

}  // namespace chancery
