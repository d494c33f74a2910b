using Phira.PluginService.Core.Plugins;
using Phira.PluginService.Core.Results;
using Phira.PluginService.Plugins.Lifecycle.Generations;
using Phira.PluginService.Plugins.Lifecycle.Recovering;
using Phira.PluginService.Plugins.Lifecycle.Activation;

namespace Phira.PluginService.Plugins.Lifecycle.Upgrade;

/// <summary>Replaces the running version of one plugin by another one, in an operation of the plugin.</summary>
/// <param name="starter">Starts the new version when there is nothing to swap with.</param>
internal sealed class VersionReplacer(
    PluginRecord record,
    PluginJournal journal,
    PluginRuntime runtime,
    ActiveInstance active,
    GenerationMaker maker,
    RestartController crashes,
    PluginStarter starter)
{
    /// <summary>
    /// Makes the new version beside the old one, which goes on working, and swaps them; any failure before the swap leaves the old one as
    /// it was.
    /// </summary>
    public async Task<Result> ReplaceAsync(PluginBlueprint blueprint, ChangeCause cause)
    {
        var created = await maker.CreateAsync(blueprint, cause, announce: false);
        var made = runtime.Time.GetTimestamp();
        if (!created.IsSuccess)
        {
            crashes.ReportLost(maker.Fresh);
            return Keep(created.Error);
        }

        var (old, fresh) = (active.Generation!, created.Value);
        if (!active.TryHold(out var mailbox))
        {
            // The old version was lost meanwhile. There is nothing to swap with; the new one simply takes its place.
            starter.CancelRestart();
            return await starter.StartAsync(fresh, fresh.CreationTime, cause, retry: false);
        }

        await old.Actor.PauseAsync();
        var prepared = await HandOverAsync(old, fresh);
        if (!prepared.IsSuccess)
        {
            await maker.EndAsync(fresh, prepared.Error);
            crashes.ReportLost(fresh);
            active.Resume(old, mailbox);
            return old.Actor.IsLost ? await starter.LoseOldAsync(old, prepared.Error, cause) : Keep(prepared.Error);
        }

        active.Swap(fresh, mailbox);
        journal.Move(PluginState.Running, cause, edit: status => status with
        {
            Manifest = blueprint.Manifest,
            Sha256 = blueprint.Image.Sha256,
            StartedAt = status.ChangedAt,
            StartTimestamp = runtime.Time.GetTimestamp(),
            StartTime = fresh.CreationTime + runtime.Time.GetElapsedTime(made),
            CompileTime = fresh.CompileTime,
        });

        // Last of all: what waits for it may crash it at once, and that must not be overwritten by the news that it runs.
        fresh.Actor.Serve(mailbox);
        await runtime.Versions.KeepAsync(blueprint, cause);
        await RetireAsync(old);
        return Result.Success;
    }

    /// <summary>Tells that the running version goes on.</summary>
    public Error Keep(Error error)
    {
        runtime.Commands.ReleaseClaims(record.Name);
        var level = LoadCancellation.IsCauseOf(error) ? PluginLogLevel.Info : PluginLogLevel.Error;
        record.Log.WriteByHost(level, $"the running version is kept: {error.Describe()}");
        return error;
    }

    private static async Task<Result> HandOverAsync(Generation old, Generation fresh)
    {
        if (old.HandsOverState && fresh.HandsOverState)
        {
            var state = await old.SaveStateAsync();
            if (!state.IsSuccess)
            {
                // The answer comes before the actor knows what has become of its instance; behind this call it does.
                await old.Actor.PauseAsync();
            }

            // A version that crashes here cannot go on either way: then the new one begins without its state.
            if (!state.IsSuccess && !old.Actor.IsLost)
            {
                return state.Error;
            }

            if (state.IsSuccess && await fresh.RestoreStateAsync(state.Value) is { IsSuccess: false } refused)
            {
                return refused.Error;
            }
        }

        var started = await fresh.StartAsync();
        return started.IsSuccess ? Result.Success : started.Error;
    }

    private async Task RetireAsync(Generation old)
    {
        await maker.StopAsync(old);
        await maker.EndAsync(old, new Error(PluginRuntimeErrors.NotRunning, record.Name.Value, PluginState.Unloaded.Name()));
        crashes.ReportLost(old);
    }
}
