#pragma once
#include "extract/tag/conllu.hpp"

/// A few sentences of our own with tags and trees, to train tiny networks on.
inline std::vector<chancery::ConlluSentence> gold_sentences() {
    const std::string text =
        "1\tPolice\tpolice\tNOUN\tNNS\t_\t2\tnsubj\t_\tName=ORG\n2\tarrested\tarrest\tVERB\tVBD\t_\t0\troot\t_\t_\n"
        "3\ttwo\ttwo\tNUM\tCD\t_\t4\tnummod\t_\t_\n4\tmen\tman\tNOUN\tNNS\t_\t2\tobj\t_\t_\n5\t.\t.\tPUNCT\t.\t_"
        "\t2\tpunct\t_\t_\n\n"
        "1\tThe\tthe\tDET\tDT\t_\t2\tdet\t_\t_\n2\tminister\tminister\tNOUN\tNN\t_\t3\tnsubj\t_\t_\n"
        "3\tresigned\tresign\tVERB\tVBD\t_\t0\troot\t_\t_\n4\ton\ton\tADP\tIN\t_\t5\tcase\t_\t_\n"
        "5\tMonday\tMonday\tPROPN\tNNP\t_\t3\tobl\t_\t_\n6\t.\t.\tPUNCT\t.\t_\t3\tpunct\t_\t_\n\n"
        "1\tTwo\ttwo\tNUM\tCD\t_\t2\tnummod\t_\t_\n2\tmen\tman\tNOUN\tNNS\t_\t4\tnsubj:pass\t_\t_"
        "\n3\twere\tbe\tAUX\tVBD\t_\t4\taux:pass\t_\t_\n"
        "4\tarrested\tarrest\tVERB\tVBN\t_\t0\troot\t_\t_\n5\t.\t.\tPUNCT\t.\t_\t4\tpunct\t_\t_\n\n";
    std::vector<chancery::ConlluSentence> all;
    for (int i = 0; i < 4; ++i) {  // several of each, so that their words are counted often enough to be known
        const auto once = chancery::read_conllu(text, "gold");
        all.insert(all.end(), once.begin(), once.end());
    }
    return all;
}
