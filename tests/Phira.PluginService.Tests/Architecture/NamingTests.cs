using System.Text.RegularExpressions;
using Phira.PluginService.Tests.Support;

namespace Phira.PluginService.Tests.Architecture;

/// <summary>A thing that every class has is called the same in every class.</summary>
public sealed partial class NamingTests
{
    [Fact]
    public void A_lock_is_called_lock() => Assert.Empty(Found(OtherLock()));

    [Fact]
    public void A_time_provider_is_called_time_provider() => Assert.Empty(Found(OtherTimeProvider()));

    [Fact]
    public void A_caught_exception_is_called_exception() => Assert.Empty(Found(OtherException()));

    private static List<string> Found(Regex name) =>
    [
        .. SourceTree.ProductFiles()
            .SelectMany(file => File.ReadLines(file).Select((line, index) => (file, number: index + 1, match: name.Match(line))))
            .Where(place => place.match.Success)
            .Select(place => $"{Path.GetRelativePath(SourceTree.Root, place.file)}:{place.number}: {place.match.Value}"),
    ];

    // A class with two locks says which is which: _loginLock.
    [GeneratedRegex(@"\bLock (?!_lock\b|_\w+Lock\b)_\w+", RegexOptions.None, Timeout.Infinite)]
    private static partial Regex OtherLock();

    [GeneratedRegex(@"\bTimeProvider\?? (?!_?timeProvider\b)[a-z_]\w*", RegexOptions.None, Timeout.Infinite)]
    private static partial Regex OtherTimeProvider();

    [GeneratedRegex(@"\bcatch \([\w.<>]+ (?!exception\))\w+\)", RegexOptions.None, Timeout.Infinite)]
    private static partial Regex OtherException();
}
