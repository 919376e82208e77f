# Compiler settings that every target shares.
if(NOT CMAKE_BUILD_TYPE)
  set(CMAKE_BUILD_TYPE Release)
endif()

find_program(CCACHE ccache)
if(CCACHE)
  set(CMAKE_CXX_COMPILER_LAUNCHER ${CCACHE})
  set(CMAKE_C_COMPILER_LAUNCHER ${CCACHE})
endif()

# Kernels ask for -O3 themselves; for the rest -O2 builds faster and runs as fast.
set(CMAKE_CXX_FLAGS_RELEASE "-O2 -DNDEBUG")

add_library(ds_options INTERFACE)
target_compile_options(ds_options INTERFACE -Wall -Wextra -Werror -fno-math-errno -fno-trapping-math)
if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU" AND CMAKE_CXX_COMPILER_VERSION VERSION_LESS 13)
  # False alarms of GCC 12 on std::string (bug 105651) and on moved std::variants (bug 105562); clang checks both.
  target_compile_options(ds_options INTERFACE -Wno-restrict -Wno-maybe-uninitialized)
endif()
if(CMAKE_CXX_COMPILER_ID STREQUAL "Clang")
  # `omp simd` is a wish: clang may find that a loop does not pay.
  target_compile_options(ds_options INTERFACE -Wno-pass-failed)
endif()
if(DS_SANITIZE)
  target_compile_options(ds_options INTERFACE -fsanitize=${DS_SANITIZE} -fno-omit-frame-pointer -g1)
  target_link_options(ds_options INTERFACE -fsanitize=${DS_SANITIZE})
endif()

find_package(Threads REQUIRED)
target_link_libraries(ds_options INTERFACE Threads::Threads)
if(DS_OPENMP)
  find_package(OpenMP REQUIRED)
  target_link_libraries(ds_options INTERFACE OpenMP::OpenMP_CXX)
else()
  target_compile_options(ds_options INTERFACE -Wno-unknown-pragmas)
endif()

find_program(MOLD mold)
if(MOLD AND CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
  add_link_options(-fuse-ld=mold)
endif()

# What moc writes is not ours to mend: one check that finds nothing there instead of the list at the root.
file(WRITE ${PROJECT_BINARY_DIR}/.clang-tidy "Checks: '-*,readability-misleading-indentation'\n")
