using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Phira.PluginService.Core.Commands;

namespace Phira.PluginService.Plugins.Tests.Hosting;

/// <summary>Talks to the guest that shows what it receives and calls what it is told to.</summary>
internal sealed class Echo(PluginHost host, string plugin = "echo")
{
    private static readonly JsonSerializerOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>A configuration that subscribes to events, as a line of <c>[config]</c>.</summary>
    public static string Subscribing(params string[] types) =>
        $"\n[config]\nsubscribe = [{string.Join(", ", types.Select(type => type.StartsWith('{') ? type : $"\"{type}\""))}]\n";

    /// <summary>The argument of <c>http-client.send</c>.</summary>
    public static object Request(string method, string url, object? headers = null, object? body = null, int? timeoutMs = null) =>
        new Dictionary<string, object?>
        {
            ["method"] = method,
            ["url"] = url,
            ["headers"] = headers ?? Array.Empty<object>(),
            ["body"] = body ?? new { empty = (object?)null },
            ["timeout-ms"] = timeoutMs,
        };

    /// <summary>Sends a command and expects an answer.</summary>
    public async Task<string> AskAsync(string arguments, CommandCaller? caller = null)
    {
        var answer = await host.CommandAsync($"{plugin}:echo", arguments, caller);
        Assert.True(answer.IsSuccess, answer.Error?.Describe());
        return answer.Value;
    }

    /// <summary>Sends a command and expects JSON.</summary>
    public async Task<JsonNode> ReadAsync(string arguments) => JsonNode.Parse(await AskAsync(arguments))!;

    /// <summary>Calls a host function. The answer is <c>{"ok": ...}</c> or <c>{"err": {"case": "text"}}</c>.</summary>
    public Task<JsonNode> CallAsync(string function, params object?[] arguments) =>
        ReadAsync($"call {function} {JsonSerializer.Serialize(arguments, Plain)}");

    /// <summary>Calls a host function that must succeed, and returns its value.</summary>
    public async Task<JsonNode?> OkAsync(string function, params object?[] arguments)
    {
        var answer = (await CallAsync(function, arguments)).AsObject();
        Assert.True(answer.ContainsKey("ok"), $"{function}: {answer.ToJsonString(Plain)}");
        return answer["ok"];
    }

    /// <summary>Calls a host function that must fail, and returns the case and the text of the error.</summary>
    public async Task<(string Case, string Text)> ErrorAsync(string function, params object?[] arguments)
    {
        var answer = await CallAsync(function, arguments);
        Assert.True(answer["err"] is JsonObject { Count: 1 }, $"{function}: {answer.ToJsonString(Plain)}");
        var (name, text) = answer["err"]!.AsObject().Single();
        return (name, text!.GetValue<string>());
    }

    /// <summary>Waits until so many events of one sort have arrived, and returns them, oldest first.</summary>
    public async Task<IReadOnlyList<JsonNode>> EventsAsync(string kind, int count = 1)
    {
        using var timeout = new CancellationTokenSource(PluginHost.Patience);
        while (true)
        {
            timeout.Token.ThrowIfCancellationRequested();
            var events = (await ReadAsync("events")).AsArray().Where(item => item!["payload"]!.AsObject().ContainsKey(kind)).ToArray();
            if (events.Length >= count)
            {
                return events!;
            }
        }
    }

    /// <summary>Waits for one event and returns what it carries.</summary>
    public async Task<JsonNode?> PayloadAsync(string kind) => (await EventsAsync(kind))[^1]["payload"]![kind];

    /// <summary>The data of the custom events that have arrived, oldest first, once there are so many.</summary>
    public async Task<string[]> CustomDataAsync(int count) =>
        [.. (await EventsAsync("custom", count)).Select(item => item["payload"]!["custom"]!["data"]!.GetValue<string>())];
}
