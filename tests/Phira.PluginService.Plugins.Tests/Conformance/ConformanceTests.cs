using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Phira.PluginService.Plugins.Tests.Hosting;

namespace Phira.PluginService.Plugins.Tests.Conformance;

/// <summary>Every guest language calls every function of the host, with one list of calls, and is answered the same.</summary>
public sealed class ConformanceTests
{
    private const string CommandsPermission = "register_commands";

    private static readonly JsonSerializerOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    // What no argument can be wrong about.
    private static readonly string[] CannotFail =
    [
        "clock.monotonic-now", "clock.now", "configuration.all", "configuration.save-config", "events.unsubscribe-event", "log.write",
        "rooms.create-room", "rooms.get-room-count", "rooms.list-rooms", "services.list", "shared-storage.list", "storage.list", "system.get-system-info",
        "timers.set-timer", "users.get-online-user-count", "users.is-banned", "users.list-bans", "users.list-online-users",
    ];

    public static TheoryData<string> Languages => [.. ConformanceGuest.Languages];

    [Theory]
    [MemberData(nameof(Languages))]
    public async Task Each_call_is_answered_as_the_list_says_and_as_the_other_languages_hear_it(string language)
    {
        await using var guest = await ConformanceGuest.StartAsync(language);
        await using var reference = await ConformanceGuest.StartAsync(ConformanceGuest.Languages[0]);
        var wrong = new List<string>();

        foreach (var call in ConformanceCall.All)
        {
            var answer = await guest.CallAsync(call);
            var said = await reference.CallAsync(call);
            if (!IsExpected(call, answer) || !(call.HasAnyAnswer || JsonNode.DeepEquals(answer, said)))
            {
                wrong.Add($"{call}: {answer.ToJsonString(Readable)}, in the other language {said.ToJsonString(Readable)}");
            }
        }

        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
        Assert.Equal(reference.Host.Game.Asked, guest.Host.Game.Asked);
        Assert.Equal(0, guest.Host.Plugin("conformance").Usage.Traps);
    }

    [Theory]
    [MemberData(nameof(Languages))]
    public async Task Without_its_permission_each_call_is_denied_by_the_name_of_the_permission(string language)
    {
        await using var guest = await ConformanceGuest.StartAsync(language);

        // Without this one there would be no command by which the guest is told to make a call.
        Assert.True((await guest.Host.GrantAsync("conformance", CommandsPermission)).IsSuccess);

        foreach (var call in ConformanceCall.All.Where(call => call.Permission is not (null or CommandsPermission)))
        {
            var answer = await guest.CallAsync(call);
            Assert.True(answer["err"]?["permission-denied"] is not null, $"{call}: {answer.ToJsonString(Readable)}");
            Assert.StartsWith(call.Permission!, (string)answer["err"]!["permission-denied"]!, StringComparison.Ordinal);
        }

        Assert.Empty(guest.Host.Game.Asked);
    }

    [Theory]
    [MemberData(nameof(Languages))]
    public async Task Without_the_permission_for_commands_a_guest_hears_so_when_it_registers_one(string language)
    {
        await using var guest = await ConformanceGuest.StartAsync(language, without: CommandsPermission);

        Assert.Contains(
            guest.Host.PluginLog.Read(Core.Ids.PluginName.Parse("conformance"), 100),
            line => line.Message.Contains($"permission-denied: {CommandsPermission}: The manifest does not ask", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_list_calls_every_function_well_and_badly()
    {
        await using var host = new PluginHost();
        var functions = host.Interfaces.All.SelectMany(definition => definition.Functions.Select(function => $"{definition.Name}.{function.Name}"))
            .ToArray();

        Assert.Empty(functions.Except(ConformanceCall.All.Where(call => call.Error is null).Select(call => call.Function)));
        Assert.Empty(functions.Except(ConformanceCall.All.Where(call => call.Error is not null).Select(call => call.Function)).Except(CannotFail));
    }

    [Fact]
    public void The_languages_that_need_Node_only_are_always_compared() => Assert.Contains("echo", ConformanceGuest.Languages);

    private static bool IsExpected(ConformanceCall call, JsonNode answer)
    {
        return call.Error is { } error
            ? answer["err"]?[error] is not null
            : answer.AsObject().ContainsKey("ok") && (call.HasAnyAnswer || JsonNode.DeepEquals(answer, ConformanceGuest.Expected(call)));
    }
}
