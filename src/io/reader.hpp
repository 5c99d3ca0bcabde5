// SPDX-License-Identifier: BSL-1.0
#pragma once

#include "io/document.hpp"
#include "io/explained_keys.hpp"
#include "io/place.hpp"
#include "rules/expected.hpp"

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace finsam::io {

using checking::expected;
namespace wanted = checking::wanted;

class declared_facts;

/// Collects what is wrong with a document while it is walked.
///
/// `broken` says which parts of the value that is read are absent or defaults: the pointers of
/// `found`, and of every key that is missing. `facts` are those of the plan that is read, if any.
struct reader
{
    document const& source;
    std::vector<diagnostic> found{};
    std::vector<std::string> broken{};
    declared_facts* facts = nullptr;

    void complain(diagnostic_code code, std::size_t offset, place const& here, std::string message,
                  std::string hint);
    /// About a value: its own place and offset.
    void bad_value(node const& at, place const& here, std::string message, std::string hint);
    /// "`count` must be a whole number, not text; write its digits, without quotation marks".
    void wrong_type(node const& at, place const& here, expected const& wanted);
};

/// Whether it is an object; if not, `in` is told.
[[nodiscard]] bool is_object(reader& in, node const& at, place const& here);
/// The items of a list; none, and `in` is told, if it is not one.
[[nodiscard]] std::vector<node> const& items_of(reader& in, node const& at, place const& here);

/// What the place is called in a message: "`count`", "an item of `area`".
[[nodiscard]] std::string subject(place const& here);

/// "text", "a number", …
[[nodiscard]] std::string_view kind_name(json_kind kind);

/// Whether a key must, may or must not be there.
enum class presence
{
    required,
    optional,
    refused
};

/// Whether an unknown key that resembles nothing may stand for a key that is missing.
enum class stand_in
{
    none,
    unknown_key
};

/// The keys of one object: which may be there, which are missing, which are unknown.
///
/// A required key that is missing because it is misspelt is told once, as the unknown key.
class expected_keys
{
public:
    expected_keys(reader& in, node const& object, place const& here);

    /// The value of the key, if it is there and not refused.
    node const* take(std::string_view key, presence wanted, std::string_view why_refused = {});
    /// A key that is known but cannot stand here.
    void refuse(std::string_view key, std::string message, std::string hint);
    /// One of the keys must be there and none is. With a stand-in the unknown key alone is told,
    /// with the same hint.
    void need_one_of(std::span<std::string_view const> keys, std::string message, std::string hint,
                     stand_in instead = stand_in::none);
    /// Reports what was found; nothing may be asked after it. An unknown key that is explained
    /// stands for the one it is written in place of.
    void report(std::span<explained_key const> explained = {});

private:
    struct need
    {
        std::vector<std::string_view> keys;
        std::string message;
        std::string hint;
        stand_in instead = stand_in::none;
        bool is_met = false; ///< by an unknown key, which is told instead
    };

    /// The need that the unknown key is most likely meant for, if it resembles no known key.
    need* stood_in_for(std::string_view key);
    /// Its own, or which keys are required.
    [[nodiscard]] std::string hint_of(need const& one) const;

    reader& in_;
    node const& object_;
    place const& here_;
    std::vector<std::string_view> known_;
    std::vector<std::string_view> required_;
    std::vector<std::string_view> refused_;
    std::vector<need> needs_;
};

} // namespace finsam::io
