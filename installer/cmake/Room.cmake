# One target per room. The link edges are the arrows of the design, so they also say what a room may include.

# ds_room(core/base SOURCES a.cpp b.cpp [USES core/tensor ...] [LIBS pkg::lib ...] [PRIVATE_LIBS ...])
# makes the static library ds_core_base from the files of the folder at hand.
function(ds_room room)
  cmake_parse_arguments(ARG "" "" "SOURCES;USES;LIBS;PRIVATE_LIBS" ${ARGN})
  string(REPLACE "/" "_" target "ds_${room}")
  add_library(${target} STATIC ${ARG_SOURCES})
  target_include_directories(${target} PUBLIC ${PROJECT_SOURCE_DIR} PRIVATE ${CMAKE_CURRENT_BINARY_DIR})
  foreach(used IN LISTS ARG_USES)
    string(REPLACE "/" "_" used_target "ds_${used}")
    target_link_libraries(${target} PUBLIC ${used_target})
  endforeach()
  target_link_libraries(${target} PUBLIC ds_options ${ARG_LIBS} PRIVATE ${ARG_PRIVATE_LIBS})
endfunction()

# ds_list(FILE MACRO name ...) writes MACRO(name) lines: the one generated, explicit list of what exists.
function(ds_list file macro)
  set(text "")
  foreach(path IN LISTS ARGN)
    get_filename_component(name ${path} NAME_WE)
    string(APPEND text "${macro}(${name})\n")
  endforeach()
  file(CONFIGURE OUTPUT ${CMAKE_CURRENT_BINARY_DIR}/${file} CONTENT "${text}" @ONLY)
endfunction()

# ds_test(name USES room ... [LIBS ...] [XVFB]) builds name.cpp in the folder at hand, a Qt Test, and registers it. With XVFB it gets an X server with
# window, pointer and keyboard of its own.
function(ds_test name)
  cmake_parse_arguments(ARG "XVFB" "" "SOURCES;USES;LIBS" ${ARGN})
  file(RELATIVE_PATH folder ${PROJECT_SOURCE_DIR}/tests ${CMAKE_CURRENT_SOURCE_DIR})
  string(REPLACE "/" "_" target "${folder}_${name}")
  add_executable(${target} ${name}.cpp ${ARG_SOURCES})
  set_target_properties(${target} PROPERTIES AUTOMOC ON RUNTIME_OUTPUT_DIRECTORY ${PROJECT_BINARY_DIR}/tests)
  # What is tested is optimised; the tests themselves need to build fast.
  target_compile_options(${target} PRIVATE -O0)
  target_link_libraries(${target} PRIVATE Qt6::Test ${ARG_LIBS} ds_options)
  foreach(used IN LISTS ARG_USES)
    string(REPLACE "/" "_" used_target "ds_${used}")
    target_link_libraries(${target} PRIVATE ${used_target})
  endforeach()
  if(ARG_XVFB)
    add_test(NAME ${folder}/${name} COMMAND xvfb-run -a -s "-screen 0 1920x1200x24" $<TARGET_FILE:${target}>)
    set(environment "QT_QPA_PLATFORM=xcb")
  else()
    add_test(NAME ${folder}/${name} COMMAND ${target})
    set(environment "QT_QPA_PLATFORM=offscreen")
  endif()
  set(timeout 600)
  if(DS_SANITIZE) # many times slower
    set(suppressions ${PROJECT_SOURCE_DIR}/tests/support/sanitizers)
    list(APPEND environment "QTEST_FUNCTION_TIMEOUT=1800000" "LSAN_OPTIONS=suppressions=${suppressions}/leak.txt"
      "TSAN_OPTIONS=suppressions=${suppressions}/thread.txt")
    set(timeout 1800)
    if(DS_SANITIZE STREQUAL "thread") # does not see how the threads of OpenMP wait for each other
      list(APPEND environment "OMP_NUM_THREADS=1")
    endif()
  endif()
  set_tests_properties(${folder}/${name} PROPERTIES TIMEOUT ${timeout} ENVIRONMENT "${environment}")
endfunction()

# ds_widgets(room ...) is ds_room for rooms with Qt Widgets: headers with Q_OBJECT beside the sources are found by themselves.
function(ds_widgets room)
  ds_room(${room} ${ARGN})
  string(REPLACE "/" "_" target "ds_${room}")
  set_target_properties(${target} PROPERTIES AUTOMOC ON)
  target_link_libraries(${target} PUBLIC Qt6::Widgets)
endfunction()
