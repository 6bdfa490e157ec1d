# The two libraries that an integrator links, each one file made of the rooms' objects. Static unless BUILD_SHARED_LIBS.
# The rooms compile as C++23; what their headers ask of a customer is C++20.

# iso20022::iso20022 never links Xerces.
add_library(iso20022)
foreach(room transform envelope profile codec check xml schema model)
  target_sources(iso20022 PRIVATE $<TARGET_OBJECTS:iso20022_${room}>)
endforeach()
target_include_directories(iso20022 INTERFACE
  $<BUILD_INTERFACE:${PROJECT_SOURCE_DIR}/include> $<BUILD_INTERFACE:${PROJECT_BINARY_DIR}/generated/include>)
add_dependencies(iso20022 iso20022_model)  # its headers are there before anyone compiles against them

# iso20022::schema_loader brings Xerces with it.
add_library(iso20022_schema_loader ${PROJECT_SOURCE_DIR}/lib/schemac/loader.cpp $<TARGET_OBJECTS:iso20022_schemac>)
target_link_libraries(iso20022_schema_loader PUBLIC iso20022 PRIVATE XercesC::XercesC)
set_target_properties(iso20022_schema_loader PROPERTIES EXPORT_NAME schema_loader)

# iso20022::sign brings OpenSSL with it.
add_library(iso20022_sign $<TARGET_OBJECTS:iso20022_sign_room>)
target_link_libraries(iso20022_sign PUBLIC iso20022 PRIVATE OpenSSL::Crypto)
set_target_properties(iso20022_sign PROPERTIES EXPORT_NAME sign)

foreach(product iso20022 iso20022_schema_loader iso20022_sign)
  target_compile_features(${product} INTERFACE cxx_std_20)
  set_target_properties(${product} PROPERTIES
    LINKER_LANGUAGE CXX VERSION ${PROJECT_VERSION} SOVERSION ${PROJECT_VERSION_MAJOR}.${PROJECT_VERSION_MINOR})
endforeach()
add_library(iso20022::iso20022 ALIAS iso20022)
add_library(iso20022::schema_loader ALIAS iso20022_schema_loader)
add_library(iso20022::sign ALIAS iso20022_sign)
