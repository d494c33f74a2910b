using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Phira.PluginService.Core.Commands;
using Phira.PluginService.Core.Localization;
using Phira.PluginService.Core.Results;
using Phira.PluginService.Core.Users;
using Phira.PluginService.GameServer.Configuration;
using Phira.PluginService.GameServer.Lifetime;
using Phira.PluginService.GameServer.Rooms;
using Phira.PluginService.GameServer.Text;

namespace Phira.PluginService.GameServer.Sessions;

/// <summary>
/// Runs chat commands. The game waits seven seconds for the reply to its chat, and a plugin may take longer: so the reply
/// comes within a budget of its own, and the command's text follows when it is there.
/// </summary>
internal sealed partial class ChatCommandRunner(
    ICommandRegistry commands, RoomDirectory rooms, BackgroundTasks background,
    IOptions<GameServerOptions> options, TimeProvider timeProvider, ILogger<ChatCommandRunner> logger)
{
    private readonly HashSet<int> _admins = [.. options.Value.Admins ?? []];

    public async Task RunAsync(Session session, string line, RequestReply reply, CancellationToken cancellationToken)
    {
        if (!session.TryBeginCommand())
        {
            reply.Refuse(GameTexts.TooFast);
            return;
        }

        var running = RunToEndAsync(session, line, cancellationToken);
        background.Run("chat command", () => running);
        await Task.WhenAny(running, Task.Delay(TimeSpan.FromMilliseconds(options.Value.CommandReplyBudgetMs), timeProvider, cancellationToken));
        if (!running.IsCompleted && !cancellationToken.IsCancellationRequested)
        {
            session.Say(GameTexts.CommandRunning.In(session.User!.Language));
        }

        reply.Succeed();
    }

    /// <summary>Runs a command to its end. Never fails: the player is told the outcome.</summary>
    private async Task RunToEndAsync(Session session, string line, CancellationToken cancellationToken)
    {
        var language = session.User!.Language;
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(options.Value.CommandTimeoutSecs), timeProvider);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellationToken);
        try
        {
            var space = line.IndexOf(' ', StringComparison.Ordinal);
            var (name, arguments) = space < 0 ? (line, "") : (line[..space], line[space..].Trim());
            var answer = await commands.InvokeAsync(name, arguments, CallerOf(session), both.Token).WaitAsync(both.Token);
            session.Say(answer.IsSuccess ? answer.Value : Describe(answer.Error, language));
        }
        catch (OperationCanceledException)
        {
            session.Say(GameTexts.CommandTimedOut.In(language));
        }
        catch (Exception exception)
        {
            Log.Fault(logger, exception);
            session.Say(GameTexts.CommandFailed.In(language));
        }
        finally
        {
            session.EndCommand();
        }
    }

    private static string Describe(Error error, Language language) => error.Message(language.Complete);

    private CommandCaller CallerOf(Session session)
    {
        var user = session.User!.Snapshot;
        return new CommandCaller(user.Name, LevelOf(user), user.Id, user.Room) { Language = LanguageSet.Embedded.Nearest(user.Language) };
    }

    private CommandLevel LevelOf(UserSnapshot user)
    {
        if (_admins.Contains(user.Id.Value))
        {
            return CommandLevel.Admin;
        }

        var isHost = rooms.Find(user)?.Snapshot.Host == user.Id;
        return isHost ? CommandLevel.RoomHost : CommandLevel.Player;
    }

    private static partial class Log
    {
        [LoggerMessage(2060, LogLevel.Error, "A chat command failed")]
        public static partial void Fault(ILogger logger, Exception exception);
    }
}
