# One static library per room, linked as tests/layout/rooms.txt allows: each arrow stands once, there.

set(CHANCERY_LIBRARY_boost Boost::boost)
set(CHANCERY_LIBRARY_tinyxml2 tinyxml2::tinyxml2)
set(CHANCERY_LIBRARY_nlohmann nlohmann_json::nlohmann_json)
set(CHANCERY_LIBRARY_CLI CLI11::CLI11)
set(CHANCERY_LIBRARY_toml++ tomlplusplus::tomlplusplus)
set(CHANCERY_LIBRARY_unicode ICU::i18n ICU::uc)
set(CHANCERY_LIBRARY_gumbo PkgConfig::GUMBO)
set(CHANCERY_LIBRARY_openssl OpenSSL::Crypto)
set(CHANCERY_LIBRARY_archive LibArchive::LibArchive)
set(CHANCERY_LIBRARY_gmime PkgConfig::GMIME)
set(CHANCERY_LIBRARY_zlib ZLIB::ZLIB)
set(CHANCERY_LIBRARY_httplib PkgConfig::HTTPLIB)
set(CHANCERY_LIBRARY_sqlite SQLite::SQLite3)
set(CHANCERY_LIBRARY_graphviz PkgConfig::GRAPHVIZ)

# With CMAKE_UNITY_BUILD (presets asan and tidy) the files of a room are compiled in one go, which is quicker. These call something
# of their own by a name that another file of their room has for something else, so they are compiled alone.
set(CHANCERY_ALONE
  extract/text/entities.cpp extract/text/glue.cpp extract/text/mojibake_misread.cpp extract/text/mojibake_single.cpp
  extract/text/prose.cpp extract/text/sentences.cpp extract/text/tokens.cpp extract/input/mail.cpp extract/tag/loops.cpp
  extract/mention/holders.cpp extract/mention/office_phrase.cpp extract/mention/offices.cpp extract/mention/people.cpp
  extract/entity/plural_references.cpp store/graph_write.cpp export/dot.cpp export/drawing.cpp export/events.cpp
  export/gephi_dot.cpp export/gexf.cpp export/graphml.cpp export/graphology.cpp export/neo4j.cpp export/nquads.cpp
  export/read_json.cpp query/relations.cpp query/snapshot.cpp query/subgraph.cpp serve/relation_routes.cpp cli/metadata.cpp
  cli/query_options.cpp cli/serve_backend.cpp cli/serve_store.cpp cli/table.cpp cli/text.cpp tests/text/test_mojibake.cpp
  tests/text/test_reader.cpp tests/relation/test_dates.cpp tests/extract/test_suites.cpp tests/store/test_reading.cpp
  tests/store/test_safety.cpp tests/store/test_store.cpp tests/export/test_round_trip.cpp tests/cli/test_extract.cpp)
list(TRANSFORM CHANCERY_ALONE PREPEND ${CMAKE_SOURCE_DIR}/)
set_source_files_properties(${CHANCERY_ALONE} PROPERTIES SKIP_UNITY_BUILD_INCLUSION ON)

function(chancery_rooms file)
  set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS ${file})
  file(STRINGS ${file} lines REGEX "^[a-z]")
  set(targets "")
  foreach(line IN LISTS lines)
    string(REPLACE "|" ";" halves "${line};")
    list(GET halves 0 arrows)
    list(GET halves 1 libraries)
    string(REGEX MATCHALL "[^ ]+" arrows "${arrows}")
    string(REGEX MATCHALL "[^ ]+" libraries "${libraries}")
    list(POP_FRONT arrows room)
    string(REPLACE "/" "_" name ${room})
    file(GLOB sources CONFIGURE_DEPENDS ${room}/*.cpp)
    list(FILTER sources EXCLUDE REGEX "/cli/main.cpp$")
    if(NOT sources)
      message(FATAL_ERROR "${file}: the room ${room} has no source. Remove its line or add one.")
    endif()
    add_library(chancery_${name} STATIC ${sources})
    target_link_libraries(chancery_${name} PUBLIC chancery_options)
    foreach(other IN LISTS arrows)
      string(REPLACE "/" "_" other ${other})
      target_link_libraries(chancery_${name} PUBLIC chancery_${other})
    endforeach()
    foreach(library IN LISTS libraries)
      target_link_libraries(chancery_${name} PRIVATE ${CHANCERY_LIBRARY_${library}})
    endforeach()
    list(APPEND targets chancery_${name})
  endforeach()
  target_link_libraries(chancery_cli PRIVATE Threads::Threads)
  target_link_libraries(chancery_export PRIVATE Threads::Threads)
  set(CHANCERY_ROOMS ${targets} PARENT_SCOPE)
endfunction()
