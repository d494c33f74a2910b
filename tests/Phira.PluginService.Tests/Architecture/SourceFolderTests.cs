using Phira.PluginService.Tests.Support;

namespace Phira.PluginService.Tests.Architecture;

/// <summary>A folder uses another one when a file of it names something of the other, in whatever way the language allows.</summary>
public sealed class SourceFolderTests
{
    private const string Kitchen = "namespace House.Kitchen;\ninternal sealed class Stove;";

    [Theory]
    [InlineData("using House.Kitchen;")]
    [InlineData("using static House.Kitchen.Stove;")]
    [InlineData("using Fire = House.Kitchen.Stove;")]
    public void An_import_is_a_use(string import) =>
        Assert.Equal([("Cellar", "Kitchen")], Arrows(("Kitchen/Stove.cs", Kitchen), ("Cellar/Pipe.cs", $"{import}\nnamespace House.Cellar;")));

    [Theory]
    [InlineData("Kitchen.Stove")]
    [InlineData("Kitchen.Stove.Hot")]
    [InlineData("House.Kitchen.Stove")]
    public void A_type_may_be_named_with_its_folder(string name) => Assert.Equal(
        [("Cellar.Deep", "Kitchen")],
        Arrows(("Kitchen/Stove.cs", Kitchen), ("Cellar/Deep/Pipe.cs", $"namespace House.Cellar.Deep;\ninternal sealed class Pipe({name} end);")));

    [Theory]
    [InlineData("internal readonly record struct Size;", "Size Width { get; }")]
    [InlineData("internal delegate int Measure<in T>(T from);", "Measure<int> By { get; }")]
    [InlineData("internal sealed class WarmAttribute : Attribute;", "[Warm] int _degrees;")]
    [InlineData("internal static class Ways { public static int Out<T>(\n    this T from) => 0; }", "int Way => this.Out();")]
    public void What_is_beside_the_folders_needs_no_import(string declared, string use) => Assert.Equal(
        [("Kitchen.Shelf", "Kitchen")],
        Arrows(
            ("Kitchen/Declared.cs", $"namespace House.Kitchen;\n{declared}"),
            ("Kitchen/Shelf/Cup.cs", $"namespace House.Kitchen.Shelf;\ninternal sealed class Cup\n{{\n    {use}\n}}")));

    [Fact]
    public void The_nearest_of_two_types_with_one_name_is_meant() => Assert.Empty(
        Arrows(
            ("Kitchen/Stove.cs", Kitchen),
            ("Kitchen/Shelf/Stove.cs", "namespace House.Kitchen.Shelf;\ninternal sealed class Stove;"),
            ("Kitchen/Shelf/Cup.cs", "namespace House.Kitchen.Shelf;\ninternal sealed class Cup(Stove near);")));

    [Theory]
    [InlineData("// Stove")]
    [InlineData("int Heat => other.Stove;")]
    public void A_comment_or_a_member_of_that_name_is_no_use(string line) => Assert.Empty(
        Arrows(("Kitchen/Stove.cs", Kitchen), ("Kitchen/Shelf/Cup.cs", $"namespace House.Kitchen.Shelf;\ninternal sealed class Cup\n{{\n    {line}\n}}")));

    private static IEnumerable<(string From, string To)> Arrows(params (string Path, string Text)[] files) =>
        new SourceFolders("House", files).Arrows().Select(arrow => (arrow.From, arrow.To));
}
