using System.Collections.Immutable;

namespace Phira.PluginService.Plugins.Security;

/// <summary>The permissions of the platform, and the scopes by which each can be narrowed besides its rate.</summary>
internal static class KnownPermissions
{
    public const string Rooms = "rooms";
    public const string Users = "users";
    public const string Hosts = "hosts";
    public const string Paths = "paths";
    public const string Commands = "commands";
    public const string Services = "services";
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
            ["read_users"] = [Users],
            ["kick_users"] = [Users],
            ["ban_users"] = [Users],
            ["read_rooms"] = [Rooms],
            ["manage_rooms"] = [Rooms],
            ["subscribe_events"] = [Rooms, Users],
            ["emit_events"] = [],
            ["register_commands"] = [Commands],
            ["send_messages"] = [Rooms, Users],
            ["broadcast"] = [],
            ["read_config"] = [],
            ["write_config"] = [],
            ["storage"] = [],
            ["timers"] = [],
            ["network"] = [Hosts],
            ["http_routes"] = [Paths],
            ["provide_services"] = [Services],
            ["call_services"] = [Services],
            ["metrics"] = [],
            ["system_info"] = [],
            ["subprocess"] = [Commands],
            ["filesystem"] = [Paths, Write],
            ["environment"] = [Variables],
        }.ToImmutableSortedDictionary(StringComparer.Ordinal);
}
