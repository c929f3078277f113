#include <iostream>

#include "cli/commands.hpp"
#include "cli/inputs.hpp"
#include "extract/article_reader.hpp"
#include "extract/tag/conllu.hpp"
#include "extract/tag/lemma.hpp"
#include "extract/tag/syntax.hpp"
#include "extract/text/reader.hpp"
#include "record/error.hpp"

namespace chancery {

namespace {

class ParseRun {
  public:
    explicit ParseRun(const ParseCommand& command)
        : models_(models_folder(command.models)),
          syntax_(
              SyntaxModel::load(command.model.empty() ? models_ / "en.model" : std::filesystem::path(command.model))),
          lemmas_(Lemmas::read(models_ / "lexicon")),
          abbreviations_(Abbreviations::read(models_ / "lexicon" / "abbreviations.tsv")),
          reader_(ArticleReader::load(models_ / "lexicon")) {}

    void text(Document document) {
        auto article = reader_.read(std::move(document.bytes), document.hints);
        article.hidden.clear();  // all of it, other people's headlines too
        for (auto& block : article.blocks)
            if (block.kind != BlockKind::headline) block.kind = BlockKind::paragraph;
        auto reading = read_sentences(article, abbreviations_);
        syntax_.analyse(article.text, reading);
        std::cout << "# newdoc id = " << article.id << '\n';
        std::uint32_t number = 0, paragraph = 0;
        for (const auto& sentence : reading.sentences) {
            ConlluSentence out;
            if (number > 0 && sentence.paragraph != paragraph) out.comments.emplace_back("# newpar");
            paragraph = sentence.paragraph;
            out.comments.push_back("# sent_id = " + article.id + "-" + std::to_string(++number));
            out.comments.push_back("# text = " + one_line(words(article.text, sentence.where)));
            for (auto t = sentence.first; t < sentence.last; ++t) {
                out.words.push_back(word(words(article.text, reading.tokens[t].where), reading.syntax[t]));
                const bool joined = t + 1 < sentence.last && !reading.tokens[t + 1].space_before;
                auto& misc = out.words.back().misc;
                misc = name_field(reading.syntax[t].name);
                if (joined) misc += misc.empty() ? "SpaceAfter=No" : "|SpaceAfter=No";
            }
            print(out);
        }
    }

    void conllu(const Document& document) {
        ParserNetwork network(syntax_.model());
        std::vector<std::string_view> forms;
        std::vector<WordAnalysis> found;
        for (auto& sentence : read_conllu(document.bytes, document.where)) {
            forms.clear();
            for (const auto& given : sentence.words) forms.emplace_back(given.form);
            network.analyse(forms, found);
            fill(sentence, found);
            print(sentence);
        }
    }

  private:
    void fill(ConlluSentence& sentence, const std::vector<WordAnalysis>& found) const {
        std::uint32_t root = 0;
        for (std::uint32_t i = 0; i < found.size(); ++i)
            if (found[i].head == 0) root = i + 1;
        for (std::uint32_t i = 0; i < sentence.words.size(); ++i) {
            Syntax syntax;
            syntax.head = root - 1;
            if (i < found.size()) {
                syntax.tag = found[i].tag;
                syntax.label = found[i].relation;
                syntax.name = syntax_.name_of(found[i].name);
                syntax.head = found[i].head == 0 ? no_head : found[i].head - 1;
                syntax.relation = found[i].head == 0 ? Dependency::root : Dependency::other;
            }
            auto analysed = word(sentence.words[i].form, syntax);
            analysed.misc = std::move(sentence.words[i].misc);
            const auto field = name_field(syntax.name);
            if (!field.empty() && analysed.misc.find("Name=") == std::string::npos)
                analysed.misc = field + (analysed.misc.empty() ? "" : "|" + analysed.misc);
            sentence.words[i] = std::move(analysed);
        }
    }

    [[nodiscard]] ConlluWord word(std::string_view form, const Syntax& syntax) const {
        const auto& view = syntax_.model().view();
        ConlluWord out;
        out.form = form;
        out.upos = universal_tag(view.tags[syntax.tag]);
        out.xpos = penn_tag(view.tags[syntax.tag]);
        out.lemma = lemmas_.lemma(form, out.upos, out.xpos);
        out.head = syntax.head == no_head ? 0 : syntax.head + 1;
        out.relation = view.relations[syntax.label];
        if (out.head == 0) {
            out.relation = "root";
        } else if (out.relation == "root") {
            out.relation = "dep";
        }
        return out;
    }

    /// "Name=PER" for MISC; empty for words of no name.
    static std::string name_field(NameClass name) {
        switch (name) {
            case NameClass::person:
                return "Name=PER";
            case NameClass::place:
                return "Name=LOC";
            case NameClass::organisation:
                return "Name=ORG";
            case NameClass::none:
                break;
        }
        return {};
    }

    static std::string one_line(std::string_view text) {
        std::string out(text);
        for (auto& c : out)
            if (c == '\n' || c == '\t') c = ' ';
        return out;
    }

    void print(const ConlluSentence& sentence) {
        line_.clear();
        write_conllu(sentence, line_);
        std::cout << line_;
    }

    std::filesystem::path models_;
    SyntaxModel syntax_;
    Lemmas lemmas_;
    Abbreviations abbreviations_;
    ArticleReader reader_;
    std::string line_;
};

}  // namespace

int run_parse(const ParseCommand& command) {
    auto arguments = command.input;
    arguments.limits.article = 1U << 30U;
    Inputs inputs(arguments, true);
    ParseRun run(command);
    std::size_t read = 0;
    while (auto item = inputs.next()) {
        ++read;
        if (command.format == "conllu") {
            run.conllu(item->document);
        } else {
            run.text(std::move(item->document));
        }
    }
    inputs.check();
    if (read == 0) throw Error("nothing to do: no input could be read.");
    std::cout.flush();
    if (!std::cout) throw Error("standard output: writing failed. Is the disk full?");
    return 0;
}

}  // namespace chancery
