// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <finsam/engine/cell_from.hpp>

#include <boost/describe/class.hpp>
#include <boost/describe/enum.hpp>

#include <optional>
#include <set>
#include <string>

namespace finsam::testing_support {

enum class level
{
    none,
    compulsory,
    upper_secondary
};
BOOST_DESCRIBE_ENUM(level, none, compulsory, upper_secondary)

/// A fact of each kind, in each of the ways in which a member can hold one.
struct field_participant
{
    fact<finsam::date> birth_date;
    std::optional<bool> disability;
    bool in_work = false;
    fact<int> months;
    std::optional<level> education;
    std::set<level> taken;
    fact<std::set<level>> wanted;
    std::string municipality;
    std::optional<std::string> diagnosis;
    fact<municipality_code> home;
    flag_set<level> flags;
    int not_described = 0;
};
BOOST_DESCRIBE_STRUCT(field_participant, (),
                      (birth_date, disability, in_work, months, education, taken, wanted,
                       municipality, diagnosis, home, flags))

} // namespace finsam::testing_support
