# Builds and runs PROGRAM with what pkg-config says.
set(ENV{PKG_CONFIG_PATH} ${PREFIX}/lib/pkgconfig:${PREFIX}/lib64/pkgconfig)
foreach(package iso20022 iso20022-schema-loader)
  execute_process(COMMAND ${PKG_CONFIG} --cflags --libs ${package} OUTPUT_VARIABLE flags COMMAND_ERROR_IS_FATAL ANY)
  separate_arguments(flags UNIX_COMMAND ${flags})
  execute_process(COMMAND ${COMPILER} -std=c++20 -O1 ${PROGRAM} -o ${OUT} ${flags} COMMAND_ERROR_IS_FATAL ANY)
  set(ENV{LD_LIBRARY_PATH} ${PREFIX}/lib:${PREFIX}/lib64)
  execute_process(COMMAND ${OUT} ${ARGUMENT} COMMAND_ERROR_IS_FATAL ANY)
endforeach()
