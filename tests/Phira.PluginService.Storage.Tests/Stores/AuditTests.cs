using Microsoft.EntityFrameworkCore;
using Phira.PluginService.Core.Audit;
using Phira.PluginService.Core.Localization;
using Phira.PluginService.Storage.Settings;
using Phira.PluginService.Testing;

namespace Phira.PluginService.Storage.Tests.Stores;

public sealed class AuditTests : IDisposable
{
    private readonly TemporaryDirectory _directory = new();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [OnEachDatabase]
    public async Task Entries_survive_a_restart_newest_first_and_go_on_being_numbered(StorageProvider provider)
    {
        await using (var storage = await StorageUnderTest.OpenAsync(provider, _directory))
        {
            await storage.Audit.AppendAsync(Record("ann", "user.kick", "user:1"), Stop);
            await storage.Audit.AppendAsync(Record("bob", "user.ban", "user:2"), Stop);
        }

        await using var reopened = await StorageUnderTest.OpenAsync(provider, _directory);
        var third = await reopened.Audit.AppendAsync(Record("ann", "plugin.grant", "plugin:dice"), Stop);
        Assert.Equal(3, third.Number);
        var read = await reopened.Audit.ReadAsync(new AuditQuery(), Stop);
        Assert.Equal([3L, 2L, 1L], read.Select(entry => entry.Number));
        Assert.Equal(third, read[0]);
        Assert.Null(await reopened.Audit.FindBrokenEntryAsync(Stop));
    }

    [Theory]
    [OnEachDatabase]
    public async Task Reading_is_narrowed_by_actor_action_target_and_number(StorageProvider provider)
    {
        await using var storage = await StorageUnderTest.OpenAsync(provider, _directory);
        await storage.Audit.AppendAsync(Record("ann", "user.kick", "user:1"), Stop);
        await storage.Audit.AppendAsync(Record("ann", "users.list", "user:1"), Stop);
        await storage.Audit.AppendAsync(Record("bob", "user.ban", "user:2"), Stop);
        Assert.Equal([2L, 1L], await NumbersAsync(storage, new AuditQuery { Actor = "ann" }));
        Assert.Equal([3L, 1L], await NumbersAsync(storage, new AuditQuery { Action = "user." }));
        Assert.Equal([1L], await NumbersAsync(storage, new AuditQuery { Action = "user.kick" }));
        Assert.Equal([3L], await NumbersAsync(storage, new AuditQuery { Target = "user:2" }));
        Assert.Equal([2L], await NumbersAsync(storage, new AuditQuery { Before = 3, Count = 1 }));
    }

    [Theory]
    [OnEachDatabase]
    public async Task A_reason_is_a_text_that_is_put_into_words_when_it_is_read(StorageProvider provider)
    {
        var reason = AuditReason.With(LocalizedText.Of("audit.permanent"), "刷屏");
        await using (var storage = await StorageUnderTest.OpenAsync(provider, _directory))
        {
            await storage.Audit.AppendAsync(Record("ann", "ban.set", "user:1") with { Reason = reason }, Stop);
        }

        await using var reopened = await StorageUnderTest.OpenAsync(provider, _directory);
        var read = Assert.Single(await reopened.Audit.ReadAsync(new AuditQuery(), Stop)).Record.Reason;
        Assert.Equal(reason, read);
        Assert.Equal(("permanent: 刷屏", "永久：刷屏"), (read.In(Language.English), read.In(LanguageSet.Embedded.Default)));
        Assert.Null(await reopened.Audit.FindBrokenEntryAsync(Stop));
    }

    [Theory]
    [InlineData("kindness")]
    [InlineData("\"kindness\"")]
    [InlineData(" \"spam\"")]
    [InlineData("""{"key":"audit.permanent","arguments":[]}""")]
    [InlineData("""{"key":1,"arguments":[]}""")]
    public async Task A_changed_reason_is_found_and_the_log_stays_readable(string stored)
    {
        await using var storage = await FilledAsync(StorageProvider.Sqlite);
        await using (var context = storage.CreateContext())
        {
            await context.Audit.Where(row => row.Number == 2).ExecuteUpdateAsync(set => set.SetProperty(row => row.Reason, stored), Stop);
        }

        Assert.Equal(2, await storage.Audit.FindBrokenEntryAsync(Stop));
        Assert.Equal([3L, 2L, 1L], await NumbersAsync(storage, new AuditQuery()));
    }

    [Theory]
    [OnEachDatabase]
    public async Task A_removed_entry_is_found(StorageProvider provider)
    {
        await using var storage = await FilledAsync(provider);
        await using (var context = storage.CreateContext())
        {
            await context.Audit.Where(row => row.Number == 2).ExecuteDeleteAsync(Stop);
        }

        Assert.Equal(2, await storage.Audit.FindBrokenEntryAsync(Stop));
    }

    [Theory]
    [OnEachDatabase]
    public async Task Text_moved_from_one_field_to_the_next_is_found(StorageProvider provider)
    {
        await using var storage = await FilledAsync(provider);
        await using (var context = storage.CreateContext())
        {
            await context.Audit.Where(row => row.Number == 3).ExecuteUpdateAsync(
                set => set.SetProperty(row => row.Actor, "an").SetProperty(row => row.Action, "nuser.kick"), Stop);
        }

        Assert.Equal(3, await storage.Audit.FindBrokenEntryAsync(Stop));
    }

    public void Dispose() => _directory.Dispose();

    private static AuditRecord Record(string actor, string action, string target) => new(actor, action, target, "spam", AuditRecord.Done, "c1");

    private static async Task<IEnumerable<long>> NumbersAsync(StorageUnderTest storage, AuditQuery query) =>
        (await storage.Audit.ReadAsync(query, Stop)).Select(entry => entry.Number);

    private async Task<StorageUnderTest> FilledAsync(StorageProvider provider)
    {
        var storage = await StorageUnderTest.OpenAsync(provider, _directory);
        for (var user = 1; user <= 3; user++)
        {
            await storage.Audit.AppendAsync(Record("ann", "user.kick", $"user:{user}"), Stop);
        }

        return storage;
    }
}
