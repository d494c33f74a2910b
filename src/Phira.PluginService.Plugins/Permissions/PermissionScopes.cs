using System.Collections.Immutable;
using System.Globalization;
using Phira.PluginService.Packaging.Security;

namespace Phira.PluginService.Plugins.Permissions;

/// <summary>Compares how far permissions reach. A scope that is null does not narrow, an empty one reaches nothing.</summary>
internal static class PermissionScopes
{
    /// <summary>Returns the common part of two sets of permissions.</summary>
    public static ImmutableSortedDictionary<string, PermissionRequest> Meet(
        ImmutableSortedDictionary<string, PermissionRequest> requested, ImmutableSortedDictionary<string, PermissionRequest> granted) =>
        requested.Where(request => granted.ContainsKey(request.Key))
            .ToImmutableSortedDictionary(request => request.Key, request => Meet(request.Value, granted[request.Key]), StringComparer.Ordinal);

    /// <summary>Returns the common part of two forms of one permission.</summary>
    public static PermissionRequest Meet(PermissionRequest one, PermissionRequest other) => one with
    {
        Rooms = Meet(one.Rooms, other.Rooms, SameText),
        Users = Meet(one.Users, other.Users, SameNumber),
        Hosts = Meet(one.Hosts, other.Hosts, NetworkHost.Meet),
        Paths = Meet(one.Paths, other.Paths, ScopePath.Meet),
        Commands = Meet(one.Commands, other.Commands, SameText),
        Services = Meet(one.Services, other.Services, ScopePath.Meet),
        Spaces = Meet(one.Spaces, other.Spaces, SameText),
        Variables = Meet(one.Variables, other.Variables, SameText),
        Write = one.Write && other.Write,
        PerSecond = Lower(one.PerSecond, other.PerSecond),
        PerMinute = Lower(one.PerMinute, other.PerMinute),
        PerHour = Lower(one.PerHour, other.PerHour),
    };

    /// <summary>Whether a permission goes at least as far as another form of it: it lets through all that the other lets through.</summary>
    /// <param name="outer">The one that may go further.</param>
    public static bool Covers(PermissionRequest outer, PermissionRequest inner) =>
        Covers(outer.Rooms, inner.Rooms, string.Equals)
        && Covers(outer.Users, inner.Users, static (one, other) => one == other)
        && Covers(outer.Hosts, inner.Hosts, NetworkHost.Covers)
        && Covers(outer.Paths, inner.Paths, ScopePath.Covers)
        && Covers(outer.Commands, inner.Commands, string.Equals)
        && Covers(outer.Services, inner.Services, ScopePath.Covers)
        && Covers(outer.Spaces, inner.Spaces, string.Equals)
        && Covers(outer.Variables, inner.Variables, string.Equals)
        && (outer.Write || !inner.Write)
        && CoversRates(outer, inner);

    /// <summary>Finds out whether a permission reaches a target.</summary>
    /// <returns>Null when it does, or else the first part of the target that it does not reach, in words.</returns>
    public static string? Outside(PermissionRequest granted, PermissionTarget target)
    {
        if (target.Room is { } room && granted.Rooms is { } rooms && !rooms.Contains(room))
        {
            return $"room {room}";
        }

        if (target.User is { } user && granted.Users is { } users && !users.Contains((uint)user.Value))
        {
            return string.Create(CultureInfo.InvariantCulture, $"user {user.Value}");
        }

        if (target.Host is { } host && granted.Hosts is { } hosts && !hosts.Any(pattern => NetworkHost.Matches(pattern, host)))
        {
            return $"host {host}";
        }

        if (target.Path is { } path && granted.Paths is { } paths && !paths.Any(outer => ScopePath.Covers(outer, path)))
        {
            return $"path {path}";
        }

        if (target.Command is { } command && granted.Commands is { } commands && !commands.Contains(command))
        {
            return $"command {command}";
        }

        if (target.Service is { } service && granted.Services is { } services && !services.Any(outer => ScopePath.Covers(outer, service)))
        {
            return $"service {service}";
        }

        if (target.Variable is { } variable && granted.Variables is { } variables && !variables.Contains(variable))
        {
            return $"variable {variable}";
        }

        if (target.Space is { } space && granted.Spaces is { } spaces && !spaces.Contains(space))
        {
            return $"space {space}";
        }

        return target.Write && !granted.Write ? "writing" : null;
    }

    private static ImmutableArray<T>? Meet<T>(ImmutableArray<T>? one, ImmutableArray<T>? other, Func<T, T, (bool Found, T Value)> meet)
    {
        if (one is not { } first || other is not { } second)
        {
            return one ?? other;
        }

        return
        [
            .. first.SelectMany(a => second.Select(b => meet(a, b)))
                .Where(common => common.Found)
                .Select(common => common.Value)
                .Distinct()
                .Order(),
        ];
    }

    private static bool Covers<T>(ImmutableArray<T>? outer, ImmutableArray<T>? inner, Func<T, T, bool> covers) =>
        outer is not { } wide || (inner is { } narrow && narrow.All(item => wide.Any(other => covers(other, item))));

    // What slides along at most so often in a second happens at most sixty times as often in a minute.
    private static bool CoversRates(PermissionRequest outer, PermissionRequest inner)
    {
        var second = inner.PerSecond ?? ulong.MaxValue / 3600;
        var minute = inner.PerMinute ?? ulong.MaxValue / 60;
        var hour = inner.PerHour ?? ulong.MaxValue;
        return Math.Min(second, Math.Min(minute, hour)) <= (outer.PerSecond ?? ulong.MaxValue)
            && Math.Min(second * 60, Math.Min(minute, hour)) <= (outer.PerMinute ?? ulong.MaxValue)
            && Math.Min(second * 3600, Math.Min(minute * 60, hour)) <= (outer.PerHour ?? ulong.MaxValue);
    }

    private static (bool Found, string Value) SameText(string one, string other) => (one == other, one);

    private static (bool Found, uint Value) SameNumber(uint one, uint other) => (one == other, one);

    private static uint? Lower(uint? one, uint? other) => one is null || other < one ? other : one;
}
