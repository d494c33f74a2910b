using Phira.PluginService.Core.Sessions;
using Phira.PluginService.Storage.Settings;
using Phira.PluginService.Testing;

namespace Phira.PluginService.Storage.Tests.Stores;

public sealed class BrowserSessionTests : IDisposable
{
    private readonly TemporaryDirectory _directory = new();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [OnEachDatabase]
    public async Task Open_sessions_survive_a_restart(StorageProvider provider)
    {
        await using (var storage = await StorageUnderTest.OpenAsync(provider, _directory))
        {
            await storage.Sessions.ChangeAsync([], Session("a"), Stop);
            await storage.Sessions.ChangeAsync([], Session("b"), Stop);
            await storage.Sessions.ChangeAsync(["a", "never opened"], Session("c"), Stop);
            await storage.Sessions.ChangeAsync(["b"], opened: null, Stop);
        }

        await using var reopened = await StorageUnderTest.OpenAsync(provider, _directory);
        Assert.Equal([Session("c")], await reopened.Sessions.GetAllAsync(Stop));
    }

    [Theory]
    [OnEachDatabase]
    public async Task A_session_opened_again_is_prolonged(StorageProvider provider)
    {
        await using var storage = await StorageUnderTest.OpenAsync(provider, _directory);
        var prolonged = Session("a") with { ExpiresAt = StorageUnderTest.Time.GetUtcNow().AddDays(1) };
        await storage.Sessions.ChangeAsync([], Session("a"), Stop);

        await storage.Sessions.ChangeAsync([], prolonged, Stop);

        Assert.Equal([prolonged], await storage.Sessions.GetAllAsync(Stop));
    }

    public void Dispose() => _directory.Dispose();

    private static BrowserSession Session(string idHash) => new(idHash, "fingerprint", StorageUnderTest.Time.GetUtcNow());
}
