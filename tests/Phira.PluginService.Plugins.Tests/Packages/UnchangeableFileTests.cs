using Phira.PluginService.Core.Ids;
using Phira.PluginService.Core.Plugins;
using Phira.PluginService.Core.Results;

namespace Phira.PluginService.Plugins.Tests.Packages;

/// <summary>
/// Every operation on the files of a plugin either happens, or leaves files, versions, state, desired state and the running instance as they were.
/// </summary>
public sealed class UnchangeableFileTests
{
    private const string Refused = "package.disk_failed";

    public static TheoryData<string, PluginState> OperationsAndStates => new MatrixTheoryData<string, PluginState>(
        ["install", "roll back", "remove"],
        [PluginState.Running, PluginState.Stopped, PluginState.Unloaded, PluginState.Disabled]);

    [Theory]
    [MemberData(nameof(OperationsAndStates))]
    public async Task Nothing_happens_where_nothing_can_be_prepared_in_the_plugins_directory(string operation, PluginState state)
    {
        await using var host = await WithTwoVersionsAsync(state);
        Directory.Delete(host.Host.Directory[".staging"]);
        host.Host.Write(".staging", "a file where a folder is needed");

        await AssertNothingHappensAsync(host, operation);
    }

    [Theory]
    [MemberData(nameof(OperationsAndStates))]
    public async Task Nothing_happens_in_a_plugins_directory_that_cannot_be_written(string operation, PluginState state)
    {
        await using var host = await WithTwoVersionsAsync(state);
        Directory.Delete(host.Host.Directory[".staging"]);
        using var unchangeable = Unchangeable.Make(host.Host.Directory.Path);

        await AssertNothingHappensAsync(host, operation);
    }

    [Theory]
    [MemberData(nameof(OperationsAndStates))]
    public async Task Nothing_happens_to_a_folder_that_cannot_be_moved(string operation, PluginState state)
    {
        await using var host = await WithTwoVersionsAsync(state);
        using var unchangeable = Unchangeable.Make(host.Host.Directory["idle"]);

        await AssertNothingHappensAsync(host, operation);
    }

    [Theory]
    [InlineData("install")]
    [InlineData("roll back")]
    [InlineData("remove")]
    public async Task Nothing_happens_to_a_plugin_whose_present_version_cannot_be_kept(string operation)
    {
        await using var host = await WithTwoVersionsAsync(PluginState.Running);
        host.Host.Write("idle/notes.txt", "changed by hand");
        var versions = host.Host.Runtime.Options.PackagesDirectory;
        Directory.Delete(Path.Combine(versions, ".staging"), recursive: true);
        await File.WriteAllTextAsync(Path.Combine(versions, ".staging"), "a file where a folder is needed", TestContext.Current.CancellationToken);

        await AssertNothingHappensAsync(host, operation);
    }

    [Theory]
    [InlineData("install")]
    [InlineData("remove")]
    public async Task Nothing_happens_to_a_packed_plugin_that_cannot_be_removed(string operation)
    {
        await using var host = new PackagesHost();
        host.Host.Write("idle.zip", Package.Of("idle"));
        await host.StartAsync();
        using var unchangeable = Unchangeable.Make(host.Host.Directory["idle.zip"]);

        await AssertNothingHappensAsync(host, operation);
    }

    [Theory]
    [InlineData("install", PluginState.Running)]
    [InlineData("install", PluginState.Stopped)]
    [InlineData("install", PluginState.Unloaded)]
    [InlineData("roll back", PluginState.Running)]
    [InlineData("roll back", PluginState.Stopped)]
    [InlineData("roll back", PluginState.Unloaded)]
    [InlineData("remove", PluginState.Running)]
    [InlineData("remove", PluginState.Stopped)]
    [InlineData("remove", PluginState.Unloaded)]
    [InlineData("remove", PluginState.Disabled)]
    public async Task A_change_that_cannot_be_concluded_is_undone(string operation, PluginState state)
    {
        await using var host = await WithTwoVersionsAsync(state);
        using var change = new ChangeThatCannotBeConcluded(host.Host);

        await AssertNothingHappensAsync(host, operation);

        Assert.True(change.IsMet);
    }

    [Fact]
    public async Task A_new_plugin_whose_installation_cannot_be_concluded_is_not_there()
    {
        await using var host = await new PackagesHost().StartAsync();
        using (var change = new ChangeThatCannotBeConcluded(host.Host))
        {
            Assert.Equal(Refused, (await host.InstallAsync(Package.Of("new"))).Error?.Code.Value);
            Assert.True(change.IsMet);
        }

        Assert.Null(host.Host.Manager.Find(PluginName.Parse("new")));
        Assert.False(Directory.Exists(host.Host.Directory["new"]));
        Assert.Equal("plugin.not_found", (await host.RollBackAsync("new")).Error?.Code.Value);
        Assert.True((await host.InstallAsync(Package.Of("new"))).IsSuccess);
    }

    [Theory]
    [InlineData("install", "2.0.0")]
    [InlineData("roll back", "1.0.0")]
    [InlineData("remove", null)]
    public async Task A_file_that_cannot_be_deleted_does_not_hold_up_a_change_that_happens(string operation, string? version)
    {
        await using var host = await WithTwoVersionsAsync(PluginState.Running);
        var stuck = Unchangeable.Make(host.Host.Directory["idle/guest.wasm"]);
        try
        {
            var error = await DoAsync(host, operation);

            Assert.True(error is null, error?.Describe());
            Assert.Equal(version, host.Host.Manager.Find(PluginName.Parse("idle"))?.Version);
            Assert.Equal(version is not null, Directory.Exists(host.Host.Directory["idle"]));
        }
        finally
        {
            stuck.Dispose();
            foreach (var left in Directory.GetFiles(host.Host.Directory[".staging"], "guest.wasm", SearchOption.AllDirectories))
            {
                Unchangeable.TryMake(left)?.Dispose();
            }
        }
    }

    [Fact]
    public async Task What_could_not_be_deleted_does_not_hold_up_the_next_start()
    {
        await using var host = await WithTwoVersionsAsync(PluginState.Running);
        Directory.CreateDirectory(host.Host.Directory[".staging/a"]);
        Directory.CreateDirectory(host.Host.Directory[".staging/b"]);
        host.Host.Write(".staging/a/stuck", "");
        using var stuck = Unchangeable.Make(host.Host.Directory[".staging/a/stuck"]);
        var unfinished = Path.Combine(host.Host.Runtime.Options.PackagesDirectory, ".staging", "unfinished");
        Directory.CreateDirectory(unfinished);

        await host.Host.Versions.PrepareAsync(TestContext.Current.CancellationToken);

        Assert.False(Directory.Exists(host.Host.Directory[".staging/b"]));
        Assert.False(Directory.Exists(unfinished));
        Assert.Contains(host.Host.Logs.Lines, line => line.Text.Contains(host.Host.Directory[".staging/a/stuck"], StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_version_too_many_that_cannot_be_deleted_does_not_hold_up_the_next_one()
    {
        await using var host = await new PackagesHost(options => options.KeptVersions = 1).StartAsync();
        await host.InstallAsync(Package.Of("idle"));
        var first = await host.VersionAsync("idle", "1.0.0");
        using var stuck = Unchangeable.Make(Path.Combine(host.Host.Runtime.Options.PackagesDirectory, "idle", first.Id));

        var installed = await host.InstallAsync(Package.Of("idle", "2.0.0"));

        Assert.True(installed.IsSuccess, installed.Error?.Describe());
        Assert.Equal(["2.0.0* admin", "1.0.0 admin"], await host.VersionsAsync("idle"));
    }

    [Fact]
    public async Task A_plugin_that_others_need_keeps_its_files_until_they_are_gone()
    {
        await using var host = await WithTwoVersionsAsync(PluginState.Running);
        await host.InstallAsync(Package.Of("user", manifest: "[dependencies]\nidle = \"*\"\n"));
        var before = await DescribeAsync(host);

        Assert.Equal("plugin.has_dependents", (await host.RemoveAsync("idle")).Error?.Code.Value);

        Assert.Equal(before, await DescribeAsync(host));
        Assert.True((await host.RemoveAsync("user")).IsSuccess);
        Assert.True((await host.RemoveAsync("idle")).IsSuccess);
    }

    [Fact]
    public async Task A_plugin_that_is_installed_again_after_it_was_removed_while_disabled_runs()
    {
        await using var host = await WithTwoVersionsAsync(PluginState.Disabled);

        Assert.True((await host.RemoveAsync("idle")).IsSuccess);
        Assert.True((await host.InstallAsync(Package.Of("idle"))).IsSuccess);

        Assert.Equal(PluginState.Running, host.Host.Plugin("idle").State);
    }

    private static async Task<PackagesHost> WithTwoVersionsAsync(PluginState state)
    {
        var host = await new PackagesHost().StartAsync();
        Assert.True((await host.InstallAsync(Package.Of("idle"))).IsSuccess);
        Assert.True((await host.InstallAsync(Package.Of("idle", "1.1.0"))).IsSuccess);
        PluginOperation? operation = state switch
        {
            PluginState.Stopped => PluginOperation.Stop,
            PluginState.Unloaded => PluginOperation.Unload,
            PluginState.Disabled => PluginOperation.Disable,
            _ => null,
        };
        if (operation is { } wanted)
        {
            Assert.True((await host.Host.DoAsync("idle", wanted)).IsSuccess);
        }

        return host;
    }

    private static async Task<Error?> DoAsync(PackagesHost host, string operation) => operation switch
    {
        "install" => (await host.InstallAsync(Package.Of("idle", "2.0.0"))).Error,
        "roll back" => (await host.RollBackAsync("idle")).Error,
        _ => (await host.RemoveAsync("idle")).Error,
    };

    private static async Task AssertNothingHappensAsync(PackagesHost host, string operation)
    {
        var before = await DescribeAsync(host);

        var error = await DoAsync(host, operation);

        Assert.True(error?.Code.Value is Refused, error?.Describe());
        Assert.Equal(before, await DescribeAsync(host));
    }

    /// <summary>Everything that an operation could change.</summary>
    private static async Task<string> DescribeAsync(PackagesHost host)
    {
        var plugin = host.Host.Plugin("idle");
        var desired = (await host.Host.Store.GetDesiredStatesAsync(CancellationToken.None)).GetValueOrDefault(plugin.Name, DesiredState.Running);
        var files = host.Files.Where(file => !file.StartsWith(".staging", StringComparison.Ordinal));
        return string.Join('\n', [
            $"{plugin.State} {plugin.Version} {plugin.Failure?.Code} wanted {desired}",
            .. files.Select(file =>
                $"{file} {Convert.ToHexString(System.Security.Cryptography.SHA256.HashData(File.ReadAllBytes(host.Host.Directory[file])))}"),
            .. (await host.VersionsAsync("idle")).Order(StringComparer.Ordinal),
        ]);
    }
}
