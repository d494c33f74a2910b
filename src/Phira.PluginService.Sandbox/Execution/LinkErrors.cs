using Phira.PluginService.Core.Results;

namespace Phira.PluginService.Sandbox.Execution;

/// <summary>Reasons why a component cannot be linked.</summary>
internal static class LinkErrors
{
    /// <summary>{0}: the import.</summary>
    public static readonly ErrorCode UnknownImport = new("component.unknown_import", ErrorKind.Unprocessable);
}
