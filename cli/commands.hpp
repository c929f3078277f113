#pragma once
#include <filesystem>
#include <string>
#include <vector>

#include "cli/inputs.hpp"
#include "extract/train/trainer.hpp"
#include "graph/filter.hpp"
#include "graph/rows.hpp"
#include "graph/view.hpp"
#include "serve/http.hpp"
#include "serve/server.hpp"

namespace chancery {

/// What is worked out from a graph before it is written.
struct AnalysisOptions {
    bool measures = false, measures_all = false, layout = false;
    std::string cluster;  ///< "country", or empty
};

struct ExtractOptions {
    InputArguments input;
    std::vector<std::string> outputs;
    std::string format, each, articles, date, meta, models, decisions;
    std::vector<std::string> gazetteers, rules;
    unsigned jobs = 0;  ///< 0: as many as the machine has
    bool strict = false, show_problems = false, any_language = false;
    GraphFilter filter;
    AnalysisOptions analysis;
};

struct ConvertOptions {
    std::string input, format;
    std::vector<std::string> outputs;
    GraphFilter filter;
    AnalysisOptions analysis;
};

struct AddOptions {
    ExtractOptions read;  ///< what concerns reading; outputs and filters stay empty
    std::string store, watch;
    bool reread = false, verbose = false;
    unsigned wait = 10;  ///< seconds for another writer
};

/// Articles into a store. The exit status; throws Error and UsageError.
int run_add(const AddOptions& options);

struct RemoveCommand {
    std::string store;
    std::vector<std::string> articles;
    unsigned wait = 10;  ///< seconds for another writer
};

/// Articles out of a store.
int run_remove(const RemoveCommand& command);

struct InfoCommand {
    std::string store;
    bool json = false;
};

/// Prints what a store holds.
int run_info(const InfoCommand& command);

/// Articles in, a graph out. The exit status; throws Error and UsageError.
int run_extract(const ExtractOptions& options);

/// A saved graph into other formats.
int run_convert(const ConvertOptions& options);

struct TextCommand {
    InputArguments input;
    std::string each, models;
    bool bare = false;
};

/// Prints the cleaned texts, or writes ID.txt and ID.meta.json of each.
int run_text(const TextCommand& command);

struct QueryCommand {
    std::string graph, question;
    HttpRequest::Pairs words;  ///< parameters of the route that answers
    bool json = false, lines = false;
};

/// Questions to a saved graph, answered by the routes of the HTTP API: a table, or their JSON.
int run_query(const QueryCommand& command);

struct ServeCommand {
    std::string graph, token_file, models;
    ServerOptions server;
    bool quiet = false;
};

/// Answers HTTP over a graph until SIGTERM or SIGINT. Throws Error when it cannot begin.
int run_serve(const ServeCommand& command);

struct WhyCommand {
    std::string graph, id, sentence, models;
    std::vector<std::string> rules;
};

/// Prints the evidence of an edge or node, or what was tried on a sentence.
int run_why(const WhyCommand& command);

struct RulesCommand {
    std::string question;  ///< "list", "check" or "test"
    std::vector<std::string> files;
    std::string models;
};

/// Lists the rules with `files` on top, checks that they load, or runs their examples. 1 when an example fails.
int run_rules(const RulesCommand& command);

struct TrainCommand {
    std::vector<std::string> train, dev, names;
    std::string output, name = "en-1", licence = "CC BY-SA 4.0", vectors;
    TrainOptions options;
};

/// Trains tagger and parser from CoNLL-U files. Scores of every epoch go to standard error.
int run_train(const TrainCommand& command);

struct ParseCommand {
    InputArguments input;
    std::string format = "text", model, models;
};

/// Prints the linguistic analysis of texts, or of given CoNLL-U tokens, as CoNLL-U.
int run_parse(const ParseCommand& command);

/// Writes a graph to every output, by suffix or by `format` for standard output; the table for people when there is
/// none.
void write_graph(const GraphRows& rows, const std::vector<std::string>& outputs, const std::string& format,
                 Drawing drawing = {});

/// Adds the measures and coordinates asked for; says on standard error when some are estimates.
void analyse(GraphRows& rows, const AnalysisOptions& options);

/// How pictures are to look.
[[nodiscard]] Drawing drawing_of(const AnalysisOptions& options);

/// Throws UsageError when an output's suffix or the format name is not known; called before work starts.
void check_outputs(const std::vector<std::string>& outputs, const std::string& format);

/// The models folder: the argument, $CHANCERY_MODELS, beside the program, else the source tree's.
[[nodiscard]] std::filesystem::path models_folder(const std::string& argument);

}  // namespace chancery
