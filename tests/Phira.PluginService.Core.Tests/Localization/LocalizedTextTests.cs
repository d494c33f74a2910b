using System.Text.Json;
using Phira.PluginService.Core.Localization;

namespace Phira.PluginService.Core.Tests.Localization;

public sealed class LocalizedTextTests
{
    private static readonly LocalizedText Nested = LocalizedText.Of("cause.rollback", LocalizedText.Of("change.config", "3"), "it \"hurts\"");

    [Fact]
    public void An_argument_that_is_a_text_is_put_into_words_in_the_same_language()
    {
        Assert.Equal("rolled back because of configuration revision 3: it \"hurts\"", Nested.In(Language.English));
        Assert.Equal("因配置修订 3出错，已恢复之前的状态：it \"hurts\"", Nested.In(Language.Chinese));
    }

    [Fact]
    public void A_list_is_joined_as_the_language_does()
    {
        var list = LocalizedText.List(["a", "b", "c"]);

        Assert.Equal(("a, b, c", "a、b、c"), (list.In(Language.English), list.In(Language.Chinese)));
    }

    [Fact]
    public void A_long_list_can_be_stored()
    {
        var list = LocalizedText.List(Enumerable.Range(0, 5_000).Select(number => LocalizedText.Literal($"{number}")));

        Assert.Equal(list, LocalizedText.FromJson(list.ToJson()));
        Assert.Equal("", LocalizedText.List([]).In(Language.English));
    }

    [Fact]
    public void What_is_stored_comes_back_equal()
    {
        Assert.Equal(Nested, LocalizedText.FromJson(Nested.ToJson()));
        Assert.Equal(LocalizedText.Literal("中"), LocalizedText.FromJson(LocalizedText.Literal("中").ToJson()));
        Assert.NotEqual(LocalizedText.Of("cause.fault"), LocalizedText.Literal("cause.fault"));
    }

    [Theory]
    [InlineData("null")]
    [InlineData("1")]
    [InlineData("{}")]
    [InlineData("""{"key":"cause.fault"}""")]
    [InlineData("""{"key":1,"arguments":[]}""")]
    [InlineData("""{"key":null,"arguments":[]}""")]
    [InlineData("""{"key":"cause.fault","arguments":"a"}""")]
    public void What_is_no_text_is_not_read(string json) => Assert.ThrowsAny<JsonException>(() => LocalizedText.FromJson(json));

    [Theory]
    [InlineData("""{"key":"no.such_text","arguments":["a",{"key":"change.version","arguments":["2"]}]}""", "no.such_text a version 2")]
    [InlineData("""{"key":"cause.rollback","arguments":["a"]}""", "rolled back because of a: ")]
    public void A_text_stored_by_another_version_of_the_service_can_be_read(string json, string expected) =>
        Assert.Equal(expected, LocalizedText.FromJson(json).In(Language.English));

    [Fact]
    public void Words_can_be_changed_within_a_text() =>
        Assert.Equal("version [2]", LocalizedText.Of("change.version", "2").Map(word => $"[{word}]").In(Language.English));

    [Fact]
    public void A_text_without_arguments_is_put_into_words_without_allocating()
    {
        var text = LocalizedText.Of("game.room_full");
        text.In(Language.Chinese);

        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < 1_000; i++)
        {
            text.In(Language.Chinese);
        }

        Assert.Equal(before, GC.GetAllocatedBytesForCurrentThread());
    }
}
