namespace Phira.PluginService.Sandbox.Execution;

/// <summary>Something whose clock advances while it runs.</summary>
internal interface ITicked
{
    /// <summary>Handles one tick. Called on the ticker's thread; returns at once and does not throw.</summary>
    void Tick();
}
