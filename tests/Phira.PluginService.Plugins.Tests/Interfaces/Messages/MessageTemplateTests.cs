using Phira.PluginService.Plugins.Interfaces.Messages;

namespace Phira.PluginService.Plugins.Tests.Interfaces.Messages;

/// <summary>The texts of templates that are filled.</summary>
public sealed class MessageTemplateTests
{
    private static readonly Dictionary<string, string> Arguments = new(StringComparer.Ordinal)
    {
        ["name"] = "小明 {0}",
        ["玩家"] = "五",
        ["empty"] = "",
    };

    [Theory]
    [InlineData("", "")]
    [InlineData("no placeholder", "no placeholder")]
    [InlineData("{name}", "小明 {0}")]
    [InlineData("你好，{玩家}！{empty}{玩家}", "你好，五！五")]
    [InlineData("{{name}}", "{name}")]
    [InlineData("{{{name}}}", "{小明 {0}}")]
    [InlineData("}}{{", "}{")]
    public void Placeholders_stand_for_arguments_and_double_braces_for_braces(string template, string expected)
    {
        Assert.True(MessageTemplate.TryFill(template, Arguments, 2000, out var text, out _));
        Assert.Equal(expected, text);
    }

    [Theory]
    [InlineData("{missing}", "no argument {missing}")]
    [InlineData("{}", "no argument {}")]
    [InlineData("{Name}", "no argument {Name}")]
    [InlineData("a { b", "a { stands alone; write {{")]
    [InlineData("a } b", "a } stands alone; write }}")]
    [InlineData("{name}}", "a } stands alone; write }}")]
    [InlineData("{", "a { stands alone; write {{")]
    public void What_cannot_be_filled_says_why(string template, string expected)
    {
        Assert.False(MessageTemplate.TryFill(template, Arguments, 2000, out _, out var problem));
        Assert.Equal(expected, problem);
    }

    [Fact]
    public void A_text_has_so_many_bytes_when_it_is_filled()
    {
        Assert.True(MessageTemplate.TryFill("{玩家}", Arguments, 3, out _, out _));
        Assert.False(MessageTemplate.TryFill("{玩家}", Arguments, 2, out _, out var problem));
        Assert.Equal("text: at most 2 bytes when it is filled", problem);
    }

    [Fact]
    public void A_long_argument_that_stands_often_is_not_written_down()
    {
        var arguments = new Dictionary<string, string>(StringComparer.Ordinal) { ["x"] = new string('x', 1_000_000) };
        var template = string.Concat(Enumerable.Repeat("{x}", 100_000));

        var before = GC.GetAllocatedBytesForCurrentThread();
        Assert.False(MessageTemplate.TryFill(template, arguments, 2000, out _, out _));

        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 10_000_000);
    }
}
