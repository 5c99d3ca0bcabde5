// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <boost/describe/enum.hpp>

namespace finsam {

/// One of the four kinds of authority that coordinate (part).
///
/// Several municipalities are several members but one party, and so are several regions.
///
/// Source: SFS 2003:1210 3 and 5 §§.
enum class party
{
    social_insurance_agency,
    public_employment_service,
    region,
    municipality
};
BOOST_DESCRIBE_ENUM(party, social_insurance_agency, public_employment_service, region, municipality)

} // namespace finsam
