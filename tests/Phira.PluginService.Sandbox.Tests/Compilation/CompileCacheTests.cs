using Microsoft.Extensions.Logging.Abstractions;
using Phira.PluginService.Core.Limits;
using Phira.PluginService.Sandbox.Compilation;
using Phira.PluginService.Sandbox.Testing;

namespace Phira.PluginService.Sandbox.Tests.Compilation;

public sealed class CompileCacheTests : IDisposable
{
    private static readonly ResourceLimits Limits = new();
    private readonly EngineFixture _fixture = new();

    public void Dispose() => _fixture.Dispose();

    [Fact]
    public async Task The_second_time_a_component_comes_from_the_cache()
    {
        using var first = await _fixture.CompileAsync(Wat.Load("engine"), Limits);
        using var second = await _fixture.CompileAsync(Wat.Load("engine"), Limits);

        Assert.False(first.FromCache);
        Assert.True(second.FromCache);
    }

    [Fact]
    public async Task Other_limits_do_not_need_another_compilation()
    {
        using var first = await _fixture.CompileAsync(Wat.Load("engine"), Limits);
        using var second = await _fixture.CompileAsync(
            Wat.Load("engine"), Limits with { MaxMemory = 1 << 20, MaxStackSize = 1 << 20 });

        Assert.True(second.FromCache);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(10)]
    [InlineData(60)]
    [InlineData(5000)]
    public async Task A_damaged_entry_is_compiled_again(int position)
    {
        using (await _fixture.CompileAsync(Wat.Load("engine"), Limits))
        {
            var entry = Assert.Single(Directory.GetFiles(_fixture.CacheDirectory));
            var bytes = await File.ReadAllBytesAsync(entry, TestContext.Current.CancellationToken);
            bytes[position] ^= 0xff;
            await File.WriteAllBytesAsync(entry, bytes, TestContext.Current.CancellationToken);
        }

        using var again = await _fixture.CompileAsync(Wat.Load("engine"), Limits);

        Assert.False(again.FromCache);
    }

    [Fact]
    public async Task What_a_crash_left_behind_is_removed_and_what_another_service_writes_just_now_is_not()
    {
        var (old, young) = (Path.Combine(_fixture.CacheDirectory, "old.tmp"), Path.Combine(_fixture.CacheDirectory, "young.tmp"));
        Directory.CreateDirectory(_fixture.CacheDirectory);
        await File.WriteAllBytesAsync(old, [1], TestContext.Current.CancellationToken);
        await File.WriteAllBytesAsync(young, [1], TestContext.Current.CancellationToken);
        File.SetLastWriteTimeUtc(old, TimeProvider.System.GetUtcNow().UtcDateTime.AddHours(-2));

        using var compiled = await _fixture.CompileAsync(Wat.Load("engine"), Limits);

        Assert.Equal((false, true), (File.Exists(old), File.Exists(young)));
    }

    [Fact]
    public void Entries_together_are_bounded_and_the_one_that_was_not_used_for_the_longest_time_goes_first()
    {
        var cache = new CompileCache(_fixture.CacheDirectory, NullLogger<CompileCache>.Instance) { MaximumBytes = 2500 };
        var now = TimeProvider.System.GetUtcNow().UtcDateTime;
        foreach (var (key, age) in new[] { ("oldest", 3), ("older", 2) })
        {
            cache.Write(key, new byte[1000]);
            File.SetLastWriteTimeUtc(Path.Combine(_fixture.CacheDirectory, $"{key}.cwasm"), now.AddDays(-age));
        }

        Assert.NotNull(cache.Read("oldest"));
        cache.Write("new", new byte[1000]);

        Assert.Equal((true, false, true), (cache.Contains("oldest"), cache.Contains("older"), cache.Contains("new")));
    }

    [Fact]
    public void One_entry_is_kept_whatever_its_size()
    {
        var cache = new CompileCache(_fixture.CacheDirectory, NullLogger<CompileCache>.Instance) { MaximumBytes = 100 };
        cache.Write("small", new byte[10]);

        cache.Write("large", new byte[1000]);

        Assert.Equal((false, true), (cache.Contains("small"), cache.Contains("large")));
    }

    [Fact]
    public async Task An_entry_cut_short_is_compiled_again()
    {
        using (await _fixture.CompileAsync(Wat.Load("engine"), Limits))
        {
            var entry = Assert.Single(Directory.GetFiles(_fixture.CacheDirectory));
            await using var file = File.OpenWrite(entry);
            file.SetLength(20);
        }

        using var again = await _fixture.CompileAsync(Wat.Load("engine"), Limits);

        Assert.False(again.FromCache);
    }

    [Fact]
    public async Task An_entry_of_another_engine_is_compiled_again()
    {
        using (await _fixture.CompileAsync(Wat.Load("engine"), Limits))
        {
            // Well-formed for the cache, but no machine code that this engine accepts.
            var entry = Assert.Single(Directory.GetFiles(_fixture.CacheDirectory));
            var key = Path.GetFileNameWithoutExtension(entry);
            var cache = new CompileCache(
                _fixture.CacheDirectory, Microsoft.Extensions.Logging.Abstractions.NullLogger<CompileCache>.Instance);
            cache.Write(key, "not machine code at all"u8);
        }

        using var again = await _fixture.CompileAsync(Wat.Load("engine"), Limits);

        Assert.False(again.FromCache);
    }

    [Fact]
    public async Task The_directory_belongs_to_this_user_alone()
    {
        if (OperatingSystem.IsWindows())
        {
            Assert.Skip("Windows directories inherit the user's access list.");
            return;
        }

        Directory.CreateDirectory(
            _fixture.CacheDirectory,
            UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute | UnixFileMode.OtherWrite | UnixFileMode.OtherExecute);

        using var component = await _fixture.CompileAsync(Wat.Load("engine"), Limits);

        Assert.Equal(
            UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute, File.GetUnixFileMode(_fixture.CacheDirectory));
    }

    [Fact]
    public async Task Without_a_usable_directory_components_are_compiled_each_time()
    {
        await File.WriteAllTextAsync(_fixture.CacheDirectory, "in the way", TestContext.Current.CancellationToken);

        using var first = await _fixture.CompileAsync(Wat.Load("engine"), Limits);
        using var second = await _fixture.CompileAsync(Wat.Load("engine"), Limits);

        Assert.False(second.FromCache);
    }

    [Fact]
    public void The_key_depends_on_content_and_settings()
    {
        var key = CompileCache.KeyOf([1, 2, 3], "a");

        Assert.Equal(key, CompileCache.KeyOf([1, 2, 3], "a"));
        Assert.NotEqual(key, CompileCache.KeyOf([1, 2, 4], "a"));
        Assert.NotEqual(key, CompileCache.KeyOf([1, 2, 3], "b"));
    }
}
