using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Phira.PluginService.Core.Localization;
using Phira.PluginService.Core.Results;

namespace Phira.PluginService.Core.Tests;

public sealed partial class ErrorCatalogTests
{
    public static TheoryData<string> Values => [.. ErrorCatalog.All.Select(code => code.Value)];

    [Fact]
    public void Every_class_of_errors_is_in_the_catalogue()
    {
        var declared = typeof(ErrorCode).Assembly.GetTypes()
            .SelectMany(type => type.GetFields())
            .Where(field => field.IsStatic && field.FieldType == typeof(ErrorCode))
            .ToList();

        Assert.NotEmpty(declared);
        Assert.Equal(declared.Count, ErrorCatalog.All.Length);
    }

    [Fact]
    public void No_two_codes_have_the_same_value()
    {
        var twice = ErrorCatalog.All.GroupBy(code => code.Value).Where(group => group.Count() > 1).Select(group => group.Key);

        Assert.Empty(twice);
    }

    [Theory]
    [MemberData(nameof(Values))]
    public void A_value_is_dotted_lower_case(string value) => Assert.Matches(Dotted(), value);

    [Theory]
    [MemberData(nameof(Values))]
    public void Message_and_remedy_exist_in_both_languages(string value)
    {
        var code = Code(value);
        foreach (var text in (LocalizedText[])[code.Message, code.Remedy])
        {
            Assert.False(string.IsNullOrWhiteSpace(text.English));
            Assert.False(string.IsNullOrWhiteSpace(text.Chinese));
            Assert.DoesNotMatch(Han(), text.English);

            // A text that only passes somebody else's on has no language of its own.
            Assert.True(Placeholder().Replace(text.English, "").Length == 0 || Han().IsMatch(text.Chinese));
        }
    }

    [Theory]
    [MemberData(nameof(Values))]
    public void Both_languages_use_the_same_placeholders(string value)
    {
        var code = Code(value);

        Assert.Equal(Placeholders(code.Message.English), Placeholders(code.Message.Chinese));
        Assert.Equal(Placeholders(code.Remedy.English), Placeholders(code.Remedy.Chinese));
    }

    [Theory]
    [MemberData(nameof(Values))]
    public void Placeholders_are_counted_from_nought_without_a_gap(string value)
    {
        var code = Code(value);
        var used = Placeholders(code.Message.English + code.Remedy.English);

        Assert.Equal(Enumerable.Range(0, used.Count), used);
    }

    [Theory]
    [MemberData(nameof(Values))]
    public void A_text_can_be_filled_in_with_any_argument(string value)
    {
        var code = Code(value);
        var count = Placeholders(code.Message.English + code.Remedy.English).Count;
        var error = new Error(code, Enumerable.Range(0, count).Select(i => $"{{{i}}} \" 中").ToImmutableArray());

        Assert.Contains(code.Value, error.Describe(Language.English), StringComparison.Ordinal);
        Assert.Contains(code.Value, error.Describe(Language.Chinese), StringComparison.Ordinal);
    }

    private static ErrorCode Code(string value) => ErrorCatalog.All.Single(code => code.Value == value);

    private static List<int> Placeholders(string text) =>
        [.. Placeholder().Matches(text).Select(match => int.Parse(match.Groups["number"].Value)).Distinct().Order()];

    [GeneratedRegex(@"\{(?<number>\d+)\}", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Placeholder();

    [GeneratedRegex(@"^[a-z][a-z0-9]*(_[a-z0-9]+)*(\.[a-z][a-z0-9]*(_[a-z0-9]+)*)+$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Dotted();

    [GeneratedRegex(@"\p{IsCJKUnifiedIdeographs}", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Han();
}
