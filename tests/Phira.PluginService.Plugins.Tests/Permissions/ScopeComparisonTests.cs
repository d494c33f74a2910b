using FsCheck;
using FsCheck.Fluent;
using Microsoft.Extensions.Time.Testing;
using Phira.PluginService.Packaging.Security;
using Phira.PluginService.Plugins.Permissions;

namespace Phira.PluginService.Plugins.Tests.Permissions;

public sealed class ScopeComparisonTests
{
    private static readonly Config Many = Config.QuickThrowOnFailure.WithMaxTest(3000);

    [Fact]
    public void What_is_effective_reaches_exactly_what_is_both_asked_for_and_granted() => Check(
        from asked in RandomScopes.Request
        from granted in RandomScopes.Request
        from target in RandomScopes.Target
        select (asked, granted, target),
        example =>
        {
            var effective = PermissionScopes.Meet(example.asked, example.granted);
            return Reaches(effective, example.target) == (Reaches(example.asked, example.target) && Reaches(example.granted, example.target));
        });

    [Fact]
    public void A_grant_that_covers_a_request_reaches_all_that_the_request_reaches() => Check(
        from asked in RandomScopes.Request
        from granted in RandomScopes.Request
        from target in RandomScopes.Target
        select (asked, granted, target),
        example => !PermissionScopes.Covers(example.granted, example.asked)
            || !Reaches(example.asked, example.target)
            || Reaches(example.granted, example.target));

    [Fact]
    public void Comparing_is_reflexive_and_transitive() => Check(
        from one in RandomScopes.Request
        from two in RandomScopes.Request
        from three in RandomScopes.Request
        select (one, two, three),
        example => (PermissionScopes.Covers(example.one, example.one) || HasNonsensePath(example.one))
            && (!PermissionScopes.Covers(example.one, example.two)
                || !PermissionScopes.Covers(example.two, example.three)
                || PermissionScopes.Covers(example.one, example.three)));

    [Fact]
    public void What_two_permissions_have_in_common_is_covered_by_both() => Check(
        from one in RandomScopes.Request
        from two in RandomScopes.Request
        select (one, two),
        example =>
        {
            var common = PermissionScopes.Meet(example.one, example.two);
            return HasNonsensePath(common) || (PermissionScopes.Covers(example.one, common) && PermissionScopes.Covers(example.two, common));
        });

    [Fact]
    public void Rates_that_cover_others_let_through_whatever_the_others_let_through() => Check(
        from asked in RandomScopes.Request
        from granted in RandomScopes.Request
        from pauses in Gen.ListOf(Gen.Elements(0, 1, 300, 1000, 20_000, 60_000, 600_000), 40)
        select (asked, granted, pauses),
        example =>
        {
            var (asked, granted) = (Rates(example.asked), Rates(example.granted));
            if (!PermissionScopes.Covers(granted, asked))
            {
                return true;
            }

            var time = new FakeTimeProvider();
            var (own, other) = (new PermissionRate(time), new PermissionRate(time));
            foreach (var pause in example.pauses)
            {
                time.Advance(TimeSpan.FromMilliseconds(pause));
                if (own.Take(asked) is null && other.Take(granted) is not null)
                {
                    return false;
                }
            }

            return true;
        });

    [Fact]
    public void Scopes_come_back_from_their_json_as_they_were() => Check(
        from users in Gen.SubListOf(3u, 1u, 2u)
        from rooms in Gen.SubListOf("房间", "a\"b", "")
        from rate in Gen.Elements<uint?>(null, 1, 1_000_000)
        from minute in Gen.Elements<uint?>(null, 7)
        select new PermissionRequest("subscribe_events") { Users = [.. users], Rooms = [.. rooms], PerHour = rate, PerMinute = minute },
        request =>
        {
            var json = ScopesJson.Write(request);
            var read = ScopesJson.Read(request.Name, json);
            return read.IsSuccess
                && ScopesJson.Write(read.Value) == json
                && PermissionScopes.Covers(read.Value, request)
                && PermissionScopes.Covers(request, read.Value);
        });

    [Theory]
    [InlineData("{}", "{}", true)]
    [InlineData("{}", """{"users": [1]}""", true)]
    [InlineData("""{"users": [1]}""", "{}", false)]
    [InlineData("""{"users": [1, 2]}""", """{"users": [2]}""", true)]
    [InlineData("""{"users": [2]}""", """{"users": [1, 2]}""", false)]
    [InlineData("""{"users": []}""", """{"users": []}""", true)]
    [InlineData("""{"per_minute": 5}""", "{}", false)]
    [InlineData("""{"per_minute": 5}""", """{"per_minute": 5}""", true)]
    [InlineData("""{"per_minute": 5}""", """{"per_minute": 6}""", false)]
    [InlineData("""{"per_minute": 60}""", """{"per_second": 1}""", true)]
    [InlineData("""{"per_minute": 59}""", """{"per_second": 1}""", false)]
    [InlineData("""{"per_second": 5}""", """{"per_hour": 5}""", true)]
    [InlineData("""{"per_hour": 60, "users": [1]}""", """{"per_minute": 1, "users": [1]}""", true)]
    public void A_request_is_within_a_grant_when_no_scope_goes_further(string granted, string asked, bool within) => Assert.Equal(
        within,
        PermissionScopes.Covers(ScopesJson.Read("kick_users", granted).Value!, ScopesJson.Read("kick_users", asked).Value!));

    [Theory]
    [InlineData("kick_users", "[]", "permission.not_json")]
    [InlineData("kick_users", "{", "permission.not_json")]
    [InlineData("kick_users", """{"per_hour": 1, "per_hour": 2}""", "permission.not_json")]
    [InlineData("kick_users", """{"rooms": ["a"]}""", "permission.unknown_scope")]
    [InlineData("kick_users", """{"users": ["a"]}""", "permission.bad_scope")]
    [InlineData("kick_users", """{"users": [-1]}""", "permission.bad_scope")]
    [InlineData("kick_users", """{"users": null}""", "permission.bad_scope")]
    [InlineData("kick_users", """{"per_hour": 0}""", "permission.bad_scope")]
    [InlineData("kick_users", """{"per_hour": 1000001}""", "permission.bad_scope")]
    [InlineData("kick_users", """{"per_hour": 1.5}""", "permission.bad_scope")]
    [InlineData("network", """{"hosts": ["a b"]}""", "permission.bad_scope")]
    [InlineData("filesystem", """{"write": 1}""", "permission.bad_scope")]
    public void Scopes_that_mean_nothing_are_refused(string permission, string json, string code) =>
        Assert.Equal(code, ScopesJson.Read(permission, json).Error?.Code.Value);

    private static bool Reaches(PermissionRequest permission, PermissionTarget target) => PermissionScopes.Outside(permission, target) is null;

    private static bool HasNonsensePath(PermissionRequest request) =>
        request.Paths is { } paths && paths.Any(path => path.Contains("..", StringComparison.Ordinal));

    private static PermissionRequest Rates(PermissionRequest request) => request with
    {
        Rooms = null,
        Users = null,
        Hosts = null,
        Paths = null,
        Write = false,
    };

    [Fact]
    public void What_a_permission_does_not_reach_is_told_in_words()
    {
        var nothing = new PermissionRequest(PermissionNames.Storage)
        {
            Rooms = [],
            Users = [],
            Hosts = [],
            Paths = [],
            Commands = [],
            Services = [],
            Variables = [],
        };

        Assert.Equal("room a", PermissionScopes.Outside(nothing, new PermissionTarget { Room = "a" }));
        Assert.Equal("user 7", PermissionScopes.Outside(nothing, new PermissionTarget { User = new(7) }));
        Assert.Equal("path data", PermissionScopes.Outside(nothing, new PermissionTarget { Path = "data" }));
        Assert.Equal("command roll", PermissionScopes.Outside(nothing, new PermissionTarget { Command = "roll" }));
        Assert.Equal("service a/b", PermissionScopes.Outside(nothing, new PermissionTarget { Service = "a/b" }));
        Assert.Equal("variable HOME", PermissionScopes.Outside(nothing, new PermissionTarget { Variable = "HOME" }));
        Assert.Equal("writing", PermissionScopes.Outside(nothing, new PermissionTarget { Write = true }));
        Assert.Null(PermissionScopes.Outside(nothing, new PermissionTarget()));
        Assert.Null(PermissionScopes.Outside(nothing with { Write = true }, new PermissionTarget { Write = true }));
        Assert.Null(PermissionScopes.Outside(nothing with { Services = ["x", "a/b"] }, new PermissionTarget { Service = "a/b" }));
    }

    private static void Check<T>(Gen<T> examples, Func<T, bool> holds) => FsCheck.Check.One(Many, Prop.ForAll(examples.ToArbitrary(), holds));
}
