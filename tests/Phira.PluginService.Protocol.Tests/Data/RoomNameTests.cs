using Phira.PluginService.Protocol.Data;

namespace Phira.PluginService.Protocol.Tests.Data;

public sealed class RoomNameTests
{
    [Theory]
    [InlineData("a")]
    [InlineData("Room_42-x")]
    [InlineData("12345678901234567890")]
    public void Letters_digits_hyphens_and_underscores_make_a_name(string text)
    {
        Assert.True(RoomName.TryCreate(text, out var name));
        Assert.Equal(text, name.Value);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("123456789012345678901")]
    [InlineData("a b")]
    [InlineData("a.b")]
    [InlineData("房间")]
    [InlineData("ａ")]
    public void Everything_else_is_no_name(string? text) => Assert.False(RoomName.TryCreate(text, out _));

    [Fact]
    public void Case_matters() => Assert.NotEqual(RoomName.Create("a"), RoomName.Create("A"));
}
