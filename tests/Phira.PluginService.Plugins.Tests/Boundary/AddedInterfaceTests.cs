using Microsoft.Extensions.DependencyInjection;
using Phira.PluginService.Core.Plugins;
using Phira.PluginService.Plugins.HostFunctions;
using Phira.PluginService.Plugins.Tests.Hosting;
using Phira.PluginService.Testing;

namespace Phira.PluginService.Plugins.Tests.Boundary;

/// <summary>A host interface that only this folder and one registration know. The component imports it as any other.</summary>
public sealed class AddedInterfaceTests
{
    private const string Granted = "[permissions]\nkick_users = true\n";

    private readonly TeleportedUsers _users = new();

    [Fact]
    public async Task Are_called_by_a_component_after_one_registration()
    {
        await using var host = await Host().With("teleport", RepositoryFiles.Guest("teleport"), Granted).StartAsync();

        Assert.Equal(PluginState.Running, host.Plugin("teleport").State);
        Assert.Equal(["teleport 1"], _users.Ids);
    }

    [Fact]
    public async Task Are_unknown_without_it()
    {
        await using var host = await new PluginHost().With("teleport", RepositoryFiles.Guest("teleport"), Granted).StartAsync();

        Assert.Contains("component.unknown_import", host.Plugin("teleport").Failure!.Describe(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Have_their_permission_checked_and_their_calls_audited()
    {
        await using var host = await Host()
            .With("granted", RepositoryFiles.Guest("teleport"), Granted)
            .With("refused", RepositoryFiles.Guest("teleport"))
            .StartAsync();
        await host.PermissionUsage.FlushAsync(everything: true);

        Assert.Equal(["granted 1"], _users.Ids);
        Assert.Equal(
            ["plugin:granted test.teleport user:1 done", "plugin:refused test.teleport user:1 permission-denied"],
            host.Audit.Records.Where(record => record.Action == "test.teleport")
                .Select(record => $"{record.Actor} {record.Action} {record.Target} {record.Outcome}")
                .Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Keep_what_belongs_to_the_plugin_over_its_instances_and_dispose_what_belongs_to_an_instance()
    {
        await using var host = await Host().With("teleport", RepositoryFiles.Guest("teleport"), Granted).StartAsync();

        await host.DoAsync("teleport", PluginOperation.Reload);

        Assert.Equal(["teleport 1", "teleport 2"], _users.Ids);
        Assert.Equal(1, _users.Disposed);
    }

    private PluginHost Host() => new(services: services => services.AddSingleton(_users).AddSingleton<HostInterface, TeleportInterface>());
}
