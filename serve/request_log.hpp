#pragma once
#include <functional>
#include <mutex>
#include <string>
#include <string_view>

namespace chancery {

/// What is said of one request: no query, no body, no header but the status, so neither what was searched for nor a
/// token gets into a log.
struct RequestRecord {
    std::string_view peer, method, path;  ///< as they were sent; empty when the request could not be read
    int status = 0;
    std::size_t bytes = 0;  ///< of the answer's body
    double seconds = 0;
};

/// One line a request, gathered and written some times a second. Whatever a client sent, a line is one line: control
/// characters are shown as "?".
class RequestLog {
  public:
    using Sink = std::function<void(std::string_view)>;  ///< takes whole lines; called by one thread at a time

    /// `sink` may be empty: then nothing is kept. Errors go to `errors`, which may not.
    RequestLog(Sink sink, Sink errors);

    void write(const RequestRecord& record);
    /// Something that an operator should know, at once.
    void complain(std::string_view what);
    /// Hands over what was gathered.
    void flush();

  private:
    Sink sink_, errors_;
    std::mutex mutex_;
    std::string lines_;
};

}  // namespace chancery
