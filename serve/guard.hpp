#pragma once
#include <functional>
#include <memory>
#include <string>
#include <string_view>

#include "serve/http.hpp"

namespace chancery {

/// Takes the bytes of an answer; false when the client has gone.
class AnswerSink {
  public:
    virtual ~AnswerSink() = default;
    /// `head` and `body` belong together and go out in one send. What `owner` holds outlives the call, anything else
    /// does not.
    virtual bool send(std::string_view head, std::string_view body,
                      const std::shared_ptr<const std::string>& owner) = 0;
};

/// A request that is whole, in memory and checked (serve/head.hpp).
struct WholeRequest {
    bool post = false, head_only = false;
    bool chunked = false;     ///< `body` is in chunks
    bool keep_alive = false;  ///< the connection goes on afterwards
    bool old = false;         ///< HTTP/1.0: answers of unknown length end with the connection
    std::string_view body;
};

/// cpp-httplib between what was checked and what is sent. The library never holds a socket, waits for a client or sees
/// a byte of a head that a client wrote: it is given a head of ours with the client's body, undoes the chunks, and
/// frames the answer. That closes from outside what is open in the packaged version (unbounded lines, headers and
/// bodies, packed bodies, ranges, decoded header values, slow clients); the code says which part of the library does
/// what.
class Guard {
  public:
    using Answer = std::function<HttpAnswer(std::string body)>;

    explicit Guard(int idle_seconds);
    ~Guard();

    /// Calls `answer` once with the body and hands what it returns to `sink`. False when the connection cannot go on:
    /// the client has gone, or a stream broke off. From any thread.
    bool exchange(const WholeRequest& request, const Answer& answer, AnswerSink& sink) const;

  private:
    class Library;
    std::unique_ptr<Library> library_;
};

}  // namespace chancery
