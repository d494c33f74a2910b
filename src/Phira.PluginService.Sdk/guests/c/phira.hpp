// What makes phira.h comfortable in C++: views of texts and lists.
#ifndef PHIRA_HPP
#define PHIRA_HPP

#include <span>
#include <string_view>

#include "phira-text.h"

namespace phira {

inline std::string_view view(phira_string text) {
    return {text.text, text.length};
}

inline phira_string text(std::string_view view) {
    return {view.data(), view.size()};
}

// The items of a list of the host.
template <typename List>
auto items(const List &list) {
    return std::span(list.items, list.length);
}

// A result that succeeded, with its value if it has one.
template <typename Result>
Result ok() {
    return Result{};
}

template <typename Result, typename Value>
Result ok(const Value &value) {
    Result result{};
    result.value = value;
    return result;
}

template <typename Result>
Result fail(std::string_view why) {
    Result result{};
    result.failed = true;
    result.error = text(why);
    return result;
}

}  // namespace phira

#endif
