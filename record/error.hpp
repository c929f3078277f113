#pragma once
#include <stdexcept>
#include <string>

namespace chancery {

/// A world that is not as it must be: a file, a rule, a lexicon, a command line. The text reads "where: what. what to
/// do". Text of articles, however broken, never causes one (see Problem). Caught in cli and serve only.
class Error : public std::runtime_error {
  public:
    using std::runtime_error::runtime_error;
};

/// The command line is wrong: exit status 2 instead of 1.
class UsageError : public Error {
  public:
    using Error::Error;
};

}  // namespace chancery
