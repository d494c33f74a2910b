using System.Net;
using System.Text;
using Phira.PluginService.Core.Results;
using Phira.PluginService.Tests.Support;

namespace Phira.PluginService.Tests.Errors;

public sealed class ProblemTests
{
    private const string Config = "/api/v1/plugins/welcome/config";

    [Theory]
    [InlineData("GET", "/api/v1/nothing")]
    [InlineData("POST", "/api/nothing")]
    [InlineData("GET", "/nothing.js")]
    [InlineData("GET", "/assets/gone.js")]
    [InlineData("POST", "/some/page")]
    public async Task An_address_that_nothing_serves(string method, string address)
    {
        await using var service = new TestService();

        var response = await service.Admin().Send(method, address);

        await response.ReadProblemAsync(HttpStatusCode.NotFound, "request.no_such_endpoint");
    }

    [Fact]
    public async Task A_method_that_an_address_does_not_have()
    {
        await using var service = new TestService();

        var response = await service.Admin().Get("/api/v1/plugins/welcome/load");

        var problem = await response.ReadProblemAsync(HttpStatusCode.MethodNotAllowed, "request.method_not_allowed");
        Assert.Equal("This address cannot be called with GET.", problem.GetProperty("detail").GetString());
        Assert.Equal("POST", Assert.Single(response.Content.Headers.Allow));
    }

    [Theory]
    [InlineData("{\"values\":{\n  \"text\": nonsense}}", "$.values", 2)]
    [InlineData("{\"values\":{}", "$", 1)]
    [InlineData("[]", "$", 1)]
    public async Task A_body_that_is_not_the_expected_JSON_names_the_place(string body, string path, int line)
    {
        await using var service = new TestService();

        var response = await service.Admin().Put(Config, body);

        var problem = await response.ReadProblemAsync(HttpStatusCode.BadRequest, "request.json_invalid");
        Assert.Contains($"at {path}, line {line}, byte ", problem.GetProperty("detail").GetString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{\"valeus\":{}}", "$.valeus", 1)]
    [InlineData("{\"values\":{},\n\"no 'such' field\":[1]}", "$['no 'such' field']", 2)]
    public async Task A_field_that_the_call_does_not_have_is_named(string body, string path, int line)
    {
        await using var service = new TestService();

        var problem = await (await service.Admin().Put(Config, body)).ReadProblemAsync(HttpStatusCode.BadRequest, "request.field_unknown");

        Assert.StartsWith($"This call has no field {path} (line {line}, byte ", problem.GetProperty("detail").GetString(), StringComparison.Ordinal);
        Assert.Empty(service.Plugins.ConfigChanges);
    }

    [Theory]
    [InlineData("{\"values\":{\"text\":\"\\ud800\"}}", "$.values")]
    [InlineData("{\"values\":{\"\\ud800\":1}}", "$.values")]
    [InlineData("{\"values\":{\"list\":[1,{\"deep\":\"\u00ff\"}]}}", "$.values")]
    [InlineData("{\"values\":\"\u00ff\"}", "$.values")]
    public async Task A_text_in_a_configuration_that_is_no_Unicode_names_the_place(string latin1, string path)
    {
        await using var service = new TestService();
        var request = new HttpRequestMessage(HttpMethod.Put, Config) { Content = new ByteArrayContent(Encoding.Latin1.GetBytes(latin1)) };
        request.Content.Headers.ContentType = new("application/json");

        var problem = await (await service.Admin().Send(request)).ReadProblemAsync(HttpStatusCode.BadRequest, "request.json_invalid");

        Assert.Contains($"at {path}", problem.GetProperty("detail").GetString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    public async Task A_body_that_is_missing(string body)
    {
        await using var service = new TestService();

        await (await service.Admin().Put(Config, body)).ReadProblemAsync(HttpStatusCode.BadRequest, "request.body_missing");
    }

    [Fact]
    public async Task A_body_of_another_media_type()
    {
        await using var service = new TestService();
        var request = new HttpRequestMessage(HttpMethod.Put,
            Config)
        { Content = new StringContent("a=b", new System.Net.Http.Headers.MediaTypeHeaderValue("application/x-www-form-urlencoded")) };

        await (await service.Admin().Send(request)).ReadProblemAsync(HttpStatusCode.UnsupportedMediaType, "request.media_type_unsupported");
    }

    [Theory]
    [InlineData("POST", "/api/v1/session", "utf-7")]
    [InlineData("PUT", Config, "utf-7")]
    [InlineData("PUT", Config, "\"utf-7\"")]
    [InlineData("PUT", Config, "nonsense")]
    [InlineData("PUT", Config, "\"\"")]
    public async Task A_body_in_a_charset_that_nobody_decodes(string method, string address, string charset)
    {
        await using var service = new TestService();
        var request = new HttpRequestMessage(new HttpMethod(method), address) { Content = new ByteArrayContent("{}"u8.ToArray()) };
        request.Content.Headers.TryAddWithoutValidation("Content-Type", $"application/json; charset={charset}");

        await (await service.Admin().Send(request)).ReadProblemAsync(HttpStatusCode.UnsupportedMediaType, "request.media_type_unsupported");
    }

    [Theory]
    [InlineData("utf-8")]
    [InlineData("\"UTF-8\"")]
    [InlineData("us-ascii")]
    public async Task A_body_in_a_common_charset_is_read(string charset)
    {
        await using var service = new TestService();
        var request = new HttpRequestMessage(HttpMethod.Post, "/api/v1/session") { Content = new ByteArrayContent("""{"token":"wrong"}"""u8.ToArray()) };
        request.Content.Headers.TryAddWithoutValidation("Content-Type", $"application/json; charset={charset}");

        await (await service.Anonymous().Send(request)).ReadProblemAsync(HttpStatusCode.Unauthorized, "auth.invalid");
    }

    [Fact]
    public async Task A_parameter_that_is_no_number()
    {
        await using var service = new TestService();

        var response = await service.Admin().Get("/api/v1/plugins/welcome/log?count=many");

        var problem = await response.ReadProblemAsync(HttpStatusCode.BadRequest, "request.parameter_invalid");
        Assert.Equal("Parameter \"count\" cannot be \"many\".", problem.GetProperty("detail").GetString());
    }

    [Theory]
    [InlineData("0")]
    [InlineData("1001")]
    public async Task A_broken_rule_is_told_by_field(string count)
    {
        await using var service = new TestService();

        var response = await service.Admin().Get($"/api/v1/plugins/welcome/transitions?count={count}");

        var problem = await response.ReadProblemAsync(HttpStatusCode.BadRequest, "request.invalid");
        var error = Assert.Single(problem.GetProperty("errors").EnumerateArray());
        Assert.Equal("request.field_out_of_range", error.GetProperty("code").GetString());
        Assert.Equal("\"count\" is not between 1 and 1000.", error.GetProperty("message").GetString());
    }

    [Fact]
    public async Task A_fault_of_the_service_gives_nothing_away_and_can_be_found_in_the_log()
    {
        await using var service = new TestService();
        var caller = service.Admin();
        service.Plugins.Fault = new InvalidOperationException("inner workings");

        var response = await caller.Get("/api/v1/plugins");

        var problem = await response.ReadProblemAsync(HttpStatusCode.InternalServerError, "host.internal");
        Assert.DoesNotContain("inner workings", await response.Text(), StringComparison.Ordinal);
        var trace = problem.GetProperty("traceId").GetString()!;
        Assert.Contains(
            service.Logs.GetSnapshot(),
            record => record.Exception == service.Plugins.Fault && record.Message.Contains(trace, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Several_causes_are_told_with_file_line_and_column()
    {
        await using var service = new TestService();
        service.Plugins.Refusal = new Error(PluginErrors.NotFound, "a")
        {
            Causes =
            [
                new Error(PluginErrors.NotFound, "b") { Location = new SourceLocation("plugins/a/plugin.toml", 4, 2) },
                new Error(PluginErrors.NotFound, "c"),
            ],
        };

        var response = await service.Admin().Post("/api/v1/plugins/a/load");

        var errors = (await response.ReadProblemAsync(HttpStatusCode.NotFound, "plugin.not_found")).GetProperty("errors");
        Assert.Equal(2, errors.GetArrayLength());
        Assert.Equal("plugins/a/plugin.toml", errors[0].GetProperty("file").GetString());
        Assert.Equal(4, errors[0].GetProperty("line").GetInt32());
        Assert.Equal(2, errors[0].GetProperty("column").GetInt32());
        Assert.Equal("No plugin is called \"c\".", errors[1].GetProperty("message").GetString());
    }

    [Fact]
    public async Task The_place_of_a_single_failure_is_not_lost()
    {
        await using var service = new TestService();
        service.Plugins.Refusal = new Error(PluginErrors.NotFound, "a") { Location = new SourceLocation("plugin.toml", 9) };

        var response = await service.Admin().Post("/api/v1/plugins/a/load");

        var error = Assert.Single((await response.ReadProblemAsync(HttpStatusCode.NotFound, "plugin.not_found")).GetProperty("errors").EnumerateArray());
        Assert.Equal(9, error.GetProperty("line").GetInt32());
    }

    [Fact]
    public void Every_kind_of_failure_has_its_status()
    {
        var statuses = Enum.GetValues<ErrorKind>().Select(kind => Phira.PluginService.Errors.ErrorStatus.Of(new ErrorCode("test.code", kind)));

        Assert.Equal([400, 401, 403, 404, 409, 412, 422, 429, 500, 502, 503, 507], statuses);
    }
}
