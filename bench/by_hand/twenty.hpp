// SPDX-License-Identifier: BSL-1.0
// Written by write_by_hand; not to be changed.
// clang-format off
#pragma once

#include <cstddef>

namespace by_hand {

struct code
{
    int column;
    char const* text;
    int number;
};
inline constexpr code codes[] = {
    {0, "0301", 0},
    {0, "0302", 1},
    {0, "0303", 2},
    {0, "0304", 3},
    {27, "d02", 0},
    {27, "d06", 1},
    {27, "d07", 2},
    {27, "d08", 3},
    {27, "d10", 4},
    {27, "d19", 5},
    {27, "d20", 6},
    {27, "d22", 7},
    {27, "d26", 8},
    {27, "d27", 9},
    {27, "d28", 10},
    {27, "d29", 11},
    {27, "d31", 12},
    {27, "d33", 13},
    {27, "d36", 14},
    {27, "d38", 15},
    {27, "d39", 16},
};

inline constexpr std::size_t questions = 20;

template<class L>
inline auto test_0(L const& of)
{
    return of.template in_range<13, -1000000000, 20333>();
}

template<class L>
inline auto test_1(L const& of)
{
    return of.template in_range<11, -1000000000, 14669>();
}

template<class L>
inline auto test_2(L const& of)
{
    return of.template in_range<11, 9587, 1000000000>();
}

template<class L>
inline auto test_3(L const& of)
{
    return of.template count_at_least<25, 2>();
}

template<class L>
inline auto test_4(L const& of)
{
    return of.template among<0, 0, 1, 2, 3>();
}

template<class L>
inline auto test_5(L const& of)
{
    return of.template in_range<21, -1000000000, 2>();
}

template<class L>
inline auto test_6(L const& of)
{
    return of.template in_range<10, 1, 1>();
}

template<class L>
inline auto test_7(L const& of)
{
    return of.template in_range<1, 18810, 1000000000>();
}

template<class L>
inline auto test_8(L const& of)
{
    return of.template in_range<13, 18872, 1000000000>();
}

template<class L>
inline auto test_9(L const& of)
{
    return of.template among<0, 0>();
}

template<class L>
inline auto test_10(L const& of)
{
    return of.template in_range<3, 0, 0>();
}

template<class L>
inline auto test_11(L const& of)
{
    return of.template in_range<5, 1, 1>();
}

template<class L>
inline auto test_12(L const& of)
{
    return of.template in_range<12, 20149, 1000000000>();
}

template<class L>
inline auto test_13(L const& of)
{
    return of.template among<27, 0, 2, 4, 5, 10, 14, 16>();
}

template<class L>
inline auto test_14(L const& of)
{
    return of.template is_none<14>();
}

template<class L>
inline auto test_15(L const& of)
{
    return of.template in_range<8, 1, 1>();
}

template<class L>
inline auto test_16(L const& of)
{
    return of.template contains_any<25, 152u>();
}

template<class L>
inline auto test_17(L const& of)
{
    return of.template in_range<11, -1000000000, 2190>();
}

template<class L>
inline auto test_18(L const& of)
{
    return of.template in_range<18, 3, 1000000000>();
}

template<class L>
inline auto test_19(L const& of)
{
    return of.template among<24, 0, 1, 3>();
}

template<class L>
inline auto test_20(L const& of)
{
    return of.template contains_all<2, 1u>();
}

template<class L>
inline auto test_21(L const& of)
{
    return of.template in_range<20, -1000000000, 2>();
}

template<class L>
inline auto test_22(L const& of)
{
    return of.template in_range<4, 0, 0>();
}

template<class L>
inline auto test_23(L const& of)
{
    return of.template in_range<17, 9, 1000000000>();
}

template<class L>
inline auto test_24(L const& of)
{
    return of.template contains_any<26, 1u>();
}

template<class L>
inline auto test_25(L const& of)
{
    return of.template in_range<19, 15, 1000000000>();
}

template<class L>
inline auto test_26(L const& of)
{
    return of.template among<23, 1, 2>();
}

template<class L>
inline auto test_27(L const& of)
{
    return of.template in_range<3, 1, 1>();
}

template<class L>
inline auto test_28(L const& of)
{
    return of.template among<0, 0, 1, 2>();
}

template<class L>
inline auto test_29(L const& of)
{
    return of.template in_range<14, -1000000000, 20148>();
}

template<class L>
inline auto test_30(L const& of)
{
    return of.template in_range<7, 0, 0>();
}

template<class L>
inline auto test_31(L const& of)
{
    return of.template in_range<15, 20149, 1000000000>();
}

template<class L>
inline auto test_32(L const& of)
{
    return of.template in_range<6, 1, 1>();
}

template<class L>
inline auto test_33(L const& of)
{
    return of.template in_range<17, 10, 1000000000>();
}

template<class L>
inline auto test_34(L const& of)
{
    return of.template in_range<16, 76, 1000000000>();
}

template<class L>
inline auto test_35(L const& of)
{
    return of.template in_range<7, 1, 1>();
}

template<class L>
inline auto test_36(L const& of)
{
    return of.template in_range<9, 1, 1>();
}

template<class L>
inline auto test_37(L const& of)
{
    return of.template among<22, 2, 3>();
}

template<class L>
inline auto test_38(L const& of)
{
    return of.template in_range<19, 20, 1000000000>();
}

template<class L>
inline auto test_39(L const& of)
{
    return of.template in_range<12, -1000000000, 19783>();
}

template<class L>
inline auto test_40(L const& of)
{
    return of.template among<24, 0, 3>();
}

template<class L>
inline auto test_41(L const& of)
{
    return of.template among<22, 0, 1, 2>();
}

template<class L>
inline auto test_42(L const& of)
{
    return of.template in_range<17, 4, 1000000000>();
}

template<class L>
inline auto test_43(L const& of)
{
    return of.template in_range<15, -1000000000, 19024>();
}

template<class L>
inline auto test_44(L const& of)
{
    return of.template count_at_least<26, 2>();
}

template<class L>
inline auto test_45(L const& of)
{
    return of.template in_range<1, -1000000000, 20362>();
}

template<class L>
inline auto test_46(L const& of)
{
    return of.template in_range<18, 4, 1000000000>();
}

template<class L>
inline auto test_47(L const& of)
{
    return of.template in_range<5, 0, 0>();
}

template<class L>
inline auto test_48(L const& of)
{
    return of.template in_range<4, 1, 1>();
}

template<class L>
inline auto test_49(L const& of)
{
    return of.template in_range<13, -1000000000, 20028>();
}

template<class L>
inline auto test_50(L const& of)
{
    return of.template in_range<23, 2, 2>();
}

template<class L>
inline auto test_51(L const& of)
{
    return of.template in_range<17, -1000000000, 6>();
}

template<class L>
inline auto test_52(L const& of)
{
    return of.template in_range<16, -1000000000, 50>();
}

template<class L>
inline auto test_53(L const& of)
{
    return of.template contains_any<25, 36u>();
}

template<class L>
inline auto test_54(L const& of)
{
    return of.template among<0, 0, 2>();
}

template<class L>
inline auto test_55(L const& of)
{
    return of.template in_range<11, -3592, 1000000000>();
}

template<class L>
inline auto test_56(L const& of)
{
    return of.template in_range<14, 19540, 1000000000>();
}

template<class L>
inline auto test_57(L const& of)
{
    return of.template among<22, 0, 1>();
}

template<class L>
inline auto test_58(L const& of)
{
    return of.template in_range<16, -1000000000, 99>();
}

template<class L>
inline auto test_59(L const& of)
{
    return of.template count_at_least<26, 1>();
}

template<class L>
inline auto test_60(L const& of)
{
    return of.template in_range<23, 1, 1>();
}

template<class L>
inline auto test_61(L const& of)
{
    return of.template among<27, 3, 6, 11, 12>();
}

template<class L>
inline auto test_62(L const& of)
{
    return of.template among<0, 0, 3>();
}

template<class L>
inline auto test_63(L const& of)
{
    return of.template in_range<15, -1000000000, 19539>();
}

template<class L>
inline auto test_64(L const& of)
{
    return of.template in_range<11, -1000000000, 1185>();
}

template<class L>
inline auto test_65(L const& of)
{
    return of.template in_range<13, -1000000000, 19358>();
}

template<class L>
inline auto test_66(L const& of)
{
    return of.template contains_any<25, 64u>();
}

template<class L>
inline auto test_67(L const& of)
{
    return of.template in_range<19, -1000000000, 13>();
}

template<class L>
inline auto test_68(L const& of)
{
    return of.template among<24, 0, 2, 3>();
}

template<class L>
inline auto test_69(L const& of)
{
    return of.template in_range<12, -1000000000, 19357>();
}

template<class L>
inline auto test_70(L const& of)
{
    return of.template among<23, 2, 3>();
}

template<class L>
inline auto test_71(L const& of)
{
    return of.template count_at_least<26, 3>();
}

template<class L>
inline auto test_72(L const& of)
{
    return of.template among<27, 1, 5, 7, 8, 9, 11, 13, 15>();
}

template<class L>
inline auto test_73(L const& of)
{
    return of.template in_range<1, 20333, 1000000000>();
}

template<class L>
inline auto test_74(L const& of)
{
    return of.template in_range<16, -1000000000, 24>();
}

template<class L>
inline auto test_75(L const& of)
{
    return of.template in_range<21, 2, 1000000000>();
}

template<class L>
inline auto test_76(L const& of)
{
    return of.template among<22, 0, 3>();
}

template<class L>
inline auto test_77(L const& of)
{
    return of.template in_range<11, -1000000000, 10591>();
}

template<class Leaves, class Take>
inline void answer(Leaves const& of, Take const& take)
{
    [[maybe_unused]] auto const n0 = test_0(of);
    [[maybe_unused]] auto const n1 = n0;
    [[maybe_unused]] auto const n2 = n1;
    [[maybe_unused]] auto const n3 = test_1(of);
    [[maybe_unused]] auto const n4 = test_2(of);
    [[maybe_unused]] auto const n5 = all_of(n3, n4);
    [[maybe_unused]] auto const n6 = n5;
    [[maybe_unused]] auto const n7 = n6;
    [[maybe_unused]] auto const n8 = test_3(of);
    [[maybe_unused]] auto const n9 = n8;
    [[maybe_unused]] auto const n10 = n9;
    [[maybe_unused]] auto const n11 = test_4(of);
    [[maybe_unused]] auto const n12 = n6;
    [[maybe_unused]] auto const n13 = test_5(of);
    [[maybe_unused]] auto const n14 = test_6(of);
    [[maybe_unused]] auto const n15 = all_of(n12, n13, n14);
    [[maybe_unused]] auto const n16 = all_of(n11, n15);
    [[maybe_unused]] auto const n17 = n11;
    [[maybe_unused]] auto const n18 = n6;
    [[maybe_unused]] auto const n19 = test_7(of);
    [[maybe_unused]] auto const n20 = test_8(of);
    [[maybe_unused]] auto const n21 = not_of(any_of(n19, n20));
    [[maybe_unused]] auto const n22 = all_of(n18, n21);
    [[maybe_unused]] auto const n23 = all_of(n17, n22);
    [[maybe_unused]] auto const n24 = test_9(of);
    [[maybe_unused]] auto const n25 = test_10(of);
    [[maybe_unused]] auto const n26 = n25;
    [[maybe_unused]] auto const n27 = n26;
    [[maybe_unused]] auto const n28 = test_11(of);
    [[maybe_unused]] auto const n29 = test_12(of);
    [[maybe_unused]] auto const n30 = test_13(of);
    [[maybe_unused]] auto const n31 = any_of(n29, n30);
    [[maybe_unused]] auto const n32 = test_14(of);
    [[maybe_unused]] auto const n33 = test_15(of);
    [[maybe_unused]] auto const n34 = any_of(n32, n33);
    [[maybe_unused]] auto const n35 = test_16(of);
    [[maybe_unused]] auto const n36 = test_17(of);
    [[maybe_unused]] auto const n37 = all_of(n27, n28, n31, n34, n35, n36);
    [[maybe_unused]] auto const n38 = all_of(n24, n37);
    [[maybe_unused]] auto const n39 = n11;
    [[maybe_unused]] auto const n40 = n6;
    [[maybe_unused]] auto const n41 = test_18(of);
    [[maybe_unused]] auto const n42 = test_19(of);
    [[maybe_unused]] auto const n43 = any_of(n41, n42);
    [[maybe_unused]] auto const n44 = all_of(n40, n43);
    [[maybe_unused]] auto const n45 = all_of(n39, n44);
    [[maybe_unused]] auto const n46 = n11;
    [[maybe_unused]] auto const n47 = test_20(of);
    [[maybe_unused]] auto const n48 = n1;
    [[maybe_unused]] auto const n49 = test_21(of);
    [[maybe_unused]] auto const n50 = test_22(of);
    [[maybe_unused]] auto const n51 = test_23(of);
    [[maybe_unused]] auto const n52 = test_24(of);
    [[maybe_unused]] auto const n53 = test_25(of);
    [[maybe_unused]] auto const n54 = test_26(of);
    [[maybe_unused]] auto const n55 = at_least<2>(n52, n53, n54);
    [[maybe_unused]] auto const n56 = test_27(of);
    [[maybe_unused]] auto const n57 = all_of(n48, n49, n50, n51, n55, n56);
    [[maybe_unused]] auto const n58 = all_of(n46, n47, n57);
    [[maybe_unused]] auto const n59 = test_28(of);
    [[maybe_unused]] auto const n60 = n33;
    [[maybe_unused]] auto const n61 = test_29(of);
    [[maybe_unused]] auto const n62 = all_of(n60, n61);
    [[maybe_unused]] auto const n63 = n62;
    [[maybe_unused]] auto const n64 = n63;
    [[maybe_unused]] auto const n65 = test_30(of);
    [[maybe_unused]] auto const n66 = test_31(of);
    [[maybe_unused]] auto const n67 = test_32(of);
    [[maybe_unused]] auto const n68 = all_of(n64, n65, n66, n67);
    [[maybe_unused]] auto const n69 = all_of(n59, n68);
    [[maybe_unused]] auto const n70 = n11;
    [[maybe_unused]] auto const n71 = test_33(of);
    [[maybe_unused]] auto const n72 = n71;
    [[maybe_unused]] auto const n73 = n72;
    [[maybe_unused]] auto const n74 = test_34(of);
    [[maybe_unused]] auto const n75 = test_35(of);
    [[maybe_unused]] auto const n76 = test_36(of);
    [[maybe_unused]] auto const n77 = any_of(n75, n76);
    [[maybe_unused]] auto const n78 = test_37(of);
    [[maybe_unused]] auto const n79 = test_38(of);
    [[maybe_unused]] auto const n80 = test_39(of);
    [[maybe_unused]] auto const n81 = any_of(n79, n80);
    [[maybe_unused]] auto const n82 = n33;
    [[maybe_unused]] auto const n83 = all_of(n73, n74, n77, n78, n81, n82);
    [[maybe_unused]] auto const n84 = all_of(n70, n83);
    [[maybe_unused]] auto const n85 = n11;
    [[maybe_unused]] auto const n86 = n9;
    [[maybe_unused]] auto const n87 = test_40(of);
    [[maybe_unused]] auto const n88 = test_41(of);
    [[maybe_unused]] auto const n89 = n76;
    [[maybe_unused]] auto const n90 = at_least<2>(n87, n88, n89);
    [[maybe_unused]] auto const n91 = n49;
    [[maybe_unused]] auto const n92 = test_42(of);
    [[maybe_unused]] auto const n93 = test_43(of);
    [[maybe_unused]] auto const n94 = any_of(n92, n93);
    [[maybe_unused]] auto const n95 = all_of(n86, n90, n91, n94);
    [[maybe_unused]] auto const n96 = all_of(n85, n95);
    [[maybe_unused]] auto const n97 = n59;
    [[maybe_unused]] auto const n98 = test_44(of);
    [[maybe_unused]] auto const n99 = n98;
    [[maybe_unused]] auto const n100 = n6;
    [[maybe_unused]] auto const n101 = n99;
    [[maybe_unused]] auto const n102 = test_45(of);
    [[maybe_unused]] auto const n103 = test_46(of);
    [[maybe_unused]] auto const n104 = test_47(of);
    [[maybe_unused]] auto const n105 = at_least<2>(n102, n103, n104);
    [[maybe_unused]] auto const n106 = all_of(n100, n101, n105);
    [[maybe_unused]] auto const n107 = all_of(n97, n106);
    [[maybe_unused]] auto const n108 = n11;
    [[maybe_unused]] auto const n109 = n47;
    [[maybe_unused]] auto const n110 = n49;
    [[maybe_unused]] auto const n111 = n110;
    [[maybe_unused]] auto const n112 = n111;
    [[maybe_unused]] auto const n113 = test_48(of);
    [[maybe_unused]] auto const n114 = test_49(of);
    [[maybe_unused]] auto const n115 = n67;
    [[maybe_unused]] auto const n116 = all_of(n112, n113, n114, n115);
    [[maybe_unused]] auto const n117 = all_of(n108, n109, n116);
    [[maybe_unused]] auto const n118 = n11;
    [[maybe_unused]] auto const n119 = n13;
    [[maybe_unused]] auto const n120 = test_50(of);
    [[maybe_unused]] auto const n121 = any_of(n119, n120);
    [[maybe_unused]] auto const n122 = n121;
    [[maybe_unused]] auto const n123 = n122;
    [[maybe_unused]] auto const n124 = test_51(of);
    [[maybe_unused]] auto const n125 = not_of(any_of(n124));
    [[maybe_unused]] auto const n126 = test_52(of);
    [[maybe_unused]] auto const n127 = test_53(of);
    [[maybe_unused]] auto const n128 = n28;
    [[maybe_unused]] auto const n129 = any_of(n127, n128);
    [[maybe_unused]] auto const n130 = all_of(n123, n125, n126, n129);
    [[maybe_unused]] auto const n131 = all_of(n118, n130);
    [[maybe_unused]] auto const n132 = test_54(of);
    [[maybe_unused]] auto const n133 = n3;
    [[maybe_unused]] auto const n134 = test_55(of);
    [[maybe_unused]] auto const n135 = all_of(n133, n134);
    [[maybe_unused]] auto const n136 = n135;
    [[maybe_unused]] auto const n137 = n76;
    [[maybe_unused]] auto const n138 = n14;
    [[maybe_unused]] auto const n139 = any_of(n137, n138);
    [[maybe_unused]] auto const n140 = n139;
    [[maybe_unused]] auto const n141 = n136;
    [[maybe_unused]] auto const n142 = n140;
    [[maybe_unused]] auto const n143 = test_56(of);
    [[maybe_unused]] auto const n144 = all_of(n141, n142, n143);
    [[maybe_unused]] auto const n145 = all_of(n132, n144);
    [[maybe_unused]] auto const n146 = n11;
    [[maybe_unused]] auto const n147 = n136;
    [[maybe_unused]] auto const n148 = n26;
    [[maybe_unused]] auto const n149 = all_of(n147, n148);
    [[maybe_unused]] auto const n150 = n149;
    [[maybe_unused]] auto const n151 = test_57(of);
    [[maybe_unused]] auto const n152 = test_58(of);
    [[maybe_unused]] auto const n153 = all_of(n151, n152);
    [[maybe_unused]] auto const n154 = n153;
    [[maybe_unused]] auto const n155 = n150;
    [[maybe_unused]] auto const n156 = n154;
    [[maybe_unused]] auto const n157 = test_59(of);
    [[maybe_unused]] auto const n158 = test_60(of);
    [[maybe_unused]] auto const n159 = any_of(n157, n158);
    [[maybe_unused]] auto const n160 = all_of(n155, n156, n159);
    [[maybe_unused]] auto const n161 = all_of(n146, n160);
    [[maybe_unused]] auto const n162 = n11;
    [[maybe_unused]] auto const n163 = n136;
    [[maybe_unused]] auto const n164 = n56;
    [[maybe_unused]] auto const n165 = n76;
    [[maybe_unused]] auto const n166 = n13;
    [[maybe_unused]] auto const n167 = not_of(any_of(n165, n166));
    [[maybe_unused]] auto const n168 = test_61(of);
    [[maybe_unused]] auto const n169 = all_of(n163, n164, n167, n168);
    [[maybe_unused]] auto const n170 = all_of(n162, n169);
    [[maybe_unused]] auto const n171 = test_62(of);
    [[maybe_unused]] auto const n172 = n47;
    [[maybe_unused]] auto const n173 = n136;
    [[maybe_unused]] auto const n174 = n14;
    [[maybe_unused]] auto const n175 = test_63(of);
    [[maybe_unused]] auto const n176 = all_of(n173, n174, n175);
    [[maybe_unused]] auto const n177 = all_of(n171, n172, n176);
    [[maybe_unused]] auto const n178 = n11;
    [[maybe_unused]] auto const n179 = n26;
    [[maybe_unused]] auto const n180 = test_64(of);
    [[maybe_unused]] auto const n181 = n14;
    [[maybe_unused]] auto const n182 = test_65(of);
    [[maybe_unused]] auto const n183 = not_of(any_of(n181, n182));
    [[maybe_unused]] auto const n184 = test_66(of);
    [[maybe_unused]] auto const n185 = n113;
    [[maybe_unused]] auto const n186 = any_of(n184, n185);
    [[maybe_unused]] auto const n187 = all_of(n179, n180, n183, n186);
    [[maybe_unused]] auto const n188 = all_of(n178, n187);
    [[maybe_unused]] auto const n189 = n11;
    [[maybe_unused]] auto const n190 = n150;
    [[maybe_unused]] auto const n191 = n13;
    [[maybe_unused]] auto const n192 = test_67(of);
    [[maybe_unused]] auto const n193 = n103;
    [[maybe_unused]] auto const n194 = all_of(n190, n191, n192, n193);
    [[maybe_unused]] auto const n195 = all_of(n189, n194);
    [[maybe_unused]] auto const n196 = n132;
    [[maybe_unused]] auto const n197 = n1;
    [[maybe_unused]] auto const n198 = test_68(of);
    [[maybe_unused]] auto const n199 = test_69(of);
    [[maybe_unused]] auto const n200 = not_of(any_of(n198, n199));
    [[maybe_unused]] auto const n201 = test_70(of);
    [[maybe_unused]] auto const n202 = all_of(n197, n200, n201);
    [[maybe_unused]] auto const n203 = all_of(n196, n202);
    [[maybe_unused]] auto const n204 = n11;
    [[maybe_unused]] auto const n205 = n63;
    [[maybe_unused]] auto const n206 = test_71(of);
    [[maybe_unused]] auto const n207 = n67;
    [[maybe_unused]] auto const n208 = n75;
    [[maybe_unused]] auto const n209 = test_72(of);
    [[maybe_unused]] auto const n210 = not_of(any_of(n208, n209));
    [[maybe_unused]] auto const n211 = test_73(of);
    [[maybe_unused]] auto const n212 = test_74(of);
    [[maybe_unused]] auto const n213 = any_of(n211, n212);
    [[maybe_unused]] auto const n214 = all_of(n205, n206, n207, n210, n213);
    [[maybe_unused]] auto const n215 = all_of(n204, n214);
    [[maybe_unused]] auto const n216 = n11;
    [[maybe_unused]] auto const n217 = n47;
    [[maybe_unused]] auto const n218 = n72;
    [[maybe_unused]] auto const n219 = n33;
    [[maybe_unused]] auto const n220 = n56;
    [[maybe_unused]] auto const n221 = test_75(of);
    [[maybe_unused]] auto const n222 = at_least<2>(n219, n220, n221);
    [[maybe_unused]] auto const n223 = n75;
    [[maybe_unused]] auto const n224 = n120;
    [[maybe_unused]] auto const n225 = any_of(n223, n224);
    [[maybe_unused]] auto const n226 = test_76(of);
    [[maybe_unused]] auto const n227 = test_77(of);
    [[maybe_unused]] auto const n228 = all_of(n218, n222, n225, n226, n227);
    [[maybe_unused]] auto const n229 = all_of(n216, n217, n228);
    take(0, n16);
    take(1, n23);
    take(2, n38);
    take(3, n45);
    take(4, n58);
    take(5, n69);
    take(6, n84);
    take(7, n96);
    take(8, n107);
    take(9, n117);
    take(10, n131);
    take(11, n145);
    take(12, n161);
    take(13, n170);
    take(14, n177);
    take(15, n188);
    take(16, n195);
    take(17, n203);
    take(18, n215);
    take(19, n229);
}

} // namespace by_hand
