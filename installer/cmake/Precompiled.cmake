# What nearly every file includes from the standard library and Qt, parsed once instead of a thousand times: a first build takes half as long.
# Nothing of our own is in there, and files still include what they use. Off unless asked for: GCC 12 writes about one precompiled header in ten
# that it then crashes on, which another order of the headers cures.
option(DS_PRECOMPILE "Precompile the headers of libraries" OFF)

if(CCACHE AND DS_PRECOMPILE) # else it would not keep what was compiled with such headers
  set(CMAKE_CXX_COMPILER_LAUNCHER env CCACHE_SLOPPINESS=pch_defines,time_macros ${CCACHE})
endif()

# nlohmann/json, filesystem and chrono are left out: what they instantiate, every file would compile again, which takes longer than reading them.
set(standard <algorithm> <array> <cmath> <cstdint> <functional> <map> <memory> <numeric> <optional> <set> <span> <string> <string_view> <variant>
  <vector>)
set(qt_core <QCoreApplication> <QDir> <QFile> <QObject> <QString> <QStringList> <QVariant>)
set(qt_widgets <QAction> <QApplication> <QBoxLayout> <QComboBox> <QFrame> <QHeaderView> <QImage> <QKeyEvent> <QLabel> <QLineEdit> <QMenu>
  <QPainter> <QPointer> <QPushButton> <QScrollArea> <QSettings> <QTimer> <QToolButton> <QTreeWidget>)

# ds_precompiled(NAME [OPTION ...] LIBS lib ... HEADERS <header> ...)
function(ds_precompiled name)
  cmake_parse_arguments(ARG "" "" "OPTIONS;LIBS;HEADERS" ${ARGN})
  if(NOT DS_PRECOMPILE)
    return()
  endif()
  file(CONFIGURE OUTPUT ${PROJECT_BINARY_DIR}/precompiled/${name}.cpp CONTENT "" @ONLY)
  add_library(ds_precompiled_${name} OBJECT ${PROJECT_BINARY_DIR}/precompiled/${name}.cpp)
  target_compile_options(ds_precompiled_${name} PRIVATE ${ARG_OPTIONS})
  target_link_libraries(ds_precompiled_${name} PRIVATE ds_options ${ARG_LIBS})
  target_precompile_headers(ds_precompiled_${name} PRIVATE ${ARG_HEADERS})
endfunction()

function(ds_use_precompiled target name)
  if(DS_PRECOMPILE)
    target_precompile_headers(${target} REUSE_FROM ds_precompiled_${name})
    if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU" AND CMAKE_CXX_COMPILER_VERSION VERSION_LESS 13)
      # Further false alarms on std::string (see Options.cmake), which the library's headers keep quiet where they are read each time.
      target_compile_options(${target} PRIVATE -Wno-array-bounds -Wno-stringop-overflow -Wno-stringop-overread)
    endif()
  endif()
endfunction()

ds_precompiled(core HEADERS ${standard})
ds_precompiled(qt LIBS Qt6::Core HEADERS ${qt_core} ${standard})
ds_precompiled(widgets LIBS Qt6::Widgets HEADERS ${standard} ${qt_core} ${qt_widgets})
# Without Qt Test, which depends on a macro that each folder sets to its own path.
ds_precompiled(test OPTIONS -O0 LIBS Qt6::Core HEADERS ${standard} ${qt_core})
ds_precompiled(test_widgets OPTIONS -O0 LIBS Qt6::Widgets HEADERS ${standard} ${qt_core} ${qt_widgets})
