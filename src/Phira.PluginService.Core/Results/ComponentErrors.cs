namespace Phira.PluginService.Core.Results;

/// <summary>Problems that the first bytes of a component show.</summary>
public static class ComponentErrors
{
    /// <summary>{0}: bytes present.</summary>
    public static readonly ErrorCode Truncated = new("component.truncated", ErrorKind.Unprocessable);

    /// <summary>No placeholders.</summary>
    public static readonly ErrorCode NotWebAssembly = new("component.not_webassembly", ErrorKind.Unprocessable);

    /// <summary>No placeholders.</summary>
    public static readonly ErrorCode CoreModule = new("component.core_module", ErrorKind.Unprocessable);
}
