# Cross-built: the library without what needs Xerces (schemac, the loader, the judge), and its unit tests. The model is
# that of a native build: its tables are the same for every little-endian machine with 64-bit pointers.
set(ISO20022_GENERATED "" CACHE PATH "build/generated of a native build")
if(NOT EXISTS ${ISO20022_GENERATED}/image.cpp)
  message(FATAL_ERROR "ISO20022_GENERATED must name build/generated of a native build")
endif()

foreach(room schema xml codec check envelope profile)
  iso20022_room(lib/${room})
endforeach()
add_library(iso20022_model STATIC ${ISO20022_GENERATED}/image.cpp ${ISO20022_GENERATED}/layout_check.cpp)
target_include_directories(iso20022_model PUBLIC ${ISO20022_GENERATED}/include)
iso20022_room(lib/transform)

add_library(iso20022 INTERFACE)
target_link_libraries(iso20022 INTERFACE
  iso20022_transform iso20022_envelope iso20022_profile iso20022_codec iso20022_check iso20022_xml iso20022_model iso20022_schema)
add_library(iso20022::iso20022 ALIAS iso20022)

if(ISO20022_TESTS)
  enable_testing()
  # Package googletest: its source, since the library of libgtest-dev is for this machine.
  set(BUILD_GMOCK OFF)
  set(INSTALL_GTEST OFF)
  add_subdirectory(/usr/src/googletest ${PROJECT_BINARY_DIR}/googletest EXCLUDE_FROM_ALL)
  iso20022_room(tests/unit)
endif()
