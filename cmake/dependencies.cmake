# Every third-party library as an imported target, found through its own package files.
find_package(Threads REQUIRED)
find_package(PkgConfig REQUIRED)
find_package(fmt REQUIRED)
find_package(CLI11 REQUIRED)
find_package(nlohmann_json REQUIRED)
find_package(PNG REQUIRED)
find_package(JPEG REQUIRED)
find_package(ICU REQUIRED COMPONENTS uc i18n)
find_package(Catch2 REQUIRED)

function(huozi_pkg target)
  string(TOUPPER ${target} prefix)
  pkg_check_modules(${prefix} REQUIRED IMPORTED_TARGET ${ARGN})
  add_library(${target} INTERFACE IMPORTED GLOBAL)
  target_link_libraries(${target} INTERFACE PkgConfig::${prefix})
endfunction()

huozi_pkg(harfbuzz harfbuzz harfbuzz-subset)
huozi_pkg(fontconfig fontconfig)
huozi_pkg(fyaml libfyaml)
huozi_pkg(gumbo gumbo)
huozi_pkg(deflate libdeflate)
huozi_pkg(tinyxml2 tinyxml2)
huozi_pkg(libzip libzip)

# PoDoFo 0.9, libhyphen and cmark-gfm's extensions come without package files.
find_library(PODOFO_LIBRARY podofo REQUIRED)
add_library(podofo INTERFACE IMPORTED GLOBAL)
target_link_libraries(podofo INTERFACE ${PODOFO_LIBRARY})

find_library(HYPHEN_LIBRARY hyphen REQUIRED)
add_library(hyphen INTERFACE IMPORTED GLOBAL)
target_link_libraries(hyphen INTERFACE ${HYPHEN_LIBRARY})

pkg_check_modules(CMARK REQUIRED IMPORTED_TARGET libcmark-gfm)
find_library(CMARK_EXTENSIONS cmark-gfm-extensions REQUIRED)
add_library(cmark INTERFACE IMPORTED GLOBAL)
target_link_libraries(cmark INTERFACE ${CMARK_EXTENSIONS} PkgConfig::CMARK)
