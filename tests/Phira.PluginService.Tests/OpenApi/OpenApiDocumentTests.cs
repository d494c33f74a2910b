using System.Net;
using System.Runtime.CompilerServices;
using Phira.PluginService.Tests.Support;

namespace Phira.PluginService.Tests.OpenApi;

/// <summary>
/// The document that clients generate their types from is kept in <c>openapi.json</c>. After a deliberate change run the tests once with
/// <c>REWRITE_GOLDEN=1</c> and look at the difference.
/// </summary>
public sealed class OpenApiDocumentTests
{
    private const string Address = "/swagger/v1/swagger.json";

    [Fact]
    public async Task Is_the_recorded_one()
    {
        await using var service = new TestService();
        var document = (await (await service.Anonymous().Get(Address)).Text()).ReplaceLineEndings("\n").TrimEnd('\n') + "\n";
        var path = PathOfGoldenFile();
        if (Environment.GetEnvironmentVariable("REWRITE_GOLDEN") == "1")
        {
            await File.WriteAllTextAsync(path, document, TestContext.Current.CancellationToken);
        }

        Assert.Equal(await File.ReadAllTextAsync(path, TestContext.Current.CancellationToken), document);
    }

    [Fact]
    public async Task Describes_every_operation_with_name_summary_and_failures()
    {
        await using var service = new TestService();

        var document = await (await service.Anonymous().Get(Address)).ReadAsync();

        foreach (var path in document.GetProperty("paths").EnumerateObject())
        {
            foreach (var operation in path.Value.EnumerateObject())
            {
                var name = $"{operation.Name} {path.Name}";
                Assert.True(operation.Value.TryGetProperty("operationId", out _), name);
                Assert.True(operation.Value.TryGetProperty("summary", out _), name);
                var responses = operation.Value.GetProperty("responses");
                var open = path.Name.StartsWith("/healthz", StringComparison.Ordinal)
                    || (path.Name.EndsWith("/session", StringComparison.Ordinal) && operation.Name == "post");
                Assert.True(operation.Value.TryGetProperty("description", out _), name);
                Assert.Equal(open, operation.Value.GetProperty("security").GetArrayLength() == 0);
                Assert.Equal(path.Name.StartsWith("/api", StringComparison.Ordinal), responses.TryGetProperty("401", out _));
                foreach (var failure in responses.EnumerateObject().Where(response => response.Name[0] is '4' or '5'))
                {
                    Assert.True(failure.Value.GetProperty("content").TryGetProperty("application/problem+json", out _), $"{name} {failure.Name}");
                }
            }
        }
    }

    [Fact]
    public async Task Is_of_the_version_that_has_json_schema_as_it_is()
    {
        await using var service = new TestService();

        var document = await (await service.Anonymous().Get(Address)).ReadAsync();

        Assert.StartsWith("3.1.", document.GetProperty("openapi").GetString(), StringComparison.Ordinal);
        Assert.All(document.GetProperty("tags").EnumerateArray(), tag => Assert.True(tag.TryGetProperty("description", out _), tag.GetRawText()));
    }

    [Fact]
    public async Task Can_be_read_in_a_browser_without_token()
    {
        await using var service = new TestService { RemoteAddress = IPAddress.Parse("203.0.113.7") };

        var page = await service.Anonymous().Get("/swagger/index.html");

        Assert.Equal("text/html", page.Content.Headers.ContentType?.MediaType);
        Assert.DoesNotContain("<script>", await page.Text(), StringComparison.Ordinal);
    }

    private static string PathOfGoldenFile([CallerFilePath] string here = "") =>
        Path.Combine(Path.GetDirectoryName(here)!, "..", "openapi.json");
}
