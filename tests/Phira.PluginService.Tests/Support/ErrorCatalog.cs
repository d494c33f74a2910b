using System.Collections.Immutable;
using System.Reflection;
using Phira.PluginService.Core.Results;

namespace Phira.PluginService.Tests.Support;

/// <summary>Every error code that the service can answer with.</summary>
internal static class ErrorCatalog
{
    /// <summary>The codes of all <c>*Errors</c> classes, with their places in the code.</summary>
    public static ImmutableArray<(string Place, ErrorCode Code)> Declared { get; } =
    [
        .. SourceTree.ProjectNames().Select(Assembly.Load)
            .SelectMany(assembly => assembly.GetTypes())
            .Where(type => type.IsAbstract && type.IsSealed && type.Name.EndsWith("Errors", StringComparison.Ordinal))
            .SelectMany(type => type.GetFields(BindingFlags.Public | BindingFlags.Static))
            .Where(field => field.FieldType == typeof(ErrorCode))
            .Select(field => ($"{field.DeclaringType!.Name}.{field.Name}", (ErrorCode)field.GetValue(null)!)),
    ];

    /// <summary>The same codes, ordered by value.</summary>
    public static ImmutableArray<ErrorCode> All { get; } = [.. Declared.Select(declared => declared.Code).OrderBy(code => code.Value, StringComparer.Ordinal)];
}
