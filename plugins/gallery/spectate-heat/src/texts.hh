// What players and readers of the pictures read.
#ifndef TEXTS_HH
#define TEXTS_HH

#include "phira.hpp"

#define HEAT_COMMAND "上一局的热力图 / the heat map of the last round"
#define NO_PICTURE "没有这个房间的热力图 / There is no heat map of this room\n"

constexpr phira_texts NO_ROOM = PHIRA_TEXTS("请在房间里使用这个命令。", "Use this command in a room.");
constexpr phira_texts NOT_YET = PHIRA_TEXTS(
    "这个房间还没有热力图：有人旁观的一局结束后生成。", "There is no heat map of this room yet: a round with a spectator makes one.");
// The name of the chart, and the link.
constexpr phira_texts HEAT_MAP = PHIRA_TEXTS("{} 的热力图：{}", "Heat map of {}: {}");
// The same without the address of the website.
constexpr phira_texts ON_WEBSITE = PHIRA_TEXTS("{} 的热力图在本服务器的网站上：{}", "The heat map of {} is on the website of this server: {}");

#endif
