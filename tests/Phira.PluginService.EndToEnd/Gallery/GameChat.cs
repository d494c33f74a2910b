using Phira.PluginService.Protocol.Messages;
using Phira.PluginService.Simulation.Client;

namespace Phira.PluginService.EndToEnd.Gallery;

/// <summary>What players type in a room and read there.</summary>
internal static class GameChat
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    /// <summary>Types a line. A command is answered by a message of the system, whether it succeeds or not.</summary>
    public static async Task TypesAsync(this PhiraClient player, string line) => Assert.True((await player.ChatAsync(line, Stop)).IsSuccess);

    /// <summary>Waits for a message of the system that contains a text; those before it are skipped.</summary>
    public static async Task<string> ReadsAsync(this PhiraClient player, string text) =>
        (await player.WaitForMessageAsync<ChatMessage>(message => message.User == 0 && message.Content.Contains(text, StringComparison.Ordinal), Stop)).Content;

    /// <summary>The messages of the system that have come and that nobody has waited for.</summary>
    public static IReadOnlyList<string> HasRead(this PhiraClient player) =>
        [.. player.TakeReceived().OfType<Protocol.Server.MessageCommand>()
            .Select(frame => frame.Message).OfType<ChatMessage>().Select(message => message.Content)];
}
