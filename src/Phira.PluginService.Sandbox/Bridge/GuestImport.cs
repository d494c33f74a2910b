using Phira.PluginService.Sandbox.Values;

namespace Phira.PluginService.Sandbox.Bridge;

/// <summary>A function of the host for one instance. Called on the instance's thread, and never while it runs already.</summary>
internal abstract class GuestImport(string interfaceName, string name)
{
    /// <summary>The interface that holds it.</summary>
    public string Interface => interfaceName;

    /// <summary>The name of the import.</summary>
    public string Name => name;

    /// <summary>Carries it out.</summary>
    /// <param name="arguments">The arguments, as one tuple; gone when the result is written.</param>
    public abstract void Invoke(ValueReader arguments);

    /// <summary>Writes the result of the last call; perhaps more than once, each time from the beginning.</summary>
    public abstract void Write(ValueWriter result);
}
