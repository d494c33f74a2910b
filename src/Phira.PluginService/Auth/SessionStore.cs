using System.Buffers.Text;
using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Phira.PluginService.Hosting;

namespace Phira.PluginService.Auth;

/// <summary>
/// The open browser sessions. They survive a restart in a file that holds only hashes; logging out removes a session for good, and
/// another admin token ends all of them. Readers use the published snapshot; changes are written one after the other.
/// </summary>
internal sealed partial class SessionStore : IDisposable
{
    public const string FileName = "sessions.json";

    /// <summary>More browsers than that push out the session that ends first.</summary>
    public const int MaximumSessions = 64;

    public static readonly TimeSpan Lifetime = TimeSpan.FromDays(7);

    private readonly DataDirectory _data;
    private readonly AdminCredentials _credentials;
    private readonly TimeProvider _clock;
    private readonly ILogger<SessionStore> _logger;
    private readonly SemaphoreSlim _writer = new(1);
    private volatile ImmutableDictionary<string, AdminSession> _sessions;

    public SessionStore(DataDirectory data, AdminCredentials credentials, TimeProvider clock, ILogger<SessionStore> logger)
    {
        _data = data;
        _credentials = credentials;
        _clock = clock;
        _logger = logger;
        _sessions = Read();
    }

    /// <summary>Raised after sessions have ended other than by their age.</summary>
    public event Action? Closed;

    /// <summary>The open session that a cookie's value belongs to.</summary>
    public AdminSession? Find(string id) => FindAlive(HashOf(id));

    /// <summary>Whether a session is still open.</summary>
    public bool IsOpen(string idHash) => FindAlive(idHash) is not null;

    /// <summary>Opens a session.</summary>
    public async Task<string> OpenAsync(CancellationToken cancellationToken)
    {
        var id = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32));
        var session = new AdminSession(HashOf(id), _credentials.Token.Fingerprint, _clock.GetUtcNow() + Lifetime);
        await ChangeAsync(
            sessions => sessions.Count < MaximumSessions ? sessions : sessions.Remove(sessions.Values.MinBy(one => one.ExpiresAt)!.IdHash),
            sessions => sessions.Add(session.IdHash, session),
            cancellationToken);
        return id;
    }

    /// <summary>Ends a session.</summary>
    public Task CloseAsync(string id, CancellationToken cancellationToken) =>
        ChangeAsync(sessions => sessions, sessions => sessions.Remove(HashOf(id)), cancellationToken);

    public void Dispose() => _writer.Dispose();

    private static string HashOf(string id) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(id)));

    private AdminSession? FindAlive(string idHash) => _sessions.TryGetValue(idHash, out var session) && IsAlive(session) ? session : null;

    private bool IsAlive(AdminSession session) =>
        _clock.GetUtcNow() < session.ExpiresAt && string.Equals(session.TokenFingerprint, _credentials.Token.Fingerprint, StringComparison.Ordinal);

    private async Task ChangeAsync(
        Func<ImmutableDictionary<string, AdminSession>, ImmutableDictionary<string, AdminSession>> makeRoom,
        Func<ImmutableDictionary<string, AdminSession>, ImmutableDictionary<string, AdminSession>> change,
        CancellationToken cancellationToken)
    {
        await _writer.WaitAsync(cancellationToken);
        try
        {
            var alive = _sessions.RemoveRange(_sessions.Values.Where(session => !IsAlive(session)).Select(session => session.IdHash));
            var changed = change(makeRoom(alive));
            _sessions = changed;
            Closed?.Invoke();
            await WriteAsync(changed, cancellationToken);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // The sessions work all the same until the next start.
            LogNotKept(_logger, _data.File(FileName), exception);
        }
        finally
        {
            _writer.Release();
        }
    }

    private async Task WriteAsync(ImmutableDictionary<string, AdminSession> sessions, CancellationToken cancellationToken)
    {
        const string temporary = FileName + ".new";
        _data.Create();
        await using (var file = _data.OpenPrivate(temporary, FileMode.Create))
        {
            await JsonSerializer.SerializeAsync(file, sessions.Values, cancellationToken: cancellationToken);
        }

        File.Move(_data.File(temporary), _data.File(FileName), overwrite: true);
    }

    private ImmutableDictionary<string, AdminSession> Read()
    {
        var path = _data.File(FileName);
        try
        {
            if (!File.Exists(path))
            {
                return [];
            }

            using var file = File.OpenRead(path);
            return (JsonSerializer.Deserialize<AdminSession[]>(file) ?? []).Where(IsAlive).ToImmutableDictionary(session => session.IdHash);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or JsonException or ArgumentException)
        {
            // Whoever was logged in logs in again.
            LogNotRead(_logger, path, exception);
            return [];
        }
    }

    [LoggerMessage(1110, LogLevel.Warning, "The browser sessions could not be written to {Path}: they end with this run of the service")]
    private static partial void LogNotKept(ILogger logger, string path, Exception exception);

    [LoggerMessage(1111, LogLevel.Warning, "The browser sessions in {Path} could not be read: browsers have to log in again")]
    private static partial void LogNotRead(ILogger logger, string path, Exception exception);
}
