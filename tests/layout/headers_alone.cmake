# Every header compiles alone.
file(GLOB_RECURSE headers RELATIVE ${CMAKE_SOURCE_DIR} CONFIGURE_DEPENDS
     ${CMAKE_SOURCE_DIR}/record/*.hpp ${CMAKE_SOURCE_DIR}/extract/*.hpp ${CMAKE_SOURCE_DIR}/resolve/*.hpp ${CMAKE_SOURCE_DIR}/graph/*.hpp
     ${CMAKE_SOURCE_DIR}/store/*.hpp ${CMAKE_SOURCE_DIR}/export/*.hpp ${CMAKE_SOURCE_DIR}/serve/*.hpp ${CMAKE_SOURCE_DIR}/cli/*.hpp)
set(alone "")
foreach(header IN LISTS headers)
  string(MAKE_C_IDENTIFIER ${header} id)
  file(CONFIGURE OUTPUT ${CMAKE_BINARY_DIR}/alone/${id}.cpp CONTENT "#include \"${header}\"\n" @ONLY)
  list(APPEND alone ${CMAKE_BINARY_DIR}/alone/${id}.cpp)
endforeach()
add_library(headers_alone OBJECT ${alone})
target_link_libraries(headers_alone PRIVATE chancery_options)
