namespace Phira.PluginService.Simulation.Players;

/// <summary>Who a simulated player is.</summary>
internal sealed record Persona(string Name, string Language, ChatLines Lines)
{
    private static readonly Persona[] Cast =
    [
        new("小雨", "zh-CN", ChatLines.Chinese),
        new("Alice", "en-US", ChatLines.English),
        new("星野汐", "zh-CN", ChatLines.Chinese),
        new("Marisol", "en-US", ChatLines.English),
        new("糖醋鲤鱼", "zh-CN", ChatLines.Chinese),
        new("Tom_42", "en-US", ChatLines.English),
        new("夜航船", "zh-CN", ChatLines.Chinese),
        new("Nora", "en-US", ChatLines.English),
    ];

    /// <summary>The player with a number; numbers beyond the cast get a numbered name.</summary>
    public static Persona Of(int number)
    {
        var persona = Cast[number % Cast.Length];
        return number < Cast.Length ? persona : persona with { Name = $"{persona.Name}{(number / Cast.Length) + 1}" };
    }
}
