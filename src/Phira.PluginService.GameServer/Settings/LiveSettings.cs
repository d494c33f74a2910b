using Microsoft.Extensions.Logging;
using Phira.PluginService.Core.Game;
using Phira.PluginService.Core.Results;

namespace Phira.PluginService.GameServer.Settings;

/// <summary>The effective settings. Changes are made one after another, each written down before it takes effect.</summary>
internal sealed partial class LiveSettings(IServerSettingsStore store, ILogger<LiveSettings> logger) : IServerSettings, IDisposable
{
    private readonly SemaphoreSlim _changing = new(1);
    private volatile ServerSettings _current = ServerSettings.Default;

    public ServerSettings Current => _current;

    public async Task LoadAsync(CancellationToken cancellationToken) =>
        _current = await store.LoadAsync(cancellationToken) ?? ServerSettings.Default;

    public async Task<Result<ServerSettings>> ChangeAsync(
        Func<ServerSettings, ServerSettings> change, string changedBy, CancellationToken cancellationToken)
    {
        await _changing.WaitAsync(cancellationToken);
        try
        {
            var next = change(_current);
            if (Math.Max(next.MessageOfTheDay.Length, next.MaintenanceText.Length) is > ServerSettings.MaxText and var length)
            {
                return new Error(ServerSettingsErrors.TextTooLong, $"{length}", $"{ServerSettings.MaxText}");
            }

            await store.SaveAsync(next, changedBy, cancellationToken);
            _current = next;
            Log.Changed(logger, changedBy, next.IsRoomCreationOn, next.IsInMaintenance);
            return next;
        }
        finally
        {
            _changing.Release();
        }
    }

    public void Dispose() => _changing.Dispose();

    private static partial class Log
    {
        [LoggerMessage(2085, LogLevel.Information, "Server settings changed by {By}: room creation {RoomCreation}, maintenance {Maintenance}")]
        public static partial void Changed(ILogger logger, string by, bool roomCreation, bool maintenance);
    }
}
