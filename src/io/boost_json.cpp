// SPDX-License-Identifier: BSL-1.0

// Boost.JSON is compiled in here, so that nobody has to build or link Boost.
#include <boost/json/src.hpp>
