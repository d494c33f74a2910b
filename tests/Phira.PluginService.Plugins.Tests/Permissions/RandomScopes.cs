using System.Collections.Immutable;
using FsCheck;
using FsCheck.Fluent;
using Phira.PluginService.Core.Ids;
using Phira.PluginService.Packaging.Security;
using Phira.PluginService.Plugins.Permissions;

namespace Phira.PluginService.Plugins.Tests.Permissions;

/// <summary>Random permissions and targets of few names, so that they often have something to do with each other.</summary>
internal static class RandomScopes
{
    private static readonly string[] RoomNames = ["a", "A", "b"];
    private static readonly uint[] UserNames = [1, 2, 3];
    private static readonly string[] HostNames = ["example.com", "*.example.com",
        "*.a.example.com", "example.com:443", "*.example.com:80", "10.0.0.1", "[::1]:80"];
    private static readonly string[] PathNames = ["data", "data/in", "data/in/deep", "/data", "/", ".", "data/../etc", "database"];
    private static readonly string[] Names = ["example.com", "EXAMPLE.com.", "x.example.com",
        "x.a.example.com", "badexample.com", "10.0.0.1", "[::1]", "[0:0::1]"];
    private static readonly int[] Ports = [80, 443];
    private static readonly string[] SpaceNames = ["titles", "playtime"];
    private static readonly uint?[] Rates = [null, null, 1, 2, 5];

    public static Gen<PermissionRequest> Request { get; } =
        from rooms in Some(RoomNames)
        from users in Some(UserNames)
        from hosts in Some(HostNames)
        from paths in Some(PathNames)
        from spaces in Some(SpaceNames)
        from write in Gen.Elements(true, false)
        from perSecond in Gen.Elements(Rates)
        from perMinute in Gen.Elements(Rates)
        from perHour in Gen.Elements(Rates)
        select new PermissionRequest("any")
        {
            Rooms = rooms,
            Users = users,
            Hosts = hosts,
            Paths = paths,
            Spaces = spaces,
            Write = write,
            PerSecond = perSecond,
            PerMinute = perMinute,
            PerHour = perHour,
        };

    public static Gen<PermissionTarget> Target { get; } =
        from room in Gen.Elements([.. RoomNames, null])
        from user in Gen.Elements<int?>(1, 2, 3, 4, null)
        from name in Gen.Elements([.. Names, null])
        from port in Gen.Elements(Ports)
        from path in Gen.Elements([.. PathNames, null])
        from space in Gen.Elements([.. SpaceNames, "other", null])
        from write in Gen.Elements(true, false)
        select new PermissionTarget
        {
            Room = room,
            User = user is { } id ? new UserId(id) : null,
            Host = name is null ? null : new HostAndPort(name, port),
            Path = path,
            Space = space,
            Write = write,
        };

    // Mostly unbounded: with six scopes hardly anything would be covered otherwise.
    private static Gen<ImmutableArray<T>?> Some<T>(T[] items) => Gen.Frequency(
        (3, Gen.Constant((ImmutableArray<T>?)null)),
        (2, Gen.SubListOf(items).Select(list => (ImmutableArray<T>?)[.. list])));
}
