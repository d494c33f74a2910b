using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using Phira.PluginService.Core.Ids;
using Phira.PluginService.Core.Localization;
using Phira.PluginService.Core.Packages;
using Phira.PluginService.Core.Plugins;
using Phira.PluginService.Core.Results;
using Phira.PluginService.Plugins.Errors;
using Phira.PluginService.RuntimeCases.Tests.Service;
using Phira.PluginService.Testing;

namespace Phira.PluginService.RuntimeCases.Tests.Cases;

/// <summary>Lets one case loose on the service, sees what becomes of it, and takes it away again.</summary>
internal sealed class CaseRun(ServiceUnderAttack service, RuntimeCase attack)
{
    private readonly PluginName _plugin = PluginName.Parse(attack.Plugin ?? attack.Name);

    private string Folder => Path.Combine(service.PluginsDirectory, attack.Name);

    private IPluginPackages Packages => service.Services.GetRequiredService<IPluginPackages>();

    public async Task RunAsync()
    {
        service.Footprint.Prepare();
        var exceptions = service.Log.Exceptions.Count;
        await service.Canary.WatchAsync(async () =>
        {
            try
            {
                await AttackAsync();
                await AssertOutcomeAsync();
            }
            finally
            {
                await RemoveAsync();
            }
        });
        await service.Footprint.AssertRestoredAsync(_plugin, attack.Outcome.AbandonedThreads);
        Assert.Empty(service.Log.Exceptions.Skip(exceptions));
    }

    private async Task AttackAsync()
    {
        var arrived = await (attack.IsPackage ? InstallAsync() : LoadAsync());
        if (attack.Steps.Length > 0)
        {
            Assert.True(arrived.IsSuccess, arrived.Error?.Describe());
        }

        foreach (var step in attack.Steps)
        {
            await Task.WhenAll(Enumerable.Range(0, step.Times).Select(_ => CarryOutAsync(step)));
        }
    }

    private async Task<Result> LoadAsync()
    {
        // Beside the plugins first: nothing half written is ever found.
        var draft = service.Root["draft"];
        attack.WriteTo(draft, Fill);
        Directory.Move(draft, Folder);
        return (await OperateAsync(PluginOperation.Load)).Error is { } error ? error : Result.Success;
    }

    private async Task<Result> InstallAsync()
    {
        using var package = new MemoryStream(attack.Package());
        var report = await Packages.InspectAsync(package, new BareComponent(Language.English), CancellationToken.None).WaitAsync(ServiceUnderAttack.Patience);
        var codes = report.Problems.Select(problem => problem.Code.Value).ToArray();
        Assert.All(attack.Outcome.Problems, problem => Assert.Contains(problem, codes));
        Assert.Equal(attack.Outcome.Problems.Length == 0, report.IsValid);

        package.Position = 0;
        var installed = await Packages.InstallAsync(package, new BareComponent(Language.English), ServiceUnderAttack.Cause, CancellationToken.None)
            .WaitAsync(ServiceUnderAttack.Patience);
        Assert.Equal(report.IsValid, installed.IsSuccess);
        return installed.IsSuccess ? Result.Success : installed.Error;
    }

    private async Task CarryOutAsync(CaseStep step)
    {
        var (error, answer) = await DoAsync(step);
        if (step.Error != "any")
        {
            Assert.True(step.Error == error?.Code.Value, $"{step.Do} {step.With} ended with {error?.Describe() ?? $"\"{answer}\""}");
        }

        Assert.All(step.Says, text => Assert.Contains(Fill(text), error?.Describe() ?? answer, StringComparison.Ordinal));
    }

    private async Task<(Error? Error, string Answer)> DoAsync(CaseStep step)
    {
        var with = Fill(step.With);
        switch (step.Do)
        {
            case "command":
                var words = with.Split(' ', 2);
                var called = await service.Commands.InvokeAsync(
                    $"{_plugin}:{words[0]}", words.ElementAtOrDefault(1) ?? "", ServiceUnderAttack.Admin, CancellationToken.None)
                    .WaitAsync(ServiceUnderAttack.Patience);
                return (called.Error, called.IsSuccess ? called.Value : "");
            case "chat":
                Assert.True((await service.Eve.ChatAsync(with)).IsSuccess);
                return (null, "");
            case "connect":
                await using (await service.LogInAsync("Mallory"))
                {
                    return (null, "");
                }

            case "configure":
                var configured = await service.Plugins.SetConfigAsync(
                    _plugin, with, expectedRevision: null, ServiceUnderAttack.Cause, CancellationToken.None).WaitAsync(ServiceUnderAttack.Patience);
                return (configured.Error, "");
            default:
                return ((await OperateAsync(Enum.Parse<PluginOperation>(step.Do, ignoreCase: true))).Error, "");
        }
    }

    private Task<Result<PluginSnapshot>> OperateAsync(PluginOperation operation) =>
        service.Plugins.ExecuteAsync(_plugin, operation, cascade: false, ServiceUnderAttack.Cause, CancellationToken.None)
            .WaitAsync(ServiceUnderAttack.Patience);

    private async Task AssertOutcomeAsync()
    {
        var outcome = attack.Outcome;
        if (outcome.State == "absent")
        {
            Assert.Null(service.Find(_plugin));
            return;
        }

        var state = Enum.Parse<PluginState>(outcome.State.Replace("-", "", StringComparison.Ordinal), ignoreCase: true);
        // A plugin that is left alone stays so: no other state is waited for then.
        await Eventually.IsTrueAsync(() => HasCome(state) || HasCome(PluginState.Quarantined), $"{attack.Name} is {outcome.State}");
        var now = service.Find(_plugin);
        Assert.True(now?.State == state, $"{attack.Name} is {now?.State}: {now?.Failure?.Describe()}");

        if (outcome.Code is null)
        {
            Assert.Empty(Failures().Select(failure => failure.Describe()));
        }
        else
        {
            Assert.All(Failures(), failure => Assert.True(outcome.Code == failure.Code.Value, failure.Describe()));
            Assert.All(outcome.Says, text => Assert.Contains(Fill(text), Describe(Failures()), StringComparison.Ordinal));
        }

        var log = string.Join('\n', service.Services.GetRequiredService<IPluginLog>().Read(_plugin, 1000).Select(line => line.Message));
        Assert.All(outcome.Log, text => Assert.Contains(text, log, StringComparison.Ordinal));
    }

    private bool HasCome(PluginState state) => service.Find(_plugin)?.State == state && (attack.Outcome.Code is null || Failures().Any());

    /// <summary>Every failure the plugin has had; that it is left alone after one is told by its state.</summary>
    private IEnumerable<Error> Failures() =>
        service.ChangesOf(_plugin).Select(change => change.Failure).OfType<Error>().Where(failure => failure.Code != PluginRuntimeErrors.Quarantined);

    private static string Describe(IEnumerable<Error> errors) =>
        string.Join('\n', errors.SelectMany(error => (IEnumerable<Error>)[error, .. error.Causes]).Select(error => $"{error.Code.Value} {error.Describe()}"));

    private async Task RemoveAsync()
    {
        if (service.Find(_plugin) is { State: not PluginState.Unloaded } && (await OperateAsync(PluginOperation.Unload)).Error is { } error)
        {
            Assert.Fail(error.Describe());
        }

        if (Directory.Exists(Folder))
        {
            Directory.Delete(Folder, recursive: true);
        }
    }

    /// <summary>Puts in what is another at each run.</summary>
    private string Fill(string text) => text
        .Replace("{inside}", service.Footprint.Inside, StringComparison.Ordinal)
        .Replace("{root}", service.Root.Path, StringComparison.Ordinal)
        .Replace("{open}", service.Neighbourhood.OpenPort.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal)
        .Replace("{forbidden}", service.Neighbourhood.ForbiddenPort.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal);
}
