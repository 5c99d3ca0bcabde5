// SPDX-License-Identifier: BSL-1.0
#include <finsam/detail/calendar.hpp>
#include <finsam/detail/described.hpp>
#include <finsam/io/plan.hpp>

#include "io/layout.hpp"
#include "io/shape.hpp"

#include <string>
#include <type_traits>
#include <variant>
#include <vector>

namespace finsam {

namespace {

using io::laid_out;

laid_out write(std::string const& words)
{
    return laid_out::text(words);
}
laid_out write(bool truth)
{
    return laid_out::bare(truth ? "true" : "false");
}
laid_out write(std::int64_t number)
{
    return laid_out::bare(std::to_string(number));
}
laid_out write(date day)
{
    return laid_out::text(detail::to_string(day));
}
laid_out write(text const& words);
laid_out write(citation const& cite);
laid_out write(criterion const& demanded);

template<detail::enumerated E>
laid_out write(E value)
{
    return laid_out::text(detail::name_of(value));
}

template<class T>
laid_out write(std::vector<T> const& items);
template<detail::described_struct T>
laid_out write(T const& value);

laid_out write(amount const& number)
{
    return std::visit([](auto const& one) { return write(one); }, number);
}

template<class T>
laid_out write(std::vector<T> const& items)
{
    auto list = laid_out::list();
    for (auto const& item : items)
        list.add(write(item));
    return list;
}

/// Adds the described members, leaving out what is absent or, where that may be, the default.
template<class T>
void write_members(laid_out& object, T const& value)
{
    detail::for_each_member<T>([&](std::string_view key, auto pointer) {
        auto const& member = value.*pointer;
        using type = std::remove_cvref_t<decltype(member)>;
        if constexpr (io::is_optional<type>) {
            if (member)
                object.add(key, write(*member));
        } else if (io::presence_of<type>(value, key) == io::presence::required
                   || member != T{}.*pointer) {
            object.add(key, write(member));
        }
    });
}

template<detail::described_struct T>
laid_out write(T const& value)
{
    auto object = laid_out::object();
    write_members(object, value);
    return object;
}

laid_out write(text const& words)
{
    if (words.sv && words.sv == words.en)
        return write(*words.sv);
    auto object = laid_out::object();
    write_members(object, words);
    return object;
}

laid_out write(citation const& cite)
{
    if (!cite.provision && !cite.link)
        return write(cite.source);
    auto object = laid_out::object();
    write_members(object, cite);
    return object;
}

laid_out write(anniversary const& time)
{
    auto object = laid_out::object();
    object.add(detail::name_of(time.unit), write(time.count));
    if (time.counted != counting::day)
        object.add("counted", write(time.counted));
    return object;
}

void write_form(laid_out& object, leaf const& asked)
{
    object.add("fact", write(asked.fact));
    object.add(detail::name_of(asked.compare),
               std::visit([](auto const& one) { return write(one); }, asked.value));
}

void write_form(laid_out& object, rule_reference const& named)
{
    object.add("rule", write(named.rule));
}

void write_form(laid_out& object, group const& several)
{
    auto of = write(several.of);
    if (several.quantifier == quantifier::at_least_of) {
        auto counted = laid_out::object();
        counted.add("count", write(several.count));
        counted.add("of", std::move(of));
        of = std::move(counted);
    }
    object.add(detail::name_of(several.quantifier), std::move(of));
}

laid_out write(criterion const& demanded)
{
    auto object = laid_out::object();
    std::visit([&](auto const& form) { write_form(object, form); }, demanded.form);
    if (demanded.label)
        object.add("label", write(*demanded.label));
    if (demanded.cite)
        object.add("cite", write(*demanded.cite));
    return object;
}

} // namespace

std::string write_plan(plan const& agreed)
{
    auto document = laid_out::object();
    document.add("format", laid_out::text(io::plan_format));
    write_members(document, agreed);
    return document.print();
}

} // namespace finsam
