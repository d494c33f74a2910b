using System.Reflection;
using System.Text.RegularExpressions;
using Phira.PluginService.Core.Results;
using Phira.PluginService.Tests.Support;

namespace Phira.PluginService.Tests.Architecture;

public sealed partial class ErrorCodes
{
    [Fact]
    public void Are_answered_by_somebody_each()
    {
        var answered = SourceTree.CSharpFiles()
            .Where(path => Path.GetRelativePath(SourceTree.Root, path).StartsWith("src", StringComparison.Ordinal))
            .SelectMany(path => Mention().Matches(File.ReadAllText(path)).Select(mention => mention.Value))
            .ToHashSet(StringComparer.Ordinal);
        var codes = typeof(ErrorCode).Assembly.GetExportedTypes()
            .SelectMany(type => type.GetFields(BindingFlags.Public | BindingFlags.Static))
            .Where(field => field.FieldType == typeof(ErrorCode))
            .Select(field => $"{field.DeclaringType!.Name}.{field.Name}")
            .ToList();

        Assert.NotEmpty(codes);
        Assert.Empty(codes.Except(answered, StringComparer.Ordinal));
    }

    [GeneratedRegex(@"\b\w+Errors\.\w+", RegexOptions.None, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex Mention();
}
