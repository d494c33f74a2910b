using Phira.PluginService.Core.Ids;
using Phira.PluginService.Core.Plugins;
using Phira.PluginService.Core.Results;
using Phira.PluginService.Storage.Settings;
using Phira.PluginService.Testing;

namespace Phira.PluginService.Storage.Tests.Stores;

public sealed class ConfigRevisionTests : IDisposable
{
    private static readonly PluginName Welcome = PluginName.Parse("welcome");
    private readonly TemporaryDirectory _directory = new();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [OnEachDatabase]
    public async Task A_plugin_never_configured_has_no_revision(StorageProvider provider)
    {
        await using var storage = await StorageUnderTest.OpenAsync(provider, _directory);
        Assert.Null(await storage.Plugins.GetConfigAsync(Welcome, Stop));
    }

    [Theory]
    [OnEachDatabase]
    public async Task Revisions_count_from_one_and_the_newest_survives_a_restart(StorageProvider provider)
    {
        await using (var storage = await StorageUnderTest.OpenAsync(provider, _directory))
        {
            Assert.Equal(1, (await storage.Plugins.AppendConfigAsync(Welcome, 0, """{"greeting":"你好"}""", "ann", Stop)).Value?.Revision);
            Assert.Equal(2, (await storage.Plugins.AppendConfigAsync(Welcome, 1, """{"greeting":"hi"}""", "bob", Stop)).Value?.Revision);
        }

        await using var reopened = await StorageUnderTest.OpenAsync(provider, _directory);
        var expected = new ConfigRevision(Welcome, 2, """{"greeting":"hi"}""", "bob", StorageUnderTest.Time.GetUtcNow());
        Assert.Equal(expected, await reopened.Plugins.GetConfigAsync(Welcome, Stop));
    }

    [Theory]
    [OnEachDatabase]
    public async Task A_change_based_on_an_old_revision_is_refused_and_says_which_is_newest(StorageProvider provider)
    {
        await using var storage = await StorageUnderTest.OpenAsync(provider, _directory);
        await storage.Plugins.AppendConfigAsync(Welcome, 0, """{"by":"ann"}""", "ann", Stop);

        var late = await storage.Plugins.AppendConfigAsync(Welcome, 0, """{"by":"bob"}""", "bob", Stop);

        Assert.Equal(ConfigRevisionErrors.ChangedMeanwhile, late.Error?.Code);
        Assert.Equal(["welcome", "0", "1"], late.Error!.Arguments);
        Assert.Equal("""{"by":"ann"}""", (await storage.Plugins.GetConfigAsync(Welcome, Stop))?.Json);
    }

    [Theory]
    [OnEachDatabase]
    public async Task A_revision_that_does_not_exist_yet_cannot_be_built_on(StorageProvider provider)
    {
        await using var storage = await StorageUnderTest.OpenAsync(provider, _directory);
        var result = await storage.Plugins.AppendConfigAsync(Welcome, 7, "{}", "ann", Stop);
        Assert.Equal(ConfigRevisionErrors.ChangedMeanwhile, result.Error?.Code);
        Assert.Null(await storage.Plugins.GetConfigAsync(Welcome, Stop));
    }

    [Theory]
    [OnEachDatabase]
    public async Task Of_many_who_change_the_same_revision_at_once_exactly_one_wins(StorageProvider provider)
    {
        await using var storage = await StorageUnderTest.OpenAsync(provider, _directory);
        for (var revision = 0; revision < 10; revision++)
        {
            var expected = revision;
            var authors = Enumerable.Range(0, 16)
                .Select(author => Task.Run(() => storage.Plugins.AppendConfigAsync(Welcome, expected, "{}", $"author {author}", Stop), Stop));
            var results = await Task.WhenAll(authors);

            var winner = Assert.Single(results, result => result.IsSuccess).Value;
            Assert.Equal(winner, await storage.Plugins.GetConfigAsync(Welcome, Stop));
            Assert.All(results, result => Assert.True(result.IsSuccess || result.Error.Code == ConfigRevisionErrors.ChangedMeanwhile));
        }
    }

    [Theory]
    [OnEachDatabase]
    public async Task Of_what_a_plugin_stores_itself_the_newest_hundred_are_kept_and_of_what_others_store_everything(StorageProvider provider)
    {
        await using var storage = await StorageUnderTest.OpenAsync(provider, _directory);
        await AppendAsync("ann", 1, 1);
        await AppendAsync("plugin:welcome", 2, 60);
        await AppendAsync("plugin:other", 61, 61);
        await AppendAsync("plugin:welcome", 62, 120);

        var history = await storage.Plugins.GetConfigHistoryAsync(Welcome, int.MaxValue, Stop);

        Assert.Equal(Enumerable.Range(20, 101).Append(1).Order(), history.Select(revision => revision.Revision).Order());
        Assert.Equal(120, (await storage.Plugins.GetConfigAsync(Welcome, Stop))?.Revision);

        async Task AppendAsync(string author, int first, int last)
        {
            for (var revision = first; revision <= last; revision++)
            {
                Assert.True((await storage.Plugins.AppendConfigAsync(Welcome, revision - 1, "{}", author, Stop)).IsSuccess);
            }
        }
    }

    [Theory]
    [InlineData("[]")]
    [InlineData("1")]
    public async Task Only_an_object_is_a_configuration(string json)
    {
        await using var storage = await StorageUnderTest.OpenAsync(StorageProvider.Sqlite, _directory);
        await Assert.ThrowsAsync<ArgumentException>(() => storage.Plugins.AppendConfigAsync(Welcome, 0, json, "ann", Stop));
    }

    public void Dispose() => _directory.Dispose();
}
