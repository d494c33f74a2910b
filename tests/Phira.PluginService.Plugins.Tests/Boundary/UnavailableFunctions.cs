using System.Text.Json;
using Phira.PluginService.Plugins.Interfaces;
using Phira.PluginService.Plugins.Tests.Hosting;
using Phira.PluginService.Testing;

namespace Phira.PluginService.Plugins.Tests.Boundary;

public sealed class UnavailableFunctions
{
    /// <summary>What this version does not offer yet, with arguments. The list may only shrink.</summary>
    private static readonly Dictionary<string, string> Pinned = new()
    {
        ["users.ban-user-by-id"] = """[5, "reason", null]""",
        ["users.unban-user"] = "[5]",
        ["users.is-banned"] = "[5]",
        ["users.list-bans"] = "[]",
        ["rooms.create-room"] = "[8]",
        ["rooms.disband-room"] = "[7]",
        ["rooms.get-room-info"] = "[7]",
        ["rooms.set-room-lock"] = "[7, true]",
        ["rooms.find-room"] = """["room-1"]""",
        ["rooms.list-rooms"] = "[]",
        ["rooms.kick-from-room"] = """[7, 42, "reason"]""",
        ["rooms.transfer-host"] = "[7, 42]",
        ["rooms.set-room-cycle"] = "[7, false]",
        ["rooms.set-room-chart"] = "[7, 9]",
        ["rooms.start-game"] = "[7]",
        ["rooms.cancel-game"] = "[7]",
        ["http-routes.register-route"] = """["GET", "/x/{id}", "public"]""",
        ["http-routes.unregister-route"] = """["GET", "/x/{id}"]""",
        ["services.provide"] = """["add", null]""",
        ["services.withdraw"] = """["add"]""",
        ["services.call"] = """["math", "add", "[1,2]"]""",
        ["services.list"] = "[]",
        ["metrics.counter-add"] = """["c", 1.5, [{"key": "a", "value": "b"}]]""",
        ["metrics.gauge-set"] = """["g", -2, []]""",
        ["metrics.histogram-record"] = """["h", 0.25, []]""",
    };

    [Fact]
    public async Task The_list_that_administrators_see_is_this_one()
    {
        await using var host = new PluginHost();

        Assert.Equal(Pinned.Keys.Order(StringComparer.Ordinal), host.Manager.UnavailableHostFunctions.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Each_of_them_answers_unavailable_and_names_itself()
    {
        await using var host = await new PluginHost().WithEcho().StartAsync();
        var echo = new Echo(host);

        foreach (var (function, arguments) in Pinned)
        {
            var answer = await echo.ReadAsync($"call {function} {arguments}");

            Json.Same(
                $$$"""{"err": {"unavailable": {{{JsonSerializer.Serialize($"{function} is not offered by this version of the host")}}}}}""",
                answer);
        }

        Assert.Equal(0, host.Plugin("echo").Usage.Traps);
    }

    [Fact]
    public void Every_function_of_the_wit_files_is_there_and_no_other()
    {
        var functions = Lines("worlds").Where(line => line.StartsWith("import ", StringComparison.Ordinal))
            .Select(line => line["import ".Length..^1])
            .SelectMany(name => Lines(name)
                .Where(line => line.Contains(": func(", StringComparison.Ordinal))
                .Select(line => $"{name}.{line[..line.IndexOf(':', StringComparison.Ordinal)].TrimStart('%')}"));

        Assert.Equal(
            functions.Order(StringComparer.Ordinal),
            HostInterfaces.All.SelectMany(definition => definition.Functions.Select(function => $"{definition.Name}.{function.Name}"))
                .Order(StringComparer.Ordinal));
    }

    private static IEnumerable<string> Lines(string file) =>
        File.ReadLines(RepositoryFiles.PathOf("wit", $"{file}.wit")).Select(line => line.Trim());
}
