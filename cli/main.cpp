// The door: reads the command line, starts a command, and is the only place where errors are caught and printed.
#include <CLI/CLI.hpp>
#include <iostream>

#include "cli/commands.hpp"
#include "export/format.hpp"
#include "record/error.hpp"

namespace {

using namespace chancery;  // main only

void add_outputs(CLI::App& command, std::vector<std::string>& outputs, std::string& format) {
    command
        .add_option("-o,--output", outputs,
                    "Write the graph to FILE, in the format of its suffix; repeatable; - is standard output")
        ->type_name("FILE")
        ->allow_extra_args(false);
    command.add_option("--format", format, "Format for standard output: " + format_names())->type_name("NAME");
}

void add_extract(CLI::App& app, ExtractOptions& o) {
    auto& command = *app.add_subcommand("extract", "Articles in, one knowledge graph out");
    command.add_option("INPUT", o.inputs,
                       "Files, folders (recursive), or - for standard input, which is also the default");
    add_outputs(command, o.outputs, o.format);
    command.add_option("--each", o.each, "Every article alone, as DIR/ID.json")->type_name("DIR");
    command.add_option("--articles", o.articles, "Also write the cleaned texts, as DIR/ID.txt")->type_name("DIR");
    command.add_option("--date", o.date, "Publication date of all articles that give none, like 2031-03-04")
        ->type_name("DATE");
    command.add_option("--meta", o.meta, "Title, date, source and url by article id, one JSON object a line")
        ->type_name("FILE.jsonl");
    command
        .add_option("--models", o.models, "Folder of lexicons and rules, instead of the one that came with the program")
        ->type_name("DIR");
    command.add_option("-j,--jobs", o.jobs, "Threads; the output is the same for any number")->type_name("N");
    command.add_option("--max-article", o.max_article, "Longest article in bytes")
        ->type_name("BYTES")
        ->capture_default_str();
    command.add_flag("--no-private-persons", o.no_private_persons,
                     "Leave out persons without office, and their relations");
    command.add_flag("--strict", o.strict, "Any problem in an input is an error, and nothing is written");
    command.add_flag("--show-problems", o.show_problems, "List what was repaired, guessed or skipped");
    command.footer(
        "Examples:\n  chancery extract article.txt\n  chancery extract samples/ -o graph.graphml -o graph.dot -o "
        "graph.json\n  chancery extract --each out/ samples/\n"
        "  cat article.txt | chancery extract --format json");
}

void add_convert(CLI::App& app, ConvertOptions& o) {
    auto& command = *app.add_subcommand("convert", "A saved graph into another format");
    command.add_option("GRAPH", o.input, "A graph that chancery wrote as JSON")->required()->type_name("GRAPH.json");
    add_outputs(command, o.outputs, o.format);
    command.add_flag("--no-private-persons", o.no_private_persons,
                     "Leave out persons without office, and their relations");
    command.footer(
        "Examples:\n  chancery convert graph.json -o graph.graphml\n  chancery convert graph.json --format dot | dot "
        "-Tsvg > graph.svg");
}

int run(int argc, char** argv) {
    CLI::App app("News articles in, a knowledge graph with evidence out.", "chancery");
    app.set_version_flag("--version", std::string("chancery " CHANCERY_VERSION "\nmodel surface-1\nrules news-en-1"));
    app.require_subcommand(1);
    app.footer("Examples:\n  chancery extract samples/ -o graph.graphml\n  chancery extract --help");
    ExtractOptions extract;
    ConvertOptions convert;
    add_extract(app, extract);
    add_convert(app, convert);
    try {
        app.parse(argc, argv);
    } catch (const CLI::CallForHelp& help) {
        return app.exit(help);
    } catch (const CLI::CallForAllHelp& help) {
        return app.exit(help);
    } catch (const CLI::CallForVersion& version) {
        return app.exit(version);
    } catch (const CLI::ParseError& error) {
        std::cerr << "chancery: " << error.what() << " See chancery --help.\n";
        return 2;
    }
    return app.got_subcommand("extract") ? run_extract(extract) : run_convert(convert);
}

/// Messages quote file names and texts; nothing of them may steer a terminal.
std::string printable(std::string_view message) {
    std::string out;
    for (const char c : message) out.push_back(static_cast<unsigned char>(c) < 0x20 || c == '\x7f' ? '?' : c);
    return out;
}

}  // namespace

int main(int argc, char** argv) {
    std::ios::sync_with_stdio(false);
    try {
        return run(argc, argv);
    } catch (const UsageError& error) {
        std::cerr << "chancery: " << printable(error.what()) << '\n';
        return 2;
    } catch (const std::exception& error) {
        std::cerr << "chancery: " << printable(error.what()) << '\n';
        return 1;
    }
}
