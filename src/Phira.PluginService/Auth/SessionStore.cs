using System.Buffers.Text;
using System.Collections.Immutable;
using System.Security.Claims;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.Extensions.Options;
using Phira.PluginService.Core.Sessions;
using Phira.PluginService.Core.Storage;

namespace Phira.PluginService.Auth;

/// <summary>
/// The open browser sessions, for cookie authentication. They survive a restart in the database, which holds only hashes; another admin
/// token ends all of them. Requests read the published snapshot, so that administrators can also log in while the disk is full.
/// </summary>
internal sealed class SessionStore(
    IBrowserSessionStore storage, AdminCredentials credentials, IOptions<AuthOptions> options, TimeProvider timeProvider) : ITicketStore
{
    public const string SchemeName = "Session";

    /// <summary>The claim that names the session of a browser: the hash of its id.</summary>
    public const string SessionClaim = "session";

    /// <summary>More browsers than that push out the session that ends first.</summary>
    public const int MaximumSessions = 64;

    private const int IdBytes = 32;

    private readonly TimeSpan _lifetime = TimeSpan.FromSeconds(options.Value.SessionLifetimeSecs);
    private readonly Lock _lock = new();
    private volatile ImmutableDictionary<string, BrowserSession> _sessions = ImmutableDictionary<string, BrowserSession>.Empty;

    /// <summary>Raised after sessions have ended other than by their age.</summary>
    public event Action? Closed;

    /// <summary>Takes over the sessions of the previous run.</summary>
    public async Task LoadAsync(CancellationToken cancellationToken)
    {
        var stored = await storage.GetAllAsync(cancellationToken);
        _sessions = stored.Where(IsAlive).ToImmutableDictionary(session => session.IdHash);
    }

    /// <summary>Whether a session is still open.</summary>
    public bool IsOpen(string idHash) => FindAlive(idHash) is not null;

    public async Task<string> StoreAsync(AuthenticationTicket ticket)
    {
        var id = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(IdBytes));
        await RenewAsync(id, ticket);
        return id;
    }

    public Task RenewAsync(string key, AuthenticationTicket ticket) =>
        ChangeAsync(closing: null, new BrowserSession(HashOf(key), credentials.Token.Fingerprint, timeProvider.GetUtcNow() + _lifetime));

    public Task<AuthenticationTicket?> RetrieveAsync(string key) =>
        Task.FromResult(FindAlive(HashOf(key)) is { } session ? TicketOf(session) : null);

    public Task RemoveAsync(string key) => ChangeAsync(closing: HashOf(key), opened: null);

    private static AuthenticationTicket TicketOf(BrowserSession session) => new(
        new ClaimsPrincipal(new ClaimsIdentity(
            [new Claim(ClaimTypes.Name, AdminAuthenticationHandler.AdminName), new Claim(SessionClaim, session.IdHash)], SchemeName)),
        new AuthenticationProperties { ExpiresUtc = session.ExpiresAt },
        SchemeName);

    private static string HashOf(string id) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(id)));

    private BrowserSession? FindAlive(string idHash) => _sessions.TryGetValue(idHash, out var session) && IsAlive(session) ? session : null;

    private bool IsAlive(BrowserSession session) =>
        timeProvider.GetUtcNow() < session.ExpiresAt
        && string.Equals(session.TokenFingerprint, credentials.Token.Fingerprint, StringComparison.Ordinal);

    private async Task ChangeAsync(string? closing, BrowserSession? opened)
    {
        var ended = Publish(closing, opened);
        Closed?.Invoke();
        try
        {
            // A browser that hangs up does not undo what was published.
            await storage.ChangeAsync(ended, opened, CancellationToken.None);
        }
        catch (StorageException)
        {
            // The sessions work all the same, and the storage writes the change as soon as the disk takes writes again.
        }
    }

    /// <summary>Publishes the sessions after a change.</summary>
    /// <returns>Those that have ended.</returns>
    private List<string> Publish(string? closing, BrowserSession? opened)
    {
        lock (_lock)
        {
            List<string> ended = [.. _sessions.Values.Where(session => session.IdHash == closing || !IsAlive(session)).Select(session => session.IdHash)];
            var open = _sessions.RemoveRange(ended);
            if (opened is not null)
            {
                open = open.Remove(opened.IdHash);
                if (open.Count >= MaximumSessions)
                {
                    var oldest = open.Values.MinBy(session => session.ExpiresAt)!.IdHash;
                    ended.Add(oldest);
                    open = open.Remove(oldest);
                }

                open = open.Add(opened.IdHash, opened);
            }

            _sessions = open;
            return ended;
        }
    }
}
