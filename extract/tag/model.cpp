// The model file: a head, a list of sections, the sections.
//
//   "CHANMODL" | version | sections | checksum of all that follows | size of the file | (name, offset, size) x sections
//   | sections
//
// Sections begin at multiples of 64 bytes, so that numbers can be read where they lie. A reader checks size and
// checksum first, then that every section has the size that the shape asks for; after that no access needs a check.
#include "extract/tag/model.hpp"

#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <bit>
#include <cerrno>
#include <cstring>

#include "record/error.hpp"

namespace chancery {

static_assert(std::endian::native == std::endian::little, "model files are little-endian");

namespace {

constexpr std::string_view magic = "CHANMODL";
constexpr std::uint32_t version = 2;
constexpr std::size_t alignment = 64;

struct Head {
    std::array<char, 8> magic;
    std::uint32_t version, sections;
    std::uint64_t checksum, size;
};
struct SectionEntry {
    std::array<char, 16> name;
    std::uint64_t offset, size;
};
constexpr std::size_t checked_from = sizeof(Head);

std::uint64_t checksum_of(std::string_view bytes) {
    std::uint64_t h = 0x9E3779B97F4A7C15ULL ^ bytes.size();
    std::size_t i = 0;
    const auto add = [&h](std::uint64_t word) {
        h = (h ^ word) * 0xFF51AFD7ED558CCDULL;
        h ^= h >> 32U;
    };
    for (; i + 8 <= bytes.size(); i += 8) {
        std::uint64_t word = 0;
        std::memcpy(&word, bytes.data() + i, 8);
        add(word);
    }
    for (; i < bytes.size(); ++i) add(static_cast<unsigned char>(bytes[i]));
    return h;
}

using ShapeNumbers = std::array<std::uint32_t, 10>;
ShapeNumbers numbers_of(const ModelShape& s) {
    return {s.rows, s.width, s.hidden, s.layers, s.tag_layer, s.arc, s.label, s.tags, s.relations, s.names};
}

template <typename T>
std::string_view bytes_of(std::span<const T> values) {
    return {reinterpret_cast<const char*>(values.data()), values.size_bytes()};
}

std::string joined(const std::vector<std::string_view>& names) {
    std::string text;
    for (const auto name : names) (text += name) += '\n';
    return text;
}

/// The sections of a matrix, by the prefix of their names.
template <typename Visit>
void visit_matrix(const std::string& name, StoredMatrix& m, Visit&& visit) {
    visit(name, m.weights, std::size_t{m.inner} * m.columns);
    visit(name + ".scale", m.scales, std::size_t{m.columns});
    visit(name + ".bias", m.bias, std::size_t{m.columns});
}

/// Every section of numbers, its name and the length its shape asks for: once for writing and for reading.
template <typename Visit>
void visit_sections(ModelView& v, Visit&& visit) {
    const auto& s = v.shape;
    visit("hashes", v.hashes, std::size_t{s.rows});
    visit("features", v.features, std::size_t{s.rows} * s.width);
    visit("features.scale", v.feature_scales, std::size_t{s.rows});
    v.layers.resize(s.layers);
    const auto matrix = [&](const std::string& name, StoredMatrix& m, std::uint32_t inner, std::uint32_t columns) {
        m.inner = inner;
        m.columns = columns;
        visit_matrix(name, m, visit);
    };
    for (std::uint32_t l = 0; l < s.layers; ++l)
        matrix("layer" + std::to_string(l), v.layers[l], s.layer_input(l), s.layer_output());
    matrix("tag", v.tag, s.wide(), s.tags);
    matrix("tagrow", v.tag_rows, s.wide(), s.tags);
    matrix("head", v.heads, s.wide(), s.head_output());
    matrix("label", v.labels, s.label, s.relations);
    matrix("name", v.name, s.wide(), s.names);
    visit("root", v.root, std::size_t{s.arc} + s.label);
}

/// Reads and checks a file's bytes.
class ModelReader {
  public:
    ModelReader(std::string_view bytes, const std::string& name) : bytes_(bytes), name_(name) {}

    ModelView read() {
        check_head();
        ModelView view;
        view.shape = read_shape();
        view.about = section("about");
        view.tags = names("tags", view.shape.tags);
        view.relations = names("relations", view.shape.relations);
        view.names = names("names", view.shape.names);
        visit_sections(view,
                       [this](const std::string& name, auto& values, std::size_t count) { map(name, values, count); });
        if (!std::is_sorted(view.hashes.begin(), view.hashes.end())) damaged("its feature table is out of order");
        return view;
    }

  private:
    [[noreturn]] void damaged(const std::string& what) const {
        throw Error(name_ + ": " + what + ". The model file is damaged; restore it from the release or train it anew.");
    }

    void check_head() {
        if (bytes_.size() < sizeof(Head) || bytes_.substr(0, magic.size()) != magic)
            throw Error(name_ + ": not a model of chancery. Give a file that chancery train wrote.");
        Head head{};
        std::memcpy(&head, bytes_.data(), sizeof head);
        if (head.version != version)
            throw Error(name_ + ": model format " + std::to_string(head.version) + ", this program reads " +
                        std::to_string(version) + ". Use the model that came with the program.");
        if (head.size != bytes_.size())
            damaged("it has " + std::to_string(bytes_.size()) + " bytes and says " + std::to_string(head.size));
        if (head.checksum != checksum_of(bytes_.substr(checked_from))) damaged("its checksum is wrong");
        if (head.sections > 256 || sizeof(Head) + head.sections * sizeof(SectionEntry) > bytes_.size())
            damaged("its list of sections is too long");
        sections_ = head.sections;
    }

    std::string_view section(const std::string& wanted) const {
        for (std::uint32_t i = 0; i < sections_; ++i) {
            SectionEntry entry{};
            std::memcpy(&entry, bytes_.data() + sizeof(Head) + i * sizeof entry, sizeof entry);
            if (std::string_view(entry.name.data(), strnlen(entry.name.data(), entry.name.size())) != wanted) continue;
            if (entry.offset % alignment != 0 || entry.offset > bytes_.size() ||
                entry.size > bytes_.size() - entry.offset)
                damaged("its section " + wanted + " lies outside");
            return bytes_.substr(entry.offset, entry.size);
        }
        damaged("its section " + wanted + " is missing");
    }

    template <typename T>
    void map(const std::string& name, std::span<const T>& values, std::size_t count) const {
        const auto bytes = section(name);
        if (bytes.size() != count * sizeof(T)) damaged("its section " + name + " has the wrong size");
        values = {reinterpret_cast<const T*>(bytes.data()), count};
        if constexpr (std::is_same_v<T, float>)
            for (const float x : values)
                if (!(x > -1e6F && x < 1e6F)) damaged("its section " + name + " holds a number out of range");
    }

    ModelShape read_shape() const {
        const auto bytes = section("shape");
        ShapeNumbers n{};
        if (bytes.size() != sizeof n) damaged("its shape has the wrong size");
        std::memcpy(n.data(), bytes.data(), sizeof n);
        const ModelShape s{n[0], n[1], n[2], n[3], n[4], n[5], n[6], n[7], n[8], n[9]};
        const auto within = [](std::uint32_t value, std::uint32_t low, std::uint32_t high) {
            return value >= low && value <= high;
        };
        if (!within(s.rows, 1, 1U << 24U) || !within(s.width, 4, 1024) || !within(s.hidden, 4, 1024) ||
            !within(s.layers, 1, 4) || s.tag_layer >= s.layers || !within(s.arc, 4, 1024) ||
            !within(s.label, 4, 1024) || !within(s.tags, 1, 1000) || !within(s.relations, 1, 1000) ||
            !within(s.names, 1, 100))
            damaged("its shape is impossible");
        return s;
    }

    std::vector<std::string_view> names(const std::string& name, std::uint32_t count) const {
        std::vector<std::string_view> list;
        auto text = section(name);
        while (!text.empty()) {
            const auto end = text.find('\n');
            if (end == std::string_view::npos) break;
            list.push_back(text.substr(0, end));
            text.remove_prefix(end + 1);
        }
        if (list.size() != count) damaged("its list of " + name + " has the wrong length");
        return list;
    }

    std::string_view bytes_;
    const std::string& name_;
    std::uint32_t sections_ = 0;
};

PackedMatrix packed(const StoredMatrix& m) {
    return pack(m.weights, m.scales, m.inner);
}

constexpr unsigned start_bits = 15;

}  // namespace

std::uint32_t ModelShape::head_output() const {
    return 2 * arc + 2 * label + 2 * distance_buckets;
}

std::uint32_t distance_bucket(std::uint32_t head, std::uint32_t word) {
    const auto gap = head > word ? head - word : word - head;
    std::uint32_t size = 7;
    if (gap <= 4) {
        size = gap - 1;
    } else if (gap <= 6) {
        size = 4;
    } else if (gap <= 9) {
        size = 5;
    } else if (gap <= 14) {
        size = 6;
    }
    return head < word ? size : 8 + size;
}

std::uint64_t model_checksum(std::string_view file) {
    return checksum_of(file.substr(std::min(file.size(), checked_from)));
}

std::string write_model(const ModelView& given) {
    auto view = given;
    const auto shape = numbers_of(view.shape);
    const auto tags = joined(view.tags), relations = joined(view.relations), names = joined(view.names);
    std::vector<std::pair<std::string, std::string_view>> sections = {
        {"shape", bytes_of(std::span<const std::uint32_t>(shape))},
        {"about", view.about},
        {"tags", tags},
        {"relations", relations},
        {"names", names}};
    visit_sections(view, [&](const std::string& name, auto& values, std::size_t) {
        sections.emplace_back(name, bytes_of(values));
    });
    std::string out(sizeof(Head) + sections.size() * sizeof(SectionEntry), '\0');
    for (std::size_t i = 0; i < sections.size(); ++i) {
        out.resize((out.size() + alignment - 1) / alignment * alignment, '\0');
        SectionEntry entry{{}, out.size(), sections[i].second.size()};
        std::memcpy(entry.name.data(), sections[i].first.data(), std::min(sections[i].first.size(), entry.name.size()));
        std::memcpy(out.data() + sizeof(Head) + i * sizeof entry, &entry, sizeof entry);
        out += sections[i].second;
    }
    Head head{{},
              version,
              static_cast<std::uint32_t>(sections.size()),
              checksum_of(std::string_view(out).substr(checked_from)),
              out.size()};
    std::memcpy(head.magic.data(), magic.data(), magic.size());
    std::memcpy(out.data(), &head, sizeof head);
    return out;
}

struct Model::Mapping {
    void* address = nullptr;
    std::size_t size = 0;
    Mapping() = default;
    Mapping(const Mapping&) = delete;
    Mapping& operator=(const Mapping&) = delete;
    ~Mapping() {
        if (address != nullptr) munmap(address, size);
    }
};

Model::Model() = default;
Model::Model(Model&&) noexcept = default;
Model& Model::operator=(Model&&) noexcept = default;
Model::~Model() = default;

Model Model::load(const std::filesystem::path& path) {
    const int file = open(path.c_str(), O_RDONLY | O_CLOEXEC);
    if (file < 0)
        throw Error(path.string() + ": cannot be opened (" + std::strerror(errno) +
                    "). Is the models folder complete?");
    struct stat status {};
    auto mapping = std::make_unique<Mapping>();
    if (fstat(file, &status) == 0 && status.st_size > 0) {
        mapping->size = static_cast<std::size_t>(status.st_size);
        void* address = mmap(nullptr, mapping->size, PROT_READ, MAP_PRIVATE, file, 0);
        if (address != MAP_FAILED) mapping->address = address;
    }
    close(file);
    if (mapping->address == nullptr) throw Error(path.string() + ": cannot be read. Is it a file?");
    auto model = from_bytes({static_cast<const char*>(mapping->address), mapping->size}, path.string());
    model.mapping_ = std::move(mapping);
    return model;
}

Model Model::from_bytes(std::string_view bytes, const std::string& name) {
    Model model;
    model.view_ = ModelReader(bytes, name).read();
    model.prepare();
    return model;
}

void Model::prepare() {
    for (const auto& layer : view_.layers) layers.push_back(packed(layer));
    tag = packed(view_.tag);
    heads = packed(view_.heads);
    labels = packed(view_.labels);
    name = packed(view_.name);
    starts_.assign((std::size_t{1} << start_bits) + 1, 0);
    for (const auto hash : view_.hashes) ++starts_[(hash >> (64 - start_bits)) + 1];
    for (std::size_t i = 1; i < starts_.size(); ++i) starts_[i] += starts_[i - 1];
}

std::int32_t Model::row_of(std::uint64_t hash) const {
    const auto bucket = hash >> (64 - start_bits);
    for (auto row = starts_[bucket]; row < starts_[bucket + 1]; ++row)
        if (view_.hashes[row] == hash) return static_cast<std::int32_t>(row);
    return -1;
}

std::string_view Model::about(std::string_view key) const {
    auto text = view_.about;
    while (!text.empty()) {
        const auto end = std::min(text.find('\n'), text.size());
        const auto line = text.substr(0, end);
        if (line.starts_with(key) && line.substr(key.size()).starts_with(": ")) return line.substr(key.size() + 2);
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return {};
}

}  // namespace chancery
