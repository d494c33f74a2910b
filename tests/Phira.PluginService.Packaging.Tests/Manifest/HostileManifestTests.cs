using System.Diagnostics.CodeAnalysis;
using FsCheck.Xunit;
using static Phira.PluginService.Packaging.Tests.Manifest.ManifestText;

namespace Phira.PluginService.Packaging.Tests.Manifest;

public sealed class HostileManifestTests
{
    private static readonly string[] Scraps =
    [
        "\n", "\n[", "]", "[[", "]]", "{", "}", "=", ".", ",", "\"", "'''", "#", "name", "config", "limits", "permissions", "security",
        "config_schema", "dependencies", "max_memory", " = 1", " = \"x\"", " = true", " = [1,", " = {a=1}", " = 1979-05-27", "\\u", "\t",
        "\u0001", "名", "\uD800", "nan", "1e999",
    ];

    [Theory]
    [InlineData(40)]
    [InlineData(200)]
    [InlineData(20_000)]
    public void Nested_arrays_are_refused(int depth) =>
        AssertTooDeep($"{Minimal}[config]\na = {new string('[', depth)}{new string(']', depth)}\n");

    [Theory]
    [InlineData(40)]
    [InlineData(200)]
    [InlineData(20_000)]
    public void Nested_tables_are_refused(int depth) =>
        AssertTooDeep($"{Minimal}[config]\na = {string.Concat(Enumerable.Repeat("{a = ", depth))}1{new string('}', depth)}\n");

    [Theory]
    [InlineData(40)]
    [InlineData(20_000)]
    public void Keys_of_many_parts_are_refused(int depth) =>
        AssertTooDeep($"{Minimal}config.{string.Join('.', Enumerable.Repeat("a", depth))} = 1\n");

    [Theory]
    [InlineData(40)]
    [InlineData(20_000)]
    public void Table_names_of_many_parts_are_refused(int depth) =>
        AssertTooDeep($"{Minimal}[config.{string.Join('.', Enumerable.Repeat("a", depth))}]\nx = 1\n");

    [Fact]
    public void The_place_of_a_nested_value_is_named()
    {
        var reading = Read($"{Minimal}[config]\nfine = 1\na = {new string('[', 40)}{new string(']', 40)}\n");

        Assert.Equal("6:35 manifest.too_deep 32", Assert.Single(Problems(reading.Failure)));
    }

    [Fact]
    public void Of_very_many_problems_the_first_hundred_are_shown_and_all_are_counted()
    {
        var reading = Read(Minimal + string.Concat(Enumerable.Range(0, 5000).Select(i => $"key{i} = 1\n")));

        Assert.Equal(["5000"], reading.Failure!.Arguments);
        Assert.Equal(100, reading.Failure.Causes.Length);
        Assert.Equal(4, reading.Failure.Causes[0].Location!.Line);
    }

    [Fact]
    public void A_very_long_key_is_shortened_in_messages()
    {
        var reading = Read($"{Minimal}{new string('k', 100_000)} = 1\n");

        Assert.True(reading.Failure!.Describe().Length < 500);
    }

    [Property(MaxTest = 2000)]
    [SuppressMessage("Usage", "xUnit1026", Justification = "FsCheck passes the value.")]
    public void Reading_scraps_of_manifests_never_throws(byte[] choices)
    {
        var text = Minimal + string.Concat(choices.Select(choice => Scraps[choice % Scraps.Length]));
        var reading = Read(text);

        Assert.True(reading.Manifest is null != reading.Failure is null);
        Assert.All(Problems(reading.Failure), problem => Assert.NotEmpty(problem));
    }

    private static void AssertTooDeep(string text)
    {
        var problems = Problems(Read(text).Failure);

        Assert.Matches("^[45]:[0-9]+ manifest[.]too_deep 32$", Assert.Single(problems));
    }
}
