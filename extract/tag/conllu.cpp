#include "extract/tag/conllu.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <optional>

#include "record/error.hpp"

namespace chancery {

namespace {

constexpr std::size_t columns = 10;
using Cells = std::array<std::string_view, columns>;

class ConlluReader {
  public:
    ConlluReader(std::string_view text, const std::string& name) : text_(text), name_(name) {}

    std::vector<ConlluSentence> read() {
        std::vector<ConlluSentence> sentences;
        ConlluSentence sentence;
        const auto finish = [&] {
            if (!sentence.words.empty()) {
                check_heads(sentence);
                sentences.push_back(std::move(sentence));
            }
            sentence = {};
        };
        while (!text_.empty()) {
            const auto line = next_line();
            if (line.empty()) {
                finish();
            } else if (line[0] == '#' && sentence.words.empty()) {
                sentence.comments.emplace_back(line);
            } else {
                add(line, sentence);
            }
        }
        finish();
        return sentences;
    }

  private:
    std::string_view next_line() {
        ++line_;
        const auto end = text_.find('\n');
        auto line = text_.substr(0, end);
        text_.remove_prefix(end == std::string_view::npos ? text_.size() : end + 1);
        while (line.ends_with('\r')) line.remove_suffix(1);
        return line;
    }

    [[noreturn]] void fail(const std::string& what) const {
        throw Error(name_ + ":" + std::to_string(line_) + ": " + what);
    }

    Cells cells_of(std::string_view line) const {
        Cells cells;
        std::size_t n = 0;
        for (;; ++n) {
            const auto tab = line.find('\t');
            if (n < columns) cells[n] = line.substr(0, tab);
            if (tab == std::string_view::npos) break;
            line.remove_prefix(tab + 1);
        }
        if (n + 1 != columns)
            fail("a CoNLL-U line has 10 columns parted by tabs, this one has " + std::to_string(n + 1) +
                 ". Is the file CoNLL-U?");
        return cells;
    }

    static std::optional<std::uint32_t> number(std::string_view cell) {
        std::uint32_t value = 0;
        const auto [end, error] = std::from_chars(cell.data(), cell.data() + cell.size(), value);
        if (error != std::errc() || end != cell.data() + cell.size()) return std::nullopt;
        return value;
    }

    static std::string value(std::string_view cell) { return cell == "_" ? std::string() : std::string(cell); }

    void add(std::string_view line, ConlluSentence& sentence) const {
        const auto cells = cells_of(line);
        const auto id = cells[0];
        if (id.find('-') != std::string_view::npos) {
            sentence.ranges.push_back({static_cast<std::uint32_t>(sentence.words.size()), std::string(line)});
            return;
        }
        if (id.find('.') != std::string_view::npos) return;  // an empty node
        if (number(id) != sentence.words.size() + 1)
            fail("word ids count 1, 2, 3; this one is \"" + std::string(id) + "\".");
        if (cells[1].empty()) fail("a word without form.");
        const auto head = cells[6] == "_" ? std::optional<std::uint32_t>(0) : number(cells[6]);
        if (!head) fail("the head \"" + std::string(cells[6]) + "\" is no number.");
        sentence.words.push_back({std::string(cells[1]), cells[2] == "_" ? std::string() : std::string(cells[2]),
                                  value(cells[3]), value(cells[4]), value(cells[5]), *head, value(cells[7]),
                                  value(cells[9])});
    }

    void check_heads(const ConlluSentence& sentence) const {
        for (const auto& word : sentence.words)
            if (word.head > sentence.words.size()) fail("the sentence that ends here has a head beyond its last word.");
    }

    std::string_view text_;
    const std::string& name_;
    std::size_t line_ = 0;
};

std::string_view or_blank(const std::string& cell) {
    return cell.empty() ? std::string_view("_") : std::string_view(cell);
}

}  // namespace

std::vector<ConlluSentence> read_conllu(std::string_view text, const std::string& name) {
    return ConlluReader(text, name).read();
}

void write_conllu(const ConlluSentence& sentence, std::string& out) {
    for (const auto& comment : sentence.comments) (out += comment) += '\n';
    auto range = sentence.ranges.begin();
    for (std::uint32_t i = 0; i < sentence.words.size(); ++i) {
        for (; range != sentence.ranges.end() && range->before == i; ++range) (out += range->line) += '\n';
        const auto& word = sentence.words[i];
        out += std::to_string(i + 1);
        for (const auto cell : {or_blank(word.form), or_blank(word.lemma), or_blank(word.upos), or_blank(word.xpos),
                                or_blank(word.features)})
            (out += '\t') += cell;
        (out += '\t') += word.relation.empty() ? std::string("_") : std::to_string(word.head);
        (out += '\t') += or_blank(word.relation);
        out += "\t_\t";
        (out += or_blank(word.misc)) += '\n';
    }
    out += '\n';
}

}  // namespace chancery
