using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using Phira.PluginService.Tests.Support;

namespace Phira.PluginService.Tests.OpenApi;

/// <summary>A client written from the document alone meets nothing that the document does not say.</summary>
public sealed class OpenApiContractTests
{
    private const string Json = "application/json";
    private const string Anything = "x";

    [Fact]
    public async Task Each_parameter_says_what_it_means()
    {
        await using var service = new TestService();
        var withoutDescription =
            from operation in await OperationsAsync(service)
            where operation.Description.TryGetProperty("parameters", out _)
            from parameter in operation.Description.GetProperty("parameters").EnumerateArray()
            where !parameter.TryGetProperty("description", out _)
            select $"{operation.Name}: {parameter.GetProperty("name")}";

        Assert.Empty(withoutDescription);
    }

    [Fact]
    public async Task Each_body_has_an_example_that_the_service_understands()
    {
        await using var service = new TestService();
        var bodies = (await OperationsAsync(service)).Where(operation => BodyOf(operation.Description, Json) is not null).ToArray();
        Assert.NotEmpty(bodies);

        foreach (var operation in bodies)
        {
            Assert.True(BodyOf(operation.Description, Json)!.Value.TryGetProperty("example", out var example), $"{operation.Name} has no example");

            using var request = new HttpRequestMessage(operation.Method, operation.Address);
            request.Content = new StringContent(example.GetRawText(), new MediaTypeHeaderValue(Json));
            var answer = await service.Admin().Send(request);

            // The token of the example is nobody's.
            var understood = answer.StatusCode is not (HttpStatusCode.BadRequest or HttpStatusCode.UnsupportedMediaType);
            Assert.True(understood, $"{operation.Name} answers its example with {answer.StatusCode}: {await answer.Text()}");
        }
    }

    [Theory]
    [InlineData("application/json", "{")]
    [InlineData("application/json", "[]")]
    [InlineData("application/json", "null")]
    [InlineData("application/json", """{"nonsense":1}""")]
    [InlineData("application/json", "{}")]
    [InlineData("application/zip", "PK")]
    [InlineData("text/plain", "{}")]
    [InlineData(null, "")]
    public async Task What_a_careless_caller_gets_is_described_and_explained(string? mediaType, string body)
    {
        await using var service = new TestService();
        foreach (var operation in await OperationsAsync(service))
        {
            using var request = new HttpRequestMessage(operation.Method, operation.Address);
            request.Content = mediaType is null ? null : new ByteArrayContent(Encoding.UTF8.GetBytes(body)) { Headers = { ContentType = new(mediaType) } };

            var answer = await service.Admin().Send(request);

            var status = ((int)answer.StatusCode).ToString(System.Globalization.CultureInfo.InvariantCulture);
            Assert.True(operation.Description.GetProperty("responses")
                .TryGetProperty(status, out _), $"{operation.Name} answers {status}, which is not described");
            if (!answer.IsSuccessStatusCode)
            {
                var problem = await answer.ReadAsync(answer.StatusCode);
                await answer.ReadProblemAsync(answer.StatusCode, problem.GetProperty("code").GetString()!);
            }
        }
    }

    [Fact]
    public async Task What_takes_a_body_says_that_it_may_be_too_large_or_of_the_wrong_sort()
    {
        await using var service = new TestService();
        foreach (var operation in (await OperationsAsync(service)).Where(operation => operation.Description.TryGetProperty("requestBody", out _)))
        {
            var responses = operation.Description.GetProperty("responses");
            Assert.True(responses.TryGetProperty("413", out _), operation.Name);
            Assert.True(responses.TryGetProperty("415", out _), operation.Name);
        }
    }

    [Theory]
    [InlineData("post", "/api/v1/commands/{name}/invoke")]
    [InlineData("post", "/api/v1/plugins/{name}/load")]
    [InlineData("put", "/api/v1/plugins/{name}/config")]
    [InlineData("post", "/api/v1/packages")]
    public async Task What_runs_a_plugin_says_that_it_may_crash_or_not_answer(string method, string path)
    {
        await using var service = new TestService();
        var responses = (await OperationsAsync(service)).Single(operation => operation.Is(method, path)).Description.GetProperty("responses");

        Assert.True(responses.TryGetProperty("502", out _));
        Assert.True(responses.TryGetProperty("503", out _));
    }

    [Fact]
    public async Task The_tag_that_a_configuration_is_replaced_by_is_described()
    {
        await using var service = new TestService();
        foreach (var operation in (await OperationsAsync(service))
            .Where(operation => operation.Is("get", "/api/v1/plugins/{name}/config") || operation.Is("put", "/api/v1/plugins/{name}/config")))
        {
            Assert.True(operation.Description.GetProperty("responses").GetProperty("200").TryGetProperty("headers", out var headers), operation.Name);
            Assert.True(headers.TryGetProperty("ETag", out _), operation.Name);
        }
    }

    private static JsonElement? BodyOf(JsonElement operation, string mediaType) =>
        operation.TryGetProperty("requestBody", out var body) && body.GetProperty("content").TryGetProperty(mediaType, out var content) ? content : null;

    private static async Task<Operation[]> OperationsAsync(TestService service)
    {
        var document = await (await service.Anonymous().Get("/swagger/v1/swagger.json")).ReadAsync();
        return
        [
            .. from path in document.GetProperty("paths").EnumerateObject()
               from operation in path.Value.EnumerateObject()
               select new Operation(operation.Name, path.Name, operation.Value),
        ];
    }

    private sealed record Operation(string Verb, string Path, JsonElement Description)
    {
        public string Name => $"{Verb} {Path}";

        public HttpMethod Method => new(Verb.ToUpperInvariant());

        public string Address => Path
            .Replace("{name}", Anything, StringComparison.Ordinal)
            .Replace("{id}", "1", StringComparison.Ordinal)
            .Replace("{user}", "1", StringComparison.Ordinal)
            .Replace("{target}", "user:1", StringComparison.Ordinal)
            .Replace("{revision}", "1", StringComparison.Ordinal);

        public bool Is(string verb, string path) => Verb == verb && Path == path;
    }
}
