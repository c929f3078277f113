#pragma once
#include <cstddef>
#include <list>
#include <memory>
#include <mutex>
#include <string>
#include <string_view>

namespace chancery {

/// RFC 1952, at a level that costs less time than the bytes it saves would take on a home line.
[[nodiscard]] std::string gzipped(std::string_view bytes);

/// Whether packing a body of this type and size is worth it: text of at least 500 bytes.
[[nodiscard]] bool worth_packing(std::string_view type, std::size_t size);

/// Packed forms of bodies that are sent again and again, as long as those live. From any thread.
class PackedBodies {
  public:
    explicit PackedBodies(std::size_t most_bytes) : most_(most_bytes) {}

    [[nodiscard]] std::shared_ptr<const std::string> packed(const std::shared_ptr<const std::string>& body);

  private:
    struct Entry {
        std::weak_ptr<const std::string> body;
        std::shared_ptr<const std::string> packed;
    };

    std::size_t most_;
    std::mutex mutex_;
    std::list<Entry> entries_;  ///< last used first
};

}  // namespace chancery
