// A program as small as a user's can be: reads one message and says what it is. Its size and its start are measured.
#include <iso20022/codec/reader.hpp>
#include <iso20022/codec/writer.hpp>

#include <cstdio>
#include <string>

int main(int argc, char** argv) {
  std::FILE* const file = argc == 2 ? std::fopen(argv[1], "rb") : nullptr;
  if (!file) return std::fputs("one_message FILE: reads a message and writes it in compact form\n", stderr), 2;
  std::string bytes, out;
  char piece[1 << 16];
  while (const std::size_t n = std::fread(piece, 1, sizeof piece, file)) bytes.append(piece, n);
  std::fclose(file);
  iso20022::reader in;
  if (!iso20022::writer().write(in.read(bytes).valid(), out)) return 1;
  return std::puts(out.c_str()) < 0;
}
