// What players and administrators read.
#ifndef TEXTS_H
#define TEXTS_H

#include "phira-text.h"

static const phira_texts NOT_SENT = PHIRA_TEXTS("未发送：消息中含有本服务器不允许的词语。", "Not sent: the message contains a word that is not allowed on this server.");

#define BAD_ACTION "action: 只能是 mask 或 refuse / must be mask or refuse"
#define BAD_MASK "mask: 需要 1 到 8 个字符 / 1 to 8 characters"
#define NO_LIST "words: 需要一个列表 / must be a list"
#define NO_TEXT "words: 只能包含文本 / must contain texts only"

#endif
