using System.Text;
using Microsoft.Extensions.Time.Testing;
using Phira.PluginService.Core.Data;
using Phira.PluginService.Core.Ids;
using Phira.PluginService.Core.Results;
using Phira.PluginService.Storage.Settings;
using Phira.PluginService.Testing;
using Phira.PluginService.Testing.Fakes;

namespace Phira.PluginService.Storage.Tests.Stores;

public sealed class PluginDataTests : IDisposable
{
    private const long Quota = 1_000;
    private static readonly PluginName Dice = PluginName.Parse("dice");
    private static readonly PluginName Other = PluginName.Parse("other");
    private readonly TemporaryDirectory _directory = new();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private static DateTimeOffset Now => StorageUnderTest.Time.GetUtcNow();

    [Theory]
    [OnEachDatabase]
    public async Task Values_survive_a_restart_and_belong_to_one_plugin(StorageProvider provider)
    {
        await using (var storage = await StorageUnderTest.OpenAsync(provider, _directory))
        {
            await SetAsync(storage, "key", "掷骰子");
            await storage.Data.SetAsync(Dice, "raw", new PluginValue(new byte[] { 0, 255 }, IsText: false), null, Quota, Stop);
        }

        await using var reopened = await StorageUnderTest.OpenAsync(provider, _directory);
        Assert.Equal("掷骰子", await TextAsync(reopened, "key"));
        var raw = await reopened.Data.GetAsync(Dice, "raw", Stop);
        Assert.False(raw!.IsText);
        Assert.Equal([0, 255], raw.Bytes.ToArray());
        Assert.Null(await reopened.Data.GetAsync(Other, "key", Stop));
    }

    [Theory]
    [OnEachDatabase]
    public async Task A_value_that_has_expired_is_not_there(StorageProvider provider)
    {
        await using var storage = await StorageUnderTest.OpenAsync(provider, _directory);
        await storage.Data.SetAsync(Dice, "gone", Text("x"), Now, Quota, Stop);
        await storage.Data.SetAsync(Dice, "here", Text("y"), Now.AddMilliseconds(1), Quota, Stop);
        Assert.Null(await TextAsync(storage, "gone"));
        Assert.Equal("y", await TextAsync(storage, "here"));
        Assert.Equal(["here"], await storage.Data.ListAsync(Dice, "", null, 10, Stop));
        Assert.False(await storage.Data.DeleteAsync(Dice, "gone", Stop));
    }

    [Theory]
    [OnEachDatabase]
    public async Task Beyond_the_quota_nothing_is_written(StorageProvider provider)
    {
        await using var storage = await StorageUnderTest.OpenAsync(provider, _directory);
        await SetAsync(storage, "a", new string('x', 500));
        var refused = await storage.Data.SetAsync(Dice, "b", Text(new string('x', 499)), null, Quota, Stop);
        Assert.Equal(PluginDataErrors.QuotaExceeded, refused.Error?.Code);
        Assert.Null(await TextAsync(storage, "b"));

        // What is replaced does not count twice, and what others keep does not count.
        await storage.Data.SetAsync(Other, "z", Text(new string('x', 900)), null, Quota, Stop);
        await SetAsync(storage, "a", new string('y', 999));
        Assert.False((await storage.Data.SetAsync(Dice, "b", Text(""), null, Quota, Stop)).IsSuccess);
    }

    [Theory]
    [OnEachDatabase]
    public async Task Keys_are_listed_by_prefix_in_the_order_of_their_bytes(StorageProvider provider)
    {
        await using var storage = await StorageUnderTest.OpenAsync(provider, _directory);
        foreach (var key in (string[])["user:2", "user:10", "User:1", "user", "user:玩家", "user:\U0001F3B2", "v"])
        {
            await SetAsync(storage, key, "1");
        }

        Assert.Equal(["user:10", "user:2", "user:玩家", "user:\U0001F3B2"], await storage.Data.ListAsync(Dice, "user:", null, 10, Stop));
        Assert.Equal(["user:2", "user:玩家"], await storage.Data.ListAsync(Dice, "user:", "user:10", 2, Stop));
        Assert.Equal(["User:1", "user"], await storage.Data.ListAsync(Dice, "", null, 2, Stop));
        Assert.Empty(await storage.Data.ListAsync(Dice, "user_", null, 10, Stop));
    }

    [Theory]
    [OnEachDatabase]
    public async Task A_key_with_any_character_is_found_again(StorageProvider provider)
    {
        await using var storage = await StorageUnderTest.OpenAsync(provider, _directory);
        await SetAsync(storage, "zero:\0", "1");
        await SetAsync(storage, "line:\n\u2028'\"\\%_", "2");

        Assert.Equal("1", await TextAsync(storage, "zero:\0"));
        Assert.Equal("2", await TextAsync(storage, "line:\n\u2028'\"\\%_"));
        Assert.Single(await storage.Data.ListAsync(Dice, "zero:", null, 10, Stop));
        Assert.True(await storage.Data.DeleteAsync(Dice, "zero:\0", Stop));
        Assert.Null(await TextAsync(storage, "zero:\0"));
    }

    [Theory]
    [OnEachDatabase]
    public async Task Compare_and_set_writes_only_what_is_as_expected(StorageProvider provider)
    {
        await using var storage = await StorageUnderTest.OpenAsync(provider, _directory);
        Assert.False(await CompareAsync(storage, "x", "1"));
        Assert.True(await CompareAsync(storage, null, "1"));
        Assert.False(await CompareAsync(storage, null, "2"));
        Assert.True(await CompareAsync(storage, "1", "2"));
        Assert.Equal("2", await TextAsync(storage, "key"));
        Assert.True(await CompareAsync(storage, "2", null));
        Assert.Null(await TextAsync(storage, "key"));
    }

    [Theory]
    [OnEachDatabase]
    public async Task Of_many_who_compare_at_once_one_succeeds(StorageProvider provider)
    {
        await using var storage = await StorageUnderTest.OpenAsync(provider, _directory);
        await SetAsync(storage, "key", "0");
        var won = await Task.WhenAll(Enumerable.Range(1, 20).Select(number => CompareAsync(storage, "0", $"{number}")));
        Assert.Single(won, true);
    }

    [Theory]
    [OnEachDatabase]
    public async Task Whatever_is_kept_replaced_removed_and_expired_the_quota_counts_what_is_there(StorageProvider provider)
    {
        var time = new FakeTimeProvider(Now);
        await using var storage = await StorageUnderTest.OpenAsync(provider, _directory, time: time);
        var model = new InMemoryPluginData(time);
        var random = new Random(20261125);
        for (var step = 0; step < 600; step++)
        {
            var key = $"key{random.Next(12)}";
            var text = new string('x', random.Next(300));
            var expires = random.Next(3) == 0 ? time.GetUtcNow().AddSeconds(random.Next(1, 20)) : (DateTimeOffset?)null;
            var expected = random.Next(2) == 0 ? null : await TextAsync(storage, key);
            Func<IPluginDataStore, Task<string>> act = random.Next(6) switch
            {
                0 => async store => $"{await store.DeleteAsync(Dice, key, Stop)}",
                1 => async store => Told(await store.CompareAndSetAsync(Dice, key, expected, text, Quota, Stop)),
                2 => async store => Told(await store.CompareAndSetAsync(Dice, key, expected, null, Quota, Stop)),
                _ => async store => Told(await store.SetAsync(Dice, key, Text(text), expires, Quota, Stop)),
            };
            Assert.Equal((step, await act(model)), (step, await act(storage.Data)));
            time.Advance(TimeSpan.FromSeconds(random.Next(3)));
        }
    }

    public void Dispose() => _directory.Dispose();

    private static string Told(Result result) => result.Error?.Describe() ?? "done";

    private static string Told(Result<bool> result) => result.Error?.Describe() ?? $"{result.Value}";

    private static PluginValue Text(string text) => new(Encoding.UTF8.GetBytes(text), IsText: true);

    private static async Task SetAsync(StorageUnderTest storage, string key, string text) =>
        Assert.True((await storage.Data.SetAsync(Dice, key, Text(text), null, Quota, Stop)).IsSuccess);

    private static async Task<string?> TextAsync(StorageUnderTest storage, string key) =>
        await storage.Data.GetAsync(Dice, key, Stop) is { } value ? Encoding.UTF8.GetString(value.Bytes.Span) : null;

    private static async Task<bool> CompareAsync(StorageUnderTest storage, string? expected, string? value) =>
        (await storage.Data.CompareAndSetAsync(Dice, "key", expected, value, Quota, Stop)).Value;
}
