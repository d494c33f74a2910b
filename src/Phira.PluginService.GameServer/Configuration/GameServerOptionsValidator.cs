using System.Net;
using Microsoft.Extensions.Options;
using Phira.PluginService.Core.Localization;
using Phira.PluginService.Core.Settings;
using Phira.PluginService.Protocol.Limits;

namespace Phira.PluginService.GameServer.Configuration;

/// <summary>Reports every problem of the section at once.</summary>
internal sealed class GameServerOptionsValidator : IValidateOptions<GameServerOptions>
{
    private const int Million = 1_000_000;

    public ValidateOptionsResult Validate(string? name, GameServerOptions options)
    {
        var problems = new SettingProblems("game");
        problems.RequireRange(options.Port, 0, 65_535, "port");
        problems.Require(
            options.ListenAddress.Length == 0 || IPAddress.TryParse(options.ListenAddress, out _),
            "listen_address", LocalizedText.Of("setting.rule.listen_address"));
        problems.Require(
            options.TrustedProxies.All(text => NetworkText.TryParse(text, out _)),
            "trusted_proxies",
            LocalizedText.Of("setting.rule.networks"));
        problems.RequireRange(options.HandshakeTimeoutSecs, 1, 60, "handshake_timeout_secs");
        problems.RequireRange(options.SilenceTimeoutSecs, 1, 300, "silence_timeout_secs");
        problems.RequireRange(options.ReconnectGraceSecs, 0, 3_600, "reconnect_grace_secs");
        problems.RequireRange(options.PlayingReconnectGraceSecs, 0, 3_600, "playing_reconnect_grace_secs");
        problems.RequireRange(options.MinReplyDelayMs, 0, 1_000, "min_reply_delay_ms");
        problems.RequireRange(options.RoomCopyDelayMs, 0, 1_000, "room_copy_delay_ms");
        problems.RequireRange(options.ChartShownMs, 0, 2_000, "chart_shown_ms");
        problems.RequireRange(options.ChartShownAfterLoginMs, 0, 2_000, "chart_shown_after_login_ms");
        problems.RequireRange(options.CommandReplyBudgetMs, 1, 5_000, "command_reply_budget_ms");
        problems.RequireRange(options.CommandTimeoutSecs, 1, 300, "command_timeout_secs");
        problems.RequireRange(options.RoundTimeoutSecs, 0, 3_600, "round_timeout_secs");
        problems.RequireRange(options.ShutdownRoundSecs, 0, 3_600, "shutdown_round_secs");
        problems.RequireRange(options.FarewellMs, 0, 60_000, "farewell_ms");
        CheckTraffic(options.Limits, problems);
        CheckRooms(options.Limits, problems);
        return problems.Failures.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(problems.Failures);
    }

    private static void CheckTraffic(GameLimits limits, SettingProblems problems)
    {
        problems.RequireRange(limits.MaxConnections, 1, Million, "limits.max_connections");
        problems.RequireRange(limits.MaxConnectionsPerAddress, 1, Million, "limits.max_connections_per_address");
        problems.RequireRange(limits.MaxUnauthenticated, 1, Million, "limits.max_unauthenticated");
        problems.RequireRange(limits.MaxUnauthenticatedPerAddress, 1, Million, "limits.max_unauthenticated_per_address");
        problems.RequireRange(limits.LoginsPerSec, 0.1, 10_000, "limits.logins_per_sec");
        problems.RequireRange(limits.LoginBurst, 1, 100_000, "limits.login_burst");
        problems.RequireRange(limits.MaxLoginFrameBytes, 34, ProtocolLimits.MaxPayload, "limits.max_login_frame_bytes");
        problems.RequireRange(limits.MaxFrameBytes, 1_024, ProtocolLimits.MaxPayload, "limits.max_frame_bytes");
        problems.RequireRange(limits.SendQueue, 16, 65_536, "limits.send_queue");
        problems.RequireRange(limits.ReceiveQueue, 16, 4_096, "limits.receive_queue");
        problems.RequireRange(limits.PacketsPerSec, 1, 10_000, "limits.packets_per_sec");
        problems.RequireRange(limits.PacketBurst, 1, 100_000, "limits.packet_burst");
        problems.RequireRange(limits.PacketFlood, 0, 100_000, "limits.packet_flood");
        problems.RequireRange(limits.RoomOperationsPerSec, 0.1, 1_000, "limits.room_operations_per_sec");
        problems.RequireRange(limits.RoomOperationBurst, 1, 1_000, "limits.room_operation_burst");
        problems.RequireRange(limits.ChatPerSec, 0.1, 1_000, "limits.chat_per_sec");
        problems.RequireRange(limits.ChatBurst, 1, 1_000, "limits.chat_burst");
        problems.RequireRange(limits.LookupsPerSec, 0.1, 1_000, "limits.lookups_per_sec");
        problems.RequireRange(limits.LookupBurst, 1, 1_000, "limits.lookup_burst");
    }

    private static void CheckRooms(GameLimits limits, SettingProblems problems)
    {
        problems.RequireRange(limits.RoomQueue, 16, 65_536, "limits.room_queue");
        problems.RequireRange(limits.MaxRooms, 1, Million, "limits.max_rooms");
        problems.RequireRange(limits.MaxPlayersPerRoom, 8, 64, "limits.max_players_per_room");
        problems.RequireRange(limits.MaxMonitorsPerRoom, 0, 1_000, "limits.max_monitors_per_room");
        problems.RequireRange(limits.MaxTouchFrames, 1, 16_384, "limits.max_touch_frames");
        problems.RequireRange(limits.MaxJudges, 1, 65_536, "limits.max_judges");
    }
}
