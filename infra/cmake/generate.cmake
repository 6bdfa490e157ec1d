# iso20022_generate(<target> <folder of schemas>): runs schemac over the folder into <build>/generated and makes the target
# that carries the result: the headers of include/iso20022/model and messages, the tables and registry::builtin().
function(iso20022_generate target schemas)
  set(out ${PROJECT_BINARY_DIR}/generated)
  file(RELATIVE_PATH schemas_name ${PROJECT_SOURCE_DIR} ${schemas})
  file(RELATIVE_PATH out_name ${PROJECT_SOURCE_DIR} ${out})
  file(GLOB_RECURSE schema_files CONFIGURE_DEPENDS ${schemas}/*.xsd)

  # Which headers come out is known after the first run. The list makes later builds see when one of them changes.
  set(list ${out}/files.txt)
  if(NOT EXISTS ${list})
    file(WRITE ${list} "")
  endif()
  set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS ${list})
  file(STRINGS ${list} generated)
  list(FILTER generated EXCLUDE REGEX "\\.cpp$")
  list(TRANSFORM generated PREPEND ${out}/)

  add_custom_command(
    OUTPUT ${out}/image.cpp ${out}/layout_check.cpp
    BYPRODUCTS ${generated}
    COMMAND schemac --out ${out_name} ${schemas_name}
    DEPENDS schemac ${schema_files}
    WORKING_DIRECTORY ${PROJECT_SOURCE_DIR}
    COMMENT "schemac: ${schemas_name} -> ${out_name}"
    VERBATIM)
  add_library(${target} STATIC ${out}/image.cpp ${out}/layout_check.cpp)
  target_include_directories(${target} PUBLIC ${out}/include)
  target_link_libraries(${target} PUBLIC iso20022_schema)
endfunction()
