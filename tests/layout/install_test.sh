#!/usr/bin/env bash
# install_test.sh BUILD_DIR: installs into a folder of its own, then builds and runs a program that finds the package there.
set -euo pipefail
top=$(mktemp -d)
trap 'rm -rf "$top"' EXIT
cmake --install "$1" --prefix "$top/prefix" >/dev/null
mkdir "$top/user"
cat >"$top/user/CMakeLists.txt" <<'TXT'
cmake_minimum_required(VERSION 3.25)
project(user LANGUAGES CXX)
set(CMAKE_CXX_STANDARD 20)
find_package(chancery REQUIRED)
add_executable(user user.cpp)
target_link_libraries(user PRIVATE chancery::chancery_extract)
TXT
cat >"$top/user/user.cpp" <<'TXT'
#include "extract/pipeline.hpp"
int main(int, char** argv) {
    const auto extractor = chancery::Extractor::load(argv[1]);
    return extractor.extract("Talks\n\nMoscow summoned the Norwegian ambassador.\n", {}).assertions.empty() ? 1 : 0;
}
TXT
cmake -G Ninja -S "$top/user" -B "$top/user/build" -DCMAKE_PREFIX_PATH="$top/prefix" >/dev/null
cmake --build "$top/user/build" >/dev/null
"$top/user/build/user" "$top/prefix/share/chancery/models"
cd "$top" # the installed program finds its own models
printf 'Talks\n\nMoscow summoned the Norwegian ambassador.\n' | env -u CHANCERY_MODELS "$top/prefix/bin/chancery" extract --format json | grep -q '"relation": "summoned"'
echo "installed, found and used"
