#pragma once
#include <cstddef>
#include <functional>

#include "export/sink.hpp"

namespace chancery {

/// Calls `write(sink, begin, end)` for runs of the rows 0 to `count`, on two cores where there are two, and sends what
/// they wrote to where `out` goes in the order of the rows: while one core waits for the memory or the disk, the other
/// goes on. The bytes are those of write(out, 0, count), so `write` must depend on its rows alone. Takes a buffer of
/// 384 KB a core; a few rows are written by this thread. What `write` throws is thrown here.
void in_turn(Sink& out, std::size_t count,
             const std::function<void(Sink& sink, std::size_t begin, std::size_t end)>& write);

/// Calls `look(half, begin, end)` for both halves of the rows, 0 and 1, at the same time where there are two cores and
/// many rows. REQUIRES: `look` does not throw and writes to what belongs to its half alone.
void look_in_halves(std::size_t count,
                    const std::function<void(std::size_t half, std::size_t begin, std::size_t end)>& look);

}  // namespace chancery
