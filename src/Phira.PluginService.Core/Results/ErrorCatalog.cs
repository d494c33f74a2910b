using System.Collections.Immutable;
using System.Reflection;

namespace Phira.PluginService.Core.Results;

/// <summary>Every error code that the service can answer with, for documentation and tests.</summary>
public static class ErrorCatalog
{
    /// <summary>All codes of the <c>*Errors</c> classes of this assembly, ordered by value.</summary>
    public static ImmutableArray<ErrorCode> All { get; } =
    [
        .. typeof(ErrorCatalog).Assembly.GetExportedTypes()
            .Where(type => type.IsAbstract && type.IsSealed && type.Name.EndsWith("Errors", StringComparison.Ordinal))
            .SelectMany(type => type.GetFields(BindingFlags.Public | BindingFlags.Static))
            .Where(field => field.FieldType == typeof(ErrorCode))
            .Select(field => (ErrorCode)field.GetValue(null)!)
            .OrderBy(code => code.Value, StringComparer.Ordinal),
    ];
}
