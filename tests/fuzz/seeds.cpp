// Writes the seeds of the corpus: `fuzz_seeds tests/fuzz/corpus`. Ours, small, the same every time.
#include <iso20022/schema/registry.hpp>

#include <cstdio>
#include <filesystem>
#include <fstream>
#include <string>
#include <vector>

#include "generate.hpp"

namespace {

using namespace iso20022;

void write(const std::filesystem::path& file, std::string_view bytes) {
  std::filesystem::create_directories(file.parent_path());
  std::ofstream(file, std::ios::binary) << bytes;
}

std::string message(unsigned root, judge::richness how, std::uint64_t seed, unsigned elements) {
  judge::generate_options o;
  o.how = how;
  o.elements = elements;
  judge::random r(seed);
  o.style = judge::random_style(r);
  return judge::generate(schema::image(schema::registry::builtin().image_base()), root, o, seed).xml;
}

const std::vector<std::string_view> documents = {
    "<?xml version='1.0' encoding='UTF-8' standalone='no'?><!-- c --><?pi d?><a b='1' c=\"&lt;&#65;\"><![CDATA[<]]>t&amp;u</a>\n",
    "\xEF\xBB\xBF<p:a xmlns:p='urn:a'><p:b/> \r\n<b xmlns=''>\xC3\xA9\xF0\x9F\x98\x80</b></p:a>",
    "<a><b x='1' x='2'></c>]]>&unknown;<!-- -- --></a", "<!DOCTYPE a [<!ENTITY b 'c'>]><a>&b;</a>", "<a b=1 <c/>\x01</a>"};

const std::vector<std::string_view> patterns = {
    "[A-Z]{3,3}\nUSD\nUS\n", "[A-Z0-9]{4,4}[A-Z]{2,2}[A-Z0-9]{2,2}([A-Z0-9]{3,3}){0,1}\nDEUTDEFF\nDEUTDEFF500\n",
    "\\+[0-9]{1,3}-[0-9()+\\-]{1,30}\n+1-5550100\n", "([a-z-[m-p]]|1)+|(ab|a)(bc)?\nabc\nmn\n", "[^a-c]+x*\\s.\n\xC3\xA9 z\n", "((\nx\n"};

const std::vector<std::string_view> paths = {
    "/Document/FIToFICstmrCdtTrf/GrpHdr/MsgId\nM1", "/Document/FIToFICstmrCdtTrf/CdtTrfTxInf[2]/IntrBkSttlmAmt/@Ccy\nUSD",
    "/Document/FIToFICstmrCdtTrf/CdtTrfTxInf[1]/IntrBkSttlmAmt\n10.00", "/FedNowIncoming/FedNowIncomingMessage\nx", "//[0]@\n",
    "/Document/FIToFIPmtStsRpt/TxInfAndSts[1]/TxSts\nACSC"};

const std::string_view schema_text =
    "<xs:schema xmlns:xs='http://www.w3.org/2001/XMLSchema' xmlns='urn:t' targetNamespace='urn:t' elementFormDefault='qualified'>"
    "<xs:element name='Document' type='Document'/><xs:complexType name='Document'><xs:sequence><xs:element name='Id' type='Id'/>"
    "<xs:element name='Way' type='Way' minOccurs='0' maxOccurs='3'/></xs:sequence></xs:complexType>"
    "<xs:complexType name='Way'><xs:choice><xs:element name='Cd' type='Code'/><xs:element name='Amt' type='Amount'/></xs:choice></xs:complexType>"
    "<xs:simpleType name='Id'><xs:restriction base='xs:string'><xs:pattern value='[A-Z]{1,4}'/></xs:restriction></xs:simpleType>"
    "<xs:simpleType name='Code'><xs:restriction base='xs:string'><xs:enumeration value='A'/><xs:enumeration value='B'/></xs:restriction></xs:simpleType>"
    "<xs:simpleType name='Decimal'><xs:restriction base='xs:decimal'><xs:totalDigits value='5'/><xs:minInclusive value='0'/></xs:restriction></xs:simpleType>"
    "<xs:complexType name='Amount'><xs:simpleContent><xs:extension base='Decimal'><xs:attribute name='Ccy' type='Id' use='required'/>"
    "</xs:extension></xs:simpleContent></xs:complexType></xs:schema>";

void write_all(const std::filesystem::path& folder, const std::vector<std::string_view>& seeds) {
  for (std::size_t i = 0; i < seeds.size(); ++i) write(folder / ("seed" + std::to_string(i)), seeds[i]);
}

}  // namespace

int main(int count, char** arguments) {
  if (count != 2 || arguments[1][0] == '-') return std::fputs("fuzz_seeds FOLDER: writes the fuzzers' first inputs below it\n", stderr), 2;
  const std::filesystem::path corpus = arguments[1];
  const auto messages = schema::registry::builtin().messages();
  for (unsigned root = 0; root < messages.size(); ++root) {
    const std::string name = std::string(messages[root].id) + "." + std::string(messages[root].element);
    write(corpus / "reader" / (name + ".minimal"), message(root, judge::richness::minimal, root, 400));
    write(corpus / "reader" / (name + ".random"), message(root, judge::richness::random, 100 + root, 30));
    // root, richness, special texts, elements, row (2), seed (8), indentation, declaration, prefix
    std::string style{static_cast<char>(root), '\2', '\x40', '\x08', '\0', '\0'};
    style += "seed" + std::string(4, static_cast<char>(root)) + std::string(root % 3, '\2') + (root % 2 ? "p8" : "");
    write(corpus / "writer" / name, style);
  }
  write_all(corpus / "tokenizer", documents);
  write_all(corpus / "pattern", patterns);
  write_all(corpus / "schema", {schema_text, "<xs:schema", "<xs:schema xmlns:xs='http://www.w3.org/2001/XMLSchema'/>"});
  for (unsigned root = 0; root < messages.size(); ++root)
    for (std::size_t i = root % 3; i < paths.size(); i += 3)
      write(corpus / "access" / (std::to_string(root) + "." + std::to_string(i)), std::string(1, static_cast<char>(root)) + std::string(paths[i]));
}
