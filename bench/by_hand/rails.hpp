// SPDX-License-Identifier: BSL-1.0
#pragma once

namespace by_hand {

/// An answer on two rails of any words that know `&`, `|`: definitely yes, definitely no.
template<class Word>
struct rails
{
    Word yes, no;
};

template<class Word, class... More>
inline rails<Word> all_of(rails<Word> one, More... more)
{
    return {(one.yes & ... & more.yes), (one.no | ... | more.no)};
}
template<class Word, class... More>
inline rails<Word> any_of(rails<Word> one, More... more)
{
    return {(one.yes | ... | more.yes), (one.no & ... & more.no)};
}
template<class Word>
inline rails<Word> not_of(rails<Word> one)
{
    return {one.no, one.yes};
}

/// At least K of the words, by the elementary symmetric sums: `met[j]` says that j + 1 are.
template<int K, class Word, class... More>
inline Word at_least_word(Word one, More... more)
{
    Word met[K] = {one};
    auto const add = [&met](Word next) {
        for (int j = K - 1; j > 0; --j)
            met[j] |= met[j - 1] & next;
        met[0] |= next;
    };
    (add(more), ...);
    return met[K - 1];
}
template<int K, class Word, class... More>
inline rails<Word> at_least(rails<Word> one, More... more)
{
    constexpr int all = 1 + static_cast<int>(sizeof...(More));
    return {at_least_word<K>(one.yes, more.yes...), at_least_word<all - K + 1>(one.no, more.no...)};
}

} // namespace by_hand
