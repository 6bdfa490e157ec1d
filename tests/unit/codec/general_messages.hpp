// Messages for the tests of the general reader, and how they are changed.
#pragma once

#include <iso20022/codec/reader.hpp>

#include <initializer_list>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace general_test {

/// A pacs.008 with every kind of value in it: texts, a code, an amount, dates, a UETR, a list.
inline constexpr std::string_view payment = R"(<?xml version="1.0" encoding="UTF-8"?>
<Document xmlns="urn:iso:std:iso:20022:tech:xsd:pacs.008.001.08">
  <FIToFICstmrCdtTrf>
    <GrpHdr>
      <MsgId>20240102-1</MsgId>
      <CreDtTm>2024-01-02T10:10:00-05:00</CreDtTm>
      <NbOfTxs>1</NbOfTxs>
      <SttlmInf><SttlmMtd>CLRG</SttlmMtd><ClrSys><Cd>FDN</Cd></ClrSys></SttlmInf>
    </GrpHdr>
    <CdtTrfTxInf>
      <PmtId>
        <EndToEndId>E-1</EndToEndId>
        <UETR>8a562c67-ca16-48ba-b074-65581be6f001</UETR>
      </PmtId>
      <IntrBkSttlmAmt Ccy="USD">1200.00</IntrBkSttlmAmt>
      <IntrBkSttlmDt>2024-01-02</IntrBkSttlmDt>
      <ChrgBr>SLEV</ChrgBr>
      <Dbtr>
        <Nm>Alex Fisher</Nm>
        <PstlAdr><PstCd>12345</PstCd><Ctry>US</Ctry><AdrLine>West Street</AdrLine><AdrLine>Boston</AdrLine></PstlAdr>
      </Dbtr>
      <DbtrAcct><Id><Othr><Id>123456</Id></Othr></Id></DbtrAcct>
      <DbtrAgt><FinInstnId><BICFI>BANKUS33</BICFI></FinInstnId></DbtrAgt>
      <CdtrAgt><FinInstnId><BICFI>BANKUS44</BICFI></FinInstnId></CdtrAgt>
      <Cdtr><Nm>Alice Smith</Nm></Cdtr>
      <RmtInf><Ustrd>Consulting</Ustrd></RmtInf>
    </CdtTrfTxInf>
  </FIToFICstmrCdtTrf>
</Document>
)";

using change = std::pair<std::string_view, std::string_view>;

/// `text` with the first occurrence of each `first` replaced; fails loudly when there is none.
std::string changed(std::string_view text, std::initializer_list<change>);
std::string changed(std::string_view text, const std::vector<change>&);

/// "CODE path" of every issue, one a line.
std::string summary(const iso20022::report&);
/// "CODE path line:column".
std::string places(const iso20022::report&);

/// A reader that never takes the fast way.
iso20022::reader general_reader(iso20022::read_options = {});

}  // namespace general_test
