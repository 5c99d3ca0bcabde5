// SPDX-License-Identifier: BSL-1.0
#include "io/certificate_reader.hpp"

#include "io/described_reader.hpp"

#include <charconv>
#include <limits>
#include <string>
#include <variant>

namespace finsam::io {
namespace {

/// The certificate of a policy, as yet without lines.
certificate begun_for(policy const& agreed)
{
    struct by_policy
    {
        certificate& shown;

        void operator()(policies::stable) const { shown.cutoffs.emplace(); }
        void operator()(policies::serial) const { shown.cutoffs.emplace(); }
        void operator()(policies::coverage) const { shown.closings.emplace(); }
        void operator()(policies::fit) const { shown.prices.emplace(); }
    };
    certificate shown;
    std::visit(by_policy{shown}, agreed);
    return shown;
}

class certificate_reader
{
public:
    certificate_reader(reader& in, plan const& agreed, position_reader& positions)
        : in_(in)
        , plan_(agreed)
        , positions_(positions)
    {}

    [[nodiscard]] certificate operator()(node const& at, place const& here)
    {
        if (!is_object(in_, at, here))
            return {};
        auto const agreed = plan_.matching.value_or(matching_terms{}).policy;
        expected_keys keys(in_, at, here);
        auto const lines = [&](std::string_view key, bool wanted, auto read_line) {
            auto const* value = keys.take(
                key, wanted ? presence::required : presence::refused,
                "the certificate of `" + std::string(detail::name_of(agreed)) + "` has none");
            if (!value)
                return;
            auto const there = here.member(key);
            auto const& items = items_of(in_, *value, there);
            for (std::size_t i = 0; i < items.size(); ++i)
                if (is_object(in_, items[i], there.item(i)))
                    read_line(items[i], there.item(i));
        };
        auto shown = begun_for(agreed);
        lines("cutoffs", shown.cutoffs.has_value(), [&](node const& line, place const& there) {
            shown.cutoffs->push_back(read_cutoff(line, there));
        });
        lines("closings", shown.closings.has_value(), [&](node const& line, place const& there) {
            shown.closings->push_back(read_closing(line, there));
        });
        lines("prices", shown.prices.has_value(), [&](node const& line, place const& there) {
            shown.prices->push_back(read_price(line, there));
        });
        keys.report();
        return shown;
    }

private:
    /// A line about a pool; `read_rest` reads what else it says.
    template<class Line, class ReadRest>
    Line read_line(node const& at, place const& here, ReadRest read_rest)
    {
        Line line;
        expected_keys keys(in_, at, here);
        read_rest(keys, read_place(keys, here, line), line);
        keys.report();
        return line;
    }

    /// The pool of a line of the certificate.
    template<class Line>
    pool const* read_place(expected_keys& keys, place const& here, Line& line)
    {
        std::optional<std::uint32_t> intervention;
        if (auto const* value = keys.take("intervention", presence::required))
            intervention = positions_.intervention(*value, here.member("intervention"));
        line.intervention = intervention.value_or(0);
        if (auto const* value = keys.take("pool", presence::required))
            line.pool = positions_.pool(*value, here.member("pool"), intervention);
        if (!intervention || line.pool >= plan_.interventions[*intervention].places.size())
            return nullptr;
        return &plan_.interventions[*intervention].places[line.pool];
    }

    pool_cutoff read_cutoff(node const& at, place const& here)
    {
        auto const read_rest = [&](expected_keys& keys, pool const* pool, pool_cutoff& line) {
            if (auto const* value = keys.take("reserves", presence::required)) {
                auto const there = here.member("reserves");
                auto const& items = items_of(in_, *value, there);
                for (std::size_t i = 0; i < items.size(); ++i)
                    line.reserves.push_back(positions_.position(
                        items[i], there.item(i),
                        pool ? pool->reserved.size() : std::numeric_limits<std::uint32_t>::max(),
                        "reserve"));
            }
            auto const before = in_.found.size();
            auto const* admits = keys.take("admits", presence::required);
            if (admits)
                read(in_, *admits, here.member("admits"), line.admits);
            // While it is not known whom it admits, nothing is demanded or refused for it.
            auto const wanted = !admits || in_.found.size() > before ? presence::optional
                                : line.admits == admission::until    ? presence::required
                                                                     : presence::refused;
            if (auto const* value =
                    keys.take("last", wanted, "only what admits `until` somebody has a last one"))
                read_mark(*value, here.member("last"), line.last.emplace());
        };
        return read_line<pool_cutoff>(at, here, read_rest);
    }

    pool_closing read_closing(node const& at, place const& here)
    {
        auto const read_rest = [&](expected_keys& keys, pool const*, pool_closing& line) {
            if (auto const* value = keys.take("since", presence::required))
                read_mark(*value, here.member("since"), line.since);
        };
        return read_line<pool_closing>(at, here, read_rest);
    }

    pool_price read_price(node const& at, place const& here)
    {
        auto const read_rest = [&](expected_keys& keys, pool const*, pool_price& line) {
            if (auto const* value = keys.take("person", presence::required);
                value && value->kind != json_kind::null)
                read_placed(*value, here.member("person"), line.person.emplace());
            if (auto const* value = keys.take("positions", presence::required))
                read(in_, *value, here.member("positions"), line.positions);
        };
        return read_line<pool_price>(at, here, read_rest);
    }

    void read_placed(node const& at, place const& here, placed_person& one)
    {
        if (!is_object(in_, at, here))
            return;
        expected_keys keys(in_, at, here);
        read_tier(keys, here, one.tier);
        keys.report();
    }

    void read_tier(expected_keys& keys, place const& here, std::optional<std::int64_t>& tier)
    {
        if (auto const* value = keys.take("tier", presence::required);
            value && value->kind != json_kind::null)
            read(in_, *value, here.member("tier"), tier.emplace());
    }

    void read_mark(node const& at, place const& here, turn_mark& mark)
    {
        if (!is_object(in_, at, here))
            return;
        expected_keys keys(in_, at, here);
        read_tier(keys, here, mark.tier);
        if (auto const* value = keys.take("buckets", presence::required))
            mark.buckets =
                static_cast<std::int64_t>(positions_.number(*value, here.member("buckets"), 0));
        if (auto const* value = keys.take("tie", presence::required))
            read_tie(*value, here.member("tie"), mark.tie);
        keys.report();
    }

    void read_tie(node const& at, place const& here, std::uint64_t& tie)
    {
        if (at.kind != json_kind::string)
            return in_.wrong_type(at, here, wanted::text);
        auto const* end = at.text.data() + at.text.size();
        if (at.text.size() != 16 || std::from_chars(at.text.data(), end, tie, 16).ptr != end)
            in_.bad_value(at, here, in_backticks(at.text) + " is no tie number",
                          "it is written as 16 hexadecimal digits");
    }

    reader& in_;
    plan const& plan_;
    position_reader& positions_;
};

} // namespace

certificate read_certificate(reader& in, node const& at, place const& here, plan const& agreed,
                             position_reader& positions)
{
    return certificate_reader(in, agreed, positions)(at, here);
}

} // namespace finsam::io
