# Breaks one thing in a copy of our schemas and demands that check_schemas sees it and says where.
# cmake -DBREAK=facet -DOURS=… -DREFERENCE=… -DCHECK=… -DCOPY=… -P break_schema.cmake

if(NOT IS_DIRECTORY ${REFERENCE})
  message("skipped: no reference schemas in ${REFERENCE}")
  return()
endif()

# file, what is there, what is put there instead, what the check must say
set(facet components/text.xsd
    [[<xs:maxLength value="35"/>]]
    [[<xs:maxLength value="36"/>]]
    "Max35Text/maxLength: ours 36, reference 35")
set(order components/amounts.xsd
    [[<xs:element name="SrcCcy" type="ActiveOrHistoricCurrencyCode"/>
      <xs:element name="TrgtCcy" type="ActiveOrHistoricCurrencyCode" minOccurs="0"/>]]
    [[<xs:element name="TrgtCcy" type="ActiveOrHistoricCurrencyCode" minOccurs="0"/>
      <xs:element name="SrcCcy" type="ActiveOrHistoricCurrencyCode"/>]]
    "CurrencyExchange5/1.1: ours element TrgtCcy")
set(cardinality components/address.xsd
    [[name="AdrLine" type="Max70Text" minOccurs="0" maxOccurs="7"]]
    [[name="AdrLine" type="Max70Text" minOccurs="0" maxOccurs="8"]]
    "Max70Text 0..8, reference element AdrLine : Max70Text 0..7")
set(enumeration components/codes.xsd
    [[<xs:enumeration value="PBOX"/>]]
    "<!-- gone -->"
    "AddressType2Code/enumeration PBOX: ours (absent), reference present")
set(pattern components/identifiers.xsd
    "[0-9]{2,2}"
    "[0-9]{1,2}"
    "IBAN2007Identifier/pattern")
set(wildcard components/message_parts.xsd
    [[processContents="lax"]]
    [[processContents="skip"]]
    "SupplementaryDataEnvelope1/1")
set(attribute components/amounts.xsd
    [[use="required"]]
    [[use="optional"]]
    "ActiveCurrencyAndAmount/@Ccy")
set(choice components/address.xsd
    "xs:choice>"
    "xs:sequence>"
    "AddressType3Choice/1: ours sequence")
set(exception components/cash_report.xsd
    [[name="ReqdMsgNmId" type="Max35Text"]]
    [[name="ReqdMsgNmId" type="Max70Text"]]
    "listed exception no longer occurs: camt.060.001.05 ReportingRequest5/1.2")
set(unused components/text.xsd
    "</xs:schema>"
    [[<xs:simpleType name="Unused"><xs:restriction base="xs:string"/></xs:simpleType></xs:schema>]]
    "no message uses Unused")
set(duplicate components/system.xsd
    "</xs:schema>"
    [[<xs:simpleType name="LEIIdentifier"><xs:restriction base="xs:string"/></xs:simpleType></xs:schema>]]
    "LEIIdentifier")

list(GET ${BREAK} 0 file)
list(GET ${BREAK} 1 before)
list(GET ${BREAK} 2 after)
list(GET ${BREAK} 3 said)

file(REMOVE_RECURSE ${COPY})
file(COPY ${OURS}/iso20022 ${OURS}/fednow DESTINATION ${COPY})
file(READ ${COPY}/iso20022/${file} content)
string(REPLACE "${before}" "${after}" broken "${content}")
if(broken STREQUAL content)
  message(FATAL_ERROR "nothing to break: ${file} has no ${before}")
endif()
file(WRITE ${COPY}/iso20022/${file} "${broken}")

execute_process(COMMAND ${CHECK} ${COPY} ${REFERENCE} RESULT_VARIABLE code OUTPUT_VARIABLE output ERROR_VARIABLE output)
string(FIND "${output}" "${said}" place)
if(NOT code EQUAL 1 OR place EQUAL -1)
  message(FATAL_ERROR "exit ${code}, expected 1 and \"${said}\" in:\n${output}")
endif()
message("seen: ${said}")
