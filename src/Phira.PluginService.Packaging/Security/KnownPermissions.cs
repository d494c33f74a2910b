using System.Collections.Immutable;

namespace Phira.PluginService.Packaging.Security;

/// <summary>The permissions of the platform, and the scopes by which each can be narrowed besides its rate.</summary>
internal static class KnownPermissions
{
    public const string Rooms = "rooms";
    public const string Users = "users";
    public const string Hosts = "hosts";
    public const string Paths = "paths";
    public const string Commands = "commands";
    public const string Services = "services";
    public const string Spaces = "spaces";
    public const string Variables = "variables";
    public const string Write = "write";
    public const string PerSecond = "per_second";
    public const string PerMinute = "per_minute";
    public const string PerHour = "per_hour";

    /// <summary>Scopes that every permission has.</summary>
    public static ImmutableArray<string> Rates { get; } = [PerSecond, PerMinute, PerHour];

    /// <summary>Every permission by name, with its own scopes.</summary>
    public static ImmutableSortedDictionary<string, ImmutableArray<string>> All { get; } =
        new Dictionary<string, ImmutableArray<string>>
        {
            [PermissionNames.ReadUsers] = [Users],
            [PermissionNames.KickUsers] = [Users],
            [PermissionNames.BanUsers] = [Users],
            [PermissionNames.ReadRooms] = [Rooms],
            [PermissionNames.ReadCharts] = [],
            [PermissionNames.ReadRecords] = [Users],
            [PermissionNames.ManageRooms] = [Rooms],
            [PermissionNames.SubscribeEvents] = [Rooms, Users],
            [PermissionNames.EmitEvents] = [],
            [PermissionNames.RegisterCommands] = [Commands],
            [PermissionNames.SendMessages] = [Rooms, Users],
            [PermissionNames.Broadcast] = [],
            [PermissionNames.ReadConfig] = [],
            [PermissionNames.WriteConfig] = [],
            [PermissionNames.Storage] = [],
            [PermissionNames.ReadSharedStorage] = [Spaces],
            [PermissionNames.WriteSharedStorage] = [Spaces],
            [PermissionNames.Timers] = [],
            [PermissionNames.Network] = [Hosts],
            [PermissionNames.HttpRoutes] = [Paths],
            [PermissionNames.ProvideServices] = [Services],
            [PermissionNames.CallServices] = [Services],
            [PermissionNames.Metrics] = [],
            [PermissionNames.SystemInfo] = [],
            [PermissionNames.Subprocess] = [Commands],
            [PermissionNames.Filesystem] = [Paths, Write],
            [PermissionNames.Environment] = [Variables],
        }.ToImmutableSortedDictionary(StringComparer.Ordinal);
}
