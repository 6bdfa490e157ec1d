# Code and tables of PROGRAM, as `size` counts them, are at most MOST bytes. -D PROGRAM, MOST, SIZE.
execute_process(COMMAND ${SIZE} ${PROGRAM} OUTPUT_VARIABLE table COMMAND_ERROR_IS_FATAL ANY)
if(NOT table MATCHES "\n *([0-9]+)[ \t]+([0-9]+)")
  message(FATAL_ERROR "not understood: ${table}")
endif()
math(EXPR bytes "${CMAKE_MATCH_1} + ${CMAKE_MATCH_2}")
message(STATUS "${PROGRAM}: ${bytes} bytes of code and tables, allowed ${MOST}")
if(bytes GREATER MOST)
  message(FATAL_ERROR "too large")  # nothing longer: CMake breaks the lines of errors, wherever a path ends
endif()
