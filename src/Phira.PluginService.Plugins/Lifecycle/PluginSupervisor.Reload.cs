using Phira.PluginService.Core.Localization;
using Phira.PluginService.Core.Plugins;
using Phira.PluginService.Core.Results;
using Phira.PluginService.Plugins.Catalog;
using Phira.PluginService.Plugins.Lifecycle.Generations;
using Phira.PluginService.Plugins.Lifecycle.Recovering;

namespace Phira.PluginService.Plugins.Lifecycle;

/// <summary>Replacing a running version by another one.</summary>
internal sealed partial class PluginSupervisor
{
    /// <summary>
    /// Replaces the running version by what is in the folder now. The new one is made beside the old one, which goes on working; any
    /// failure before the swap leaves it as it was.
    /// </summary>
    /// <param name="entry">Where the new version is.</param>
    /// <param name="cause">Who and why.</param>
    public async Task<Result> ReloadAsync(CatalogEntry entry, ChangeCause cause)
    {
        var blueprint = await _reader.ReadAsync(entry, CancellationToken.None);
        if (!blueprint.IsSuccess)
        {
            return Keep(blueprint.Error);
        }

        if (await _approval.AskAsync(blueprint.Value.Manifest) is { } missing)
        {
            _approval.BeginUpdate(missing);
            return Keep(missing);
        }

        var former = Generation!.Blueprint;
        var replaced = await ReplaceAsync(blueprint.Value, cause);
        if (!replaced.IsSuccess)
        {
            return replaced;
        }

        _approval.Note(null);
        if (former.Image.Sha256 != blueprint.Value.Image.Sha256)
        {
            await _crashes.ReleaseAsync();
            _probations.Begin(former, new LocalizedText($"version {blueprint.Value.Manifest.Version}", $"版本 {blueprint.Value.Manifest.Version}"), revision: null);
        }

        return replaced;
    }

    private async Task<Result> ReplaceAsync(PluginBlueprint blueprint, ChangeCause cause)
    {
        var started = _runtime.Time.GetTimestamp();
        var created = await _maker.CreateAsync(blueprint, cause, announce: false);
        if (!created.IsSuccess)
        {
            _crashes.ReportLost(_maker.Fresh);
            return Keep(created.Error);
        }

        var (old, fresh) = (Generation!, created.Value);
        if (!_post.TryHold(out var mailbox))
        {
            // The old version was lost meanwhile. There is nothing to swap with; the new one simply takes its place.
            CancelRestart();
            return await StartAsync(fresh, Since(started) - fresh.CompileTime, cause, retry: false);
        }

        await old.Actor.PauseAsync();
        var prepared = await HandOverAsync(old, fresh);
        if (!prepared.IsSuccess)
        {
            await _maker.EndAsync(fresh, prepared.Error);
            _crashes.ReportLost(fresh);
            _post.Resume(old, mailbox);
            return old.Actor.IsLost ? await LoseOldAsync(old, prepared.Error, cause) : Keep(prepared.Error);
        }

        _post.Swap(fresh, mailbox);
        Journal.Move(PluginState.Running, cause, edit: status => status with
        {
            Manifest = blueprint.Manifest,
            Sha256 = blueprint.Image.Sha256,
            StartedAt = status.ChangedAt,
            StartTime = Since(started) - fresh.CompileTime,
            CompileTime = fresh.CompileTime,
        });

        // Last of all: what waits for it may crash it at once, and that must not be overwritten by the news that it runs.
        fresh.Actor.Serve(mailbox);
        await _runtime.Versions.KeepAsync(blueprint, cause);
        await RetireAsync(old);
        return Result.Success;
    }

    /// <summary>Neither version works.</summary>
    private async Task<Result> LoseOldAsync(Generation old, Error error, ChangeCause cause)
    {
        await old.Actor.Ended;
        if (!old.TrySettle())
        {
            // It was in service again when that was noticed, and is seen to in a turn of its own.
            return error;
        }

        _post.Suspend();

        await DropAsync(error);
        _crashes.Report(old, old.Loss!, new Recovery(Recovery.Restart) { Attempt = _crashes.Attempts });
        return await GiveUpAsync(old.Blueprint, lost: null, error, cause, retry: true);
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
        await _maker.StopAsync(old);
        await _maker.EndAsync(old, new Error(PluginRuntimeErrors.NotRunning, Record.Name.Value, PluginState.Unloaded.Name()));
        _crashes.ReportLost(old);
    }

    private Error Keep(Error error)
    {
        _runtime.Commands.ReleaseClaims(Record.Name);
        Record.Log.WriteByHost(PluginLogLevel.Error, $"the running version is kept: {error.Describe()}");
        return error;
    }
}
