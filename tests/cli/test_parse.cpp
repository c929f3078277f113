#include "tests/catch.hpp"
#include "tests/cli/run.hpp"

namespace chancery {

namespace {

const std::string gold =
    "# sent_id = "
    "g1\n1\tPolice\tpolice\tNOUN\tNNS\t_\t2\tnsubj\t_\t_\n2\tarrested\tarrest\tVERB\tVBD\t_\t0\troot\t_\t_\n"
    "3-4\tdon't\t_\t_\t_\t_\t_\t_\t_\t_\n3\tdo\tdo\tAUX\tVBP\t_\t2\taux\t_\t_\n4\tn't\tnot\tPART\tRB\t_\t2\tadvmod\t_"
    "\tX=1\n\n";

std::size_t lines_with(const std::string& text, const std::string& part) {
    std::size_t count = 0;
    for (auto at = text.find(part); at != std::string::npos; at = text.find(part, at + 1)) ++count;
    return count;
}

}  // namespace

TEST_CASE("parse prints sentences, tokens and where no blank follows") {
    const auto folder = scratch("parse");
    put(folder / "a.txt", "Two men were arrested in Baku on Monday.\n\nThe ministry hasn't said why.\n");
    const auto done = run("parse " + (folder / "a.txt").string());
    CHECK(done.status == 0);
    CHECK(done.out.starts_with("# newdoc id = a\n"));
    CHECK(lines_with(done.out, "# text = ") == 2);
    CHECK(done.out.find("4\tarrested\tarrest\tVERB\tVBN\t_\t0\troot\t_\t_\n") != std::string::npos);
    CHECK(done.out.find("Monday\tMonday\tPROPN\tNNP") != std::string::npos);
    CHECK(lines_with(done.out, "\troot\t") == 2);
    CHECK(done.out.find("has\thave\tAUX") != std::string::npos);
    CHECK(done.out.find("n't\tnot\tPART") != std::string::npos);
}

TEST_CASE("parse --input conllu keeps sentences, tokens, comments, ranges and the last column") {
    const auto folder = scratch("parse-conllu");
    put(folder / "g.conllu", gold);
    const auto done = run("parse --input conllu " + (folder / "g.conllu").string());
    CHECK(done.status == 0);
    CHECK(done.out.starts_with("# sent_id = g1\n1\tPolice\tpolice\t"));
    CHECK(done.out.find("\n3-4\tdon't\t") != std::string::npos);
    CHECK(done.out.find("\tX=1\n") != std::string::npos);
    CHECK(lines_with(done.out, "\troot\t") == 1);
    put(folder / "bad.conllu", "1\tonly three\tcolumns\n\n");
    const auto bad = run("parse --input conllu " + (folder / "bad.conllu").string());
    CHECK(bad.status == 1);
    CHECK(bad.err.find("bad.conllu:1: a CoNLL-U line has 10 columns") != std::string::npos);
    CHECK(run("parse --input xml").status == 2);
}

TEST_CASE("train writes a model that parse can use, the same again for one thread") {
    const auto folder = scratch("train");
    const auto f = folder.string();
    put(folder / "g.conllu", gold + gold + gold);
    const std::string shape =
        "train --train " + f + "/g.conllu --dev " + f + "/g.conllu --width 8 --hidden 8 --epochs 2 ";
    const auto done = run(shape + "-o " + f + "/a.model");
    CHECK(done.status == 0);
    CHECK(lines_with(done.err, "dev UPOS") == 2);
    CHECK(run(shape + "-j 1 -o " + f + "/b.model").status == 0);
    CHECK(slurp(folder / "a.model") == slurp(folder / "b.model"));
    CHECK(run("parse --model " + f + "/a.model " + f + "/g.conllu --input conllu").status == 0);
    const auto cut = slurp(folder / "a.model");
    put(folder / "cut.model", cut.substr(0, cut.size() / 2));
    const auto broken = run("parse --model " + f + "/cut.model " + f + "/g.conllu --input conllu");
    CHECK(broken.status == 1);
    CHECK(broken.err.find("The model file is damaged") != std::string::npos);
    put(folder / "bare.conllu", "1\ta\ta\t_\t_\t_\t0\t_\t_\t_\n\n");
    CHECK(run("train --train " + f + "/bare.conllu -o " + f + "/c.model").err.find("Training needs gold") !=
          std::string::npos);
    CHECK_FALSE(std::filesystem::exists(folder / "c.model"));
}

}  // namespace chancery
