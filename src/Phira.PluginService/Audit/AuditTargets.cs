namespace Phira.PluginService.Audit;

/// <summary>The objects of the actions in the audit log.</summary>
internal static class AuditTargets
{
    public const string Server = "server";
    public const string Plugins = "plugins";

    public static string Plugin(string name) => $"plugin:{name}";

    public static string User(int user) => $"user:{user}";

    public static string Room(uint room) => $"room:{room}";

    public static string Member(uint room, int user) => $"{Room(room)} {User(user)}";
}
