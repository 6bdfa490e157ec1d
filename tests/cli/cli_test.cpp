// `iso20022` as a user meets it: what it prints, and its exit status.
#include <gtest/gtest.h>

#include <sys/wait.h>
#include <unistd.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <regex>
#include <string>

namespace {

namespace fs = std::filesystem;

struct outcome {
  int status;
  std::string out;     // standard output
  std::string errors;  // standard error
};

/// A folder of its own for each test, the working directory of what it runs.
class command_line : public testing::Test {
 protected:
  void SetUp() override {
    fs::create_directories(folder_ / "inbox");
    fs::copy_file(CLI_VECTORS "/credit_transfer.xml", folder_ / "inbox/good.xml");
    fs::copy_file(CLI_VECTORS "/credit_transfer_broken.xml", folder_ / "broken.xml");
  }
  void TearDown() override { fs::remove_all(folder_); }

  outcome run(const std::string& arguments) const {
    const int status =
        std::system(("cd " + folder_.string() + " && " CLI_PROGRAM " " + arguments + " >out 2>errors").c_str());
    return {WIFEXITED(status) ? WEXITSTATUS(status) : -1, read("out"), read("errors")};
  }
  std::string read(const std::string& name) const {
    std::ifstream in(folder_ / name, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
  }
  void write(const std::string& name, const std::string& bytes) const {
    std::ofstream(folder_ / name, std::ios::binary) << bytes;
  }

  const fs::path folder_ = fs::temp_directory_path() / ("iso20022_cli_" + std::to_string(getpid()));
};

bool holds(const std::string& text, const std::string& part) { return text.find(part) != text.npos; }

TEST_F(command_line, says_valid_and_exits_with_0) {
  const auto r = run("validate inbox/good.xml");
  EXPECT_EQ(r.status, 0);
  EXPECT_EQ(r.out, "inbox/good.xml: valid fednow.outgoing.v001\n");
  EXPECT_EQ(r.errors, "");
}

TEST_F(command_line, names_every_error_and_exits_with_1) {
  const auto r = run("validate inbox/good.xml broken.xml");
  EXPECT_EQ(r.status, 1);
  for (const auto* line :
       {"broken.xml:29:39: error SCH-NUMBER at ", "broken.xml:30:28: error SCH-DATE", "SCH-ENUMERATION", "SCH-PATTERN"})
    EXPECT_TRUE(holds(r.out, line)) << line;
}

TEST_F(command_line, goes_on_behind_a_file_that_is_not_there_and_exits_with_2) {
  const auto r = run("validate nothing.xml broken.xml inbox/good.xml");
  EXPECT_EQ(r.status, 2);
  EXPECT_TRUE(holds(r.errors, "cannot read nothing.xml: No such file")) << r.errors;
  EXPECT_TRUE(holds(r.out, "broken.xml:29"));
  EXPECT_TRUE(holds(r.out, "good.xml: valid"));
  EXPECT_EQ(run("show nothing.xml broken.xml").status, 2);
  const auto s = run("show nothing.xml inbox/good.xml");
  EXPECT_EQ(s.status, 2);
  EXPECT_TRUE(s.out.starts_with("== inbox/good.xml\nFedNow Outgoing (FedNowOutgoing)\n"));
  EXPECT_TRUE(holds(s.out, "Message Identification (MsgId): 20260401990000014DEMO0001"));
}

TEST_F(command_line, reads_standard_input) {
  EXPECT_EQ(run("validate - < inbox/good.xml").out, "-: valid fednow.outgoing.v001\n");
  EXPECT_EQ(run("validate - < broken.xml").status, 1);
  EXPECT_TRUE(holds(run("validate - < /dev/null").out, "-:1:1: error XML-EMPTY"));
}

TEST_F(command_line, reads_all_of_a_directory) {
  fs::create_directories(folder_ / "inbox/deep/empty");
  fs::copy_file(folder_ / "broken.xml", folder_ / "inbox/deep/OTHER.XML");
  fs::copy_file(folder_ / "broken.xml", folder_ / "inbox/notes.txt");
  fs::create_directory_symlink("..", folder_ / "inbox/deep/back");
  const auto r = run("validate --format jsonl inbox");
  EXPECT_EQ(r.status, 1);
  EXPECT_TRUE(r.out.starts_with("{\"file\":\"inbox/deep/OTHER.XML\",\"kind\":\"fednow.outgoing.v001\",\"valid\":false,"));
  EXPECT_TRUE(r.out.ends_with(
      "\n{\"file\":\"inbox/good.xml\",\"kind\":\"fednow.outgoing.v001\",\"valid\":true,\"issues\":[]}\n"));
  EXPECT_EQ(run("validate inbox/deep/empty").status, 2);
}

TEST_F(command_line, says_which_link_of_a_directory_leads_nowhere) {
  fs::create_symlink("nowhere", folder_ / "inbox/gone.xml");
  const auto gone = run("validate inbox");
  EXPECT_EQ(gone.status, 2);
  EXPECT_TRUE(holds(gone.errors, "cannot read inbox/gone.xml"));
}

TEST_F(command_line, says_which_folder_of_a_directory_is_locked) {
  if (geteuid() == 0) GTEST_SKIP() << "root may read every folder";
  fs::create_directories(folder_ / "inbox/locked");
  fs::permissions(folder_ / "inbox/locked", fs::perms::none);
  const auto locked = run("validate inbox");
  fs::permissions(folder_ / "inbox/locked", fs::perms::owner_all);
  EXPECT_EQ(locked.status, 2);
  EXPECT_TRUE(holds(locked.errors, "cannot read inbox/locked: Permission denied"));
  EXPECT_TRUE(holds(locked.out, "good.xml: valid"));
}

TEST_F(command_line, prints_exactly_the_promised_keys_as_jsonl) {
  const auto r = run("validate --format jsonl broken.xml nothing.xml");
  const std::string issue =
      R"(\{"code":"[A-Z0-9-]+","severity":"error","path":"[^"]*","line":\d+,"column":\d+,"message":"([^"\\]|\\.)*"\})";
  const std::regex lines(R"(\{"file":"broken.xml","kind":"fednow.outgoing.v001","valid":false,"issues":\[)" + issue +
                         "(," + issue + R"()*\]\}\n\{"file":"nothing.xml","kind":null,"valid":false,"issues":\[)" +
                         issue + R"(\]\}\n)");
  EXPECT_TRUE(std::regex_match(r.out, lines)) << r.out;
}

TEST_F(command_line, prints_json_whatever_bytes_a_file_is_named_by) {
  fs::copy_file(folder_ / "inbox/good.xml", folder_ / "a\"\x01\xC3\xA9\xFF.xml");
  EXPECT_EQ(run("validate --format jsonl *.xml | head -1").out,
            "{\"file\":\"a\\\"\\u0001\xC3\xA9\xEF\xBF\xBD.xml\",\"kind\":\"fednow.outgoing.v001\",\"valid\":true,"
            "\"issues\":[]}\n");
}

TEST_F(command_line, refuses_what_has_no_end) {
  const auto r = run("validate /dev/zero");
  EXPECT_EQ(r.status, 1);
  EXPECT_TRUE(holds(r.out, "LIM-BYTES"));
  EXPECT_TRUE(holds(r.errors, "--each"));
}

TEST_F(command_line, reads_entry_by_entry) {
  const std::string each = "validate --each "
      "/FedNowOutgoing/FedNowOutgoingMessage/FedNowCustomerCreditTransfer/Document/FIToFICstmrCdtTrf/CdtTrfTxInf ";
  EXPECT_EQ(run(each + "inbox/good.xml").out, "inbox/good.xml: valid fednow.outgoing.v001\n");
  EXPECT_EQ(run(each + "broken.xml").out, run("validate broken.xml").out);
  EXPECT_EQ(run(each + "nothing.xml - < inbox/good.xml").status, 2);
  EXPECT_EQ(run(each + "nothing.xml broken.xml").status, 2);
  const auto elsewhere = run("validate --each /Document/BkToCstmrAcctRpt/Rpt/Ntry inbox/good.xml");
  EXPECT_EQ(elsewhere.status, 0);
  EXPECT_TRUE(holds(elsewhere.errors, "has nothing at --each /Document/BkToCstmrAcctRpt/Rpt/Ntry"));
}

TEST_F(command_line, judges_by_schemas_of_the_user) {
  const auto other = run("validate --schema " CLI_SCHEMAS "/iso20022/pacs.002.001.10.xsd inbox/good.xml");
  EXPECT_EQ(other.status, 1);
  EXPECT_TRUE(holds(other.out, "SCH-UNKNOWN-ROOT") &&
              holds(other.out, "expected the one known message, <Document xmlns="))
      << other.out;
  EXPECT_EQ(run("validate --schema nothing.xsd inbox/good.xml").status, 2);
  std::ofstream(folder_ / "two.xsd") << "<xs:schema xmlns:xs='http://www.w3.org/2001/XMLSchema' targetNamespace='urn:r'>\n"
                                        "<xs:notation name='n' public='p'/>\n<xs:notation name='m' public='p'/></xs:schema>";
  const auto two = run("validate --schema two.xsd inbox/good.xml");
  EXPECT_TRUE(holds(two.errors, "two.xsd:2: xs:notation is not supported [SCHEMA-REFUSED]\n")) << two.errors;
  EXPECT_TRUE(holds(two.errors, "two.xsd:3: xs:notation is not supported")) << two.errors;
}

TEST_F(command_line, answers_with_what_is_valid) {
  const auto yes = run("reply inbox/good.xml");
  ASSERT_EQ(yes.status, 0);
  write("reply.xml", yes.out);
  EXPECT_EQ(run("validate reply.xml").out, "reply.xml: valid fednow.incoming.v001\n");
  EXPECT_TRUE(holds(yes.out, "<TxSts>ACTC</TxSts>") && holds(yes.out, "<OrgnlEndToEndId>INVOICE-4711</OrgnlEndToEndId>"));

  const auto no = run("reply - --status RJCT --reason AC04 --text 'it is closed' --id ME-1 --indent 0 < inbox/good.xml");
  EXPECT_TRUE(holds(no.out, "<StsRsnInf><Rsn><Cd>AC04</Cd></Rsn><AddtlInf>it is closed</AddtlInf></StsRsnInf>")) << no.out;
  EXPECT_TRUE(holds(no.out, "<MsgId>ME-1</MsgId>"));
}

TEST_F(command_line, answers_nothing_that_cannot_be_answered) {
  for (const auto& [arguments, status] :
       {std::pair("broken.xml", 1), std::pair("reply.xml", 1), std::pair("nothing.xml", 2),
        std::pair("inbox/good.xml --status RJCT", 2), std::pair("inbox/good.xml --status NONE", 2),
        std::pair("inbox/good.xml --status RJCT --reason MUCHTOOLONG", 1)}) {
    if (arguments == std::string("reply.xml")) write("reply.xml", run("reply inbox/good.xml").out);
    const auto r = run(std::string("reply ") + arguments);
    EXPECT_EQ(r.status, status) << arguments;
    EXPECT_EQ(r.out, "") << arguments;
    EXPECT_NE(r.errors, "") << arguments;
  }
}

TEST_F(command_line, measures_what_it_read) {
  EXPECT_EQ(run("bench --time 1 inbox").status, 0);
  EXPECT_EQ(run("bench --time 1 inbox broken.xml").status, 1);
  EXPECT_EQ(run("bench --time 1 inbox nothing.xml").status, 2);
}

TEST_F(command_line, teaches_and_exits_with_2_when_asked_wrongly) {
  EXPECT_EQ(run("--help").status, 0);
  for (const auto* command : {"validate", "show", "reply", "bench"}) {
    EXPECT_TRUE(holds(run("--help").out, std::string("iso20022 ") + command));
    EXPECT_EQ(run(std::string(command) + " --help").status, 0);
    EXPECT_EQ(run(command).status, 2);
  }
  EXPECT_EQ(run("").status, 2);
  EXPECT_TRUE(holds(run("").errors, "iso20022 validate"));
  EXPECT_TRUE(holds(run("nonsense").errors, "nonsense is no command"));
  EXPECT_EQ(run("nonsense").status, 2);
  EXPECT_EQ(run("validate --bogus inbox/good.xml").status, 2);
}

TEST_F(command_line, takes_envelopes_apart_and_puts_them_together) {
  const auto said = run("envelope split inbox/good.xml");
  EXPECT_EQ(said.status, 0);
  EXPECT_TRUE(holds(said.out, "wrapper           FedNowCustomerCreditTransfer\nmessage           Customer credit transfer, pacs.008.001.08\n")) << said.out;
  const auto whole = read("inbox/good.xml");
  const auto document = run("envelope split inbox/good.xml --part document");
  EXPECT_TRUE(holds(whole, document.out) && document.out.starts_with("<Document ") && document.out.ends_with("</Document>"));
  EXPECT_EQ(run("envelope split inbox/good.xml --part technical-header").status, 1);
  EXPECT_EQ(run("envelope split inbox/good.xml --out parts").out, "parts/AppHdr.xml\nparts/Document.xml\n");
  EXPECT_EQ(read("parts/Document.xml"), document.out);
  const auto sealed = run("envelope seal --form FedNowOutgoing --header parts/AppHdr.xml --document parts/Document.xml");
  EXPECT_EQ(sealed.status, 0) << sealed.errors;
  write("sealed.xml", sealed.out);
  EXPECT_EQ(run("validate sealed.xml").out, "sealed.xml: valid fednow.outgoing.v001\n");
  EXPECT_EQ(run("envelope split sealed.xml --part document").out, document.out);
  EXPECT_EQ(run("envelope split missing.xml").status, 2);
  write("half.xml", whole.substr(0, whole.size() / 2));
  const auto half = run("envelope split half.xml");
  EXPECT_EQ(half.status, 1);
  EXPECT_TRUE(holds(half.errors, "half.xml:") && holds(half.errors, "ENV-XML")) << half.errors;
}

TEST_F(command_line, signs_and_verifies_the_very_bytes) {
  for (const char* kind : {"p256", "rsa"}) {
    const auto made = run(std::string("keys new --kind ") + kind + " --out " + kind + ".pem");
    ASSERT_EQ(made.status, 0) << made.errors;
    EXPECT_EQ(run(std::string("keys new --out ") + kind + ".pem").status, 2) << "a key is not overwritten";
    write("public.pem", made.out);
    const auto signature = run(std::string("sign inbox/good.xml --part document --key ") + kind + ".pem");
    ASSERT_EQ(signature.status, 0) << signature.errors;
    write("good.sig", signature.out);
    EXPECT_EQ(run("verify inbox/good.xml --part document --signature good.sig --key public.pem").status, 0);
    EXPECT_EQ(run("verify inbox/good.xml --signature good.sig --key public.pem").status, 1) << "other bytes";
    EXPECT_EQ(run("verify inbox/good.xml --part document --signature good.sig --key public.pem --key-id other").status, 1);
    EXPECT_TRUE(holds(run("keys show public.pem").out, std::string(kind) == "rsa" ? "RSA, 2048 bits" : "P-256, 256 bits"));
  }
  EXPECT_EQ(run("sign inbox/good.xml --key inbox/good.xml").status, 2);
  EXPECT_EQ(run("verify inbox/good.xml --signature inbox/good.xml --key public.pem").status, 1);
  write("secret", "open sesame\n");
  EXPECT_EQ(run("keys new --out locked.pem --password-file secret").status, 0);
  EXPECT_EQ(run("sign inbox/good.xml --key locked.pem").status, 2);
  EXPECT_EQ(run("sign inbox/good.xml --key locked.pem --password-file secret").status, 0);
}

TEST_F(command_line, gets_values_and_tells_differences) {
  const std::string transfer = "/FedNowOutgoing/FedNowOutgoingMessage/FedNowCustomerCreditTransfer/Document/FIToFICstmrCdtTrf/CdtTrfTxInf";
  const auto amount = run("get " + transfer + "/IntrBkSttlmAmt inbox/good.xml");
  EXPECT_EQ(amount.status, 0) << amount.errors;
  const auto same = run("get --with-path '" + transfer + "[1]/IntrBkSttlmAmt' inbox/good.xml");
  EXPECT_EQ(same.out, transfer + "[1]/IntrBkSttlmAmt: " + amount.out);
  EXPECT_EQ(run("get " + transfer + "/IntrBkSttlmAmt/@Ccy inbox/good.xml").out, "USD\n");
  EXPECT_EQ(run("get /Nothing inbox/good.xml").status, 1);
  EXPECT_EQ(run("get /Nothing missing.xml").status, 2);

  auto other = read("inbox/good.xml");
  const auto value = amount.out.substr(0, amount.out.size() - 1);
  const auto at = other.find(">" + value + "<");
  ASSERT_NE(at, other.npos);
  write("longer.xml", std::string(other).insert(at + 1, "0"));
  EXPECT_EQ(run("diff inbox/good.xml longer.xml").out, "") << "the same amount";
  EXPECT_EQ(run("diff inbox/good.xml longer.xml").status, 0);
  write("other.xml", other.replace(at + 1, value.size(), "7.01"));
  const auto told = run("diff inbox/good.xml other.xml");
  EXPECT_EQ(told.status, 1);
  EXPECT_EQ(told.out, "- " + transfer + "[1]/IntrBkSttlmAmt: " + value + "\n+ " + transfer + "[1]/IntrBkSttlmAmt: 7.01\n");
}

}  // namespace
