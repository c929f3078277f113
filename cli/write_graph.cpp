#include <sys/ioctl.h>
#include <unistd.h>
#include <algorithm>
#include <cstdlib>
#include <iostream>

#include "cli/commands.hpp"
#include "cli/output.hpp"
#include "cli/table.hpp"
#include "export/compress.hpp"
#include "export/format.hpp"
#include "record/error.hpp"

namespace chancery {

namespace {

const Format& format_of(const std::string& output, const std::string& name) {
    if (output != "-") return format_for(output);
    const auto* format = find_format(name.empty() ? "json" : name);
    if (format == nullptr)
        throw UsageError("--format: '" + name + "' is no known format. Use one of " + format_names() + ".");
    return *format;
}

/// One file, or the files that a format makes of one name; a name that is one of those files means it alone.
void write_one(Outputs& files, const std::string& output, const Format& format, const GraphView& view) {
    if (output == "-" || format.parts.empty())
        return files.write(output, [&](std::ostream& out) { format.write(view, out); });
    const std::string zip(compression_suffix(output));
    const auto name = output.substr(0, output.size() - zip.size());
    for (const auto& part : format.parts)
        if (name.ends_with(part.suffix)) return files.write(output, [&](std::ostream& out) { part.write(view, out); });
    const auto stem = name.substr(0, name.size() - format.suffix.size());
    for (const auto& part : format.parts) {
        auto path = stem;
        path.append(part.suffix).append(zip);
        files.write(path, [&](std::ostream& out) { part.write(view, out); });
    }
}

TableLook look_of_terminal() {
    TableLook look;
    if (::isatty(STDOUT_FILENO) != 1) return look;
    look.colour = std::getenv("NO_COLOR") == nullptr;
    winsize size{};
    if (::ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col > 40) look.width = size.ws_col;
    return look;
}

}  // namespace

void check_outputs(const std::vector<std::string>& outputs, const std::string& format) {
    for (const auto& output : outputs) static_cast<void>(format_of(output, format));
    if (!format.empty()) static_cast<void>(format_of("-", format));
}

void write_graph(const GraphRows& rows, const std::vector<std::string>& outputs, const std::string& format,
                 Drawing drawing) {
    const GraphView view(rows, drawing);
    Outputs files;
    if (outputs.empty() && format.empty()) {
        files.write("-", [&](std::ostream& out) { write_table(view, look_of_terminal(), out); });
        return;
    }
    const auto targets = outputs.empty() ? std::vector<std::string>{"-"} : outputs;
    for (const auto& output : targets) write_one(files, output, format_of(output, format), view);
    files.commit();
}

std::filesystem::path models_folder(const std::string& argument) {
    if (!argument.empty()) return argument;
    if (const auto* variable = std::getenv("CHANCERY_MODELS")) return variable;
    std::error_code trouble;
    const auto program = std::filesystem::read_symlink("/proc/self/exe", trouble);
    auto beside = program.parent_path() / ".." / "share" / "chancery" / "models";
    if (!trouble && std::filesystem::is_directory(beside, trouble)) return beside;
    return CHANCERY_SOURCE_MODELS;
}

}  // namespace chancery
