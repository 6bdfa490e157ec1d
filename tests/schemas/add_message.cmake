# Adds a message to a copy of our schemas, as HACKING.md says, and demands that schemac and check_schemas take it.
# cmake -DOURS=… -DREFERENCE=… -DCHECK=… -DSCHEMAC=… -DCOPY=… -P add_message.cmake

file(REMOVE_RECURSE ${COPY})
file(COPY ${OURS}/iso20022 ${OURS}/fednow DESTINATION ${COPY})
file(READ ${COPY}/iso20022/pacs.028.001.03.xsd message)
string(REPLACE "pacs.028.001.03" "pacs.028.001.99" message "${message}")
string(REPLACE "PaymentStatusRequestV03" "PaymentStatusRequestV99" message "${message}")
file(WRITE ${COPY}/iso20022/pacs.028.001.99.xsd "${message}")

function(expect said)
  execute_process(COMMAND ${ARGN} RESULT_VARIABLE code OUTPUT_VARIABLE output ERROR_VARIABLE output)
  if(NOT code EQUAL 0 OR NOT output MATCHES "${said}")
    message(FATAL_ERROR "exit ${code}, expected 0 and \"${said}\" in:\n${output}")
  endif()
endfunction()

expect("messages" ${SCHEMAC} --out ${COPY}/generated ${COPY})
if(NOT EXISTS ${COPY}/generated/include/iso20022/messages/pacs_028_001_99.hpp)
  message(FATAL_ERROR "no struct for the message that was added")
endif()
if(IS_DIRECTORY ${REFERENCE})
  expect("pacs.028.001.99 .* NOT COMPARED" ${CHECK} ${COPY} ${REFERENCE})
endif()
