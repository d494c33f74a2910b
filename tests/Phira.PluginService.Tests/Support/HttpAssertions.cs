using System.Net;
using System.Text.Json;

namespace Phira.PluginService.Tests.Support;

/// <summary>Reads answers and says what is wrong with them.</summary>
internal static class HttpAssertions
{
    public static Task<string> Text(this HttpResponseMessage response) =>
        response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);

    public static async Task<JsonElement> ReadAsync(this HttpResponseMessage response, HttpStatusCode expected = HttpStatusCode.OK)
    {
        var text = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.True(expected == response.StatusCode, $"Expected {expected}, got {(int)response.StatusCode}: {text}");
        return JsonElement.Parse(text);
    }

    /// <summary>Checks that an answer is a complete problem with this code and returns it.</summary>
    public static async Task<JsonElement> ReadProblemAsync(this HttpResponseMessage response, HttpStatusCode expected, string code)
    {
        var problem = await response.ReadAsync(expected);
        Assert.Equal("application/problem+json", response.Content.Headers.ContentType?.MediaType);
        Assert.Equal(code, problem.GetProperty("code").GetString());
        Assert.Equal((int)expected, problem.GetProperty("status").GetInt32());
        Assert.Equal($"urn:phira:error:{code}", problem.GetProperty("type").GetString());
        foreach (var name in new[] { "title", "detail", "remedy", "traceId" })
        {
            Assert.NotEqual("", problem.GetProperty(name).GetString());
        }

        Assert.Equal(JsonValueKind.Array, problem.GetProperty("errors").ValueKind);
        return problem;
    }
}
