using System.Diagnostics.CodeAnalysis;
using Microsoft.Extensions.Logging;
using Phira.PluginService.Core.Plugins;
using Phira.PluginService.Core.Results;
using Phira.PluginService.Plugins.Errors;
using Phira.PluginService.Plugins.Lifecycle.Blueprints;
using Phira.PluginService.Plugins.Lifecycle.Records;
using Phira.PluginService.Plugins.Lifecycle.Rules;
using Phira.PluginService.Sandbox.Compilation;

namespace Phira.PluginService.Plugins.Lifecycle.Instances;

/// <summary>
/// Makes the instances of one plugin and ends them, in an operation of the plugin. From outside of it, a service that stops may cut the deadline: what is
/// being made is cut short then, and so is all that is made later.
/// </summary>
/// <param name="onFault">Called when an instance is lost, on the plugin's own thread or that of the clock.</param>
/// <param name="onConfigSaved">Called when a plugin has stored its own configuration.</param>
[SuppressMessage("Design", "CA1001:Types that own disposable fields should be disposable", Justification = "A source without a timer whose handle is never asked for holds nothing.")]
internal sealed partial class InstanceFactory(
    PluginRecord record,
    PluginJournal journal,
    PluginRuntime runtime,
    InstanceMakers makers,
    ILogger logger,
    Action<PluginInstance, InstanceFault> onFault,
    Action<PluginInstance, EffectiveConfig> onConfigSaved)
{
    private readonly LoadCancellation _cancellation = new();
    private readonly CancellationTokenSource _shuttingDown = new();
    private readonly Lock _deadlineLock = new();
    private PluginInstance? _fresh;
    private (CompiledComponent? Component, long At) _compiled;
    private int _made;
    private TimeSpan? _deadline;

    /// <summary>The instance made last in this operation, whatever has become of it; null when none was made.</summary>
    public PluginInstance? Fresh => Volatile.Read(ref _fresh);

    private TimeSpan? Deadline
    {
        get
        {
            lock (_deadlineLock)
            {
                return _deadline;
            }
        }
    }

    /// <summary>Compiles a component, and keeps it for the next instance.</summary>
    public async Task<Result> CompileAsync(PluginBlueprint blueprint, ChangeCause cause)
    {
        Forget();
        var canceled = _cancellation.Token;
        using var either = CancellationTokenSource.CreateLinkedTokenSource(_shuttingDown.Token, canceled);
        try
        {
            var compiled = await makers.Loader.LoadAsync(blueprint, cause, either.Token);
            if (!compiled.IsSuccess)
            {
                return compiled.Error;
            }

            _compiled = (compiled.Value, runtime.TimeProvider.GetTimestamp());
            journal.Edit(status => status with { CompileTime = compiled.Value.Duration });
            return Result.Success;
        }
        catch (OperationCanceledException)
        {
            return canceled.IsCancellationRequested && !_shuttingDown.IsCancellationRequested
                ? new Error(PluginRuntimeErrors.LoadCanceled, record.Name.Value)
                : new Error(PluginRuntimeErrors.ShuttingDown);
        }
    }

    /// <summary>Makes an instance of the component that was compiled.</summary>
    public async Task<Result> InstantiateAsync(PluginBlueprint blueprint)
    {
        var component = _compiled.Component!;
        _compiled = _compiled with { Component = null };
        var fresh = makers.Builder.Build(record, ++_made, blueprint, component, onFault, onConfigSaved);
        Follow(fresh);
        fresh.Actor.Start();
        return await fresh.Actor.Created is { IsSuccess: false } failed ? ComponentLoader.InComponent(blueprint, failed.Error) : Result.Success;
    }

    /// <summary>Calls the initialiser of the instance that was made; on failure nothing is left of it.</summary>
    public async Task<Result> InitializeAsync(PluginBlueprint blueprint)
    {
        var fresh = Fresh!;
        var initialized = await fresh.InitAsync();
        if (initialized.IsSuccess)
        {
            fresh.CreationTime = runtime.TimeProvider.GetElapsedTime(_compiled.At);
            return Result.Success;
        }

        await EndAsync(fresh, initialized.Error);
        return ComponentLoader.InComponent(blueprint, initialized.Error);
    }

    /// <summary>Calls <c>stop</c>; that it fails changes nothing.</summary>
    public async Task StopAsync(PluginInstance instance)
    {
        var stopped = await instance.StopAsync(runtime.Options.StopDeadline);
        if (!stopped.IsSuccess)
        {
            Log.StopFailed(logger, record.Name.Value, stopped.Error);
        }
    }

    /// <summary>Ends the thread of an instance and with it the instance.</summary>
    /// <param name="reason">The answer to those who still wait.</param>
    public async Task EndAsync(PluginInstance instance, Error reason)
    {
        // While it waits to be started again its names are its own.
        runtime.Commands.ReleaseClaims(record.Name);
        if (!await instance.EndAsync(reason, runtime.Options.StopDeadline, runtime.TimeProvider))
        {
            Log.Abandoned(logger, record.Name.Value);
        }
    }

    /// <summary>Forgets the instance that was made last.</summary>
    public void Forget()
    {
        Volatile.Write(ref _fresh, null);
        _compiled.Component?.Dispose();
        _compiled = default;
    }

    /// <summary>Cancels a compilation that is under way, and does not begin another, because an operation waits that takes the plugin down.</summary>
    /// <returns>To be disposed of when that operation begins.</returns>
    public IDisposable CancelCompilation() => _cancellation.Request();

    /// <summary>Cuts short what is being made now and all that is made later. Called when the service stops.</summary>
    /// <param name="time">The time that is left.</param>
    public void CutDeadline(TimeSpan time)
    {
        lock (_deadlineLock)
        {
            _deadline = time;
        }

        _shuttingDown.Cancel();
        Fresh?.Actor.CutDeadline(time);
    }

    private void Follow(PluginInstance fresh)
    {
        Volatile.Write(ref _fresh, fresh);
        if (Deadline is { } time)
        {
            fresh.Actor.CutDeadline(time);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(EventId = 4016, Level = LogLevel.Warning, Message = "Plugin {Plugin} did not stop properly: {Error}")]
        public static partial void StopFailed(ILogger logger, string plugin, Error error);

        [LoggerMessage(EventId = 4017, Level = LogLevel.Error, Message = "Plugin {Plugin} does not return from a call; its thread is abandoned")]
        public static partial void Abandoned(ILogger logger, string plugin);
    }
}
