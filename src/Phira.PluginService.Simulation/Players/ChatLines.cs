namespace Phira.PluginService.Simulation.Players;

/// <summary>What players say, by occasion.</summary>
internal sealed record ChatLines(string[] Greetings, string[] SmallTalk, string[] Suggestions, string[] Praise, string[] Regrets, string[] Farewells)
{
    public static ChatLines Chinese { get; } = new(
        ["大家好！", "来啦来啦", "晚上好~", "有人一起打吗？"],
        ["这首歌真好听", "等我喝口水", "今天手感不错", "刚才那段交互太难了", "谁有推荐的谱面？", "哈哈哈"],
        ["来一局这个吧", "试试这首？", "这首不难，放心"],
        ["打得不错！", "全连了！", "GG，下一把", "终于过了"],
        ["手滑了……", "断在最后了", "下次一定", "网卡了，先退"],
        ["先走啦，拜拜", "下次再玩~", "吃饭去了"]);

    public static ChatLines English { get; } = new(
        ["Hi everyone!", "Hello o/", "Room for one more?", "Good evening"],
        ["I love this song", "One second, getting water", "My hands are cold today", "That hold pattern is evil", "Any chart tips?", "lol"],
        ["Let's try this one", "How about this?", "This one is easy, promise"],
        ["Nice run!", "Full combo!", "GG, next one", "Finally cleared it"],
        ["My finger slipped...", "Choked at the end", "Next time for sure", "Lag, sorry"],
        ["Gotta go, bye", "See you next time", "Dinner time, bye"]);
}
