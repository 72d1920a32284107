find_program(CCACHE ccache)
if(CCACHE)
  set(CMAKE_CXX_COMPILER_LAUNCHER ${CCACHE})
endif()

function(huozi_warnings target)
  target_compile_options(${target} PRIVATE -Wall -Wextra -Wpedantic -Wconversion -Wshadow -Wnon-virtual-dtor
                                           -Woverloaded-virtual -Werror)
  # GCC 12 reports string concatenations that cannot overlap (its bug 105651) and moved variants as uninitialized.
  if(CMAKE_CXX_COMPILER_ID STREQUAL GNU)
    target_compile_options(${target} PRIVATE -Wno-restrict -Wno-maybe-uninitialized)
  endif()
endfunction()

if(HUOZI_SANITIZE)
  add_compile_options(-fsanitize=address,undefined -fno-sanitize-recover=all -fno-omit-frame-pointer)
  add_link_options(-fsanitize=address,undefined)
endif()

# huozi_module(NAME [PUBLIC modules...] [PRIVATE third-party...]): the library of src/NAME.
function(huozi_module name)
  cmake_parse_arguments(ARG "" "" "PUBLIC;PRIVATE" ${ARGN})
  file(GLOB sources CONFIGURE_DEPENDS ${PROJECT_SOURCE_DIR}/src/${name}/*.cpp ${PROJECT_SOURCE_DIR}/src/${name}/*.h)
  add_library(huozi_${name} STATIC ${sources})
  set_target_properties(huozi_${name} PROPERTIES LINKER_LANGUAGE CXX)
  target_include_directories(huozi_${name} PUBLIC ${PROJECT_SOURCE_DIR}/src)
  foreach(module ${ARG_PUBLIC})
    target_link_libraries(huozi_${name} PUBLIC huozi_${module})
  endforeach()
  target_link_libraries(huozi_${name} PRIVATE ${ARG_PRIVATE})
  huozi_warnings(huozi_${name})
endfunction()
