# Every header below FOLDER compiles as the first and only thing of a file. -D FOLDER, PATHS (include folders, separated
# by "|"), STANDARD, OPTIONS, WORK, COMPILER, LAUNCHER. With a compiler cache as LAUNCHER only the first run takes time.
file(GLOB_RECURSE headers RELATIVE ${FOLDER} ${FOLDER}/*.hpp)
list(LENGTH headers count)
if(count EQUAL 0)
  message(FATAL_ERROR "no headers in ${FOLDER}")
endif()
string(REPLACE "|" ";-I" paths "-I${PATHS}")
file(MAKE_DIRECTORY ${WORK})

set(broken 0)
foreach(header ${headers})
  string(MAKE_C_IDENTIFIER ${header} name)
  # Twice: a header must also bear to be included again.
  file(CONFIGURE OUTPUT ${WORK}/${name}.cpp CONTENT "#include \"${header}\"\n#include \"${header}\"\n")
  execute_process(
    COMMAND ${LAUNCHER} ${COMPILER} -std=c++${STANDARD} -Wall -Wextra -Wpedantic ${OPTIONS} ${paths} -c ${WORK}/${name}.cpp -o ${WORK}/${name}.o
    RESULT_VARIABLE failed ERROR_VARIABLE said)
  if(failed)
    math(EXPR broken "${broken} + 1")
    message(NOTICE "${header} does not compile alone:\n${said}")
  endif()
endforeach()
if(broken)
  message(FATAL_ERROR "${broken} of ${count} headers do not compile alone")
endif()
message(STATUS "${count} headers compile alone as C++${STANDARD}")
