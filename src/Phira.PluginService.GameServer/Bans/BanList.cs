using System.Collections.Immutable;
using System.Net;
using Phira.PluginService.Core.Bans;
using Phira.PluginService.Core.Ids;
using Phira.PluginService.Core.Localization;
using Phira.PluginService.GameServer.Text;

namespace Phira.PluginService.GameServer.Bans;

/// <summary>
/// All bans in memory, for questions that cannot wait for a disk. Changes are made one after another, each written down
/// before it takes effect; readers see an immutable list and never wait.
/// </summary>
internal sealed class BanList(IBanStore store, TimeProvider timeProvider) : IDisposable
{
    private readonly SemaphoreSlim _changing = new(1);
    private volatile ImmutableDictionary<BanTarget, Ban> _bans = ImmutableDictionary<BanTarget, Ban>.Empty;
    private volatile Ban[] _networks = [];

    public IReadOnlyList<Ban> Active
    {
        get
        {
            var now = timeProvider.GetUtcNow();
            return [.. _bans.Values.Where(ban => ban.IsActive(now)).OrderByDescending(ban => ban.BannedAt)];
        }
    }

    public async Task LoadAsync(CancellationToken cancellationToken)
    {
        var bans = await store.GetAllAsync(cancellationToken);
        Publish(bans.ToImmutableDictionary(ban => ban.Target));
    }

    public Ban? Find(UserId user) => _bans.TryGetValue(BanTarget.Of(user), out var ban) && ban.IsActive(timeProvider.GetUtcNow()) ? ban : null;

    public Ban? Find(IPAddress address)
    {
        var networks = _networks;
        if (networks.Length == 0)
        {
            return null;
        }

        var now = timeProvider.GetUtcNow();
        return Array.Find(networks, ban => ban.IsActive(now) && ((BanTarget.Network)ban.Target).Contains(address));
    }

    /// <summary>The text for the player who is kept out.</summary>
    public LocalizedText TextFor(Ban ban) => BanTexts.For(ban, timeProvider.GetUtcNow());

    public Task SetAsync(Ban ban, CancellationToken cancellationToken) => EnqueueAsync(
        async () =>
        {
            await store.SetAsync(ban, cancellationToken);
            var now = timeProvider.GetUtcNow();
            Publish(_bans.RemoveRange(_bans.Values.Where(old => !old.IsActive(now)).Select(old => old.Target)).SetItem(ban.Target, ban));
            return true;
        },
        cancellationToken);

    public Task<bool> RemoveAsync(BanTarget target, CancellationToken cancellationToken) => EnqueueAsync(
        async () =>
        {
            await store.RemoveAsync(target, cancellationToken);
            var wasActive = _bans.TryGetValue(target, out var ban) && ban.IsActive(timeProvider.GetUtcNow());
            Publish(_bans.Remove(target));
            return wasActive;
        },
        cancellationToken);

    public void Dispose() => _changing.Dispose();

    private void Publish(ImmutableDictionary<BanTarget, Ban> bans)
    {
        _bans = bans;
        _networks = [.. bans.Values.Where(ban => ban.Target is BanTarget.Network)];
    }

    private async Task<T> EnqueueAsync<T>(Func<Task<T>> change, CancellationToken cancellationToken)
    {
        await _changing.WaitAsync(cancellationToken);
        try
        {
            return await change();
        }
        finally
        {
            _changing.Release();
        }
    }
}
