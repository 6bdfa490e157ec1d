# `cmake --install`: libraries, headers (generated ones too), programs, schemas, and how CMake and pkg-config find them.
include(GNUInstallDirs)
include(CMakePackageConfigHelpers)

set(package_folder ${CMAKE_INSTALL_LIBDIR}/cmake/iso20022)
set(package_build ${PROJECT_BINARY_DIR}/package)

# Three exports: who asks for no schema_loader needs no Xerces, who asks for no sign no OpenSSL.
install(TARGETS iso20022 EXPORT iso20022_targets INCLUDES DESTINATION ${CMAKE_INSTALL_INCLUDEDIR})
install(TARGETS iso20022_schema_loader EXPORT iso20022_schema_loader_targets)
install(TARGETS iso20022_sign EXPORT iso20022_sign_targets)
install(EXPORT iso20022_targets NAMESPACE iso20022:: DESTINATION ${package_folder})
install(EXPORT iso20022_schema_loader_targets NAMESPACE iso20022:: DESTINATION ${package_folder})
install(EXPORT iso20022_sign_targets NAMESPACE iso20022:: DESTINATION ${package_folder})

configure_package_config_file(${CMAKE_CURRENT_LIST_DIR}/iso20022-config.cmake.in ${package_build}/iso20022-config.cmake
  INSTALL_DESTINATION ${package_folder} NO_SET_AND_CHECK_MACRO)
# Before 1.0 a minor version may break its users.
write_basic_package_version_file(${package_build}/iso20022-config-version.cmake COMPATIBILITY SameMinorVersion)
install(FILES ${package_build}/iso20022-config.cmake ${package_build}/iso20022-config-version.cmake
  DESTINATION ${package_folder})

# A shared library names what it needs itself; for a static one its pkg-config file does.
if(BUILD_SHARED_LIBS)
  set(outside_requirement "Requires.private")
else()
  set(outside_requirement "Requires")
endif()
file(RELATIVE_PATH pkgconfig_to_prefix /${CMAKE_INSTALL_LIBDIR}/pkgconfig /)
foreach(name iso20022 iso20022-schema-loader iso20022-sign)
  configure_file(${CMAKE_CURRENT_LIST_DIR}/${name}.pc.in ${package_build}/${name}.pc @ONLY)
  install(FILES ${package_build}/${name}.pc DESTINATION ${CMAKE_INSTALL_LIBDIR}/pkgconfig)
endforeach()

foreach(headers ${PROJECT_SOURCE_DIR}/include/ ${PROJECT_BINARY_DIR}/generated/include/)
  install(DIRECTORY ${headers} DESTINATION ${CMAKE_INSTALL_INCLUDEDIR} FILES_MATCHING PATTERN "*.hpp")
endforeach()

install(TARGETS schemac)
if(ISO20022_PROGRAMS)
  install(TARGETS iso20022_cli iso20022_loader LIBRARY DESTINATION ${CMAKE_INSTALL_LIBDIR})
  set_target_properties(iso20022_cli iso20022_loader PROPERTIES INSTALL_RPATH "$ORIGIN/../${CMAKE_INSTALL_LIBDIR};$ORIGIN")
endif()

# One self-contained XSD a message, for other people's tools.
install(DIRECTORY ${PROJECT_BINARY_DIR}/generated/xsd/ DESTINATION ${CMAKE_INSTALL_DATADIR}/iso20022/xsd)
install(FILES ${PROJECT_SOURCE_DIR}/LICENSE DESTINATION ${CMAKE_INSTALL_DOCDIR})
