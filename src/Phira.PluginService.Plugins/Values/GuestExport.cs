namespace Phira.PluginService.Plugins.Values;

/// <summary>A function of the WIT package that a component may export.</summary>
/// <param name="interfaceName">The interface that holds it: <c>timer-handler</c>.</param>
/// <param name="function">The name: <c>on-timer</c>.</param>
internal sealed class GuestExport(string interfaceName, string function)
{
    /// <summary>The full name of its interface.</summary>
    public string Interface { get; } = WitPackage.Interface(interfaceName);

    /// <summary>The name of the function in the interface.</summary>
    public string Function => function;

    /// <summary>The name of the function in logs and metrics.</summary>
    public string Label { get; } = $"{interfaceName}.{function}";
}
