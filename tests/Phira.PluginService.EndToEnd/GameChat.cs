using Phira.PluginService.Core.Localization;
using Phira.PluginService.Protocol.Messages;
using Phira.PluginService.Simulation.Client;
using Phira.PluginService.Testing;

namespace Phira.PluginService.EndToEnd;

/// <summary>Types lines in a room as a player does, and reads the answers.</summary>
internal static class GameChat
{
    private static readonly string[] StillRunning = PassingRefusals.InEveryLanguage(LocalizedText.Of("game.command_running"));

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    /// <summary>Types a line. A command is answered by a message of the system, whether it succeeds or not.</summary>
    public static async Task TypesAsync(this PhiraClient player, string line) => Assert.Null((await player.ChatAsync(line, Stop)).Error);

    /// <summary>Types a command and reads its answer.</summary>
    public static async Task<string> AsksAsync(this PhiraClient player, string command)
    {
        await player.TypesAsync(command);
        return (await player.WaitForMessageAsync<ChatMessage>(message => message.User == 0 && !IsStillRunning(message.Content), Stop)).Content;
    }

    /// <summary>Types a command again and again until its answer contains a text: a command overtakes the events that wait for its plugin.</summary>
    public static Task AsksUntilAsync(this PhiraClient player, string command, string text) => Eventually.IsTrueAsync(
        async () => (await player.AsksAsync(command)).Contains(text, StringComparison.Ordinal), $"{command} is answered with {text}");

    /// <summary>Waits for a message of the system that contains a text; those before it are skipped.</summary>
    public static async Task<string> ReadsAsync(this PhiraClient player, string text) => (await player.WaitForMessageAsync<ChatMessage>(
        message => message.User == 0 && message.Content.Contains(text, StringComparison.Ordinal), Stop)).Content;

    /// <summary>Whether a message only says that a command takes its time, as it may on a slow machine.</summary>
    public static bool IsStillRunning(string text) => StillRunning.Contains(text);

    /// <summary>The messages of the system that have come and that nobody has waited for.</summary>
    public static IReadOnlyList<string> HasRead(this PhiraClient player) =>
    [
        .. player.TakeReceived().OfType<Protocol.Server.MessageCommand>().Select(frame => frame.Message).OfType<ChatMessage>()
            .Select(message => message.Content),
    ];
}
