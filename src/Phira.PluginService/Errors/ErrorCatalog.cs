using System.Collections.Immutable;
using System.Reflection;
using Phira.PluginService.Core.Results;

namespace Phira.PluginService.Errors;

/// <summary>Every error code of the service.</summary>
internal static class ErrorCatalog
{
    /// <summary>The codes of the <c>*Errors</c> classes of every project, ordered by value.</summary>
    public static ImmutableArray<ErrorCode> All { get; } =
    [
        .. Projects()
            .SelectMany(project => project.GetTypes())
            .Where(type => type.IsAbstract && type.IsSealed && type.Name.EndsWith("Errors", StringComparison.Ordinal))
            .SelectMany(type => type.GetFields(BindingFlags.Public | BindingFlags.Static))
            .Where(field => field.FieldType == typeof(ErrorCode))
            .Select(field => (ErrorCode)field.GetValue(null)!)
            .OrderBy(code => code.Value, StringComparer.Ordinal),
    ];

    private static IEnumerable<Assembly> Projects()
    {
        var host = typeof(ErrorCatalog).Assembly;
        return host.GetReferencedAssemblies()
            .Where(name => name.Name!.StartsWith($"{host.GetName().Name}.", StringComparison.Ordinal))
            .Select(Assembly.Load)
            .Prepend(host);
    }
}
