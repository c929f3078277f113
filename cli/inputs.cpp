#include "cli/inputs.hpp"

#include <iostream>

#include "record/error.hpp"

namespace chancery {

namespace {

InputOptions options_of(const InputArguments& arguments) {
    return {arguments.inputs,
            arguments.files_from,
            Fields(arguments.fields),
            {arguments.include, arguments.exclude},
            arguments.limits};
}

}  // namespace

Inputs::Inputs(const InputArguments& arguments, bool show_notes)
    : documents_(options_of(arguments)), show_notes_(show_notes) {}

std::optional<Inputs::Item> Inputs::next() {
    const std::scoped_lock lock(guard_);
    while (failed_.empty()) {
        auto found = documents_.next();
        if (!found) return std::nullopt;
        if (auto* document = std::get_if<Document>(&*found)) return Item{given_++, std::move(*document)};
        const auto& note = std::get<Note>(*found);
        ++(note.skipped ? skipped_ : losses_);
        if (note.named) failed_ = note.where + ": " + note.why;
        if (show_notes_ && !note.named)
            std::cerr << (note.skipped ? "skipped: " : "") << note.where << ": " << note.why << '\n';
    }
    return std::nullopt;
}

void Inputs::check() const {
    if (!failed_.empty()) throw Error(failed_);
}

}  // namespace chancery
