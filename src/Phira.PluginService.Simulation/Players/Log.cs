using Microsoft.Extensions.Logging;
using Phira.PluginService.Protocol.Server;
using Phira.PluginService.Simulation.Client;

namespace Phira.PluginService.Simulation.Players;

internal static partial class Log
{
    [LoggerMessage(9001, LogLevel.Debug, "simulated player {Player} logged in")]
    public static partial void LoggedIn(ILogger logger, string player);

    [LoggerMessage(9002, LogLevel.Warning, "the login of simulated player {Player} was refused: {Error}")]
    public static partial void LoginRefused(ILogger logger, string player, string error);

    [LoggerMessage(9003, LogLevel.Debug, "simulated player {Player} opened room {Room}")]
    public static partial void OpenedRoom(ILogger logger, string player, string room);

    [LoggerMessage(9004, LogLevel.Debug, "simulated player {Player} joined room {Room}")]
    public static partial void JoinedRoom(ILogger logger, string player, string room);

    [LoggerMessage(9005, LogLevel.Debug, "simulated player {Player} said: {Text}")]
    public static partial void Said(ILogger logger, string player, string text);

    [LoggerMessage(9006, LogLevel.Debug, "simulated player {Player} drops the connection")]
    public static partial void Dropped(ILogger logger, string player);

    [LoggerMessage(9007, LogLevel.Debug, "{Request} of simulated player {Player} was refused: {Error}")]
    public static partial void RequestRefused(ILogger logger, string player, string request, string error);

    [LoggerMessage(9008, LogLevel.Warning, "the session of simulated player {Player} ended early: {Reason}")]
    public static partial void Stumbled(ILogger logger, string player, string reason);

    [LoggerMessage(9009, LogLevel.Warning, "the game of {Player} would have crashed: {Kind}, {Details} {Frame}")]
    public static partial void Violation(ILogger logger, string player, ViolationKind kind, string details, ServerCommand? frame);

    [LoggerMessage(9010, LogLevel.Warning, "record {Record} of simulated player {Player} was refused, so its round has to wait: {Error}")]
    public static partial void RecordRefused(ILogger logger, int record, string player, string error);
}
