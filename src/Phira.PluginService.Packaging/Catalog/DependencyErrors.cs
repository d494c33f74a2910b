using Phira.PluginService.Core.Results;

namespace Phira.PluginService.Packaging.Catalog;

/// <summary>Plugins that cannot load because of other plugins.</summary>
internal static class DependencyErrors
{
    /// <summary>{0}: plugin; {1}: dependency; {2}: range.</summary>
    public static readonly ErrorCode Missing = new("dependency.missing", ErrorKind.Unprocessable);

    /// <summary>{0}: plugin; {1}: dependency; {2}: range; {3}: version present.</summary>
    public static readonly ErrorCode OutOfRange = new("dependency.out_of_range", ErrorKind.Unprocessable);

    /// <summary>{0}: plugin; {1}: the other plugin; {2}: range; {3}: version present.</summary>
    public static readonly ErrorCode Conflict = new("dependency.conflict", ErrorKind.Unprocessable);

    /// <summary>{0}: plugin; {1}: the path.</summary>
    public static readonly ErrorCode Cycle = new("dependency.cycle", ErrorKind.Unprocessable);

    /// <summary>{0}: plugin; {1}: the dependency that failed; {2}: the path to the cause.</summary>
    public static readonly ErrorCode Failed = new("dependency.failed", ErrorKind.Unprocessable);

    /// <summary>{0}: number of problems.</summary>
    public static readonly ErrorCode Unresolved = new("dependency.unresolved", ErrorKind.Unprocessable);
}
