// Where streams come from.
#include <iso20022/codec/stream.hpp>

#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <unistd.h>

namespace iso20022 {
namespace {

error system_error(std::string code, std::string where) { return {std::move(code), std::strerror(errno), std::move(where)}; }

}  // namespace

byte_source from_descriptor(int descriptor) {
  return [descriptor](std::span<std::byte> room) -> result<std::size_t> {
    for (;;) {
      const auto n = ::read(descriptor, room.data(), room.size());
      if (n >= 0) return static_cast<std::size_t>(n);
      if (errno != EINTR) return system_error("IO-READ", "descriptor " + std::to_string(descriptor));
    }
  };
}

result<byte_source> from_file(const std::string& name) {
  const int descriptor = ::open(name.c_str(), O_RDONLY | O_CLOEXEC);
  if (descriptor < 0) return system_error("IO-OPEN", name);
  const std::shared_ptr<const int> closer(new int(descriptor), [](const int* d) { ::close(*d), delete d; });
  return byte_source([closer, read = from_descriptor(descriptor)](std::span<std::byte> room) { return read(room); });
}

}  // namespace iso20022
