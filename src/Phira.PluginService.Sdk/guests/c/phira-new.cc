// What the headers of the C++ library need at run time. The library itself would bring WASI with it.

#include <cstdlib>
#include <new>

void *operator new(std::size_t size) {
    void *memory = std::malloc(size > 0 ? size : 1);
    if (!memory) __builtin_trap();
    return memory;
}

void operator delete(void *memory) noexcept {
    std::free(memory);
}

void operator delete(void *memory, std::size_t) noexcept {
    std::free(memory);
}

_LIBCPP_BEGIN_NAMESPACE_STD
[[noreturn]] void __libcpp_verbose_abort(const char *, ...) noexcept {
    __builtin_trap();
}
_LIBCPP_END_NAMESPACE_STD
