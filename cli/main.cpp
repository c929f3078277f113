// The door: reads the command line, starts a command, and is the only place where errors are caught and printed.
#include <CLI/CLI.hpp>
#include <iostream>

#include "cli/commands.hpp"
#include "cli/filter_options.hpp"
#include "cli/query_options.hpp"
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

void add_analysis(CLI::App& command, AnalysisOptions& o) {
    command.add_flag("--measures", o.measures,
                     "Degrees, PageRank, betweenness, closeness, core, component and community of every node");
    command.add_flag("--measures-all", o.measures_all, "The same, with denied and planned relations counted, too");
    command.add_flag("--layout", o.layout, "Coordinates x and y for every node");
    command.add_option("--cluster", o.cluster, "Pictures put nodes of one country into one box: country")
        ->type_name("NAME")
        ->check(CLI::IsMember({"country"}));
}

void add_inputs(CLI::App& command, InputArguments& o) {
    command.add_option(
        "INPUT", o.inputs,
        "Texts, pages, JSON Lines, tables, feeds, mails, PDF, WARC, packed or not, folders of them, or - "
        "for standard input, the default (docs/inputs.md)");
    command.add_option("--files-from", o.files_from, "Read the inputs named in FILE, one a line; - is standard input")
        ->type_name("FILE");
    command
        .add_option("--field", o.fields,
                    "Key or column KEY holds NAME: id, text, html, title, published, source, url; repeatable")
        ->type_name("NAME=KEY")
        ->allow_extra_args(false);
    command.add_option("--include", o.include, "In folders and archives, read only files that fit GLOB; repeatable")
        ->type_name("GLOB")
        ->allow_extra_args(false);
    command.add_option("--exclude", o.exclude, "In folders and archives, leave out what fits GLOB; repeatable")
        ->type_name("GLOB")
        ->allow_extra_args(false);
    command.add_option("--max-article", o.limits.article, "Longest article in bytes")
        ->type_name("BYTES")
        ->capture_default_str();
    command.add_option("--max-expansion", o.limits.expansion, "A packed file may grow to so many times its size")
        ->type_name("TIMES")
        ->capture_default_str();
    command.add_option("--max-nesting", o.limits.nesting, "Archives and compressions inside each other")
        ->type_name("N")
        ->capture_default_str();
}

void add_reading(CLI::App& command, ExtractOptions& o) {
    command.add_option("--date", o.date, "Publication date of all articles that give none, like 2031-03-04")
        ->type_name("DATE");
    command.add_option("--meta", o.meta, "Title, date, source and url by article id, one JSON object a line")
        ->type_name("FILE.jsonl");
    command
        .add_option("--models", o.models, "Folder of lexicons and rules, instead of the one that came with the program")
        ->type_name("DIR");
    command
        .add_option("--gazetteer", o.gazetteers,
                    "What you know of people and bodies: TSV, FollowTheMoney, actor dictionary")
        ->type_name("FILE");
    command.add_option("--rules", o.rules, "More relation rules; a rule of the same id replaces ours")
        ->type_name("FILE.toml");
    command
        .add_option("--decisions", o.decisions,
                    "What you decided about identity: merge, apart, rename, retype, drop, split")
        ->type_name("FILE.tsv");
    command.add_option("-j,--jobs", o.jobs, "Threads; the output is the same for any number")->type_name("N");
    command.add_flag("--any-language", o.any_language, "Read articles for facts that are not in English, too");
    command.add_flag("--show-problems", o.show_problems, "List what was repaired, guessed or skipped");
}

void add_extract(CLI::App& app, ExtractOptions& o) {
    auto& command = *app.add_subcommand("extract", "Articles in, one knowledge graph out");
    add_inputs(command, o.input);
    add_outputs(command, o.outputs, o.format);
    command.add_option("--each", o.each, "Every article alone, as DIR/ID.json")->type_name("DIR");
    command.add_option("--articles", o.articles, "Also write the cleaned texts, as DIR/ID.txt")->type_name("DIR");
    add_reading(command, o);
    add_filters(command, o.filter);
    add_analysis(command, o.analysis);
    command.add_flag("--strict", o.strict, "Any problem in an input is an error, and nothing is written");
    command.footer(
        "Examples:\n  chancery extract article.txt\n  chancery extract samples/ -o graph.graphml -o graph.dot -o "
        "graph.json\n  chancery extract --each out/ samples/\n"
        "  chancery extract news.jsonl.gz crawl.warc.gz --field text=body -o graph.json\n"
        "  cat article.txt | chancery extract --format json");
}

void add_wait(CLI::App& command, unsigned& seconds) {
    command.add_option("--wait", seconds, "Seconds to wait while another program writes to the store")
        ->type_name("SECONDS")
        ->capture_default_str()
        ->check(CLI::Range(0, 86400));
}

void add_add(CLI::App& app, AddOptions& o) {
    auto& command = *app.add_subcommand("add", "Articles into a store: one file that grows article by article");
    command.add_option("STORE", o.store, "The store; made when it is missing")->required()->type_name("STORE");
    add_inputs(command, o.read.input);
    add_reading(command, o.read);
    command.add_option("--watch", o.watch, "Then add what is written to FOLDER, until interrupted")
        ->type_name("FOLDER")
        ->allow_extra_args(false);
    command.add_flag("--reread", o.reread, "Read those articles again that another model or other rules have read");
    command.add_flag("--strict", o.read.strict, "Any problem in an input is an error, and nothing is added");
    command.add_flag("--verbose", o.verbose, "Name each article once it is kept");
    add_wait(command, o.wait);
    command.footer(
        "Examples:\n  chancery add news.store samples/\n  chancery add news.store news.jsonl.gz --field text=body\n"
        "  chancery add news.store --decisions decisions.tsv\n  chancery add news.store --reread --rules "
        "my_rules.toml");
}

void add_remove(CLI::App& app, RemoveCommand& o) {
    auto& command = *app.add_subcommand("remove", "Articles out of a store, with all that was read in them");
    command.add_option("STORE", o.store, "The store")->required()->type_name("STORE");
    command.add_option("ARTICLE", o.articles, "An id, a name, or the first eight digits or more of a SHA-256")
        ->required()
        ->type_name("ARTICLE");
    add_wait(command, o.wait);
    command.footer("Example:\n  chancery add news.store article.txt news.jsonl && chancery remove news.store article");
}

void add_info(CLI::App& app, InfoCommand& o) {
    auto& command = *app.add_subcommand("info", "What a store holds, and what it was read by");
    command.add_option("STORE", o.store, "The store")->required()->type_name("STORE");
    command.add_flag("--json", o.json, "As one JSON object");
    command.footer("Example:\n  chancery add news.store article.txt && chancery info news.store");
}

void add_convert(CLI::App& app, ConvertOptions& o) {
    auto& command = *app.add_subcommand("convert", "A saved graph into another format");
    command
        .add_option("GRAPH", o.input, "A store, or a graph that chancery wrote as JSON or GraphML, also .gz or .zst")
        ->required()
        ->type_name("GRAPH.json");
    add_outputs(command, o.outputs, o.format);
    add_filters(command, o.filter);
    add_analysis(command, o.analysis);
    command.footer(
        "Examples:\n  chancery convert graph.json -o graph.graphml\n  chancery convert graph.json --format dot | dot "
        "-Tsvg > graph.svg\n  chancery convert graph.json --around 'Halima Noor' --hops 2 -o noor.gexf");
}

void add_text(CLI::App& app, TextCommand& o) {
    auto& command = *app.add_subcommand("text", "The cleaned text of articles, as offsets count it");
    add_inputs(command, o.input);
    command.add_option("--each", o.each, "Write DIR/ID.txt and DIR/ID.meta.json of every article")->type_name("DIR");
    command.add_flag("--bare", o.bare, "Nothing but the text: no title, date, source and address above it");
    command.add_option("--models", o.models, "Folder of lexicons and rules")->type_name("DIR");
    command.footer("Examples:\n  chancery text page.html\n  chancery text --each out pages/");
}

void add_serve(CLI::App& app, ServeCommand& o) {
    auto& command = *app.add_subcommand("serve", "Questions to a graph over HTTP (docs/serving.md)");
    command
        .add_option("GRAPH", o.graph, "A store, or a graph that chancery wrote as JSON or GraphML, also .gz or .zst")
        ->required()
        ->type_name("GRAPH.json");
    command
        .add_option("--address", o.server.address,
                    "Address to listen on; one that other machines reach needs --token-file or --public-read")
        ->type_name("ADDRESS")
        ->capture_default_str();
    command.add_option("--port", o.server.port, "Port to listen on; 0 takes one that is free")
        ->type_name("N")
        ->capture_default_str()
        ->check(CLI::Range(0, 65535));
    command.add_option("--socket", o.server.socket, "Listen on a Unix socket that only you can use, instead of a port")
        ->type_name("PATH");
    command
        .add_option("--token-file", o.token_file,
                    "File with the token that other machines must send as Authorization: Bearer TOKEN")
        ->type_name("FILE");
    command.add_flag("--public-read", o.server.public_read, "Let other machines read without a token");
    command.add_option("--allow-host", o.server.allow_hosts, "Name under which the server may be asked; repeatable")
        ->type_name("NAME")
        ->allow_extra_args(false);
    command
        .add_option("--allow-origin", o.server.allow_origins,
                    "Web origin whose pages may read the answers, like https://example.org; repeatable")
        ->type_name("ORIGIN")
        ->allow_extra_args(false);
    command.add_option("--threads", o.server.threads, "Threads that answer")
        ->type_name("N")
        ->capture_default_str()
        ->check(CLI::Range(2, 256));
    command.add_option("--max-connections", o.server.connections, "Clients at one time; more get 503")
        ->type_name("N")
        ->capture_default_str()
        ->check(CLI::Range(1, 100000));
    command.add_option("--max-body", o.server.body, "Largest request body in bytes")
        ->type_name("BYTES")
        ->capture_default_str()
        ->check(CLI::Range(1, 1 << 30));
    command.add_option("--query-time", o.server.query_seconds, "Longest time for one answer in seconds")
        ->type_name("SECONDS")
        ->capture_default_str()
        ->check(CLI::Range(1, 3600));
    command.add_option("--models", o.models, "Folder of lexicons and rules, for POST /api/v1/extract")
        ->type_name("DIR");
    command.add_flag("-q,--quiet", o.quiet, "No line on standard error for each request");
    command.footer(
        "Examples:\n  chancery serve graph.json\n  chancery serve graph.json --socket /run/user/1000/chancery.sock\n  "
        "chancery serve graph.json --address 0.0.0.0 --token-file token --allow-host graph.example.org");
}

void add_why(CLI::App& app, WhyCommand& o) {
    auto& command = *app.add_subcommand("why", "The evidence of an edge or node; what was tried on a sentence");
    command
        .add_option("GRAPH", o.graph, "A store, or a graph that chancery wrote as JSON or GraphML, also .gz or .zst")
        ->type_name("GRAPH.json");
    command.add_option("ID", o.id, "An edge's or node's id, or a node's label")->type_name("ID");
    command.add_option("--sentence", o.sentence, "A sentence to explain instead")->type_name("TEXT");
    command.add_option("--rules", o.rules, "More relation rules")->type_name("FILE.toml");
    command.add_option("--models", o.models, "Folder of lexicons and rules")->type_name("DIR");
    command.footer(
        "Examples:\n  chancery why graph.json country_NO\n  chancery why --sentence 'Norway summoned the ambassador of "
        "Georgia.'");
}

void add_rules(CLI::App& app, RulesCommand& o) {
    auto& command = *app.add_subcommand("rules", "The relation rules, with your own on top");
    command.require_subcommand(1);
    const std::pair<const char*, const char*> questions[] = {{"list", "Every relation with its entries"},
                                                             {"check", "Load them all and report the first mistake"},
                                                             {"test", "Run the examples that stand in them"}};
    for (const auto& [name, text] : questions) {
        auto& question = *command.add_subcommand(name, text);
        question.add_option("FILE", o.files, "Rule files of your own")->type_name("FILE.toml");
        question.add_option("--models", o.models, "Folder of lexicons and rules")->type_name("DIR");
        question.callback([&o, name = std::string(name)] { o.question = name; });
    }
    command.footer("Example:\n  chancery rules test my_rules.toml");
}

void add_train(CLI::App& app, TrainCommand& o) {
    auto& command = *app.add_subcommand("train", "Train tagger and parser from CoNLL-U files");
    command.add_option("--train", o.train, "Files with gold tags and trees")->required()->type_name("FILE");
    command.add_option("--dev", o.dev, "Files to score every epoch on; nothing is learnt from them")->type_name("FILE");
    command.add_option("--names", o.names, "UNER files (IOB2) with the names in these treebanks")->type_name("FILE");
    command.add_option("--vectors", o.vectors, "Word vectors to start from: a word and its numbers a line")
        ->type_name("FILE");
    command.add_option("-o,--output", o.output, "The model file to write")->required()->type_name("MODEL");
    command.add_option("--name", o.name, "Name that the model carries")->capture_default_str();
    command.add_option("--licence", o.licence, "Licence that the model carries")->capture_default_str();
    command.add_option("--epochs", o.options.epochs, "Passes over the data")
        ->capture_default_str()
        ->check(CLI::Range(1, 1000));
    command.add_option("--seed", o.options.seed, "The same seed and data give the same file")->capture_default_str();
    command.add_option("--layers", o.options.shape.layers, "Recurrent layers")
        ->capture_default_str()
        ->check(CLI::Range(1, 4));
    command.add_option("--tag-layer", o.options.shape.tag_layer, "The layer tags are read from, from 0")
        ->capture_default_str()
        ->check(CLI::Range(0, 3));
    command.add_option("--width", o.options.shape.width, "Numbers a feature")
        ->capture_default_str()
        ->check(CLI::Range(4, 1024));
    command.add_option("--hidden", o.options.shape.hidden, "Units of a layer and direction")
        ->capture_default_str()
        ->check(CLI::Range(4, 1024));
    command.add_option("-j,--jobs", o.options.threads, "Threads, one or two; the model is the same")->type_name("N");
    command.footer("Example:\n  chancery train --train train.conllu --dev dev.conllu -o en.model");
}

void add_parse(CLI::App& app, ParseCommand& o) {
    auto& command = *app.add_subcommand("parse", "Tags, lemmas and dependency trees, as CoNLL-U");
    add_inputs(command, o.input);
    command.add_option("--input", o.format, "What FILE holds: text, or conllu to keep its sentences and tokens")
        ->capture_default_str()
        ->check(CLI::IsMember({"text", "conllu"}));
    command.add_option("--model", o.model, "Another model file, as chancery train writes it")->type_name("MODEL");
    command.add_option("--models", o.models, "Folder of models, instead of the one that came with the program")
        ->type_name("DIR");
    command.footer("Examples:\n  chancery parse article.txt\n  chancery parse --input conllu gold.conllu");
}

int run(int argc, char** argv) {
    CLI::App app("News articles in, a knowledge graph with evidence out.", "chancery");
    app.set_version_flag("--version", std::string("chancery " CHANCERY_VERSION "\nmodel en-2\nrules news-en-1"));
    app.require_subcommand(1);
    app.footer("Examples:\n  chancery extract samples/ -o graph.graphml\n  chancery extract --help");
    ExtractOptions extract;
    ConvertOptions convert;
    add_extract(app, extract);
    add_convert(app, convert);
    AddOptions add;
    add_add(app, add);
    RemoveCommand remove;
    add_remove(app, remove);
    InfoCommand info;
    add_info(app, info);
    TextCommand text;
    add_text(app, text);
    QueryCommand query;
    add_query(app, query);
    ServeCommand serve;
    add_serve(app, serve);
    WhyCommand why;
    add_why(app, why);
    RulesCommand rules;
    add_rules(app, rules);
    TrainCommand train;
    add_train(app, train);
    ParseCommand parse;
    add_parse(app, parse);
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
    if (app.got_subcommand("serve")) return run_serve(serve);
    if (app.got_subcommand("add")) return run_add(add);
    if (app.got_subcommand("remove")) return run_remove(remove);
    if (app.got_subcommand("info")) return run_info(info);
    if (app.got_subcommand("why")) return run_why(why);
    if (app.got_subcommand("rules")) return run_rules(rules);
    if (app.got_subcommand("text")) return run_text(text);
    if (app.got_subcommand("query")) return run_query(query);
    if (app.got_subcommand("train")) return run_train(train);
    if (app.got_subcommand("parse")) return run_parse(parse);
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
